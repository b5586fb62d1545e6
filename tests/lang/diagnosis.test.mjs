// Diagnoses in other languages beside the English ones.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { diagnose } from '../../pkg/dist/index.js';
import { diagnoseIn } from '../../pkg/dist/core/diagnose.js';
import { PAGE_WORDS } from '../../pkg/dist/knowledge/page-words.js';
import { REASONS } from '../../pkg/dist/knowledge/reasons.js';
import { renderDiagnosis, renderStatus } from '../../pkg/dist/core/render.js';
import { about } from '../../pkg/dist/widget/codes.js';
import { topics } from '../accuracy/main.mjs';
import { de, english, englishIn, languages } from './words.mjs';

const inGerman = (exchange) => diagnoseIn(de, exchange);

const STORE = 'https://api.bigcommerce.com/stores/k7m2p9q4';
const post = (status, body, more) => ({ method: 'POST', url: `${STORE}/v3/catalog/products`, status, body, ...more });
const labelled = Object.values(topics)
  .flat()
  .map(({ exchange }) => exchange);
const bodies = readFileSync(new URL('../bodies/fixtures.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .map(({ method, url, status, body }) => ({ method, url, status, body: body ?? undefined }));

const EXCHANGES = [...labelled, ...bodies];

/** What of a text is the exchange's own: code, and numbers as English writes them. */
const slotsOf = (text) => {
  const quoted = text.replace(/[„“][^“”]*[“”]|«[^»]*»/g, '');
  const spans = quoted.split('`').filter((_, at) => at % 2);
  const numbers = quoted.replace(/`[^`]*`/g, '').match(/\d+([.,\u202f]\d+)*/g) ?? [];
  return [...spans, ...numbers.map((number) => number.replace(/[.,\u202f]/g, '.'))].sort();
};

const sayings = ({ title, evidence, solutions }) => [title, evidence, ...solutions];

/** Evidence that is the same in every language: a status and nothing else. */
const WORDLESS = /^HTTP \d{3}$/;

const FINDINGS = /^(request|auth|resource|payment|limit|graphql|result|network|platform|other)\./;

for (const [lang, { module }] of Object.entries(languages)) {
  test(`a diagnosis in ${lang} finds the same as the English one, in its words, with the same slots`, () => {
    const seen = new Set();
    for (const exchange of EXCHANGES) {
      const [original, other] = [diagnose(exchange), diagnoseIn(module, exchange)];
      const form = ({ findings }) =>
        findings.map(({ id, confidence, url, solutions, values }) => ({ id, confidence, url, solutions: solutions.length, values }));
      assert.deepEqual(form(other), form(original));
      for (const [at, finding] of other.findings.entries()) {
        seen.add(finding.id);
        const originals = sayings(original.findings[at]);
        for (const [place, text] of sayings(finding).entries()) {
          if (!WORDLESS.test(text)) assert.notEqual(text, originals[place], finding.id);
          assert.equal(englishIn(text.replace(/“[^”]*”/g, ''), lang), undefined, `${finding.id}: ${text}`);
          assert.doesNotMatch(text, /\{(method|path|host|port|waitMs|left|quota)\}/, finding.id);
          assert.deepEqual(slotsOf(text), slotsOf(originals[place]), `${finding.id}: ${text}`);
        }
      }
      const { retry, reason } = original.retry;
      assert.equal(other.retry.retry, retry);
      assert.equal(other.retry.reason, module.reasons[Object.keys(REASONS).find((name) => REASONS[name] === reason)]);
    }
    assert.deepEqual(
      [...english.keys()].filter((id) => FINDINGS.test(id) && !seen.has(id)),
      [],
      'every finding was seen',
    );
  });
}

describe('a German diagnosis', () => {
  test('leaves English as it was', () => {
    const before = EXCHANGES.map((exchange) => JSON.stringify(diagnose(exchange)));
    for (const exchange of EXCHANGES) diagnoseIn(de, exchange);
    assert.deepEqual(
      EXCHANGES.map((exchange) => JSON.stringify(diagnose(exchange))),
      before,
    );
    // Turn by turn too.
    for (const [at, exchange] of EXCHANGES.slice(0, 20).entries()) {
      diagnoseIn(de, exchange);
      assert.equal(JSON.stringify(diagnose(exchange)), before[at]);
    }
    assert.equal(JSON.stringify(diagnoseIn({}, EXCHANGES[0])), before[0], 'a language without words');
  });

  test('writes numbers, durations and quotas as German does', () => {
    const [quota] = inGerman({
      url: `${STORE}/v3/carts`,
      status: 429,
      headers: {
        'X-Rate-Limit-Requests-Left': '0',
        'X-Rate-Limit-Requests-Quota': '150',
        'X-Rate-Limit-Time-Reset-Ms': '4200',
        'X-Rate-Limit-Time-Window-Ms': '30000',
      },
    }).findings;
    assert.equal(quota.evidence, 'Laut den Headern füllt sich das Kontingent in 4,2 s wieder auf.');
    assert.equal(quota.solutions[0], '4,2 s warten: noch 0 von 150 übrig. Die Anfrage wurde nicht ausgeführt.');
  });

  test('quotes what gives a finding away', () => {
    const evidence = (exchange) => inGerman(exchange).findings[0].evidence;
    assert.equal(evidence(post(422, { title: 'The name is a duplicate of “x”' })), 'Der Body sagt: „The name is a duplicate of “x”“');
    assert.equal(evidence(post(422, { errors: { name: 'error.path.missing' } })), 'Der Body sagt: „error.path.missing“');
    assert.equal(evidence({ ...post(undefined), failure: 'timeout' }), 'Keine Antwort auf POST `/stores/k7m2p9q4/v3/catalog/products`');
    assert.equal(evidence(post(418, 'x', { url: `${STORE}/v3/a to b` })), 'HTTP 418 auf POST `/stores/k7m2p9q4/v3/a to b`');
  });

  test('does not take the words of a body for the core’s', () => {
    const marked = '\u2068a of b\u2069';
    const { classification, findings } = inGerman(
      post(422, { title: 'It is not valid.', errors: { [marked]: `${marked} is not valid`, sku: 'It is too long.' } }),
    );
    assert.equal(classification.error.title, 'It is not valid.');
    assert.ok(classification.error.items.some(({ message }) => message === 'It is too long.'));
    assert.ok(classification.error.items.some(({ message, field }) => message === `${marked} is not valid` && field === marked));
    assert.ok(findings.some(({ solutions }) => solutions.some((text) => text.includes('a of b'))));
    const { evidence } = findings.find((finding) => finding.evidence.startsWith('Der Body sagt'));
    assert.equal(evidence, 'Der Body sagt: „It is not valid.“');
  });
});

const source = (path) => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8').split('#[cfg(test)]')[0];

describe('what the core says itself', () => {
  test('is in the words for every note', () => {
    const names = [...source('body.rs').matchAll(/\.note\(words, "([^"]*)"/g)].map(([, name]) => `note.${name}`);
    assert.ok(names.length > 5, 'the calls of note were not found');
    assert.deepEqual([...english.keys()].filter((id) => id.startsWith('note.')).sort(), [...new Set(names)].sort());
  });

  test('is in the words for every code of the validator', () => {
    const rows = [.../ROWS: &str = "([^]*?)";/.exec(source('body/validator.rs'))[1].matchAll(/([\w.]+)=(\w+)/g)];
    assert.ok(rows.length > 10, 'the rows were not found');
    for (const [, code, name] of [...rows, ['', 'surprise', 'code']]) {
      assert.ok(english.has(`body.${name}`), name);
      const [item] = inGerman(post(422, { errors: { name: `error.${code}` } })).classification.error.items;
      assert.equal(englishIn(item.message), undefined, `${code}: ${item.message}`);
      assert.ok(item.message, code);
    }
  });

  const noteOf = (exchange) => inGerman(exchange).classification.error.note;
  const NOTES = {
    'a compressed body': [post(500, '\u0001\u0002\u0003\u0004'), 'Der Body ist kein Text; er ist vielleicht komprimiert.'],
    'another status in the body': [
      post(422, { status: 404, title: 'x' }),
      'Der Body nennt den Status 404; der Status der Antwort selbst gilt.',
    ],
    'a body that is cut': [post(422, '{"title": "x", "errors": {"a": '), 'Der Body bricht mittendrin ab.'],
    'a body that is long, with too many complaints': [
      post(422, { errors: Array.from({ length: 5000 }, (_, at) => ({ message: `${at} ${'x'.repeat(60)}` })) }),
      /^Der Body bricht mittendrin ab\. Nur die ersten 256 KB des Bodys wurden gelesen\. Nur die ersten 1000 von \d{4} Beanstandungen sind aufgeführt\.$/,
    ],
    'a deep body': [
      post(422, `{"title": "x", "a": ${'['.repeat(80)}${']'.repeat(80)}}`),
      'Was mehr als 64 Ebenen tief verschachtelt ist, wurde weggelassen.',
    ],
    'something behind JSON': [post(422, '{"title": "x"} and more'), 'Ein Teil des Bodys ist kein JSON und bleibt, wie er ist.'],
  };
  for (const [name, [exchange, wanted]] of Object.entries(NOTES)) {
    test(`notes ${name} in German`, () => {
      if (typeof wanted === 'string') assert.equal(noteOf(exchange), wanted);
      else assert.match(noteOf(exchange), wanted);
    });
  }

  test('stands in German where a body has no words', () => {
    const job = inGerman({ url: `${STORE}/v3/jobs/1`, status: 200, body: { data: { status: 'failed' } } });
    assert.equal(job.classification.error.title, 'Der Job ist gescheitert.');
    const refused = inGerman(post(422, { data: [], errors: [{ status: 422, data: { sku: 'AB-1' } }] }));
    assert.ok(
      refused.classification.error.items.some(({ message }) => message === 'Ohne Meldung abgelehnt (sku AB-1)'),
      JSON.stringify(refused.classification.error),
    );
  });
});

describe('a language that is not whole', () => {
  const throttled = post(429, { title: 'x' }, { headers: { 'x-rate-limit-time-reset-ms': '4200' } });
  const english = diagnose(throttled);

  test('is said in English where it lacks words', () => {
    for (const language of [
      undefined,
      null,
      {},
      { words: '' },
      { words: 42 },
      { words: {} },
      { words: true, reasons: [] },
      { reasons: {} },
      { reasons: 'x' },
    ]) {
      assert.deepEqual(diagnoseIn(language, throttled), english, JSON.stringify(language));
    }
    const [finding] = diagnoseIn({ words: 'limit.quota\n Titre\n Attendre {waitMs}.\n' }, throttled).findings;
    assert.equal(finding.title, 'Titre');
    assert.deepEqual(finding.solutions, ['Attendre 4.2 s.']);
    assert.equal(finding.evidence, english.findings[0].evidence);
    for (const words of [null, {}, { decimal: '.' }, { confidence: null }]) {
      assert.equal(renderDiagnosis(english, 'text', words).replaceAll('()', ''), renderDiagnosis(english, 'text'), JSON.stringify(words));
    }
  });

  test('keeps what an answer holds as it is', () => {
    const page = renderDiagnosis(diagnose({ ...throttled, headers: { 'x-request-id': 'a$&b$$' } }), 'text');
    assert.match(page, /`a\$&b\$\$`\n$/);
  });
});

describe('German pages', () => {
  const FORMATS = ['text', 'markdown', 'html'];

  test('have no English in them', () => {
    const items = Array.from({ length: 25 }, () => ({ price: 'error.min' }));
    const diagnosis = inGerman(post(429, { errors: items }, { headers: { 'x-request-id': 'r1', 'x-retry-after': '4.2' } }));
    const text = renderDiagnosis(diagnosis, 'text', de.render);
    assert.match(text, /^429 Too Many Requests: throttled\n/);
    assert.match(text, / {2}- Index 0, `price`: Es ist zu klein\.\n/);
    assert.match(text, / {2}- … und 5 weitere\n/);
    assert.match(text, /\nErneut senden\?\nJa, nach 4,2 s\. /);
    assert.match(text, /\nAnfrage-ID für den Support von BigCommerce: `r1`\n$/);
    for (const line of text.split('\n').slice(1)) assert.equal(englishIn(line.replace(/https:\S+/, '')), undefined, line);
  });

  test('say all of a code', () => {
    for (const code of [200, 429, 418, 299, 700]) {
      for (const format of FORMATS) {
        const page = renderStatus(code, format, de.render, about(code, de));
        const known = about(code, de);
        const plain = (text) => text.replace(/[`"&<>*[\]\\]/g, '');
        const shown = plain(page.replace(/<\/?code>/g, '').replace(/&quot;/g, ''));
        for (const text of [known.purpose, known.advice, ...known.causes, ...known.solutions]) {
          assert.ok(shown.includes(plain(text)), `${code} ${format}: ${text}`);
        }
        assert.equal(page.includes('Common causes') || page.includes('What to do') || page.includes('Read on'), false);
      }
    }
  });

  test('are English by default', () => {
    const diagnosis = diagnose(post(429, { title: 'x' }, { headers: { 'x-request-id': 'r1' } }));
    for (const format of FORMATS) {
      assert.equal(renderDiagnosis(diagnosis, format), renderDiagnosis(diagnosis, format, PAGE_WORDS));
      assert.equal(renderStatus(429, format), renderStatus(429, format, PAGE_WORDS));
      assert.equal(renderStatus(429, format), renderStatus(429, format, PAGE_WORDS, about(429)));
    }
    assert.match(renderStatus(429, 'text'), /\nCommon causes\n[^]*\nWhat to do\n[^]*\nRead on\n/);
  });
});
