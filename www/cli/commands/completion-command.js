import { completions } from '../completions.js';
import { EXIT, misused } from '../exit.js';
import { print } from '../print.js';

/** @import { Command } from '../commands.js' */

/** @type {Command} */
export const completionCommand = {
  usage: 'SHELL',
  about: 'Print the completion for bash, zsh or fish',
  options: {},
  notes: 'Put the line for your shell into ~/.bashrc, ~/.zshrc or ~/.config/fish/config.fish.',
  examples: ['source <(bc-status completion bash)', 'source <(bc-status completion zsh)', 'bc-status completion fish | source'],
  words: ['bash', 'zsh', 'fish'],

  run(_, words, commands) {
    const write = words.length === 1 && Object.hasOwn(completions, words[0]) ? completions[words[0]] : undefined;
    if (!write) throw misused('completion takes the name of a shell: bash, zsh or fish');
    print(write(commands));
    return EXIT.fine;
  },
};
