// What most pages never need, loaded when it is needed. Where it cannot be loaded, as in a
// service worker, there is none of it: the answer at hand is not lost over that.

/**
 * With the error comes all that a diagnosis knows.
 * @type {(response: Response) => Promise<Error | void>}
 */
export const errorOf = (response) =>
  import('./fetch/status-error.js').then(
    (module) => module.errorOf(response),
    () => {},
  );

/** @type {() => Promise<import('bc-status').Pacer | void>} */
export const sharedPacer = () =>
  import('./pace/pacer.js').then(
    (module) => module.sharedPacer(),
    () => {},
  );
