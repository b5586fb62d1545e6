// The course of an archive: how many answers of which class there were when, and what was left of the quota.

/** @typedef {{ time: string, statuses: Record<string, number>, left: number | null }} Span */
/** @typedef {{ statuses: Record<string, number>, left: number | null }} Bucket */

/** More spans than these nobody tells apart. */
const MOST = 60;
/** As many are kept while it is not known how long it all takes. */
const MOST_KEPT = 1024;

/** Widths that people read easily, in seconds. */
const WIDTHS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400].map(
  (seconds) => seconds * 1000,
);

/** @type {(width: number) => number} */
const wider = (width) => WIDTHS.find((one) => one > width && one % width === 0) ?? width * 2;

/** @type {(status: number | undefined) => string} */
export const classOf = (status) => (status ? `${Math.floor(status / 100)}xx` : 'none');

/** @type {(into: Bucket, from: Bucket) => void} */
const merge = (into, { statuses, left }) => {
  for (const name in statuses) into.statuses[name] = (into.statuses[name] ?? 0) + statuses[name];
  if (left !== null) into.left = into.left === null ? left : Math.min(into.left, left);
};

export class Buckets {
  #width = WIDTHS[0];
  /** @type {Map<number, Bucket>} */
  #buckets = new Map();

  /** @type {(moment: number, status: number | undefined, left: number | null) => void} */
  add(moment, status, left) {
    const at = Math.floor(moment / this.#width);
    let bucket = this.#buckets.get(at);
    if (!bucket) {
      bucket = { statuses: {}, left: null };
      this.#buckets.set(at, bucket);
    }
    const name = classOf(status);
    bucket.statuses[name] = (bucket.statuses[name] ?? 0) + 1;
    if (left !== null) bucket.left = bucket.left === null ? left : Math.min(bucket.left, left);
    while (this.#buckets.size > MOST_KEPT) this.#widen();
  }

  #widen() {
    const before = this.#width;
    this.#width = wider(before);
    /** @type {Map<number, Bucket>} */
    const merged = new Map();
    for (const [at, bucket] of this.#buckets) {
      const place = Math.floor((at * before) / this.#width);
      const into = merged.get(place);
      if (into) merge(into, bucket);
      else merged.set(place, bucket);
    }
    this.#buckets = merged;
  }

  /** @type {() => [first: number, last: number]} */
  #ends() {
    let [first, last] = [Infinity, -Infinity];
    for (const at of this.#buckets.keys()) {
      first = Math.min(first, at);
      last = Math.max(last, at);
    }
    return [first, last];
  }

  /**
   * In equal spans, also those in which nothing was.
   * @returns {Span[]}
   */
  spans() {
    if (!this.#buckets.size) return [];
    let [first, last] = this.#ends();
    while (last - first >= MOST) {
      this.#widen();
      [first, last] = this.#ends();
    }
    return Array.from({ length: last - first + 1 }, (_, index) => {
      const { statuses, left } = this.#buckets.get(first + index) ?? { statuses: {}, left: null };
      return { time: new Date((first + index) * this.#width).toISOString(), statuses, left };
    });
  }
}
