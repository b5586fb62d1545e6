// What answers are pasted into, and the fields they are read into.

import { FAILURES } from '../../knowledge/sets.js';
import { fill } from '../language.js';
import { html, live, nothing } from '../lit.js';
import { EXAMPLES } from './examples.js';

/** @import { Read } from '../../reading/read-paste.js' */
/** @import { Fields } from './fields.js' */
/** @import { WidgetStrings } from 'bc-status/widget' */

/** @typedef {Record<'typed' | 'pasted' | 'filled' | 'example' | 'entry' | 'clear', (event: any) => void>} FormActs */
/** @typedef {{ text: string, length: number, fields: Fields, reading: Read | undefined, isReading: boolean, example: string, isBlank: boolean }} FormState `length` is that of all that was pasted. */

/**
 * `act` is what a person can do.
 * @type {(state: FormState, ui: WidgetStrings, act: FormActs) => unknown}
 */
export const form = ({ text, length, fields, reading, isReading, example, isBlank }, ui, act) => html`
  <form part="form" aria-label=${ui.paste} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    <label class="field paste">
      <span>${ui.paste}</span>
      <textarea
        part="input paste"
        dir="ltr"
        rows="8"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        aria-describedby="hint"
        .value=${live(text)}
        @input=${act.typed}
        @change=${act.typed}
        @paste=${act.pasted}
      ></textarea>
    </label>
    <p class="hint" id="hint" part="hint">${ui.pasteHint}</p>
    <div class="bar">
      <label class="field inline">
        <span class="unseen">${ui.example}</span>
        <select part="input example" .value=${live(example)} @change=${act.example}>
          <option value="" disabled selected>${ui.chooseExample}</option>
          ${EXAMPLES.map(({ id }) => html`<option value=${id}>${ui.examples[id]}</option>`)}
        </select>
      </label>
      ${reading?.entries && reading.entries > 1 ? entry(reading, ui, act) : nothing}
      <button type="button" part="button clear" class="plain" ?hidden=${isBlank} @click=${act.clear}>${ui.clear}</button>
    </div>
    <p class="hint" part="kind" role="status">${isReading ? ui.reading : kindOf(text, reading, ui)}</p>
    ${length > text.length ? html`<p class="hint" part="hint">${sizeOf(length, text.length, ui)}</p>` : nothing}
    <details part="fields">
      <summary>${ui.fields}</summary>
      <div class="grid">
        ${short('method', ui.fieldMethod, fields, act)} ${short('url', ui.fieldUrl, fields, act)}
        ${short('status', ui.fieldStatus, fields, act, 'numeric')} ${failure(fields, ui, act)}
        ${long('requestHeaders', ui.fieldRequestHeaders, fields, act)} ${long('headers', ui.fieldHeaders, fields, act)}
        ${long('body', ui.fieldBody, fields, act)}
      </div>
    </details>
  </form>
`;

/** @type {(text: string, reading: Read | undefined, ui: WidgetStrings) => unknown} */
const kindOf = (text, reading, ui) => {
  if (!text.trim()) return nothing;
  /** @type {Record<string, string>} */
  const kinds = ui.kinds;
  return fill(kinds[String(reading?.kind)] ?? kinds.unknown, { entry: reading?.entry, entries: reading?.entries });
};

/** @type {(length: number, shown: number, ui: WidgetStrings) => string} */
const sizeOf = (length, shown, ui) => fill(ui.long, { size: Math.round(length / 1024), shown: Math.round(shown / 1024) });

/** @type {(reading: Read, ui: WidgetStrings, act: FormActs) => unknown} */
const entry = ({ entry, entries }, ui, act) => html`<label class="field inline">
  <span>${ui.entry}</span>
  <input type="number" part="input entry" min="1" max=${entries} .value=${live(String(entry))} @change=${act.entry} />
</label>`;

/** @type {(name: string, label: string, fields: Fields, act: FormActs, inputmode?: string) => unknown} */
const short = (name, label, fields, act, inputmode = 'text') => html`<label class="field">
  <span>${label}</span>
  <input
    type="text"
    part="input"
    dir="ltr"
    name=${name}
    inputmode=${inputmode}
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    .value=${live(fields[name])}
    @input=${act.filled}
    @change=${act.filled}
  />
</label>`;

/** @type {(name: string, label: string, fields: Fields, act: FormActs) => unknown} */
const long = (name, label, fields, act) => html`<label class="field wide">
  <span>${label}</span>
  <textarea
    part="input"
    dir="ltr"
    name=${name}
    rows="4"
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    .value=${live(fields[name])}
    @input=${act.filled}
    @change=${act.filled}
  ></textarea>
</label>`;

/** @type {(fields: Fields, ui: WidgetStrings, act: FormActs) => unknown} */
const failure = (fields, ui, act) => html`<label class="field">
  <span>${ui.fieldFailure}</span>
  <select part="input" name="failure" @change=${act.filled}>
    <option value="">${ui.noFailure}</option>
    ${FAILURES.map((name) => html`<option value=${name} .selected=${live(fields.failure === name)}>${ui.failures[name]}</option>`)}
  </select>
</label>`;
