// The built package, or why there is nothing to pace with in it.

const built = await import('../../pkg/dist/index.js');

export const bc = built.createPacer ? built : { skip: 'has no createPacer yet' };
