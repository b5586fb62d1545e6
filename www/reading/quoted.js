// Values in quotes, however often they were escaped: of JSON, of JSON within JSON, of shells.

/**
 * What begins with one sign and ends with another.
 * @type {Record<string, string>}
 */
const PARTNERS = { '‘': '’', '“': '”' };

/**
 * The match of a sticky pattern at a place.
 * @type {(pattern: RegExp, text: string, at: number) => RegExpExecArray | null}
 */
export const take = (pattern, text, at) => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/**
 * `[from, end]` of what stands within the quotes that open at a place, a `b` of Python before them; undefined without.
 * @param {string} text
 * @param {number} at
 * @returns {any} A `Span`.
 */
export const valueAt = (text, at) => {
  const [opening] = take(/b?[\\^$]{0,16}["'`‘“]/y, text, at) ?? [];
  return opening && [at + opening.length, closing(text, at + opening.length, opening)];
};

/**
 * Where the text ends that an opening such as `"`, `\"` or `^"` began, at most with its line.
 * @type {(text: string, from: number, opening: string) => number}
 */
export const closing = (text, from, opening) => {
  const sign = /** @type {string} */ (opening.at(-1));
  const quote = PARTNERS[sign] ?? sign;
  const depth = backslashes(opening);
  const ends = new RegExp(`[${quote}\\n]`, 'g');
  ends.lastIndex = from;
  for (let match = ends.exec(text); match; match = ends.exec(text)) {
    if (match[0] === '\n') return match.index;
    let start = match.index;
    while (start > from && (text[start - 1] === '\\' || text[start - 1] === '^')) start--;
    // Each level of escapes doubles the backslashes, and adds one before a quote.
    const isEnd = backslashes(text.slice(start, match.index)) % (2 * (depth + 1)) === depth;
    // 'It'\''s' is one word of a shell.
    if (isEnd && quote === "'" && text.startsWith("\\''", match.index + 1)) ends.lastIndex = match.index + 4;
    else if (isEnd) return start;
  }
  return text.length;
};

/** @type {(text: string) => number} */
const backslashes = (text) => text.replace(/[^\\]+/g, '').length;
