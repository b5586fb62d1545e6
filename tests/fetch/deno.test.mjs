// The topics in Deno.

import { binary, runBy } from './command.mjs';

await runBy('deno', binary('@deno', process.platform === 'win32' ? 'deno.exe' : 'deno'), 'run', '--allow-all', '--no-check', '--quiet');
