// bc-status-read.js: the reader for the widget in one file, which imports it, or starts it as a worker.

import { NAME } from './reader-name.js';
import { serve } from './serve.js';

export { init, readPaste, secretsShown } from '../../reading/read-paste.js';

if (/** @type {any} */ (globalThis).name === NAME && !globalThis.document) serve();
