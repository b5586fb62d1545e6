// Errors of our own that another attempt would end with as well.

/** @type {WeakSet<object>} */
const hopeless = new WeakSet();

/** @type {(error: any) => boolean} */
export const isRefused = (error) => hopeless.has(error);

/** @type {(why: string, cause?: unknown) => TypeError} */
export const refused = (why, cause = new Error(why)) => {
  const error = new TypeError(`fetch failed: ${why}`, { cause });
  hopeless.add(error);
  return error;
};
