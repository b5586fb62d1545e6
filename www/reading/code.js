// Status codes as other programs write them.

/**
 * A number, also where it is quoted; anything else as it is.
 * @type {(value: any) => any}
 */
export const codeOf = (value) => (typeof value === 'string' && /^[1-5]\d\d$/.test(value) ? Number(value) : value);
