/**
 * The class of a status by its number; null, where no answer came, is of none.
 * @type {(code: any) => string}
 */
export const classOf = (code) =>
  ({ 1: 'informational', 2: 'success', 3: 'redirection', 4: 'client-error', 5: 'server-error' })[Math.floor(code / 100)] ?? 'unknown';
