/**
 * Answers queued for the next requests of a method and path. One answer is a status number, or an object
 *
 *     { status, headers, body, delayMs, drop, stall }
 *
 * What an object leaves out is filled in: no `status` means the normal answer, no `headers` or `body` those that are realistic
 * for the status. `headers: {}` sends none of the rate limit headers, `body: null` no body. `drop` cuts the connection before
 * any answer, `stall` sends the headers and half of the body and then nothing more.
 * A scripted answer comes before every check of the gateway.
 */
import { realistic } from './statuses.mjs';

export function createScript() {
  const queues = new Map();
  const key = (method, path) => `${method.toUpperCase()} ${path}`;

  return {
    add(method, path, answers) {
      const checked = [answers].flat().map(toObject);
      const queue = queues.get(key(method, path)) ?? [];
      queues.set(key(method, path), [...queue, ...checked]);
    },

    clear: () => queues.clear(),

    /** The next answer for this request, complete, or null when nothing is queued. */
    take(request, { window, normal }) {
      const planned = queues.get(key(request.method, request.path))?.shift();
      if (planned === undefined) return null;
      if (planned.drop) return { drop: true, delayMs: planned.delayMs };
      const whole = planned.status === undefined ? normal() : realistic(planned.status, request, window);
      return { ...whole, ...planned, headers: headersOf(planned, whole) };
    },
  };
}

function toObject(answer) {
  if (typeof answer === 'number') return { status: answer };
  if (answer === null || typeof answer !== 'object') throw new TypeError('an answer is a status number or an object');
  return answer;
}

function headersOf(planned, whole) {
  const contentType = planned.body === undefined ? whole.headers['content-type'] : contentTypeOf(planned.body);
  const type = contentType ? { 'content-type': contentType } : {};
  if (planned.headers) return { ...type, ...lowerCase(planned.headers) };
  const { 'content-type': _, ...rest } = whole.headers;
  return { ...type, ...rest };
}

function contentTypeOf(body) {
  if (body === null || body === '') return null;
  return typeof body === 'string' ? 'text/plain' : 'application/json';
}

const lowerCase = (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
