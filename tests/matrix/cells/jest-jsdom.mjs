// jsdom has neither TextDecoder nor fetch nor structuredClone: the fetch is that of a polyfill.

import { jest } from './jest-node.mjs';

const TEST = `
  require('whatwg-fetch');
  const { writeFileSync } = require('node:fs');
  const { ask } = require('./program.js');
  test('asks', async () => writeFileSync('line', await ask(process.env.ORIGIN, process.env.CELL)));
`;

export default { tool: 'jest-environment-jsdom', place: 'jsdom', manifest: {}, run: (project, cell) => jest(project, cell, 'jsdom', TEST) };
