// A form that says what is wrong with a pasted answer, and without JavaScript how to ask in the terminal.

import { snippet } from '../code.mjs';
import { html } from '../html.mjs';
import { layout } from '../layout.mjs';

const IN_TERMINAL = `curl -i "$URL" | npx bc-status diagnose --url "$URL"
npx bc-status diagnose shop.har`;

export const troubleshooting = () =>
  layout({
    title: 'Troubleshoot an answer · bc-status',
    description:
      'Paste an answer of the BigCommerce API, and read what is wrong with the request, what gives it away, and what to do about it.',
    part: 'troubleshoot.html',
    scripts: ['bc-status-widget.js'],
    main: html`<div class="intro-block">
<h1>Troubleshoot</h1>
<p class="lead">Paste what <code>curl</code> printed, an error of a client, a line of a log, a body, a HAR or a copied <code>fetch</code>. It is
read in this page, and leaves it nowhere; tokens are masked. For all of a HAR or a log there is <a href="archives.html">a page of its own</a>.</p>
</div>
<bc-status mode="troubleshoot" heading-level="2">
<div class="card">
<h2>In the terminal</h2>
<p>The form needs JavaScript and WebAssembly. The same reading is to be had from the command line:</p>
${snippet(IN_TERMINAL, 'bash', 'terminal')}
<p>What each code means by itself is <a href="status.html">on the page of codes</a>.</p>
</div>
</bc-status>`,
  });
