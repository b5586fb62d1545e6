/** Everything the package has to say about the last answer of an exchange. */
import { element, list, prose } from './elements.js';
import { needsCaution, subjectOf, verdictOn } from './verdicts.js';

/** @import { Finding, RetryDecision } from 'bc-status' */
/** @import { Child } from './elements.js' */
/** @import { Attempt } from './timeline.js' */

/** @typedef {{ outcome: string, api: string, body: string, requestId: string | null, decision: RetryDecision, findings: Finding[], about: number, attempts: Attempt[] }} Reading */

/** @param {Reading} reading */
export function readingOf(reading) {
  const { outcome, api, body, requestId, decision, findings } = reading;
  const [first, ...others] = findings;
  return element(
    'dl',
    { class: 'reading' },
    entry('Outcome', element('strong', {}, outcome), ` from ${api}`),
    entry(
      'Decision',
      element('strong', {}, verdictOn({ outcome, decision })),
      ' ',
      element('code', {}, decision.rule),
      element('p', {}, decision.reason),
      needsCaution(decision) && element('p', { class: 'caution' }, 'The request may have run.'),
    ),
    first && entry(subjectOf(reading), finding(first)),
    others.length > 0 && entry('Also', others.map(collapsed)),
    body && entry('Body', element('pre', {}, readable(body))),
    requestId && entry('Request id', element('code', { class: 'id' }, requestId)),
  );
}

/** @type {(found: Finding) => HTMLElement} */
const finding = (found) =>
  element(
    'div',
    { class: 'finding' },
    element('p', { class: 'found' }, element('strong', {}, prose(found.title)), ' ', confidence(found), ' ', element('code', {}, found.id)),
    ...details(found),
  );

/** @type {(found: Finding) => HTMLElement} */
const collapsed = (found) =>
  element('details', { class: 'finding' }, element('summary', {}, prose(found.title), ' ', confidence(found)), ...details(found));

/** @type {(found: Finding) => HTMLElement} */
const confidence = (found) => element('span', { class: 'confidence' }, found.confidence);

/** @type {(found: Finding) => HTMLElement[]} */
const details = ({ evidence, solutions, url }) => [
  element('p', { class: 'evidence' }, prose(evidence)),
  list(solutions),
  element('p', { class: 'more' }, element('a', { href: url, rel: 'noreferrer' }, `Read more on ${new URL(url).host}`)),
];

/** @type {(title: string, ...content: (Child | Child[])[]) => HTMLElement} */
const entry = (title, ...content) => element('div', {}, element('dt', {}, title), element('dd', {}, ...content));

/** @param {string} body */
function readable(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
