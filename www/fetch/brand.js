// How an error of ours is recognised across copies of the package, such as one for import and one for require.

export const BRAND = Symbol.for('bc-status.error');

/** @type {(value: any) => boolean} */
export const isBcStatusError = (value) => Boolean(value?.[BRAND]);
