// What a suite needs while it runs: opened before its tests, closed after them, whatever happens.

import { after, before } from 'node:test';
import { openBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/** Stands for what is opened before the tests. */
const during = (open) => {
  let opened;
  before(async () => {
    opened = await open();
  });
  after(() => opened?.close());
  const member = (_, name) => (typeof opened[name] === 'function' ? opened[name].bind(opened) : opened[name]);
  return new Proxy({}, { get: member });
};

export const useBrowser = (name) => during(() => openBrowser(name));

export const useServer = () => during(startServer);
