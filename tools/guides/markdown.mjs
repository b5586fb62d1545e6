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

/** A text with each part between `<!-- generated: NAME -->` and `<!-- end -->`. */
export function filled(path, text, parts) {
  const open = new Set(Object.keys(parts));
  const whole = text.replace(/(<!-- generated: (\w+) -->\n)[^]*?(<!-- end -->)/g, (_, start, name, end) => {
    if (!open.delete(name)) throw new Error(`${path}: no part is called ${name}, or it stands there twice`);
    return `${start}\n${parts[name].trim()}\n\n${end}`;
  });
  if (open.size > 0) throw new Error(`${path} has no place for ${[...open].join(', ')}`);
  return whole;
}
