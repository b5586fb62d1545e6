// Parcel as it comes: it reads `module` then, and no `exports`.

import { inChromium } from '../chromium.mjs';

const PAGE = "import { ask } from './program.js';\nglobalThis.ask = ask;\n";

export default {
  tool: 'parcel',
  place: 'Chromium',
  entry: PAGE,
  bundle: (project, entry, out) =>
    project.bin('parcel', ['build', entry, '--dist-dir', out, '--no-source-maps', '--no-cache', '--no-autoinstall']),
  run: (project, { origin, name, out }) =>
    inChromium(project.path(out), '<script type="module" src="main.js"></script>', `ask('${origin}', '${name}')`),
};
