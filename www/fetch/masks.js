// Without secrets: errors, and URLs as hooks are told them.

export { withoutSecrets } from './masked-error.js';
export { shownUrl } from './request-secrets.js';
