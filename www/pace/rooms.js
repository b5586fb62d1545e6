// Routes that take only so many requests at once. How many are inside the core counts; a text
// that crosses for each request would cost more than this expression, so that is asked here.

import { ROOMS } from '../knowledge/rooms.js';

/** @typedef {{ row?: number, most: number, path?: string }} Room As the core is asked for it: see wasm/src/pacing.rs. */

const ANY = new RegExp(`^(?:${ROOMS.map(([pattern]) => `(${pattern})`).join('|')})$`, 'i');

/**
 * The room of nearly all requests.
 * @type {Room}
 */
export const NOWHERE = { row: undefined, most: 0, path: undefined };

/**
 * The room of a request, if its route is one of them.
 * @type {(method: string, route: string) => Room}
 */
export const roomOf = (method, route) => {
  const found = ANY.exec(`${route} ${method}`);
  if (!found) return NOWHERE;
  const row = found.indexOf(found[0], 1) - 1;
  const [, most, isEach] = ROOMS[row];
  return { row, most, path: isEach ? route : undefined };
};
