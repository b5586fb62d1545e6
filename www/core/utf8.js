// UTF-8 as the platform reads and writes it. jsdom in Jest has neither class, but the Buffer of
// Node; React Native may have none of them, nor the WebAssembly that they are for.

const from = (value) => globalThis.Buffer.from(value);

class OfBuffer {
  decode(bytes = []) {
    return String(from(bytes));
  }

  encodeInto(text, view) {
    return { written: from(text).copy(view) };
  }
}

export const { TextDecoder = OfBuffer, TextEncoder = OfBuffer } = globalThis;
