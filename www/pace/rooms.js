// Routes that take only so many requests at once.

import { ROOMS } from '../knowledge/rooms.js';
import { Queue } from './queue.js';

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
    const place = this.#rooms.get(name) ?? { inside: 0, queue: new Queue() };
    this.#rooms.set(name, place);
    if (place.inside < most) {
      place.inside += 1;
      return true;
    }
    place.queue.add(waiter);
    this.waiting += 1;
    return false;
  }

  /** Who goes in now that a place is left. */
  leave({ name }) {
    const place = this.#rooms.get(name);
    if (place.queue.size > 0) {
      this.waiting -= 1;
      return place.queue.shift();
    }
    place.inside -= 1;
    if (place.inside === 0) this.#rooms.delete(name);
    return undefined;
  }

  /** The same for one that waited, and either had its place already or not. */
  giveUp(room, waiter, wasInside) {
    if (wasInside) return this.leave(room);
    if (this.#rooms.get(room.name)?.queue.delete(waiter)) this.waiting -= 1;
    return undefined;
  }
}
