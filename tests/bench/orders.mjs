// What tests/fetch/safety.mjs asks of two hundred orders, of ten thousand: none is executed twice.

import * as bc from '../../pkg/dist/index.js';
import { casesOf } from '../fetch/safety.mjs';
import { startServer } from '../fetch/server.mjs';
import { environment } from '../fetch/shared.mjs';

const COUNT = 10_000;

const servers = await startServer();
for (const { name, run } of casesOf(COUNT)) {
  await run(environment(bc, servers, 'node'));
  console.log(`${name} (${COUNT} orders)`);
}
await servers.close();
