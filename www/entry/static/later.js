// For service workers, which refuse import(): all at once.

export { errorOf } from './error.js';
export { sharedPacer } from './pace/pacer.js';
