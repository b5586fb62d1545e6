// The packed package beside the clients, and a simulated store where BigCommerce's hosts would be. The examples of the
// guide run here as they stand.

import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, afterEach, mock } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install } from '../runtimes/installed.mjs';
import { startSimulator } from '../simulator/index.mjs';

const own = fileURLToPath(new URL('../../node_modules', import.meta.url));
const BIGCOMMERCE = /^https:\/\/(?:api\.bigcommerce\.com|store-[^/]*\.mybigcommerce\.com)(?=\/)/;

/** A product, or a shopper, that is not there yet. */
let count = 0;
export const fresh = () => `Tea ${(count += 1)}`;

export async function openShop() {
  const { root, load } = await install();
  const bc = await load();
  const simulator = await startSimulator();
  after(() => simulator.close());

  const { fetch } = globalThis;
  const moved = (url) => url.replace(BIGCOMMERCE, simulator.url);
  globalThis.fetch = (input, init) =>
    input instanceof Request ? fetch(new Request(moved(input.url), input), init) : fetch(moved(String(input)), init);
  const { fetch: toSimulator } = globalThis;
  Object.assign(process.env, {
    BC_STORE_HASH: simulator.storeHash,
    BC_TOKEN: simulator.token,
    BC_STOREFRONT_TOKEN: simulator.storefrontToken,
  });
  // Waits of our own are drawn at random up to a length: this way they take no time.
  mock.method(Math, 'random', () => 0);
  afterEach(() => {
    globalThis.fetch = toSimulator;
    simulator.calm();
  });

  const link = async (name) => {
    const place = join(root, 'node_modules', name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(own, name), place, 'junction').catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
  };

  let modules = 0;
  return {
    bc,
    url: simulator.url,
    /** What a module exports, which is run anew, so that nothing is left from a test before. */
    async use(code, packages) {
      for (const name of packages) await link(name);
      const file = join(root, `module${(modules += 1)}.mjs`);
      await writeFile(file, code);
      return import(pathToFileURL(file).href);
    },
    /** Has the next requests answered so. */
    script: ([method, path], answers) => simulator.script(method, path, answers),
    /** What arrives from now on: `{ requests, next() }`; `next` is the first, when it is there. */
    watch() {
      const from = simulator.requests.length;
      const arrived = () => simulator.requests.slice(from);
      return {
        get requests() {
          return arrived();
        },
        async next() {
          while (arrived().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
          return arrived()[0];
        },
      };
    },
  };
}
