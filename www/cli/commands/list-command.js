import { statuses } from '../../known.js';
import { RETRY_ADVICES, STATUS_CLASSES } from '../../knowledge/sets.js';
import { EXIT, misused } from '../exit.js';
import { painter } from '../paint.js';
import { print, printJson } from '../print.js';
import { oneOf } from '../values.js';

/** @import { Status } from 'bc-status' */
/** @import { Command } from '../commands.js' */

/** Without the one that is no class of HTTP. */
const CLASSES = STATUS_CLASSES.slice(0, -1);
/** @type {Record<string, string>} */
const COLOURS = { success: 'green', redirection: 'cyan', 'client-error': 'yellow', 'server-error': 'red' };

const classOrDigit = oneOf([...CLASSES, '1xx', '2xx', '3xx', '4xx', '5xx']);

/** @type {Command} */
export const listCommand = {
  usage: '',
  about: 'List the codes that BigCommerce documents or sends',
  options: {
    class: { value: 'CLASS', read: classOrDigit, about: `Only ${CLASSES.join(', ')}; or 1xx to 5xx` },
    retry: { value: 'RETRY', read: oneOf(RETRY_ADVICES), about: `Only ${RETRY_ADVICES.join(', ')}` },
    json: { about: 'Print JSON' },
  },
  examples: ['bc-status list --class 5xx', 'bc-status list --retry after-wait --json'],

  run({ class: wanted, retry, json }, words) {
    if (words.length) throw misused('list takes no arguments; narrow it with --class 4xx or --retry never');
    const name = CLASSES[parseInt(wanted, 10) - 1] ?? wanted;
    const rows = statuses().filter((one) => (!name || one.class === name) && (!retry || one.retry === retry));
    if (json) printJson(rows);
    else if (rows.length) print(table(rows), painted);
    return EXIT.fine;
  },
};

/** @type {(rows: Status[]) => string} */
const table = (rows) => {
  /** @type {(name: 'text' | 'class') => number} */
  const widest = (name) => Math.max(...rows.map((row) => row[name].length));
  const [texts, classes] = [widest('text'), widest('class')];
  /** @type {(row: Status) => string} */
  const line = ({ code, text, class: group, retry }) => [code, text.padEnd(texts), group.padEnd(classes), retry].join('  ');
  return rows.map(line).join('\n');
};

const ROW = new RegExp(`^(\\d+)(.*  )(${CLASSES.join('|')})`, 'gm');

/** @type {(text: string) => string} */
const painted = (text) => {
  /** @type {any} */
  const paint = painter(process.stdout);
  return text.replace(ROW, (_, code, name, group) => (paint[COLOURS[group]] ?? paint.bold)(code) + name + paint.dim(group));
};
