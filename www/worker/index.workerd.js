// Cloudflare Workers: the core comes with the main entry, as a module.
import '../index.workerd.js';

export * from './api.js';
