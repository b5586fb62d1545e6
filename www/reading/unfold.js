// Records that collectors and exporters wrap around others, or write in a form of their own.

import { REQUEST_LINE } from './shape.js';

/** @type {(value: any) => any[]} */
const listIn = (value) => (Array.isArray(value) ? value : []);

/** @type {(value: unknown) => boolean} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What OpenTelemetry says with the type of a value.
 * @type {(value: any) => any}
 */
const plain = (value) => {
  if (!isObject(value)) return value;
  if (value.arrayValue) return listIn(value.arrayValue.values).map(plain);
  return value.stringValue ?? value.intValue ?? value.doubleValue ?? value.boolValue ?? value.bytesValue ?? null;
};

/** @type {(attributes: any) => object} */
const attributesOf = (attributes) =>
  Object.fromEntries(listIn(attributes).flatMap((item) => (typeof item?.key === 'string' ? [[item.key, plain(item.value)]] : [])));

/** @type {(record: any) => any} */
const flattened = ({ attributes, body, links, events, status, ...record }) => ({
  ...record,
  ...attributesOf(attributes),
  ...(body && { message: plain(body) }),
  ...(isObject(status) && status.message && { reason: status.message }),
});

/**
 * Spans and records of OpenTelemetry, as its protocol has them in JSON.
 * @type {(json: any) => any[]}
 */
const ofTelemetry = (json) =>
  [...listIn(json.resourceSpans), ...listIn(json.resourceLogs)].flatMap((resource) =>
    [...listIn(resource?.scopeSpans), ...listIn(resource?.instrumentationLibrarySpans), ...listIn(resource?.scopeLogs)].flatMap((scope) =>
      [...listIn(scope?.spans), ...listIn(scope?.logRecords)].filter(isObject).map(flattened),
    ),
  );

/**
 * Requests that Sentry noted before an event.
 * @type {(json: any) => any[]}
 */
const ofBreadcrumbs = ({ breadcrumbs }) =>
  listIn(breadcrumbs?.values ?? breadcrumbs).flatMap((crumb) =>
    isObject(crumb?.data) && crumb.data.url && (crumb.data.status_code || crumb.data['http.response.status_code'])
      ? [{ time: crumb.timestamp, ...crumb.data, status: crumb.data.status_code ?? crumb.data['http.response.status_code'] }]
      : [],
  );

/**
 * Google's logs, and Cloudflare's: who was asked has names of their own.
 * @type {(json: any) => any}
 */
const renamed = (json) => {
  const { httpRequest } = json;
  if (isObject(httpRequest) && httpRequest.status) {
    const { requestMethod: method, requestUrl: url, status } = httpRequest;
    return { time: json.timestamp, method, url, status, message: json.textPayload ?? json.jsonPayload?.message ?? '' };
  }
  if (json.EdgeResponseStatus && json.ClientRequestURI) {
    const { ClientRequestMethod: method, ClientRequestHost: host, ClientRequestURI: url, EdgeResponseStatus: status } = json;
    return { time: json.EdgeStartTimestamp, method, url: host ? `https://${host}${url}` : url, status };
  }
  const { request, method, url, uri } = json;
  if (typeof request !== 'string' || url || uri) return undefined;
  if (REQUEST_LINE.test(request)) {
    const [asked, path] = request.split(' ', 2);
    return { ...json, request: undefined, method: asked, url: path };
  }
  // Apache's, where the query is apart.
  return method && request.startsWith('/')
    ? { ...json, request: undefined, query: undefined, url: request + (json.query || '') }
    : undefined;
};

/**
 * The records in a record, if it holds others or has to be read as another; undefined where it is one as it is.
 * @type {(json: any) => any[] | undefined}
 */
export const unfolded = (json) => {
  if (json.resourceSpans || json.resourceLogs) return ofTelemetry(json);
  if (json.breadcrumbs) {
    const crumbs = ofBreadcrumbs(json);
    if (crumbs.length) return crumbs;
  }
  const other = renamed(json);
  return other && [other];
};

/** What only somebody writes who tells of a request himself. */
const OWN = ['method', 'url', 'status', 'statusCode', 'req', 'res', 'request', 'response'];

/**
 * The text that a collector keeps in a record: what a container or a function wrote.
 * @type {(json: any) => string | undefined}
 */
export const wrappedIn = (json) => {
  if (typeof json.log === 'string' && (typeof json.stream === 'string' || json.kubernetes)) return json.log;
  const { message } = json;
  const isWrapped = typeof message === 'string' && message.startsWith('{"') && /\}\s*$/.test(message);
  return isWrapped && !OWN.some((name) => name in json) ? message : undefined;
};
