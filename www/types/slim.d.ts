/**
 * Everything of `bc-status`, without the WebAssembly, which comes as a file of its own:
 * `bc-status/bc-status.wasm`. What needs it throws until `init` has settled; what is known of
 * codes, and `render`, do not need it. Load it once where the program starts, and wait for that
 * before the first call.
 */

import type { BufferSource, WebAssembly } from './platform.js';

export * from './index.js';

/**
 * Takes the WebAssembly and compiles it.
 *
 * @throws {TypeError} if it is neither a module nor bytes
 *
 * @example
 * const response = await fetch('/assets/bc-status.wasm');
 * await init(await response.arrayBuffer());
 */
export function init(moduleOrBytes: WebAssembly.Module | BufferSource): Promise<void>;
