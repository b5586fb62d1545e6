import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { builtSite } from './built.mjs';
import { typescript as ts } from '../../tools/site/reference/typescript.mjs';

const dist = (file) => fileURLToPath(new URL(`../../pkg/dist/${file}`, import.meta.url));
const files = await builtSite();

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", '#x2F': '/', '#x60': '`', '#x3D': '=' };
/** What a page says, in one line. */
const textOf = (page) => {
  const apart = files.get(page).replace(/<\/(?:p|dt|dd|h\d)>/g, ' ');
  return plain(apart.replace(/<[^>]+>/g, '').replace(/&([#\w]+);/g, (_, name) => entities[name]));
};
const plain = (text) => text.replace(/\s+/g, ' ');

/** By the compiler's own account, which is another way than the pages are made. */
function exportsOf(file) {
  const program = ts.createProgram([file], { noLib: true, types: [] });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file));
  // What a module passes on is described where it is declared.
  const own = checker
    .getExportsOfModule(module)
    .filter(
      ({ flags, declarations }) => !(flags & ts.SymbolFlags.Alias) && declarations.some((one) => one.getSourceFile().fileName === file),
    );
  return own.map((symbol) => ({ symbol, name: symbol.name, checker }));
}

describe('the reference', () => {
  for (const [page, types] of [
    ['api.html', 'index.d.ts'],
    ['api-fetch.html', 'fetch.d.ts'],
    ['api-read.html', 'read.d.ts'],
    ['api-job.html', 'job.d.ts'],
    ['api-otel.html', 'otel.d.ts'],
    ['api-store-redis.html', 'store-redis.d.ts'],
    ['api-store-postgres.html', 'store-postgres.d.ts'],
    ['api-store-deno-kv.html', 'store-deno-kv.d.ts'],
    ['api-slim.html', 'slim.d.ts'],
    ['api-worker.html', 'worker.d.ts'],
    ['api-widget.html', 'widget.d.ts'],
  ]) {
    test(`${page} has every export of ${types}, and lists it`, () => {
      const all = exportsOf(dist(types));
      assert.ok(all.length > 0);
      for (const { name } of all) {
        assert.ok(files.get(page).includes(`<section class="entry" id="${name}"`), name);
        assert.ok(files.get(page).includes(`<li><a href="#${name}">${name}</a></li>`), name);
      }
    });

    test(`${page} has every member, description, @throws, @default and @example of ${types}`, () => {
      const text = textOf(page);
      for (const { symbol, name, checker } of exportsOf(dist(types))) {
        const declarations = symbol.declarations.flatMap((one) => [one, ...(one.members ?? [])]);
        for (const one of declarations) {
          const isPrivate = ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
          if (isPrivate) continue;
          if (one.name) assert.ok(text.includes(one.name.getText()), `${name}: ${one.name.getText()}`);
          const own = checker.getSymbolAtLocation(one.name ?? one);
          const parts = own ? own.getDocumentationComment(checker) : [];
          for (const part of parts.filter(({ kind }) => kind === 'text'))
            for (const piece of plain(part.text)
              .split('`')
              .filter((each) => each.trim()))
              assert.ok(text.includes(piece.trim()), `${name}: ${piece}`);
          for (const tag of ts.getJSDocTags(one)) {
            const said = plain(ts.getTextOfJSDocComment(tag.comment) ?? '')
              .replaceAll('`', tag.tagName.text === 'throws' ? '' : '`')
              .trim();
            assert.ok(text.includes(said.replace(/\{@link (\w+)\}/g, '$1')), `${name} @${tag.tagName.text}: ${said}`);
          }
        }
      }
    });
  }

  test('leads to what a module passes on', () => {
    assert.match(files.get('api-fetch.html'), /Also exported from here: <a href="api\.html#bcFetch"><code>bcFetch<\/code><\/a>, /);
    assert.match(files.get('api-read.html'), /<a href="api\.html#PasteKind">/);
  });

  test('says what each choice means', async () => {
    const text = textOf('api.html');
    for (const part of [
      "'auth.token-missing' The request carries no access token",
      "'none-needed' It succeeded.",
      '422 Missing or Invalid Data',
      "'retry-after' The server asked for this wait.",
    ]) {
      assert.ok(text.includes(part), part);
    }
    const [, ids] = /type FindingId =([^;]+);/.exec(await readFile(dist('index.d.ts'), 'utf8'));
    for (const id of ids.match(/'[^']+'/g)) assert.ok(text.includes(id), id);
  });

  test('leads from types to types', () => {
    assert.match(files.get('api-worker.html'), /<a href="api\.html#PaceStore">PaceStore<\/a>/);
    assert.match(files.get('api.html'), /<a href="api\.html#Exchange">Exchange<\/a>/);
  });

  test('has the help of every command, as it is printed', () => {
    const text = textOf('api-cli.html');
    const help = (...args) => plain(execFileSync(process.execPath, [dist('cli/main.js'), ...args, '--help'], { encoding: 'utf8' }));
    for (const args of [[], ['list'], ['diagnose'], ['retry'], ['fetch'], ['completion']])
      assert.ok(text.includes(help(...args).trim()), args[0]);
  });

  test('has all that the manifest says of the element', async () => {
    const { modules } = JSON.parse(await readFile(dist('custom-elements.json'), 'utf8'));
    const element = modules.flatMap(({ declarations }) => declarations).find(({ customElement }) => customElement);
    const text = textOf('api-widget.html');
    for (const group of ['attributes', 'events', 'cssParts', 'cssProperties']) {
      assert.ok(element[group].length > 0, group);
      for (const { name, description } of element[group]) {
        assert.ok(text.includes(name), name);
        assert.ok(text.includes(plain(description ?? '').replaceAll('`', '')), description);
      }
    }
  });
});
