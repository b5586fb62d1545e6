// A report as a tree of elements, from which a page is written, or built where it is read.

import { duration } from '../core/duration.js';
import {
  CLASS_NAMES,
  adviceSaid,
  classesIn,
  counted,
  exampleSaid,
  headline,
  moment,
  remarks,
  repeatsSaid,
  shareSaid,
  spanMs,
} from './report-words.js';

/** @import { ArchiveGroup, ArchiveReport } from 'bc-status/read' */

/** @typedef {[name: string, attributes: Record<string, string | number>, ...children: (Tree | string)[]]} Tree */
/** @typedef {ArchiveReport['timeline']} Timeline */

const [HEIGHT, BAR] = [100, 10];
/** Groups of which a page tells. */
const MOST_SHOWN = 200;

/** @type {(number: number) => number} */
const round = (number) => Math.round(number * 100) / 100;

/**
 * Our texts mark code with backticks.
 * @type {(text: string) => (Tree | string)[]}
 */
const prose = (text) => text.split('`').map((part, at) => (at % 2 ? /** @type {Tree} */ (['code', {}, part]) : part));

/** @type {(timeline: Timeline, classes: string[]) => Tree[]} */
const bars = (timeline, classes) => {
  const all = timeline.map(({ statuses }) => classes.reduce((sum, name) => sum + (statuses[name] ?? 0), 0));
  const most = Math.max(...all, 1);
  return timeline.flatMap(({ statuses }, at) => {
    let top = HEIGHT;
    return classes.flatMap((name) => {
      const count = statuses[name] ?? 0;
      if (!count) return [];
      // What is there is seen.
      const height = Math.max((count / most) * (HEIGHT - 4), 1);
      top -= height;
      return [
        /** @type {Tree} */ (['rect', { class: `bar-${name}`, x: at * BAR + 1, y: round(top), width: BAR - 2, height: round(height) }]),
      ];
    });
  });
};

/**
 * What was left of the quota, as a line that breaks where it is not known.
 * @type {(timeline: Timeline) => Tree[]}
 */
const quota = (timeline) => {
  const most = Math.max(...timeline.map(({ left }) => left ?? 0), 1);
  /** @type {string[][]} */
  const lines = [[]];
  timeline.forEach(({ left }, at) => {
    if (left === null) lines.push([]);
    else lines.at(-1)?.push(`${at * BAR + BAR / 2},${round(HEIGHT - 2 - (left / most) * (HEIGHT - 6))}`);
  });
  return lines
    .filter((points) => points.length)
    .map((points) => {
      // One point alone would not be seen.
      const [first] = points;
      const all = points.length > 1 ? points : [first, `${Number(first.split(',')[0]) + 1},${first.split(',')[1]}`];
      return ['polyline', { class: 'quota', points: all.join(' '), fill: 'none', 'vector-effect': 'non-scaling-stroke' }];
    });
};

/** @type {(classes: string[], hasLeft: boolean) => Tree} */
const legend = (classes, hasLeft) => [
  'ul',
  { class: 'legend' },
  ...classes.map((name) => /** @type {Tree} */ (['li', { class: `of-${name}` }, CLASS_NAMES[name]])),
  ...(hasLeft ? [/** @type {Tree} */ (['li', { class: 'of-quota' }, 'least left of the quota'])] : []),
];

/** @type {(timeline: Timeline, classes: string[], hasLeft: boolean) => Tree} */
const table = (timeline, classes, hasLeft) => [
  'details',
  {},
  ['summary', {}, 'The timeline as a table'],
  [
    'div',
    { class: 'wide', tabindex: 0, role: 'group', 'aria-label': 'The timeline as a table' },
    [
      'table',
      {},
      [
        'thead',
        {},
        [
          'tr',
          {},
          ['th', { scope: 'col' }, 'UTC'],
          ...classes.map((name) => /** @type {Tree} */ (['th', { scope: 'col' }, name])),
          ...(hasLeft ? [/** @type {Tree} */ (['th', { scope: 'col' }, 'left'])] : []),
        ],
      ],
      [
        'tbody',
        {},
        ...timeline.map(
          ({ time, statuses, left }) =>
            /** @type {Tree} */ ([
              'tr',
              {},
              ['th', { scope: 'row' }, moment(time)],
              ...classes.map((name) => /** @type {Tree} */ (['td', {}, counted(statuses[name] ?? 0)])),
              ...(hasLeft ? [/** @type {Tree} */ (['td', {}, left === null ? '' : counted(left)])] : []),
            ]),
        ),
      ],
    ],
  ],
];

/** @type {(timeline: Timeline, level: number) => Tree[]} */
const course = (timeline, level) => {
  if (timeline.length < 2) return [];
  const classes = classesIn(timeline);
  const hasLeft = timeline.some(({ left }) => left !== null);
  const [first, last] = [timeline[0].time, /** @type {{ time: string }} */ (timeline.at(-1)).time];
  const about = `Answers from ${moment(first)} to ${moment(last)} UTC, in ${timeline.length} spans of ${duration(spanMs(timeline))}: ${classes
    .map((name) => `${counted(timeline.reduce((sum, { statuses }) => sum + (statuses[name] ?? 0), 0))} ${CLASS_NAMES[name]}`)
    .join(', ')}${hasLeft ? '; the line is what was left of the quota' : ''}.`;
  return [
    [
      'section',
      { class: 'course' },
      [`h${level}`, {}, 'Timeline'],
      legend(classes, hasLeft),
      [
        'svg',
        { viewBox: `0 0 ${timeline.length * BAR} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': about },
        ...bars(timeline, classes),
        ...quota(timeline),
      ],
      ['p', { class: 'ends', 'aria-hidden': 'true' }, ['span', {}, moment(first)], ' ', ['span', {}, `${moment(last)} UTC`]],
      table(timeline, classes, hasLeft),
    ],
  ];
};

/** @type {(group: ArchiveGroup, failed: number, level: number) => Tree} */
const grouped = (group, failed, level) => {
  const { at, ...exchange } = group.example;
  return [
    'li',
    { class: 'failure' },
    [`h${level}`, {}, ...prose(group.title)],
    ['p', { class: 'route' }, ['code', {}, group.finding], ' on ', ['code', {}, group.route]],
    ['meter', { min: 0, max: 1, value: group.share, 'aria-label': 'Share of all failures' }],
    ['p', {}, `${shareSaid(group, failed)}.`],
    ['p', { class: 'advice' }, ...prose(adviceSaid(group))],
    ...(repeatsSaid(group).length
      ? [/** @type {Tree} */ (['ul', {}, ...repeatsSaid(group).map((line) => /** @type {Tree} */ (['li', {}, line]))])]
      : []),
    [
      'details',
      {},
      ['summary', {}, 'An example'],
      ['p', { class: 'example' }, exampleSaid(group)],
      [
        'pre',
        { tabindex: 0, role: 'group', 'aria-label': 'The example, without its secrets' },
        JSON.stringify({ ...exchange, at }, null, 2),
      ],
    ],
  ];
};

/**
 * `level` is that of its first heading.
 * @type {(report: ArchiveReport, level?: number) => Tree}
 */
export const reportTree = (report, level = 1) => {
  const { groups, timeline, failed } = report;
  const shown = groups.slice(0, MOST_SHOWN);
  const more = groups.length - shown.length;
  return [
    'article',
    { class: 'report' },
    [`h${level}`, {}, headline(report)],
    ...remarks(report).map((line) => /** @type {Tree} */ (['p', { class: 'remark' }, line])),
    ...course(timeline, level + 1),
    ...(shown.length
      ? [
          /** @type {Tree} */ ([
            'section',
            {},
            [`h${level + 1}`, {}, 'What failed'],
            ['ol', { class: 'failures' }, ...shown.map((group) => grouped(group, failed, level + 2))],
          ]),
        ]
      : []),
    ...(more > 0 ? [/** @type {Tree} */ (['p', {}, `And ${counted(more)} groups more, each smaller; the JSON has them all.`])] : []),
  ];
};
