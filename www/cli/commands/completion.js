import { completions } from '../completions.js';
import { EXIT, misused } from '../failure.js';
import { print } from '../print.js';

export const completionCommand = {
  usage: 'SHELL',
  about: 'Print the completion for bash, zsh or fish',
  options: {},
  examples: [
    'bc-status completion bash > ~/.local/share/bash-completion/completions/bc-status',
    'source <(bc-status completion zsh)',
    'bc-status completion fish > ~/.config/fish/completions/bc-status.fish',
  ],
  words: ['bash', 'zsh', 'fish'],

  async run(_, words) {
    // Not at the top: it names this command, as all others.
    const { commands } = await import('../commands.js');
    const write = words.length === 1 && Object.hasOwn(completions, words[0]) ? completions[words[0]] : undefined;
    if (!write) throw misused('completion takes the name of a shell: bash, zsh or fish');
    print(write(commands));
    return EXIT.fine;
  },
};
