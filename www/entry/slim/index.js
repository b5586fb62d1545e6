import { wrong } from './core/checks.js';
import { init as compile } from './boot.js';
import { use } from './source.js';

export * from './api.js';
export * from './known.js';

export const init = async (moduleOrBytes) => {
  if (!isModule(moduleOrBytes) && !isBuffer(moduleOrBytes) && !ArrayBuffer.isView(moduleOrBytes)) {
    throw wrong('moduleOrBytes', 'a WebAssembly.Module or its bytes', moduleOrBytes);
  }
  use(isBuffer(moduleOrBytes) ? new Uint8Array(moduleOrBytes) : moduleOrBytes);
  await compile();
};

// Each may come from another realm, as in Jest, so `instanceof` is no test for them.
const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

const isModule = (value) => kindOf(value) === 'WebAssembly.Module';

const isBuffer = (value) => /^(Shared)?ArrayBuffer$/.test(kindOf(value));
