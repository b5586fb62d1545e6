// Node, browsers, Deno, Bun: the bytes come along as a string.
import { use } from './boot.js';
import bytes from './bytes.js';

use(bytes);

export * from './api.js';
