// The public names of `bc-status/worker`.

export { coordinator, QuotaCoordinator } from './coordinator.js';
export { createHandler } from './handler.js';
