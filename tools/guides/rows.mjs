// The rows of findings, out of the text that they are packed into: src/diagnose/row_reader.rs says how.

/** By id, in their order: `{ id, url, signs: { score, says, shows }[] }`. */
export function readRows(text, base = '0'.charCodeAt(0)) {
  let at = 0;
  const take = (length) => text.slice(at, (at += length));
  const number = (digits) => [...take(digits)].reduce((sum, digit) => sum * 64 + digit.charCodeAt(0) - base, 0);
  const links = take(number(3)).split('\n');
  const rows = [];
  while (at < text.length) {
    number(5);
    const [signsLength, textsLength] = [number(3), number(3)];
    const signsEnd = at + signsLength;
    const signs = [];
    while (at < signsEnd) {
      number(5 + 2);
      const score = number(2);
      const [says, path, facts, shows] = [number(2), number(2), number(1), number(1)];
      const said = take(says);
      take(path + facts);
      signs.push({ score, says: said, shows: take(shows) });
    }
    if (at !== signsEnd) throw new Error('the rows of findings are packed in another way than this reads them');
    const [id, [letter]] = take(textsLength).split('\n');
    rows.push({ id, url: links[letter.charCodeAt(0) - base], signs });
  }
  return rows;
}
