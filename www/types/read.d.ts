import type { Exchange, Failure, FindingId, PasteKind, RetryDecision } from './index.js';

export type { PasteKind } from './index.js';

/** What a pasted text tells of a request and its answer. */
export interface Pasted {
  /** What it was read as. */
  kind: PasteKind | 'exchange';
  /** As `diagnose` takes it. What the text does not hold is left out, and a method of null is not known. */
  exchange: Exchange;
  /** True where the text does not hold the status: such an answer comes with the one that the exchange has. */
  isAssumed?: true;
  /** How many exchanges there are in the text. */
  entries: number;
  /** Which of them this is, from 1; 0 where an archive holds none. */
  entry: number;
  /** Where the redirects before the answer led, each as its `Location` has it. */
  hops: string[];
  /** How many secrets there are in the text: tokens, passwords, keys. */
  secrets: number;
  /** Of `readAll`. */
  at?: ArchivePlace;
}

/** Where in an archive or a log something stands. */
export interface ArchivePlace {
  /** The line with which it begins, from 1. */
  line?: number;
  /** Which entry of the archive it is, from 1. */
  entry?: number;
  /** When it was, in ISO 8601; UTC where the archive names no zone. Missing where it does not say. */
  time?: string;
}

/** What `bc-status diagnose --all --json` prints. */
export interface ArchiveReport {
  /** What failed, by what was found first and on which route; the largest first. */
  groups: ArchiveGroup[];
  /** At most 60 equal spans, from the first request to the last; empty where nothing says when. */
  timeline: ArchiveSpan[];
  /** How many requests there are that were answered, or failed. */
  total: number;
  failed: number;
  /** How many lines or entries tell of none. */
  unread: number;
}

export interface ArchiveGroup {
  finding: FindingId;
  title: string;
  /** As the documentation has it, such as `/v3/carts/{id}`; else the path, with the host of others. */
  route: string;
  count: number;
  /** Of all that failed, from 0 to 1. */
  share: number;
  /** When the first and the last was, in ISO 8601; null where nothing says it. */
  first: string | null;
  last: string | null;
  /** How many there are by status, or by failure where there was no answer. */
  statuses: Record<string, number>;
  /** The first of them, without its secrets; of a long body the beginning. */
  example: Exchange & { at: ArchivePlace; status?: number; failure?: Failure; url?: string };
  /** What to do about it, and what was done. */
  retry: RetryDecision & { repeats: ArchiveRepeats };
}

/** The same request, sent again after it had failed. Only judged where the archive says when. */
export interface ArchiveRepeats {
  count: number;
  /** Sent sooner than the answer asked for. */
  tooSoon: number;
  /** Sent far later than the answer asked for, and how much time that cost in all. */
  tooLate: number;
  spareMs: number;
  /** Sent although it should not have been. */
  unwise: number;
}

export interface ArchiveSpan {
  /** When it begins, in ISO 8601. */
  time: string;
  /** How many answers there were by class, `2xx`; without an answer `none`. */
  statuses: Record<string, number>;
  /** The least that was left of the quota; null where no answer says. */
  left: number | null;
}

export interface ReadOptions {
  /** Which exchange of the text, from 1. By default the last that failed, BigCommerce's before others. */
  entry?: number;
  /** Whether secrets in the exchange are masked with `***`. False by default: a diagnosis may need them, and shows none. */
  mask?: boolean;
}

/**
 * Reads what people paste: outputs of curl and other tools, errors of clients, lines of logs,
 * archives of browsers, and plain words. Null where the text tells of no exchange.
 *
 * @throws {TypeError} for arguments that are none; never for what is in the text
 */
export function read(text: string, options?: ReadOptions): Pasted | null;

/**
 * Reads the exchanges of an archive or a log one after the other, in bounded memory: HAR, records in JSON,
 * lines, answers as `curl -i` prints them, each also in gzip. What tells of no exchange is passed over.
 *
 * @throws {TypeError} if the source is neither a string nor chunks
 */
export function readAll(source: string | AsyncIterable<Uint8Array | string>): AsyncIterable<Pasted>;
