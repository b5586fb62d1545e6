// The rows of findings, out of the text that they are packed into: src/diagnose/rows.rs says how.

/** In their order: `{ id, url, signs: { score, says, shows }[] }`, the phrases between bars. */
export function readRows(text, base = '0'.charCodeAt(0)) {
  const lines = text.split('\n');
  let at = 0;
  const line = () => lines[at++];
  const number = (digits) => [...digits].reduce((sum, digit) => sum * 64 + digit.charCodeAt(0) - base, 0);
  const links = [];
  while (lines[at]) links.push(line());
  line();
  const rows = [];
  while (lines[at]) {
    const [id, letters] = [line(), line()];
    const signs = [];
    while (lines[at]) {
      const score = number(line().slice(7, 9));
      const [says] = [line(), line()];
      signs.push({ score, says, shows: line() });
    }
    line();
    rows.push({ id, url: links[letters.charCodeAt(0) - base], signs });
  }
  if (at < lines.length - 1) throw new Error('the rows of findings are packed in another way than this reads them');
  return rows;
}
