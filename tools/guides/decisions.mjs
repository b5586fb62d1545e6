// The generated parts of docs/decisions.md, most of them asked of the package itself.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declarationsOf } from '../site/reference/declarations.mjs';
import { code, table, time } from './markdown.mjs';

export async function decisions(directory) {
  const from = (...path) => import(pathToFileURL(join(directory, 'dist', ...path)));
  const [core, { REASONS, REASON_RULES }, limits, { INTERACTIVE_MS, LONGEST_DELAY_MS }] = await Promise.all([
    from('index.js'),
    from('knowledge', 'reasons.js'),
    from('knowledge', 'limits.js'),
    from('knowledge', 'reasons.js'),
  ]);
  const { declarations } = declarationsOf(join(directory, 'dist', 'index.d.ts'));
  const { choices } = declarations.find(({ name }) => name === 'RetryRule');
  return {
    rules: rules(choices, REASONS, REASON_RULES),
    statuses: statuses(core),
    limits: limitsOf(limits, INTERACTIVE_MS, LONGEST_DELAY_MS),
  };
}

/** Each rule, and the sentences that its decisions are told in. */
function rules(choices, reasons, ruleOf) {
  const rows = choices.map(({ text, about }) => {
    const rule = text.slice(1, -1);
    const sentences = Object.keys(reasons).filter((name) => ruleOf[name] === rule);
    const meaning = about.flat().map((part) => part.text);
    return [code(rule), meaning.join('').trim(), sentences.map((name) => reasons[name]).join(' · ')];
  });
  return table(['rule', 'when', '`reason`'], rows);
}

/** What is done about a status by itself, where the answer names no wait and has no body. */
function statuses({ decideRetry, status }) {
  const groups = [];
  for (let one = 100; one < 600; one++) {
    const course = (method, profile) => courseOf(decideRetry, { method, status: one }, { profile, jitter: false });
    const [get, post, job] = [course('GET', 'interactive'), course('POST', 'background'), course('GET', 'background')];
    const sends = ({ waits }) => waits.length + 1;
    const cells = [
      code(job.first.rule),
      sends(get) === sends(job) ? sends(get) : `${sends(get)}, in a job ${sends(job)}`,
      sends(post),
      waitsOf(job.waits),
    ];
    const same = groups.at(-1);
    if (same && same.cells.join() === cells.join()) same.to = one;
    else groups.push({ from: one, to: one, cells });
  }
  const rows = groups.map(({ from, to, cells }) => [from === to ? from : `${from} to ${to}`, ...cells, source(status(from), from === to)]);
  return table(['status', 'rule', 'times a GET is sent', 'times a POST is sent', 'waits', 'source'], rows);
}

const source = ({ url }, isOne) => (isOne ? `[page](${url})` : '');

/** What a request is sent again by, while the same answer comes. */
function courseOf(decideRetry, exchange, policy) {
  const waits = [];
  let elapsedMs = 0;
  let first;
  for (let attempt = 1; ; attempt++) {
    const decision = decideRetry(exchange, { attempt, elapsedMs }, policy);
    first ??= decision;
    if (!decision.retry) return { first, waits };
    waits.push(decision.delayMs);
    elapsedMs += decision.delayMs;
  }
}

/** `1 s, 2 s, 4 s … 60 s`, as they grow. */
function waitsOf(waits) {
  const grown = [...new Set(waits)];
  const [few, last] = [grown.slice(0, 3).map(time), grown.at(-1)];
  return grown.length > 3 ? `${few.join(', ')} … ${time(last)}` : few.join(', ');
}

const limitsOf = ({ EXTRA_PART, LONGEST_EXTRA_MS, RETRY_BUDGET, MOST_HOPS, LONGEST_FAILURE, LONGEST_FAILURE_MS }, interactiveMs, dayMs) =>
  table(
    ['limit', 'by default'],
    [
      ['time from the first attempt to the last, `interactive`', time(interactiveMs)],
      ['the same, `background`', 'none'],
      ['longest single wait, `maxDelayMs`', time(dayMs)],
      ['added at random to a wait that the server names', `up to 1/${EXTRA_PART} of it, ${time(LONGEST_EXTRA_MS)} at most`],
      [
        'budget that the repeats of a fetch share',
        `${RETRY_BUDGET.capacity} tokens: a repeat takes ${RETRY_BUDGET.retryCost}, after a 429 without a wait ${RETRY_BUDGET.throttleCost}; a success gives back ${RETRY_BUDGET.refund}`,
      ],
      ['redirects followed', MOST_HOPS],
      ["how much of a failure's body is read", `${LONGEST_FAILURE / 1024} KB, for ${time(LONGEST_FAILURE_MS)}`],
    ],
  );
