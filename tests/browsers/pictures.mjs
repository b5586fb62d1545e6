// Screenshots, held against those that were looked at. UPDATE_PICTURES=1 takes them anew.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const KEPT = fileURLToPath(new URL('./pictures/', import.meta.url));
const TAKEN = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));

/** Of a whole picture a word is next to nothing, so what counts is the place that differs most. */
const PLACE = 32;

/** Some pixels at the edge of a glyph may be others in the next build of the browser; a word is more than that. */
const MOST_DIFFERENT = 12;

/** Nothing where a screenshot is as it was, else what is different and where to look. */
export const differenceFrom = (name, screenshot, { kept = KEPT, taken = TAKEN } = {}) => {
  mkdirSync(taken, { recursive: true });
  writeFileSync(`${taken}${name}.png`, screenshot);
  if (process.env.UPDATE_PICTURES === '1') {
    mkdirSync(kept, { recursive: true });
    // Without the alpha channel, and packed tight: they are kept for ever.
    const small = PNG.sync.write(PNG.sync.read(screenshot), { colorType: 2, deflateLevel: 9, deflateStrategy: 0 });
    writeFileSync(`${kept}${name}.png`, small);
    return undefined;
  }
  const how = `look at target/screenshots/${name}.png, and keep it with UPDATE_PICTURES=1`;
  if (!existsSync(`${kept}${name}.png`)) return `there is no tests/browsers/pictures/${name}.png: ${how}`;
  const [before, after] = [PNG.sync.read(readFileSync(`${kept}${name}.png`)), PNG.sync.read(screenshot)];
  const { width, height } = after;
  if (before.width !== width || before.height !== height) {
    return `${name} is ${width} × ${height}, and was ${before.width} × ${before.height}: ${how}`;
  }
  const diff = new PNG({ width, height });
  const different = pixelmatch(before.data, after.data, diff.data, width, height, { windowSize: PLACE });
  if (different <= MOST_DIFFERENT) return undefined;
  writeFileSync(`${taken}${name}-difference.png`, PNG.sync.write(diff));
  return `${different} pixels of one place in ${name} are different (target/screenshots/${name}-difference.png): ${how}`;
};
