/** Answers as plain values `{ status, headers, body }`; an object as body is sent as JSON. */

const documentation = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

export const text = (status, body) => ({ status, headers: { 'content-type': 'text/plain' }, body });

export const html = (status, body) => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});

export const json = (status, body, headers = {}) => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

export const noContent = () => ({ status: 204, headers: {}, body: null });

/** The error object of V3. */
export const problemBody = (status, title, members = {}) => ({
  status,
  title,
  type: documentation,
  ...members,
});

export const problem = (status, title, members) => json(status, problemBody(status, title, members));

/** The error list of V2. */
export const v2Error = (status, message) => json(status, [{ status, message }]);

/** An error in the shape of the version that was asked. */
export const failure = (path, status, words, members) =>
  path.startsWith('/v2/') ? v2Error(status, words) : problem(status, words, members);

export function movedTo(location, status = 301) {
  const answer = html(status, htmlPage('Moved', `<p>See <a href="${location}">${location}</a>.</p>`));
  return { ...answer, headers: { ...answer.headers, location } };
}

export const htmlPage = (title, content = '') =>
  `<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body><h1>${title}</h1>${content}</body>\n</html>\n`;

/** The window is spent. The caller adds the rate limit headers. */
export const tooManyRequests = () => problem(429, 'Too many requests', { errors: {} });

/** 429 because the platform is under load: no headers, and nothing in it says how long. */
export const platformLoad = () => ({ status: 429, headers: {}, body: null });

/** 429 with the older header, in seconds. */
export const retryAfter = (seconds) => ({
  status: 429,
  headers: { 'x-retry-after': String(seconds) },
  body: tooManyRequests().body,
});

/** A storefront refuses what looks automated: a problem whose `type` is a bare word, or a page. */
export const spamProtection = (form = 'word') =>
  form === 'html'
    ? html(429, htmlPage('Spam Protection Failed'))
    : json(429, { status: 429, title: 'Spam Protection Failed', type: 'spam_protection_failed' });

/** A 500 that is a whole page instead of JSON. */
export const errorPage = () => html(500, htmlPage('Error', '<p>Something went wrong.</p>'));

/** The proxy in front of the store gave up. */
export const gatewayError = (status) => html(status, htmlPage({ 502: 'Bad Gateway', 504: 'Gateway Time-out' }[status] ?? 'Gateway error'));

export const maintenance = (path) => failure(path, 503, 'Service Unavailable');

export const suspended = (path) => failure(path, 503, 'The store is suspended because of a billing issue');

/** A service says in its body how long it will be gone. */
export const degraded = (seconds) =>
  json(503, {
    error: {
      code: 'SERVICE_DEGRADED',
      message: 'The price list service is not available for the moment',
      details: 'Send the request again later',
      retry_after_seconds: seconds,
      timestamp: new Date().toISOString(),
    },
  });
