// Whether we are in a page.

import { addressOfPage } from './page-address.js';

/** It is on the web; servers have none. */
export const isPage = () => /^https?:$/.test(/** @type {any} */ (addressOfPage())?.protocol);
