// Exchanges to press, and what the client does about each.

import { exchanges, readablePath } from '../../../demo/exchanges.mjs';
import { each, html } from '../html.mjs';
import { layout } from '../layout.mjs';

const INTRO = {
  recorded: html`<strong>Recorded.</strong> When this site was built, a Cloudflare Worker sent each of these through the package to a
simulated store. They are shown as they went, waits and all, in their own time.`,
  live: html`<strong>Live.</strong> A Cloudflare Worker on this machine sends each of these through the package to a simulated store,
now.`,
};

export const playground = ({ status }, { isRecorded }) => {
  const source = isRecorded ? 'recorded' : 'live';
  return layout({
    title: 'Playground · bc-status',
    description:
      'Watch how a client reads sixteen answers of a BigCommerce store: what it finds, how long it waits, and when it lets a request be.',
    part: 'playground.html',
    scripts: ['playground.js'],
    main: html`<div class="intro-block">
<h1>Playground</h1>
<p class="lead">Send a request, and see each attempt, each wait and what was found.</p>
<p class="source" data-source="${source}">${INTRO[source]}</p>
<p class="trouble" id="trouble" role="alert" hidden></p>
<noscript><p class="trouble">The exchanges are played by JavaScript; without it, this page only lists them.</p></noscript>
</div>
<div class="split">
<section aria-labelledby="requests-title">
<h2 id="requests-title" class="unseen">Requests</h2>
<div class="exchanges" id="exchanges" data-source="${source}">${each(exchanges, button(status))}</div>
</section>
<section aria-labelledby="run-title">
<h2 id="run-title" class="unseen">What happens</h2>
<p class="unseen" id="run-news" role="status"></p>
<article id="run" class="card" aria-label="The exchange">
<p class="invitation">Choose a request. A good one to begin with is the <a href="#throttled">spent quota</a>: it is refused, waits as long
as the store says, and then succeeds.</p>
</article>
</section>
</div>`,
  });
};

const button =
  (status) =>
  ({ id, code, label, shows, method, url }) =>
    html`<button type="button" aria-pressed="false" id="${id}" data-method="${method}" data-path="${readablePath(url)}" data-shows="${shows}">
<span class="badge" data-class="${status(code ?? 0).class}">${code ?? '—'}</span><span>${label}</span></button>`;
