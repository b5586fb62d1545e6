// UTF-8 as the platform reads and writes it. jsdom in Jest has neither class, but the Buffer of
// Node; React Native may have none of them, nor the WebAssembly that they are for.

class OfBuffer {
  decode(bytes = []) {
    return globalThis.Buffer.from(bytes).toString();
  }

  encodeInto(text, view) {
    return { written: globalThis.Buffer.from(text).copy(view) };
  }
}

export const { TextDecoder = OfBuffer, TextEncoder = OfBuffer } = globalThis;
