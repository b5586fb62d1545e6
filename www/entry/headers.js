// Headers in any form, to the few values that the core reads.

import { core } from './boot.js';

/** Their names in the core's order, and their places by name. */
let names;
let places;
/** Their values, while they are gathered. */
const values = [];

/** The core takes no longer value; passing one on would only cost. */
const LONGEST_VALUE = 1024;

/** The values that are there, a line each. Takes a Headers, an object, or pairs. */
export const headerLines = (headers) => {
  gatherAll(headers);
  return values.join('\n');
};

/** The same as a Headers, for those of another library. */
export const standardHeaders = (headers) => {
  gatherAll(headers);
  const known = new Headers();
  values.forEach((value, place) => {
    // A Headers refuses what HTTP does not allow, and the core would not read it either.
    if (/^[\t -~]+$/.test(value)) known.set(names[place], value);
  });
  return known;
};

export const oneLine = (text) => (text.includes('\n') ? text.replaceAll('\n', ' ') : text);

const gatherAll = (headers) => {
  names ??= core().headerNames().split('\n');
  places ??= new Map(names.map((name, place) => [name, place]));
  values.length = names.length;
  values.fill('');
  if (typeof headers[Symbol.iterator] === 'function') {
    for (const pair of headers) if (typeof pair === 'object') gather(pair?.[0], pair?.[1]);
  } else if (typeof headers.get === 'function') {
    for (const name of names) gather(name, headers.get(name));
  } else {
    for (const name in headers) gather(name, headers[name]);
  }
};

const gather = (name, value) => {
  const place = places.get(name) ?? placeOf(name);
  if (place === undefined || value === undefined || value === null) return;
  // An array is how Node writes a repeated header; no other object is a value.
  if (typeof value === 'object' && !Array.isArray(value)) return;
  const text = String(value);
  if (text.length > LONGEST_VALUE) return;
  values[place] = oneLine(values[place] === '' ? text : `${values[place]},${text}`);
};

/** Of a name in another case, which is remembered if the core reads it. */
const placeOf = (name) => {
  const place = places.get(String(name).toLowerCase());
  if (place !== undefined && places.size < 500) places.set(name, place);
  return place;
};
