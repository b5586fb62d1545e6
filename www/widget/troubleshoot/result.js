// What was found: whether to send again, the findings, most probable first, and what the body says.

import { section } from '../card.js';
import { fill } from '../language.js';
import { html, nothing } from '../lit.js';
import { heading, items, link, prose } from '../prose.js';
import { spoken } from '../spoken.js';

/** @import { ApiError, Diagnosis, Finding } from 'bc-status' */
/** @import { Words } from '../language.js' */
/** @import { WidgetStrings } from 'bc-status/widget' */

/** @typedef {{ diagnosis: Diagnosis, isAnswered: boolean, leftMs: number, copied: any }} Shown */

/**
 * Findings that rest on there being no answer, which nobody has said.
 * @type {(finding: Finding) => boolean}
 */
const isAboutAnswer = ({ id }) => /^(?:network|result)\./.test(id);

/**
 * `state` is `{ diagnosis, isAnswered, leftMs, copied }`. Live regions are there before anything is in them.
 * @type {(state: Shown, words: Words, level: number, copy: () => void) => unknown}
 */
export const result = (state, words, level, copy) => html`
  <p class="unseen" role="status">${state.diagnosis ? announced(state, words.ui) : nothing}</p>
  ${state.diagnosis ? shown(state, words, level, copy) : nothing}
`;

/** @type {(state: Shown) => Finding[]} */
const findingsOf = ({ diagnosis, isAnswered }) =>
  isAnswered ? diagnosis.findings : diagnosis.findings.filter((finding) => !isAboutAnswer(finding));

/**
 * In a sentence what has changed; the seconds of the countdown are not read out.
 * @type {(state: Shown, ui: WidgetStrings) => string}
 */
const announced = (state, ui) => {
  const { diagnosis, isAnswered, leftMs } = state;
  const [first] = findingsOf(state);
  const found = `${titleOf(state, ui)}. ${plain(first?.title ?? (isAnswered ? ui.noFindings : ui.noneInRequest))}.`;
  return isAnswered && diagnosis.retry.delayMs > 0 && leftMs === 0 ? `${found} ${again(state, ui)}.` : found;
};

/** @type {(text: string) => string} */
const plain = (text) => text.replaceAll('`', '').replace(/\.$/, '');

/** @type {(state: Shown, ui: WidgetStrings) => string} */
const titleOf = ({ diagnosis: { classification }, isAnswered }, ui) => {
  const { status, outcome } = classification;
  if (status) return `${status.code} ${status.text || ui.noName}`;
  // Of the answer nobody told more.
  if (outcome !== 'no-response') return ui.fieldBody;
  return isAnswered ? ui.noAnswer : ui.unanswered;
};

/** @type {(state: Shown, words: Words, level: number, copy: () => void) => unknown} */
const shown = (state, words, level, copy) => {
  const { diagnosis, isAnswered } = state;
  const { ui } = words;
  const { status, error, requestId } = diagnosis.classification;
  const findings = findingsOf(state);
  const [first, ...others] = findings;
  return html`<div class="result" part="result" data-class=${status?.class ?? nothing}>
    ${heading(level, 'title', titleOf(state, ui))}
    ${isAnswered ? decision(state, words, level + 1) : nothing}
    ${section(
      'findings',
      ui.findings,
      first
        ? html`<ol class="findings">
            <li part="finding">${finding(first, ui)}</li>
            ${others.map((other) => html`<li part="finding">${collapsed(other, ui)}</li>`)}
          </ol>`
        : html`<p>${isAnswered ? ui.noFindings : ui.noneInRequest}</p>`,
      level + 1,
    )}
    ${section('complaints', ui.complaints, complaints(error, ui), level + 1)}
    ${requestId ? section('request-id', ui.requestId, html`<p><code>${requestId}</code></p>`, level + 1) : nothing}
    <div class="bar">
      <button type="button" part="button copy" @click=${copy}>${ui.copy}</button>
      <div role="status">${copied(state.copied, ui)}</div>
    </div>
  </div>`;
};

/** @type {(state: Shown, words: Words, level: number) => unknown} */
const decision = (state, words, level) => {
  const { diagnosis, leftMs } = state;
  const { delayMs, reason, mayHaveRun, rule } = diagnosis.retry;
  const { ui } = words;
  return section(
    'decision',
    ui.retry,
    html`<div class="advice" part="decision" data-retry=${diagnosis.retry.retry ? 'after-wait' : 'never'}>
      <p><strong role="timer">${again(state, ui)}</strong></p>
      ${delayMs > 0 ? html`<progress aria-label=${ui.retry} max=${delayMs} .value=${delayMs - leftMs}></progress>` : nothing}
      <p>${prose(reason)}${mayHaveRun && rule !== 'not-repeatable' && rule !== 'not-needed' ? ` ${ui.mayHaveRun}` : nothing}</p>
    </div>`,
    level,
  );
};

/**
 * Whether to send it again, with what is left of the wait.
 * @type {(state: Shown, ui: WidgetStrings) => string}
 */
const again = ({ diagnosis: { retry, classification }, leftMs }, ui) => {
  const { retry: isYes, delayMs, rule } = retry;
  if (isYes && delayMs === 0) return ui.retryAtOnce;
  if (delayMs > 0 && leftMs === 0) return isYes ? ui.retryNow : ui.retryLaterNow;
  // Tenths are too restless for minutes.
  const time = spoken(leftMs > 10_000 ? Math.ceil(leftMs / 1000) * 1000 : leftMs, ui);
  if (delayMs > 0) return fill(isYes ? ui.retryYes : ui.retryLater, { time });
  if (classification.outcome === 'partial') return ui.retryPart;
  return rule === 'not-needed' ? ui.notNeeded : ui.retryNo;
};

/** @type {(finding: Finding, ui: WidgetStrings) => unknown} */
const confidence = ({ confidence: how }, ui) => html`<span class="confidence" data-confidence=${how}>${ui.confidence[how]}</span>`;

/** @type {(found: Finding, ui: WidgetStrings) => unknown} */
const finding = (found, ui) => html`
  <p class="found"><strong>${prose(found.title)}</strong> ${confidence(found, ui)}</p>
  ${body(found, ui)}
`;

/** @type {(found: Finding, ui: WidgetStrings) => unknown} */
const collapsed = (found, ui) => html`<details>
  <summary>${prose(found.title)} ${confidence(found, ui)}</summary>
  ${body(found, ui)}
</details>`;

/** @type {(found: Finding, ui: WidgetStrings) => unknown} */
const body = ({ id, evidence, solutions, url }, ui) => html`
  <p class="evidence" part="evidence">${prose(evidence)}</p>
  <ul>
    ${items(solutions)}
  </ul>
  <p class="more">${URL.canParse(url) ? link(url, fill(ui.readMore, { host: new URL(url).host })) : nothing} <code>${id}</code></p>
`;

const MOST = 20;

/**
 * What the body said, in its own words, which are shown as they are.
 * @type {(error: ApiError | null, ui: WidgetStrings) => unknown}
 */
const complaints = (error, ui) => {
  if (!error) return nothing;
  const { title, detail, note, items: all } = error;
  const said = [...new Set([title, detail, note])].filter(Boolean);
  const listed = all
    .slice(0, MOST)
    .map(
      ({ index, field, message }) =>
        html`${Number.isInteger(index) ? `${index}: ` : nothing}${field ? html`<code>${field}</code> ` : nothing}${message}`,
    );
  const rest = all.length > MOST ? [fill(ui.more, { count: all.length - MOST })] : [];
  const lines = [...said, ...listed, ...rest];
  return lines.length ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : nothing;
};

/** @type {(state: any, ui: WidgetStrings) => unknown} */
const copied = (state, ui) => {
  if (!state) return nothing;
  if (state.isDone) return html`<span class="hint">${ui.copied}</span>`;
  return html`<label class="field wide"><span>${ui.copyFailed}</span><textarea part="input" rows="6" readonly .value=${state.markdown}></textarea></label>`;
};
