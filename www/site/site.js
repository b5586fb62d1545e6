/** Loads the package and starts the two halves of the page; whatever fails is said on the page. */
import { startLive } from './live.js';
import { startLookup } from './lookup.js';

const trouble = document.getElementById('trouble');

/** Null takes the last complaint back. */
function complain(message) {
  trouble.textContent = message;
  trouble.hidden = message === null;
}

async function attempt(act, what) {
  try {
    await act();
  } catch (error) {
    complain(`${what}: ${error.message}`);
  }
}

await Promise.all([
  attempt(
    async () => startLookup(await import('./bc-status/index.js')),
    'The status codes cannot be shown',
  ),
  attempt(() => startLive(complain), 'Live requests cannot be sent'),
]);
