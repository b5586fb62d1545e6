// The shape of a record: which members it has, and of which kind each is as far as the reader tells them apart.

/** Objects within objects, so deep, and no longer lists of objects than this. */
export const DEEPEST = 8;
const LONGEST_LIST = 8;

/** How a server names what was asked: `GET /v3/carts HTTP/1.1`. */
export const REQUEST_LINE = /^[A-Z]{3,10} \S+ HTTP\//;

const [SLASH, ONE, FIVE, CAPITAL_S, SMALL_H, SMALL_S] = [0x2f, 0x31, 0x35, 0x53, 0x68, 0x73];

/** @type {(text: string) => string} */
const kindOf = (text) => {
  if (text === '') return 'e';
  const first = text.charCodeAt(0);
  if (first === SLASH) return 'p';
  if (first >= ONE && first <= FIVE && /^[1-5]\d\d(?!\d)/.test(text)) return 'd';
  if (first === SMALL_H && text.startsWith('http')) return 'u';
  if (text.length > 2 && text.length < 12 && /^[A-Za-z]+$/.test(text)) return 'm';
  return REQUEST_LINE.test(text) ? 'r' : 's';
};

/** @type {(value: unknown) => boolean} */
const isNamed = (value) => typeof value === 'object' && value !== null && 'name' in value && 'value' in value;

/**
 * Only browsers send some of these.
 * @type {(names: any[]) => string}
 */
const ofBrowser = (names) => {
  let found = '';
  for (const name of names) {
    if (typeof name !== 'string') continue;
    const first = name.charCodeAt(0);
    if ((first === SMALL_S || first === CAPITAL_S) && /^sec-/i.test(name)) found += `${name.toLowerCase()} `;
  }
  return found;
};

/**
 * Undefined for what is too deep, or too long, to be a record.
 * @type {(value: any, depth?: number) => string | undefined}
 */
export const shapeOf = (value, depth = 0) => {
  if (typeof value === 'string') return kindOf(value);
  if (typeof value === 'number') return Number.isInteger(value) && value >= 100 && value <= 599 ? 'c' : 'n';
  if (typeof value !== 'object') return 'b';
  if (value === null) return '0';
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) {
    if (value.length === 0) return 'E';
    if (isNamed(value[0])) return `H${ofBrowser(value.map((item) => item?.name))}`;
    if (value.every((item) => typeof item !== 'object')) return 'A';
    if (value.length > LONGEST_LIST) return undefined;
  }
  let shape = '{';
  for (const name in value) {
    const member = value[name];
    // Which headers there are, differs from one answer to the next.
    const inner = isHead(name, member) ? headShape(member) : shapeOf(member, depth + 1);
    if (inner === undefined) return undefined;
    shape += `${name}:${inner}`;
  }
  return `${shape}}`;
};

/** @type {(name: string, member: any) => boolean} */
const isHead = (name, member) => typeof member === 'object' && member !== null && !Array.isArray(member) && /headers?$/i.test(name);

/** @type {(head: any) => string} */
const headShape = (head) => {
  const names = Object.keys(head);
  return names.length ? `O${ofBrowser(names)}` : 'o';
};
