import { createFetch, diagnose, explain, isPaceError } from '../../index.js';
import { isCredential } from '../../core/credentials.js';
import { duration } from '../../core/duration.js';
import { checkOutput, writeAnswer } from '../answer.js';
import { EXIT, Failure, misused } from '../exit.js';
import { policyOf } from '../flags.js';
import { isFine } from '../../reading/outcome.js';
import { complain, note, printJson, printPage } from '../print.js';
import { createProgress } from '../progress.js';
import { requestFrom } from '../typed-request.js';

/** @import { Diagnosis, RetryDecision } from 'bc-status' */

/** @typedef {{ response?: any, error?: any, last?: RetryDecision }} Ended */
/** @typedef {{ method: string, headers: Headers, body: Uint8Array | undefined, signal?: AbortSignal }} Init */

/** @type {(values: any, words: string[]) => Promise<number>} */
export const run = async (values, words) => {
  const [url, init] = await requestFrom(oneOf(words), values);
  checkOutput(values.output);
  const timer = timed(values['max-time']);
  try {
    const answer = await sent(url, { ...init, signal: timer.signal }, values);
    return answer.response ? await received(answer, values, secretsOf(init)) : failed(url, init, values, answer);
  } finally {
    timer.stop();
  }
};

/** @type {(words: string[]) => string} */
const oneOf = (words) => {
  if (words.length === 1) return words[0];
  throw misused('fetch takes one URL, such as https://api.bigcommerce.com/stores/HASH/v3/carts');
};

/**
 * A signal that ends with the time, in the middle of a body too.
 * @type {(ms: number | undefined) => { signal: AbortSignal, stop: () => void }}
 */
const timed = (ms) => {
  const controller = new AbortController();
  const late = () => controller.abort(new DOMException('The time is over', 'TimeoutError'));
  const timer = ms === undefined ? undefined : setTimeout(late, ms);
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
};

/**
 * A `response` or an `error`, and in `last` the decision not to send it again.
 * @type {(url: string, init: Init, values: any) => Promise<Ended>}
 */
const sent = async (url, init, { silent, pace, ...values }) => {
  const { end = () => {}, ...hooks } = silent ? {} : createProgress();
  /** @type {RetryDecision | undefined} */
  let last;
  /** @type {(event: { decision: RetryDecision }) => void} */
  const onGiveUp = ({ decision }) => {
    last = decision;
  };
  try {
    return { response: await createFetch({ retry: policyOf(values), pace, onGiveUp, ...hooks })(url, init), last };
  } catch (error) {
    return { error, last };
  } finally {
    end();
  }
};

/** @type {(ended: Ended, values: any, secrets: string[]) => Promise<number>} */
const received = async ({ response, last }, { output, include, ...values }, secrets) => {
  // Of a clone, which has to be made before the body is read.
  const explained = explain(response);
  try {
    await writeAnswer(response, output, { hasHead: include, secrets });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(isLate(error) ? lateness(values) : `the answer was cut off: ${reasonOf(error)}`, EXIT.noAnswer);
  }
  const diagnosis = await explained;
  if (isFine(diagnosis.classification.outcome)) return EXIT.fine;
  tell(diagnosis, last, values);
  return EXIT.found;
};

/** @type {(url: string, init: Init, values: any, ended: Ended) => number} */
const failed = (url, { method, headers, body }, values, { error, last }) => {
  if (isPaceError(error)) throw new Failure(error.message, EXIT.noAnswer);
  if (error.cause?.message === 'bad port') throw misused(`fetch refuses port ${new URL(url).port}, as browsers do; nothing was sent`);
  complain(isLate(error) ? lateness(values) : `no answer: ${reasonOf(error)}`);
  const failure = isLate(error) ? 'timeout' : 'network';
  tell(diagnose({ method, url, requestHeaders: headers, requestBody: body, failure }), last, values);
  return EXIT.noAnswer;
};

/** @type {(error: any) => boolean} */
const isLate = ({ name }) => name === 'TimeoutError';

/** @type {(values: any) => string} */
const lateness = (values) => `no complete answer within ${duration(values['max-time'])}`;

/** @type {(error: any) => string} */
const reasonOf = ({ message, cause }) => cause?.message || cause?.code || message;

/** @type {(found: Diagnosis, last: RetryDecision | undefined, values: any) => void} */
const tell = (found, last, { json, format, profile, 'max-time': most }) => {
  const diagnosis = { ...found, retry: last ?? found.retry };
  if (json) printJson(diagnosis, process.stderr);
  else printPage(diagnosis, format, process.stderr);
  const canWait = profile !== 'background' && most === undefined;
  if (last?.rule === 'budget-exhausted' && canWait && !json) note('--profile background waits that long');
};

/** @type {(init: Init) => string[]} */
const secretsOf = ({ headers }) => [...headers].flatMap(([name, value]) => (isCredential(name) && value.length > 5 ? [value] : []));
