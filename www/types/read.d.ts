import type { Exchange, PasteKind } from './index.js';

export type { PasteKind } from './index.js';

/** What a pasted text tells of a request and its answer. */
export interface Pasted {
  /** What it was read as. */
  kind: PasteKind | 'exchange';
  /** As `diagnose` takes it. What the text does not hold is left out, and a method of null is not known. */
  exchange: Exchange;
  /** How many exchanges there are in the text. */
  entries: number;
  /** Which of them this is, from 1; 0 where an archive holds none. */
  entry: number;
  /** Where the redirects before the answer led, each as its `Location` has it. */
  hops: string[];
  /** How many secrets there are in the text: tokens, passwords, keys. */
  secrets: number;
  /** Of `readAll`: the line that it begins with, or which entry of the archive it is, both from 1. */
  at?: { line?: number; entry?: number };
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
 * Reads the exchanges of an archive (HAR) or a log one after the other, in bounded memory.
 *
 * @throws {TypeError} if the source is neither a string nor chunks
 */
export function readAll(source: string | AsyncIterable<Uint8Array | string>): AsyncIterable<Pasted>;
