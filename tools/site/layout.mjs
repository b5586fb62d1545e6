// The frame around every page. All addresses in it are relative, so that the site can lie anywhere.

import { each, html, raw } from './html.mjs';
import { policy } from './policy.mjs';

const NAVIGATION = [
  ['status.html', 'Codes'],
  ['troubleshoot.html', 'Troubleshoot'],
  ['archives.html', 'Archives'],
  ['playground.html', 'Playground'],
  ['guides.html', 'Guides'],
  ['api.html', 'Reference'],
];

/** `part` is the address in the navigation that the page belongs to. */
export const layout = ({ title, description, part, main, scripts = [] }) =>
  `<!doctype html>\n${html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="site.css">
${each(scripts, (src) => html`<script type="module" src="${src}"></script>`)}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
<a class="brand" href="./"${current(part, './')}><img src="mark.svg" alt="" width="28" height="28">bc-status</a>
<nav aria-label="Site"><ul>${each(NAVIGATION, ([href, name]) => html`<li><a href="${href}"${current(part, href)}>${name}</a></li>`)}</ul></nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>
<p>An independent project; BigCommerce has no part in it. MIT or Apache-2.0, at your option.</p>
</footer>
</body>
</html>
`}`;

/** Marks the link to where the reader is. */
export const current = (part, href) => raw(part === href ? ' aria-current="page"' : '');
