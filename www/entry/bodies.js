// Bodies in the forms in which callers have them, to texts for the core.

/** Of a stream, a Blob and their kin nothing is known without reading them. */
const isUnread = (value) =>
  typeof value.getReader === 'function' || typeof value.arrayBuffer === 'function' || typeof value.pipe === 'function' || isForm(value);

const isForm = (value) => typeof FormData === 'function' && value instanceof FormData;

/** The body of a response: text, bytes, or a parsed JSON value. */
export const answerBody = (value) => {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return new TextDecoder().decode(value);
  return isUnread(value) ? undefined : json(value);
};

/** The body of a request, of which the core looks at the shape only. */
export const requestBody = (value) =>
  typeof URLSearchParams === 'function' && value instanceof URLSearchParams ? String(value) : answerBody(value);

const json = (value) => {
  try {
    return JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? String(member) : member));
  } catch {
    // A circular object came from no network, and says nothing that could be read.
    return undefined;
  }
};
