// WebKit, as Debian has it: MiniBrowser on a screen of its own, told what to do by WebKitWebDriver.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from './environment.mjs';
import { onPath } from './path.mjs';
import { WebDriver } from './webdriver.mjs';
import { freePort } from '../free-port.mjs';

export const webkit = async (scheme) => {
  const [screen, driver, binary, port] = [await onPath('xvfb-run'), await onPath('WebKitWebDriver'), await miniBrowser(), await freePort()];
  // It prefers what the theme of the desktop is.
  const end = start(screen, ['-a', driver, `--port=${port}`], { GTK_THEME: scheme === 'dark' ? 'Adwaita:dark' : 'Adwaita' });
  try {
    const session = await WebDriver.session(`http://127.0.0.1:${port}`, {
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    });
    return Object.assign(session, {
      // Of a window that is too high it never gives a screenshot.
      can: { narrow: false, tall: false, scheme: false, print: false },
      async close() {
        await session.quit().catch(() => {});
        await end();
      },
    });
  } catch (error) {
    await end();
    throw error;
  }
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Starts a program; returns what ends it, with all that it started. That happens too when this process ends. */
const start = (program, settings, variables) => {
  // Where xvfb-run is ended, it leaves its directory behind.
  const directory = mkdtempSync(join(tmpdir(), 'bc-status-webkit-'));
  const child = spawn(program, settings, {
    env: environment({
      ...variables,
      TMPDIR: directory,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    }),
    // A group of its own, which ends as a whole: the driver, its screen and its browser.
    detached: true,
    stdio: 'ignore',
  });
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const stop = () => {
    if (!isOver()) process.kill(-child.pid, 'SIGTERM');
    rmSync(directory, { recursive: true, force: true });
  };
  const stopBySignal = (signal) => {
    forget();
    stop();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', stop);
    SIGNALS.forEach((signal) => process.off(signal, stopBySignal));
  };
  process.on('exit', stop);
  SIGNALS.forEach((signal) => process.on(signal, stopBySignal));
  return async () => {
    forget();
    const exit = isOver() || once(child, 'exit');
    stop();
    await exit;
  };
};

/** Debian keeps it in a directory of the architecture, of which there may be several. */
export const miniBrowser = async () => {
  const places = (await readdir('/usr/lib')).map((name) => `/usr/lib/${name}/webkit2gtk-4.1/MiniBrowser`);
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error('there is no /usr/lib/*/webkit2gtk-4.1/MiniBrowser: run `make setup`');
  return found;
};
