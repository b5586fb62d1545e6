// Text for a terminal: as wide as it is, and in colour where that is wanted.

const WIDEST = 100;
const COLOURS = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], cyan: [36, 39] };

/** What the environment says comes before what the stream is; see no-color.org and force-color.org. */
const isColoured = ({ isTTY }, { FORCE_COLOR, NO_COLOR, TERM }) => {
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR);
  return !NO_COLOR && Boolean(isTTY) && TERM !== 'dumb';
};

/** Paints for a stream: `{ bold(text), red(text), …, page(text) }`. */
export const painter = (stream, env = process.env) => {
  const coloured = isColoured(stream, env);
  const width = stream.isTTY ? Math.min(stream.columns || WIDEST, WIDEST) : Infinity;
  const paint = Object.fromEntries(
    Object.entries(COLOURS).map(([name, [on, off]]) => [name, (text) => (coloured ? `\x1b[${on}m${text}\x1b[${off}m` : text)]),
  );
  return { ...paint, width, page: (text) => pageOf(text, width, paint) };
};

/** A page of `render`: a title, and blocks behind a heading each. */
const pageOf = (text, width, paint) => {
  const lines = text.split('\n');
  const isHeading = (at) => lines[at - 1] === '' && lines[at] !== '';
  const painted = (line, at) => {
    const shown = wrapped(line, width);
    if (at === 0) return titled(shown, paint);
    if (isHeading(at)) return headed(shown, paint);
    return shown.replace(/`([^`]*)`/g, (code) => paint.cyan(code)).replace(/https:\/\/\S+/g, paint.dim);
  };
  return lines.map(painted).join('\n');
};

const CLASSES = { 2: 'green', 3: 'cyan', 4: 'yellow', 5: 'red' };

const titled = (line, paint) => paint.bold((paint[CLASSES[line[0]]] ?? paint.red)(line));

const SURE = { certain: 'red', likely: 'yellow', possible: 'dim' };

/** `A heading (certain)`, of which the confidence has a colour. */
const headed = (line, paint) => {
  const [, words, sure] = /^(.*?)(?:\((certain|likely|possible)\))?$/s.exec(line);
  return paint.bold(words) + (sure ? paint[SURE[sure]](`(${sure})`) : '');
};

/** Broken at blanks; what follows the bullet of an item stays behind it. */
export const wrapped = (line, width) => {
  if (line.length <= width) return line;
  const [indent] = /^ *(?:- )?/.exec(line);
  const rows = [indent];
  for (const word of line.slice(indent.length).split(' ')) {
    const row = rows.at(-1);
    const isFresh = row.trim() === '' || row === indent;
    if (isFresh) rows[rows.length - 1] += word;
    else if (row.length + 1 + word.length <= width) rows[rows.length - 1] += ` ${word}`;
    else rows.push(' '.repeat(indent.length) + word);
  }
  return rows.join('\n');
};
