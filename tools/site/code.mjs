// Code in colour, at build time: classes only, so that it needs no inline style.

import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import php from 'highlight.js/lib/languages/php';
import text from 'highlight.js/lib/languages/plaintext';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import { html, raw } from './html.mjs';

const languages = {
  bash,
  css,
  diff,
  http,
  html: xml,
  js: javascript,
  json,
  php,
  python,
  rust,
  sh: bash,
  sql,
  text,
  toml: ini,
  ts: typescript,
};
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

/** What has no grammar here is shown as it is. */
export const highlighted = (code, language) =>
  hljs.highlight(code, { language: Object.hasOwn(languages, language) ? language : 'text' }).value;

/** A block of code. It can be scrolled by keyboard, and so has a name. */
export const block = (code, language, name) =>
  html`<pre class="code" tabindex="0" role="group" aria-label="${name}"><code>${raw(highlighted(code.trim(), language))}</code></pre>`;

/** The same with room for the button that copies it. */
export const snippet = (code, language, name) => html`<figure class="snippet">
  <figcaption>${name}</figcaption>
  ${block(code, language, name)}
</figure>`;
