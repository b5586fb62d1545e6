// The rooms of www/, as docs/rooms.md has them: what is in each, and what it may import.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './project.mjs';

const www = join(root, 'www');

/** By room, those below it. `loading` is what is beneath them all. */
const BELOW = {
  loading: [],
  core: ['loading'],
  pace: ['core', 'loading'],
  store: ['pace', 'core', 'loading'],
  otel: ['pace', 'fetch', 'core', 'loading'],
  job: ['pace', 'fetch', 'core', 'loading'],
  fetch: ['core', 'loading'],
  index: ['fetch', 'pace', 'reading', 'core', 'loading'],
  reading: ['core', 'loading'],
  widget: ['reading', 'core', 'loading'],
  worker: ['pace', 'fetch', 'core', 'loading'],
  cli: ['index', 'reading', 'fetch', 'core'],
};

/** The modules of www/entry: of those beside which others may stand in, by the condition that asks for them. */
const INDEX = ['api.js', 'fetch.js', 'index.js', 'known.js', 'read.js'];
const CORES = ['bodies-core.js', 'masks-core.js', 'pace-core.js'];
const LOADING = [
  ...CORES,
  ...['boot.js', 'instance.js', 'later.js', 'lean.js', 'loop.js', 'once.js', 'paste-core.js', 'paste-source.js', 'source.js'],
];
const IN_PLACE = [
  ...['edge/paste-source.js', 'edge/source.js', 'slim/index.js', 'slim/source.js', 'static/later.js', 'static/lean.js', 'static/loop.js'],
  ...CORES.map((file) => `small/${file}`),
];

const modulesIn = (room) =>
  readdirSync(join(www, room), { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.js'));

const rooms = [...Object.keys(BELOW).filter((room) => !['loading', 'index'].includes(room)), 'entry', 'site'];
const modules = rooms.flatMap((room) =>
  modulesIn(room)
    .filter((file) => !file.startsWith('snippets/'))
    .map((file) => `${room}/${file}`),
);

/** The module as it is in the package, where www/entry is not a folder but what the others are beside. */
const placeOf = (file) => file.replace(/^entry\//, '');

const roomOf = (place) => {
  if (place.includes('/')) return place.split('/')[0];
  return INDEX.includes(place) ? 'index' : 'loading';
};

describe('the rooms of www/', () => {
  it('are there, and www/entry has what loads the core and nothing else', () => {
    assert.ok(modules.length > 100, `${modules.length} modules`);
    assert.deepEqual(modulesIn('entry').sort(), [...INDEX, ...LOADING, ...IN_PLACE].sort());
  });

  it('have no two modules of one name', () => {
    const named = modules.filter((file) => !IN_PLACE.includes(placeOf(file)) && basename(file) !== 'index.js');
    const names = named.map((file) => basename(file));
    assert.deepEqual(
      named.filter((file) => names.indexOf(basename(file)) !== names.lastIndexOf(basename(file))),
      [],
    );
  });

  it('import from below only', () => {
    const above = modules
      .filter((file) => !file.startsWith('site/') && !IN_PLACE.includes(placeOf(file)))
      .flatMap((file) => {
        const place = placeOf(file);
        const room = roomOf(place);
        // What is loaded later may be from anywhere.
        const specifiers = Array.from(
          readFileSync(join(www, file), 'utf8').matchAll(/^(?:import|export)\b[^;]*?'(\.[^']+)';/gm),
          ([, specifier]) => specifier,
        );
        return specifiers
          .map((specifier) => posix.join(posix.dirname(place), specifier))
          .filter((target) => !target.startsWith('knowledge/') && ![room, ...BELOW[room]].includes(roomOf(target)))
          .map((target) => `${file} imports ${target}`);
      });
    assert.deepEqual(above, []);
  });
});
