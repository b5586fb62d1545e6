// What the members of some unions mean, where the package knows it and the types need not repeat it.

import { join } from 'node:path';
import { readWords } from '../../translate.mjs';

/** By the name of the union, a function from a member to sentences. */
export async function meanings({ directory, browser }) {
  const knowledge = (name) => import(join(directory, 'dist', 'knowledge', `${name}.js`));
  const { status } = await import(join(directory, browser));
  const { FINDING_WORDS } = await knowledge('tables');
  const { REASONS, REASON_RULES } = await knowledge('reasons');
  const words = readWords(FINDING_WORDS);
  return {
    StatusCode: (code) => [`${status(Number(code)).text}`],
    FindingId: (id) => [titleOf(words, unquoted(id))],
    RetryRule: (rule) =>
      Object.keys(REASONS)
        .filter((name) => REASON_RULES[name] === unquoted(rule))
        .map((name) => REASONS[name]),
  };
}

const unquoted = (text) => text.slice(1, -1);

/** The titles of findings, in which `{method}` stands for the method of the request; of several, the one that needs no other value. */
function titleOf(words, id) {
  const titles = words.get(id)?.[0].replaceAll('{method}', 'the method').split('|') ?? [];
  const text = titles.find((title) => !title.includes('{'));
  if (!text) throw new Error(`the title of the finding ${id} was not found in the package, but "${titles}"`);
  return text.replace('the method the method', 'the method');
}
