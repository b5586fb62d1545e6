// Numbers of anybody's for the core, which tells itself which of them make sense.

/**
 * In place of what is none there is NaN.
 * @type {(value: unknown) => number}
 */
export const number = (value) => (typeof value === 'number' ? value : NaN);

/** @type {<Name extends string>(from: any, names: Name[]) => { [name in Name]: number }} */
export const numbers = (from, names) => {
  /** @type {any} */
  const found = {};
  for (const name of names) found[name] = number(from[name]);
  return found;
};
