/** Where the events of an exchange come from: both tell the same, in the same time. */
import { jsonLines } from './lines.js';

/**
 * The Worker's, while it sends.
 * @param {string} id
 * @returns {AsyncGenerator<any>}
 */
export async function* live(id) {
  yield* jsonLines(await bodyOf(`live/${id}`, { method: 'POST' }));
}

/**
 * Those that the Worker told when the site was built, each when it is due.
 * @param {string} id
 * @returns {AsyncGenerator<any>}
 */
export async function* recorded(id) {
  const lines = jsonLines(await bodyOf(`recordings/${id}.ndjson`));
  const began = performance.now();
  for await (const { atMs, ...event } of lines) {
    const leftMs = began + atMs - performance.now();
    if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, leftMs));
    yield event;
  }
}

/**
 * @param {string} url
 * @param {RequestInit} [init]
 * @returns {Promise<any>}
 */
async function bodyOf(url, init) {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
  return response.body;
}
