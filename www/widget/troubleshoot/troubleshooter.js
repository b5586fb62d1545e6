// What is pasted or filled in, what it is read as, and what is wrong with it.

import { read } from '../../reading/read.js';
import { renderDiagnosis } from '../../core/render.js';
import { fill } from '../language.js';
import { html, nothing } from '../lit.js';
import { decideRetry, diagnoseIn, init, reasonedIn } from './core.js';
import { Countdown } from './countdown.js';
import { EXAMPLES } from './examples.js';
import { BLANK, exchangeFrom, fieldsOf } from './fields.js';
import { form } from './form.js';
import { result } from './result.js';
import { Secrets } from './vault.js';

/** Whoever reads this has the time that a wait takes, and wants to know how long that is. */
const PATIENT = { profile: 'background', jitter: false };

/** In a HAR or an exchange in JSON everything can be anything. */
const unreadable = ({ message }) => ({ wrong: 'unreadable', values: { message } });

export class Troubleshooter {
  #host;
  #onDiagnosis;
  #secrets = new Secrets();
  #countdown;
  #words;
  /** As it is on screen, with marks for secrets. */
  #text = '';
  /** The example that is to be seen. */
  #example = '';
  #fields = BLANK;
  /** What a reading says that has no field. */
  #rest = {};
  #reading;
  /** `{ diagnosis, shown, isAnswered }`, or `{ wrong, values }`; undefined where there is nothing to read. */
  #outcome;
  /** What became of copying: undefined, `{ isDone }`, or `{ markdown }` that could not be copied. */
  #copied;

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

  view(words, level) {
    const isAnother = this.#words && this.#words !== words;
    this.#words = words;
    if (isAnother && this.#outcome) this.#outcome = this.#examined();
    const { shown, isAnswered, wrong, values } = this.#outcome ?? {};
    const state = { text: this.#text, fields: this.#fields, reading: this.#reading, example: this.#example, isBlank: this.#isBlank };
    return html`<div class="troubleshoot" part="troubleshoot">
      ${form(state, words.ui, this.#acts)}
      ${wrong ? html`<p class="wrong" part="error" role="alert">${fill(words.ui[wrong], values)}</p>` : nothing}
      ${result({ diagnosis: shown, isAnswered, leftMs: this.#countdown.leftMs, copied: this.#copied }, words, level, this.#copy)}
    </div>`;
  }

  get #isBlank() {
    return !this.#text && Object.values(this.#fields).every((value) => !value);
  }

  #acts = {
    typed: (event) => this.#edited(event, this.#text, (text) => this.#take(text)),
    filled: (event) => {
      const { name } = event.target;
      this.#edited(event, this.#fields[name], (text) => this.#put(name, text));
    },
    example: ({ target }) => {
      const { text } = EXAMPLES.find(({ id }) => id === target.value);
      this.#take(this.#secrets.conceal(text));
      this.#example = target.value;
    },
    entry: ({ target }) => this.#take(this.#text, target.value),
    clear: () => {
      this.#secrets.forget();
      this.#take('');
      this.#host.renderRoot.querySelector('textarea').focus();
    },
  };

  /** Takes what a control holds now, with marks for its secrets once they are whole. */
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

  /** Reads a text anew, and fills the fields with what it says. */
  #take(text, entry) {
    this.#text = text;
    const { reading, fields = BLANK, rest = {}, wrong, values } = this.#read(text, Number(entry) || undefined);
    this.#reading = reading;
    this.#rest = rest;
    this.#fields = fields;
    this.#settle(wrong ? { wrong, values } : this.#examined());
  }

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

  #put(name, text) {
    this.#fields = { ...this.#fields, [name]: text };
    this.#settle(this.#examined());
  }

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

  /** What the fields come to. */
  #examined() {
    const { exchange, wrong, values } = exchangeFrom(this.#fields, this.#rest, this.#secrets.reveal);
    if (wrong) return { wrong, values };
    const isAnswered = Boolean(exchange.status || exchange.failure);
    if (!isAnswered && !exchange.url) return undefined;
    try {
      const diagnosis = diagnoseIn(this.#words, exchange);
      decideRetry(exchange, {}, PATIENT);
      return { diagnosis, shown: { ...diagnosis, retry: reasonedIn(this.#words) }, isAnswered };
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
