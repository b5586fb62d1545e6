// Node, Deno, Bun: the core comes with the main entry.
import '../index.js';

export * from './api.js';
