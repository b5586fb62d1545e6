// Inputs: a file or standard input, of which no more is read than can be of use.

import { createReadStream } from 'node:fs';
import { Failure, misused, unusable } from './exit.js';

const MB = 1024 * 1024;
const CHUNK = MB / 4;
/** A HAR makes sense only as a whole, and browsers export long ones. */
const MOST_JSON = 64 * MB;
/** Of other texts the end is that of a body, of which the beginning tells enough. */
const MOST_TEXT = MB;

/**
 * Whether a file that was asked for is the standard input or output.
 * @param {string | undefined} file
 * @returns {file is undefined}
 */
export const isStandard = (file) => file === undefined || file === '-';

/** @type {(file: string | undefined) => import('node:stream').Readable} */
const streamOf = (file) => {
  if (!isStandard(file)) return createReadStream(file, { highWaterMark: CHUNK });
  if (process.stdin.readableDidRead) throw misused('standard input can be read only once; use a file for the other');
  return process.stdin;
};

/**
 * `{ bytes, cutAt }`: what was read, and after how many MB the rest was left, if it was.
 * @type {(file: string | undefined, mostOf?: (first: Buffer) => number) => Promise<{ bytes: Buffer, cutAt: number | undefined }>}
 */
export const readBytes = async (file, mostOf = () => MOST_JSON) => {
  /** @type {Buffer[]} */
  const chunks = [];
  let length = 0;
  try {
    // To leave the loop closes the stream, and whoever writes into it can stop.
    for await (const chunk of streamOf(file)) {
      chunks.push(chunk);
      length += chunk.length;
      const most = mostOf(chunks[0]);
      if (length > most) return { bytes: Buffer.concat(chunks).subarray(0, most), cutAt: most / MB };
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  return { bytes: Buffer.concat(chunks), cutAt: undefined };
};

/** @type {(file: string | undefined, error: any) => Error} */
const unreadable = (file, error) => (error instanceof Failure ? error : unusable(isStandard(file) ? 'standard input' : file, error));

/**
 * All of it, a chunk at a time.
 * @param {string | undefined} file
 * @returns {AsyncGenerator<Buffer>}
 */
export async function* chunksOf(file) {
  try {
    yield* streamOf(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/**
 * Blanks, byte order marks and the zeros of UTF-16 may come before the bracket.
 * @type {(bytes: Buffer) => boolean}
 */
const isJson = (bytes) => /^[^\x21-\x7e]*[{[]/.test(bytes.subarray(0, 64).toString('latin1'));

/**
 * `{ text, cutAt }`.
 * @type {(file: string | undefined) => Promise<{ text: string, cutAt: number | undefined }>}
 */
export const readText = async (file) => {
  const { bytes, cutAt } = await readBytes(file, (first) => (isJson(first) ? MOST_JSON : MOST_TEXT));
  return { text: decoded(bytes), cutAt };
};

/**
 * Windows' PowerShell redirects in UTF-16.
 * @type {(bytes: Buffer) => string}
 */
const decoded = (bytes) => new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
