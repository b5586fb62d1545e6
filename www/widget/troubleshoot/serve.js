// The reader in a worker.

import { readPaste, secretsShown } from '../../reading/read-paste.js';

/** Answers each text with what it tells, and then with the secrets of what is shown of it. */
export const serve = () => {
  addEventListener('message', ({ data: { text, entry, shown } }) => {
    postMessage({ told: readPaste(text, entry) });
    postMessage({ secrets: secretsShown(text, shown) });
  });
};
