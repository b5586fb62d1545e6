// Values in a text by the names before them: in a URL, a form, a header, JSON, or a part of
// one of these that is quoted somewhere.

/** A name, and what leads to its value: `a=`, `"a": "`, `a%3D`, `<a>`, `name="a"` and a line's end. */
const NAME = /\bname="([^"]{1,99})"\s*|([\w.%+[\]-]{1,99}?)(%(?:25)*3d|(?:\\*["'])?\]?\s{0,9}[:=>]\s{0,9}(?:\\*["'])?)/gi;

/**
 * Where a value ends: one of a URL at the next parameter, any other at what closes or separates.
 * @type {Record<string, RegExp>}
 */
const ENDS = {
  '=': /[^&#\s"<>]*/y,
  '%': /(?:(?!%(?:25)*(?:26|23))[^&#\s"<>])*/y,
  '"': /(?:[^"\\]|\\.)*/sy,
  "'": /(?:[^'\\]|\\.)*/sy,
  '': /(?:(?:basic|bearer|pat|token)\s+)?[^&\s"'`<>\\,;)}\]]*/iy,
};

const NOTHING = /^(?:(?:basic|bearer|pat|token)\s*)?(?:null|true|false|[[{*]*)$/i;

/**
 * Escapes of a URL, however often they were made; what is none of them stays.
 * @type {(name: string) => string}
 */
const decoded = (name) => {
  try {
    return decodeURIComponent(name.replace(/%(?:25)+/g, '%'));
  } catch {
    return name;
  }
};

/**
 * `{ value, from, to }` for each value whose name is wanted, by `isWanted(name, isInUrl)`.
 * One that says nothing, such as null, is left out.
 * @param {string} text
 * @param {(name: string, isInUrl: boolean) => boolean} isWanted
 * @returns {Generator<{ value: string, from: number, to: number }>}
 */
export function* valuesIn(text, isWanted) {
  const names = new RegExp(NAME);
  for (let found = names.exec(text); found; found = names.exec(text)) {
    const [, attribute, word, leading = ''] = found;
    const name = attribute ?? word;
    const path = (name.includes('%') ? decoded(name) : name).split(/[?&#;=]/);
    const isParameter = leading === '=' && (path.length > 1 || /[?&#;]/.test(text[found.index - 1]));
    const isInUrl = isParameter || leading[0] === '%';
    if (!isWanted(/** @type {string} */ (path.at(-1)), isInUrl)) continue;
    const [, quote = ''] = /(?:^|[^\\])(["'])$/.exec(leading) ?? [];
    const ends = ENDS[isInUrl ? leading[0] : quote];
    ends.lastIndex = names.lastIndex;
    const [value] = /** @type {RegExpExecArray} */ (ends.exec(text));
    const from = names.lastIndex;
    names.lastIndex += value.length;
    // In a sentence, a word.
    if (value.length < 6 && /^[:=]\s+$/.test(leading)) continue;
    if (!NOTHING.test(value)) yield { value, from, to: names.lastIndex };
  }
}
