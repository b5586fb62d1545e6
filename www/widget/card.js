// A code by itself: what it means, whether and when to send the request again, why, what to do.

import { about, retriesOf } from './codes.js';
import { fill } from './language.js';
import { html, nothing } from './lit.js';
import { heading, items, link, prose } from './prose.js';
import { spoken } from './spoken.js';

/** @import { Decision, Known } from './codes.js' */
/** @import { Words } from './language.js' */
/** @import { WidgetStrings } from 'bc-status/widget' */

/**
 * `typed` is what was asked for, and need not be a code.
 * @type {(typed: any, words: Words, level: number) => unknown}
 */
export const card = (typed, words, level) => {
  const { ui } = words;
  if (!/^\s*[1-5]\d\d\s*$/.test(typed)) {
    return html`<p class="wrong" part="error">${fill(ui.notStatus, { code: typed })}</p>`;
  }
  const code = Number(typed);
  const known = about(code, words);
  const name = known.text || ui.noName;
  return html`<article data-class=${known.class} aria-label=${`${code} ${name}`}>
    ${heading(level, 'title', html`<span class="code" part="code">${code}</span> <span part="text">${name}</span>`)}
    <p class="tags" part="tags">
      ${ui.classes[known.class]} · ${known.documented ? ui.documented : ui.undocumented}
    </p>
    <p part="purpose">${prose(known.purpose)}</p>
    ${details(known, words, level + 1)}
  </article>`;
};

/**
 * What follows the meaning, in a card and in an open row of the table.
 * @type {(known: Known, words: Words, level: number) => unknown}
 */
export const details = ({ code, retry, advice, causes, solutions, links }, { ui }, level) => html`
  <div class="advice" part="advice" data-retry=${retry}>
    <p><strong>${advice}</strong></p>
    ${retries(retriesOf(code), ui)}
  </div>
  ${section('causes', ui.causes, causes.length && html`<ul>${items(causes)}</ul>`, level)}
  ${section('solutions', ui.solutions, solutions.length && html`<ol>${items(solutions)}</ol>`, level)}
  ${section('links', ui.links, links.length && html`<ul>${links.map(({ url, text }) => html`<li>${link(url, text)}</li>`)}</ul>`, level)}
`;

/**
 * A block behind its heading, if it has content.
 * @type {(part: string, title: string, content: unknown, level: number) => unknown}
 */
export const section = (part, title, content, level) =>
  content && content !== nothing
    ? html`<div class="section" part=${`section ${part}`}>${heading(level, 'subtitle', title)}${content}</div>`
    : nothing;

/**
 * What `decideRetry` says about a decision, short enough for a table.
 * @type {(decision: Decision, ui: WidgetStrings) => string}
 */
const verdict = ({ retry, delayMs, rule }, ui) => {
  if (retry) return fill(ui.again, { time: spoken(delayMs, ui) });
  if (delayMs > 0) return fill(ui.later, { time: spoken(delayMs, ui) });
  return rule === 'not-needed' ? ui.notNeeded : ui.never;
};

/** @type {(rows: { method: string, decisions: Decision[] }[], ui: WidgetStrings) => unknown} */
const retries = (rows, ui) => {
  const said = rows.flatMap(({ decisions }) => decisions.map((decision) => verdict(decision, ui)));
  if (!said.length) return nothing;
  if (said.every((text) => text === said[0])) return html`<p>${ui.retries}: ${said[0]}.</p>`;
  return html`<table class="retries" part="retries">
    <caption>${ui.retries}</caption>
    <thead>
      <tr>
        <th scope="col">${ui.method}</th>
        <th scope="col">${ui.interactive}</th>
        <th scope="col">${ui.background}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ method, decisions }) => html`<tr>
          <th scope="row"><code>${method}</code></th>
          ${decisions.map((decision) => html`<td>${verdict(decision, ui)}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
};
