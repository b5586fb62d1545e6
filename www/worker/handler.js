// A Worker in front of a store: what is allowed goes there with the token, and what comes
// back is handed on. Each step either passes or throws the Problem that is the answer.

import { bodyDeadline, lengthOf } from './request-body.js';
import { createCache } from './cache.js';
import { createCallers } from './callers.js';
import { createCors, isPreflight } from './cors.js';
import { createForward } from './forward.js';
import { createKnowledge } from './status-pages.js';
import { handlerOptions } from './handler-options.js';
import { Problem } from './problem.js';
import { createSend } from './send.js';
import { OVERRIDES, targetOf } from './target.js';

/** @import { Page } from './cors.js' */
/** @import { Context, HandlerOptions } from 'bc-status/worker' */

/** @param {HandlerOptions} options */
export const createHandler = (options) => {
  const settings = handlerOptions(options);
  const { prefix, rules, authorize, maxBodyBytes, bodyTimeoutMs, onProblem } = settings;
  const cors = createCors(settings);
  const knowledge = createKnowledge(settings);
  const callers = createCallers(settings);
  const isCounted = Boolean(settings.pace || settings.perCaller);
  const forward = createForward(settings, createSend(settings), createCache(settings));

  /** @type {(request: Request, env: any, ctx: Context, page: Page) => Promise<Response>} */
  const answerTo = async (request, env, ctx, page) => {
    const target = targetOf(request.url, prefix);
    if (knowledge?.has(target.path)) return knowledge.answer(request, target.path);
    if (isPreflight(request)) return cors.preflight(request, target.path, page);
    if (page.isForeign) throw page.refusal();
    admit(request, target.path);
    const leave = await callers.enter(request, env);
    const isOver = isCounted ? untilOver(ctx) : undefined;
    // `authorize` may read the body as well.
    const deadline = bodyDeadline(request, bodyTimeoutMs);
    try {
      const verdict = authorize ? await deadline.within(authorize(request, env, ctx)) : true;
      if (verdict instanceof Response) return new Response(verdict.body, verdict);
      if (verdict !== true) throw new Problem(403, 'not-authorized', 'This request is not authorized.');
      return await forward(request, env, ctx, target, deadline);
    } finally {
      deadline.stop();
      leave();
      isOver?.();
    }
  };

  /** @type {(request: Request, path: string) => void} */
  const admit = (request, path) => {
    const { method, headers } = request;
    if (!rules.allows(method, path)) throw rules.refusal(method, path);
    const override = OVERRIDES.find((name) => headers.has(name));
    if (override) {
      throw new Problem(400, 'method-override', `The method is ${method}; \`${override}\` cannot change it.`);
    }
    lengthOf(request, maxBodyBytes);
  };

  /**
   * What went wrong as an answer; of an error that is no Problem nothing is told but to the hook.
   * @type {(error: unknown, request: Request, ctx: Context | undefined) => Response}
   */
  const problemFrom = (error, request, ctx) => {
    const isOwn = error instanceof Problem;
    const problem = isOwn ? error : new Problem(500, 'handler-failed', 'The Worker itself failed.');
    if (onProblem) {
      const told = Promise.resolve().then(() => onProblem(problem.full, isOwn ? undefined : error));
      ctx?.waitUntil(told.catch(() => {}));
    }
    return problem.toResponse(request.method);
  };

  return {
    /**
     * @param {Request} request
     * @param {any} env
     * @param {Context} ctx
     */
    async fetch(request, env, ctx) {
      let page = cors.stranger;
      let answer;
      try {
        page = await cors.pageOf(request, env);
        answer = await answerTo(request, env, ctx, page);
      } catch (error) {
        answer = problemFrom(error, request, ctx);
      }
      return page.dress(answer);
    },
  };
};

/**
 * Where the caller goes away Workers stop in the middle, unless something is waited for: permits
 * of the pacer and places of the caller would stay taken. Returns how to say that it is over.
 * @type {(ctx: Context | undefined) => (() => void) | undefined}
 */
const untilOver = (ctx) => {
  /** @type {any} */
  let end;
  ctx?.waitUntil(new Promise((resolve) => (end = resolve)));
  return end;
};
