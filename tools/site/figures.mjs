// The numbers of the landing page: counted and weighed in the package at hand, but for the one that takes a simulation.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sizeOf } from '../size.mjs';

export async function figures({ statuses }, types, { directory }) {
  const [, ids] = /type FindingId =([^;]+);/.exec(types);
  const codes = statuses();
  const unlisted = codes.filter(({ documented }) => !documented).length;
  const wasm = sizeOf(await readFile(join(directory, 'dist', 'bc-status.wasm')));
  return [
    [String(ids.match(/'/g).length / 2), 'causes told apart, each with how sure that is, what gives it away, and what to do'],
    [String(codes.length), `status codes with their meaning at BigCommerce, ${unlisted} of which its pages do not list`],
    ['0.2 %', 'more time than the quota asks for is what 3,000 requests at 150 in 30 s take, without a single 429'],
    [`${(wasm.brotli / 1000).toFixed(0)} KB`, 'of brotli is all of the WebAssembly: it reads, diagnoses, decides and paces'],
  ];
}
