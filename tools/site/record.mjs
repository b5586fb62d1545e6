// What the demo's Worker tells of each exchange, with the time at which it did.

/** By the id of the exchange, one JSON object a line: the event, and `atMs` since the request was sent. */
export async function record(demo, exchanges) {
  const recordings = new Map();
  for (const { id } of exchanges) recordings.set(id, await lines(demo.run(id), id));
  return recordings;
}

async function lines(events, id) {
  const began = performance.now();
  let text = '';
  for await (const event of events) {
    if (event.event === 'failure') throw new Error(`the exchange "${id}" could not be recorded: ${event.message}`);
    text += `${JSON.stringify({ atMs: Math.round(performance.now() - began), ...event })}\n`;
  }
  return text;
}
