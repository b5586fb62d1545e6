// Where there is the whole core from the beginning, the loop asks that one.

export { canAsk, core, init } from './boot.js';
