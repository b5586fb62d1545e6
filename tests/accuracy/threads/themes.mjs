// What people meet with Stencil's command, which reads and writes themes. Each after a public
// thread; its address stands beside it. What a thread does not give is not there.

import { DOCS, SHOP, TOKEN, api, html, json, storefront } from '../shared.mjs';

const JOB = '6603a685eefa7d9bcb57eb81e23a7ec6';
const THEME = '2fc9ba12-5f3d-4f0d-a3a6-7a9a4ba5a55e';

/** What Stencil's command asks with. */
const STENCIL = { 'x-auth-client': 'stencil-cli', 'x-auth-token': TOKEN, Accept: 'application/json, text/plain, */*' };

const stencil = (method, url, status, more) => ({ method, url, requestHeaders: STENCIL, status, ...more });

export default [
  {
    id: 'request.dev-proxy',
    or: ['auth.token-rejected'],
    source: 'https://github.com/bigcommerce/stencil-cli/issues/673',
    about: 'preview on this machine answers 401 with the rest of a response',
    exchange: { method: 'GET', url: 'http://localhost:3000/', status: 401, body: { size: 0, timeout: 0 } },
  },
  {
    id: 'auth.token-rejected',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/1090',
    about: 'channels cannot be listed in a build, 401',
    exchange: stencil('GET', api('/v3/channels?available=true'), 401),
  },
  {
    id: 'auth.scope-missing',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/729',
    about: 'channels cannot be listed with an old token, 403',
    says: ['store_channel_settings'],
    exchange: stencil('GET', api('/v3/channels?available=true'), 403),
  },
  {
    id: 'auth.scope-missing',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/905',
    about: 'channels cannot be listed with an old token, 404',
    exchange: stencil('GET', api('/v3/channels?available=true'), 404),
  },
  {
    id: 'result.job-failed',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/344',
    about: 'theme job failed and says no more',
    exchange: stencil('GET', api(`/v3/themes/jobs/${JOB}`), 200, { body: { data: { status: 'FAILED', percent_complete: 12 }, meta: {} } }),
  },
  {
    id: 'result.job-failed',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/1353',
    about: 'theme job failed with server_error at a fifth',
    exchange: stencil('GET', api(`/v3/themes/jobs/${JOB}`), 200, {
      body: {
        data: { status: 'FAILED', percent_complete: 21, errors: [{ error_code: 'server_error', message: 'A server error occurred' }] },
        meta: {},
      },
    }),
  },
  {
    id: 'result.job-failed',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/1246',
    about: 'theme job failed over a value of config.json that is too long',
    says: ['config.json'],
    exchange: stencil('GET', api(`/v3/themes/jobs/${JOB}`), 200, {
      body: {
        data: {
          status: 'FAILED',
          errors: [{ error_code: 'TR-4400', message: 'There was a problem saving the configuration settings.' }],
        },
        meta: {},
      },
    }),
  },
  {
    id: 'platform.error',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/366',
    about: 'theme upload answered with 500, though the control panel takes it',
    exchange: stencil('POST', api('/v3/themes'), 500),
  },
  {
    id: 'resource.missing',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/1029',
    about: 'job of a theme that is not found, now and then',
    exchange: stencil('GET', api(`/v3/themes/jobs/${JOB}`), 404, { body: { status: 404, title: 'Job Not Found', type: DOCS, errors: {} } }),
  },
  {
    id: 'resource.missing',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/567',
    about: 'theme pulled under a name that the store does not have',
    exchange: stencil('POST', api(`/v3/themes/${THEME}/actions/download`), 404),
  },
  {
    id: 'auth.scope-missing',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/495',
    about: 'theme uploaded from a build, 403',
    says: ['store_themes_manage'],
    exchange: stencil('POST', api('/v3/themes'), 403),
  },
  {
    id: 'limit.platform-count',
    source: 'https://github.com/bigcommerce/stencil-cli/pull/383',
    about: 'as many themes as a store may have',
    exchange: stencil('POST', api('/v3/themes'), 409, {
      body: { status: 409, title: 'The upload limit of private themes has been reached. Delete one of them first.', type: DOCS },
    }),
  },
  {
    id: 'resource.job-active',
    source: 'https://github.com/bigcommerce/stencil-cli/pull/383',
    about: 'a second theme uploaded while one is processed',
    exchange: stencil('POST', api('/v3/themes'), 409, {
      body: { status: 409, title: 'You can only upload one theme at a time', type: DOCS },
    }),
  },
  {
    id: 'request.body-too-large',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/994',
    about: 'layouts of a theme sent in a header that grew too large',
    exchange: stencil('GET', `${SHOP}/`, 400, {
      headers: html({ server: 'cloudflare', 'cf-ray': '7512af6c8d2b' }),
      body: '<html><head><title>400 Request Header Or Cookie Too Large</title></head><body><center><h1>400 Bad Request</h1></center><center>Request Header Or Cookie Too Large</center><hr><center>cloudflare</center></body></html>',
    }),
  },
  {
    id: 'network.unreachable',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/1214',
    about: 'name of the store cannot be resolved for a while',
    exchange: { method: 'GET', url: storefront('/admin/oauth/info'), requestHeaders: STENCIL, failure: 'network' },
  },
  {
    id: 'request.wrong-host',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/1357',
    about: 'API host given as the URL of the store',
    exchange: stencil('GET', 'https://api.bigcommerce.com/admin/oauth/info', 404, {
      body: { status: 404, title: 'Not found', type: DOCS, errors: {} },
    }),
  },
  {
    id: 'auth.sign-in-required',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/605',
    about: 'product that only shoppers who signed in may see',
    exchange: {
      method: 'GET',
      url: `${SHOP}/members-chair/`,
      status: 403,
      headers: html(),
      body: '<!DOCTYPE html><html><head><title>Harbor - Restricted</title></head><body class="page-403"><h1>You do not have access to this page</h1><p>Please sign in or create an account.</p></body></html>',
    },
  },
  {
    id: 'request.dev-proxy',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/741',
    about: 'preview on this machine cannot show the page for 404',
    exchange: {
      method: 'GET',
      url: 'https://localhost:3000/giveme404',
      status: 500,
      headers: json(),
      body: { statusCode: 500, error: 'Internal Server Error', message: 'An internal server error occurred' },
    },
  },
  {
    id: 'auth.token-rejected',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/361',
    about: 'token of another store, answered with a page',
    exchange: stencil('GET', `${SHOP}/`, 401, {
      headers: html(),
      body: '<html><head><title>Unauthorized</title></head><body><h1>Unauthorized</h1><p>You are not authorized to see this page.</p></body></html>',
    }),
  },
  {
    id: 'platform.blocked-by-proxy',
    source: 'https://github.com/bigcommerce/dev-docs/pull/1266',
    about: 'custom domain behind Cloudflare of the merchant',
    exchange: stencil('GET', `${SHOP}/stencil-version-check?v=3.5.0`, 403, {
      headers: html({ server: 'cloudflare' }),
      body: '<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1><h2>You are unable to access harbor-and-pine.example</h2></body></html>',
    }),
  },
];
