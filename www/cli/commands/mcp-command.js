import { EXIT, misused } from '../exit.js';

/** @import { Command } from '../commands.js' */

/** With the SDK beside it; docs/assistants.md has the same line. */
const INSTALL = 'npx -p bc-status -p @modelcontextprotocol/sdk bc-status mcp';

/** @type {Command} */
export const mcpCommand = {
  usage: '',
  about: 'Serve an assistant over the Model Context Protocol',
  options: {},
  notes:
    'Speaks the protocol on standard input and output; the client starts it. It needs the package ' +
    '@modelcontextprotocol/sdk beside bc-status, and sends nothing over the network. Its tools: explain_status, diagnose, decide_retry, find_route.',
  examples: [INSTALL],

  async run(_, words) {
    if (words.length) throw misused('mcp takes no arguments; it reads its requests from standard input');
    // With all that it needs, only where it is wanted.
    const { serve } = await import('../mcp/tool-server.js');
    await serve(INSTALL);
    return EXIT.fine;
  },
};
