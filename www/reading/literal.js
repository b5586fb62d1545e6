// Literals of JavaScript, read without running anything: strings, objects, arrays, numbers. What
// is no literal, such as a variable, is undefined.

const DEEPEST = 32;

/**
 * `{ value, end }` of the literal at a place, or undefined.
 * @type {(text: string, from: number) => { value: any, end: number } | undefined}
 */
export const literalAt = (text, from) => {
  const reader = new Reader(text, from);
  const value = reader.value(0);
  return reader.isLost ? undefined : { value, end: reader.at };
};

class Reader {
  isLost = false;

  /**
   * @param {string} text
   * @param {number} at
   */
  constructor(text, at) {
    this.text = text;
    this.at = at;
  }

  /**
   * @param {number} depth
   * @returns {any}
   */
  value(depth) {
    this.#blanks();
    const first = this.text[this.at];
    if (depth > DEEPEST || first === undefined) return this.#lose();
    if (first === '"' || first === "'" || first === '`') return this.#string(first);
    if (first === '{') return this.#object(depth);
    if (first === '[') return this.#list(depth);
    return this.#word(depth);
  }

  /** @returns {undefined} */
  #lose() {
    this.isLost = true;
  }

  /** @param {RegExp} pattern */
  #match(pattern) {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [''];
    this.at += found.length;
    return found;
  }

  #blanks() {
    this.#match(/(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/y);
  }

  /** @param {string} character */
  #takes(character) {
    this.#blanks();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  /** @param {string} quote */
  #string(quote) {
    const start = ++this.at;
    while (this.at < this.text.length && this.text[this.at] !== quote) this.at += this.text[this.at] === '\\' ? 2 : 1;
    if (this.at >= this.text.length) return this.#lose();
    return unescaped(this.text.slice(start, this.at++));
  }

  /** @param {number} depth */
  #object(depth) {
    const members = [];
    this.at++;
    while (!this.#takes('}')) {
      const quote = this.text[this.at];
      const name = quote === '"' || quote === "'" ? this.#string(quote) : this.#match(/[\w$]+/y);
      if (this.isLost || !name) return this.#lose();
      const isShort = !this.#takes(':');
      const value = isShort ? undefined : this.value(depth + 1);
      if (this.isLost) return undefined;
      members.push([name, value]);
      if (!this.#takes(',') && this.text[this.at] !== '}') return this.#lose();
    }
    return Object.fromEntries(members);
  }

  /** @param {number} depth */
  #list(depth) {
    const items = [];
    this.at++;
    while (!this.#takes(']')) {
      items.push(this.value(depth + 1));
      if (this.isLost || (!this.#takes(',') && this.text[this.at] !== ']')) return this.#lose();
    }
    return items;
  }

  /**
   * A number, a name, or a call such as `JSON.stringify({…})`, whose argument counts.
   * @param {number} depth
   * @returns {any}
   */
  #word(depth) {
    const word = this.#match(/(?:new\s+)?[\w$.+-]+/y);
    if (!word) return this.#lose();
    if (!this.#takes('(')) return WORDS.has(word) ? WORDS.get(word) : Number.isFinite(Number(word)) ? Number(word) : undefined;
    const argument = this.#takes(')') ? undefined : this.value(depth + 1);
    // Further arguments are for the layout.
    const rest = argument === undefined ? '' : this.#match(/[^()]{0,40}/y);
    if (this.isLost || (rest !== undefined && this.text[this.at - 1] !== ')' && !this.#takes(')'))) return this.#lose();
    return word === 'JSON.stringify' ? JSON.stringify(argument) : argument;
  }
}

/** @type {Map<string, boolean | null>} */
const WORDS = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** @type {Record<string, string>} */
const ESCAPES = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };

/** @type {(text: string) => string} */
const unescaped = (text) =>
  text.replace(/\\(?:u\{?([\da-fA-F]{1,6})\}?|x([\da-fA-F]{2})|(\r?\n)|([^]))/g, (_, unicode, hex, lineEnd, character) => {
    if (unicode ?? hex) return codePoint(parseInt(unicode ?? hex, 16));
    return lineEnd ? '' : (ESCAPES[character] ?? character);
  });

/** @type {(number: number) => string} */
const codePoint = (number) => (number <= 0x10ffff ? String.fromCodePoint(number) : '�');
