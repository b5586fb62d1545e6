// What went wrong in an archive or a log: failures in groups, by what was found and on which route.

import { classify } from '../core/diagnose.js';
import { X_BC_APILIMIT_REMAINING, X_RATE_LIMIT_REQUESTS_LEFT, X_REQUESTS_REMAINING } from '../knowledge/headers.js';
import { Buckets } from './buckets.js';
import { batchesIn } from './entries.js';
import { valueIn } from './head.js';
import { Kinds } from './kinds.js';
import { isFine } from './outcome.js';
import { Records } from './records.js';
import { RepeatCounter, noRepeats } from './repeats.js';
import { maskedText } from './pasted.js';
import { shownOf } from './shown.js';

/** @import { ArchiveGroup, ArchiveReport } from 'bc-status/read' */
/** @import { Source } from './entries.js' */
/** @import { Kind } from './kinds.js' */
/** @import { Exchange } from './layout.js' */
/** @import { Told } from './records.js' */
/** @import { Repeats } from './repeats.js' */

/** @typedef {{ finding: string, title: string, route: string, count: number, first: number, last: number, statuses: Record<string, number>, told: Told, retry: Kind['retry'], repeats: Repeats }} Group */

/** What comes with further routes is counted together. */
const MOST_GROUPS = 5000;
const OTHERS = 'other routes';

/** @type {(head: Exchange['headers']) => number | null} */
const leftIn = (head) => {
  const said = valueIn(head, X_RATE_LIMIT_REQUESTS_LEFT) ?? valueIn(head, X_REQUESTS_REMAINING) ?? valueIn(head, X_BC_APILIMIT_REMAINING);
  return said !== undefined && /^\s*\d{1,9}\s*$/.test(said) ? Number(said) : null;
};

/** What a success says of itself that is none. */
const DOUBTFUL = /error|fail|"status"|"code"|"success"|"result"/i;
/** Where it says that. */
const LOOKED_AT = 262_144;

/** @type {(exchange: Exchange) => boolean} */
const isDoubtful = ({ status, body }) => {
  if (status === 207) return true;
  if (typeof body === 'object' && body !== null) return true;
  return (
    typeof body === 'string' &&
    /^\s*[{[]/.test(body.slice(0, 100)) &&
    DOUBTFUL.test(body.length > LOOKED_AT ? body.slice(0, LOOKED_AT) : body)
  );
};

/** @type {(exchange: Exchange) => boolean} */
const hasFailed = (exchange) => {
  const { status = 0 } = exchange;
  if (status < 100 || status >= 400) return true;
  if (status < 200 || status >= 300 || !isDoubtful(exchange)) return false;
  return !isFine(classify(exchange).outcome);
};

/** @type {(moment: number) => string | null} */
const written = (moment) => (Number.isFinite(moment) ? new Date(moment).toISOString() : null);

export class Report {
  /** @type {Map<string, Group>} */
  #groups = new Map();
  #kinds = new Kinds();
  #records = new Records(true);
  #repeats = new RepeatCounter();
  #buckets = new Buckets();
  total = 0;
  failed = 0;
  unread = 0;
  /** Entries that were too long, and whether the input is damaged. */
  tooLong = 0;
  isDamaged = false;

  /** @param {import('./entries.js').Entry} entry */
  take(entry) {
    if (entry.lost === 'long') this.tooLong += 1;
    if (entry.lost === 'damaged') this.isDamaged = true;
    const all = this.#records.read(entry);
    if (!all.length) this.unread += 1;
    for (const told of all) this.#add(told);
  }

  /** @param {Told} told */
  #add(told) {
    const { exchange, start, end = start } = told;
    this.total += 1;
    const failure = hasFailed(exchange) ? this.#grouped(told) : undefined;
    if (start === undefined || end === undefined) return;
    this.#buckets.add(start, exchange.status, leftIn(exchange.headers));
    this.#repeats.see(exchange, start, end, failure);
  }

  /** @type {(told: Told) => import('./repeats.js').Failure | undefined} */
  #grouped(told) {
    const { exchange, start } = told;
    const kind = this.#kinds.of(exchange);
    if (kind.isHarmless) return undefined;
    this.failed += 1;
    const group = this.#groupOf(kind, told);
    group.count += 1;
    const status = String(exchange.status ?? exchange.failure ?? 'none');
    group.statuses[status] = (group.statuses[status] ?? 0) + 1;
    if (start !== undefined) {
      group.first = Math.min(group.first, start);
      group.last = Math.max(group.last, start);
    }
    return { group, retry: kind.retry };
  }

  /** @type {(kind: Kind, told: Told) => Group} */
  #groupOf({ finding, title, route, retry }, told) {
    const isOther = this.#groups.size >= MOST_GROUPS && !this.#groups.has(`${finding} ${route}`);
    const place = isOther ? OTHERS : route;
    const key = `${finding} ${place}`;
    let group = this.#groups.get(key);
    if (!group) {
      group = { finding, title, route: place, count: 0, first: Infinity, last: -Infinity, statuses: {}, told, retry, repeats: noRepeats() };
      this.#groups.set(key, group);
    }
    return group;
  }

  /** What of the input was not read. */
  get notes() {
    const said = [];
    if (this.isDamaged) said.push('The input is damaged or cut off; what comes before that was read.');
    if (this.tooLong) said.push(`${this.tooLong} of its entries ${this.tooLong === 1 ? 'is' : 'are'} too long to be read.`);
    return said;
  }

  /** @returns {ArchiveReport} */
  finish() {
    const groups = [...this.#groups.values()].sort((one, other) => other.count - one.count || one.first - other.first);
    return {
      groups: groups.map((group) => this.#shown(group)),
      timeline: this.#buckets.spans(),
      total: this.total,
      failed: this.failed,
      unread: this.unread,
    };
  }

  /** @type {(group: Group) => ArchiveGroup} */
  #shown({ finding, title, route, count, first, last, statuses, told, retry, repeats }) {
    return {
      finding: /** @type {ArchiveGroup['finding']} */ (finding),
      title,
      route: maskedText(route),
      count,
      share: Math.round((count / this.failed) * 10_000) / 10_000,
      first: written(first),
      last: written(last),
      statuses,
      example: { ...shownOf(told.exchange), at: { ...told.at, ...(told.start !== undefined && { time: written(told.start) }) } },
      retry: { ...retry, repeats },
    };
  }
}

/**
 * Reads all of an archive or a log; `tell` is called with each chunk that was read.
 * @param {Source} source
 * @param {(report: Report) => void | Promise<void>} [tell]
 * @returns {Promise<Report>}
 */
export const reportOn = async (source, tell = () => {}) => {
  const report = new Report();
  for await (const entries of batchesIn(source)) {
    for (const entry of entries) report.take(entry);
    await tell(report);
  }
  return report;
};
