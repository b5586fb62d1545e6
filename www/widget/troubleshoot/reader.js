// What reads a paste: in the page, and a long one in a worker, so that the page can be used meanwhile.

import { load, ready, startWorker } from './reader-source.js';

/** @typedef {import('../../reading/read-paste.js').Read} Read */
/** @typedef {{ text: string, entry: number | undefined, shown: number }} Job A text, the entry that is asked for, and how much of the text is to be seen. */

/** A text with more characters is read in a worker, and is not shown whole. */
export const LONG = 100_000;

export class Reader {
  /** @type {() => string | null | undefined} */
  #addressOf;
  /** @type {(secrets: string[]) => void} */
  #onSecrets;
  /** @type {Worker | undefined} */
  #worker;
  #isAlone = false;

  /**
   * `onSecrets` is told what in the shown part of a long text is secret by what is behind it.
   * @param {() => string | null | undefined} addressOf
   * @param {(secrets: string[]) => void} onSecrets
   */
  constructor(addressOf, onSecrets) {
    this.#addressOf = addressOf;
    this.#onSecrets = onSecrets;
  }

  /**
   * What a text tells, at once where that can be.
   * @param {Job} job
   * @returns {Read | undefined | Promise<Read | undefined>}
   */
  read(job) {
    if (job.text.length > LONG) return this.#readLong(job);
    const { text, entry } = job;
    const address = this.#addressOf();
    const reader = ready(address);
    return reader ? reader.readPaste(text, entry) : load(address).then(({ readPaste }) => readPaste(text, entry));
  }

  /** Gives up what is being read, and the memory that it took. */
  stop() {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /**
   * @param {Job} job
   * @returns {Promise<Read | undefined>}
   */
  async #readLong(job) {
    if (!this.#isAlone) {
      try {
        return await this.#readApart(job);
      } catch {
        // The page may forbid workers, or has been opened from a file.
        this.stop();
      }
    }
    const address = this.#addressOf();
    const { readPaste, secretsShown } = ready(address) ?? (await load(address));
    this.#isAlone = true;
    const { text, entry, shown } = job;
    const told = readPaste(text, entry);
    this.#onSecrets(secretsShown(text, shown));
    return told;
  }

  /**
   * @param {Job} job
   * @returns {Promise<Read | undefined>}
   */
  #readApart(job) {
    return new Promise((resolve, reject) => {
      this.#worker ??= startWorker(this.#addressOf());
      const worker = this.#worker;
      worker.onmessage = ({ data }) => {
        if (data.secrets) this.#onSecrets(data.secrets);
        else resolve(data.told);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(event);
      };
      worker.postMessage(job);
    });
  }
}
