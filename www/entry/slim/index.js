import { init as compile } from './api.js';
import { wrong } from './core/checks.js';
import { use } from './source.js';

export * from './api.js';
export * from './known.js';

/** @type {(moduleOrBytes: WebAssembly.Module | BufferSource) => Promise<void>} */
export const init = async (moduleOrBytes) => {
  if (!isModule(moduleOrBytes) && !isBuffer(moduleOrBytes) && !ArrayBuffer.isView(moduleOrBytes)) {
    throw wrong('moduleOrBytes', 'a WebAssembly.Module or its bytes', moduleOrBytes);
  }
  use(isBuffer(moduleOrBytes) ? new Uint8Array(moduleOrBytes) : moduleOrBytes);
  await compile();
};

// Each may come from another realm, as in Jest, so `instanceof` is no test for them.
/** @type {(value: unknown) => string} */
const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

/**
 * @param {unknown} value
 * @returns {value is WebAssembly.Module}
 */
const isModule = (value) => kindOf(value) === 'WebAssembly.Module';

/**
 * @param {unknown} value
 * @returns {value is ArrayBuffer}
 */
const isBuffer = (value) => /^(Shared)?ArrayBuffer$/.test(kindOf(value));
