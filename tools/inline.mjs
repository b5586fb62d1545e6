/**
 * What a page loads is XORed with this: of all keys it leaves the fewest bytes once they are compressed,
 * 2 or 3 % less than none.
 */
export const FOR_PAGES = 62;

/** The same of the cores of the widget and of its reader, each in one file with all the rest. */
export const FOR_WIDGET = 60;

const ESCAPES = { '\0': '\\0', '\n': '\\n', '\r': '\\r' };

/** A text in which these signs are written as escapes. A NUL before a digit would be read as an octal one. */
export const escaped = (text, signs) =>
  text.replace(signs, (sign, at) => (sign === '\0' && /\d/.test(text[at + 1] ?? '') ? '\\x00' : (ESCAPES[sign] ?? `\\${sign}`)));

/**
 * Bytes as a JavaScript module: a string with one code point below 256 for each
 * byte. In UTF-8 and compressed that is a fifth smaller than base64. Each byte is
 * XORed with `key`.
 */
export function inlined(bytes, key = 0) {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte ^ key)).join('');
  return `// Generated from bc-status.wasm.\nexport default '${escaped(text, /[\0\n\r'\\]/g)}';\n`;
}
