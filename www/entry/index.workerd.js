// Cloudflare Workers: compiling at run time is forbidden, so the module is imported.
import { use } from './boot.js';
import module from './bc-status.wasm';

use(module);

export * from './api.js';
