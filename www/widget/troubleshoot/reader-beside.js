// Where the widget in one file has the reader from: from a file beside it, or where its element says. tools/widget.mjs puts
// this in the place of reader-source.js.

import { NAME } from './reader-name.js';

/** @typedef {typeof import('../../reading/read-paste.js')} ReaderModule */

/** Whoever can set an attribute need not be trusted with a script in it. */
const INLINE = /^(?:data|blob|javascript):$/;

/** @type {(address?: string | null) => string} */
const addressOf = (address) => {
  if (!address) return new URL('./bc-status-read.js', import.meta.url).href;
  const { href, protocol } = new URL(address, document.baseURI);
  if (INLINE.test(protocol)) throw new TypeError(`${protocol} holds no file`);
  return href;
};

/** @type {Map<string, ReaderModule>} */
const loaded = new Map();
let failures = 0;

// It is loaded when something is pasted.
export const warm = () => {};

/** @type {(address?: string | null) => ReaderModule | undefined} */
export const ready = (address = '') => loaded.get(address ?? '');

/** @type {(address?: string | null) => Promise<ReaderModule>} */
export const load = async (address) => {
  let file = String(address);
  try {
    file = addressOf(address);
    // Browsers remember by its address what could not be loaded.
    const place = failures ? `${file}#${failures}` : file;
    /** @type {ReaderModule} */
    const reader = await import(place);
    await reader.init();
    loaded.set(address ?? '', reader);
    return reader;
  } catch {
    failures += 1;
    throw Object.assign(new Error(file), { wrong: 'noReader', values: { file } });
  }
};

/** @type {any} */
let policy;

/** @type {(address?: string | null) => Worker} */
export const startWorker = (address) => {
  /** @type {any} */
  const { trustedTypes } = globalThis;
  policy ??= trustedTypes?.createPolicy('bc-status', { createScriptURL: (/** @type {string} */ url) => url });
  const url = addressOf(address);
  return new Worker(policy ? policy.createScriptURL(url) : url, { type: 'module', name: NAME });
};
