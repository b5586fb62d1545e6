// Reports by strangers with what has to come out of them. Their list lies beside the repository;
// where it is not there, these tests are skipped and say so.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { diagnose } from '../../pkg/dist/index.js';

const LIST = new URL('../../../shared/domain/cases.jsonl', import.meta.url);
const skip = existsSync(LIST) ? false : 'shared/domain/cases.jsonl is not beside the repository';

const cases = skip
  ? []
  : readFileSync(LIST, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));

/** What of it is expected and not so. */
function missed({ exchange, expect }) {
  const diagnosis = diagnose(exchange);
  const { findings, classification, retry } = diagnosis;
  const whole = JSON.stringify(diagnosis);
  const ids = findings.map(({ id }) => id);
  const certain = findings.filter(({ confidence }) => confidence === 'certain').map(({ id }) => id);
  const within = (list, value) => list === undefined || list.includes(value);
  const checks = {
    [`first is ${ids[0]}`]: within(expect.finding, ids[0]),
    [`outcome is ${classification.outcome}`]:
      within(expect.outcome && [expect.outcome], classification.outcome) && !expect.notOutcome?.includes(classification.outcome),
    [`retry is ${retry.retry}, ${retry.rule}`]:
      within(expect.retry === undefined ? undefined : [expect.retry], retry.retry) && within(expect.rule, retry.rule),
    [`delay is ${retry.delayMs}`]: retry.delayMs >= (expect.min ?? 0) && retry.delayMs <= (expect.max ?? Infinity),
    [`found are ${ids}`]: !expect.notFinding?.some((id) => ids.includes(id)),
    [`certain are ${certain}`]: !expect.notCertain?.some((id) => certain.includes(id)),
    'something is not said': (expect.says ?? []).every((part) => whole.includes(part)),
    'something is said': !expect.notSays?.some((part) => whole.includes(part)),
  };
  return Object.keys(checks).filter((name) => !checks[name]);
}

describe('reports by strangers', { skip }, () => {
  for (const one of cases) it(one.name, () => assert.deepEqual(missed(one), []));
});
