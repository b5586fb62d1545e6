// The secrets in what was pasted: on screen there are marks in their place. They are kept in
// memory, as the shape of a token is evidence, and are in no result.

import { conceal, learn, reveal } from '../../reading/conceal.js';

export class Secrets {
  /** @type {Map<string, string>} */
  #vault = new Map();

  /** @type {(text: string) => string} */
  conceal = (text) => conceal(text, this.#vault);

  /** @type {(text: string) => string} */
  reveal = (text) => reveal(text, this.#vault);

  /** @type {(secrets: string[]) => void} */
  learn = (secrets) => learn(secrets, this.#vault);

  forget() {
    this.#vault.clear();
  }

  /**
   * A caret behind the same text once its secrets are marks.
   * @param {string} text
   * @param {number} at
   */
  caret(text, at) {
    return this.conceal(text.slice(0, at)).length;
  }
}
