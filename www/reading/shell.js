// A command as a shell splits it into words: bash and its kin, and cmd.

/**
 * `{ words, end }`: the words of the command that begins a text, and where the next one would begin.
 * @type {(text: string) => { words: string[], end: number }}
 */
export const command = (text) => (isCmd(text) ? cmdWords(text) : words(text, 0));

/**
 * Browsers copy for cmd with carets before quotes and line ends.
 * @type {(text: string) => boolean}
 */
const isCmd = (text) => /\^\r?\n|\^"/.test(text);

/** @type {(text: string) => { words: string[], end: number }} */
const cmdWords = (text) => {
  const [lines] = /** @type {RegExpExecArray} */ (/^(?:[^\n]*\^\r?\n(?:\r?\n)?)*[^\n]*/.exec(text));
  const plain = lines.replace(/\^(?:\r?\n(\r?\n)?|([^]))/g, (_, lineEnd, character) => lineEnd ?? character ?? '');
  // What a quoted text holds behind a line end is its own.
  return { words: words(plain, 0).words, end: lines.length };
};

/** Between words; a pipe, a list and a redirection end the command. */
const END = /[;|&<>)\n]/;

/** @type {(text: string, from: number) => { words: string[], end: number }} */
const words = (text, from) => {
  /** @type {string[]} */
  const found = [];
  let at = from;
  for (;;) {
    while (text[at] === ' ' || text[at] === '\t' || isContinued(text, at)) at += lengthOfBlank(text, at);
    if (at >= text.length || END.test(text[at]) || text[at] === '\r') return { words: found, end: at };
    const { word, end } = wordAt(text, at);
    found.push(word);
    at = end;
  }
};

/**
 * PowerShell has a backtick where other shells have a backslash.
 * @type {(text: string, at: number) => boolean}
 */
const isContinued = (text, at) => (text[at] === '\\' || text[at] === '`') && /\r?\n/y.test(text.slice(at + 1, at + 3));

/** @type {(text: string, at: number) => number} */
const lengthOfBlank = (text, at) => (text[at] === ' ' || text[at] === '\t' ? 1 : text[at + 1] === '\r' ? 3 : 2);

/**
 * Quoted and plain parts that touch are one word.
 * @type {(text: string, from: number) => { word: string, end: number }}
 */
const wordAt = (text, from) => {
  /** @type {string[]} */
  const parts = [];
  let at = from;
  while (at < text.length && !/\s/.test(text[at]) && !END.test(text[at]) && !isContinued(text, at)) {
    const isAnsi = text[at] === '$' && text[at + 1] === "'";
    const quote = isAnsi ? "'" : text[at];
    if (quote === "'" || quote === '"') {
      const start = at + (isAnsi ? 2 : 1);
      const end = closing(text, start, quote, isAnsi || quote === '"');
      parts.push(UNQUOTED[isAnsi ? '$' : quote](text.slice(start, end)));
      at = end + 1;
    } else if (text[at] === '\\') {
      parts.push(text[at + 1] ?? '');
      at += 2;
    } else {
      PLAIN.lastIndex = at;
      const [plain] = PLAIN.exec(text) ?? [text[at]];
      parts.push(plain);
      at += plain.length;
    }
  }
  return { word: parts.join(''), end: Math.max(at, from + 1) };
};

/** An address may have an ampersand that nobody quoted, and is pasted as it is. */
const PLAIN = /(?:[^\s"'\\;|&<>)$]|\$(?!')|[&;](?=[^\s&;|]))+/y;

/** @type {(text: string, from: number, quote: string, hasEscapes: boolean) => number} */
const closing = (text, from, quote, hasEscapes) => {
  let at = from;
  while (at < text.length && text[at] !== quote) at += hasEscapes && text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
};

/** @type {Record<string, string>} */
const ANSI = { n: '\n', r: '\r', t: '\t', 0: '\0' };

/** @type {Record<string, (text: string) => string>} */
const UNQUOTED = {
  "'": (text) => text,
  '"': (text) => text.replace(/\\(?:\r?\n|([\\"$`]))/g, (_, character) => character ?? ''),
  $: (text) =>
    text.replace(/\\(?:u([\da-fA-F]{1,4})|x([\da-fA-F]{1,2})|([^]))/g, (_, unicode, hex, character) =>
      character === undefined ? String.fromCharCode(parseInt(unicode ?? hex, 16)) : (ANSI[character] ?? character),
    ),
};
