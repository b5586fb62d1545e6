// Codes, the list, help and version, and how they are shown.

import assert from 'node:assert/strict';
import { it } from 'node:test';

export const knowledgeCases = ({ run, manifest }) => {
  it('tells what a code means', async () => {
    const { code, out, err } = await run(['429']);
    assert.match(out, /^429 Too Many Requests\nThe client has used up .*\n\nCommon causes\n {2}- /s);
    assert.deepEqual([code, err], [0, '']);
    assert.doesNotMatch(out, /\x1b/);
  });

  it('tells it of several, and in other formats', async () => {
    const several = await run(['502', '504', '--format', 'markdown']);
    assert.match(several.out, /^## 502 Bad Gateway\n.*\n\n## 504 Gateway Timeout\n/s);
    assert.match((await run(['--format=html', '422'])).out, /^<article class="bc-status"><h2>422 Missing or Invalid Data<\/h2>/);
  });

  it('tells it in JSON', async () => {
    const one = JSON.parse((await run(['507', '--json'])).out);
    assert.equal(one.text, 'Insufficient Storage');
    assert.ok(one.causes.length > 0 && one.solutions.length > 0);
    const two = JSON.parse((await run(['--json', '404', '460'])).out);
    assert.deepEqual(
      two.map(({ code, documented }) => [code, documented]),
      [
        [404, true],
        [460, false],
      ],
    );
  });

  it('lists the codes, of a class or an advice', async () => {
    const all = (await run(['list'])).out.trimEnd().split('\n');
    assert.ok(all.length >= 30 && all.every((line) => /^\d{3} {2}\S/.test(line) && line.length <= 80), all.join('\n'));
    const codesOf = async (...args) => JSON.parse((await run(['list', '--json', ...args])).out).map(({ code }) => code);
    assert.deepEqual(await codesOf('--class', 'server-error'), [500, 501, 502, 503, 504, 505, 507, 509]);
    assert.deepEqual(await codesOf('--class', '5xx', '--retry', 'never'), [501, 505, 507]);
    assert.equal((await run(['list', '--class', '1xx', '--retry', 'never'])).out, '');
  });

  it('tells what is documented of a route', async () => {
    const known = await run(['route', 'PUT', '/v3/customers']);
    assert.match(
      known.out,
      /^\/v3\/customers\n {2}GET\n.*\n {2}PUT; the body is a list; at most 10 items in one request; at most 3 at once\n/,
    );
    assert.deepEqual([known.code, known.err], [0, '']);
    const { match, routes } = JSON.parse((await run(['route', 'order', 'shipments', '--json'])).out);
    assert.deepEqual([match, routes[0].route], ['words', '/v2/orders/{id}/shipments']);
    assert.match((await run(['route', '/v3/orders/7'])).out, /; similar ones are:\n\n\/v2\/orders\/\{id\}\n/);
    assert.equal((await run(['route', 'teapots'])).code, 1);
  });

  it('has colour where it is forced, and nowhere else without a terminal', async () => {
    const shown = async (env, ...args) => (await run(args, { env })).out;
    assert.match(await shown({ FORCE_COLOR: '1' }, '503'), /^\x1b\[1m\x1b\[31m503 Service Unavailable\x1b\[39m\x1b\[22m\n/);
    assert.match(await shown({ FORCE_COLOR: '1', NO_COLOR: '1' }, 'list'), /\x1b\[/);
    assert.doesNotMatch(await shown({ FORCE_COLOR: '0' }, 'list'), /\x1b/);
    assert.doesNotMatch(await shown({ FORCE_COLOR: '1' }, '503', '--json'), /\x1b/);
    assert.doesNotMatch(await shown({ FORCE_COLOR: '1' }, '503', '--format', 'markdown'), /\x1b/);
  });

  it('has a page of help for all, and for each command, that fits on a screen', async () => {
    const all = await run(['--help']);
    assert.deepEqual(await run(['help']), all);
    // For no argument it is what is wrong.
    assert.deepEqual(await run([]), { code: 2, signal: null, out: '', err: all.out });
    const names = ['list', 'diagnose', 'retry', 'fetch', 'completion'];
    for (const name of names) {
      assert.match(all.out, new RegExp(`^  ${name}\\b`, 'm'));
      const page = await run([name, '--help']);
      assert.match(page.out, new RegExp(`\n\nUsage: bc-status ${name} \\[OPTIONS\\]`));
      assert.deepEqual(await run(['help', name]), page);
      assert.ok(
        page.out.split('\n').every((line) => line.length <= 80),
        page.out,
      );
    }
    assert.match(all.out, /\nExit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 .*\n {2}4 .*\n {2}130 /);
    assert.ok(
      all.out.split('\n').every((line) => line.length <= 80),
      all.out,
    );
  });

  it('tells its version', async () => {
    assert.equal((await run(['--version'])).out, `${manifest.version}\n`);
  });
};
