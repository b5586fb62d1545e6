// A report as one file of HTML, which needs nothing else.

import { COLOURS, STYLE } from './report-style.js';
import { reportTree } from './report-tree.js';
import { headline } from './report-words.js';

/** @import { ArchiveReport } from 'bc-status/read' */
/** @import { Tree } from './report-tree.js' */

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @type {(text: unknown) => string} */
const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

/** Those that have no end tag. */
const EMPTY = ['rect', 'polyline'];

/** @type {(tree: Tree | string) => string} */
const written = (tree) => {
  if (typeof tree === 'string') return escaped(tree);
  const [name, attributes, ...children] = tree;
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return EMPTY.includes(name) ? `<${name}${all.join('')}/>` : `<${name}${all.join('')}>${children.map(written).join('')}</${name}>\n`;
};

/** @type {(report: ArchiveReport) => string} */
export const reportPage = (report) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(headline(report))} · bc-status</title>
<style>${COLOURS}${STYLE}</style>
</head>
<body>
<main>
${written(reportTree(report))}</main>
</body>
</html>`;
