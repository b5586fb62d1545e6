// The core, for whoever reads answers: it comes along with this module, and not before.

export { init } from '../../boot.js';
export { decideIn } from '../../core/decide.js';
export { diagnoseIn } from '../../core/diagnose.js';
