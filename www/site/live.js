/** The right half: fire a request at the Worker and watch its attempts and waits. */
import { badge, element, list, prose } from './elements.js';
import { jsonLines } from './lines.js';
import { duration, needsCaution, subjectOf, verdictOn, waitAhead } from './words.js';

const buttons = document.getElementById('exchanges');
const run = document.getElementById('run');
const news = document.getElementById('run-news');

export async function startLive(complain) {
  const response = await fetch('exchanges.json');
  if (!response.ok) throw new Error(`the list of exchanges was answered with ${response.status}`);
  const exchanges = await response.json();
  buttons.replaceChildren(...exchanges.map(button));

  let busy = false;
  buttons.addEventListener('click', async ({ target }) => {
    const pressed = target.closest('button');
    if (!pressed || busy) return;
    busy = true;
    complain(null);
    for (const other of buttons.children) {
      other.setAttribute('aria-disabled', 'true');
      other.setAttribute('aria-pressed', String(other === pressed));
    }
    try {
      await fire(exchanges.find(({ id }) => id === pressed.dataset.id));
    } catch (error) {
      run.removeAttribute('aria-busy');
      complain(`The request could not be sent: ${error.message}`);
    } finally {
      busy = false;
      for (const other of buttons.children) other.removeAttribute('aria-disabled');
    }
  });
}

const button = ({ id, code, label }) =>
  element(
    'button',
    { type: 'button', 'data-id': id, 'aria-pressed': 'false' },
    badge(code, code ?? '—'),
    element('span', {}, label),
  );

async function fire(exchange) {
  const timeline = element('ol', { class: 'timeline' });
  run.replaceChildren(
    element(
      'p',
      { class: 'request' },
      element('code', {}, element('b', {}, exchange.method), ` ${exchange.path}`),
    ),
    element('p', { class: 'purpose' }, exchange.shows),
    timeline,
  );
  run.setAttribute('aria-busy', 'true');
  news.textContent = `${exchange.label}: sent`;
  timeline.append(pending('waiting for the answer'));
  run.scrollIntoView({ block: 'nearest' });

  const { body } = await fetch(`live/${exchange.id}`, { method: 'POST' });
  for await (const { event, answer, reading, message } of jsonLines(body)) {
    if (event === 'failure') throw new Error(message);
    if (event === 'answer') {
      timeline.lastChild.remove();
      timeline.append(
        ...steps(answer, waitAhead, 'bar running'),
        pending(answer.decision.retry ? 'next attempt' : 'reading the answer'),
      );
      news.textContent = spoken(answer);
    }
    if (event === 'reading') {
      timeline.replaceChildren(
        ...reading.attempts.flatMap((attempt) => steps(attempt, waited, 'bar')),
      );
      run.append(readingOf(reading));
      news.textContent = spokenReading(exchange, reading);
    }
  }
  run.removeAttribute('aria-busy');
}

const pending = (text) =>
  element('li', { class: 'pending' }, element('span', { class: 'what' }, text));

/** An attempt, and the wait after it where there is one. */
function steps({ status, text, durationMs, decision }, say, barClass) {
  const attempt = element(
    'li',
    { class: 'attempt' },
    badge(status, status ?? 'none'),
    element('span', { class: 'what' }, text),
    element('span', { class: 'took' }, duration(durationMs)),
  );
  if (!decision.retry) return [attempt];
  const bar = element('span', { class: barClass }, element('span'));
  bar.firstChild.style.animationDuration = `${decision.delayMs}ms`;
  const wait = element(
    'li',
    { class: 'wait' },
    element('span', { class: 'what' }, 'wait ', element('b', {}, say(decision))),
    element('code', {}, decision.rule),
    bar,
  );
  return [attempt, wait];
}

const waited = ({ delayMs }) => duration(delayMs);

const spoken = ({ status, text, decision }) =>
  `${status ?? ''} ${text}${decision.retry ? `, waiting ${waitAhead(decision)}` : ''}`;

function spokenReading({ label }, reading) {
  const { outcome, findings } = reading;
  const said = [`${label}: ${outcome}`, verdictOn(reading)];
  if (findings.length > 0)
    said.push(`${subjectOf(reading)}: ${findings[0].title.replaceAll('`', '')}`);
  return said.join('. ');
}

function readingOf(reading) {
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

const finding = (found) =>
  element(
    'div',
    { class: 'finding' },
    element(
      'p',
      { class: 'found' },
      element('strong', {}, prose(found.title)),
      ' ',
      confidence(found),
      ' ',
      element('code', {}, found.id),
    ),
    ...details(found),
  );

const collapsed = (found) =>
  element(
    'details',
    { class: 'finding' },
    element('summary', {}, prose(found.title), ' ', confidence(found)),
    ...details(found),
  );

const confidence = (found) => element('span', { class: 'confidence' }, found.confidence);

const details = ({ evidence, solutions, url }) => [
  element('p', { class: 'evidence' }, prose(evidence)),
  list(solutions),
  element(
    'p',
    { class: 'more' },
    element('a', { href: url, rel: 'noreferrer' }, `Read more on ${new URL(url).host}`),
  ),
];

const entry = (title, ...content) =>
  element('div', {}, element('dt', {}, title), element('dd', {}, ...content));

function readable(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
