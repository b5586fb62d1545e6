// The same where the clients do not know of each other: each has a reservoir of the whole quota.

import { fromReservoir } from './bottleneck.mjs';

export { skip, atOnce } from './bottleneck.mjs';
export const name = 'bottleneck, whole quota each';
export const needsSeveral = true;

export const create = ({ quota, ...settings }) => fromReservoir(settings, quota);
