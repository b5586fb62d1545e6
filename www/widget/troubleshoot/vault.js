// The secrets in what was pasted: on screen there are marks in their place. They are kept in
// memory, as the shape of a token is evidence, and are in no result.

import { conceal, reveal } from '../../reading/conceal.js';

export class Secrets {
  #vault = new Map();

  conceal = (text) => conceal(text, this.#vault);

  reveal = (text) => reveal(text, this.#vault);

  forget() {
    this.#vault.clear();
  }

  /** A caret behind the same text once its secrets are marks. */
  caret(text, at) {
    return this.conceal(text.slice(0, at)).length;
  }
}
