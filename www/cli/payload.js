// The body of a request as curl takes it: parts, some of them in files, joined by ampersands.

import { parsed } from '../core/json.js';
import { EXIT, Failure } from './exit.js';
import { note } from './print.js';
import { readBytes } from './input.js';

/** @type {(parts: string[]) => Promise<Buffer<ArrayBuffer>>} */
export const joined = async (parts) => {
  /** @type {Uint8Array[]} */
  const read = [];
  // One after the other: standard input can be read once.
  for (const part of parts) read.push(Buffer.from('&'), await bytesOf(part));
  return Buffer.concat(read.slice(1));
};

/** @type {(part: string) => Promise<Uint8Array>} */
const bytesOf = async (part) => {
  if (!part.startsWith('@')) return Buffer.from(part);
  const { bytes, cutAt } = await readBytes(part.slice(1));
  if (cutAt) throw new Failure(`${part.slice(1)} is longer than ${cutAt} MB, the most that -d can send`, EXIT.files);
  return bytes.filter((byte) => !LINE_ENDS.includes(byte));
};

/** Curl leaves them out of a file; in JSON they mean nothing. */
const LINE_ENDS = [10, 13];

/**
 * The type of a body where none was given: curl would call JSON a form.
 * @type {(body: Buffer) => string}
 */
export const typeOf = (body) => {
  const text = body.toString();
  if (parsed(text) !== undefined) return 'application/json';
  if (/^\s*[[{]/.test(text))
    note("-d looks like JSON but cannot be parsed, so it is sent as a form: correct it, or write -H 'Content-Type: …'");
  return 'application/x-www-form-urlencoded';
};
