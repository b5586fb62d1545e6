// How a request goes, on standard error: a line for each repeat, which counts down on a terminal.

import { status } from '../index.js';
import { duration } from '../core/duration.js';
import { note, passingLine } from './print.js';

const TICK_MS = 100;

/** The hooks of a fetch, and `end()` for when there is nothing more to show. */
export const createProgress = () => (process.stderr.isTTY ? onTerminal(process.stderr) : { ...inLog, end() {} });

const inLog = {
  onRetry: (event) => note(`${endOf(event)}; attempt ${event.attempt + 1} in ${duration(event.decision.delayMs)}`),
};

const endOf = ({ status: code, failure }) => (code ? `${code} ${status(code).text}` : WORDS[failure]);

const WORDS = { network: 'No answer', timeout: 'No answer in time', aborted: 'Ended' };

const onTerminal = (stream) => {
  const { show, clear } = passingLine(stream);
  let ticking;
  const end = () => {
    clearInterval(ticking);
    clear();
  };
  process.once('exit', end);
  return {
    onAttempt({ attempt, method, url }) {
      clearInterval(ticking);
      show(`${method} ${url}${attempt > 1 ? ` (attempt ${attempt})` : ''} …`);
    },
    onRetry(event) {
      clear();
      inLog.onRetry(event);
      const until = performance.now() + event.decision.delayMs;
      const count = () => show(`again in ${duration(Math.max(0, until - performance.now()))}, ctrl-C to stop`);
      count();
      ticking = setInterval(count, TICK_MS);
    },
    end() {
      process.off('exit', end);
      end();
    },
  };
};
