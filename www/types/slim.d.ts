/**
 * Everything of `bc-status`, without the WebAssembly, which is a separate file:
 * `bc-status/bc-status.wasm`. Functions that need it throw until `init` has settled; `status`,
 * `statuses`, `troubleshoot` and `render` do not need it. Load it once when the program starts, and wait for
 * that before the first call.
 */

import type { BufferSource, WebAssembly } from './platform.js';

export * from './index.js';

/**
 * Takes the WebAssembly and compiles it.
 *
 * @throws {TypeError} (as a rejection) if it is neither a module nor bytes
 *
 * @example
 * const response = await fetch('/assets/bc-status.wasm');
 * await init(await response.arrayBuffer());
 */
export function init(moduleOrBytes: WebAssembly.Module | BufferSource): Promise<void>;
