// Markdown out of values.

const cell = (value) => String(value).replaceAll('|', '\\|').replaceAll('\n', ' ');
const line = (cells) => `| ${cells.map(cell).join(' | ')} |\n`;

export const table = (head, rows) => line(head) + line(head.map(() => '---')).replaceAll(' ', '') + rows.map(line).join('');

export const code = (text) => `\`${text}\``;

/** A time as people say it. */
export function time(ms) {
  for (const [unit, size] of [
    ['h', 3_600_000],
    ['min', 60_000],
  ])
    if (ms >= size && ms % size === 0) return `${ms / size} ${unit}`;
  return `${ms / 1000} s`;
}
