// The same without the WebAssembly: whoever serves it as a file of its own hands it over first.
import { wrong } from './argument.js';
import { init as compile, use } from './boot.js';

export * from './api.js';

export const init = async (moduleOrBytes) => {
  if (!isModule(moduleOrBytes) && !isBytes(moduleOrBytes)) {
    throw wrong('moduleOrBytes', 'a WebAssembly.Module or its bytes', moduleOrBytes);
  }
  use(moduleOrBytes);
  await compile();
};

// Either may come from another realm, so `instanceof` is no test for them.
const isModule = (value) => Object.prototype.toString.call(value) === '[object WebAssembly.Module]';

const isBytes = (value) => ArrayBuffer.isView(value) || /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value));
