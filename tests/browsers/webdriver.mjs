// What a WebDriver can do, as far as the suite needs it: see w3.org/TR/webdriver2.

import { PATIENCE_MS } from '../patience.mjs';

/** Keys that are no characters, by their names. */
const KEYS = {
  Backspace: '\ue003',
  Tab: '\ue004',
  Enter: '\ue007',
  Shift: '\ue008',
  Control: '\ue009',
  Escape: '\ue00c',
  Space: ' ',
  End: '\ue010',
  Home: '\ue011',
  ArrowLeft: '\ue012',
  ArrowUp: '\ue013',
  ArrowRight: '\ue014',
  ArrowDown: '\ue015',
  Delete: '\ue017',
};

export class WebDriver {
  #base;

  constructor(base) {
    this.#base = base;
  }

  /** Starts a session, once the driver listens. */
  static async session(origin, capabilities, patienceMs = PATIENCE_MS) {
    const ends = Date.now() + patienceMs;
    for (;;) {
      try {
        const { sessionId } = await send(`${origin}/session`, 'POST', { capabilities: { alwaysMatch: capabilities } });
        return new WebDriver(`${origin}/session/${sessionId}`);
      } catch (error) {
        if (!(error.cause?.code === 'ECONNREFUSED') || Date.now() > ends) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async open(url) {
    await this.#send('url', 'POST', { url });
  }

  async evaluate(act, ...values) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${act})(...[...arguments].slice(0, -1))).then((value) => done({ value }), (error) => done({ error: error + '\\n' + (error?.stack ?? '') }));`;
    const { value, error } = await this.#send('execute/async', 'POST', { script, args: values });
    if (error) throw new Error(error);
    return value ?? undefined;
  }

  async type(text) {
    await this.#keys([...text]);
  }

  async press(key, { shift = false, control = false } = {}) {
    const value = KEYS[key] ?? key;
    if ([...value].length !== 1) throw new Error(`there is no key "${key}"; there are characters and ${Object.keys(KEYS).join(', ')}`);
    await this.#keys([value], [shift && KEYS.Shift, control && KEYS.Control].filter(Boolean));
  }

  async #keys(values, held = []) {
    const actions = [
      ...held.map((value) => ({ type: 'keyDown', value })),
      ...values.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
      ...held.map((value) => ({ type: 'keyUp', value })),
    ];
    await this.#send('actions', 'POST', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async clickAt(x, y) {
    const actions = [
      { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#send('actions', 'POST', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  }

  /** The window is larger than what it shows, by a border that is found out; it becomes so some time after the answer. */
  async resize(width, height) {
    const size = () => this.evaluate(() => [innerWidth, innerHeight]);
    const isThere = async () => (await size()).join() === `${width},${height}`;
    for (let round = 0; round < 5; round++) {
      if (await isThere()) return;
      const window = await this.#send('window/rect', 'GET');
      const [innerWidth, innerHeight] = await size();
      await this.#send('window/rect', 'POST', { width: width + window.width - innerWidth, height: height + window.height - innerHeight });
      // Longer each time: a window that cannot be so is told from one that is not so yet.
      for (let wait = 0; wait < 10 * 2 ** round && !(await isThere()); wait++) await new Promise((resolve) => setTimeout(resolve, 30));
    }
    if (await isThere()) return;
    throw new Error(`the window cannot be ${width} × ${height}: it is ${(await size()).join(' × ')}`);
  }

  /** WebKit waits for the next frame, and a page that stands still has none. */
  async screenshot() {
    await this.evaluate(() => {
      const { style } = document.documentElement;
      globalThis.ticking = setInterval(() => {
        style.opacity = style.opacity === '1' ? '0.999' : '1';
      }, 50);
    });
    const picture = await this.#send('screenshot', 'GET');
    await this.evaluate(() => {
      clearInterval(globalThis.ticking);
      document.documentElement.style.opacity = '';
    });
    return Buffer.from(picture, 'base64');
  }

  async quit() {
    await this.#send('', 'DELETE');
  }

  #send(command, method, body) {
    return send(`${this.#base}${command && `/${command}`}`, method, body);
  }
}

/** A driver that does not answer fails the test, and does not stop the run. */
const send = async (url, method, body) => {
  const response = await fetch(url, {
    method,
    body: body && JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
};
