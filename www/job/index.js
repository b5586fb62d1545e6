export { batches } from './batches.js';
export { each } from './each.js';
export { pages } from './pages.js';
