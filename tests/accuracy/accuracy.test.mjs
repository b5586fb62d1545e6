// The labelled exchanges against the built package.

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { describeWrong, findingIds, measure, topics } from './main.mjs';

const CONFIDENCES = ['certain', 'likely', 'possible'];

const isText = (value) => typeof value === 'string' && value.trim() !== '';

describe('the labelled exchanges', () => {
  it('are enough', () => {
    const count = Object.values(topics).flat().length;
    assert.ok(count >= 150, `there are ${count} cases`);
  });

  it('are told apart by their descriptions', () => {
    for (const [topic, cases] of Object.entries(topics)) {
      const abouts = cases.map((one) => one.about);
      const repeated = abouts.filter((about, at) => abouts.indexOf(about) !== at);
      assert.deepEqual(repeated, [], topic);
    }
  });

  it('are labelled with ids that exist, and every id has one', () => {
    const ids = findingIds();
    assert.ok(ids.length > 0, 'the union FindingId was not found in the types');
    const labels = Object.values(topics)
      .flat()
      .flatMap(({ id, or = [] }) => [id, ...or]);
    assert.deepEqual(
      labels.filter((label) => !ids.includes(label)),
      [],
    );
    assert.deepEqual(measure().untested, []);
  });

  it('leave few ties', () => {
    const cases = Object.values(topics).flat();
    const ties = cases.filter((one) => one.or);
    assert.ok(ties.length < cases.length * 0.05, `${ties.length} ties in ${cases.length} cases`);
  });
});

describe('the diagnosis of them', () => {
  let measured;

  before(() => {
    measured = measure();
  });

  it('puts the right finding first in at least 95 percent', () => {
    const { total, wrong } = measured;
    const list = wrong.map(describeWrong).join('\n');
    assert.ok(total.firstShare >= 0.95, `${total.first} of ${total.cases} are right; wrong are\n${list}`);
  });

  it('finds something for all that is neither a success nor unchanged', () => {
    const silent = measured.judged
      .filter(({ diagnosis }) => !['ok', 'not-modified'].includes(diagnosis.classification.outcome))
      .filter(({ diagnosis }) => diagnosis.findings.length === 0)
      .map(({ topic, about }) => `${topic}: ${about}`);
    assert.deepEqual(silent, []);
  });

  it('names what it should', () => {
    const silent = measured.judged.flatMap(({ topic, about, says = [], diagnosis }) => {
      const whole = JSON.stringify(diagnosis.findings);
      return says.filter((part) => !whole.includes(part)).map((part) => `${topic}: ${about}: ${part}`);
    });
    assert.deepEqual(silent, []);
  });

  it('is well-formed', () => {
    const ids = findingIds();
    for (const { topic, about, diagnosis } of measured.judged) {
      for (const finding of diagnosis.findings) {
        const where = `${topic}: ${about}: ${finding.id}`;
        assert.ok(ids.includes(finding.id), where);
        assert.ok(CONFIDENCES.includes(finding.confidence), `${where}: confidence ${finding.confidence}`);
        assert.ok(isText(finding.title), `${where}: title`);
        assert.ok(isText(finding.evidence), `${where}: evidence`);
        assert.ok(Array.isArray(finding.solutions) && finding.solutions.length > 0, `${where}: solutions`);
        assert.ok(finding.solutions.every(isText), `${where}: solutions`);
        assert.equal(new URL(finding.url).protocol, 'https:', where);
      }
    }
  });
});
