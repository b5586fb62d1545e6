// What Node's diagnostics_channel tells of calls, for those who have no OpenTelemetry.

/** Where the runtime has no such module, nobody listens. */
const diagnostics = () => /** @type {any} */ (globalThis).process?.getBuiltinModule?.('node:diagnostics_channel');

/** @type {Map<string, any>} */
const channels = new Map();

/** @type {(name: string) => any} */
const channelOf = (name) => {
  if (!channels.has(name)) channels.set(name, diagnostics()?.channel(`bc-status:${name}`));
  return channels.get(name);
};

/** @typedef {'call:start' | 'call:end' | 'attempt:start' | 'attempt:end' | 'retry'} Channel */

/** @type {(name: Channel) => boolean} */
export const isHeard = (name) => Boolean(channelOf(name)?.hasSubscribers);

/** @type {(name: Channel, message: () => object) => void} */
export const tell = (name, message) => {
  if (isHeard(name)) channelOf(name).publish(message());
};
