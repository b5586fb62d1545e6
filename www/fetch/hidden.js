// Failures that hide in successes.

import { urlOf } from './snapshot.js';

/** @import { Options } from './options.js' */
/** @import { Sent } from './snapshot.js' */

/**
 * Whether a success may tell of a failure that the caller wants as an error: that of a batch, or of GraphQL.
 * @type {(settings: Pick<Options, 'throwOnError'>, request: Sent, response: any) => boolean}
 */
export const mayHide = ({ throwOnError }, request, response) =>
  throwOnError === true && (response.status === 207 || /graphql/i.test(urlOf(request)));
