// The public functions of status.js, which most bundles that need no more of the package begin
// with: esbuild with splitting takes along whatever the module names that names a function. It
// has to be named once, all the same, or esbuild and Bun forget to run status.js.

export { status, statuses, troubleshoot } from './core/status.js';
