// When something happened, as loggers write it. What names no zone is taken for UTC.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const [EARLIEST, LATEST] = [Date.UTC(2000, 0), Date.UTC(2100, 0)];

/** @type {(ms: number) => number | undefined} */
const within = (ms) => (ms >= EARLIEST && ms < LATEST ? ms : undefined);

/**
 * Seconds, milliseconds, microseconds or nanoseconds since 1970, told by their size.
 * @type {(number: number) => number | undefined}
 */
const ofNumber = (number) => {
  for (const unit of [1000, 1, 1e-3, 1e-6]) {
    const ms = within(number * unit);
    if (ms !== undefined) return ms;
  }
  return undefined;
};

const ISO = /(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d\d:?\d\d)?/;
const COMMON = /(\d\d?)[/ -]([A-Z][a-z]{2})[/ -](\d{4})[: ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?/;
/** `Fri Nov 27 22:57:44.123456 2026` */
const ASCTIME = /([A-Z][a-z]{2}) +(\d\d?) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))? (?:UTC |GMT )?(\d{4})/;

/** @type {(zone: string | undefined) => number} */
const offsetOf = (zone) => {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '') ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
};

/** @type {(year: string, month: number, rest: (string | undefined)[], fraction?: string, zone?: string) => number | undefined} */
const utc = (year, month, [day, hours, minutes, seconds], fraction = '', zone) => {
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  return within(Date.UTC(Number(year), month, Number(day), Number(hours), Number(minutes), Number(seconds ?? 0), ms) - offsetOf(zone));
};

/** No moment stands further behind. */
const LOOKED_AT = 300;

/**
 * The first moment in a text, in milliseconds since 1970.
 * @type {(text: string) => number | undefined}
 */
export const momentIn = (text) => {
  const begin = text.slice(0, LOOKED_AT);
  const iso = ISO.exec(begin);
  if (iso) {
    const [, year, month, day, hours, minutes, seconds, fraction, zone] = iso;
    return utc(year, Number(month) - 1, [day, hours, minutes, seconds], fraction, zone);
  }
  const common = COMMON.exec(begin);
  if (common) {
    const [, day, month, year, hours, minutes, seconds, fraction, zone] = common;
    return utc(year, MONTHS.indexOf(month.toLowerCase()), [day, hours, minutes, seconds], fraction, zone);
  }
  const asctime = ASCTIME.exec(begin);
  if (asctime) {
    const [, month, day, hours, minutes, seconds, fraction, year] = asctime;
    return utc(year, MONTHS.indexOf(month.toLowerCase()), [day, hours, minutes, seconds], fraction);
  }
  return undefined;
};

/** @type {(value: unknown) => number | undefined} */
export const momentOf = (value) => {
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value !== 'string' || value.length > LOOKED_AT) return undefined;
  return /^\d{9,19}(?:\.\d+)?$/.test(value) ? ofNumber(Number(value)) : momentIn(value);
};

/** As members are called that say when, without what stands between their words; what comes first counts. */
const NAMES = [
  ...['starteddatetime', 'timestamp', 'time', 'ts', 'datetime', 'eventtimestamp', 'eventtime', 'starttime', 'starttimeunixnano'],
  ...['timeunixnano', 'observedtimeunixnano', 'asctime', 'timelocal', 'timeiso8601', 'logtime', 'requesttime', 'msec', 'date'],
  ...['edgestarttimestamp', 'createdat', 'occurredat', 't'],
];
const ENDS = ['endtimeunixnano', 'endtime', 'edgeendtimestamp'];

/**
 * By names as loggers write them, where they stand in a list; more than these no logger has.
 * @type {(names: string[]) => (name: string) => number}
 */
const ranking = (names) => {
  /** @type {Map<string, number>} */
  const known = new Map();
  return (name) => {
    let rank = known.get(name);
    if (rank === undefined) {
      rank = names.indexOf(name.toLowerCase().replace(/[^a-z\d]/g, ''));
      if (known.size < 10_000) known.set(name, rank);
    }
    return rank;
  };
};

const [rankOf, rankOfEnd] = [ranking(NAMES), ranking(ENDS)];

/** Objects within objects, so deep. */
const DEEPEST = 5;

/**
 * The best of the moments in a record; those further outside come first.
 * @type {(record: any, rankOf: (name: string) => number, depth?: number) => number | undefined}
 */
const among = (record, rankOf, depth = 0) => {
  let best;
  let rank = Infinity;
  for (const name in record) {
    const at = rankOf(name);
    if (at < 0 || at >= rank) continue;
    const moment = momentOf(record[name]);
    if (moment === undefined) continue;
    best = moment;
    rank = at;
  }
  if (best !== undefined || depth >= DEEPEST) return best;
  for (const name in record) {
    const member = record[name];
    if (typeof member !== 'object' || member === null) continue;
    const moment = among(member, rankOf, depth + 1);
    if (moment !== undefined) return moment;
  }
  return undefined;
};

/**
 * When the exchange of a record began and was over, as far as it says; a logger writes when it is over.
 * @type {(record: any) => { start?: number, end?: number }}
 */
export const timesOf = (record) => {
  const start = among(record, rankOf);
  if (start === undefined) return {};
  // Only archives say how long it took in milliseconds, under this name.
  const took = typeof record.startedDateTime === 'string' && typeof record.time === 'number' && record.time > 0 ? record.time : 0;
  const end = took ? start + took : among(record, rankOfEnd);
  return { start, end: end !== undefined && end >= start ? end : start };
};
