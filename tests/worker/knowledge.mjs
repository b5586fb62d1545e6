// What the package knows of status codes, served by the Worker.

import assert from 'node:assert/strict';

const typeFor = async (ask, accept) => {
  const response = await ask('/_status/429', { headers: accept === undefined ? {} : { accept } });
  return response.status === 200 ? response.headers.get('content-type').split(';')[0] : response.status;
};

export const cases = [
  {
    name: 'a status in JSON, with causes and solutions',
    async run({ ask, seen }) {
      let response;
      assert.deepEqual(await seen(async () => (response = await ask('/_status/429'))), []);
      const { code, text, causes, solutions, links } = await response.json();
      assert.deepEqual([code, text], [429, 'Too Many Requests']);
      assert.ok(causes.length && solutions.length && links[0].url);
      assert.equal(response.headers.get('cache-control'), 'public, max-age=3600');
      assert.match(response.headers.get('vary'), /Accept/);
    },
  },
  {
    name: 'a status as a page, under which nothing may run',
    async run({ ask }) {
      const response = await ask('/_status/429', { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
      assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
      assert.match(response.headers.get('content-security-policy'), /^default-src 'none';/);
      const page = await response.text();
      assert.match(
        page,
        /^<!doctype html><html lang="en">.*<title>429 Too Many Requests<\/title>.*<article class="bc-status"><h2>429 Too Many Requests<\/h2>/s,
      );
    },
  },
  {
    name: 'the list of all, in both',
    async run({ ask }) {
      const codes = (await (await ask('/_status')).json()).map(({ code }) => code);
      assert.ok(codes.includes(204) && codes.includes(509) && codes.length >= 30);
      const page = await (await ask('/_status', { headers: { accept: 'text/html' } })).text();
      for (const code of codes) assert.ok(page.includes(`<a href="/_status/${code}">`), String(code));
    },
  },
  {
    name: 'Accept decides by quality, then by how specific it is',
    async run({ ask }) {
      const [json, html] = ['application/json', 'text/html'];
      for (const [accept, wanted] of [
        [undefined, json],
        ['*/*', json],
        [html, html],
        ['text/*', html],
        [`${html};q=0.5, ${json}`, json],
        [`${html}, ${json};q=0.9`, html],
        [`${html};q=0.2, */*;q=0.3`, json],
        [`*/*, ${json};q=0`, html],
        ['image/png', 406],
        [`${html};q=0`, 406],
        ['TEXT/HTML', html],
        [`${json};q=0.1, text/*;q=0.2, ${html};q=0`, json],
      ])
        assert.equal(await typeFor(ask, accept), wanted, accept);
    },
  },
  {
    name: 'what is no status is not found, and only reading is allowed',
    async run({ ask, problemOf }) {
      for (const path of ['/_status/999', '/_status/42', '/_status/429/x', '/_status/']) {
        assert.deepEqual(await problemOf(ask(path)).then(({ status, code }) => [status, code]), [404, 'status-unknown'], path);
      }
      assert.equal((await ask('/_status/429', { method: 'DELETE' })).status, 405);
      assert.equal(await (await ask('/_status/429', { method: 'HEAD' })).text(), '');
    },
  },
  {
    name: 'it is where it was put, or nowhere',
    async run({ ask }) {
      assert.equal((await ask('/api/help/404', { host: 'prefixed' })).status, 200);
      assert.match(
        await (await ask('/api/help', { host: 'prefixed', headers: { accept: 'text/html' } })).text(),
        /href="\/api\/help\/404"/,
      );
      assert.equal((await ask('/_status/404', { host: 'prefixed' })).status, 404);
      assert.equal((await ask('/_status/404', { host: 'dark' })).status, 404);
    },
  },
];
