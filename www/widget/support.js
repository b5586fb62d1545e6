// Whether the page lets WebAssembly be compiled.

/** The shortest module there is: its magic number and its version. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** @type {boolean | undefined} */
let answer;

export const canCompile = () => (answer ??= attempt());

const attempt = () => {
  try {
    return new WebAssembly.Module(EMPTY) !== undefined;
  } catch {
    return false;
  }
};

export const forbidden =
  "<bc-status>: this page's Content-Security-Policy forbids WebAssembly, so that the content between its tags stays; allow it with script-src 'wasm-unsafe-eval'";
