// The word that was meant, and what is said of one that nobody knows.

/**
 * How many letters have to be put in, left out, changed or swapped with the next.
 * @type {(one: string, other: string) => number}
 */
const distance = (one, other) => {
  /** @type {number[]} */
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      row[j] = Math.min(changed, above[j] + 1, row[j - 1] + 1);
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, above] = [above, row];
  }
  return above[other.length];
};

/**
 * Of the words the one that is nearest, if it is near enough to have been meant, and no other is as near.
 * @type {(word: string, words: readonly string[]) => string | undefined}
 */
export const nearest = (word, words) => {
  const typed = word.slice(0, 40);
  const begun = typed.length > 1 ? words.filter((one) => one.startsWith(typed)) : [];
  if (begun.length === 1) return begun[0];
  const [best, second] = words
    .map((one) => /** @type {[far: number, one: string]} */ ([distance(typed, one), one]))
    .filter(([far, one]) => far <= Math.max(1, Math.floor(one.length / 3)))
    .sort(([far], [other]) => far - other);
  // 6xx is as near to 4xx as to 5xx.
  return best && best[0] !== second?.[0] ? best[1] : undefined;
};

/** @type {(meant: string | undefined) => string} */
const asked = (meant) => (meant ? `; did you mean ${meant}?` : '');

/**
 * An error for a word that is none of those that are known, which are named unless one of them was meant.
 * @type {(what: string, typed: string, words: readonly string[], meant?: string) => string}
 */
export const unknown = (what, typed, words, meant = nearest(typed, words)) =>
  `unknown ${[what, typed.slice(0, 40)].join(' ').trim()}${asked(meant) || `; use ${words.join(', ')}`}`;

/**
 * An error for a value that is none of those that an option takes.
 * @type {(name: string, typed: string, words: readonly string[]) => string}
 */
export const notAmong = (name, typed, words) => `${name} must be one of ${words.join(', ')}${asked(nearest(typed, words))}`;
