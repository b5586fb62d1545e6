// The generated parts of docs/findings.md.

import { findingsOf } from './knowledge.mjs';
import { code, table } from './markdown.mjs';

export async function findings(directory) {
  const { findings: all, values } = await findingsOf(directory);
  const topics = new Map();
  for (const one of all) topics.set(topicOf(one), [...(topics.get(topicOf(one)) ?? []), one]);
  return {
    findings: [...topics].map(([topic, ofIt]) => `## ${topic}\n\n${ofIt.map(section).join('\n')}`).join('\n'),
    values: table(
      ['value', 'what it is'],
      values.map(({ name, about }) => [code(name), about.trim()]),
    ),
  };
}

/** `limit` of `limit.quota`. */
const topicOf = ({ id }) => id.split('.')[0];

const section = ({ id, title, url, cures, evidence, confidences, values, isError, isWithheld }) => `### \`${id}\`

${title}.

- Shown by: ${evidence.map(masked).join(' · ')}
${cures.map((cure) => `- Do: ${masked(cure)}\n`).join('')}${listed('Confidence', confidences)}${listed('Values', values.map(code))}- Source: <${url}>
${isWithheld ? '- For the people who run the service: the Worker does not show it to callers.\n' : ''}${isError ? '' : '- Nothing went wrong.\n'}`;

const listed = (name, items) => (items.length > 0 ? `- ${name}: ${items.join(', ')}\n` : '');

/** What is no code could be read as a tag or as emphasis. */
const masked = (text) =>
  text
    .split('`')
    .map((part, at) => (at % 2 ? part : part.replace(/[<*_]/g, '\\$&')))
    .join('`');
