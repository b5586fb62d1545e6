// What the members of some unions mean, where the package knows it and the types need not repeat it.

import { join } from 'node:path';

/** By the name of the union, a function from a member to sentences. */
export async function meanings({ directory, browser }) {
  const knowledge = (name) => import(join(directory, 'dist', 'knowledge', `${name}.js`));
  const { status } = await import(join(directory, browser));
  const { TABLES } = await knowledge('tables');
  const { REASONS } = await knowledge('reasons');
  const tables = TABLES.join('\n');
  return {
    StatusCode: (code) => [`${status(Number(code)).text}`],
    FindingId: (id) => [titleOf(tables, unquoted(id))],
    RetryRule: (rule) => REASONS.filter(([name]) => name === unquoted(rule)).map(([, text]) => text),
  };
}

const unquoted = (text) => text.slice(1, -1);

/** Titles follow their ids; `{A` stands for the method of the request. */
function titleOf(tables, id) {
  const [, title] = new RegExp(`${id.replace('.', '\\.')}\n([^\n]+)\n`).exec(tables) ?? [];
  const text = title?.replace('{A', 'the method');
  if (!text || text.includes('{')) throw new Error(`the title of the finding ${id} was not found in the package, but "${title}"`);
  return text.replace('the method the method', 'the method');
}
