// Reads a whole archive or log that is dropped on it, and without JavaScript says how to do so in the terminal.

import { snippet } from '../code.mjs';
import { html } from '../html.mjs';
import { layout } from '../layout.mjs';

const IN_TERMINAL = `npx bc-status diagnose --all shop.har
npx bc-status diagnose --all access.log.gz --format html > report.html`;

export const archives = () =>
  layout({
    title: 'Read a whole archive or log · bc-status',
    description:
      'Choose a HAR or a log: what failed in it, in groups by cause and route, when, how much quota was left, and which waits and repeats were wrong.',
    part: 'archives.html',
    scripts: ['archives.js'],
    main: html`<div class="intro-block">
<h1>Archives and logs</h1>
<p class="lead">Choose a HAR, or a log: what failed in it, by cause and route, and which waits and repeats were wrong. It is read in this
page, and leaves it nowhere; secrets are masked.</p>
</div>
<section aria-labelledby="choose-title" id="chooser">
<h2 id="choose-title" class="unseen">Choose a file</h2>
<div class="card drop" id="drop">
<p><label for="file">A HAR, records in JSON, lines of a log, or what <code>curl -i</code> printed, also in gzip</label></p>
<p><input type="file" id="file"> <button type="button" class="quiet" id="stop" hidden>Stop</button></p>
<p class="hint">Or drop it here. 100 MB take a few seconds.</p>
<progress id="progress" max="1" value="0" aria-label="How much of it is read" hidden></progress>
</div>
<p class="unseen" id="news" role="status"></p>
<p class="trouble" id="trouble" role="alert" hidden></p>
<noscript><p class="trouble">The page needs JavaScript and WebAssembly; the command line below does the same.</p></noscript>
</section>
<section aria-label="The report" id="report" hidden>
<p class="saving" id="saving"><button type="button" data-format="html">Save as HTML</button>
<button type="button" data-format="markdown">Save as Markdown</button> <button type="button" data-format="json">Save as JSON</button></p>
<div id="found" tabindex="-1"></div>
</section>
<section aria-labelledby="terminal-title">
<h2 id="terminal-title">In the terminal</h2>
<p class="lead">The same report, as text, Markdown, JSON, or one file of HTML.</p>
${snippet(IN_TERMINAL, 'bash', 'terminal')}
</section>`,
  });
