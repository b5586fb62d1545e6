// A report as text for a terminal, and as Markdown for an issue tracker.

import { adviceSaid, classesIn, counted, exampleSaid, headline, moment, remarks, repeatsSaid, shareSaid } from './report-words.js';

/** @import { ArchiveGroup, ArchiveReport } from 'bc-status/read' */

/** @typedef {ArchiveReport['timeline']} Timeline */

const BLOCKS = '▁▂▃▄▅▆▇█';
/** Groups of which a text tells; more are counted. */
const MOST_SHOWN = 30;

/** @type {(value: number, most: number) => string} */
const block = (value, most) => BLOCKS[Math.min(BLOCKS.length - 1, Math.floor((value / most) * (BLOCKS.length - 1) + 0.5))];

/**
 * Of several values one, so that no more are left than fit.
 * @type {(values: (number | null)[], columns: number, join: (some: number[]) => number) => (number | null)[]}
 */
const fitted = (values, columns, join) => {
  const width = Math.ceil(values.length / columns);
  return Array.from({ length: Math.ceil(values.length / width) }, (_, at) => {
    const some = values.slice(at * width, (at + 1) * width).filter((value) => value !== null);
    return some.length ? join(/** @type {number[]} */ (some)) : null;
  });
};

/** @type {(some: number[]) => number} */
const sum = (some) => some.reduce((all, one) => all + one, 0);

/**
 * Lines of blocks: one for each class, and one for what was left of the quota.
 * @type {(timeline: Timeline, columns: number) => string[]}
 */
const courses = (timeline, columns) => {
  if (timeline.length < 2) return [];
  const rows = classesIn(timeline).map((name) => {
    const values = fitted(
      timeline.map(({ statuses }) => statuses[name] ?? 0),
      columns,
      sum,
    );
    const most = Math.max(...values.map(Number));
    return { name, line: values.map((value) => (value ? block(value, most) : ' ')).join(''), about: `up to ${counted(most)}` };
  });
  const left = fitted(
    timeline.map((span) => span.left),
    columns,
    (some) => Math.min(...some),
  );
  const known = left.filter((value) => value !== null);
  if (known.length) {
    const most = Math.max(...known, 1);
    const line = left.map((value) => (value === null ? ' ' : block(value, most))).join('');
    rows.push({ name: 'left', line, about: `${counted(Math.min(...known))} to ${counted(most)} of the quota` });
  }
  const width = Math.max(...rows.map(({ line }) => line.length));
  const [from, to] = [moment(timeline[0].time), moment(/** @type {{ time: string }} */ (timeline.at(-1)).time)];
  const ends = width < 42 ? from : `${from}${to.padStart(width - from.length)}`;
  return [...rows.map(({ name, line, about }) => `${name.padEnd(5)}${line.padEnd(width)}  ${about}`), `     ${ends}`];
};

/** @type {(groups: ArchiveGroup[]) => string[]} */
const moreSaid = (groups) => (groups.length > MOST_SHOWN ? [`and ${counted(groups.length - MOST_SHOWN)} groups more, each smaller`] : []);

/**
 * `columns` is how wide the timeline may be.
 * @type {(report: ArchiveReport, columns?: number) => string}
 */
export const reportText = (report, columns = 60) => {
  const { groups, timeline, failed } = report;
  const shown = groups
    .slice(0, MOST_SHOWN)
    .flatMap((group, at) => [
      '',
      `${at + 1}. ${group.title} (${group.finding})`,
      ...[group.route, shareSaid(group, failed), adviceSaid(group), ...repeatsSaid(group), `Example: ${exampleSaid(group)}`].map(
        (line) => `   ${line}`,
      ),
    ]);
  const course = courses(timeline, columns);
  return [
    headline(report),
    ...remarks(report),
    ...(course.length ? ['', ...course] : []),
    ...shown,
    ...moreSaid(groups).flatMap((line) => ['', line]),
  ].join('\n');
};

/** @type {(text: string) => string} */
const code = (text) => `\`${text.replaceAll('`', "'").replace(/[\r\n]+/g, ' ')}\``;

/**
 * Our texts mark code with backticks, as Markdown does.
 * @type {(text: string) => string}
 */
const prose = (text) =>
  text
    .split('`')
    .map((part, at) => (at % 2 ? part : part.replace(/[<[\]*\\|]/g, '\\$&')))
    .join('`');

/** @type {(report: ArchiveReport) => string} */
export const reportMarkdown = (report) => {
  const { groups, timeline, failed } = report;
  const course = courses(timeline, 60);
  const shown = groups
    .slice(0, MOST_SHOWN)
    .flatMap((group) => [
      '',
      `### ${prose(group.title)}`,
      '',
      `${code(group.finding)} on ${code(group.route)}: ${shareSaid(group, failed)}.`,
      '',
      `- ${prose(adviceSaid(group))}`,
      ...repeatsSaid(group).map((line) => `- ${line}`),
      `- Example: ${code(exampleSaid(group))}`,
    ]);
  const fenced = course.length ? ['', '```text', ...course, '```'] : [];
  return [`## ${headline(report)}`, '', ...remarks(report), ...fenced, ...shown, ...moreSaid(groups).flatMap((line) => ['', line])].join(
    '\n',
  );
};
