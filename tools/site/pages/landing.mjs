// What it is, why it matters, and how it is used.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { block, snippet } from '../code.mjs';
import { each, html, prose } from '../html.mjs';
import { layout } from '../layout.mjs';
import { misread } from '../misread.mjs';
import { figures } from '../figures.mjs';

const snippets = new URL('../../../www/site/snippets/', import.meta.url);

const USES = [
  {
    title: 'In a storefront script',
    about: html`A <code>fetch</code> with the same arguments and the same <code>Response</code>, which waits as long as the store asks and
sends nothing twice that may have run. What went wrong is a sentence.`,
    file: 'storefront.js',
  },
  {
    title: 'In a Worker',
    about: html`The token stays in the Worker, only what you list goes through, failures come out as problem details, and all isolates share
one quota. <a href="api-worker.html">All its options</a>.`,
    file: 'worker.js',
  },
  {
    title: 'In documentation',
    about: html`An element for any page: one code as a card, all of them as <a href="status.html">a table</a>, or
<a href="troubleshoot.html">a form</a> that says what is wrong with a pasted answer. The file is
<code>node_modules/bc-status/dist/bc-status-widget.js</code>, and <code>bc-status-read.js</code> beside it reads what is pasted. <a href="api-widget.html">All its attributes</a>.`,
    file: 'widget.html',
  },
  {
    title: 'In the terminal',
    about: html`What a code means, or what is wrong with what <code>curl</code> printed or a HAR recorded.
<a href="api-cli.html">All its commands</a>.`,
    file: 'terminal.sh',
  },
];

const LANGUAGES = { js: 'js', html: 'html', sh: 'bash' };

export async function landing(core, located) {
  const code = async (file) => (await readFile(new URL(file, snippets), 'utf8')).trim();
  const uses = await Promise.all(USES.map(async (use) => ({ ...use, code: await code(use.file) })));
  const types = await readFile(join(located.directory, 'dist', 'index.d.ts'), 'utf8');
  return layout({
    title: 'bc-status: what a BigCommerce API answer means, and what to do',
    description:
      'Reads the status, headers and body of a BigCommerce API answer, names the cause, and decides whether and when to send the request again.',
    part: './',
    scripts: ['copy.js'],
    main: html`<section class="hero" aria-labelledby="hero-title">
<div>
<h1 id="hero-title">What a BigCommerce answer means, and what to do next</h1>
<p class="lead">bc-status reads the status, the headers and the body of an API answer, names the cause, and decides whether and when the
request may be sent again. For Node, Workers, browsers, pages and the terminal.</p>
<div class="install">${snippet('npm install bc-status', 'bash', 'Install')}</div>
<p class="actions"><a class="button" href="troubleshoot.html">Paste an answer</a> <a href="status.html">Look up a code</a>
<a href="playground.html">See it wait and retry</a></p>
</div>
${specimen(core)}
</section>

<section aria-labelledby="why-title">
<h2 id="why-title">The number does not say it</h2>
<p class="lead">Answers as they come from the API, and what this package, asked when this page was built, found in each.</p>
<ul class="misread">${each(misread(core), reading)}</ul>
</section>

<section aria-labelledby="measured-title">
<h2 id="measured-title">Measured</h2>
<dl class="figures">${each(await figures(core, types, located), ([figure, about]) => html`<div><dt>${figure}</dt><dd>${about}</dd></div>`)}</dl>
</section>

<section aria-labelledby="uses-title">
<h2 id="uses-title">Four ways to use it</h2>
<p class="lead">Each of these is run by the tests as it stands here.</p>
<div class="uses">${each(uses, use)}</div>
</section>

<section aria-labelledby="diagnosis-title">
<h2 id="diagnosis-title">Or ask it yourself</h2>
<p class="lead">Everything above rests on a few pure functions. They need no network and no set-up; the WebAssembly comes along, and is
compiled at the first call. The <a href="api.html">reference</a> has them all.</p>
${snippet(await code('diagnose.js'), 'js', 'diagnose.js')}
</section>`,
  });
}

const use = ({ title, about, file, code }) => html`<article>
<h3>${title}</h3>
<p>${about}</p>
${snippet(code, LANGUAGES[file.split('.')[1]], file)}
</article>`;

const reading = ({ request, answer, looks, finding, verdict }) => html`<li>
<p class="request"><code>${request}</code></p>
<p class="answer"><span class="badge" data-class="${answer.class}">${answer.status}</span> <code>${answer.body}</code></p>
<p class="looks">${looks}</p>
<p class="is"><strong>${prose(finding.title)}.</strong> ${prose(finding.solutions[0])}</p>
<p class="verdict">${verdict}</p>
</li>`;

/** A raw answer, and the reading of it. */
function specimen({ diagnose }) {
  const exchange = {
    method: 'GET',
    url: 'https://api.bigcommerce.com/stores/abc123/v2/orders',
    status: 429,
    headers: {
      'X-Rate-Limit-Requests-Left': '0',
      'X-Rate-Limit-Requests-Quota': '150',
      'X-Rate-Limit-Time-Reset-Ms': '4200',
      'X-Rate-Limit-Time-Window-Ms': '30000',
    },
    body: '{"status":429,"title":"Too many requests"}',
  };
  const { findings, retry, classification } = diagnose(exchange);
  const [found] = findings;
  const head = Object.entries(exchange.headers).map(([name, value]) => `${name}: ${value}`);
  return html`<div class="specimen card">
${block(['HTTP/1.1 429 Too Many Requests', ...head].join('\n'), 'http', 'An answer')}
<dl class="reading">
<div><dt>Outcome</dt><dd><strong>${classification.outcome}</strong></dd></div>
<div><dt>Found</dt><dd><strong>${prose(found.title)}</strong> <span class="confidence">${found.confidence}</span><p>${prose(found.evidence)}</p></dd></div>
<div><dt>Decision</dt><dd><strong>Try again in ${retry.delayMs / 1000} s</strong> <code>${retry.rule}</code><p>${retry.reason}</p></dd></div>
</dl>
</div>`;
}
