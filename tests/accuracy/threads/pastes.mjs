// What people paste where no answer is left whole: a sentence of a client, a name of an error, a line
// of a log. Each after a public thread, or the printing of a public client; its address stands beside it.

import { pasted } from '../pasted.mjs';

const HASH = 'k3v9qpz7ta';
const API = `https://api.bigcommerce.com/stores/${HASH}`;
const RUBY = 'https://github.com/bigcommerce/bigcommerce-api-ruby';
const STENCIL = 'https://github.com/bigcommerce/stencil-cli/issues';
const DRIVE = 'https://github.com/iterate-ch/cyberduck/issues';

/** @type {[id: string, source: string, about: string, text: string, or?: string[]][]} */
const pastes = [
  [
    'graphql.query',
    'https://github.com/bigcommerce/gatsby-bigcommerce-netlify-cms-starter/issues/10',
    'a sentence of GraphQL in the log of a build',
    "10:02:11 AM: error #85907 GRAPHQL\n10:02:11 AM: The query of a page failed:\n10:02:11 AM: - Unknown field 'pictures' on type 'Shop_Product'. Source: document `Page`",
  ],
  [
    'resource.duplicate',
    `${RUBY}/pull/112`,
    'the class of a conflict, and nothing else',
    '#<Bigcommerce::ResourceConflict: Bigcommerce::ResourceConflict>',
  ],
  [
    'request.wrong-host',
    `${STENCIL}/1354`,
    'Stencil asks for the hash where there is no store',
    "AxiosError: Request failed with status code 404\n    at settle (file:///srv/cli/axios/lib/core/settle.js:20:7)\n    at async Stencil.run (file:///srv/cli/lib/start.js:61:28) {\n  name: 'StoreHashReadError',",
  ],
  [
    'request.field-read-only',
    'https://github.com/bigcommerce/bigcommerce-api-php/pull/102',
    'a field that cannot be written, in the words of V2 alone',
    "sync stopped: The field 'primary_image' cannot be written to. Please remove it from your request before trying again.",
  ],
  [
    'auth.webdav-digest',
    `${DRIVE}/16307`,
    'a drive that cannot send a file again after the challenge',
    'Upload price-list.pdf failed. (store-k3v9qpz7ta.mybigcommerce.com – WebDAV (HTTPS)) Cannot retry request with a non-repeatable request entity.',
  ],
  [
    'callback.receiver',
    'https://github.com/bigcommerce/hello-world-app-php-silex/issues/8',
    'the router of a host tells that an app crashed while it was installed',
    `2026-11-14T10:03:07.3+00:00 heroku[router]: at=error code=H10 desc="App crashed" method=GET path="/auth/callback?code=x8f0&context=stores%2F${HASH}&scope=store_v2_default" host=app.example.net dyno= connect= service= status=503 bytes=`,
  ],
  [
    'auth.token-missing',
    'https://github.com/getconversio/node-bigcommerce/issues/75',
    'a question that quotes what is missing',
    'the answer is 401, and it says "X-Auth-Client and X-Auth-Token headers are required"',
  ],
  [
    'platform.error',
    `${STENCIL}/366`,
    'a theme that could not be uploaded, and no reason',
    'ok -- Zipping Files Finished\nnot ok -- ThemeUploadError: Server Error\nPlease try again.',
  ],
  [
    'request.body-too-large',
    `${STENCIL}/736`,
    'a theme that is too large',
    'not ok -- ThemeUploadError: The theme exceeds the maximum file size of 50 MB',
  ],
  [
    'auth.scope-missing',
    `${STENCIL}/809`,
    'Stencil may not read the language of a store',
    'not ok -- StoreSettingsLocaleError: Request failed with status code 403',
  ],
  [
    'platform.blocked-by-proxy',
    `${STENCIL}/828`,
    'Stencil is refused where everybody may ask',
    'not ok -- StoreHashReadError: Request failed with status code 403',
  ],
  [
    'graphql.query',
    'https://github.com/vercel/commerce/issues/233',
    'what a shop of its own throws: the status in brackets, then the sentence',
    'Error: BigCommerce request failed (400): Cannot query field "cheapest" on type "Product".',
  ],
  [
    'resource.missing',
    'https://pypi.org/project/bigc/',
    'the class of a client, by another name',
    'bigc.exceptions.DoesNotExistError: Nothing has this id.',
    ['request.route-unknown'],
  ],
  [
    'request.field-invalid',
    'https://pypi.org/project/bigc/',
    'a field that is not taken, and no status',
    "bigc.exceptions.InvalidDataError: The field 'weight' is invalid.",
  ],
  [
    'resource.missing',
    `${RUBY}/issues/38`,
    'a path without host and store',
    'level=error msg="call failed" method=DELETE path=/v3/catalog/products/900 code=404 err="nothing there"',
  ],
  [
    'resource.duplicate',
    'https://github.com/bigcommerce/docs/pull/837',
    'an answer without its request',
    'HTTP/1.1 409 Conflict\nContent-Type: application/json\n\n{"status":409,"title":"The custom url is already in use.","errors":{"custom_url":"in use"}}',
  ],
  [
    'resource.duplicate',
    'https://github.com/bigcommerce/api-specs/pull/140',
    'an answer right behind the line of its request',
    `PUT ${API}/v3/catalog/brands/8\n{"status":409,"title":"A brand of this name already exists"}`,
  ],
  [
    'graphql.business-error',
    'https://github.com/bigcommerce/storefront-data-hooks/issues/13',
    'a login that failed, by the path of its error',
    '{"data":null,"errors":[{"message":"Invalid login","path":["login"],"locations":[{"line":1,"column":1}]}]}',
  ],
  [
    'limit.graphql-complexity',
    'https://github.com/bigcommerce/catalyst/pull/1914',
    'the error of a storefront, with its name in brackets',
    '⨯ Error [BigCommerceGQLError]: The query is too complex as it has a complexity score of 12007 out of max 10000.',
  ],
  [
    'auth.oauth-code',
    'https://github.com/bigcommerce/omniauth-bigcommerce/issues/36',
    'a code that was exchanged before, as a gem says it',
    'OAuth2::Error: invalid_grant: {"error":"Invalid grant"}',
  ],
  [
    'auth.oauth-client',
    'https://github.com/getconversio/node-bigcommerce/issues/50',
    'a client that is none, as a strategy says it',
    '(bigcommerce) Authentication failure! OAuth2::Error, invalid_client: the client is not known',
  ],
  [
    'auth.webdav-digest',
    `${DRIVE}/13809`,
    'a drive that names method, address and status, and an error of its own',
    "PROPFIND https://store-k3v9qpz7ta.mybigcommerce.com/dav/ 401 — The operation couldn't be completed. (kCFErrorDomainCFNetwork error -1012)",
  ],
  [
    'callback.receiver',
    'https://github.com/bigcommerce/bigcommerce-for-wordpress/issues/192',
    'the log of a receiver, with what it was sent',
    `2026-11-20T10:00:00Z POST https://hooks.harbor.example/bc 500 body={"scope":"store/order/created","store_id":"1001","data":{"type":"order","id":251},"producer":"stores/${HASH}"}`,
  ],
  [
    'request.field-missing',
    'https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app',
    'a script that names the host alone',
    'Exception: Request failed for https://api.bigcommerce.com returned code 422. Truncated server response: {"status":422,"title":"Required fields are missing: name","type":"h... (use muteHttpExceptions to see it all)',
  ],
  [
    'limit.edge',
    'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
    'a limit of the network, in its one line',
    'error code: 1015',
  ],
  [
    'platform.blocked-by-proxy',
    `${STENCIL}/975`,
    'a page of a firewall without its status',
    '<html><head><title>Access Denied</title></head><body>You don\'t have permission to access "http://shop.example/graphql" on this server.<p>Reference #18.2d35</p></body></html>',
  ],
  [
    'auth.token-in-browser',
    'https://github.com/bigcommerce/checkout-js/issues/1207',
    'code that builds its URL, and what came of it',
    "const answer = await fetch(`https://api.bigcommerce.com/stores/${hash}/v3/carts/${id}`);\n\nAccess to fetch at 'https://api.bigcommerce.com/' from origin 'https://shop.example' has been blocked by CORS policy",
  ],
  [
    'request.field-invalid',
    'https://help.rebillia.com/en/articles/13180231-error-codes',
    'a value that may not be null, and a token that was taken out',
    `> POST /stores/${HASH}/v2/orders HTTP/1.1\n> Host: api.bigcommerce.com\n> X-Auth-Token: xxxxxxxx\n> Content-Type: application/json\n>\n< HTTP/1.1 400 Bad Request\n<\n[{"status":400,"message":"The field 'billing_address.phone' does not allow null values."}]`,
  ],
];

export default pasted(pastes);
