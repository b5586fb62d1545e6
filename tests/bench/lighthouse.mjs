/** The scores that Lighthouse gives each page of the site, performance included: `make bench` prints them, and fails below 95. */
import lighthouse from 'lighthouse';
import { locatePackage } from '../../demo/package.mjs';
import { buildSite } from '../../tools/site/build.mjs';
import { launchBrowser } from '../site/browser.mjs';
import { serveStatic } from '../site/static.mjs';

const files = await buildSite(await locatePackage(), { recordings: new Map() });
const host = await serveStatic(files);
const browser = await launchBrowser();
const row = (...cells) => console.log(cells.map((cell, at) => (at ? String(cell).padStart(16) : cell.padEnd(20))).join(''));

row('Lighthouse', 'performance', 'accessibility', 'best practices', 'SEO', 'largest paint', 'blocked for');
for (const path of [...files.keys()].filter((file) => file.endsWith('.html'))) {
  const page = await browser.newPage();
  const { lhr } = await lighthouse(host.url + path, { output: 'json', logLevel: 'error' }, undefined, page);
  const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map((id) => Math.round(lhr.categories[id].score * 100));
  const times = ['largest-contentful-paint', 'total-blocking-time'].map((id) => `${Math.round(lhr.audits[id].numericValue)} ms`);
  row(path, ...scores, ...times);
  if (scores.some((score) => score < 95)) process.exitCode = 1;
  await page.close();
}
await browser.close();
await host.close();
