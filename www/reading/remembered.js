// What was found out of texts that come again and again.

const MOST = 2000;
const LONGEST = 2000;

/**
 * A function of a text that remembers what it has found of others; long texts and rare ones it does not keep.
 * @template Found
 * @param {(text: string) => Found} find
 * @returns {(text: string) => Found}
 */
export const remembered = (find) => {
  /** @type {Map<string, Found>} */
  const known = new Map();
  return (text) => {
    if (text.length > LONGEST) return find(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    if (known.size >= MOST) known.clear();
    known.set(text, found);
    return found;
  };
};
