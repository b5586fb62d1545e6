// Findings as src/diagnose/packed.rs describes them, to rows and back. All lengths are those
// of UTF-8; a gap of a text is a brace and its letter.

const BASE = 48;

const numbered = (number, digits) => {
  if (number >= 64 ** digits && digits < 5) throw new RangeError(`${number} does not fit into ${digits} digits of a packed text`);
  let text = '';
  for (let digit = digits - 1; digit >= 0; digit--) text += String.fromCharCode(BASE + (Math.floor(number / 64 ** digit) % 64));
  return text;
};

/** `{ id, title, url, solutions, codes, signs }` of each row; a sign is `{ codes, head, proof }`, of which `head` is whatever is searched for. */
export function unpack(packed) {
  const bytes = Buffer.from(packed);
  let at = 0;
  const take = (length) => bytes.toString('utf8', at, (at += length));
  const number = (digits) => Array.from(take(digits)).reduce((sum, digit) => sum * 64 + digit.charCodeAt(0) - BASE, 0);

  const sign = () => {
    const codes = take(5);
    const end = number(3) + at;
    const from = at;
    take(4);
    const length = number(2) + number(2) + number(2);
    const searched = at + length;
    at = from;
    const head = take(searched - from);
    return { codes, head, proof: take(end - at) };
  };

  const rows = [];
  while (at < bytes.length) {
    const codes = take(5);
    const [ofSigns, ofTexts] = [number(3), number(3)];
    const end = at + ofSigns;
    const signs = [];
    while (at < end) signs.push(sign());
    const [id, title, url, ...solutions] = take(ofTexts).split('\n').slice(0, -1);
    rows.push({ id, title, url, solutions, codes, signs });
  }
  return rows;
}

export function pack(rows) {
  const length = (text) => Buffer.byteLength(text);
  const sign = ({ codes, head, proof }) => codes + numbered(length(head) + length(proof), 3) + head + proof;
  const row = ({ id, title, url, solutions, codes, signs }) => {
    const texts = [id, title, url, ...solutions].map((text) => `${text}\n`).join('');
    const packed = signs.map(sign).join('');
    return codes + numbered(length(packed), 3) + numbered(length(texts), 3) + packed + texts;
  };
  return rows.map(row).join('');
}

/** Packed gaps by their names: `{A` as `{method}`. */
export const named = (text, gaps) => text.replace(/\{(.)/g, (_, letter) => `{${gaps[letter.charCodeAt(0) - 65]}}`);

/** The reverse; `around` is put before and behind certain gaps. */
export const lettered = (text, gaps, around = (_, gap) => gap) =>
  text.replace(/\{(\w+)\}/g, (_, name) => around(name, `{${String.fromCharCode(65 + gaps.indexOf(name))}`));
