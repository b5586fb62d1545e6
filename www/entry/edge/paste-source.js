// Where that core comes from in Cloudflare Workers and Vercel's edge runtime: see source.js.

import module from './bc-status-read.wasm?module';

export const source = () => module;
