// What the members of some unions mean, where the package knows it and the types need not repeat it.

import { join } from 'node:path';
import { findingsOf } from '../../guides/knowledge.mjs';

/** By the name of the union, a function from a member to sentences. */
export async function meanings({ directory, browser }) {
  const knowledge = (name) => import(join(directory, 'dist', 'knowledge', `${name}.js`));
  const { status } = await import(join(directory, browser));
  const { REASONS, REASON_RULES } = await knowledge('reasons');
  const { findings } = await findingsOf(directory);
  const titles = new Map(findings.map(({ id, title }) => [id, title]));
  return {
    StatusCode: (code) => [`${status(Number(code)).text}`],
    FindingId: (id) => [titles.get(unquoted(id))],
    RetryRule: (rule) =>
      Object.keys(REASONS)
        .filter((name) => REASON_RULES[name] === unquoted(rule))
        .map((name) => REASONS[name]),
  };
}

const unquoted = (text) => text.slice(1, -1);
