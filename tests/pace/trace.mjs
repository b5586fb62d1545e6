// One run, window by window: what its author looks at when something goes wrong.

/** Lines; `18+2` is a client's count of successes and 429s. */
export const trace = ({ windows, journal }, clients) => {
  const counts = windows.map(() => Array.from({ length: clients }, () => ({ 200: 0, 429: 0 })));
  for (const { window, client, status } of journal) {
    if (window !== undefined) counts[window][client][status] += 1;
  }
  const lines = windows.map(({ startMs, quota, used, others, refused }, at) => {
    const numbers = [(startMs / 1000).toFixed(1), quota, used, Math.max(0, quota - used), refused, others];
    const each = counts[at].map((count) => `${count[200]}${count[429] ? `+${count[429]}` : ''}`);
    return `${cells(numbers)}   ${each.map((text) => text.padStart(7)).join('')}`;
  });
  return [`${cells(['begins s', 'quota', 'used', 'lost', '429s', 'others'])}   by client: successes+429s`, ...lines];
};

const cells = (values) => values.map((value) => String(value).padStart(10)).join('');
