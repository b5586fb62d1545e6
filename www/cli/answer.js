// An answer, written out as it comes: its head where that is wanted, and its body.

import { once } from 'node:events';
import { accessSync, constants, createWriteStream, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { maskedUrl } from '../core/masking.js';
import { unusable } from './exit.js';
import { isStandard } from './input.js';
import { bodyFor, visible } from './print.js';

/**
 * Said before anything is sent: nobody wants to repeat an order for a directory that is missing.
 * @type {(file: string | undefined) => void}
 */
export const checkOutput = (file) => {
  if (isStandard(file)) return;
  const isThere = existsSync(file);
  if (isThere && statSync(file).isDirectory()) throw unusable(file, { code: 'EISDIR' }, 'write');
  try {
    accessSync(isThere ? file : dirname(file), constants.W_OK);
  } catch (error) {
    throw unusable(file, error, 'write');
  }
};

const LINE_END = 10;

/** @type {(response: Response, file: string | undefined, how: { hasHead?: boolean, secrets: string[] }) => Promise<void>} */
export const writeAnswer = async (response, file, { hasHead, secrets }) => {
  /** @type {any} */
  const target = isStandard(file) ? process.stdout : createWriteStream(file);
  /** @type {(chunk: string | Uint8Array) => Promise<unknown>} */
  const put = (chunk) => new Promise((resolve) => target.write(chunk, resolve));
  const shown = bodyFor(target);
  const write = async () => {
    let last;
    if (hasHead) await put(visible(headOf(response, secrets)));
    for await (const chunk of response.body ?? []) {
      await put(shown(chunk));
      last = chunk.at(-1) ?? last;
    }
    await put(shown());
    if (target.isTTY && last !== undefined && last !== LINE_END) await put('\n');
    if (target !== process.stdout) await new Promise((resolve) => target.end(resolve));
  };
  const failed = once(target, 'error').then(([error]) => {
    throw unusable(file ?? 'standard output', error, 'write');
  });
  await Promise.race([write(), failed]);
};

/**
 * Cookies are masked, and so is a token that comes back.
 * @type {(response: Response, secrets: string[]) => string}
 */
const headOf = ({ status, statusText, headers }, secrets) => {
  const lines = [...headers].map(([name, value]) => `${name}: ${masked(name, value, secrets)}`);
  return [`HTTP/1.1 ${status} ${statusText}`.trimEnd(), ...lines, '', ''].join('\r\n');
};

/** @type {(name: string, value: string, secrets: string[]) => string} */
const masked = (name, value, secrets) => {
  const shown = name === 'set-cookie' ? value.replace(/=[^;]*/, '=***') : maskedUrl(value);
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), shown);
};
