// Which outcomes call for nothing to be done.

const FINE = ['ok', 'empty', 'accepted', 'not-modified'];

/** @type {(outcome: string) => boolean} */
export const isFine = (outcome) => FINE.includes(outcome);
