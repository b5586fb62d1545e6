// Screenshots, held against those that were looked at. UPDATE_PICTURES=1 takes them anew.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const kept = fileURLToPath(new URL('./pictures/', import.meta.url));
const taken = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));

/** Glyphs differ at their edges from one build of the browser to the next. */
const MOST_DIFFERENT = 0.005;

/** Nothing where a screenshot is as it was, else what is different and where to look. */
export const differenceFrom = (name, screenshot) => {
  mkdirSync(taken, { recursive: true });
  writeFileSync(`${taken}${name}.png`, screenshot);
  if (process.env.UPDATE_PICTURES) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(`${kept}${name}.png`, screenshot);
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
  const different = pixelmatch(before.data, after.data, diff.data, width, height, { threshold: 0.2 });
  if (different <= MOST_DIFFERENT * width * height) return undefined;
  writeFileSync(`${taken}${name}-difference.png`, PNG.sync.write(diff));
  return `${different} pixels of ${name} are different (target/screenshots/${name}-difference.png): ${how}`;
};
