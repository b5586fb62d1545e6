// What this package reaches in the simulated world.

import { testApart } from '../apart.mjs';

await testApart(new URL('pace-cases.mjs', import.meta.url));
