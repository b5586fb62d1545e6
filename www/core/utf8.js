// UTF-8 as the platform reads and writes it. jsdom in Jest has neither class, but the Buffer of
// Node; React Native may have none of them, nor the WebAssembly that they are for.

/** @param {any} value */
const from = (value) => /** @type {NonNullable<typeof Buffer>} */ (globalThis.Buffer).from(value);

class OfBuffer {
  /** @param {unknown} [bytes] */
  decode(bytes = []) {
    return String(from(bytes));
  }

  /**
   * @param {string} text
   * @param {Uint8Array} view
   */
  encodeInto(text, view) {
    return { read: text.length, written: from(text).copy(view) };
  }
}

export const { TextDecoder = OfBuffer, TextEncoder = OfBuffer } = globalThis;
