import assert from 'node:assert/strict';

export const section = 'wretch';
export const packages = ['wretch'];
export const kind = 'rest';

export const read = ({ api }, options = {}) => api.options(options).get('/catalog/products').json();
export const write = ({ api }, product) => api.post(product, '/catalog/products').json();
export const upload = ({ api }, stream) =>
  api.content('application/json').options({ duplex: 'half' }).body(stream).fetch('POST', '/catalog/products').json();

export const statusOf = (error) => error.status;
export const thrown = (error) => error;
export const handedOut = { responseOf: (error) => error.response, isRead: false };

export const aborts = {
  'the signal of a call': { abort: (use, signal) => read(use, { signal }), is: ({ name }) => name === 'AbortError' },
  'a timeout of its addon': {
    timeOut: async ({ api }) => {
      const { default: abortAddon } = await import('wretch/addons/abort');
      return api.addon(abortAddon()).get('/catalog/products').setTimeout(50).json();
    },
    is: ({ name }) => name === 'AbortError',
  },
};

const middleware = (code) =>
  `import { retry } from 'wretch/middlewares/retry';\n${code.replace('.headers(', '.middlewares([retry({ delayTimer: 1 })]).headers(')}`;

export const onTop = [
  { what: 'a POST that meets a 503 is sent 11 times with its retry middleware', status: 503, requests: 11, run: write, change: middleware },
];

export const own = {
  async 'catchers run with throwOnError, too'({ useThrowing, script }) {
    const { api } = await useThrowing();
    script(404);
    const caught = await api
      .get('/catalog/products')
      .notFound(({ code }) => code)
      .json();
    // The code of the first finding.
    assert.match(caught, /^(auth|resource)\.[a-z-]+$/);
  },
};
