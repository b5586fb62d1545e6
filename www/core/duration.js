// Durations as people say them.

/**
 * A duration as people say it: `320 ms`, `4.2 s`, `1 min 30 s`.
 * @type {(ms: number) => string}
 */
export const duration = (ms) => {
  if (ms <= 999) return `${Math.ceil(ms)} ms`;
  const tenths = Math.ceil(ms / 100);
  if (ms < 60_000 && tenths % 10) return `${Math.floor(tenths / 10)}.${tenths % 10} s`;
  const seconds = Math.ceil(ms / 1000);
  /** @type {[number: number, unit: string][]} */
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  return parts
    .filter(([number]) => number > 0)
    .map(([number, unit]) => `${number} ${unit}`)
    .join(' ');
};
