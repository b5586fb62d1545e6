import { read } from '../../pkg/dist/read.js';

/** A case for each `[id, source, about, text, or]`: the exchange that is read of the text. */
export const pasted = (pastes) =>
  pastes.map(([id, source, about, text, or]) => ({ id, ...(or && { or }), source, about, exchange: read(text)?.exchange ?? {} }));
