// What the built package knows of findings: for the guides, and for the reference of the site.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { declarationsOf } from '../site/reference/declarations.mjs';
import { readWords } from '../translate.mjs';
import { readRows } from './rows.mjs';

const core = fileURLToPath(new URL('../../src/diagnose/rank.rs', import.meta.url));

/** `{ findings, values }` of the package in a folder. */
export async function findingsOf(directory) {
  const knowledge = (name) => import(pathToFileURL(join(directory, 'dist', 'knowledge', `${name}.js`)));
  const { FINDING_WORDS, TABLES } = await knowledge('tables');
  const { NO_ERROR, WITHHELD } = await knowledge('kinds');
  const words = readWords(FINDING_WORDS);
  const { declarations } = declarationsOf(join(directory, 'dist', 'index.d.ts'));
  const membersOf = (name) => declarations.find((one) => one.name === name).members;
  const valuesOf = new Map(membersOf('FindingValueNames').map(({ name, signature }) => [unquoted(name), namesIn(signature, name)]));
  const findings = readRows(TABLES[0]).map(({ id, url, signs }) => ({
    id,
    url,
    title: titleOf(words, id),
    cures: words.get(id).slice(1).map(fullest),
    evidence: evidenceOf(words, signs),
    confidences: confidencesOf(signs),
    values: valuesOf.get(id),
    isError: !NO_ERROR.includes(id),
    isWithheld: WITHHELD.includes(id),
  }));
  const values = membersOf('FindingValue').map(({ name, about }) => ({
    name,
    about: about
      .flat()
      .map(({ text }) => text)
      .join(''),
  }));
  return { findings, values };
}

const unquoted = (text) => text.slice(1, -1);

/** `'method' | 'path'`, behind the name of the member. */
const namesIn = (signature, name) => [...signature.slice(name.length).matchAll(/'(\w+)'/g)].map(([, value]) => value);

/** Of several forms of a text, that which has most to say comes first. */
const fullest = (text) => text.split('|')[0];

/** In titles `{method}` stands for the method of the request; of several, the one that needs no other value. */
export function titleOf(words, id) {
  const titles = words.get(id)?.[0].replaceAll('{method}', 'the method').split('|') ?? [];
  const text = titles.find((title) => !title.includes('{'));
  if (!text) throw new Error(`the title of the finding ${id} was not found in the package, but "${titles}"`);
  return text.replace('the method the method', 'the method');
}

/** What a finding can be shown with: what its signs say, else the words of the body, else the status line. */
function evidenceOf(words, signs) {
  // What our own Worker says needs no sign.
  if (signs.length === 0) return words.get('shown.worker');
  const texts = signs.flatMap(({ says, shows }) => {
    if (shows === 'slip') return [...words].filter(([id]) => id.startsWith('slip.')).map(([, [text]]) => text);
    return words.get(`shown.${shows || (says ? 'said' : 'status')}`) ?? [];
  });
  return [...new Set(texts.map(fullest))];
}

/** From the surest to the least sure. */
function confidencesOf(signs) {
  const [certain, likely] = ['CERTAIN', 'LIKELY'].map(limitOf);
  const nameOf = ({ score }) => (score >= certain ? 'certain' : score >= likely ? 'likely' : 'possible');
  const names = new Set(signs.map(nameOf));
  return ['certain', 'likely', 'possible'].filter((name) => names.has(name));
}

/** As the core has it: the score from which a finding is that sure. */
function limitOf(name) {
  const limit = new RegExp(`^pub\\(super\\) const ${name}: u32 = (\\d+);$`, 'm').exec(readFileSync(core, 'utf8'));
  if (!limit) throw new Error(`src/diagnose/rank.rs has no constant ${name}`);
  return Number(limit[1]);
}
