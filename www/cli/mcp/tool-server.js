// The server of `bc-status mcp`: the tools over the official SDK, which is loaded here and nowhere else.
// Standard output belongs to the protocol.

import { maskedText } from '../../reading/pasted.js';
import { EXIT, Failure } from '../exit.js';
import { nearest, unknown } from '../nearest.js';
import { note } from '../print.js';
import { version } from '../version.js';
import { TOOLS, called, listed } from './tools.js';

const INSTRUCTIONS =
  'Knows what answers of BigCommerce APIs mean. For a pasted answer, error or log line call diagnose; for a bare status code explain_status; ' +
  'to decide about sending again decide_retry; for paths, methods, limits and scopes find_route. It works offline and sends nothing.';

const load = async (/** @type {string} */ install) => {
  try {
    // Of its two servers the one that takes JSON Schema: the other wants zod, and words of its own for wrong inputs.
    const { Server } = await import('@modelcontextprotocol/sdk/server/index.js');
    const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js');
    const types = await import('@modelcontextprotocol/sdk/types.js');
    return { Server, StdioServerTransport, ...types };
  } catch (error) {
    if (!MISSING.includes(/** @type {any} */ (error).code)) throw error;
    throw new Failure(`mcp needs the package @modelcontextprotocol/sdk, which is not installed beside bc-status: ${install}`, EXIT.files);
  }
};

/** There is none, or one without what is asked of it. */
const MISSING = ['ERR_MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'];

/**
 * Until the input ends. `install` is how to start it with the SDK.
 * @type {(install: string) => Promise<void>}
 */
export const serve = async (install) => {
  const { Server, StdioServerTransport, CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } = await load(install);
  const server = new Server(
    { name: 'bc-status', title: 'bc-status', version: version() },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: listed() }));
  server.setRequestHandler(CallToolRequestSchema, ({ params: { name, arguments: given } }) => {
    if (Object.hasOwn(TOOLS, name)) return called(name, given);
    const names = Object.keys(TOOLS);
    // Which may be anything, and is not quoted.
    throw new McpError(ErrorCode.InvalidParams, unknown('tool', '', names, nearest(name, names)));
  });
  // What cannot be read is not quoted: it may be a secret.
  server.onerror = ({ name, message }) =>
    note(/Syntax|Zod/.test(name) ? 'a line of the input is not a message of the protocol, and is skipped' : maskedText(message));
  if (process.stdin.isTTY) note('this is for an assistant, which speaks to it on standard input; press ctrl-D to end it');
  // The transport of the SDK does not say when its input ends.
  const ended = new Promise((resolve) => {
    server.onclose = () => resolve(undefined);
    process.stdin.once('end', resolve).once('close', resolve);
  });
  await server.connect(new StdioServerTransport());
  await ended;
};
