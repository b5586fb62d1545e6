/** The core, a character a byte: see tools/inline.mjs. */
declare const bytes: string;
export default bytes;
