// Records of one logger look alike, and the reader takes its time over each. So it reads the first few of
// a shape; where in them stands what it has found, there it stands in the others too. Now and then it is
// asked again, and a shape of which it says something else is left to it.

import { headOf } from './head.js';
import { remembered } from './remembered.js';
import { DEEPEST, REQUEST_LINE, shapeOf } from './shape.js';

/** @typedef {{ method?: string | null, url?: string, status?: number, headers?: [string, string][], requestHeaders?: [string, string][], body?: any, requestBody?: any, failure?: any, inBrowser?: boolean, unsent?: boolean, permanent?: boolean }} Exchange */
/** @typedef {(record: any) => any} Take Gives what stands at a place; undefined where there is nothing. */
/** @typedef {{ path: string, take: Take }} Place */

/** Shapes that are kept. Whoever writes more of them has none. */
const MOST_SHAPES = 1000;
/** So many of a shape are read before others are taken to be alike, and one of so many later on. */
const ENOUGH = 3;
const AGAIN = 2000;

/**
 * The members of a record with where they are, and what is in them.
 * @typedef {{ path: string[], value: any }} Member
 * @type {(value: any, path?: string[], found?: Member[]) => Member[]}
 */
const membersOf = (value, path = [], found = []) => {
  if (path.length) found.push({ path, value });
  if (typeof value !== 'object' || value === null || path.length > DEEPEST) return found;
  for (const [name, member] of Object.entries(value)) membersOf(member, [...path, name], found);
  return found;
};

/** @type {(path: string[]) => Take} */
const taking = (path) => (record) => {
  let value = record;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = value[step];
  }
  return value;
};

/** @type {(member: Member) => Place} */
const placeOf = ({ path }) => ({ path: path.join('\0'), take: taking(path) });

/** @type {(number: number) => (member: Member) => Place} */
const placeInLine = (number) => (member) => {
  const take = taking(member.path);
  return { path: `${member.path.join('\0')}\0${number}`, take: (record) => String(take(record)).split(' ')[number] };
};

/** @type {(one: unknown, other: unknown) => boolean} */
const isSame = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other);

/** @type {(value: any) => any} */
const bodyOf = (value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value);

/** @type {(members: Member[]) => Member[]} */
const lines = (members) => members.filter(({ value }) => typeof value === 'string' && REQUEST_LINE.test(value));

/**
 * A URL or a path, in one member, in the line of a request, or in two, the query apart from the rest.
 * @type {(url: string, members: Member[]) => Place[]}
 */
const placesOfWhole = (url, members) => {
  const [, bare, query] = /^([^?]*)\?(.+)$/.exec(url) ?? [];
  const fronts = members.filter(({ value }) => value === bare).map(placeOf);
  const queries = query ? members.filter(({ value }) => value === query || value === `?${query}`).map(placeOf) : [];
  return [
    ...members.filter(({ value }) => value === url).map(placeOf),
    ...lines(members)
      .filter(({ value }) => value.split(' ')[1] === url)
      .map(placeInLine(1)),
    ...fronts.flatMap((front) => queries.map((end) => joined(front, end, (path, said) => `${path}?${String(said).replace(/^\?/, '')}`))),
  ];
};

/** @type {(front: Place, end: Place, join: (front: any, end: any) => any) => Place} */
const joined = (front, end, join) => ({
  path: `${front.path}\n${end.path}`,
  take: (record) => join(front.take(record), end.take(record)),
});

/**
 * A URL that stands in two members, its host apart from its path.
 * @type {(url: string, members: Member[]) => Place[]}
 */
const placesOfParts = (url, members) => {
  const [, scheme = '', host, path] = /^(https?:\/\/)?([^/]*)(\/.*)$/.exec(url) ?? [];
  if (!host) return [];
  return placesOfWhole(path, members).flatMap((end) =>
    members
      .filter(({ value }) => value === host || value === scheme + host)
      .map((member) => joined(placeOf(member), end, (own, rest) => (member.value === host ? scheme : '') + own + rest)),
  );
};

/**
 * Where each member of an exchange may stand, and what is taken for one.
 * @type {Record<string, { places: (value: any, members: Member[]) => Place[], isOne: (value: any) => boolean, read?: (value: any) => any }>}
 */
const PARTS = {
  status: {
    places: (value, members) => members.filter((member) => member.value === value || member.value === String(value)).map(placeOf),
    isOne: (value) => Number.isInteger(value) && value >= 100 && value <= 599,
    read: Number,
  },
  method: {
    places: (value, members) => [
      ...members.filter((member) => typeof member.value === 'string' && member.value.toUpperCase() === value).map(placeOf),
      ...lines(members)
        .filter((member) => member.value.startsWith(`${value} `))
        .map(placeInLine(0)),
    ],
    isOne: (value) => /^[A-Z]{3,11}$/.test(value),
    read: (value) => String(value).toUpperCase(),
  },
  url: {
    places: (value, members) => [...placesOfWhole(value, members), ...placesOfParts(value, members)],
    isOne: (value) => typeof value === 'string' && value !== '',
  },
  headers: { places: headPlaces, isOne: Array.isArray, read: headOf },
  requestHeaders: { places: headPlaces, isOne: Array.isArray, read: headOf },
  body: { places: bodyPlaces, isOne: (value) => typeof value === 'string', read: bodyOf },
  requestBody: { places: bodyPlaces, isOne: (value) => typeof value === 'string', read: bodyOf },
};

/** @type {(value: any, members: Member[]) => Place[]} */
function headPlaces(head, members) {
  return members.filter(({ value }) => typeof value === 'object' && isSame(headOf(value), head)).map(placeOf);
}

/** @type {(value: any, members: Member[]) => Place[]} */
function bodyPlaces(body, members) {
  return members.filter(({ value }) => bodyOf(value) === body).map(placeOf);
}

/** What a sentence of a record may tell that no member does. */
const TELLING =
  /(?<![\w.])[1-5]\d\d(?!\w)|:\/\/|[{<]|HTTP\/|\/v[23]\/|fail|error|time|refus|reset|abort|cancel|closed|resol|connect|network|socket|dns|tls|ssl|certificate|hang|broken/i;

/** Who asked, when and from where, tells nothing of the answer. */
const HARMLESS =
  /^(?:@?time(?:stamp|_local|_iso8601)?|ts|date|datetime|starteddatetime|hostname|host|pid|id|req_?id|request_?id|trace_?id|span_?id|level|levelname|severity|logger|version|v|mimetype|(?:http_?)?user_?-?agent|(?:http_?)?referr?er|origin|(?:http_?)?x_forwarded_for|remote_?addr)$/i;

/** @type {(text: string) => boolean} */
const tells = remembered((text) => !/^[\w.+-]{0,40}$/.test(text) && TELLING.test(text));

/** @type {(member: Member) => boolean} */
const isTelling = ({ path, value }) => typeof value === 'string' && tells(value) && !HARMLESS.test(String(path.at(-1)));

/**
 * Members of which a shape does not say what is in them.
 * @type {(value: any) => boolean}
 */
const isOpen = (value) => typeof value === 'object' && value !== null;

/**
 * What has to be looked through beside the members that are used.
 * @type {(value: any, used: string[], path?: string[], found?: Take[]) => Take[]}
 */
const watched = (value, used, path = [], found = []) => {
  const place = path.join('\0');
  if (path.length && used.some((one) => place === one || place.startsWith(`${one}\0`))) return found;
  const name = String(path.at(-1));
  // The part of a text that is used is the whole of it.
  const isLine = used.some((one) => one.startsWith(`${place}\0`)) && typeof value === 'string';
  if (typeof value === 'string' && !isLine && !HARMLESS.test(name)) found.push(taking(path));
  else if (Array.isArray(value) || (isOpen(value) && /headers?$/i.test(name))) found.push(taking(path));
  else if (isOpen(value)) for (const [key, member] of Object.entries(value)) watched(member, used, [...path, key], found);
  return found;
};

class Layout {
  /** By member of the exchange; undefined as long as none was read. @type {Map<string, Place[]> | undefined} */
  #places;
  /** Members that some of this shape have and others have not, or that stand nowhere as they are. @type {Set<string>} */
  #unsure = new Set();
  /** @type {Take[] | undefined} */
  #watched;
  #inBrowser = false;
  #isNothing = false;
  #reads = 0;
  #seen = 0;
  #next = ENOUGH;
  #isOpen = true;

  /** @type {(record: any, read: () => Exchange[], isBrief: boolean) => Exchange[]} */
  take(record, read, isBrief) {
    if (!this.#isOpen) return read();
    this.#seen += 1;
    if (this.#reads < ENOUGH) return this.#learnt(record, read());
    const taken = this.#isNothing ? this.#nothing(record) : this.#taken(record, isBrief);
    if (!taken) return read();
    if (this.#seen < this.#next) return taken;
    this.#next = this.#seen + Math.min(this.#seen, AGAIN);
    const told = read();
    this.#isOpen = this.#agrees(taken, told);
    return told;
  }

  /** @type {(taken: any[], told: any[]) => boolean} */
  #agrees([taken], [told, ...more]) {
    if (more.length || !taken || !told) return !more.length && !taken && !told;
    return Object.keys(taken).every((name) => isSame(taken[name], told[name]));
  }

  /** @type {(record: any) => Exchange[] | undefined} */
  #nothing(record) {
    return membersOf(record).some(isTelling) ? undefined : [];
  }

  /** @type {(record: any, isBrief: boolean) => Exchange[] | undefined} */
  #taken(record, isBrief) {
    /** @type {any} */
    const exchange = { method: null };
    for (const [name, [{ take }]] of /** @type {Map<string, Place[]>} */ (this.#places)) {
      // The status comes first.
      if (isBrief && exchange.status < 400 && (name === 'requestHeaders' || name === 'requestBody')) continue;
      const { isOne, read = (/** @type {any} */ value) => value } = PARTS[name];
      const value = read(take(record));
      if (!isOne(value)) return undefined;
      exchange[name] = value;
    }
    if (this.#inBrowser) exchange.inBrowser = true;
    // A success may say in its body that it is none.
    if (exchange.status < 400) return this.#unsure.has('body') ? undefined : [exchange];
    // Beside what was taken, a sentence may tell more of a failure.
    const isWhole = !this.#unsure.size && exchange.method && exchange.url;
    return isWhole && !this.#isToldElsewhere(record) ? [exchange] : undefined;
  }

  /** @type {(record: any) => boolean} */
  #isToldElsewhere(record) {
    this.#watched ??= watched(
      record,
      [.../** @type {Map<string, Place[]>} */ (this.#places).values()].flatMap(([{ path }]) => path.split('\n')),
    );
    return this.#watched.some((take) => {
      const value = take(record);
      return typeof value === 'string' ? tells(value) : isOpen(value) && membersOf(value).some(isTelling);
    });
  }

  /** @type {(record: any, told: Exchange[]) => Exchange[]} */
  #learnt(record, told) {
    this.#reads += 1;
    const [one] = told;
    const isOther = this.#reads > 1 && this.#isNothing !== (told.length === 0);
    if (told.length > 1 || isOther || (one && !this.#learn(record, one))) this.#isOpen = false;
    this.#isNothing = told.length === 0;
    return told;
  }

  /** @type {(record: any, told: any) => boolean} */
  #learn(record, told) {
    const members = membersOf(record);
    const isFirst = !this.#places;
    const before = this.#places ?? new Map();
    if (!isFirst && this.#inBrowser !== Boolean(told.inBrowser)) return false;
    this.#inBrowser = Boolean(told.inBrowser);
    /** @type {Map<string, Place[]>} */
    const places = new Map();
    for (const name in PARTS) {
      const isKnown = told[name] !== undefined && told[name] !== null;
      const all = isKnown ? PARTS[name].places(told[name], members) : [];
      const kept = isFirst
        ? all
        : (before.get(name) ?? []).filter((/** @type {Place} */ place) => all.some(({ path }) => path === place.path));
      if (kept.length) places.set(name, kept);
      else if (isKnown || before.has(name)) this.#unsure.add(name);
    }
    this.#places = places;
    return places.has('status') && !told.failure;
  }
}

export class Layouts {
  /** @type {Map<string, Layout>} */
  #layouts = new Map();

  /**
   * The exchanges that a record tells of: taken from where others of its shape have them, or read. Where it is to be brief,
   * successes need not have what was sent.
   * @type {(record: any, read: () => Exchange[], isBrief?: boolean) => Exchange[]}
   */
  take(record, read, isBrief = false) {
    const shape = shapeOf(record);
    if (shape === undefined) return read();
    let layout = this.#layouts.get(shape);
    if (!layout) {
      if (this.#layouts.size >= MOST_SHAPES) return read();
      layout = new Layout();
      this.#layouts.set(shape, layout);
    }
    return layout.take(record, read, isBrief);
  }
}
