// The topics in Bun.

import { binary, runBy } from './command.mjs';

await runBy('bun', binary('@oven', process.platform === 'win32' ? 'bin/bun.exe' : 'bin/bun'));
