/** The playground: press a request, and watch its attempts and waits, live or as they were recorded. */
import { element } from './elements.js';
import { readingOf } from './last-answer.js';
import { live, recorded } from './sources.js';
import { ahead, past, pending } from './timeline.js';
import { subjectOf, verdictOn, waitAhead } from './verdicts.js';

/** @import { Reading } from './last-answer.js' */
/** @import { Attempt } from './timeline.js' */

const buttons = /** @type {HTMLElement} */ (document.getElementById('exchanges'));
const run = /** @type {HTMLElement} */ (document.getElementById('run'));
const news = /** @type {HTMLElement} */ (document.getElementById('run-news'));
const trouble = /** @type {HTMLElement} */ (document.getElementById('trouble'));

const eventsOf = buttons.dataset.source === 'live' ? live : recorded;
let busy = false;

buttons.addEventListener('click', ({ target }) => {
  const button = /** @type {Element} */ (target).closest('button');
  if (button) press(button);
});
addEventListener('hashchange', pressLinked);
pressLinked();

function pressLinked() {
  const linked = [...buttons.children].find(({ id }) => `#${id}` === location.hash);
  if (linked) press(linked);
}

/** @param {any} pressed */
async function press(pressed) {
  if (busy) return;
  busy = true;
  complain(null);
  for (const button of buttons.children) {
    button.setAttribute('aria-disabled', 'true');
    button.setAttribute('aria-pressed', String(button === pressed));
  }
  history.replaceState(null, '', `#${pressed.id}`);
  try {
    await fire({ id: pressed.id, label: pressed.lastElementChild.textContent, ...pressed.dataset });
  } catch (error) {
    complain(`The request could not be ${buttons.dataset.source === 'live' ? 'sent' : 'shown'}: ${/** @type {Error} */ (error).message}`);
  } finally {
    run.removeAttribute('aria-busy');
    busy = false;
    for (const button of buttons.children) button.removeAttribute('aria-disabled');
  }
}

/**
 * Null takes the last complaint back.
 * @param {string | null} message
 */
function complain(message) {
  trouble.textContent = message;
  trouble.hidden = message === null;
}

/** @param {Record<string, string>} request */
async function fire({ id, label, method, path, shows }) {
  const timeline = element('ol', { class: 'timeline' });
  run.replaceChildren(
    element('p', { class: 'request' }, element('code', {}, element('b', {}, method), ` ${path}`)),
    element('p', { class: 'purpose' }, shows),
    timeline,
  );
  run.setAttribute('aria-busy', 'true');
  news.textContent = `${label}: sent`;
  timeline.append(pending('waiting for the answer'));
  run.scrollIntoView({ block: 'nearest' });

  for await (const { event, answer, reading, message } of eventsOf(id)) {
    if (event === 'failure') throw new Error(message);
    if (event === 'answer') {
      timeline.lastChild?.remove();
      timeline.append(...ahead(answer), pending(answer.decision.retry ? 'next attempt' : 'reading the answer'));
      news.textContent = spoken(answer);
    }
    if (event === 'reading') {
      timeline.replaceChildren(...reading.attempts.flatMap(past));
      run.append(readingOf(reading));
      news.textContent = spokenReading(label, reading);
    }
  }
}

/** @type {(attempt: Attempt) => string} */
const spoken = ({ status, text, decision }) => `${status ?? ''} ${text}${decision.retry ? `, waiting ${waitAhead(decision)}` : ''}`;

/**
 * @param {string} label
 * @param {Reading} reading
 */
function spokenReading(label, reading) {
  const { outcome, findings } = reading;
  const said = [`${label}: ${outcome}`, verdictOn(reading)];
  if (findings.length > 0) said.push(`${subjectOf(reading)}: ${findings[0].title.replaceAll('`', '')}`);
  return said.join('. ');
}
