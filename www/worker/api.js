// The public names of `bc-status/worker`.

export { createHandler } from './handler.js';
