// The address of a page, where the platform itself looks after redirects.

/**
 * A function that was bound says that it is native as well.
 * @param {any} get
 */
const isNative = (get) => Boolean(get) && /\[native code]/.test(Function.prototype.toString.call(get)) && !get.name.startsWith('bound ');

/**
 * The address that the platform gave a page or its worker. One that a script has set, as jsdom,
 * happy-dom and Deno's `--location` do, is behind no getter of the platform's, and changes nothing
 * about fetch.
 */
export const addressOfPage = () => {
  const { location } = globalThis;
  for (let owner = globalThis; location && owner; owner = Object.getPrototypeOf(owner)) {
    const own = Object.getOwnPropertyDescriptor(owner, 'location');
    if (own) return isNative(own.get) ? location : undefined;
  }
  return undefined;
};
