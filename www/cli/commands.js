import { completionCommand } from './commands/completion-command.js';
import { diagnoseCommand } from './commands/diagnose-command.js';
import { fetchCommand } from './commands/fetch-command.js';
import { listCommand } from './commands/list-command.js';
import { retryCommand } from './commands/retry-command.js';

/** By name; `bc-status 429` needs none. */
export const commands = {
  list: listCommand,
  diagnose: diagnoseCommand,
  retry: retryCommand,
  fetch: fetchCommand,
  completion: completionCommand,
};
