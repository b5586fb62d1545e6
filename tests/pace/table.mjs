// What came of the runs of a scenario, in lines to read.

import { median } from '../median.mjs';

export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const percent = (share) => `${(share * 100).toFixed(2)} %`;
const ratio = (number) => number.toFixed(3);

/** What was measured in a run, beside the time that is ideal for it. */
export const measures = ({ finishMs, throttled, sent, longestWaitMs, coordinatorCalls }, idealMs) => ({
  ratio: finishMs / idealMs,
  refused: throttled,
  throttled: throttled / sent,
  longestWaitMs,
  sent,
  calls: coordinatorCalls / sent,
});

const middling = (name, show) => (all) => show(median(all.map((one) => one[name])));
const withWorst = (name, show) => (all) => {
  const numbers = all.map((one) => one[name]);
  return `${show(median(numbers))} (${show(Math.max(...numbers))})`;
};

/** Columns: the head, the width, and the text for the measures of all runs. */
const COLUMNS = [
  ['time to ideal', 16, withWorst('ratio', ratio)],
  ['429s', 16, withWorst('refused', String)],
  ['of all sent', 20, withWorst('throttled', percent)],
  ['longest wait', 14, middling('longestWaitMs', seconds)],
  ['sent', 8, middling('sent', String)],
];
const NAME_WIDTH = 30;

export const headOf = (title) => `${title}\n${' '.repeat(NAME_WIDTH)}${COLUMNS.map(([name, width]) => name.padStart(width)).join('')}`;

export const row = ({ name }, all, wanted = {}) => {
  const cells = COLUMNS.map(([, width, text]) => text(all).padStart(width)).join('');
  const isCoordinated = all.some((one) => one.calls > 0);
  const calls = isCoordinated ? `   ${withWorst('calls', ratio)(all)} coordinator calls a request` : '';
  return name.padEnd(NAME_WIDTH) + cells + calls + verdict(all, wanted);
};

/** By the worst of the runs. */
const verdict = (all, wanted) => {
  const limits = Object.entries(wanted).map(([name, most]) => WANTED[name](most));
  if (limits.length === 0) return '';
  return `   ${misses(all, wanted).length > 0 ? 'MISSED' : 'holds'}: ${limits.join(', ')}`;
};

const WANTED = {
  ratio: (most) => `at most ${most}`,
  throttled: (most) => (most === 0 ? 'no 429' : `429s at most ${most * 100} %`),
  calls: (most) => `at most ${most} calls a request`,
};

/** The wanted limits that a run does not keep, by name. */
export const misses = (all, wanted) => Object.keys(wanted).filter((name) => all.some((one) => one[name] > wanted[name]));

export const unfinished = ({ name }, ms) => `${name.padEnd(NAME_WIDTH)}   not done in ${ms / 3_600_000} hours`;

/** Pieces that a strategy gave back as failed, and had to be handed to it anew. */
export const failuresOf = (results) => {
  const failed = results.filter(({ failures }) => failures > 0);
  return failed.map(({ failures, lastFailure }) => `\n  ${failures} failures, the last: ${lastFailure}`).join('');
};

export const skippedOf = (strategies) =>
  Object.values(strategies)
    .filter(({ skip }) => skip)
    .map(({ name, skip }) => `\n${name} is skipped: it ${skip}`)
    .join('');
