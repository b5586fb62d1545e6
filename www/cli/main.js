#!/usr/bin/env node
// The command line: finds the command, runs it, and ends with its exit code.

import { parse } from './parse.js';
import { commands } from './commands.js';
import { statusCommand } from './commands/status-command.js';
import { EXIT, Failure, misused, unusable } from './exit.js';
import { helpOf, helpOfAll } from './help.js';
import { unknown } from './nearest.js';
import { HELP, VERSION } from './flags.js';
import { complain, print } from './print.js';
import { version } from './version.js';

/** @import { Command } from './commands.js' */

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    // Whoever reads has had enough, such as `head`.
    if (error.code === 'EPIPE') process.exit();
    complain(unusable('standard output', error, 'write').message);
    process.exit(EXIT.files);
  });
}
// To exit closes the connection, and with it the request.
process.once('SIGINT', () => process.exit(EXIT.interrupted));
process.once('SIGTERM', () => process.exit(EXIT.terminated));

/** @type {(args: string[]) => Promise<number>} */
const run = async (args) => {
  const [first = ''] = args;
  if (!first) return usage();
  if (['-h', '--help', 'help'].includes(first)) return showHelp(args[1]);
  const at = args.findIndex((word) => Object.hasOwn(commands, word));
  if (at < 0) return ran('', statusCommand, args);
  return ran(args[at], commands[args[at]], args.toSpliced(at, 1));
};

/** @type {(text: string) => number} */
const show = (text) => {
  print(text);
  return EXIT.fine;
};

/**
 * For nothing at all the same page, but where errors go.
 * @type {() => number}
 */
const usage = () => {
  print(helpOfAll(statusCommand, commands), undefined, process.stderr);
  return EXIT.usage;
};

/** @type {(name?: string) => number} */
const showHelp = (name = '') => show(Object.hasOwn(commands, name) ? helpOf(name, commands[name]) : helpOfAll(statusCommand, commands));

/** @type {(name: string, command: Command, args: string[]) => Promise<number>} */
const ran = async (name, command, args) => {
  try {
    const { values, rest } = parse(args, { ...command.options, ...HELP, ...VERSION });
    if (!name) checkCommand(rest);
    if (values.version) return show(version());
    if (values.help) return show(helpOf(name, command));
    if (values.json && values.format) throw misused(`--json and --format ${values.format} exclude each other; leave one of them out`);
    return await command.run(values, rest, commands);
  } catch (error) {
    const isInput = error instanceof TypeError && error.message.startsWith('exchange.');
    const known = isInput ? new Failure(`in the JSON ${error.message}`, EXIT.files) : error;
    if (!(known instanceof Failure)) throw error;
    const page = known.exitCode === EXIT.usage ? ` (bc-status ${name ? `${name} ` : ''}--help)` : '';
    complain(known.message + page);
    return known.exitCode;
  }
};

/** @type {(words: string[]) => void} */
const checkCommand = ([word, next]) => {
  if (word === undefined || /^\d/.test(word)) return;
  if (word === 'status') throw misused(`a status code needs no command: bc-status ${/^\d{3}$/.test(next) ? next : '429'}`);
  if (/^https?:/.test(word)) throw misused('a URL goes after its command: bc-status fetch URL');
  throw misused(unknown('command', word, ['a status code', ...Object.keys(commands)]));
};

process.exitCode = await run(process.argv.slice(2));
