// The browsers of the machine. The tests of the widget, which `make test` runs in Chromium alone, in another one.

import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromiumOnPath, onPath } from '../browsers/path.mjs';
import { miniBrowser } from '../browsers/webkit.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'tests/browsers');
const files = readdirSync(folder).filter((file) => file.endsWith('.test.mjs'));

/** What says the version of each; WebKit's needs a screen for that too. */
const PROGRAMS = {
  chromium: async () => [await chromiumOnPath()],
  firefox: async () => [await onPath('firefox-esr', 'firefox')],
  webkit: async () => [await onPath('xvfb-run'), '-a', await miniBrowser()],
};

export const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/** What it says of itself. */
export const versionOfBrowser = async (browser) => {
  const [program, ...args] = await PROGRAMS[browser]();
  const { stdout } = await promisify(execFile)(program, [...args, '--version']);
  return /\d+(\.\d+)+/.exec(stdout)[0];
};

export const widgetIn = (browser) => ({
  tool: BROWSERS[browser],
  version: () => versionOfBrowser(browser),
  place: 'the tests of the widget',
  check: (project) =>
    project.run(process.execPath, [join(root, 'tools/tests.mjs'), ...files.map((file) => join(folder, file))], {
      TEST_BROWSERS: browser,
    }),
});
