// What is written, and where: results to standard output, all else to standard error. Whatever a
// text holds, a terminal does nothing that we do not want: all goes through `write`.

import { renderDiagnosis, renderStatus } from '../core/render.js';
import { painter } from './paint.js';

/** @typedef {NodeJS.WriteStream} Stream */

/** What acts on a terminal or cannot be seen: controls, marks of direction and of no width, halves of characters. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is meant alone
const UNSEEN = /\r(?!\n)|(?![\t\n\r\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/gu;

/**
 * As JSON has it, so that in JSON it is still the same text.
 * @type {(text: string) => string}
 */
const escaped = (text) => text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * A text of somebody else's, with escapes for what is not seen but line ends and tabs.
 * @type {(text: unknown) => string}
 */
export const visible = (text) => String(text).replace(UNSEEN, escaped);

/**
 * The same in one line.
 * @type {(text: unknown) => string}
 */
export const inLine = (text) => visible(text).replace(/[\t\n\r]/g, escaped);

/** @type {(value: any) => any} */
const visibleIn = (value) => {
  if (typeof value === 'string') return visible(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(visibleIn);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, visibleIn(member)]));
};

/**
 * Colours are put on what is visible already.
 * @type {(stream: Stream, text: string, paint?: (shown: string) => string) => boolean}
 */
const write = (stream, text, paint = (shown) => shown) => {
  const shown = paint(visible(text));
  return stream.write(shown.endsWith('\n') ? shown : `${shown}\n`);
};

/** @type {(text: string, paint?: (shown: string) => string, stream?: Stream) => boolean} */
export const print = (text, paint, stream = process.stdout) => write(stream, text, paint);

/** @type {(value: unknown, stream?: Stream) => boolean} */
export const printJson = (value, stream = process.stdout) => write(stream, JSON.stringify(value, null, 2));

/**
 * The page of a code or a diagnosis.
 * @type {(what: unknown, format?: 'text' | 'markdown' | 'html') => string}
 */
export const pageOf = (what, format = 'text') => {
  // What the renderer met of these it would leave out.
  const shown = visibleIn(what);
  return visible(typeof shown === 'number' ? renderStatus(shown, format) : renderDiagnosis(shown, format));
};

/** @type {(what: unknown, format?: 'text' | 'markdown' | 'html', stream?: Stream) => boolean} */
export const printPage = (what, format = 'text', stream = process.stdout) =>
  write(stream, pageOf(what, format), format === 'text' ? painter(stream).page : undefined);

/** @type {(colour: string, text: string) => void} */
const say = (colour, text) => {
  const paint = painter(process.stderr)[colour];
  write(process.stderr, inLine(text), (shown) => `${paint('bc-status:')} ${shown}`);
};

/**
 * A remark on how the command goes.
 * @type {(text: string) => void}
 */
export const note = (text) => say('dim', text);

/** @type {(text: string) => void} */
export const complain = (text) => say('red', text);

const CLEAR = '\r\x1b[K';

/**
 * A line on a terminal that gives way to the next.
 * @type {(stream: Stream) => { show: (text: string) => boolean, clear: () => boolean }}
 */
export const passingLine = (stream) => ({
  show: (text) => stream.write(CLEAR + painter(stream).dim(inLine(text).slice(0, (stream.columns || 80) - 1))),
  clear: () => stream.write(CLEAR),
});

/**
 * For the chunks of a body: a terminal is shown it, all else gets it as it is. At the end it is called without one.
 * @type {(stream: { isTTY?: boolean }) => (chunk?: Uint8Array) => string | Uint8Array}
 */
export const bodyFor = ({ isTTY }) => {
  if (!isTTY) return (chunk) => chunk ?? '';
  const decoder = new TextDecoder();
  let held = '';
  return (chunk) => {
    const text = held + decoder.decode(chunk, { stream: chunk !== undefined });
    // Its line feed may come with the next.
    held = chunk && text.endsWith('\r') ? '\r' : '';
    return visible(text.slice(0, text.length - held.length));
  };
};
