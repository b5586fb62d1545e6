// Answers that are easily misread, each as the package reads it.

import { verdict } from '../../www/site/verdicts.js';

const store = 'https://api.bigcommerce.com/stores/abc123';
const credentials = { 'X-Auth-Token': 'token', Accept: 'application/json' };

const EXCHANGES = [
  {
    path: '/v3/carts',
    status: 404,
    headers: { 'Content-Type': 'text/plain' },
    body: 'The route is not found, check the URL',
    looks: 'Looks like a wrong address. The address is right.',
  },
  {
    path: '/v2/orders?status_id=5',
    status: 204,
    body: '',
    looks: 'Looks like something was deleted, and breaks whoever parses JSON.',
  },
  {
    path: '/v2/orders/101',
    status: 403,
    headers: { 'Content-Type': 'application/json' },
    body: '{"status":403,"title":"You don\'t have a required scope to access the endpoint"}',
    storeHash: 'store-abc123',
    looks: 'Looks like a missing scope, word for word.',
  },
  {
    method: 'POST',
    path: '/v2/orders',
    status: 504,
    body: '',
    looks: 'Looks like a failure to repeat. The order may exist, and a second one would be shipped.',
  },
];

export const misread = (core) => EXCHANGES.map((exchange) => readingOf(core, exchange));

function readingOf({ diagnose, status }, { method = 'GET', path, storeHash = 'abc123', looks, ...answer }) {
  const url = store.replace('abc123', storeHash) + path;
  const { findings, retry } = diagnose({ method, url, requestHeaders: credentials, ...answer });
  return {
    request: `${method} ${storeHash === 'abc123' ? '' : `/stores/${storeHash}`}${path}`,
    answer: { status: answer.status, class: status(answer.status).class, body: answer.body || 'no body' },
    looks,
    finding: findings[0],
    verdict: verdict(retry),
  };
}
