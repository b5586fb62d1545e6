// The pages of --help, as the command prints them.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { each, html } from '../html.mjs';

export async function commandLine({ directory }) {
  const program = join(directory, 'dist', 'cli', 'main.js');
  const helpOf = async (...words) => (await promisify(execFile)(process.execPath, [program, ...words, '--help'])).stdout.trimEnd();
  const all = await helpOf();
  const [listed] = /(?<=^Commands:\n)(?: .*\n)+/m.exec(all);
  const names = Array.from(listed.matchAll(/^ {2}([a-z]+)/gm), ([, name]) => name);
  const pages = [
    ['bc-status', 'bc-status', all],
    ...(await Promise.all(names.map(async (name) => [name, `bc-status ${name}`, await helpOf(name)]))),
  ];
  return {
    intro: html`<p>Nothing has to be installed: <code>npx bc-status 429</code>.</p>`,
    contents: [['Commands', pages.map(([id, name]) => ({ id, name }))]],
    body: each(
      pages,
      ([id, name, help]) => html`<section class="entry" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"><a href="#${id}">${name}</a></h2>
<pre class="code" tabindex="0" role="group" aria-label="Help of ${name}"><code>${help}</code></pre>
</section>\n`,
    ),
  };
}
