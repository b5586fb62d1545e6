//! What is wrong with the request as it was sent: URL, method, headers, body.

use super::bits::{api::*, on::*};
use super::facts::Fact::*;
use super::row::{Kind::*, findings, sign};
use crate::status::link::*;

const OF_A_PROXY: &str =
    "cannot get /|cannot post /|cannot put /|cannot delete /|to proxy|econnrefused|proxy error";

const NO_ROUTE: &str = "route is not found|route not found|no route|check the url";

findings! {
    REQUEST_PLACEHOLDER_IN_URL = "request.placeholder-in-url" {
        example: {
            url: "https://api.bigcommerce.com/stores/{store_hash}/v3/catalog/brands",
            status: Some(403),
        },
        kind: Fault,
        values: "placeholder bare",
        link: REFERENCE,
        signs: &[
            sign(99, BAD | C204).when(&[Placeholder]).unless(&[TrailingSlash, Notation]).shows("placeholder"),
            sign(99, BAD).when(&[Placeholder, Foreign]).unless(&[Notation]).shows("placeholder"),
            // Whoever writes of a route leaves its names in it, which clients escape as they send them.
            sign(83, BAD & !C409 & !C422 | C204).when(&[Placeholder, Notation]).unless(&[TrailingSlash]).shows("placeholder"),
            // Two causes, either of which is enough.
            sign(72, BAD | C204).when(&[Placeholder, TrailingSlash]).shows("placeholder"),
            sign(24, C400 | C401 | C403 | C404).when(&[TakenOut]).shows("taken-out"),
        ],
    }
    REQUEST_NOT_SENT = "request.not-sent" {
        example: { failure: Some(bc_status::Failure::Aborted), unsent: true },
        kind: Fault,
        values: "",
        link: ERRORS,
        signs: &[sign(89, LOST).when(&[Aborted, Unsent])],
    }
    REQUEST_DEV_PROXY = "request.dev-proxy" {
        example: { url: "http://localhost:3000/api/storefront/carts", status: Some(405) },
        kind: Fault,
        values: "host",
        link: HEADERS,
        signs: &[
            sign(94, FAILED).when(&[Foreign]).says(OF_A_PROXY),
            sign(88, FAILED).unless(&[BigCommerce, Genuine, Elsewhere]).says(OF_A_PROXY),
            sign(86, C3XX | FAILED).when(&[Foreign, AnswerKnown]).shows("foreign"),
            sign(86, C3XX | FAILED).when(&[Foreign]).unless(&[AnswerKnown]),
            sign(56, C5XX).when(&[Anybodys]),
        ],
    }
    REQUEST_INSECURE_URL = "request.insecure-url" {
        example: { url: "http://api.bigcommerce.com/stores/abc123/v2/orders/4471" },
        kind: Fault,
        values: "host",
        link: HEADERS,
        signs: &[
            sign(94, C3XX | LOST | C400 | C403 | C404).when(&[Insecure, BigCommerce]).shows("http"),
            sign(94, BAD & !C429).when(&[Insecure, OfStore]).unless(&[Genuine]).shows("http"),
            sign(50, FAILED).when(&[Insecure, BigCommerce]).shows("http"),
            sign(97, C400).says("plain http request was sent to https"),
        ],
    }
    REQUEST_URL_PORT = "request.url-port" {
        example: {
            url: "https://api.bigcommerce.com:8443/stores/abc123/v3/catalog/products",
            status: Some(400),
        },
        kind: Fault,
        values: "port",
        link: CODES,
        signs: &[
            sign(97, BAD).when(&[Port, BigCommerce]).shows("port"),
            sign(62, C400 | C403 | C404 | C5XX | LOST).when(&[Port, OfStore]).unless(&[Genuine]).shows("port"),
        ],
    }
    REQUEST_DOUBLE_SLASH = "request.double-slash" {
        example: {
            url: "https://api.bigcommerce.com/stores/abc123/v3//channels",
            status: Some(404),
        },
        kind: Fault,
        values: "setting path",
        link: REFERENCE,
        signs: &[
            sign(95, C3XX | C4XX & !C429).path("//").unless(&[UrlInPath]).shows("path"),
            sign(94, C5XX | LOST).path("//").when(&[OfStore]).unless(&[Genuine]).shows("path"),
            sign(60, C5XX | LOST | C429).path("//").shows("path"),
            // The store's address, which is not shown, comes out of a setting.
            sign(84, C503).path("/admin/oauth/info").when(&[Anybodys]),
        ],
    }
    REQUEST_WRONG_HOST = "request.wrong-host" {
        example: { url: "https://api.bigcommerce.com/api/storefront/carts", status: Some(404) },
        kind: Fault,
        values: "path host network edgeCode",
        link: HEADERS,
        signs: &[
            sign(92, FAILED).says("EDGE-HOST").shows("edge"),
            sign(93, C3XX | C400 | C401 | C403 | C404 | C405).when(&[WrongHost]).unless(&[Genuine]).shows("asked-of-host"),
            // Where nothing answered, it may be a gateway of one's own, unless it is called like BigCommerce.
            sign(93, LOST).when(&[WrongHost, Misspelt]).shows("asked-of-host"),
            sign(93, LOST).of(UNKNOWN).when(&[Misspelt, Unsent]).shows("asked-of-host"),
            // The token is good, and the address is that of the older API, which reads another one.
            sign(89, C401 | C403 | C404).when(&[OldApi, HasToken]).shows("asked-of-host"),
            sign(80, FAILED & !C502 & !C504).when(&[WrongHost]).unless(&[Genuine]).shows("asked-of-host"),
            // Behind a host that waits for another one there may be the right one.
            sign(58, C502 | C504).when(&[WrongHost]).unless(&[Genuine, BigCommerce]).shows("asked-of-host"),
            sign(93, BAD).when(&[WrongHost, BigCommerce]).shows("asked-of-host"),
            sign(88, C404).path("/admin/oauth/info").unless(&[Genuine]),
            sign(89, C3XX | C400 | C401 | C403 | C404 | C405).of(KNOWN).when(&[Elsewhere]).shows("asked-of-host"),
            sign(64, C4XX).when(&[Elsewhere]).shows("asked-of-host"),
            // What fails inside may be a server of one's own.
            sign(55, C5XX).when(&[Elsewhere]).shows("asked-of-host"),
            sign(84, C401 | C403).when(&[HasCredential]).unless(&[BigCommerce, WrongHeader]).says(super::auth::NO_TOKEN).shows("credential-lost"),
        ],
    }
    REQUEST_URL_TOO_LONG = "request.url-too-long" {
        example: { status: Some(414) },
        kind: Fault,
        values: "length",
        link: PLATFORM_LIMITS,
        signs: &[
            sign(96, C414),
            sign(94, BAD).when(&[TooLong]).shows("length"),
            sign(90, C4XX).says("uri too|url*too long|uri*too l"),
        ],
    }
    REQUEST_METHOD_UNSUPPORTED = "request.method-unsupported" {
        example: {
            method: "PATCH",
            url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products/310",
            status: Some(404),
        },
        kind: Fault,
        values: "method",
        link: CODES,
        signs: &[sign(96, C501), sign(95, C4XX).of(KNOWN).when(&[UnknownMethod]).shows("method")],
    }
    REQUEST_METHOD_NOT_ON_ROUTE = "request.method-not-on-route" {
        example: {
            url: "https://api.bigcommerce.com/stores/abc123/v3/payments/access_tokens",
            status: Some(404),
        },
        kind: Fault,
        values: "method elsewhere route methods",
        link: REFERENCE,
        signs: &[
            sign(89, C404 | C405).of(KNOWN & !STOREFRONT).when(&[MethodOff]).shows("known-methods"),
            // Pages call more of it than its specification has.
            sign(68, C404 | C405).of(STOREFRONT).when(&[MethodOff]).shows("known-methods"),
            sign(89, C400 | C403 | C404).says(NO_ROUTE).when(&[MethodOff]).shows("known-methods"),
            sign(62, C404 | C405).of(KNOWN).when(&[MethodMayBeOff]).shows("known-methods"),
            // The gateway knows no such route, and the specifications do: then it is the method,
            // if only that is not known.
            sign(59, C404).says(NO_ROUTE).when(&[RouteKnown]).unless(&[Reads, Writes]).shows("known-methods"),
            // The same is said of a path that there is not, and of one that takes other methods.
            sign(48, C404).of(UNKNOWN).says(NO_ROUTE),
            sign(64, C405),
        ],
    }
    REQUEST_TRAILING_SLASH = "request.trailing-slash" {
        example: {
            url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/summary/",
            status: Some(404),
        },
        kind: Fault,
        values: "path",
        link: REFERENCE,
        signs: &[
            sign(89, C3XX | C404).when(&[TrailingSlash]).unless(&[NamesEntity]).shows("path"),
            sign(87, C401 | C403).of(V2).when(&[TrailingSlash]).unless(&[LacksToken]).shows("path-v2-401"),
            sign(79, C403).of(REST).when(&[TrailingSlash]).shows("path"),
            sign(60, C401 | C405).of(REST).when(&[TrailingSlash]).shows("path"),
            sign(45, C400 | C422 | C5XX | LOST).of(KNOWN).when(&[TrailingSlash]).unless(&[Genuine]).shows("path"),
        ],
    }
    REQUEST_ROUTE_UNKNOWN = "request.route-unknown" {
        example: {
            url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/product",
            status: Some(404),
        },
        kind: Fault,
        values: "similar path",
        link: REFERENCE,
        signs: &[
            sign(88, C403 | C404 | C405).of(KNOWN).says(NO_ROUTE).when(&[RouteUnknown]).shows("no-such-route"),
            sign(70, C404).says(NO_ROUTE).unless(&[RouteKnown]),
            sign(50, C404).says(NO_ROUTE).when(&[RouteKnown]).unless(&[MethodOff]),
            sign(89, C403).of(REST).when(&[RouteUnknown, OtherVersion]).unless(&[HostUntold]).shows("in-no-specification"),
            // Without the session of a page, B2B Edition has no such lists.
            sign(79, C404).of(B2B).when(&[RouteKnown]).unless(&[NamesOne, NamesEntity]),
            sign(80, C404).of(V2).when(&[RouteKnown, Suffixed]).unless(&[OfOne, NamesEntity]).shows("in-no-specification"),
            sign(84, C404).of(KNOWN).when(&[RouteUnknown]).unless(&[NamesEntity]).shows("in-no-specification"),
            sign(42, C404).when(&[RouteUnknown]).shows("in-no-specification"),
            sign(72, C403 | C405).of(REST).when(&[RouteUnknown]).unless(&[HostUntold]).shows("in-no-specification"),
            sign(58, C404).unless(&[RouteKnown, NamesEntity]),
        ],
    }
    REQUEST_REFUSED_BY_WORKER = "request.refused-by-worker" {
        example: {
            status: Some(403),
            body: Some(r#"{"code":"origin-refused","title":"Forbidden","detail":"…","type":"about:blank"}"#),
        },
        kind: Fault,
        values: "option",
        link: PACKAGE,
        signs: &[],
    }
    REQUEST_ACCEPT_MISSING = "request.accept-missing" {
        example: { request_headers: Some(&[]), status: Some(406) },
        kind: Fault,
        values: "",
        link: HEADERS,
        signs: &[
            sign(93, C406).when(&[LacksAccept]).shows("no-accept"),
            sign(91, ANY).of(V2 | OAUTH).when(&[Xml]).unless(&[AcceptsXml, WebDav, HasError]).shows("xml"),
            // What it says is why it failed, in whatever format.
            sign(60, ANY).of(V2 | OAUTH | UNKNOWN).when(&[Xml]).unless(&[AcceptsXml, WebDav]).shows("xml"),
        ],
    }
    REQUEST_ACCEPT_UNSUPPORTED = "request.accept-unsupported" {
        example: { request_headers: Some(&[("Accept", "text/csv")]), status: Some(406) },
        kind: Fault,
        values: "accept",
        link: HEADERS,
        signs: &[
            sign(92, C406).when(&[HasAccept]).unless(&[AcceptsAll]).shows("accept"),
            sign(70, C406).when(&[AcceptsAll]).shows("accept"),
            sign(84, C406).unless(&[AcceptsAll]),
        ],
    }
    REQUEST_CONTENT_TYPE_MISSING = "request.content-type-missing" {
        example: { request_headers: Some(&[]), status: Some(415) },
        kind: Fault,
        values: "method",
        link: HEADERS,
        signs: &[
            sign(96, C400 | C415).says("content-type*missing|missing content-type|content-type*required|content type*missing"),
            sign(95, C415).when(&[LacksContentType]).shows("no-content-type"),
            sign(82, C400 | C422 | C500).when(&[Writes, SendsBody, LacksContentType]).unless(&[AboutFields, QueryErrors]).shows("no-content-type"),
            sign(50, C400 | C422).when(&[Writes, SendsBody, LacksContentType]).shows("no-content-type"),
        ],
    }
    REQUEST_CONTENT_TYPE_UNSUPPORTED = "request.content-type-unsupported" {
        example: {
            method: "POST",
            request_headers: Some(&[("Content-Type", "application/x-www-form-urlencoded")]),
            status: Some(400),
        },
        kind: Fault,
        values: "contentType",
        link: HEADERS,
        signs: &[
            sign(93, C400 | C415).unless(&[LacksContentType]).says("media type|content type*not|content-type*not|unsupported content"),
            sign(90, C415).unless(&[LacksContentType]),
            sign(88, C400 | C422 | C500).when(&[Writes, OddContentType]).unless(&[AboutFields]).shows("content-type"),
            sign(98, C4XX).of(OAUTH).when(&[JsonAsForm]).shows("json-as-form"),
            sign(91, C400 | C422).says("image_url").when(&[SendsForm]).shows("content-type"),
        ],
    }
    REQUEST_REMOTE_FILE_UNREACHABLE = "request.remote-file-unreachable" {
        example: {
            method: "POST",
            status: Some(422),
            body: Some(r#"{"title":"The image could not be downloaded"}"#),
        },
        kind: Fault,
        values: "",
        link: CLIENT_ERRORS,
        signs: &[
            sign(95, INVALID | C404 | C500).of(REST | UNKNOWN).unless(&[Reads]).says("be downloaded|to download|not download|downloading|file host|blocking requests|url*not accessible|url*reach|remote file|remote image|image*be fetched|image*be retrieved|fetch*image|file*be fetched|file*be retrieved|fetch*file"),
            // V2 and V3 say no more of an address that they cannot load.
            sign(86, INVALID).when(&[SendsAddress]).says("field 'image_file' is invalid|field 'image_url' is invalid|image_file is invalid|image_url is invalid"),
            sign(95, INVALID | C404 | C500).of(REST).path("/image").unless(&[Reads]).says("be fetched|to fetch|be retrieved"),
        ],
    }
    REQUEST_BODY_SYNTAX = "request.body-syntax" {
        example: { method: "POST", request_body: Some("{'name': 'Sale'}"), status: Some(400) },
        kind: Fault,
        values: "",
        link: CLIENT_ERRORS,
        signs: &[
            sign(96, C400 | C422 | C500).when(&[BrokenJson]).shows("broken-json"),
            sign(93, C400 | C422).unless(&[QueryErrors]).says("syntax error|malformed json|malformed body|malformed request|invalid json|not valid json|json parse|parse error|unexpected token|unexpected character|unexpected end|error parsing|json decode|not decode|not well-formed"),
            sign(93, C400 | C422).unless(&[QueryErrors, AboutFields]).says("malformed|to parse|not parse|be parsed"),
            sign(96, C4XX).of(OAUTH).when(&[FormAsJson]).shows("broken-json"),
        ],
    }
    REQUEST_FILTER_MISSING = "request.filter-missing" {
        example: {
            method: "DELETE",
            url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products",
            status: Some(422),
        },
        kind: Fault,
        values: "filter method path",
        link: CLIENT_ERRORS,
        signs: &[
            sign(96, C4XX).of(REST | UNKNOWN).says("id:in*required|filter*required|at least one filter|a filter |missing filter|filter is missing|query parameter*required|:in parameter|:in*must be provided"),
            sign(93, C400 | C404 | C405 | C409 | C422).when(&[Unfiltered]).shows("no-filter"),
            sign(58, C204).when(&[Unfiltered]).shows("no-filter"),
        ],
    }
    REQUEST_LIMIT_TOO_HIGH = "request.limit-too-high" {
        example: {
            url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=1000",
            status: Some(422),
        },
        kind: Fault,
        values: "most limit",
        link: CLIENT_ERRORS,
        signs: &[
            sign(96, INVALID).when(&[LimitTooHigh]).shows("limit-too-high"),
            sign(96, C200 | C400 | C422).when(&[QueryErrors]).says("'first' cannot exceed|'last' cannot exceed|\"first\" cannot exceed|\"last\" cannot exceed"),
            sign(62, INVALID).of(REST).when(&[LimitUnusual]).shows("limit-unusual"),
            sign(85, C413).of(REST).when(&[LimitUnusual]).shows("limit-unusual"),
            sign(90, INVALID).when(&[HasLimit]).says("limit*maximum|maximum*limit|limit*less than|limit*exceed|limit*too|page size|limit*between|limit*greater than").shows("limit"),
        ],
    }
    REQUEST_BATCH_TOO_LARGE = "request.batch-too-large" {
        example: {
            method: "POST",
            url: "https://api.bigcommerce.com/stores/abc123/v3/customers",
            status: Some(413),
        },
        kind: Fault,
        values: "batch items",
        link: PLATFORM_LIMITS,
        signs: &[
            sign(97, INVALID | C500).when(&[TooManyItems]).shows("too-many-items"),
            sign(95, INVALID).unless(&[Reads, Graphql, Shopping]).says("too many items|too many records|too many objects|too many products|too many*request|batch*limit|batch*too large|batch size|batch*exceed|batch*maximum|at most*item|up to*in a request|up to*in one|up to*per|array*too long|per batch|a single request|in one request"),
            sign(95, INVALID).of(REST | B2B).unless(&[Reads, Graphql, Shopping]).says("at a time"),
            sign(95, INVALID).when(&[Batch, Writes]).says("in the array|per request|items per|number of items|at once"),
            sign(72, C413).when(&[Batch]),
        ],
    }
    REQUEST_BODY_NOT_ARRAY = "request.body-not-array" {
        example: {
            method: "PUT",
            url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/variants",
            request_body: Some(r#"{"id":7}"#),
            status: Some(422),
        },
        kind: Fault,
        values: "method route",
        link: CLIENT_ERRORS,
        signs: &[
            sign(94, INVALID).when(&[AboutTheWhole]).unless(&[TakesNoList, Graphql, Reads]).says("error.expected.jsarray|be an array|be a json array|expected an array|expecting an array|not an array|be a list|expected array|array expected|array of objects"),
            sign(92, C400 | C422 | C500).when(&[NoList]).shows("no-list"),
        ],
    }
    REQUEST_BODY_TOO_LARGE = "request.body-too-large" {
        example: { status: Some(413) },
        kind: Fault,
        values: "network edgeCode",
        link: PLATFORM_LIMITS,
        signs: &[
            sign(96, FAILED).says("EDGE-HEADERS").shows("edge"),
            sign(97, C4XX).says("header*too large"),
            sign(95, INVALID | C500).unless(&[Reads, TooManyItems, Graphql]).says("file*too large|file*too big|image*too big|body*too big|file size|image*too large|exceed* mb|larger than*mb|larger than*kb|larger than*bytes|image*larger than|file*larger than|entity too large|payload too large|body too large|request too large|maximum* mb|megabyte|content too large"),
            sign(70, C413),
            sign(84, C500).path("/variants/").when(&[Writes]).shows("image-500"),
        ],
    }
    REQUEST_FILTER_UNKNOWN = "request.filter-unknown" {
        example: {
            status: Some(422),
            body: Some(r#"{"title":"The filter(s): colour are not valid filter parameter(s)."}"#),
        },
        kind: Fault,
        values: "",
        link: CLIENT_ERRORS,
        signs: &[
            sign(95, INVALID).unless(&[Graphql, LimitTooHigh]).says("filter(s)|valid filter|unknown filter|unsupported filter|filter*not supported|filter*invalid|unknown query|unsupported query|invalid query param|query parameter*unknown|query parameter*not allowed|query parameters are|parameter*not supported|unknown parameter|not filterable|invalid sort"),
            sign(95, INVALID).of(REST).unless(&[Writes]).says("invalid parameter"),
            sign(94, C400 | C422).says("not supported by this").when(&[Reads]),
            sign(84, C400 | C422).of(REST).when(&[NamesParameter]),
            sign(83, C400 | C422).says("not supported by this").unless(&[Writes]),
        ],
    }
    REQUEST_FIELD_READ_ONLY = "request.field-read-only" {
        example: {
            method: "PUT",
            status: Some(400),
            body: Some(r#"[{"message":"The field 'date_created' cannot be written to."}]"#),
        },
        kind: Fault,
        values: "fields field sent right",
        link: CLIENT_ERRORS,
        signs: &[
            sign(96, INVALID).when(&[SlipOfReadOnly]).shows("slip"),
            sign(92, INVALID | C403).unless(&[Graphql]).says("be written|read-only|read only|readonly|not writable|not editable|immutable|field*not be updated|field*not be changed|field*not be modified|field*not be set"),
            sign(91, INVALID).when(&[AboutFields]).unless(&[Graphql]).says("not be updated|can't be updated|not be changed|not be modified|not be set"),
            sign(62, INVALID).unless(&[Reads, Graphql]).says("not be updated|can't be updated|not be changed|not be modified|not be set"),
        ],
    }
    REQUEST_FIELD_UNKNOWN = "request.field-unknown" {
        example: {
            method: "PUT",
            status: Some(400),
            body: Some(r#"[{"message":"The field 'loyalty_tier' is not supported by this resource."}]"#),
        },
        kind: Fault,
        values: "fields",
        link: CLIENT_ERRORS,
        signs: &[
            sign(95, INVALID).when(&[Writes]).unless(&[Graphql]).says("not supported by this"),
            // Of a filter the same is said.
            sign(84, INVALID).unless(&[Reads, Graphql]).says("not supported by this"),
            sign(95, INVALID).unless(&[Reads, Graphql]).says("unknown field|unknown property|unknown attribute|unrecognized field|unrecognized prop|unrecognized key|unrecognised|unexpected field|unexpected property|unexpected key|additional propert|no such field| field*not recognized|property*not recognized| field*not exist|error.unknown| field*not allowed"),
        ],
    }
    REQUEST_FIELD_MISSING = "request.field-missing" {
        example: { status: Some(422), body: Some(r#"{"errors":{"weight":"error.path.missing"}}"#) },
        kind: Fault,
        values: "fields",
        link: CLIENT_ERRORS,
        signs: &[
            sign(88, INVALID | C500).unless(&[Graphql]).says("required|missing_shipping|missing shipping|missing billing|missing payment|is missing\t|is missing.|is missing f|is missing i|is missing:|is missing,|are missing|fields missing|error.path.empty|be present|be provided|be specified|be included|must specify|must provide|must supply|please provide|please specify|please enter|please select|please choose|be blank|be empty|be null|mandatory|not provided|is incomplete|at least one*must| requires "),
        ],
    }
    REQUEST_FIELD_INVALID = "request.field-invalid" {
        example: { status: Some(422), body: Some(r#"{"errors":{"price":"must be a number"}}"#) },
        kind: Fault,
        values: "fields field sent right",
        link: CLIENT_ERRORS,
        signs: &[
            sign(96, INVALID | C500).when(&[SlipOfValue]).shows("slip"),
            sign(90, INVALID | C403 | C500).unless(&[Graphql]).says("error.expected|error.min|error.max|error.pattern|error.email|error.invalid|error.url"),
            sign(92, INVALID).unless(&[Graphql]).says("may contain only|for input string"),
            sign(88, C403).of(REST).unless(&[Reads]).says("payload*invalid|request*invalid|input is invalid|data is invalid"),
            // What is left to ship is no stock.
            sign(96, INVALID).path("/shipments").says("quantity"),
            // Which of the two, it does not say.
            sign(89, INVALID).unless(&[AboutFields, Graphql]).says("missing or invalid|invalid or missing|requires*before"),
            sign(76, INVALID).unless(&[Graphql]).says("must be|more than*character|more than*digit|more than*decimal|limited to|must start|should be|should have|not valid|expected|incorrect|too long|too short|less than|greater than|not match|cannot be|can not be|must contain|must have|not allow|not supported|not permitted|unsupported|between|negative|invalid"),
            sign(84, C500).when(&[Shopping, Writes]).shows("cart-500"),
            sign(55, C400 | C422 | C413).when(&[HasItems]).unless(&[Graphql]),
            sign(46, C422).unless(&[Graphql]),
            sign(40, C400).unless(&[Graphql]),
        ],
    }
}
