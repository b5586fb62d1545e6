// An answer, written out as it comes: its head where that is wanted, and its body.

import { accessSync, constants, createWriteStream, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { maskedUrl } from '../credentials.js';
import { unusable } from './failure.js';

/** Said before anything is sent: nobody wants to repeat an order for a directory that is missing. */
export const checkOutput = (file) => {
  if (isStandard(file)) return;
  try {
    if (existsSync(file) && statSync(file).isDirectory()) throw { code: 'EISDIR' };
    accessSync(existsSync(file) ? file : dirname(file), constants.W_OK);
  } catch (error) {
    throw unusable(file, error, 'write');
  }
};

const isStandard = (file) => file === undefined || file === '-';

export const writeAnswer = async (response, file, { hasHead, secrets }) => {
  const target = isStandard(file) ? process.stdout : createWriteStream(file);
  const failed = new Promise((_, reject) => target.once('error', (error) => reject(unusable(file ?? 'standard output', error, 'write'))));
  failed.catch(() => {});
  let last = '\n';
  const put = (chunk) => {
    last = chunk.length ? chunk.at(-1) : last;
    return new Promise((resolve) => target.write(chunk, resolve));
  };
  const write = async () => {
    if (hasHead) await put(headOf(response, secrets));
    for await (const chunk of response.body ?? []) await put(chunk);
    if (target.isTTY && last !== 10 && last !== '\n') await put('\n');
    if (target !== process.stdout) await new Promise((resolve) => target.end(resolve));
  };
  await Promise.race([write(), failed]);
};

/** Cookies are masked, and so is a token that comes back. */
const headOf = ({ status, statusText, headers }, secrets) => {
  const lines = [...headers].map(([name, value]) => `${name}: ${masked(name, value, secrets)}`);
  return [`HTTP/1.1 ${status} ${statusText}`.trimEnd(), ...lines, '', ''].join('\r\n');
};

const masked = (name, value, secrets) => {
  const shown = name === 'set-cookie' ? value.replace(/=[^;]*/, '=***') : maskedUrl(value);
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), shown);
};
