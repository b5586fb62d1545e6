// Where the reader is: it comes along with this module. The widget in one file has it in another, see reader-beside.js.

import * as reader from '../../reading/read-paste.js';

/** @typedef {typeof import('../../reading/read-paste.js')} ReaderModule */

// Ahead of the first paste, and off this thread.
export const warm = () => reader.init().catch(() => {});

/** @type {(address?: string | null) => ReaderModule | undefined} */
export const ready = () => reader;

/** @type {(address?: string | null) => Promise<ReaderModule>} */
export const load = async () => reader;

/**
 * As bundlers know it.
 * @type {(address?: string | null) => Worker}
 */
export const startWorker = () => new Worker(new URL('./paste-worker.js', import.meta.url), { type: 'module' });
