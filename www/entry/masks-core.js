// The core that looks for secrets: the whole one, but in pages, which have one that does nothing else.

export { core } from './boot.js';
