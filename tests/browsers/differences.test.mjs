// What is a difference between two pictures, and what is not.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { differenceFrom } from './pictures.mjs';

const [WIDTH, HEIGHT] = [400, 1000];

/** White, with black boxes. */
const picture = (boxes, height = HEIGHT) => {
  const png = new PNG({ width: WIDTH, height });
  png.data.fill(255);
  for (const [left, top, width, tall] of boxes) {
    for (let y = top; y < top + tall; y++) {
      for (let x = left; x < left + width; x++) png.data.fill(0, (y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3);
    }
  }
  return PNG.sync.write(png);
};

const LARGE = [50, 600, 300, 200];
const WORD = [40, 100, 24, 3];

describe('pictures', () => {
  const directory = mkdtempSync(join(tmpdir(), 'pictures-'));
  after(() => rmSync(directory, { recursive: true }));

  const places = { kept: join(directory, 'kept/'), taken: join(directory, 'taken/') };
  const differ = (name, screenshot) => differenceFrom(name, screenshot, places);

  /** As if the variable had been set for the run. */
  const withUpdate = (value, act) => {
    const { UPDATE_PICTURES: before } = process.env;
    if (value === undefined) delete process.env.UPDATE_PICTURES;
    else process.env.UPDATE_PICTURES = value;
    try {
      return act();
    } finally {
      if (before === undefined) delete process.env.UPDATE_PICTURES;
      else process.env.UPDATE_PICTURES = before;
    }
  };
  const keep = (name, boxes) => withUpdate('1', () => differ(name, picture(boxes)));
  const hold = (name, boxes, height) => withUpdate(undefined, () => differ(name, picture(boxes, height)));

  it('is missing until it is kept, and only 1 keeps it', () => {
    for (const value of [undefined, '', '0']) {
      assert.match(
        withUpdate(value, () => differ('new', picture([]))),
        /no tests\/browsers\/pictures\/new\.png.*UPDATE_PICTURES=1/,
      );
    }
    assert.equal(existsSync(`${places.kept}new.png`), false);
    keep('new', []);
    assert.equal(hold('new', []), undefined);
  });

  it('is the same where some pixels at an edge differ', () => {
    keep('edge', [LARGE]);
    assert.equal(hold('edge', [LARGE, [350, 700, 1, 8]]), undefined);
  });

  it('is another without one word, and shows where', () => {
    keep('word', [LARGE, WORD]);
    assert.match(hold('word', [LARGE]), /^72 pixels of one place in word .*target\/screenshots\/word-difference\.png/);
    const { width, height } = PNG.sync.read(readFileSync(`${places.taken}word-difference.png`));
    assert.deepEqual([width, height], [WIDTH, HEIGHT]);
  });

  it('is another in another size', () => {
    keep('size', [LARGE]);
    assert.match(hold('size', [LARGE], 1001), /^size is 400 × 1001, and was 400 × 1000: look at .*UPDATE_PICTURES=1/);
  });

  it('does not take a broken file for a picture', () => {
    keep('broken', []);
    writeFileSync(`${places.kept}broken.png`, 'no picture');
    assert.throws(() => hold('broken', []));
  });
});
