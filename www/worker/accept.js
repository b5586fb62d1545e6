// Content negotiation, as RFC 9110 has it.

/**
 * The type of `offered` that an Accept header prefers, the earlier of equals; none where all are refused.
 * @param {string | null} accept
 * @param {string[]} offered
 * @returns {string | undefined}
 */
export const preferred = (accept, offered) => {
  if (!accept) return offered[0];
  const ranges = accept.split(',').map(parsed);
  /** @param {string} type */
  const qualityOf = (type) => {
    const fits = ranges.filter(({ range }) => [type, `${type.split('/')[0]}/*`, '*/*'].includes(range));
    // The most specific range counts: a full type, then a family, then all.
    return fits.sort((one, other) => weight(other.range) - weight(one.range))[0]?.quality ?? 0;
  };
  const [best] = offered.map((type) => /** @type {[string, number]} */ ([type, qualityOf(type)])).sort(([, one], [, other]) => other - one);
  return best[1] > 0 ? best[0] : undefined;
};

/** @type {(range: string) => number} */
const weight = (range) => range.split('*').length * -1;

/** @type {(text: string) => { range: string, quality: number }} */
const parsed = (text) => {
  const [range, ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { range, quality: quality ? Number(quality.slice(2)) || 0 : 1 };
};
