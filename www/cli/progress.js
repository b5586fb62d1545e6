// How a request goes, on standard error: a line for each repeat, which counts down on a terminal.

import { status } from '../known.js';
import { duration } from '../core/duration.js';
import { note, passingLine } from './print.js';

/** @import { AttemptEvent, RetryEvent } from 'bc-status' */

/** @typedef {{ onAttempt?: (event: AttemptEvent) => void, onRetry: (event: RetryEvent) => void, end: () => void }} Progress */

const TICK_MS = 100;

/**
 * The hooks of a fetch, and `end()` for when there is nothing more to show.
 * @type {() => Progress}
 */
export const createProgress = () => (process.stderr.isTTY ? onTerminal(process.stderr) : { ...inLog, end() {} });

/** @type {{ onRetry: (event: RetryEvent) => void }} */
const inLog = {
  onRetry: (event) => note(`${endOf(event)}; attempt ${event.attempt + 1} in ${duration(event.decision.delayMs)}`),
};

/** @type {(event: RetryEvent) => string} */
const endOf = ({ status: code, failure }) => (code ? `${code} ${status(code).text}` : WORDS[/** @type {string} */ (failure)]);

/** @type {Record<string, string>} */
const WORDS = { network: 'No answer', timeout: 'No answer in time', aborted: 'Aborted' };

/** @type {(stream: NodeJS.WriteStream) => Progress} */
const onTerminal = (stream) => {
  const { show, clear } = passingLine(stream);
  /** @type {any} */
  let ticking;
  const end = () => {
    clearInterval(ticking);
    clear();
  };
  process.once('exit', end);
  return {
    /** @param {AttemptEvent} event */
    onAttempt({ attempt, method, url }) {
      clearInterval(ticking);
      show(`${method} ${url}${attempt > 1 ? ` (attempt ${attempt})` : ''} …`);
    },
    /** @param {RetryEvent} event */
    onRetry(event) {
      clear();
      inLog.onRetry(event);
      const until = performance.now() + event.decision.delayMs;
      const count = () => show(`retry in ${duration(Math.max(0, until - performance.now()))}, ctrl-C to stop`);
      count();
      ticking = setInterval(count, TICK_MS);
    },
    end() {
      process.off('exit', end);
      end();
    },
  };
};
