// For service workers, which refuse import(): there from the beginning.

import * as call from './fetch/call.js';

export const loop = () => call;
