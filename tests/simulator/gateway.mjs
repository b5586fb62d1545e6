/** The checks in front of every handler, in the order in which they were measured: route, authentication, store, scope. */
import * as answers from './answers.mjs';
import { findRoute } from './routes.mjs';

export const maintenancePhases = ['off', 'on', 'suspended'];

/** The complete answer to a request. */
export function answerTo(request, { store, window }) {
  const route = findRoute(request);
  if (!route) return answers.text(404, 'The route is not found, check the URL');
  const refusal = route.managed ? refuse(request, route, store) : closed(request, store);
  if (refusal) return refusal;

  const parsed = { ...request, params: route.params, json: parse(request.bodyText) };
  if (!route.managed) return route.handler(store, parsed);

  const answer = window.take() ? fromStore(route, store, parsed) : answers.tooManyRequests();
  return { ...answer, headers: { ...answer.headers, ...window.headers() } };
}

const refuse = (request, route, store) =>
  unauthenticated(request, store) ?? forbidden(request, route, store) ?? closed(request, store) ?? unacceptable(request);

function unauthenticated({ headers }, store) {
  const token = headers['x-auth-token'];
  if (token === undefined) return answers.text(401, 'X-Auth-Token header is required');
  if (token.trim() === '') return answers.text(401, 'X-Auth-Token header should have correct format');
  if (token !== store.token && token !== store.readOnlyToken) return answers.json(401, { status: 401, title: 'Unauthorized' });
  return null;
}

/** A wrong store and a missing scope look alike, so the answer never tells which of the two it is. */
function forbidden({ method, headers, storeHash }, route, store) {
  const onlyReads = headers['x-auth-token'] === store.readOnlyToken;
  const writes = method !== 'GET' && method !== 'HEAD';
  const inScope = storeHash === store.hash && !(route.scope && onlyReads && writes);
  return inScope
    ? null
    : answers.problem(403, "You don't have a required scope to access the endpoint", {
        errors: {},
      });
}

function closed({ path }, store) {
  if (store.maintenance === 'off') return null;
  return store.maintenance === 'suspended' ? answers.suspended(path) : answers.maintenance(path);
}

function unacceptable({ method, path, headers, bodyText }) {
  const accept = headers.accept ?? '*/*';
  if (!/\*\/\*|application\/(\*|json)/i.test(accept)) {
    return answers.failure(path, 406, 'The Accept header names no type that can be sent');
  }
  const carriesBody = (method === 'POST' || method === 'PUT') && bodyText !== '';
  if (carriesBody && !/^application\/json\b/i.test(headers['content-type'] ?? '')) {
    return answers.html(415, answers.htmlPage('Unsupported Media Type'));
  }
  return null;
}

function fromStore(route, store, request) {
  if (request.bodyText !== '' && request.json === undefined) {
    return answers.failure(request.path, 400, 'Input is invalid', { detail: 'Syntax error' });
  }
  return route.handler(store, request);
}

function parse(bodyText) {
  try {
    return JSON.parse(bodyText);
  } catch {
    return undefined;
  }
}
