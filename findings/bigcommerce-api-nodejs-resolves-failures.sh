#!/usr/bin/env bash
# @bigcommerce/api-nodejs 0.1.2-alpha, with axios 0.27.2 below it: what its interceptor makes of answers
# that are errors. All but a 429 resolve, to undefined, as a list that has nothing would: no status and
# no body. A 429 rejects with a time that was in the last success, and not in the 429: 0 ms where there
# was none, whatever X-Rate-Limit-Time-Reset-Ms says.
# Seen: 404 and 503 resolve to undefined; a 429 that asks for 15 s says "0ms to reset".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @bigcommerce/api-nodejs@0.1.2-alpha axios@0.27.2
cat >run.cjs <<'JS'
const axios = require('axios');
const { AxiosError } = axios;
let status;
axios.defaults.adapter = async (config) => {
  const headers = { 'x-rate-limit-time-reset-ms': '15000', 'x-rate-limit-requests-left': '0' };
  const response = { status, statusText: '', headers, data: '{"title":"no"}', config, request: {} };
  throw new AxiosError(`Request failed with status code ${status}`, undefined, config, {}, response);
};
const BigCommerce = require('@bigcommerce/api-nodejs');
(async () => {
  const rest = new BigCommerce.Rest({ storeHash: 'abc123', accessToken: 'token' });
  for (status of [404, 503, 429]) {
    await rest.v2.orders.get(7).then(
      (answer) => console.log(status, 'resolves', answer.constructor.name, answer.status, answer.data),
      (error) => console.log(status, 'rejects', error.message),
    );
  }
})();
JS
seen=$(node run.cjs)
echo "$seen"
[[ $seen == $'404 resolves AxiosError undefined undefined\n503 resolves AxiosError undefined undefined\n429 rejects 429 - Rate limit exceeded. 0ms to reset.' ]]
