// Prints how long the first call takes, in milliseconds, import not counted.
import { status } from '../../pkg/dist/index.js';

const began = performance.now();
status(429);
console.log(performance.now() - began);
