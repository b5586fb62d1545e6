export * from './api.js';
export * from './known.js';
