// What a report says, in sentences that its text, its Markdown and its page share.

import { duration } from '../core/duration.js';
import { advice } from '../core/render.js';
import { PAGE_WORDS } from '../knowledge/page-words.js';

/** @import { ArchiveGroup, ArchiveReport } from 'bc-status/read' */

/** @type {(number: number) => string} */
export const counted = (number) => number.toLocaleString('en-US');

/** @type {(part: number) => string} */
export const percent = (part) => {
  const value = part * 100;
  if (value > 0 && value < 0.1) return 'less than 0.1 %';
  return `${value >= 10 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} %`;
};

/** @type {(number: number, one: string, many: string) => string} */
const several = (number, one, many) => `${counted(number)} ${number === 1 ? one : many}`;

/** @type {(report: ArchiveReport) => string} */
export const headline = ({ total, failed }) => {
  if (!total) return 'No requests were found';
  if (!failed) return total === 1 ? 'The request did not fail' : `None of ${counted(total)} requests failed`;
  return `${counted(failed)} of ${several(total, 'request', 'requests')} failed (${percent(failed / total)})`;
};

/**
 * The second, in UTC.
 * @type {(time: string) => string}
 */
export const moment = (time) => time.slice(0, 19).replace('T', ' ');

/** @type {(first: string | null, last: string | null) => string} */
const period = (first, last) => {
  if (first === null || last === null) return '';
  const [from, to] = [moment(first), moment(last)];
  if (from === to) return `at ${from} UTC`;
  return `from ${from} to ${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to} UTC`;
};

/**
 * How long each span of the timeline is.
 * @type {(timeline: ArchiveReport['timeline']) => number}
 */
export const spanMs = ([first, second]) => (second ? Date.parse(second.time) - Date.parse(first.time) : 0);

/** @type {(report: ArchiveReport) => string[]} */
export const remarks = ({ timeline, unread, total }) => {
  const said = [];
  if (timeline.length > 1) {
    const last = /** @type {{ time: string }} */ (timeline.at(-1));
    said.push(`${period(timeline[0].time, last.time).replace(/^f/, 'F')}, in spans of ${duration(spanMs(timeline))}.`);
  } else if (total && !timeline.length) said.push('Nothing in it says when, so there is no timeline, and no wait is judged.');
  if (unread) said.push(`${several(unread, 'entry holds', 'entries hold')} no request that was answered or failed.`);
  return said;
};

/** @type {(group: ArchiveGroup, failed: number) => string} */
export const shareSaid = ({ count, share, statuses, first, last }, failed) => {
  const codes = Object.entries(statuses).map(([code, times]) => (times === count ? code : `${code} (${counted(times)})`));
  const when = period(first, last);
  return `${counted(count)} of ${several(failed, 'failure', 'failures')} (${percent(share)}), ${codes.join(', ')}${when && `, ${when}`}`;
};

/**
 * Whether to send such a request again, and when.
 * @type {(group: ArchiveGroup) => string}
 */
export const adviceSaid = ({ retry }) => `${PAGE_WORDS.again} ${advice(retry)}`;

/** @type {(group: ArchiveGroup) => string[]} */
export const repeatsSaid = ({ retry: { repeats } }) => {
  const { count, tooSoon, tooLate, unwise, spareMs } = repeats;
  const said = [];
  if (count) said.push(`Sent again ${several(count, 'time', 'times')}.`);
  if (tooSoon) said.push(`${several(tooSoon, 'wait was', 'waits were')} shorter than the answer asked for.`);
  if (tooLate) said.push(`${several(tooLate, 'wait was', 'waits were')} longer than needed, by ${duration(spareMs)} in all.`);
  if (unwise) said.push(`${several(unwise, 'repeat', 'repeats')} should not have been sent.`);
  return said;
};

/** @type {(group: ArchiveGroup) => string} */
export const exampleSaid = ({ example: { at, method, url, status, failure } }) => {
  const place = at.entry ? `entry ${at.entry}` : `line ${at.line}`;
  return `${place}: ${[method, url, status ?? failure].filter(Boolean).join(' ')}`;
};

/** Those that come in a timeline, in the order of their codes. */
export const CLASSES = /** @type {const} */ (['1xx', '2xx', '3xx', '4xx', '5xx', 'none']);

/** @type {Record<string, string>} */
export const CLASS_NAMES = {
  '1xx': 'interim (1xx)',
  '2xx': 'successes (2xx)',
  '3xx': 'redirects (3xx)',
  '4xx': 'client errors (4xx)',
  '5xx': 'server errors (5xx)',
  none: 'no answer',
};

/** @type {(timeline: ArchiveReport['timeline']) => string[]} */
export const classesIn = (timeline) => CLASSES.filter((name) => timeline.some(({ statuses }) => statuses[name]));
