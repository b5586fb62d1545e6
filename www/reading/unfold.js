// Records that collectors and exporters wrap around others.

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
 * The records in a record, if it holds others; undefined where it is one as it is.
 * @type {(json: any) => any[] | undefined}
 */
export const unfolded = (json) => {
  if (json.resourceSpans || json.resourceLogs) return ofTelemetry(json);
  const crumbs = json.breadcrumbs ? ofBreadcrumbs(json) : [];
  return crumbs.length ? crumbs : undefined;
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
