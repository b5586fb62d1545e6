/**
 * `make demo`: prints a transcript of exchanges, then serves the page until Ctrl-C.
 * ONCE=1 ends after the transcript; PORT chooses the page's port.
 */
import { startDemo } from './demo.mjs';
import { DemoError } from './package.mjs';
import { printTranscript } from './transcript.mjs';

const { ONCE, PORT, NO_COLOR } = process.env;

try {
  await main();
} catch (error) {
  console.error(error instanceof DemoError ? error.message : error);
  process.exitCode = 1;
}

async function main() {
  const demo = await startDemo({ port: portFrom(PORT) });
  const interrupted = interruption();
  try {
    const transcript = printTranscript(demo, {
      write: (text) => process.stdout.write(text),
      colour: process.stdout.isTTY && !NO_COLOR,
    });
    const ended = await Promise.race([transcript, interrupted]);
    if (ONCE === '1' || ended === 'interrupted') return;
    console.log(`The page is at ${demo.url} (Ctrl-C ends it)`);
    console.log(`The Worker of examples/worker: curl -i '${demo.url}store/v3/catalog/products/77'`);
    await interrupted;
  } finally {
    await demo.close();
  }
}

/** Miniflare's own listeners would end the process at once; here everything is closed first. */
function interruption() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal).once(signal, () => resolve('interrupted'));
  });
}

function portFrom(text) {
  const port = Number(text || 0);
  // Browsers and fetch refuse most of the ports below.
  if (!Number.isInteger(port) || (port !== 0 && port < 1024) || port > 65_535)
    throw new DemoError(`PORT is to be a number from 1024 to 65535, not "${text}".`);
  return port;
}
