// The tests of the widget, which `make test` runs in Chromium alone, in another browser of the machine.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'tests/browsers');
const files = readdirSync(folder).filter((file) => file.endsWith('.test.mjs'));

export const widgetIn = (browser) => ({
  tool: browser,
  version: '',
  place: 'the tests of the widget',
  check: (project) =>
    project.run(process.execPath, [join(root, 'tools/tests.mjs'), ...files.map((file) => join(folder, file))], {
      TEST_BROWSERS: browser,
    }),
});
