// The pages of --help, as the command prints them.

import { join } from 'node:path';
import { each, html } from '../html.mjs';

export async function commandLine({ directory }) {
  const load = (file) => import(join(directory, 'dist', 'cli', file));
  const [{ helpOf, helpOfAll }, { commands }, { statusCommand }] = await Promise.all(
    ['help.js', 'commands.js', 'commands/status-command.js'].map(load),
  );
  const pages = [
    ['bc-status', 'bc-status', helpOfAll(statusCommand, commands)],
    ...Object.entries(commands).map(([name, command]) => [name, `bc-status ${name}`, helpOf(name, command)]),
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
