// The core, for whoever reads answers: its bytes come along with this module, and not before.

import { init, use } from '../../boot.js';
import bytes from '../../bytes.js';

use(bytes);

export { init };
export { decideRetry } from '../../decide.js';
export { diagnoseIn } from '../../diagnose.js';
