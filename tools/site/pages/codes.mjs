// All codes: a table with search, and without JavaScript one after the other.

import { each, html, raw } from '../html.mjs';
import { layout } from '../layout.mjs';

export const codes = ({ render, statuses }) =>
  layout({
    title: 'BigCommerce status codes · bc-status',
    description:
      'Every HTTP status code of the BigCommerce APIs: what it means, why it comes, what to do, and whether to send the request again.',
    part: 'status.html',
    scripts: ['bc-status-codes.js'],
    main: html`<div class="intro-block">
<h1>Status codes</h1>
<p class="lead">What each code means at BigCommerce, why it comes, and what to do. Search by number or by word: “too many” finds the 429.</p>
</div>
<bc-status heading-level="2">
<nav aria-label="Codes" class="jump"><ul>${each(statuses(), jump)}</ul></nav>
${each(statuses(), (status) => card(status, render))}
</bc-status>`,
  });

const jump = ({ code, class: family }) => html`<li><a class="badge" data-class="${family}" href="#bc-status-${code}">${code}</a></li>`;

/** The anchors are those of the element. */
const card = ({ code, class: family }, render) =>
  html`<div class="code-card card" id="bc-status-${code}" data-class="${family}">${raw(render(code, 'html'))}</div>\n`;

/** What a search finds of them. */
export const codeSections = ({ statuses, troubleshoot }) =>
  statuses().map(({ code, text, purpose }) => {
    const { causes, solutions } = troubleshoot(code);
    const sentences = [purpose, ...causes, ...solutions].map((one) => one.replaceAll('`', ''));
    return { url: `status.html#bc-status-${code}`, of: 'Codes', title: `${code} ${text}`, text: sentences.join(' ') };
  });
