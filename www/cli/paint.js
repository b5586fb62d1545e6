// Text for a terminal: as wide as it is, and in colour where that is wanted.

/** @typedef {Record<string, (text: string) => string>} Paint By colour. */

const WIDEST = 100;
/** @type {Record<string, [on: number, off: number]>} */
const COLOURS = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], cyan: [36, 39] };

/**
 * What the environment says comes before what the stream is; see no-color.org and force-color.org.
 * @type {(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv) => boolean}
 */
const isColoured = ({ isTTY }, { FORCE_COLOR, NO_COLOR, TERM }) => {
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR);
  return !NO_COLOR && Boolean(isTTY) && TERM !== 'dumb';
};

/**
 * Paints for a stream: `{ bold(text), red(text), …, page(text) }`.
 * @param {any} stream
 * @returns {any}
 */
export const painter = (stream, env = process.env) => {
  const coloured = isColoured(stream, env);
  const width = stream.isTTY ? Math.min(stream.columns || WIDEST, WIDEST) : Infinity;
  /** @type {Paint} */
  const paint = Object.fromEntries(
    Object.entries(COLOURS).map(([name, [on, off]]) => [
      name,
      (/** @type {string} */ text) => (coloured ? `\x1b[${on}m${text}\x1b[${off}m` : text),
    ]),
  );
  return { ...paint, width, page: (/** @type {string} */ text) => pageOf(text, width, paint) };
};

/**
 * A page of `render`: a title, and blocks behind a heading each.
 * @type {(text: string, width: number, paint: Paint) => string}
 */
const pageOf = (text, width, paint) => {
  const lines = text.split('\n');
  /** @type {(at: number) => boolean} */
  const isHeading = (at) => lines[at - 1] === '' && lines[at] !== '';
  /** @type {(line: string, at: number) => string} */
  const painted = (line, at) => {
    const shown = wrapped(line, width);
    if (at === 0) return titled(shown, paint);
    if (isHeading(at)) return headed(shown, paint);
    return shown.replace(/`([^`]*)`/g, (code) => paint.cyan(code)).replace(/https:\/\/\S+/g, paint.dim);
  };
  return lines.map(painted).join('\n');
};

/** @type {Record<string, string>} */
const CLASSES = { 2: 'green', 3: 'cyan', 4: 'yellow', 5: 'red' };

/** @type {(line: string, paint: Paint) => string} */
const titled = (line, paint) => paint.bold((paint[CLASSES[line[0]]] ?? paint.red)(line));

/** @type {Record<string, string>} */
const SURE = { certain: 'red', likely: 'yellow', possible: 'dim' };

/**
 * `A heading (certain)`, of which the confidence has a colour.
 * @type {(line: string, paint: Paint) => string}
 */
const headed = (line, paint) => {
  const [, words, sure] = /** @type {RegExpExecArray} */ (/^(.*?)(?:\((certain|likely|possible)\))?$/s.exec(line));
  return paint.bold(words) + (sure ? paint[SURE[sure]](`(${sure})`) : '');
};

/**
 * Broken at blanks; what follows the bullet of an item stays behind it.
 * @type {(line: string, width: number) => string}
 */
export const wrapped = (line, width) => {
  if (line.length <= width) return line;
  const [indent] = /** @type {RegExpExecArray} */ (/^ *(?:- )?/.exec(line));
  const rows = [indent];
  for (const word of line.slice(indent.length).split(' ')) {
    const row = String(rows.at(-1));
    const isFresh = row.trim() === '' || row === indent;
    if (isFresh) rows[rows.length - 1] += word;
    else if (row.length + 1 + word.length <= width) rows[rows.length - 1] += ` ${word}`;
    else rows.push(' '.repeat(indent.length) + word);
  }
  return rows.join('\n');
};
