// The parts of an archive or a log, one after the other, of which no more is held than the longest.

import { wrong } from '../core/checks.js';

/** @typedef {{ text: string, line?: number, entry?: number }} Entry */

/** Of a part no more is kept: what is longer is no log. */
const LONGEST = 4 * 1024 * 1024;

/**
 * @param {string | AsyncIterable<Uint8Array | string>} source
 * @returns {AsyncIterable<Entry>}
 */
export async function* entriesIn(source) {
  let kind;
  let text = '';
  /** @type {Archive | Lines | undefined} */
  let parts;
  for await (const chunk of textsOf(source)) {
    text += chunk;
    kind ??= kindOf(text);
    if (!kind) continue;
    parts ??= kind === 'har' ? new Archive() : new Lines();
    yield* parts.take(text);
    text = '';
  }
  parts ??= new Lines();
  yield* parts.take(text);
  yield* parts.end();
}

/**
 * An archive begins with its log; undefined as long as that is not seen.
 * @type {(text: string) => 'har' | 'lines' | undefined}
 */
const kindOf = (text) => {
  const begin = text.trimStart().replace(/^\ufeff/, '');
  if (/^\{\s*"log"\s*:/.test(begin)) return 'har';
  return begin.length > 64 || (!begin.startsWith('{') && begin.includes('\n')) ? 'lines' : undefined;
};

/** @type {(source: any) => AsyncIterable<string>} */
async function* textsOf(source) {
  if (typeof source === 'string') return yield source;
  if (!source?.[Symbol.asyncIterator] && !source?.[Symbol.iterator])
    throw wrong('source', 'a string or an async iterable of chunks', source);
  const decoder = new TextDecoder();
  for await (const chunk of source) yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [34, 92, 91, 93, 123, 125];

/** The entries of an HTTP Archive, `{ log: { entries: [{ … }] } }`, of which one is held at a time. */
class Archive {
  #depth = 0;
  #isText = false;
  #isEscaped = false;
  /** The last text before a value, as far as it may be a name. */
  #name = '';
  #isEntries = false;
  #isIn = false;
  #held = '';
  #entry = 0;

  /** @param {string} chunk */
  *take(chunk) {
    // What began before begins with the chunk.
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (this.#isEscaped) this.#isEscaped = false;
      else if (this.#isText) {
        if (code === BACKSLASH) this.#isEscaped = true;
        else if (code === QUOTE) this.#isText = false;
        else if (!this.#isIn && this.#name.length < 10) this.#name += chunk[at];
      } else if (code === QUOTE) {
        this.#isText = true;
        this.#name = '';
      } else if (code === OPEN || code === OPEN_LIST) {
        if (code === OPEN_LIST && this.#depth === 2 && this.#name === 'entries') this.#isEntries = true;
        else if (code === OPEN && this.#depth === 3 && this.#isEntries) {
          this.#isIn = true;
          from = at;
        }
        this.#depth += 1;
      } else if (code === CLOSE || code === CLOSE_LIST) {
        this.#depth -= 1;
        if (this.#isIn && this.#depth === 3) {
          this.#entry += 1;
          yield { text: this.#held + chunk.slice(from, at + 1), entry: this.#entry };
          this.#held = '';
          this.#isIn = false;
        } else if (this.#depth === 2) this.#isEntries = false;
      }
    }
    if (this.#isIn) this.#held += chunk.slice(from);
    if (this.#held.length > LONGEST * 8) throw new RangeError('an entry of the archive is longer than 32 million characters');
  }

  *end() {}
}

/** Lines, or paragraphs where a head or a stack of calls takes several. */
class Lines {
  #rest = '';
  #line = 0;
  /** @type {string[]} */
  #open = [];
  #from = 1;

  /** @param {string} more */
  *take(more) {
    const lines = (this.#rest + more).split('\n');
    this.#rest = /** @type {string} */ (lines.pop());
    if (this.#rest.length > LONGEST) this.#rest = '';
    for (const line of lines) yield* this.#put(line);
  }

  /** @param {string} line */
  *#put(line) {
    this.#line += 1;
    if (this.#open.length && begins(line)) yield* this.#close();
    if (!this.#open.length) this.#from = this.#line;
    this.#open.push(line);
    if (this.#open.length > 500) yield* this.#close();
  }

  *#close() {
    const text = this.#open.join('\n');
    this.#open = [];
    if (text.trim()) yield { text, line: this.#from };
  }

  *end() {
    if (this.#rest) yield* this.#put(this.#rest);
    yield* this.#close();
  }
}

/**
 * Whether a line begins something new: a record in JSON, a moment, an address, a command.
 * @type {(line: string) => boolean}
 */
const begins = (line) =>
  /^\s*\{"|^\{$|^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:|^\d{1,3}(?:\.\d{1,3}){3} |^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |^(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b|^(?:\$ )?curl |^> [A-Z]+ \S+ HTTP\/|^--\d{4}-\d\d-\d\d|^[A-Z]+ (?:https?:\/\/|\/)\S+/.test(
    line,
  );
