import { completionCommand } from './commands/completion.js';
import { diagnoseCommand } from './commands/diagnose.js';
import { fetchCommand } from './commands/fetch.js';
import { listCommand } from './commands/list.js';
import { retryCommand } from './commands/retry.js';

/** By name; `bc-status 429` needs none. */
export const commands = {
  list: listCommand,
  diagnose: diagnoseCommand,
  retry: retryCommand,
  fetch: fetchCommand,
  completion: completionCommand,
};
