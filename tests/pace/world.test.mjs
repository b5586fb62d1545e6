// The world that pacers are judged in does what it says.

import { testApart } from '../apart.mjs';

await testApart(new URL('world-cases.mjs', import.meta.url));
