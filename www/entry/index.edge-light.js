// Vercel's edge runtime: as in Workers, but the bundler wants to be told.
import { use } from './boot.js';
import module from './bc-status.wasm?module';

use(module);

export * from './api.js';
