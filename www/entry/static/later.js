// For service workers, which refuse import(): all at once.

import * as reading from './core/hints.js';
import * as masking from './fetch/masks.js';
import * as pace from './fetch/pacing.js';
import * as strictness from './fetch/strict.js';
import * as trail from './fetch/trail.js';

export { errorOf, hiddenErrorOf } from './fetch/status-error.js';
export { sharedPacer } from './pace/pacer.js';

export const hints = () => reading;
export const masks = () => masking;
export const pacing = () => pace;
export const strict = () => strictness;
export const trails = () => trail;
export const everything = () => {};
