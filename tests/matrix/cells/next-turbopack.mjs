// The same middleware, as `next build` builds it by itself.

import { next } from './next-middleware.mjs';

export default { ...next, bundler: '--turbopack' };
