// Where the core comes from in Cloudflare Workers and Vercel's edge runtime, which forbid to
// compile: a WebAssembly.Module. Next and Nitro want to be told so by `?module`; wrangler takes it.

import module from './bc-status.wasm?module';

export const source = () => module;
