// Instantiates a core at the first call that needs it, and not on import.

/** @typedef {string | ArrayBufferView<ArrayBuffer>} Code Its bytes, or a text of them. */

// Next refuses code for the edge in which the global one compiles, whether it is called or not.
const { WebAssembly } = globalThis;

/**
 * The core that `glue` calls, which wasm-bindgen has written.
 * @template {{ __wbg_set_wasm: (exports: WebAssembly.Exports) => void }} Glue
 * @param {Glue} glue
 * @param {() => Code | WebAssembly.Module} source
 */
export const instance = (glue, source) => {
  let isReady = false;

  /** @type {(module: WebAssembly.Module) => void} */
  const start = (module) => {
    // Of whom it imports, tools/bindings.mjs has made one letter.
    glue.__wbg_set_wasm(new WebAssembly.Instance(module, { a: /** @type {any} */ (glue) }).exports);
    isReady = true;
  };

  /** Its exports. */
  const core = () => {
    if (!isReady) start(toModule(source()));
    return glue;
  };

  return {
    core,

    /** False where a page forbids WebAssembly. */
    canAsk() {
      try {
        return Boolean(core());
      } catch {
        return false;
      }
    },

    /** Compiles ahead of the first call, off the calling thread where the runtime can. */
    async init() {
      if (isReady) return;
      const code = source();
      const module = isCode(code) ? await WebAssembly.compile(toBytes(code)) : code;
      if (!isReady) start(module);
    },
  };
};

// Code is the bytes, or the bytes as a string of code points below 256, all XORed with one byte.
// A module may come from another realm, so `instanceof` is no test for one.
/**
 * @param {Code | WebAssembly.Module} value
 * @returns {value is Code}
 */
const isCode = (value) => typeof value === 'string' || ArrayBuffer.isView(value);

/** @type {(value: Code | WebAssembly.Module) => WebAssembly.Module} */
const toModule = (value) => {
  if (!isCode(value)) return value;
  try {
    return new WebAssembly.Module(toBytes(value));
  } catch (cause) {
    throw new Error("bc-status could not compile its WebAssembly; under a Content-Security-Policy it needs script-src 'wasm-unsafe-eval'", {
      cause,
    });
  }
};

/** @type {(value: Code) => ArrayBufferView<ArrayBuffer>} */
const toBytes = (value) => {
  if (typeof value !== 'string') return value;
  // biome-ignore lint/suspicious/noConfusingLabels: tools/pages.mjs drops it, since a module is always read as UTF-8
  // biome-ignore lint/correctness/noUnusedLabels: as above
  CLASSIC: if (/[^\0-\xff]/.test(value)) return toBytes(reread(value));
  // A module begins with a NUL, so the first character is what all were XORed with.
  const key = value.charCodeAt(0);
  // The loop runs once, and so never warm: in Node it would be half of the first call.
  if (!key && globalThis.Buffer) return globalThis.Buffer.from(value, 'latin1');
  const bytes = new Uint8Array(value.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = value.charCodeAt(at) ^ key;
  return bytes;
};

/**
 * A classic script on a page that names no charset is read as windows-1252: back to UTF-8.
 * @type {(text: string) => string}
 */
const reread = (text) => {
  const characters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return new TextDecoder().decode(Uint8Array.from(text, (character) => characters.indexOf(character)));
};
