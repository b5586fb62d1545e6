/** The right half: fire a request at the Worker and watch its attempts and waits. */
import { badge, element, list } from './elements.js';
import { jsonLines } from './lines.js';
import { duration, verdictOn, waitAhead } from './words.js';

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
      news.textContent = `${exchange.label}: ${reading.outcome}. ${verdictOn(reading)}`;
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

const readingOf = ({ outcome, api, body, requestId, decision, advice }) =>
  element(
    'dl',
    { class: 'reading' },
    entry('Outcome', element('strong', {}, outcome), ` from ${api}`),
    entry(
      'Decision',
      element('strong', {}, verdictOn({ outcome, decision })),
      ' ',
      element('code', {}, decision.rule),
      element('p', {}, decision.reason),
      mayHaveRun(decision),
    ),
    body && entry('Body', element('pre', {}, readable(body))),
    advice && entry(`On ${advice.code}`, list(advice.solutions)),
    requestId && entry('Request id', element('code', { class: 'id' }, requestId)),
  );

const mayHaveRun = (decision) =>
  decision.mayHaveRun && decision.rule !== 'not-needed'
    ? element('p', { class: 'caution' }, 'The request may have run.')
    : null;

const entry = (title, ...content) =>
  element('div', {}, element('dt', {}, title), element('dd', {}, ...content));

function readable(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
