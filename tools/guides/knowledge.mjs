// What the built package knows of findings: for the guides, and for the reference of the site.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { declarationsOf } from '../site/reference/declarations.mjs';
import { readWords } from '../translate.mjs';
import { readRows } from './rows.mjs';

const source = (name) => readFileSync(fileURLToPath(new URL(`../../src/diagnose/${name}.rs`, import.meta.url)), 'utf8');

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
    evidence: evidenceOf(words, id, signs),
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

/** Of several titles, the one that needs no value; in others `{method}` stands for the method of the request. */
export function titleOf(words, id) {
  const titles = words.get(id)?.[0].split('|') ?? [];
  const isBare = (title) => !title.includes('{');
  const text = titles.find(isBare) ?? titles.map((title) => title.replaceAll('{method}', 'the method')).find(isBare);
  if (!text) throw new Error(`the title of the finding ${id} was not found in the package, but "${titles}"`);
  return text;
}

/** What a finding can be shown with: what its signs say, else the words of the body, else the status line. */
function evidenceOf(words, id, signs) {
  // What our own Worker says needs no sign.
  if (signs.length === 0) return words.get('shown.worker');
  const texts = signs.flatMap(({ says, shows }) => {
    if (shows === 'slip') return slipsOf(id).map((name) => words.get(`slip.${name}`)[0]);
    return words.get(`shown.${shows || (says ? 'said' : 'status')}`) ?? [];
  });
  return [...new Set(texts.map(fullest))];
}

/** The names of what can be wrong with a value, of those that belong to a finding. */
function slipsOf(id) {
  const text = source('slip');
  const kinds = new Map([...text.matchAll(/\/\/\/ `([\w.-]+)`\n\s+(\w+),/g)].map(([, finding, kind]) => [finding, kind]));
  const made = [...text.matchAll(/Slip::new\(\s*"([\w-]+)",\s*Of::(\w+)/g)];
  return [...new Set(made.filter(([, , kind]) => kind === kinds.get(id)).map(([, name]) => name))];
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
  const limit = new RegExp(`^pub\\(super\\) const ${name}: u32 = (\\d+);$`, 'm').exec(source('rank'));
  if (!limit) throw new Error(`src/diagnose/rank.rs has no constant ${name}`);
  return Number(limit[1]);
}
