/** What is wrong with a V3 batch before its items are looked at. */
import { problem } from '../answers.mjs';

/** V3: what is no array is a 422, one that is too long a 413. */
export function refuseBatch(body, maximum, things) {
  if (!Array.isArray(body))
    return problem(422, 'JSON data is missing or invalid', {
      errors: { '': 'error.expected.jsarray' },
    });
  if (body.length > maximum) {
    return problem(413, `The request payload is too large. The maximum ${things} allowed in the array is ${maximum}.`, { errors: {} });
  }
  return null;
}
