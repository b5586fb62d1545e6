// Prints how long the first call takes, in milliseconds, import not counted.
import { classify } from '../../pkg/dist/index.js';

const began = performance.now();
classify({ status: 429 });
console.log(performance.now() - began);
