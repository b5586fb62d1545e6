// What came of the runs of a scenario, in lines to read.

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const percent = (share) => `${(share * 100).toFixed(2)} %`;
const ratio = (number) => number.toFixed(3);

/** What was measured in one run, beside the ideal one of the same seed. */
export const measures = (run, ideal) => ({
  ratio: run.finishMs / ideal.finishMs,
  throttled: run.throttled / run.sent,
  refused: run.throttled,
  longestWaitMs: run.longestWaitMs,
  sent: run.sent,
  calls: run.coordinatorCalls / run.sent,
});

/** Column: its head, its width, and its text for the measures of all seeds. */
const middling = (name, show) => (all) => show(median(all.map((one) => one[name])));
const withWorst = (name, show) => (all) => {
  const numbers = all.map((one) => one[name]);
  return `${show(median(numbers))} (${show(Math.max(...numbers))})`;
};
const COLUMNS = [
  ['time to ideal', 18, withWorst('ratio', ratio)],
  ['429s', 16, withWorst('refused', String)],
  ['of all sent', 18, withWorst('throttled', percent)],
  ['longest wait', 14, middling('longestWaitMs', seconds)],
  ['sent', 8, middling('sent', String)],
];
const NAME_WIDTH = 30;

export const head = () => ''.padEnd(NAME_WIDTH) + COLUMNS.map(([title, width]) => title.padStart(width)).join('');

export const row = (name, all, wanted) => {
  const cells = COLUMNS.map(([, width, text]) => text(all).padStart(width)).join('');
  const isCoordinated = all.some(({ calls }) => calls > 0);
  const calls = isCoordinated ? `   ${withWorst('calls', ratio)(all)} coordinator calls per request` : '';
  return name.padEnd(NAME_WIDTH) + cells + calls + verdict(all, wanted);
};

/** By the worst of the seeds. */
const verdict = (all, wanted = {}) => {
  const limits = Object.entries(wanted);
  if (limits.length === 0) return '';
  const text = limits.map(([name, most]) => WANTED[name](most)).join(', ');
  return `   ${misses(all, wanted).length ? 'MISSED' : 'holds'}: ${text}`;
};
const WANTED = {
  ratio: (most) => `time at most ${most}`,
  throttled: (most) => (most === 0 ? 'no 429' : `429s at most ${most * 100} %`),
  calls: (most) => `at most ${most} calls per request`,
};

/** The limits that were not held, by name. */
export const misses = (all, wanted) =>
  Object.keys(wanted).filter((name) => all.some((one) => one[name] > wanted[name]));
