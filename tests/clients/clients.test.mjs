// Other clients, given our fetch as docs/clients.md shows it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import * as apollo from './apollo.mjs';
import * as axios from './axios.mjs';
import * as catalystClient from './catalyst-client.mjs';
import * as graphqlRequest from './graphql-request.mjs';
import { sections, tested } from './guide.mjs';
import * as ky from './ky.mjs';
import * as ofetch from './ofetch.mjs';
import * as openapiFetch from './openapi-fetch.mjs';
import { keepsItsPromises } from './promises.mjs';
import { openShop } from './shop.mjs';
import * as urql from './urql.mjs';
import * as wretch from './wretch.mjs';

const clients = [ky, ofetch, wretch, axios, openapiFetch, graphqlRequest, urql, apollo, catalystClient];
const shop = await openShop();

test('each section of the guide has its tests, and the versions are those that it names', () => {
  assert.deepEqual(
    [...sections.keys()],
    clients.map(({ section }) => section),
  );
  for (const {
    packages: [name],
  } of clients) {
    const { version } = JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'));
    const short = version.split('.').slice(0, 2).join('.');
    assert.ok(tested.includes(`${name} ${short}`), `${name} ${short}`);
  }
});

for (const client of clients) describe(client.section, () => keepsItsPromises(shop, client));
