// What is pasted or filled in, what it is read as, and what is wrong with it.

import { withoutStatus } from '../../core/assumed.js';
import { renderDiagnosis } from '../../core/render.js';
import { fill } from '../language.js';
import { html, nothing } from '../lit.js';
import { decideIn, diagnoseIn, init } from './core.js';
import { Countdown } from './countdown.js';
import { EXAMPLES } from './examples.js';
import { BLANK, exchangeFrom, fieldsOf } from './fields.js';
import { form } from './form.js';
import { LONG, Reader } from './reader.js';
import { warm } from './reader-source.js';
import { result } from './result.js';
import { Secrets } from './vault.js';

/** @import { Diagnosis } from 'bc-status' */
/** @import { Read } from './reader.js' */
/** @import { Words } from '../language.js' */
/** @import { LitElement } from '../lit.js' */

/**
 * Whoever reads this has the time that a wait takes, and wants to know how long that is.
 * @type {import('bc-status').RetryPolicy}
 */
const PATIENT = { profile: 'background', jitter: false };

/**
 * In a HAR or an exchange in JSON everything can be anything.
 * @type {(error: any) => { wrong: string, values: Record<string, string> }}
 */
const unreadable = ({ message, wrong = 'unreadable', values = { message } }) => ({ wrong, values });

/** How much of the end of what is shown has to stay, so that what is behind it still follows. */
const SEAM = 40;

/** No word is longer that a text could be cut within. */
const LONGEST_WORD = 4000;

/**
 * Where the part of a long text ends that is shown: at the end of a line or of a word, since one that is cut is not known as a secret.
 * @type {(text: string) => number}
 */
const endOfShown = (text) => {
  if (text.length <= LONG) return text.length;
  const [last] = /[^\s"',;&]*$/.exec(text.slice(LONG - LONGEST_WORD, LONG)) ?? [''];
  return LONG - (last.length === LONGEST_WORD ? 0 : last.length);
};

export class Troubleshooter {
  /** @type {LitElement} */
  #host;
  /** @type {(diagnosis: Diagnosis) => void} */
  #onDiagnosis;
  #secrets = new Secrets();
  /** @type {Countdown} */
  #countdown;
  /** @type {any} */
  #words;
  /** As it is on screen, with marks for secrets. */
  #text = '';
  /** What of a long text is behind that, as it was pasted. */
  #hidden = '';
  /** The example that is to be seen. */
  #example = '';
  #fields = BLANK;
  /** What a reading says that has no field. */
  #rest = {};
  /** @type {Read | undefined} */
  #reading;
  /** @type {Reader} */
  #reader;
  /** What is to be read next. @type {{ entry: number | undefined } | undefined} */
  #asked;
  /** Ends the wait for what is being read; undefined where nothing is. @type {(() => void) | undefined} */
  #interrupt;
  /** Settles when the text is read. @type {Promise<void> | undefined} */
  settled;
  /**
   * `{ diagnosis, shown, isAnswered }`, or `{ wrong, values }`; undefined where there is nothing to read.
   * @type {any}
   */
  #outcome;
  /**
   * What became of copying: undefined, `{ isDone }`, or `{ markdown }` that could not be copied.
   * @type {any}
   */
  #copied;

  /**
   * @param {LitElement & { reader?: string | null }} host
   * @param {(diagnosis: Diagnosis) => void} onDiagnosis
   */
  constructor(host, onDiagnosis) {
    this.#host = host;
    this.#onDiagnosis = onDiagnosis;
    this.#countdown = new Countdown(() => host.requestUpdate());
    this.#reader = new Reader(
      () => host.reader,
      (secrets) => this.#learn(secrets),
    );
    // Ahead of the first paste, and off this thread.
    init().catch(() => {});
    warm();
  }

  /** Stops what runs, as the element is gone. */
  rest() {
    this.#countdown.stop();
    if (!this.#interrupt) this.#reader.stop();
  }

  /** Goes on, as it is back. */
  resume() {
    this.#countdown.resume();
  }

  /**
   * @param {Words} words
   * @param {number} level
   */
  view(words, level) {
    const isAnother = this.#words && this.#words !== words;
    this.#words = words;
    if (isAnother && this.#outcome) this.#outcome = this.#examined();
    const { shown, isAnswered, wrong, values } = this.#outcome ?? {};
    const state = {
      text: this.#text,
      length: this.#text.length + this.#hidden.length,
      fields: this.#fields,
      reading: this.#reading,
      isReading: this.#interrupt !== undefined,
      example: this.#example,
      isBlank: this.#isBlank,
    };
    return html`${form(state, words.ui, this.#acts)}
      ${wrong ? html`<p class="wrong" part="error" role="alert">${fill(/** @type {any} */ (words.ui)[wrong], values)}</p>` : nothing}
      ${result({ diagnosis: shown, isAnswered, leftMs: this.#countdown.leftMs, copied: this.#copied }, words, level, this.#copy)}`;
  }

  get #isBlank() {
    return !this.#text && Object.values(this.#fields).every((value) => !value);
  }

  /** @type {import('./form.js').FormActs} */
  #acts = {
    typed: (event) => this.#typed(event, event.target.value),
    pasted: (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.length <= LONG) return;
      // It would take the browser seconds to lay all of it out.
      event.preventDefault();
      const { value, selectionStart, selectionEnd } = event.target;
      this.#typed(event, value.slice(0, selectionStart) + text + value.slice(selectionEnd));
    },
    filled: (event) => {
      const { name } = event.target;
      this.#edited(event, this.#fields[name], (text) => this.#put(name, text));
    },
    example: ({ target }) => {
      const { text } = /** @type {typeof EXAMPLES[number]} */ (EXAMPLES.find(({ id }) => id === target.value));
      this.#hidden = '';
      this.#take(this.#secrets.conceal(text));
      this.#example = target.value;
    },
    entry: ({ target }) => this.#take(this.#text, target.value),
    clear: () => {
      this.#secrets.forget();
      this.#hidden = '';
      this.#take('');
      this.#reader.stop();
      this.#host.renderRoot.querySelector('textarea')?.focus();
    },
  };

  /**
   * Takes what a control holds now, with marks for its secrets once they are whole.
   * @param {any} event
   * @param {string} before
   * @param {(text: string) => void} take
   */
  #edited({ target, type, inputType }, before, take) {
    const isTyping = type === 'input' && /^(insert(Text|LineBreak|Composition)|delete)/.test(inputType);
    const text = isTyping ? target.value : this.#secrets.conceal(target.value);
    if (text !== target.value) {
      const caret = this.#secrets.caret(target.value, target.selectionEnd);
      target.value = text;
      target.setSelectionRange(caret, caret);
    }
    if (text !== before) take(text);
  }

  /**
   * Of a long text only the beginning is shown, and the rest follows as long as the end of that is there.
   * @param {any} event
   * @param {string} value
   */
  #typed(event, value) {
    const end = endOfShown(value);
    const isKept = this.#hidden && value.endsWith(this.#text.slice(-SEAM));
    const hidden = this.#secrets.reveal(value.slice(end)) + (isKept ? this.#hidden : '');
    const before = hidden === this.#hidden ? this.#text : '';
    this.#hidden = hidden;
    if (end < value.length) event.target.value = value.slice(0, end);
    this.#edited(event, before, (text) => this.#take(text));
  }

  /**
   * Reads a text anew, and fills the fields with what it says.
   * @param {string} text
   * @param {unknown} [entry]
   */
  #take(text, entry) {
    this.#text = text;
    this.#example = '';
    this.#asked = { entry: Number(entry) || undefined };
    if (!this.#interrupt) this.settled = this.#follow();
    // A long text waits its turn, so that each letter in it does not begin anew.
    else if (!this.#hidden) this.#interrupt();
    this.#host.requestUpdate();
  }

  /** Reads what is asked for, and of several that were asked for meanwhile the last. */
  async #follow() {
    while (this.#asked) {
      const { entry } = this.#asked;
      this.#asked = undefined;
      let outcome;
      try {
        const told = this.#told(entry);
        outcome = this.#filled(told instanceof Promise ? await this.#waited(told) : told);
      } catch (error) {
        outcome = this.#filled(undefined, unreadable(error));
      }
      this.#interrupt = undefined;
      if (!this.#asked) this.#settle(outcome);
    }
  }

  /** @param {number | undefined} entry */
  #told(entry) {
    const shown = this.#secrets.reveal(this.#text);
    const text = shown + this.#hidden;
    return /\S/.test(text) ? this.#reader.read({ text, entry, shown: shown.length }) : undefined;
  }

  /**
   * @param {Promise<Read | undefined>} told
   * @returns {Promise<Read | undefined>}
   */
  async #waited(told) {
    /** @type {Promise<undefined>} */
    const interrupted = new Promise((resolve) => {
      this.#interrupt = () => {
        this.#reader.stop();
        resolve(undefined);
      };
    });
    if (!this.#hidden) this.#outcome = undefined;
    this.#host.requestUpdate();
    return Promise.race([told, interrupted]);
  }

  /**
   * Puts what was read into the fields, and says what they come to.
   * @param {Read | undefined} told
   * @param {object} [wrong]
   */
  #filled(told, wrong) {
    const { fields, rest } = fieldsOf(told?.exchange ?? {}, told?.isAssumed);
    const shown = Object.entries(fields).map(([name, value]) => [name, this.#secrets.conceal(value)]);
    this.#reading = told;
    this.#rest = rest;
    this.#fields = Object.fromEntries(shown);
    return wrong ?? this.#examined();
  }

  /** @param {string[]} secrets */
  #learn(secrets) {
    this.#secrets.learn(secrets);
    this.#text = this.#secrets.conceal(this.#text);
    this.#host.requestUpdate();
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #put(name, text) {
    this.#fields = { ...this.#fields, [name]: text };
    this.#example = '';
    this.#settle(this.#examined());
  }

  /** @param {any} outcome */
  #settle(outcome) {
    this.#outcome = outcome;
    this.#copied = undefined;
    const { diagnosis, shown, isAnswered } = outcome ?? {};
    if (isAnswered) this.#countdown.start(shown.retry.delayMs);
    else this.#countdown.stop();
    this.#host.requestUpdate();
    if (diagnosis) this.#onDiagnosis(diagnosis);
  }

  /**
   * What the fields come to.
   * @returns {any}
   */
  #examined() {
    const { exchange, isAssumed, wrong, values } = exchangeFrom(this.#fields, this.#rest, this.#secrets.reveal);
    if (wrong) return { wrong, values };
    const isAnswered = Boolean(exchange.status || exchange.failure);
    if (!isAnswered && !exchange.url) return undefined;
    try {
      const diagnosis = diagnoseIn(this.#words, exchange);
      if (isAssumed) withoutStatus(diagnosis, exchange.status);
      const retry = decideIn(this.#words, exchange, {}, PATIENT);
      return { diagnosis, shown: { ...diagnosis, retry }, isAnswered };
    } catch (error) {
      return unreadable(error);
    }
  }

  #copy = async () => {
    const markdown = renderDiagnosis(this.#outcome.shown, 'markdown', this.#words.render);
    try {
      await navigator.clipboard.writeText(markdown);
      this.#copied = { isDone: true };
    } catch {
      this.#copied = { markdown };
    }
    this.#host.requestUpdate();
  };
}
