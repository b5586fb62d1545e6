// What is written, and where: results to standard output, all else to standard error.

import { painter } from './paint.js';

/** Characters that a terminal acts on instead of showing them. */
const UNSEEN = /[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g;

/** A text of somebody else's, in one line that can do nothing. */
export const inLine = (text) => String(text).replace(UNSEEN, ' ');

export const print = (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);

export const printJson = (value) => print(JSON.stringify(value, null, 2));

/** A page of `render`. */
export const printPage = (page, format = 'text', stream = process.stdout) => {
  const shown = format === 'text' ? painter(stream).page(page) : page;
  stream.write(shown.endsWith('\n') ? shown : `${shown}\n`);
};

const say = (colour, text) => process.stderr.write(`${painter(process.stderr)[colour]('bc-status:')} ${inLine(text)}\n`);

/** A remark on how the command goes. */
export const note = (text) => say('dim', text);

export const complain = (text) => say('red', text);
