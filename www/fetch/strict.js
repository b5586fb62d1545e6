// What requests with secrets need now and then: a redirect is followed here, and plain http is kept from them.

export { protect } from './protection.js';
export { follow } from './redirect.js';
