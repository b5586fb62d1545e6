// Where that core comes from in Node, browsers, Deno and Bun: its bytes, as a string.

import bytes from './paste-bytes.js';

export const source = () => bytes;
