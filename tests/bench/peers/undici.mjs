// https://github.com/nodejs/undici/blob/main/docs/docs/api/RetryAgent.md
import { Agent, Dispatcher, request, RetryAgent } from 'undici';

/** What it wraps is no fetch. */
const agentOf = (fetch) =>
  new (class extends Dispatcher {
    dispatch({ origin, path, ...options }, handler) {
      const controller = { paused: false, aborted: false, resume() {}, pause() {}, abort() {} };
      handler.onRequestStart(controller, {});
      const answer = async () => {
        const { status, headers } = await fetch(`${origin}${path}`, options);
        handler.onResponseStart(controller, status, Object.fromEntries(headers), '');
        handler.onResponseEnd(controller, {});
      };
      // A handler that wants to repeat throws what it has got.
      answer().catch((error) => handler.onResponseError(controller, error));
      return true;
    }
  })();

export const create = ({ fetch, wait = true } = {}) => {
  const dispatcher = new RetryAgent(fetch ? agentOf(fetch) : new Agent(), { maxRetries: 3, ...(!wait && { minTimeout: 0 }) });
  return (url, init) => request(url, { ...init, dispatcher });
};
