import { status, troubleshoot } from '../../known.js';
import { EXIT, misused } from '../exit.js';
import { OUTPUT } from '../flags.js';
import { print, printJson, printPage } from '../print.js';

/** @import { Status, Troubleshooting } from 'bc-status' */
/** @import { Command } from '../commands.js' */

/** @type {Command} */
export const statusCommand = {
  usage: 'CODE…',
  about: 'Say what a status code means, and what to do about it',
  options: OUTPUT,
  examples: ['bc-status 429', 'bc-status 502 504 --format markdown'],

  run({ json, format }, words) {
    if (!words.length) throw misused('a status code is needed, such as bc-status 429');
    const codes = words.map(codeOf);
    const known = codes.map(knownOf);
    if (json) printJson(codes.length === 1 ? known[0] : known);
    else
      codes.forEach((code, at) => {
        if (at > 0) print('');
        printPage(code, format);
      });
    return EXIT.fine;
  },
};

/** @type {(code: number) => Status & Troubleshooting} */
export const knownOf = (code) => ({ ...status(code), ...troubleshoot(code) });

/** @type {(word: string) => number} */
const codeOf = (word) => {
  if (!/^[1-5]\d\d$/.test(word)) throw misused(`${word.slice(0, 40)} is not a status code: use 100 to 599`);
  return Number(word);
};
