// German as it is delivered beside the English it stands for, as pairs with a name each.

import { unpack } from '../../tools/packed.mjs';
import { ADVICE, STATUSES } from '../../pkg/dist/knowledge/statuses.js';
import { REASONS } from '../../pkg/dist/knowledge/reasons.js';
import { TABLES } from '../../pkg/dist/knowledge/tables.js';
import { ENGLISH as RENDER } from '../../pkg/dist/render.js';
import { ENGLISH as UI } from '../../pkg/dist/widget/english.js';
import de from '../../pkg/dist/widget/lang/de.js';

export { de };

/** Every text of a value with its place, in order. */
export const textsOf = (value, place = '') =>
  typeof value === 'string'
    ? [[place, value]]
    : Object.entries(value).flatMap(([key, member]) => textsOf(member, place ? `${place} ${key}` : key));

const english = {
  statuses: Object.fromEntries(Object.entries(STATUSES).map(([code, row]) => [code, row.slice(4, 7)])),
  advice: ADVICE,
  render: RENDER,
  ui: UI,
};

const names = Object.values(STATUSES).flatMap((row) => row[7].filter((_, at) => at % 2 === 0));
const reasons = REASONS.map(([, text]) => text);

/** What is known by the English: `links` and `reasons`. */
export const known = { links: [...new Set(names)], reasons: [...new Set(reasons)] };

/** A finding's texts; marks around gaps are no part of them. */
const findingTexts = ({ id, title, solutions, signs }) => [
  [`${id} title`, title],
  ...solutions.map((text, at) => [`${id} solution ${at + 1}`, text]),
  ...signs.map(({ proof }, at) => [`${id} proof ${at + 1}`, proof]),
];

export const rows = { english: unpack(TABLES[0]), german: unpack(de.findings) };

const findings = Object.fromEntries(
  Object.entries(rows).map(([language, all]) => [language, all.flatMap(findingTexts).map(([place, text]) => [place, text.replace(/[\u2068\u2069]/g, '')])]),
);

/** `[place, English, German]` of every text, by kind; what one of them lacks is undefined. */
export const pairs = (kind) => {
  if (kind in known) return known[kind].map((text) => [`${kind} “${text}”`, text, de[kind][text]]);
  if (kind === 'phrases') return Object.entries(de.phrases).flatMap(([name, texts]) => Object.entries(texts).map(([text, other]) => [name, text, other]));
  const [one, other] = kind === 'findings' ? [findings.english, findings.german] : [textsOf(english[kind]), textsOf(de[kind])];
  const places = [...new Set([...one, ...other].map(([place]) => place))];
  const [first, second] = [new Map(one), new Map(other)];
  return places.map((place) => [`${kind} ${place}`, first.get(place), second.get(place)]);
};

/** Words that no German sentence has; code and quotes are passed over. */
const ENGLISH_WORDS = /\b(the|and|of|to|is|are|for|not|with|this|that|it|its|be|on|by|or|from|at least|no|if|then|has|have|which|after|before|again|your|you)\b/i;

export const englishIn = (text) => ENGLISH_WORDS.exec(text.replace(/`[^`]*`/g, '').replace(/„[^“]*“/g, ''))?.[0];
