// Where the core comes from for whoever serves it as a file of its own.

/** @type {WebAssembly.Module | ArrayBufferView<ArrayBuffer> | undefined} */
let given;

/** @type {(moduleOrBytes: WebAssembly.Module | ArrayBufferView<ArrayBuffer>) => void} */
export const use = (moduleOrBytes) => {
  given = moduleOrBytes;
};

export const source = () => {
  if (given === undefined) throw new Error('bc-status/slim has no WebAssembly yet: await init(moduleOrBytes) first');
  return given;
};
