import type { Exchange, Failure, FindingId, PasteKind, RetryDecision } from './index.js';

export type { PasteKind } from './index.js';

/** What a pasted text says about a request and its answer. */
export interface Pasted {
  /** What it was read as. */
  kind: PasteKind | 'exchange';
  /** As `diagnose` takes it. What the text does not contain is left out; a method of null is not known. */
  exchange: Exchange;
  /** True if the text does not contain the status: it is the one that such an answer comes with. */
  isAssumed?: true;
  /** How many exchanges there are in the text. */
  entries: number;
  /** Which of them this is, from 1; 0 if an archive has none. */
  entry: number;
  /** Where the redirects before the answer led, each as its `Location` has it. */
  hops: string[];
  /** How many secrets there are in the text: tokens, passwords, keys. */
  secrets: number;
  /** Where it was found; only from `readAll`. */
  at?: ArchivePlace;
}

/** A place in an archive or a log. */
export interface ArchivePlace {
  /** The line where it begins, from 1. */
  line?: number;
  /** Which entry of the archive it is, from 1. */
  entry?: number;
  /** When it was, in ISO 8601; UTC if the archive names no zone. Left out if the archive does not say. */
  time?: string;
}

/** What `bc-status diagnose --all --json` prints. */
export interface ArchiveReport {
  /** What failed, grouped by the first finding and the route; the largest group first. */
  groups: ArchiveGroup[];
  /** At most 60 equal spans, from the first request to the last; empty if there are no times. */
  timeline: ArchiveSpan[];
  /** How many requests there are that were answered, or failed. */
  total: number;
  /** How many of them failed. */
  failed: number;
  /** How many lines or entries contain no request. */
  unread: number;
}

/** Failures with the same first finding on the same route. */
export interface ArchiveGroup {
  /** The finding. */
  finding: FindingId;
  /** What is wrong, in a sentence. */
  title: string;
  /** As the documentation has it, such as `/v3/carts/{id}`; otherwise the path, after the host if that is not BigCommerce's. */
  route: string;
  /** How many failures there are. */
  count: number;
  /** Their share of all failures, from 0 to 1. */
  share: number;
  /** When the first was, in ISO 8601; null if the archive does not say. */
  first: string | null;
  /** When the last was. */
  last: string | null;
  /** How many there are by status, or by failure if there was no answer. */
  statuses: Record<string, number>;
  /** The first of them, without its secrets; only the beginning of a long body. */
  example: Exchange & { at: ArchivePlace; status?: number; failure?: Failure; url?: string };
  /** What to do about it, and what was done. */
  retry: RetryDecision & { repeats: ArchiveRepeats };
}

/** The same request, sent again after it had failed. Only judged if the archive has times. */
export interface ArchiveRepeats {
  /** How many repeats there are. */
  count: number;
  /** Sent sooner than the answer asked for. */
  tooSoon: number;
  /** Sent far later than the answer asked for. */
  tooLate: number;
  /** The total time that this cost. */
  spareMs: number;
  /** Sent although it should not have been. */
  unwise: number;
}

/** A span of the timeline. */
export interface ArchiveSpan {
  /** When it begins, in ISO 8601. */
  time: string;
  /** How many answers there were by class, such as `2xx`; `none` counts requests without an answer. */
  statuses: Record<string, number>;
  /** The lowest remaining quota; null if no answer says. */
  left: number | null;
}

/** Options of {@link read}. */
export interface ReadOptions {
  /** Which exchange of the text, from 1. By default the last that failed, and BigCommerce's before those of others. */
  entry?: number;
  /** Whether secrets in the exchange are masked with `***`. False by default: a diagnosis may need them, and shows none. */
  mask?: boolean;
}

/**
 * Reads what people paste: outputs of curl and other tools, errors of clients, lines of logs,
 * archives of browsers, and plain words. Null if the text contains no exchange.
 *
 * @throws {TypeError} if an argument has the wrong type; never because of what is in the text
 *
 * @example
 * read('401 on /v3/orders').exchange // { method: null, url: '/v3/orders', status: 401 }
 */
export function read(text: string, options?: ReadOptions): Pasted | null;

/**
 * Reads the exchanges of an archive or a log one after the other, in bounded memory: HAR, records in JSON,
 * lines, answers as `curl -i` prints them, each also in gzip. Anything that contains no exchange is skipped.
 *
 * @throws {TypeError} if the source is neither a string nor chunks
 * @throws {Error} at the end, if a gzip is damaged or cut off: what comes before that was read
 *
 * @example
 * for await (const { exchange, at } of readAll(createReadStream('access.log'))) console.log(at.line, exchange.status);
 */
export function readAll(source: string | AsyncIterable<Uint8Array | string>): AsyncIterable<Pasted>;
