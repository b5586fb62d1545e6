// Completion scripts, written from the table of commands.

import { statuses } from '../known.js';
import { flagsOf } from './parse.js';
import { HELP } from './flags.js';

/** @import { Command, Commands } from './commands.js' */
/** @import { Option } from './flags.js' */

/** @typedef {(commands: Commands) => string} Write */

const codes = () => statuses().map(({ code }) => String(code));

/**
 * As a shell takes it literally.
 * @type {(text: string) => string}
 */
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

/** @type {(command: Command) => [name: string, option: Option][]} */
const optionsOf = ({ options }) => Object.entries({ ...options, ...HELP });

/** @type {Write} */
const bash = (commands) => {
  const names = Object.keys(commands);
  const values = Object.entries(commands).flatMap(([name, command]) =>
    optionsOf(command)
      .filter(([, { value }]) => value)
      .map(([option, { short, read }]) => {
        const typed = [`${name}:--${option}`, ...(short ? [`${name}:-${short}`] : [])].join('|');
        return `    ${typed}) words=${quoted(read?.words?.join(' ') ?? '')} ;;`;
      }),
  );
  const flags = Object.entries(commands).map(([name, command]) => {
    const words = [...(command.words ?? []), ...flagsOf(Object.fromEntries(optionsOf(command)))];
    return `    ${name}:*) words=${quoted(words.join(' '))} ;;`;
  });
  return `# bash completion for bc-status
_bc_status() {
  local typed=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command= words= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${names.join('|')}) command=$word; break ;; esac
  done
  case $command:$before in
${values.join('\n')}
${flags.join('\n')}
    *) words=${quoted([...names, '--json', '--format', '--help', '--version', ...codes()].join(' '))} ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$typed"))
}
complete -o default -F _bc_status bc-status`;
};

/** @type {Write} */
const zsh = (commands) => {
  /**
   * Within a specification of _arguments.
   * @type {(text: string) => string}
   */
  const plain = (text) => text.replace(/[[\]:\\]/g, '\\$&');
  /** @type {(option: [name: string, option: Option]) => string} */
  const spec = ([name, { short, value, read, isList, about }]) => {
    const names = short ? `{-${short},--${name}}` : `--${name}`;
    const many = isList ? "'*'" : short ? quoted(`(-${short} --${name})`) : '';
    const action = read?.words ? `(${read.words.join(' ')})` : value === 'FILE' ? '_files' : ' ';
    return `${many}${names}${quoted(`[${plain(about)}]${value ? `:${plain(value)}:${action}` : ''}`)}`;
  };
  const cases = Object.entries(commands).map(([name, command]) => {
    const parts = optionsOf(command).map(spec);
    if (command.words) parts.push(quoted(`1:shell:(${command.words.join(' ')})`));
    if (command.usage === '[FILE]') parts.push("'1:file:_files'");
    return `        ${name}) _arguments ${parts.join(' \\\n          ')} ;;`;
  });
  const first = Object.entries(commands).map(([name, { about }]) => `    ${quoted(`${name}:${plain(about)}`)}`);
  return `#compdef bc-status
_bc_status() {
  local context state line
  typeset -A opt_args
  local -a first=(
${first.join('\n')}
  )
  _arguments -C '1: :->first' '*:: :->rest'
  case $state in
    first) _describe command first; compadd -- ${codes().join(' ')} --help --version ;;
    rest)
      case $words[1] in
${cases.join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _bc_status ]]; then _bc_status "$@"; else compdef _bc_status bc-status; fi`;
};

/** @type {Write} */
const fish = (commands) => {
  /** @type {(text: string) => string} */
  const literal = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const outside = '-n __fish_use_subcommand -f -a';
  const first = Object.entries(commands).map(([name, { about }]) => `${outside} ${name} -d ${literal(about)}`);
  const inside = Object.entries(commands).flatMap(([name, command]) => {
    const within = `-n '__fish_seen_subcommand_from ${name}'`;
    const options = optionsOf(command).map(([option, { short, value, read, about }]) => {
      const among = read?.words ? ` -a ${literal(read.words.join(' '))}` : '';
      const takes = value ? (value === 'FILE' ? ' -r' : ' -x') : '';
      return `${within} -l ${option}${short ? ` -s ${short}` : ''}${takes}${among} -d ${literal(about)}`;
    });
    return command.words ? [...options, `${within} -f -a ${literal(command.words.join(' '))}`] : options;
  });
  const lines = [...first, `${outside} ${literal(codes().join(' '))}`, ...inside];
  return ['# fish completion for bc-status', ...lines.map((line) => `complete -c bc-status ${line}`)].join('\n');
};

/** @type {Record<string, Write>} */
export const completions = { bash, zsh, fish };
