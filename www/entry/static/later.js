// For service workers, which refuse import(): all at once.

export { errorOf } from './fetch/status-error.js';
export { sharedPacer } from './pace/pacer.js';
