// What a browser of the suites finds around it: the same fonts on every machine.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FONTS = '/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf';

/** The variables of this process, and where the browser has its fonts from: of none at all, Chromium would die. */
export const environment = (more) => {
  if (!existsSync(FONTS)) throw new Error(`there is no ${FONTS}: run \`make setup\``);
  return { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL('./fonts.conf', import.meta.url)), ...more };
};
