// The table of all codes: search, filters, order, and a row that opens.

import { card, details } from './card.js';
import { about, allCodes } from './codes.js';
import { fill } from './language.js';
import { html, live, nothing } from './lit.js';
import { prose } from './prose.js';
import { CLASSES, RETRIES, groupsOf, searchable } from './rows.js';

/** @import { StatusClass } from 'bc-status' */
/** @import { Words } from './language.js' */
/** @import { Row } from './rows.js' */
/** @import { WidgetStrings } from 'bc-status/widget' */

/** @typedef {{ set: (name: string, value: unknown) => void, select: (code: number | undefined) => void, reset: () => void }} Acts What a person can do. */
/** @typedef {{ query: string, only: string[], retry: string, sort: string, selected: number, anchor: string, level: number }} View What the attributes say. */

const COLUMNS = 4;

/** @type {WeakMap<Words, Row[]>} */
const known = new WeakMap();

/**
 * Every code in a set of words, made once for each.
 * @type {(words: Words) => Row[]}
 */
const rowsIn = (words) => {
  if (!known.has(words)) known.set(words, searchable(allCodes().map((code) => about(code, words))));
  return /** @type {Row[]} */ (known.get(words));
};

/**
 * `view` is what the attributes say: `{ query, only, retry, sort, selected, anchor, level }`;
 * `act` what a person can do: `{ set(name, value), select(code), reset() }`.
 * @type {(view: View, words: Words, act: Acts) => unknown}
 */
export const table = (view, words, act) => {
  const { ui } = words;
  const all = rowsIn(words);
  const groups = groupsOf(all, view);
  const codes = groups.flatMap(({ rows }) => rows.map(({ code }) => code));
  const shown = codes.length;
  return html`${controls(view, ui, act)}
    <p class="count" part="count">
      <span role="status">${fill(shown ? ui.count : ui.none, { shown, all: all.length })}</span>
      ${shown < all.length ? html`<button type="button" class="plain" part="button reset" @click=${act.reset}>${ui.reset}</button>` : nothing}
    </p>
    ${shown ? grid(groups, codes.includes(view.selected) ? view.selected : codes[0], view, words, act) : unlisted(view, words)}`;
};

/** @type {(view: View, ui: WidgetStrings, act: Acts) => unknown} */
const controls = ({ query, only, retry }, ui, act) => html`
  <form class="controls" part="controls" role="search" aria-label=${ui.table} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    <label class="field search">
      <span>${ui.search}</span>
      <input
        type="search"
        part="input search"
        autocomplete="off"
        spellcheck="false"
        placeholder=${ui.searchHint}
        .value=${live(query)}
        @input=${(/** @type {any} */ { target }) => act.set('query', target.value)}
      />
    </label>
    <div class="field" role="group" aria-label=${ui.onlyClass}>
      <span aria-hidden="true">${ui.onlyClass}</span>
      <div class="chips">${CLASSES.map((name) => chip(name, only, ui, act))}</div>
    </div>
    <label class="field">
      <span>${ui.onlyRetry}</span>
      <select part="input retry" @change=${(/** @type {any} */ { target }) => act.set('retry', target.value)}>
        <option value="" .selected=${live(!retry)}>${ui.any}</option>
        ${RETRIES.map((name) => html`<option value=${name} .selected=${live(retry === name)}>${ui.advice[name]}</option>`)}
      </select>
    </label>
  </form>
`;

/** @type {(name: StatusClass, only: string[], ui: WidgetStrings, act: Acts) => unknown} */
const chip = (name, only, ui, act) => {
  const isOn = only.includes(name);
  const others = only.filter((one) => one !== name);
  return html`<button
    type="button"
    part="chip"
    class="chip"
    data-class=${name}
    aria-pressed=${String(isOn)}
    @click=${() => act.set('only', (isOn ? others : [...others, name]).join(' '))}
  >${ui.classes[name]}</button>`;
};

/**
 * A code without a row, or an incomplete one: what is known of its class.
 * @type {(view: View, words: Words) => unknown}
 */
const unlisted = ({ query, level }, words) => {
  const [code] = /\b[1-5]\d\d\b/.exec(query) ?? [];
  if (!code) return nothing;
  return html`<p>${fill(words.ui.noneKnown, { code })}</p>${card(code, words, level)}`;
};

/**
 * All rows are one stop of the Tab key, `stop` at first, and arrows lead on.
 * @type {(groups: { class?: StatusClass, rows: Row[] }[], stop: number, view: View, words: Words, act: Acts) => unknown}
 */
const grid = (groups, stop, view, words, act) => html`<table class="codes" part="codes" @keydown=${step}>
  <caption class="unseen">${words.ui.table}</caption>
  <thead>
    <tr>
      ${column('code', words.ui.code, view, act)}
      ${column('name', words.ui.name, view, act)}
      <th scope="col" class="meaning">${words.ui.meaning}</th>
      ${column('retry', words.ui.onlyRetry, view, act)}
    </tr>
  </thead>
  ${groups.map(
    (group) => html`<tbody part="group" data-class=${group.class ?? nothing}>
      ${group.class ? html`<tr class="group"><th colspan=${COLUMNS} scope="rowgroup" part="class">${words.ui.classes[group.class]}</th></tr>` : nothing}
      ${group.rows.map((row) => line(row, row.code === stop, view, words, act))}
    </tbody>`,
  )}
</table>`;

/** @type {(event: any) => void} */
const step = (event) => {
  const { currentTarget, key, target } = event;
  const all = [...currentTarget.querySelectorAll('.line :is(a, .toggle)')];
  const at = all.indexOf(target);
  const beside = at ^ 1;
  /** @type {Record<string, number>} */
  const places = { ArrowUp: at - 2, ArrowDown: at + 2, ArrowLeft: beside, ArrowRight: beside, Home: 1, End: all.length - 1 };
  const next = at < 0 ? undefined : all[places[key]];
  if (!next) return;
  event.preventDefault();
  for (const one of all) one.tabIndex = one === next ? 0 : -1;
  next.focus();
};

/** @type {Record<string | number, string>} */
const DIRECTIONS = { '': 'none', 1: 'ascending', '-1': 'descending' };

/** @type {(key: string, title: string, view: View, act: Acts) => unknown} */
const column = (key, title, { sort }, act) => {
  const by = sort === key ? 1 : sort === `-${key}` ? -1 : '';
  return html`<th scope="col" class=${key} aria-sort=${DIRECTIONS[by]}>
    <button type="button" class="sort" part="sort" @click=${() => act.set('sort', by === 1 ? `-${key}` : key)}>
      ${title}${by ? html`<span aria-hidden="true" class="arrow">${by > 0 ? '↑' : '↓'}</span>` : nothing}
    </button>
  </th>`;
};

/** @type {(row: Row, isStop: boolean, view: View, words: Words, act: Acts) => unknown} */
const line = (row, isStop, { selected, anchor, level }, words, act) => {
  const { code, text, purpose, retry, excerpt } = row;
  const isOpen = selected === code;
  const id = `${anchor}${code}`;
  return html`<tr class="line" id=${id} part="row" data-class=${row.class} data-open=${isOpen ? '' : nothing}>
      <th scope="row" class="code">
        <a href=${`#${id}`} .tabIndex=${live(-1)} part="anchor" @click=${(/** @type {MouseEvent} */ event) => follow(event, () => act.select(code))}>${code}</a>
      </th>
      <td class="name">
        <button
          type="button"
          class="toggle"
          part="toggle"
          .tabIndex=${live(isStop ? 0 : -1)}
          aria-expanded=${String(isOpen)}
          @click=${() => act.select(isOpen ? undefined : code)}
        >${text}</button>
        ${excerpt ? html`<p class="excerpt" part="excerpt">${prose(excerpt)}</p>` : nothing}
      </td>
      <td class="meaning">${prose(purpose)}</td>
      <td class="retry" data-retry=${retry}>${words.ui.advice[retry]}</td>
    </tr>
    ${
      isOpen
        ? html`<tr class="open">
          <td colspan=${COLUMNS} part="details">
            <p class="narrow">${prose(purpose)}</p>
            ${details(row, words, level)}
          </td>
        </tr>`
        : nothing
    }`;
};

/**
 * The browser goes to the anchor by itself, unless it is asked to open it elsewhere.
 * @type {(event: MouseEvent, act: () => void) => void}
 */
const follow = (event, act) => {
  if (!event.metaKey && !event.ctrlKey && !event.shiftKey) act();
};
