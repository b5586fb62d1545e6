/** What a scripted status number stands for: the body and headers that BigCommerce sends with it. */
import * as answers from './answers.mjs';

const titles = {
  400: 'Input is invalid',
  403: "You don't have a required scope to access the endpoint",
  404: 'The requested resource was not found.',
  405: 'The method is not allowed for this resource',
  409: 'The request conflicts with the current state of the resource',
  413: 'The request payload is too large',
  422: 'JSON data is missing or invalid',
  423: 'The resource is locked',
  500: 'Internal Server Error',
  501: 'The method is not implemented',
  507: 'The plan of the store allows no more of these',
};

/** Answered in front of the store, so nothing tells about its quota. */
const withoutQuota = new Set([301, 302, 401, 405, 406, 415, 501, 502, 503, 504]);

export function realistic(status, { path }, window) {
  const answer = byStatus(status, path);
  if (withoutQuota.has(status)) return answer;
  const quota = window.headers(status === 429 ? { left: 0 } : {});
  return { ...answer, headers: { ...answer.headers, ...quota } };
}

function byStatus(status, path) {
  switch (status) {
    case 200:
      return answers.json(200, path.startsWith('/v2/') ? {} : { data: {}, meta: {} });
    case 201:
      return answers.json(201, path.startsWith('/v2/') ? { id: 1 } : { data: { id: 1 }, meta: {} });
    case 202:
      return answers.json(202, {});
    case 204:
      return answers.noContent();
    case 207:
      return answers.json(207, partly());
    case 301:
    case 302:
      return answers.movedTo('/moved', status);
    case 304:
      return { status: 304, headers: {}, body: null };
    case 401:
      return answers.json(401, { status: 401, title: 'Unauthorized' });
    case 406:
      return answers.failure(path, 406, 'The Accept header names no type that can be sent');
    case 415:
      return answers.html(415, answers.htmlPage('Unsupported Media Type'));
    case 422:
      return answers.failure(path, 422, titles[422], { errors: { name: 'error.path.missing' } });
    case 429:
      return answers.tooManyRequests();
    case 502:
    case 504:
      return answers.gatewayError(status);
    case 503:
      return answers.maintenance(path);
    default:
      return other(status, path);
  }
}

const other = (status, path) =>
  status < 300 ? answers.json(status, {}) : answers.failure(path, status, titles[status] ?? `Status ${status}`);

const partly = () => ({
  data: [{ id: 77 }],
  errors: answers.problemBody(422, 'Some of the items could not be saved', {
    errors: { 1: 'No product has this id' },
  }),
  meta: { total: 2, success: 1, failed: 1 },
});
