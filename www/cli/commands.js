import { completionCommand } from './commands/completion-command.js';
import { diagnoseCommand } from './commands/diagnose-command.js';
import { fetchCommand } from './commands/fetch-command.js';
import { listCommand } from './commands/list-command.js';
import { mcpCommand } from './commands/mcp-command.js';
import { retryCommand } from './commands/retry-command.js';
import { routeCommand } from './commands/route-command.js';

/** @import { Options } from './flags.js' */

/** @typedef {Record<string, Command>} Commands */
/** @typedef {Description & { run: (values: any, words: string[], commands: Commands) => number | Promise<number> }} Command */
/** @typedef {{ usage: string, about: string, options: Options, notes?: string, examples: string[], words?: string[] }} Description */

/**
 * By name; `bc-status 429` needs none.
 * @type {Commands}
 */
export const commands = {
  list: listCommand,
  diagnose: diagnoseCommand,
  retry: retryCommand,
  route: routeCommand,
  fetch: fetchCommand,
  mcp: mcpCommand,
  completion: completionCommand,
};
