// The records of a log, which comes in chunks: a line each, or several where a value is printed over
// many, an answer stands with its head, or a stack of calls follows.

/** @import { Entry } from './entries.js' */

/** A line that is longer is none of a log. */
const LONGEST = 4 * 1024 * 1024;
/** Of a record that has several lines no more are kept. */
const MOST_LINES = 500;
/** Of a paragraph: what follows on more lines than this is another. */
const MOST_OF_TEXT = 64;

/**
 * Whether a line begins something new: a record in JSON or in pairs, a moment, an address, a command.
 * @type {(line: string) => boolean}
 */
const begins = (line) =>
  /^(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:|\[?[A-Z][a-z]{2},? [A-Z\d][a-z\d]+ |\S+ \S+ \S+ \[\d\d?\/|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\d\d:\d\d:\d\d|\d{10,}|<\d+>|[\w.-]+ +\| |(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE)\b|[IWEF]\d{4} |\w+=\S|(?:\$ )?curl |--\d{4}-\d\d-\d\d|[A-Z]{3,7} (?:https?:\/\/|\/)\S+)/.test(
    line,
  );

/** The first line of a request, as it is sent. */
const REQUEST = /^(?:> )?[A-Z]{3,10} \S+ HTTP\/[\d.]+\s*$/;
const COMMAND = /^(?:\$ )?(?:(?:curl|https?|xh|wget|Invoke-WebRequest|Invoke-RestMethod|iwr|irm) |fetch\()/;

/** Within an answer, whose body may look like anything. */
const beginsAnswer = (/** @type {string} */ line) => /^HTTP\/[\d.]+ [1-5]\d\d\b/.test(line) || REQUEST.test(line) || COMMAND.test(line);

/** An answer that stands behind a body on its last line. */
const GLUED = /[^\s"'`(]HTTP\/(?:1\.[01]|2|3) [1-5]\d\d\b/;

export class Lines {
  #rest = '';
  #isTooLong = false;
  #line = 0;
  /** @type {string[]} */
  #open = [];
  #length = 0;
  #from = 1;
  /** @type {'text' | 'json' | 'answer'} */
  #kind = 'text';
  /** Of an answer, whether the head is over, and whether its request or its own head was seen. */
  #isBody = false;
  #hasRequest = false;
  #hasHead = false;
  /** @type {Entry[]} */
  #entries = [];
  isBegun = false;

  /**
   * @param {string} more
   * @returns {Entry[]}
   */
  take(more) {
    this.isBegun = true;
    const lines = (this.#rest + more).split('\n');
    this.#rest = /** @type {string} */ (lines.pop());
    for (const line of lines) this.#put(line);
    if (this.#rest.length > LONGEST) {
      this.#rest = '';
      this.#isTooLong = true;
    }
    return this.#taken();
  }

  /** @returns {Entry[]} */
  end() {
    if (this.#rest || this.#isTooLong) this.#put(this.#rest);
    this.#close();
    return this.#taken();
  }

  #taken() {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  /** @param {string} raw */
  #put(raw) {
    this.#line += 1;
    if (this.#isTooLong || raw.length > LONGEST) {
      this.#isTooLong = false;
      this.#close();
      this.#entries.push({ text: '', line: this.#line, lost: 'long' });
      return;
    }
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (this.#kind === 'answer' && this.#open.length) this.#putInAnswer(line);
    else if (this.#kind === 'json' && this.#open.length) this.#putInJson(line);
    else this.#putFirst(line);
  }

  /** @param {string} line */
  #putFirst(line) {
    const first = line.charCodeAt(0);
    const isBehindCommand = this.#open.length > 0 && this.#kind === 'text' && COMMAND.test(this.#open[0]);
    if (isBehindCommand && (first === 0x7b || first === 0x5b) && this.#open.at(-1) === '') {
      this.#add(line);
      this.#kind = 'answer';
      this.#isBody = true;
      return;
    }
    if (first === 0x7b || (first === 0x5b && /^\[\s*(?:\{|$)/.test(line))) {
      this.#close();
      this.#begin('json', line);
      // The usual case: a record is a line.
      if (line.length > 1 && /[}\]]$/.test(line.slice(-3).trimEnd())) this.#close();
      return;
    }
    if (/^(?:HTTP\/[\d.]+ [1-5]\d\d\b|< HTTP\/|\* )/.test(line) || REQUEST.test(line)) {
      if (isBehindCommand) this.#add(line);
      else {
        this.#close();
        this.#begin('answer', line);
      }
      this.#kind = 'answer';
      this.#sees(line);
      return;
    }
    if (this.#open.length && (this.#open.length >= MOST_OF_TEXT || begins(line))) this.#close();
    if (this.#open.length) this.#add(line);
    else if (line.trim()) this.#begin('text', line);
  }

  /** @param {string} line */
  #putInJson(line) {
    const isInner = /^(?:[\s}\],]|$)/.test(line);
    if (!isInner) {
      this.#close();
      this.#putFirst(line);
      return;
    }
    this.#add(line);
    if (/^[}\]]/.test(line)) this.#close();
  }

  /** @param {string} line */
  #putInAnswer(line) {
    const isNext = this.#isBody || this.#hasHead ? beginsAnswer(line) && !this.#isHeadOf(line) : this.#hasRequest && REQUEST.test(line);
    // A record of a log behind an answer that has its body.
    const isLog = this.#isBody && this.#open.at(-1) !== '' && (line.startsWith('{"') || begins(line));
    if (isNext || isLog) {
      this.#close();
      this.#putFirst(line);
      return;
    }
    const glued = GLUED.exec(line);
    if (glued && this.#isBody) {
      const at = glued.index + 1;
      this.#add(line.slice(0, at));
      this.#close();
      this.#putFirst(line.slice(at));
      return;
    }
    this.#add(line);
    this.#sees(line);
  }

  /**
   * An answer has the head of another before it where that was only an interim one; and curl -v shows the head of the
   * request first.
   * @param {string} line
   */
  #isHeadOf(line) {
    return /^HTTP\//.test(line) && /^HTTP\/[\d.]+ 1\d\d/.test(String(this.#open.find((one) => one.startsWith('HTTP/'))));
  }

  /** @param {string} line */
  #sees(line) {
    if (REQUEST.test(line)) this.#hasRequest = true;
    else if (/^(?:< )?HTTP\/[\d.]+ [2-5]\d\d/.test(line)) this.#hasHead = true;
    else if (this.#hasHead && /^<?\s*$/.test(line)) this.#isBody = true;
  }

  /** @type {(kind: 'text' | 'json' | 'answer', line: string) => void} */
  #begin(kind, line) {
    this.#kind = kind;
    this.#from = this.#line;
    this.#isBody = false;
    this.#hasRequest = false;
    this.#hasHead = false;
    this.#add(line);
  }

  /** @param {string} line */
  #add(line) {
    if (this.#open.length > MOST_LINES && this.#kind !== 'json') return;
    this.#length += line.length;
    if (this.#length > LONGEST) return;
    this.#open.push(line);
  }

  #close() {
    if (this.#open.length) {
      const text = this.#open.join('\n');
      if (text.trim()) this.#entries.push({ text, line: this.#from });
    }
    this.#open = [];
    this.#length = 0;
    this.#kind = 'text';
  }
}
