// Bars in SVG, which a page in the dark shows as well as one in the light.

const LEFT = 230;
const WIDTH = 240;
const ROW = 30;
const GAP = 60;
/** Room for what stands behind the longest bar. */
const BESIDE = 60;

const escaped = (text) => text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);

/**
 * `rows`: `{ name, isOurs, values }`, a value without a number being null; `columns`: `{ title, shown(value) }`, each with bars to its
 * own scale.
 */
export const chart = (rows, columns) => {
  const height = 40 + rows.length * ROW;
  const width = LEFT + columns.length * (WIDTH + GAP);
  const column = ({ title, shown }, at) => {
    const left = LEFT + at * (WIDTH + GAP);
    const most = Math.max(...rows.map(({ values }) => values[at])) || 1;
    const bars = rows.map(({ isOurs, values }, row) => {
      const top = 32 + row * ROW;
      const long = Math.max(1, Math.round((values[at] / most) * (WIDTH - BESIDE)));
      const text = (x) => `<text x="${x}" y="${top + 14}">${escaped(shown(values[at]))}</text>`;
      if (values[at] === null) return text(left);
      return `<rect x="${left}" y="${top}" width="${long}" height="18" rx="2" fill="${isOurs ? '#2a7' : '#888'}"/>${text(left + long + 6)}`;
    });
    return [`<text x="${left}" y="18" font-weight="600">${escaped(title)}</text>`, ...bars];
  };
  const names = rows.map(({ name }, row) => `<text x="${LEFT - 10}" y="${46 + row * ROW}" text-anchor="end">${escaped(name)}</text>`);
  const style = '<style>text{font:13px system-ui,sans-serif;fill:#24292f}@media(prefers-color-scheme:dark){text{fill:#e6edf3}}</style>';
  const label = columns.map(({ title }) => title).join('; ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(label)}">`,
    style,
    ...names,
    ...columns.flatMap(column),
    '</svg>',
    '',
  ].join('\n');
};
