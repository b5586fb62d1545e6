// What clients, loggers, proxies and tables print of an exchange; the address of each stands beside it.

import { pasted } from '../pasted.mjs';

const HASH = 'k3v9qpz7ta';
const API = `https://api.bigcommerce.com/stores/${HASH}`;

const CHALLENGE = '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow">';

/** @type {[id: string, source: string, about: string, text: string][]} */
const pastes = [
  [
    'request.filter-unknown',
    'https://github.com/golang/go',
    'the members of an answer in pairs on one line',
    '2026/03/14 07:20:11 products: answered with status: 422, type: https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes, title: The filter(s): sku_in are not valid filter parameter(s)., instance: ',
  ],
  [
    'limit.platform-count',
    'https://github.com/golang/go',
    'a title in pairs whose words tell nothing of an answer',
    'status: 422, message: You have reached your upload limit, code: 1',
  ],
  [
    'request.filter-unknown',
    'https://github.com/spf13/cobra',
    'what was said behind the protocol and the status',
    'Error: HTTP 422 The filter(s): sku_in are not valid filter parameter(s).',
  ],
  [
    'platform.blocked-by-proxy',
    'https://github.com/vercel/commerce',
    'the beginning of a page behind what a client says of it',
    `Error: no JSON came from https://www.larkfield.example/graphql. Preview: ${CHALLENGE}...`,
  ],
  [
    'platform.blocked-by-proxy',
    'https://github.com/vercel/commerce',
    'a status before such a page',
    `request failed (403) https://www.larkfield.example/graphql body: ${CHALLENGE}`,
  ],
  [
    'platform.maintenance',
    'https://github.com/vercel/commerce',
    'a page of maintenance behind what a client says of it',
    'Could not load the cart. response: <html><head><title>Down for Maintenance</title></head><body><h1>Down for Maintenance</h1></body></html>',
  ],
  [
    'request.field-missing',
    'https://github.com/restsharp/RestSharp',
    'a response with its members, one a line',
    `RestSharp.RestResponse: StatusCode: UnprocessableEntity, Content-Type: application/json, Content-Length: 96)\nResponseUri: ${API}/v3/catalog/products\nRequest.Method: Post\nContent: {"status":422,"title":"Missing Required Fields","errors":{"weight":"error.path.missing"}}`,
  ],
  [
    'request.field-invalid',
    'https://github.com/restsharp/RestSharp',
    'a status by its name alone',
    'System.Net.Http.HttpRequestException: Request failed with status code UnprocessableEntity\n   at RestSharp.RestClient.ExecuteAsync(RestRequest request)',
  ],
  [
    'resource.duplicate',
    'https://github.com/square/okhttp',
    'a request and its answer in the log of a phone',
    `I/okhttp.OkHttpClient: --> POST ${API}/v3/catalog/brands\nI/okhttp.OkHttpClient: Content-Type: application/json; charset=UTF-8\nI/okhttp.OkHttpClient: Content-Length: 17\nI/okhttp.OkHttpClient: X-Auth-Token: ██\nI/okhttp.OkHttpClient: {"name":"Harbor"}\nI/okhttp.OkHttpClient: --> END POST (17-byte body)\nI/okhttp.OkHttpClient: <-- 409 ${API}/v3/catalog/brands (211ms)\nI/okhttp.OkHttpClient: content-type: application/json\nI/okhttp.OkHttpClient: {"status":409,"title":"A brand of this name exists already","type":"x"}\nI/okhttp.OkHttpClient: <-- END HTTP (71-byte body)`,
  ],
  [
    'request.field-read-only',
    'https://github.com/ktorio/ktor',
    'an exception that quotes the request, the status and the body',
    `io.ktor.client.plugins.ClientRequestException: Client request(PUT ${API}/v2/orders/118) invalid: 400 Bad Request. Text: "[{"status":400,"message":"The field 'id' cannot be written to. Please remove it from your request before trying again."}]"\n\tat io.ktor.client.plugins.DefaultResponseValidationKt.kt:54`,
  ],
  [
    'auth.scope-missing',
    'https://github.com/cfug/dio',
    'a status in the middle of a sentence',
    'DioException [bad response]: This exception was thrown because the response has a status code of 403 and RequestOptions.validateStatus was configured to throw for this status code.\nThe status code of 403 has the following meaning: "Client error - the request contains bad syntax or cannot be fulfilled"',
  ],
  [
    'network.timeout',
    'https://github.com/cfug/dio',
    'an answer that took too long',
    'DioException [receive timeout]: The request took longer than 0:00:05.000000 to receive data. It was aborted. To get rid of this exception, try raising the RequestOptions.receiveTimeout above the duration of 0:00:05.000000',
  ],
  [
    'request.wrong-host',
    'https://developer.apple.com/documentation/foundation/nsurlerrordomain',
    'a host that is misspelt, and not found',
    'Task <1C2D>.<1> finished with error [-1003] Error Domain=NSURLErrorDomain Code=-1003 "A server with the specified hostname could not be found." UserInfo={_kCFStreamErrorCodeKey=8, NSErrorFailingURLStringKey=https://api.bigcomerce.com/stores/k3v9qpz7ta/v2/store, NSErrorFailingURLKey=https://api.bigcomerce.com/stores/k3v9qpz7ta/v2/store}',
  ],
  [
    'platform.maintenance',
    'https://github.com/seanmonstar/reqwest',
    'an error as Rust prints it',
    `Error: reqwest::Error { kind: Status(503, None), url: "${API}/v2/store" }`,
  ],
  [
    'limit.quota',
    'https://github.com/go-resty/resty',
    'a request and its answer, each in a block',
    '2026/11/20 10:00:00.000000 DEBUG RESTY \n==============================================================================\n~~~ REQUEST ~~~\nGET  /stores/k3v9qpz7ta/v3/customers  HTTP/1.1\nHOST   : api.bigcommerce.com\nHEADERS:\n\tAccept: application/json\n\tX-Auth-Token: ********************\nBODY   :\n***** NO CONTENT *****\n------------------------------------------------------------------------------\n~~~ RESPONSE ~~~\nSTATUS       : 429 Too Many Requests\nPROTO        : HTTP/2.0\nRECEIVED AT  : 2026-11-20T10:00:00Z\nTIME DURATION: 98.2ms\nHEADERS      :\n\tContent-Type: application/json\n\tX-Rate-Limit-Requests-Left: 0\n\tX-Rate-Limit-Time-Reset-Ms: 8123\nBODY         :\n{\n   "status": 429,\n   "title": "Too many requests"\n}\n==============================================================================',
  ],
  [
    'auth.token-rejected',
    'https://github.com/elixir-tesla/tesla',
    'an environment of Elixir, with names for methods',
    `{:ok,\n %Tesla.Env{\n   method: :get,\n   url: "${API}/v3/catalog/brands",\n   query: [],\n   headers: [{"content-type", "application/json"}, {"x-request-id", "a1b2"}],\n   body: "{\\"status\\":401,\\"title\\":\\"Unauthorized\\"}",\n   status: 401,\n   opts: []\n }}`,
  ],
  [
    'request.field-invalid',
    'https://github.com/symfony/http-client',
    'a version and a status, and no phrase',
    `In CommonResponseTrait.php line 164:\n\n  [Symfony\\Component\\HttpClient\\Exception\\ClientException]\n  HTTP/2 422  returned for "${API}/v3/catalog/products".`,
  ],
  [
    'result.unknown-outcome',
    'https://github.com/go-kit/log',
    'a capture of money behind a gateway',
    `ts=2026-11-20T10:00:00.000Z caller=client.go:88 level=error component=bc method=POST url=${API}/v3/orders/5/payment_actions/capture status=502 took=30.01s err="unexpected answer"`,
  ],
  [
    'request.field-invalid',
    'https://docs.splunk.com/Documentation',
    'fields of a log, with the host in one of them',
    '11/20/2026 10:00:00.000 +0000 host=worker-3 source=/var/log/sync.log event=http_out dest=api.bigcommerce.com uri_path=/stores/k3v9qpz7ta/v3/customers http_method=POST status=422 bytes=188 response_time=0.214',
  ],
  [
    'network.timeout',
    'https://github.com/grafana/k6',
    'a request that ran out of time',
    `WARN[0063] Request Failed                                error="Get \\"${API}/v3/catalog/products?limit=250\\": request timeout"`,
  ],
  [
    'limit.quota',
    'https://jmeter.apache.org/usermanual/listeners.html',
    'results in columns, with a line of names',
    `timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n1764000000000,215,List products,429,Too Many Requests,Thread Group 1-1,text,false,,120,300,1,1,${API}/v3/catalog/products,214,0,90`,
  ],
  [
    'resource.missing',
    'https://www.charlesproxy.com/documentation/',
    'names and values, parted by tabs',
    `URL\t${API}/v3/catalog/products/9\nStatus\tComplete\nResponse Code\t404 Not Found\nProtocol\tHTTP/2.0\nTLS\tTLSv1.3 (TLS_AES_128_GCM_SHA256)\nMethod\tGET\nKept Alive\tYes\nContent-Type\tapplication/json\nClient Address\t127.0.0.1:51022\nRemote Address\tapi.bigcommerce.com/34.1.2.3:443`,
  ],
  [
    'platform.maintenance',
    'https://www.wireshark.org/docs/wsug_html_chunked/',
    'packets with the signs for ends of lines',
    'No.     Time           Source                Destination           Protocol Length Info\n     12 1.234567       10.0.0.5              34.1.2.3              HTTP     412    GET /stores/k3v9qpz7ta/v2/orders HTTP/1.1 \n\nFrame 12: 412 bytes on wire (3296 bits), 412 bytes captured (3296 bits)\nHypertext Transfer Protocol\n    GET /stores/k3v9qpz7ta/v2/orders HTTP/1.1\\r\\n\n    Host: api.bigcommerce.com\\r\\n\n    \\r\\n\n\nNo.     Time           Source                Destination           Protocol Length Info\n     14 1.434567       34.1.2.3              10.0.0.5              HTTP     300    HTTP/1.1 503 Service Unavailable  (text/html)\n\nHypertext Transfer Protocol\n    HTTP/1.1 503 Service Unavailable\\r\\n\n    Content-Type: text/html\\r\\n\n    \\r\\n',
  ],
  [
    'platform.gateway',
    'https://support.pagerduty.com/main/docs/notification-content-and-behavior',
    'an alert with a link of its own',
    '[#4411] CRITICAL on catalog-sync\nDescription: BigCommerce POST /v3/catalog/products failed with HTTP 504 (12 in 5 min)\nAssigned to: On-call\nIncident Key: bc-504\nView: https://harbor.pagerduty.com/incidents/Q1W2E3',
  ],
  [
    'resource.duplicate',
    'https://github.com/adam-p/markdown-here/wiki/Markdown-Cheatsheet',
    'a table in a comment',
    '| time  | method | path | status | note |\n| ----- | ------ | ---- | ------ | ---- |\n| 10:00 | DELETE | /v3/catalog/products/77 | 409 | still in an order |',
  ],
  [
    'auth.token-missing',
    'https://docs.cypress.io/api/commands/request',
    'what was received stands before what was sent',
    `CypressError: \`cy.request()\` failed on:\n\n${API}/v3/hooks\n\nThe response we received from your web server was:\n\n  > 401: Unauthorized\n\nThis was considered a failure because the status code was not \`2xx\` or \`3xx\`.\n\n-----------------------------------------------------------\n\nThe request we sent was:\n\nMethod: GET\nURL: ${API}/v3/hooks\nHeaders: {\n  "accept": "*/*",\n  "user-agent": "Mozilla/5.0"\n}\n\n-----------------------------------------------------------\n\nThe response we got was:\n\nStatus: 401 - Unauthorized\nBody: X-Auth-Token header is required`,
  ],
  [
    'resource.missing',
    'https://github.com/OpenFeign/feign',
    'status, method and URL, each in brackets',
    `feign.FeignException$NotFound: [404 Not Found] during [GET] to [${API}/v3/catalog/products/812] [CatalogClient#product(long)]: [{"status":404,"title":"A product was not found with an id of 812"}]\n\tat feign.FeignException.clientErrorStatus(FeignException.java:219)`,
  ],
  [
    'resource.missing',
    'https://github.com/typhoeus/typhoeus',
    'a response as Ruby inspects it',
    `#<Typhoeus::Response:0x000 @options={:httpauth_avail=>0, :total_time=>0.21, :starttransfer_time=>0.2, :return_code=>:ok, :response_code=>404, :effective_url=>"${API}/v3/catalog/brands/7", :primary_ip=>"34.1.2.3", :response_body=>"{\\"status\\":404,\\"title\\":\\"A brand was not found with an id of 7\\"}"}>`,
  ],
  [
    'auth.token-rejected',
    'https://github.com/softwaremill/sttp',
    'a response as Scala prints it',
    `Response(Left({"status":401,"title":"Unauthorized"}),401,Unauthorized,Vector(content-type: application/json),List(),RequestMetadata(GET,${API}/v3/catalog/brands,Vector(Accept-Encoding: gzip, deflate, X-Auth-Token: ***)))`,
  ],
  [
    'resource.missing',
    'https://github.com/snoyberg/http-client',
    'a request and a response as Haskell shows them',
    'HttpExceptionRequest Request {\n  host                 = "api.bigcommerce.com"\n  port                 = 443\n  secure               = True\n  requestHeaders       = [("X-Auth-Token","<REDACTED>")]\n  path                 = "/stores/k3v9qpz7ta/v3/catalog/products/9"\n  queryString          = ""\n  method               = "GET"\n  proxy                = Nothing\n}\n (StatusCodeException (Response {responseStatus = Status {statusCode = 404, statusMessage = "Not Found"}, responseVersion = HTTP/1.1, responseHeaders = [("Content-Type","application/json")], responseBody = ()}) "{\\"status\\":404}")',
  ],
  [
    'result.unknown-outcome',
    'https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry',
    'the answer among the members of the request',
    `{"insertId":"a1","httpRequest":{"requestMethod":"POST","requestUrl":"${API}/v3/orders/8/payment_actions/capture","status":503,"latency":"0.512s","protocol":"HTTP/1.1"},"severity":"ERROR","timestamp":"2026-11-20T10:00:00Z","logName":"projects/harbor/logs/sync"}`,
  ],
  [
    'limit.quota',
    'https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage',
    'an access log of a proxy',
    '[2026-11-20T10:00:00.000Z] "GET /stores/k3v9qpz7ta/v3/customers HTTP/2" 429 - via_upstream - "-" 0 60 45 44 "-" "sync/1.0" "8f1b0c2d-aaaa-4bbb-8ccc-1234567890ab" "api.bigcommerce.com" "34.1.2.3:443" outbound|443||api.bigcommerce.com',
  ],
  [
    'auth.token-rejected',
    'https://learn.microsoft.com/azure/azure-monitor/app/data-model-complete',
    'a dependency, with what was asked as its name',
    'timestamp=2026-11-20T10:00:00Z itemType=dependency type=HTTP name="GET /stores/k3v9qpz7ta/v2/orders" target=api.bigcommerce.com resultCode=401 success=False duration=120.4',
  ],
  [
    'request.field-invalid',
    'https://www.nushell.sh/book/working_with_tables.html',
    'a table that a shell draws',
    `╭───┬────────┬──────────────────────────────────────────────────────┬────────╮\n│ # │ method │ url                                                  │ status │\n├───┼────────┼──────────────────────────────────────────────────────┼────────┤\n│ 0 │ POST   │ ${API}/v3/hooks │    422 │\n╰───┴────────┴──────────────────────────────────────────────────────┴────────╯`,
  ],
  [
    'resource.missing',
    'https://github.com/vcr/vcr',
    'a cassette in YAML',
    `---\nhttp_interactions:\n- request:\n    method: get\n    uri: ${API}/v3/catalog/products/812\n    body:\n      encoding: US-ASCII\n      string: ''\n    headers:\n      Accept:\n      - application/json\n  response:\n    status:\n      code: 404\n      message: Not Found\n    headers:\n      Content-Type:\n      - application/json\n    body:\n      encoding: UTF-8\n      string: '{"status":404,"title":"A product was not found with an id of 812"}'\n  recorded_at: Fri, 20 Nov 2026 10:00:00 GMT\nrecorded_with: VCR 6.3.1`,
  ],
  [
    'network.unreachable',
    'https://github.com/Perl-Toolchain-Gang/HTTP-Tiny',
    'a status that Perl makes up',
    `GET ${API}/v2/orders\n599 Internal Exception\nCould not connect to 'api.bigcommerce.com:443': Connection refused at sync.pl line 31.`,
  ],
  [
    'platform.worker-failed',
    'https://github.com/cloudflare/workers-sdk',
    'a Worker that used too much time, in its tail',
    'GET https://shop.harbor.example/api/cart - Exceeded CPU Limit @ 11/20/2026, 10:00:00 AM',
  ],
  [
    'platform.worker-failed',
    'https://developers.cloudflare.com/workers/observability/logs/tail-workers/',
    'the same as a line of JSON',
    '{"outcome":"exceededCpu","scriptName":"bc-proxy","exceptions":[],"logs":[],"eventTimestamp":1764000000000,"event":{"request":{"url":"https://shop.harbor.example/api/cart","method":"POST","headers":{"host":"shop.harbor.example"},"cf":{}}}}',
  ],
  [
    'callback.receiver',
    'https://github.com/bigcommerce/docs/pull/988',
    'a provider of taxes that logs what it was sent',
    '2026-11-20T10:00:00Z POST https://tax.harbor.example/estimate 500 body={"id":"7e1a","currency_code":"USD","customer":{"customer_id":"3"},"transaction_date":"2026-11-20T10:00:00Z","documents":[{"id":"d1"}]}',
  ],
  [
    'callback.receiver',
    'https://github.com/bigcommerce/docs/pull/214',
    'a provider of shipping that logs what it was sent',
    '2026-11-20T10:00:00Z POST https://rates.harbor.example/rate 504 body={"base_options":{"origin":{"zip":"78701"},"items":[]},"connection_options":{}}',
  ],
  [
    'callback.receiver',
    'https://developer.bigcommerce.com/docs/integrations/tax',
    'a provider of taxes that logs the path alone',
    '[provider] POST https://app.harbor.example/bc/tax/estimate -> 504 in 9021 ms',
  ],
  [
    'callback.receiver',
    'https://developer.bigcommerce.com/docs/integrations/shipping',
    'a provider of shipping that does',
    'POST https://app.harbor.example/shipping/check_connection_options 500 12ms',
  ],
  [
    'platform.error',
    'https://github.com/urql-graphql/urql',
    'a class that says network, and a phrase that says more',
    '[CombinedNetworkError] Internal Server Error',
  ],
  [
    'auth.token-missing',
    'https://developer.mozilla.org/en-US/docs/Web/API/Window/fetch',
    'a status noted behind a call',
    `await fetch("${API}/v3/orders"); // 401`,
  ],
];

export default pasted(pastes);
