// Reading what people paste, log and archive.

export { read, readAll } from './reading/pasted.js';
