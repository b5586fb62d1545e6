// `make site`: writes the site to target/site/, static files for any host and any path. Run it
// through make, which builds the package first.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDemo } from '../demo/demo.mjs';
import { exchanges } from '../demo/exchanges.mjs';
import { locatePackage } from '../demo/package.mjs';
import { buildSite } from './site/build.mjs';
import { record } from './site/record.mjs';
import { sizeOf } from './size.mjs';

const target = fileURLToPath(new URL('../target/site', import.meta.url));

const demo = await startDemo();
const recordings = await record(demo, exchanges).finally(demo.close);
const files = await buildSite(await locatePackage(), { recordings });

rmSync(target, { recursive: true, force: true });
for (const [path, content] of files) {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
for (const [path, content] of files) {
  if (/^[^/]+$/.test(path)) console.log(`${path.padEnd(24)}${String(sizeOf(Buffer.from(content)).brotli).padStart(8)} bytes of brotli`);
}
console.log(`site     target/site/ holds ${files.size} files`);
