// Routes that take only so many requests at once.

import { ROOMS } from '../knowledge/rooms.js';
import { Queue } from './queue.js';

/** @import { Waiter } from './queue.js' */

/** @typedef {{ name: string | number, most: number }} Room */
/** @typedef {{ inside: number, queue: Queue }} Place */

const ANY = new RegExp(`^(?:${ROOMS.map(([pattern]) => `(${pattern})`).join('|')})$`, 'i');

/**
 * The room of a request, if its route is one of them.
 * @type {(method: string, route: string) => Room | undefined}
 */
export const roomOf = (method, route) => {
  const found = ANY.exec(`${route} ${method}`);
  if (!found) return undefined;
  const index = found.indexOf(found[0], 1) - 1;
  const [, most, isEach] = ROOMS[index];
  return { name: isEach ? route : index, most };
};

export class Rooms {
  /** @type {Map<string | number, Place>} */
  #rooms = new Map();
  waiting = 0;

  get isEmpty() {
    return this.#rooms.size === 0;
  }

  /** @param {Room} room */
  isFree({ name, most }) {
    return (this.#rooms.get(name)?.inside ?? 0) < most;
  }

  /**
   * Whether there is a place; else the waiter gets the next one that is left.
   * @param {Room} room
   * @param {Waiter} [waiter]
   */
  enter(room, waiter) {
    const { name, most } = room;
    const place = this.#rooms.get(name) ?? { inside: 0, queue: new Queue() };
    this.#rooms.set(name, place);
    if (place.inside < most) {
      place.inside += 1;
      return true;
    }
    place.queue.add(/** @type {Waiter} */ (waiter));
    this.waiting += 1;
    return false;
  }

  /**
   * Who goes in now that a place is left.
   * @param {Room} room
   * @returns {Waiter | undefined}
   */
  leave({ name }) {
    const place = /** @type {Place} */ (this.#rooms.get(name));
    if (place.queue.size > 0) {
      this.waiting -= 1;
      return place.queue.shift();
    }
    place.inside -= 1;
    if (place.inside === 0) this.#rooms.delete(name);
    return undefined;
  }

  /**
   * The same for one that waited, and either had its place already or not.
   * @param {Room} room
   * @param {Waiter} waiter
   * @param {boolean} wasInside
   */
  giveUp(room, waiter, wasInside) {
    if (wasInside) return this.leave(room);
    if (this.#rooms.get(room.name)?.queue.delete(waiter)) this.waiting -= 1;
    return undefined;
  }
}
