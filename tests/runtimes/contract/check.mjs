// What the cases of the contract compare with. They run in Node, workerd and a
// browser, so nothing here comes from Node.

/** A value as text; two values are the same when their texts are. Order of keys does not matter. */
export function show(value) {
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${key}: ${show(value[key])}`);
  return `{ ${members.join(', ')} }`;
}

const shorten = (text) => (text.length > 300 ? `${text.slice(0, 300)}… (${text.length})` : text);

export function equal(actual, expected, what = 'the result') {
  const [seen, wanted] = [show(actual), show(expected)];
  if (seen !== wanted) throw new Error(`${what}: expected ${wanted}, actual ${seen}`);
}

export function ok(condition, what, actual) {
  if (!condition) throw new Error(`expected: ${what}; actual: ${show(actual)}`);
}

/** Every string that is expected to be in a text. */
export function includes(text, parts, what = 'the text') {
  for (const part of [parts].flat()) ok(String(text).includes(part), `${what} with ${show(part)}`, text);
}

/** What a call throws; an Error of ours when it throws nothing. */
export function thrownBy(call, what) {
  let result;
  try {
    result = call();
  } catch (error) {
    return error;
  }
  throw new Error(`${what}: expected an error, actual ${show(result)}`);
}

export function throwsTypeError(call, argument, what) {
  const error = thrownBy(call, what);
  ok(error instanceof TypeError, `${what}: a TypeError`, error);
  includes(error.message, argument, `${what}: a message`);
  return error;
}

/** Those members of an object that the expected one has. */
export const like = (object, expected) => Object.fromEntries(Object.keys(expected).map((key) => [key, object[key]]));

/** One case for each row; `title` makes its name. */
export const table = (rows, title, run) => rows.map((row) => ({ name: title(...row), run: (bc) => run(bc, ...row) }));
