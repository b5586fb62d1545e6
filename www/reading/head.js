// Headers as loggers write them.

/** @typedef {[name: string, value: string][]} Head */

/** @type {(value: unknown) => value is string | number} */
const isSaid = (value) => typeof value === 'string' || typeof value === 'number';

/**
 * Headers in an object, or in a list of `{ name, value }`; undefined for what is neither.
 * @type {(value: any) => Head | undefined}
 */
export const headOf = (value) => {
  if (typeof value !== 'object' || value === null) return undefined;
  /** @type {Head} */
  const head = [];
  if (Array.isArray(value)) {
    for (const item of value) {
      if (!isSaid(item?.name) || !isSaid(item.value)) return undefined;
      head.push([String(item.name), String(item.value)]);
    }
    return head;
  }
  for (const [name, said] of Object.entries(value)) {
    if (isSaid(said)) head.push([name, String(said)]);
    else if (Array.isArray(said) && said.every(isSaid)) head.push([name, said.join(', ')]);
    else return undefined;
  }
  return head;
};

/**
 * The value of a header, whatever its letters.
 * @type {(head: Head | undefined, name: string) => string | undefined}
 */
export const valueIn = (head, name) => {
  if (!head) return undefined;
  for (const [key, value] of head) if (key.length === name.length && key.toLowerCase() === name) return value;
  return undefined;
};
