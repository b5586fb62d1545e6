// What is pasted or filled in, what it is read as, and what is wrong with it.

import { renderDiagnosis } from '../../core/render.js';
import { fill } from '../language.js';
import { html, nothing } from '../lit.js';
import { decideIn, diagnoseIn, init } from './core.js';
import { Countdown } from './countdown.js';
import { EXAMPLES } from './examples.js';
import { BLANK, exchangeFrom, fieldsOf } from './fields.js';
import { form } from './form.js';
import { read } from './reader.js';
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
 * @type {(error: any) => { wrong: 'unreadable', values: { message: string } }}
 */
const unreadable = ({ message }) => ({ wrong: 'unreadable', values: { message } });

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
  /** The example that is to be seen. */
  #example = '';
  #fields = BLANK;
  /** What a reading says that has no field. */
  #rest = {};
  /** @type {Read | undefined} */
  #reading;
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
   * @param {LitElement} host
   * @param {(diagnosis: Diagnosis) => void} onDiagnosis
   */
  constructor(host, onDiagnosis) {
    this.#host = host;
    this.#onDiagnosis = onDiagnosis;
    this.#countdown = new Countdown(() => host.requestUpdate());
    // Ahead of the first paste, and off this thread.
    init().catch(() => {});
  }

  /** Stops what runs, as the element is gone. */
  rest() {
    this.#countdown.stop();
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
    const state = { text: this.#text, fields: this.#fields, reading: this.#reading, example: this.#example, isBlank: this.#isBlank };
    return html`<div class="troubleshoot" part="troubleshoot">
      ${form(state, words.ui, this.#acts)}
      ${wrong ? html`<p class="wrong" part="error" role="alert">${fill(/** @type {any} */ (words.ui)[wrong], values)}</p>` : nothing}
      ${result({ diagnosis: shown, isAnswered, leftMs: this.#countdown.leftMs, copied: this.#copied }, words, level, this.#copy)}
    </div>`;
  }

  get #isBlank() {
    return !this.#text && Object.values(this.#fields).every((value) => !value);
  }

  /** @type {import('./form.js').FormActs} */
  #acts = {
    typed: (event) => this.#edited(event, this.#text, (text) => this.#take(text)),
    filled: (event) => {
      const { name } = event.target;
      this.#edited(event, this.#fields[name], (text) => this.#put(name, text));
    },
    example: ({ target }) => {
      const { text } = /** @type {typeof EXAMPLES[number]} */ (EXAMPLES.find(({ id }) => id === target.value));
      this.#take(this.#secrets.conceal(text));
      this.#example = target.value;
    },
    entry: ({ target }) => this.#take(this.#text, target.value),
    clear: () => {
      this.#secrets.forget();
      this.#take('');
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
   * Reads a text anew, and fills the fields with what it says.
   * @param {string} text
   * @param {unknown} [entry]
   */
  #take(text, entry) {
    this.#text = text;
    const { reading, fields = BLANK, rest = {}, wrong, values } = this.#read(text, Number(entry) || undefined);
    this.#reading = reading;
    this.#rest = rest;
    this.#fields = fields;
    this.#settle(wrong ? { wrong, values } : this.#examined());
  }

  /**
   * @param {string} text
   * @param {number | undefined} entry
   * @returns {any}
   */
  #read(text, entry) {
    try {
      const reading = text.trim() ? read(this.#secrets.reveal(text), { entry }) : undefined;
      const { fields, rest } = fieldsOf(reading?.exchange ?? {});
      const shown = Object.entries(fields).map(([name, value]) => [name, this.#secrets.conceal(value)]);
      return { reading, rest, fields: Object.fromEntries(shown) };
    } catch (error) {
      return unreadable(error);
    }
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #put(name, text) {
    this.#fields = { ...this.#fields, [name]: text };
    this.#settle(this.#examined());
  }

  /** @param {any} outcome */
  #settle(outcome) {
    this.#outcome = outcome;
    this.#example = '';
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
    const { exchange, wrong, values } = exchangeFrom(this.#fields, this.#rest, this.#secrets.reveal);
    if (wrong) return { wrong, values };
    const isAnswered = Boolean(exchange.status || exchange.failure);
    if (!isAnswered && !exchange.url) return undefined;
    try {
      const diagnosis = diagnoseIn(this.#words, exchange);
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
