// Modules that are loaded when they are needed. Where one cannot be loaded, as in a service worker, there
// is none of it: the answer at hand is not lost over that, and the next who needs it tries again.

/**
 * @template Module
 * @param {() => Promise<Module>} load
 * @returns {() => Promise<Module | undefined>}
 */
export const once = (load) => {
  /** @type {Promise<Module | undefined> | undefined} */
  let loading;
  /** @type {() => undefined} */
  const forget = () => (loading = undefined);
  return () => (loading ??= load().catch(forget));
};
