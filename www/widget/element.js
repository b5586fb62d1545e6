// The element: attributes in, a view out.

import { card } from './card.js';
import { allCodes } from './codes.js';
import { addLanguage, isSpoken, onLanguage, spokenTags, wordsFor } from './language.js';
import { LitElement, html } from './lit.js';
import { status } from '../core/status.js';
import { CLASSES, RETRIES, SORTS } from './rows.js';
import { styles } from './styles.js';
import { canCompile, forbidden } from './support.js';
import { table } from './table.js';

/** @import { StatusClass } from 'bc-status' */
/** @import { Words } from './language.js' */
/** @import { Acts, View } from './table.js' */
/** @import { BcStatusProperties, WidgetWords } from 'bc-status/widget' */

/** @typedef {new () => LitElement & BcStatusProperties} Base Lit makes the properties of attributes. */

/**
 * Attributes of known words; others have no effect, and the console says so.
 * @type {Record<string, readonly string[]>}
 */
const CHOICES = {
  mode: ['card', 'table', 'troubleshoot'],
  theme: ['light', 'dark'],
  sort: SORTS,
  retry: RETRIES,
  only: CLASSES,
};

/**
 * Properties can be set to anything.
 * @type {(value: unknown) => string}
 */
const textOf = (value) => String(value ?? '');

/** @type {(text: unknown) => string[]} */
const wordsOf = (text) =>
  textOf(text)
    .split(/[\s,]+/)
    .filter(Boolean);

/**
 * What a BigCommerce status code means, all of them in a table, or what is wrong with an
 * answer that is pasted. The attributes are the truth: what a person chooses is reflected
 * in them.
 *
 * @tagname bc-status
 *
 * @attr {string} code - The status code to show as a card, such as `429`. Without it, the table.
 * @attr {'card' | 'table' | 'troubleshoot'} mode - What to show, where `code` does not say it.
 * @attr {string} query - What is searched for in the table.
 * @attr {string} only - Classes that the table shows, between blanks: `success`, `redirection`, `client-error`, `server-error`.
 * @attr {'after-wait' | 'if-repeatable' | 'after-change' | 'never' | 'none-needed'} retry - Rows that the table shows, by whether to send again.
 * @attr {'code' | '-code' | 'name' | '-name' | 'retry' | '-retry'} sort - Order of the table; `code` by default.
 * @attr {number} selected - The code whose row is open.
 * @attr {string} anchor - What comes before a code in the fragment of its link; `bc-status-` by default.
 * @attr {number} heading-level - Level of the first heading, 3 by default, so that it fits into the page's outline.
 * @attr {'light' | 'dark'} theme - Colours; by the page's `color-scheme` without it.
 * @attr {string} reader - Address of `bc-status-read.js`, which reads what is pasted, where it is not beside `bc-status-widget.js`.
 * @attr {string} lang - Language of the words; that of the nearest ancestor without it. See `addLanguage`.
 *
 * @slot - What is shown without JavaScript, and where the page forbids WebAssembly: the output of `render(code, 'html')`, for instance.
 *
 * @fires {CustomEvent<{ code: number, status: Status }>} bc-status-select - A row was opened.
 * @fires {CustomEvent<{ diagnosis: Diagnosis }>} bc-status-diagnosed - An answer was read; no secret is in it.
 *
 * @csspart card - A code by itself.
 * @csspart table - Search, filters and the codes.
 * @csspart codes - The table of codes.
 * @csspart group - The rows of one class.
 * @csspart class - The heading of the rows of one class.
 * @csspart row - The row of a code.
 * @csspart sort - The button in the head of a column that sorts by it.
 * @csspart toggle - The button that opens and closes a row.
 * @csspart excerpt - The part of a text in which the search found something.
 * @csspart details - What an open row shows.
 * @csspart anchor - The link of a code to itself.
 * @csspart count - How many codes the table shows.
 * @csspart controls - Search and filters.
 * @csspart input - A field to type or choose in; each of the next ones is an `input` too.
 * @csspart search - The field to search in.
 * @csspart retry - The choice of rows by whether to send again.
 * @csspart paste - The field to paste into.
 * @csspart example - The choice of an example.
 * @csspart entry - The number of the exchange, if a text holds several.
 * @csspart chip - A class to filter by.
 * @csspart button - A button; each of the next ones is a `button` too.
 * @csspart reset - Shows all rows again.
 * @csspart copy - Copies the result.
 * @csspart clear - Empties the fields.
 * @csspart heading - A heading; each of the next ones is a `heading` too.
 * @csspart title - The heading of a card or a result.
 * @csspart subtitle - The heading of a section.
 * @csspart code - The number of a card.
 * @csspart text - The name of a card.
 * @csspart code-span - Code within a text.
 * @csspart tags - Class and source of a code.
 * @csspart purpose - What a code means.
 * @csspart advice - Whether to send again, and when.
 * @csspart retries - The table of whether to send again, by method.
 * @csspart section - A block with its heading; each of the next ones is a `section` too.
 * @csspart causes - Why a code comes.
 * @csspart solutions - What to do.
 * @csspart links - Pages to read on.
 * @csspart findings - What is probably wrong.
 * @csspart complaints - Messages of the body about single fields.
 * @csspart request-id - The id to quote to BigCommerce's support.
 * @csspart link - A link to another page.
 * @csspart troubleshoot - The form, and what is found.
 * @csspart form - What answers are pasted or filled into.
 * @csspart hint - A hint below the field to paste into.
 * @csspart kind - What the pasted text was read as.
 * @csspart fields - The single fields of the exchange.
 * @csspart result - What is found in an answer.
 * @csspart finding - One finding.
 * @csspart evidence - What shows a finding.
 * @csspart decision - Whether to send the pasted request again, with the countdown; the section and the box in it.
 * @csspart error - What is wrong with an attribute or an input.
 *
 * @cssprop --bc-status-font - Font of texts; the page's by default.
 * @cssprop --bc-status-mono - Font of code.
 * @cssprop --bc-status-text - Colour of texts.
 * @cssprop --bc-status-muted - Colour of what matters less.
 * @cssprop --bc-status-surface - Background.
 * @cssprop --bc-status-sunken - Background of code, fields and advice.
 * @cssprop --bc-status-border - Colour of lines.
 * @cssprop --bc-status-accent - Colour of links, focus and what is chosen.
 * @cssprop --bc-status-success - Colour of 2xx.
 * @cssprop --bc-status-redirection - Colour of 3xx.
 * @cssprop --bc-status-client-error - Colour of 4xx.
 * @cssprop --bc-status-server-error - Colour of 5xx.
 * @cssprop --bc-status-radius - Radius of corners.
 */
export class BcStatusElement extends /** @type {Base} */ (LitElement) {
  static styles = styles;

  static properties = {
    code: { reflect: true },
    mode: { reflect: true },
    query: { reflect: true },
    only: { reflect: true },
    retry: { reflect: true },
    sort: { reflect: true },
    selected: { reflect: true, type: Number },
    anchor: { reflect: true },
    headingLevel: { reflect: true, type: Number, attribute: 'heading-level' },
    theme: { reflect: true },
    reader: { reflect: true },
    lang: { reflect: true },
    strings: { attribute: false },
  };

  /** Adds the words of a language, for every element. */
  static addLanguage = addLanguage;

  /**
   * Registers the class, unless the name is taken.
   * @param {string} [name]
   * @param {CustomElementRegistry} [registry]
   */
  static define(name = 'bc-status', registry = globalThis.customElements) {
    // biome-ignore-start lint/complexity/noThisInStatic: a class that extends it registers itself
    if (registry && !registry.get(name)) registry.define(name, this);
    return this;
    // biome-ignore-end lint/complexity/noThisInStatic: as above
  }

  /** @type {any} */
  #words;
  /** @type {any[]} */
  #speaks = [];
  /** @type {any} */
  #troubleshooter;
  #isLoading = false;
  #isLost = false;
  /** @type {(() => void) | undefined} */
  #forget;
  /** @type {Set<string>} */
  #told = new Set();
  #speakAnew = () => {
    this.#speaks = [];
    this.requestUpdate();
  };
  /** @type {MutationObserver | undefined} */
  #around;

  connectedCallback() {
    super.connectedCallback();
    this.#forget = onLanguage(this.#speakAnew);
    this.#around = new MutationObserver(() => this.requestUpdate());
    this.#around.observe(document, { attributeFilter: ['lang'], subtree: true });
    // What happened while it was elsewhere, it has not heard.
    this.#speakAnew();
    addEventListener('hashchange', this.#openLinked);
    addEventListener('load', this.#checkLanguage);
    this.#troubleshooter?.resume();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget?.();
    this.#around?.disconnect();
    removeEventListener('hashchange', this.#openLinked);
    removeEventListener('load', this.#checkLanguage);
    this.#troubleshooter?.rest();
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  willUpdate(changed) {
    // What is set as a property is not reflected yet.
    /** @type {[tag: string, own: WidgetWords | null | undefined]} */
    const spoken = [textOf(this.lang) || languageAround(this), this.strings];
    if (spoken.some((value, at) => value !== this.#speaks[at])) this.#words = wordsFor(...spoken);
    this.#speaks = spoken;
    for (const name of Object.keys(CHOICES)) if (changed.has(name)) this.#check(name);
    if (this.mode === 'card' && !textOf(this.code))
      this.#tell('warn', '<bc-status>: mode="card" needs a code, such as code="429"; without one all are shown');
    // Languages may come along later than the element, but not later than the page.
    if (changed.has('lang') && document.readyState === 'complete') this.#checkLanguage();
  }

  /**
   * What is pasted may be read elsewhere.
   * @protected
   */
  async getUpdateComplete() {
    const isDone = await super.getUpdateComplete();
    const settled = this.#troubleshooter?.settled;
    if (!settled) return isDone;
    await settled;
    return super.getUpdateComplete();
  }

  firstUpdated() {
    this.#openLinked();
  }

  render() {
    const words = this.#words;
    const mode = this.#mode();
    const hasFallback = [...this.childNodes].some((node) => node.nodeType === 1 || node.textContent?.trim());
    if ((mode === 'troubleshoot' || hasFallback) && !canCompile()) {
      this.#tell('warn', forbidden);
      return unreadable(words.ui.noWasm);
    }
    if (mode === 'troubleshoot' && !this.#troubleshooter) {
      this.#load();
      return this.#isLost ? unreadable(words.ui.notLoaded) : html`<slot></slot>`;
    }
    const { headingLevel } = this;
    const level = headingLevel && headingLevel > 0 ? headingLevel : 3;
    return html`<div class="root ${mode}" part=${mode} lang=${words.lang}>${this.#view(mode, words, level)}</div>`;
  }

  /**
   * @param {string} mode
   * @param {Words} words
   * @param {number} level
   */
  #view(mode, words, level) {
    if (mode === 'troubleshoot') return this.#troubleshooter.view(words, level);
    return mode === 'card' ? card(this.code, words, level) : table(this.#tableView(level), words, this.#acts);
  }

  #mode() {
    if (this.mode === 'troubleshoot' || this.mode === 'table') return this.mode;
    return textOf(this.code) ? 'card' : 'table';
  }

  /**
   * @param {number} level
   * @returns {View}
   */
  #tableView(level) {
    const { query, only, retry, sort, selected } = /** @type {any} */ (this);
    return {
      query: textOf(query),
      only: wordsOf(only).filter((name) => CLASSES.includes(/** @type {StatusClass} */ (name))),
      retry: RETRIES.includes(retry) ? retry : '',
      sort: SORTS.includes(sort) ? sort : 'code',
      selected: Number(selected),
      anchor: this.#anchor,
      level,
    };
  }

  get #anchor() {
    return textOf(this.anchor ?? 'bc-status-');
  }

  /** @type {Acts} */
  #acts = {
    set: (name, value) => {
      /** @type {any} */ (this)[name] = value || undefined;
    },
    select: (code) => {
      const isOpen = Number(this.selected) === code;
      this.selected = code;
      if (code && !isOpen) this.#emit('select', { code, status: status(code) });
    },
    reset: () => {
      this.query = this.only = this.retry = undefined;
      this.renderRoot.querySelector('input')?.focus();
    },
  };

  /** A fragment leads into no shadow root by itself. */
  #openLinked = async () => {
    await this.updateComplete;
    const fragment = decoded(location.hash.slice(1));
    const code = allCodes().find((one) => fragment === this.#anchor + one);
    if (!code || this.#mode() !== 'table') return;
    const rowOf = () => /** @type {ShadowRoot} */ (this.renderRoot).getElementById(fragment);
    if (!rowOf()) this.query = this.only = this.retry = undefined;
    this.#acts.select(code);
    await this.updateComplete;
    rowOf()?.scrollIntoView({ block: 'start' });
  };

  async #load() {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      const { Troubleshooter } = await import('./troubleshoot/troubleshooter.js');
      this.#troubleshooter = new Troubleshooter(this, (diagnosis) => this.#emit('diagnosed', { diagnosis }));
      this.requestUpdate();
    } catch (error) {
      this.#tell('error', `<bc-status> could not load what reads answers: ${/** @type {Error} */ (error).message}`);
      this.#isLost = true;
      this.requestUpdate();
    }
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`bc-status-${name}`, { bubbles: true, composed: true, detail }));
  }

  #checkLanguage = () => {
    const tag = textOf(this.lang);
    if (/^[a-z]{2,8}(-\w+)*$/i.test(tag) && !isSpoken(tag))
      this.#tell('warn', `<bc-status>: lang="${tag}" has no words; there are ${spokenTags().join(', ')}, and addLanguage adds others`);
  };

  /** @param {string} name */
  #check(name) {
    const known = CHOICES[name];
    const given = name === 'only' ? wordsOf(this.only) : [/** @type {any} */ (this)[name]].filter((value) => value ?? false);
    for (const word of given) {
      if (known.includes(word)) continue;
      this.#tell('warn', `<bc-status>: ${name}="${word}" is unknown; there are ${known.join(', ')}`);
    }
  }

  /**
   * Tells the console of something once.
   * @param {'warn' | 'error'} how
   * @param {string} message
   */
  #tell(how, message) {
    if (!this.#told.has(message)) console[how](message);
    this.#told.add(message);
  }
}

/**
 * What is between the tags, else why nothing else is there.
 * @type {(reason: string) => unknown}
 */
const unreadable = (reason) => html`<slot><p class="root wrong" part="error">${reason}</p></slot>`;

/**
 * The tag of the language that an element is in, also out of shadow trees.
 * @type {(element: Element) => string}
 */
const languageAround = (element) => {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    // A form has members of the names of its fields.
    const lang = at.getAttribute('lang');
    if (lang) return lang;
  }
  return '';
};

/** @type {(element: Element) => Element} */
const parentOf = (element) => element.parentElement ?? /** @type {ShadowRoot} */ (element.getRootNode()).host;

/** @type {(text: string) => string} */
const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
