// The core that reads bodies: the whole one, but in pages, which have one that does nothing else.

export { core } from './boot.js';
