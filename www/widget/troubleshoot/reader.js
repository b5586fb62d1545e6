// What reads a paste: the core that reads all kinds. It comes along with this module, and not
// before; the widget in one file has a smaller reader in its place: see tools/widget.mjs.

import { toldIn } from '../../reading/pasted.js';

/** @typedef {{ kind: string, exchange: any, entry?: number, entries?: number }} Read */

/** @type {(text: string, options: { entry?: number }) => Read | undefined} */
export const read = (text, { entry }) => toldIn(text, entry) ?? undefined;
