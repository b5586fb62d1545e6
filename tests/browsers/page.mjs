// A page with the widget in it, opened in a browser.

/** The policy that docs/widget.md says is enough, in its strictest form. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

export const html = (markup, { lang = 'en', dir = 'ltr', script = '/dist/bc-status-widget.js' } = {}) => `<!doctype html>
<html lang="${lang}" dir="${dir}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>A page with the widget</title>
    <script src="/watch.js"></script>
    <link rel="stylesheet" href="/page.css" />
    <script type="module" src="${script}"></script>
  </head>
  <body><main><h1>A page</h1><h2>with the widget</h2>${markup}</main></body>
</html>`;

/** Opens a page, and waits until the widget has shown what it was told to. */
export const show = async (browser, server, markup, { headers = { 'content-security-policy': STRICT }, ...more } = {}) => {
  await browser.open(server.put(html(markup, more), headers));
  await browser.waitFor(isShown);
  shownBy.set(browser, JSON.stringify({ headers, ...more }));
};

/** By browser: what its page was opened with. */
const shownBy = new WeakMap();

/**
 * The same in the page that is there, if it was opened with the same settings: its elements make room for those of
 * `markup`, which may be nothing else. Most of what a case takes is the load of a page. Not for cases that
 * count what a page asks for, or that leave something behind in it: a language, a class of another, an undo.
 */
export const showNext = async (browser, server, markup, { headers = { 'content-security-policy': STRICT }, ...more } = {}) => {
  if (shownBy.get(browser) !== JSON.stringify({ headers, ...more })) return show(browser, server, markup, { headers, ...more });
  const elements = Array.from(markup.matchAll(ELEMENT), ([, attributes]) =>
    Array.from(attributes.matchAll(ATTRIBUTE), ([, ...both]) => both),
  );
  if (markup.replaceAll(ELEMENT, '') !== '') throw new Error(`showNext takes elements without content, not ${markup}`);
  await browser.evaluate(replaceBy, elements);
  await browser.waitFor(isShown);
};

const ELEMENT = /<bc-status((?: [\w-]+="[^"]*")*)><\/bc-status>/g;
const ATTRIBUTE = / ([\w-]+)="([^"]*)"/g;

/** One by one, since the policy of the page lets nobody write markup. */
const replaceBy = (elements) => {
  for (const old of document.querySelectorAll('bc-status')) old.remove();
  document.activeElement?.blur();
  getSelection().removeAllRanges();
  history.replaceState(null, '', location.pathname);
  delete navigator.clipboard;
  globalThis.seen.length = 0;
  scrollTo(0, 0);
  for (const attributes of elements) {
    const element = document.createElement('bc-status');
    for (const [name, value] of attributes) element.setAttribute(name, value);
    document.querySelector('main').append(element);
  }
};

const isShown = async () => {
  const all = [...document.querySelectorAll('bc-status')];
  await Promise.all(all.map((element) => element.updateComplete));
  return all.length > 0 && all.every((element) => element.shadowRoot?.querySelector('.card, .table, .troubleshoot, slot > *'));
};

/** What the first element shows, as text. */
export const textOf = (browser, selector = '.root') =>
  ask(browser, ({ all }, selector) => (all(selector)[0]?.innerText ?? '').replace(/\s+/g, ' ').trim(), selector);

/** The value of an expression of the first element, its shadow tree, and a function that finds all. */
export const ask = (browser, act, ...values) =>
  browser.evaluate(
    `async (...values) => {
    const element = document.querySelector('bc-status');
    await element.updateComplete;
    const all = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
    return (${act})({ element, all }, ...values);
  }`,
    ...values,
  );

/** As if a text were pasted into a field, every character as it is: the way over the clipboard is `browser.paste`. */
export const paste = (browser, text, selector = 'textarea') =>
  ask(
    browser,
    async ({ element, all }, text, selector) => {
      const [field] = all(selector);
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true, composed: true }));
      await element.updateComplete;
    },
    text,
    selector,
  );

/** What the page complained of: console, errors, its policy. Browsers look for an icon by themselves. */
export const complaints = (browser) => browser.evaluate(() => globalThis.seen.filter((line) => !line.endsWith('/favicon.ico')));
