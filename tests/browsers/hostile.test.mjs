// Hostile texts in everything that the widget takes, in Chromium, Firefox and WebKit: nothing runs,
// and nothing becomes markup.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BROWSERS } from './browser.mjs';
import { complaints, show } from './page.mjs';
import { useBrowser, useServer } from './use.mjs';

const RUN = 'globalThis.ran=1';

const ELEMENTS = [
  `<script>${RUN}</script>`,
  `<script src="data:text/javascript,${RUN}"></script>`,
  `<script type="module">${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<img src="x" onload="${RUN}" onerror='${RUN}'>`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${RUN}</script>"></foreignObject></svg>`,
  `<math><mi xlink:href="javascript:${RUN}">x</mi></math>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<video src=x onerror=${RUN}></video>`,
  `<audio src onloadstart=${RUN}>`,
  `<body onload=${RUN}>`,
  `<details open ontoggle=${RUN}>x</details>`,
  `<input autofocus onfocus=${RUN}>`,
  `<select autofocus onfocus=${RUN}>`,
  `<textarea autofocus onfocus=${RUN}>`,
  `<marquee onstart=${RUN}>x</marquee>`,
  `<a href="javascript:${RUN}">x</a>`,
  `<a href="data:text/html,<script>${RUN}</script>">x</a>`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<button formaction="javascript:${RUN}">x</button>`,
  `<base href="javascript:${RUN}//">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<link rel="stylesheet" href="data:text/css,*{display:none}">`,
  `<style>*{display:none}</style>`,
  `<template><img src=x onerror=${RUN}></template>`,
  `<noscript><img src=x onerror=${RUN}></noscript>`,
  `<xmp><img src=x onerror=${RUN}></xmp>`,
  `<bc-status code="<img src=x onerror=${RUN}>"></bc-status>`,
  `<div style="animation-name:x" onanimationstart=${RUN}></div>`,
];

/** Ways out of where a text stands. */
const BEFORE = ['', '"><', "'>", '`', '-->', ']]>', '</textarea>', '</title></style></script>'];

const TEXTS = [
  ...ELEMENTS,
  ...ELEMENTS.flatMap((element, at) => [
    BEFORE[1 + (at % 7)] + element,
    `${BEFORE[1 + ((at + 3) % 7)]}${element}\u2028${BEFORE[1 + ((at + 5) % 7)]}`,
  ]),
  `" onmouseover="${RUN}" x="`,
  `' autofocus onfocus='${RUN}`,
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `data:text/javascript,${RUN}`,
  `\${${RUN}}`,
  `{{constructor.constructor('${RUN}')()}}`,
  `&lt;img src=x onerror=${RUN}&gt;`,
  `&#60;img src=x onerror=${RUN}&#62;`,
  `\\u003cimg src=x onerror=${RUN}\\u003e`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `<!--><img src=x onerror=${RUN}>`,
  `<img src=x onerror=${RUN}//`,
  `<<img src=x onerror=${RUN}>>`,
  `<img/src=x/onerror=${RUN}>`,
  `\0<img src=x onerror=${RUN}>`,
  `<im\0g src=x onerror=${RUN}>`,
  `\ud800<img src=x onerror=${RUN}>\udfff`,
  `\u202e<img src=x onerror=${RUN}>`,
  `__proto__`,
  `constructor`,
  `lit$123$<img src=x onerror=${RUN}>`,
  `<?${RUN}?>`,
  `${'<'.repeat(1000)}img src=x onerror=${RUN}>`,
];

/** Runs in the page: gives a text to an input, and tells what of it became more than text. */
const attempt = async (text, at) => {
  const element = document.querySelector('bc-status');
  const field = (name) => element.shadowRoot.querySelector(name);
  const enter = (input, value) => {
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
    input.dispatchEvent(new Event('change'));
  };
  const paste = (value) => enter(field('textarea'), value);
  const json = JSON.stringify;
  const INPUTS = {
    code: () => element.setAttribute('code', text),
    'code as a property': () => {
      element.code = text;
    },
    mode: () => element.setAttribute('mode', text),
    query: () => {
      element.setAttribute('query', text);
    },
    'search field': () => enter(field('input'), text),
    only: () => element.setAttribute('only', text),
    sort: () => element.setAttribute('sort', text),
    retry: () => element.setAttribute('retry', text),
    selected: () => element.setAttribute('selected', text),
    anchor: () => element.setAttribute('anchor', text),
    theme: () => element.setAttribute('theme', text),
    lang: () => element.setAttribute('lang', text),
    'heading-level': () => element.setAttribute('heading-level', text),
    reader: () => {
      element.setAttribute('reader', text);
      paste('429');
    },
    strings: () => {
      element.strings = { search: text, searchHint: text, count: text, classes: { success: text }, table: text, none: text };
    },
    fragment: () => {
      location.hash = `#bc-status-${text}`;
    },
    'light content': () => {
      element.textContent = text;
    },
    'pasted text': () => paste(text),
    'header of an answer': () =>
      paste(`HTTP/1.1 422 ${text.replaceAll('\n', ' ')}\nX-Request-Id: ${text}\nContent-Type: ${text}\n\n${text}`),
    'body in JSON': () =>
      paste(
        `HTTP/1.1 422 No\n\n${json({ status: 422, title: text, detail: text, type: text, code: text, errors: { [text]: text, name: text } })}`,
      ),
    'list of V2': () => paste(`HTTP/1.1 400 No\n\n${json([{ status: 400, message: text, details: { field: text, reason: text } }])}`),
    GraphQL: () =>
      paste(
        `curl -d '{"query":"x"}' https://shop.example/graphql\nHTTP/1.1 200 OK\n\n${json({ errors: [{ message: text, path: [text], extensions: { code: text } }] })}`,
      ),
    markup: () => paste(`HTTP/1.1 502 No\ncontent-type: text/html\n\n<html><title>${text}</title><body>${text}</body></html>`),
    'curl command': () =>
      paste(
        `curl -H 'X-Auth-Token: ${text}' -H '${text}: x' 'https://api.bigcommerce.com/stores/${text}/v3/carts?${text}=${text}'\nHTTP/1.1 404 No\n\nno`,
      ),
    'call of fetch': () =>
      paste(
        `fetch(${json(`https://api.bigcommerce.com/stores/abc/v3/${text}`)}, { method: ${json(text)}, headers: { ${json(text)}: ${json(text)} }, body: ${json(text)} })\nHTTP/1.1 400 No\n\n{}`,
      ),
    HAR: () =>
      paste(
        json({
          log: {
            entries: [
              {
                request: { method: text, url: text, headers: [{ name: text, value: text }] },
                response: { status: 403, headers: [{ name: text, value: text }], content: { text } },
              },
            ],
          },
        }),
      ),
    exchange: () => paste(json({ method: text, url: text, status: 401, headers: { [text]: text }, body: { title: text } })),
    'field method': () => enter(field('input[name=method]'), text),
    'field URL': () => enter(field('input[name=url]'), text),
    'field status': () => enter(field('input[name=status]'), text),
    'field request headers': () => enter(field('textarea[name=requestHeaders]'), `Name: ${text}\n${text}`),
    'field headers': () => enter(field('textarea[name=headers]'), `X: ${text}`),
    'field body': () => enter(field('textarea[name=body]'), text),
  };
  const names = Object.keys(INPUTS);
  if (at === undefined) return names;
  const found = [];
  INPUTS[names[at]]();
  await element.updateComplete;
  const roots = [document, element.shadowRoot];
  for (const one of roots.flatMap((root) => [...root.querySelectorAll('*')])) {
    const inside = one.getRootNode() === element.shadowRoot;
    const tag = one.localName;
    const isOurs = inside
      ? [
          'div',
          'article',
          'p',
          'span',
          'strong',
          'code',
          'ul',
          'ol',
          'li',
          'a',
          'table',
          'caption',
          'thead',
          'tbody',
          'tr',
          'th',
          'td',
          'form',
          'label',
          'input',
          'select',
          'option',
          'textarea',
          'button',
          'details',
          'summary',
          'progress',
          'slot',
        ].includes(tag)
      : ['html', 'head', 'meta', 'title', 'script', 'link', 'body', 'main', 'h1', 'h2', 'bc-status'].includes(tag);
    if (!isOurs) found.push(`<${tag}>`);
    for (const { name, value } of one.attributes) {
      if ((/^on/i.test(name) && name !== 'only') || ['srcdoc', 'formaction', 'action', 'style'].includes(name))
        found.push(`${name}=${value}`);
      if (
        inside &&
        (name === 'src' || name === 'href') &&
        !/^(#|https:\/\/(developer|docs|support|www|status)\.|https:\/\/(github|www\.rfc-editor|httpwg|datatracker)|https:\/\/[\w.]*bigcommerce\.com\/)/.test(
          value,
        )
      )
        found.push(`${name}=${value}`);
    }
  }
  return globalThis.ran ? ['it ran'] : found;
};

/** Back to where it began, for the next input. */
const reset = async (attributes) => {
  const fresh = document.createElement('bc-status');
  for (const [name, value] of Object.entries(attributes)) fresh.setAttribute(name, value);
  document.querySelector('bc-status').replaceWith(fresh);
  if (location.hash) history.replaceState(null, '', location.pathname);
  while (!fresh.shadowRoot?.querySelector('.card, .table, .troubleshoot')) await new Promise((resolve) => setTimeout(resolve, 0));
};

/** Which element an input belongs to. */
const startOf = (name) => {
  if (/^(code|mode|heading-level|light)/.test(name)) return { code: '429' };
  if (/^(query|search|only|sort|retry|selected|anchor|theme|lang|strings|fragment)/.test(name)) return { selected: '404' };
  return { mode: 'troubleshoot' };
};

it('at least a hundred texts are tried', () => assert.ok(new Set(TEXTS).size >= 100, `${new Set(TEXTS).size}`));

for (const name of BROWSERS) {
  describe(`hostile texts in ${name}`, () => {
    const server = useServer();
    const browser = useBrowser(name);

    // Without a policy, which would stop what the widget let through.
    it('run nowhere and become no markup', async () => {
      await show(browser, server, '<bc-status code="429"></bc-status>', { headers: {} });
      const inputs = await browser.evaluate(attempt, 'x');
      for (const [at, input] of inputs.entries()) {
        await browser.evaluate(reset, startOf(input));
        const found = await browser.evaluate(
          `async (texts, at) => {
            const attempt = ${attempt};
            const all = [];
            for (const text of texts) {
              const found = await attempt(text, at);
              if (found.length) all.push([text, ...found]);
            }
            await new Promise((resolve) => setTimeout(resolve, 20));
            return globalThis.ran ? [...all, ['something ran']] : all;
          }`,
          TEXTS,
          at,
        );
        assert.deepEqual(found, [], input);
      }
      // What is wrong with an attribute is told; nothing else is.
      const wrong = (await complaints(browser)).filter((line) => !/^warn: <bc-status>: (mode|theme|sort|retry|only)="/.test(line));
      assert.deepEqual(wrong, []);
    });
  });
}
