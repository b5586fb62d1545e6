// Requests that must not reach the store. `target` is the request line's, byte for byte: most
// clients would tidy it up before it is sent. `status` is what is answered; several where
// the runtime refuses some of them itself. One that `isTidied` is none any more as a Request.

const at = (name, target, more) => ({ name, method: 'GET', target, headers: [], body: '', status: [400], ...more });
const of = (name, method, target, more) => at(name, target, { method, status: [404, 405], ...more });
const by = (name, headers, more) => at(name, '/v3/catalog/products', { headers, ...more });

export const attacks = [
  // Out of the store, or out of what is allowed
  at('a parent', '/v3/catalog/products/../customers', { status: [400, 404] }),
  at('parents up to the host', '/v3/catalog/products/../../../../other', { status: [400, 404] }),
  at('a parent under a wildcard', '/v3/content/../customers', { status: [400, 404] }),
  at('a parent, encoded', '/v3/content/%2e%2e/customers', { status: [400, 404] }),
  at('a parent, encoded in upper case', '/v3/content/%2E%2E/customers', { status: [400, 404] }),
  at('a parent, half encoded', '/v3/content/.%2e/customers', { status: [400, 404] }),
  at('a parent, encoded twice', '/v3/content/%252e%252e/customers'),
  at('a parent, encoded three times', '/v3/content/%25252e%25252e/customers'),
  at('a parent behind an encoded slash', '/v3/content/..%2fcustomers'),
  at('a parent, all encoded', '/v3/content/%2e%2e%2fcustomers'),
  at('a parent behind a backslash', '/v3/content/..\\customers', { status: [400, 404] }),
  at('a parent behind an encoded backslash', '/v3/content/..%5ccustomers'),
  at('a parent with a parameter', '/v3/content/..;/customers'),
  at('a parent with an encoded parameter', '/v3/content/..%3b/customers'),
  at('a parent with a null byte', '/v3/content/..%00/customers'),
  at('a parent in overlong UTF-8', '/v3/content/%c0%ae%c0%ae/customers'),
  at('a parent in full width', '/v3/content/%ef%bc%8e%ef%bc%8e/customers'),
  at('a parent as an identifier', '/v3/catalog/products/..', { status: [400, 404] }),
  at('a parent as an encoded identifier', '/v3/catalog/products/%2e%2e', { status: [400, 404] }),
  at('the directory itself within', '/v3/catalog/%2e/%2e%2e/x', { status: [400, 404] }),
  at('an encoded slash in an identifier', '/v3/catalog/products/1%2f..%2f..%2fcustomers'),
  at('an encoded slash in upper case', '/v3/catalog/products/1%2Fimages'),
  at('a slash encoded twice', '/v3/catalog/products/1%252fimages'),
  at('a slash in overlong UTF-8', '/v3/catalog/products/1%c0%afimages'),
  at('a slash in full width', '/v3/catalog/products/1%ef%bc%8fimages'),
  at('two slashes at the beginning', '//v3/catalog/products'),
  at('two slashes within', '/v3//catalog/products'),
  at('two slashes under a wildcard', '/v3/content//pages'),
  at('an empty identifier', '/v3/catalog/products/', { status: [404] }),
  at('a slash at the end under a wildcard', '/v3/content/pages/', { status: [404] }),
  at('nothing under a wildcard', '/v3/content', { status: [404] }),
  at('another store', '/stores/other/v3/catalog/products', { status: [404] }),
  at('another store behind a parent', '/v3/../../other/v3/catalog/products', { status: [400, 404] }),
  at('another store behind an encoded parent', '/v3/content/%2e%2e/%2e%2e/%2e%2e/other/v3/customers', {
    status: [400, 404],
  }),
  at('the same store by its whole path', '/stores/abc123/v3/catalog/products', { status: [404] }),
  at('a path next to an allowed one', '/v3/catalog/productsx', { status: [404] }),
  at('a path below an allowed one', '/v3/catalog/products/1/images', { status: [404] }),
  at('another version', '/v1/catalog/products', { status: [404] }),
  at('another case', '/V3/Catalog/Products', { status: [404] }),
  at('a letter encoded', '/v3/catalog/%70roducts'),
  at('a line break', '/v3/catalog/products%0d%0aX-Auth-Token:%20x'),
  at('a tab', '/v3/catalog/%09products'),
  at('a control character', '/v3/content/\x01', { status: [400, 404] }),
  at('raw bytes that are no ASCII', '/v3/content/\xe9\xa9', { status: [400] }),
  at('a broken encoding', '/v3/content/%zz'),
  at('half an encoding', '/v3/content/%2'),
  at('a path parameter', '/v3/catalog/products;x=1'),
  at('a path parameter within', '/v3;x=1/catalog/products'),
  at('a null byte at the end', '/v3/catalog/products%00'),
  at('a null byte and an extension', '/v3/catalog/products%00.json'),
  at('the root', '/', { status: [404] }),

  // To another host
  at('a URL in the path', '/https://evil.example/v3/catalog/products'),
  at('a URL in the path with one slash', '/https:/evil.example/v3/catalog/products'),
  at('a host after two slashes', '//evil.example/v3/catalog/products'),
  at('a host after a slash and a backslash', '/\\evil.example/v3/catalog/products', { status: [400] }),
  at('an absolute URL', 'http://evil.example/v3/catalog/customers', { status: [404, 500] }),
  at('an absolute URL with a user', 'http://user:pass@evil.example/v3/catalog/products', { status: [400, 500] }),
  at('a user in front of the path', '@evil.example/v3/catalog/products', { status: [400, 500] }),
  at('a user within the path', '/v3/@evil.example/catalog/products'),
  at('a port within the path', '/v3/content/:8080/x'),
  at('a path without its slash', 'v3/catalog/products', { status: [400, 500] }),
  at('a query without a path', '?/v3/catalog/products', { status: [400, 500] }),
  at('an allowed path in the query', '/v3/customers?/v3/catalog/products', { status: [404] }),
  at('an allowed path in the fragment', '/v3/customers#/v3/catalog/products', { status: [404] }),

  // By another method
  of('a method that the rule lacks', 'DELETE', '/v3/catalog/products'),
  of('a write where only reading is allowed', 'PUT', '/v3/content/pages', { body: '{}' }),
  of('PATCH', 'PATCH', '/v3/catalog/products', { body: '{}' }),
  of('TRACE', 'TRACE', '/v3/catalog/products'),
  of('CONNECT', 'CONNECT', 'api.bigcommerce.com:443', { status: [404, 405, 500] }),
  of('OPTIONS that asks nothing', 'OPTIONS', '/v3/catalog/products'),
  of('OPTIONS of all', 'OPTIONS', '*', { status: [400, 404, 405, 500] }),
  of('a method in lower case', 'delete', '/v3/catalog/products/1', { status: [405, 501] }),
  of('a method that nobody knows', 'FOO', '/v3/catalog/products', { status: [405, 501] }),
  of('GET of what may be posted only', 'GET', '/graphql?query=%7Bstore%7D'),
  of('a write to what tells statuses', 'POST', '/_status/429', { body: 'x' }),
  by('another method in a header', ['X-HTTP-Method-Override: DELETE']),
  by('another method in a header by another name', ['X-Method-Override: PUT']),
  by('another method in a third one', ['X-HTTP-Method: PATCH']),
  at('another method in the query', '/v3/catalog/products?_method=DELETE'),
  at('another method in the query, encoded', '/v3/catalog/products?%5Fmethod=DELETE'),

  // With other credentials
  at('a token in the query', '/v3/catalog/products?access_token=x'),
  at('a token in the query, encoded', '/v3/catalog/products?a=1&access%5ftoken=x'),
  at('a token by its header name in the query', '/v3/catalog/products?X-Auth-Token=x'),
  at('a query that is no UTF-8', '/v3/catalog/products?name=%ff'),
  at('a query with raw bytes', '/v3/catalog/products?name=\xe9', { isTidied: true }),
  at('a URL that is too long', `/v3/catalog/products?name=${'x'.repeat(2048)}`, { status: [414] }),

  // From pages, where none may
  by('a page of another origin', ['Origin: https://evil.example'], { status: [403] }),
  by('a page without an origin', ['Origin: null'], { status: [403] }),
  by('a form of another origin', ['Origin: https://evil.example', 'Content-Type: text/plain'], {
    method: 'POST',
    body: '{}',
    status: [403],
  }),
  by('a preflight where pages may not', ['Origin: https://evil.example', 'Access-Control-Request-Method: GET'], {
    method: 'OPTIONS',
    status: [403],
  }),
  by('an origin that begins as an allowed one', ['Origin: https://shop.example.evil.example'], {
    host: 'page',
    status: [403],
  }),
  by('an origin that ends as an allowed one', ['Origin: https://evilshop.example'], { host: 'page', status: [403] }),
  by('an allowed origin by http', ['Origin: http://shop.example'], { host: 'page', status: [403] }),
  by('a preflight for another method', ['Origin: https://shop.example', 'Access-Control-Request-Method: DELETE'], {
    method: 'OPTIONS',
    host: 'page',
    status: [405],
  }),
  at('a preflight for another path', '/v3/customers', {
    method: 'OPTIONS',
    host: 'page',
    headers: ['Origin: https://shop.example', 'Access-Control-Request-Method: GET'],
    status: [404],
  }),
  by('a method that pages may not use', ['Origin: https://shop.example', 'Content-Type: text/plain'], {
    method: 'POST',
    body: '{}',
    host: 'anypage',
    status: [403],
  }),

  // Without authorization
  by('no authorization', [], { host: 'guarded', status: [403] }),
  by('a wrong authorization', ['Authorization: Bearer wrong'], { host: 'guarded', status: [403] }),
  by('an authorization that says nothing', ['Authorization: Bearer vague'], { host: 'guarded', status: [403] }),
  by('an authorization that fails', ['Authorization: Bearer broken'], { host: 'guarded', status: [500] }),
  by('an authorization that answers itself', ['Authorization: Bearer other'], { host: 'guarded', status: [402] }),
  at('an authorization for what is not allowed', '/v3/customers', {
    host: 'guarded',
    headers: ['Authorization: Bearer good'],
    status: [404],
  }),

  // Bodies
  by('a body that is too long', ['Content-Type: application/json', 'Content-Length: 200000'], {
    method: 'POST',
    host: 'narrow',
    body: 'x'.repeat(1000),
    status: [413],
  }),
  by('two lengths', ['Content-Length: 2', 'Content-Length: 30'], { method: 'POST', body: '{}', status: [400, 500] }),
  by('a length that is none', ['Content-Length: -1'], { method: 'POST', body: '{}', status: [400, 500] }),

  // Where the Worker itself is wrong
  by('a Worker without its secret', [], { host: 'unbound', status: [500] }),
  by('a Worker whose secret is ragged', [], { host: 'ragged', status: [500] }),
  at('a path outside of the prefix', '/v3/catalog/products', { host: 'prefixed', status: [404] }),
  at('a path that only begins as the prefix', '/apiv3/catalog/products', { host: 'prefixed', status: [404] }),
  at('a parent behind the prefix', '/api/%2e%2e/v3/catalog/products', { host: 'prefixed', status: [400, 404] }),
];
