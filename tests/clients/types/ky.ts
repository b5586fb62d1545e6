import { createFetch } from 'bc-status';
import ky, { type KyInstance } from 'ky';

export const api: KyInstance = ky.create({ fetch: createFetch(), retry: 0, timeout: false });
