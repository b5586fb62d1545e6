// The libraries to compare with, or why they are skipped.

const load = () => import('../bench/pacing.mjs');

export const peers = await load().catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  return { skip: 'is not installed: npm ci --prefix tests/bench' };
});
