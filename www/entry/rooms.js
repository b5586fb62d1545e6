// Routes that take only so many requests at once.

import { ROOMS } from './knowledge/rooms.js';

const ANY = new RegExp(`^(?:${ROOMS.map(([pattern]) => `(${pattern})`).join('|')})$`, 'i');

/** The room of a request, if its route is one of them. */
export const roomOf = (method, route) => {
  const found = ANY.exec(`${route} ${method}`);
  if (!found) return undefined;
  const index = found.indexOf(found[0], 1) - 1;
  const [, most, isEach] = ROOMS[index];
  return { name: isEach ? route : index, most };
};

export class Rooms {
  #rooms = new Map();
  waiting = 0;

  get isEmpty() {
    return this.#rooms.size === 0;
  }

  isFree({ name, most }) {
    return (this.#rooms.get(name)?.inside ?? 0) < most;
  }

  /** Whether there is a place; else the waiter gets the next one that is left. */
  enter(room, waiter) {
    const { name, most } = room;
    if (!this.#rooms.has(name)) this.#rooms.set(name, { inside: 0, most, waiters: new Set() });
    const { inside, waiters } = this.#rooms.get(name);
    if (inside < most) {
      this.#rooms.get(name).inside += 1;
      return true;
    }
    waiters.add(waiter);
    this.waiting += 1;
    return false;
  }

  /** Who goes in now that a place is left. */
  leave({ name }) {
    const room = this.#rooms.get(name);
    const [next] = room.waiters;
    if (next) {
      room.waiters.delete(next);
      this.waiting -= 1;
    } else if (--room.inside === 0) {
      this.#rooms.delete(name);
    }
    return next;
  }

  /** The same for one that waited, and either had its place already or not. */
  giveUp(room, waiter, wasInside) {
    if (wasInside) return this.leave(room);
    if (this.#rooms.get(room.name)?.waiters.delete(waiter)) this.waiting -= 1;
    return undefined;
  }
}
