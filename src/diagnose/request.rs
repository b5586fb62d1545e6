//! What is wrong with the request as it was sent: URL, method, headers, body.

use super::facts::Fact::*;
use super::marks::{api::*, on::*};
use super::row::{Row, sign};
use crate::status::link::*;

const OF_A_PROXY: &str =
    "cannot get /|cannot post /|cannot put /|cannot delete /|to proxy|econnrefused|proxy error";

const NO_ROUTE: &str = "route is not found|route not found|no route|check the url";

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "request.placeholder-in-url",
        title: "A placeholder in the URL was never filled in",
        solutions: &["Put the real value where the URL has `{placeholder}`; check that the variable it comes from is set."],
        link: REFERENCE,
        signs: &[
            sign(99, BAD | C204).when(&[Placeholder]).proof("The URL holds `{placeholder}`."),
            sign(99, BAD).when(&[Placeholder, Foreign]).proof("The URL holds `{placeholder}`."),
        ],
    },
    Row {
        id: "request.dev-proxy",
        title: "A server on this machine or network answered, not BigCommerce",
        solutions: &[
            "Look at the log and the proxy rules of `{host}`: it answers itself what it does not pass on.|Look at the log and the proxy rules of that server.",
        ],
        link: HEADERS,
        signs: &[
            sign(94, FAILED).when(&[Foreign]).says(OF_A_PROXY),
            sign(88, FAILED).unless(&[BigCommerce, Genuine]).says(OF_A_PROXY),
            sign(86, C3XX | FAILED).when(&[Foreign]).proof("The request went to `{host}`, and nothing in the answer is BigCommerce's."),
        ],
    },
    Row {
        id: "request.insecure-url",
        title: "The URL begins with http, not https",
        solutions: &["Use `https://{host}`: http sends the token in the clear, and its redirect loses method or body."],
        link: HEADERS,
        signs: &[
            sign(94, C3XX | LOST | C400 | C403 | C404).when(&[Insecure, BigCommerce]).proof("The URL begins with `http:`."),
            sign(50, FAILED).when(&[Insecure, BigCommerce]).proof("The URL begins with `http:`."),
        ],
    },
    Row {
        id: "request.url-port",
        title: "The URL names a port",
        solutions: &["Leave `:{port}` out: the APIs are at the standard port of https."],
        link: CODES,
        signs: &[sign(97, BAD).when(&[Port, BigCommerce]).proof("The URL names the port {port}.")],
    },
    Row {
        id: "request.double-slash",
        title: "The path has a double slash",
        solutions: &["Join base and path with a single slash: `{path}` has two.|Join base and path with a single slash."],
        link: REFERENCE,
        signs: &[sign(95, C3XX | C4XX).path("//").proof("The path is `{path}`.")],
    },
    Row {
        id: "request.wrong-host",
        title: "This path is not served by this host",
        solutions: &[
            "Management is at `api.bigcommerce.com/stores/HASH/v3`, storefront APIs at the shop's domain, payments at `payments.bigcommerce.com`, OAuth at `login.bigcommerce.com`, B2B at `api-b2b.bigcommerce.com`.",
        ],
        link: REFERENCE,
        signs: &[
            sign(93, C3XX | C400 | C401 | C403 | C404 | C405 | LOST).when(&[WrongHost]).unless(&[Genuine]).proof("`{path}` was asked of `{host}`."),
            sign(80, FAILED).when(&[WrongHost]).unless(&[Genuine]).proof("`{path}` was asked of `{host}`."),
            sign(93, BAD).when(&[WrongHost, BigCommerce]).proof("`{path}` was asked of `{host}`."),
        ],
    },
    Row {
        id: "request.url-too-long",
        title: "The URL is too long",
        solutions: &["Ask for fewer ids at a time: this URL has {length} characters, and 1,024 to 2,048 are the most."],
        link: PLATFORM_LIMITS,
        signs: &[
            sign(96, C414),
            sign(94, BAD).when(&[TooLong]).proof("The URL has {length} characters."),
            sign(90, C4XX).says("uri too|url*too long|uri*too l"),
        ],
    },
    Row {
        id: "request.method-unsupported",
        title: "The REST APIs do not know the method {method}",
        solutions: &["Use GET, POST, PUT or DELETE; for PATCH use PUT."],
        link: CODES,
        signs: &[sign(96, C501), sign(95, C4XX).of(KNOWN).when(&[UnknownMethod]).proof("The method is {method}.")],
    },
    Row {
        id: "request.method-not-on-route",
        title: "This path does not take {method}",
        solutions: &[
            "{method} exists on `{elsewhere}`, not on `{route}`.",
            "`{route}` takes {methods}, as far as the specifications tell.|Look up which methods the path takes.",
        ],
        link: REFERENCE,
        signs: &[
            sign(89, C404 | C405).of(KNOWN).when(&[MethodOff]).proof("The specifications know `{route}` with {methods} only."),
            sign(89, C400 | C403).says(NO_ROUTE).when(&[MethodOff]).proof("The specifications know `{route}` with {methods} only."),
            sign(64, C405),
        ],
    },
    Row {
        id: "request.trailing-slash",
        title: "The path ends with a slash",
        solutions: &["Drop the last slash of `{path}`.|Drop the last slash."],
        link: REFERENCE,
        signs: &[
            sign(89, C3XX | C404).when(&[TrailingSlash]).unless(&[NamesEntity]).proof("The path is `{path}`."),
            sign(87, C401 | C403).of(V2).when(&[TrailingSlash]).unless(&[LacksToken]).proof("The path is `{path}`; V2 was seen to answer that with 401."),
            sign(60, C401 | C403 | C405).of(REST).when(&[TrailingSlash]).proof("The path is `{path}`."),
        ],
    },
    Row {
        id: "request.route-unknown",
        title: "There is probably no such path",
        solutions: &[
            "Did you mean `{similar}`?",
            "Check version and parents of the path against the reference.",
        ],
        link: REFERENCE,
        signs: &[
            sign(88, C403 | C404 | C405).of(KNOWN).says(NO_ROUTE).when(&[RouteUnknown]).proof("`{path}` is in no specification, and the gateway knows no such route."),
            sign(70, C404).says(NO_ROUTE),
            sign(84, C404).of(KNOWN).when(&[RouteUnknown]).unless(&[NamesEntity]).proof("`{path}` is in no specification."),
            sign(42, C404).when(&[RouteUnknown]).proof("`{path}` is in no specification."),
            sign(66, C403 | C405).of(REST).when(&[RouteUnknown]).proof("`{path}` is in no specification."),
            sign(58, C404).unless(&[RouteKnown, NamesEntity]),
        ],
    },
    Row {
        id: "request.refused-by-worker",
        title: "The Worker in front of the store refused the request itself",
        solutions: &[
            "Change the request as the answer says.",
            "To let it through, change the option `{option}` of the Worker's `createHandler`.",
        ],
        link: PACKAGE,
        signs: &[],
    },
    Row {
        id: "request.accept-missing",
        title: "The request does not say that it wants JSON",
        solutions: &["Add `Accept: application/json`: without it V2 answers in XML."],
        link: HEADERS,
        signs: &[
            sign(93, C406).when(&[LacksAccept]).proof("No `Accept` was sent."),
            sign(91, ANY).of(V2 | OAUTH).when(&[Xml]).unless(&[AcceptsXml]).proof("The answer is XML."),
            sign(60, ANY).of(UNKNOWN).when(&[Xml]).unless(&[AcceptsXml]).proof("The answer is XML."),
        ],
    },
    Row {
        id: "request.accept-unsupported",
        title: "The format named in Accept is not offered",
        solutions: &["Payments want `Accept: application/vnd.bc.v1+json`, all else `Accept: application/json`."],
        link: HEADERS,
        signs: &[
            sign(92, C406).when(&[HasAccept]).proof("The request asks for `{accept}`."),
            sign(84, C406),
        ],
    },
    Row {
        id: "request.content-type-missing",
        title: "The request does not say what its body is",
        solutions: &["Add `Content-Type: application/json` to your {method}.|Add `Content-Type: application/json`."],
        link: HEADERS,
        signs: &[
            sign(96, C400 | C415).says("content-type*missing|missing content-type|content-type*required|content type*missing"),
            sign(95, C415).when(&[LacksContentType]).proof("No `Content-Type` was sent."),
            sign(89, C400 | C422 | C500).when(&[Writes, SendsBody, LacksContentType]).proof("No `Content-Type` was sent."),
        ],
    },
    Row {
        id: "request.content-type-unsupported",
        title: "This kind of body is not accepted here",
        solutions: &[
            "Send JSON with `Content-Type: application/json`, not `{content_type}`.|Send JSON with `Content-Type: application/json`; only files go as `multipart/form-data`.",
        ],
        link: HEADERS,
        signs: &[
            sign(93, C400 | C415).unless(&[LacksContentType]).says("media type|content type*not|content-type*not|unsupported content"),
            sign(90, C415).unless(&[LacksContentType]),
            sign(88, C400 | C422 | C500).when(&[Writes, OddContentType]).proof("The request says that its body is `{content_type}`."),
            sign(91, C400 | C422).says("image_url").when(&[SendsForm]).proof("The request says that its body is `{content_type}`."),
        ],
    },
    Row {
        id: "request.remote-file-unreachable",
        title: "BigCommerce could not fetch a file from the address given",
        solutions: &["Open the file's URL in a private window: it must answer 200, and its host must not block BigCommerce. Else upload the file."],
        link: REFERENCE,
        signs: &[sign(95, INVALID | C404 | C500).says("be downloaded|to download|not download|downloading|be fetched|to fetch|be retrieved|file host|blocking requests|url*not accessible|url*reach|remote file|remote image")],
    },
    Row {
        id: "request.body-syntax",
        title: "The body is not valid JSON",
        solutions: &["Send what a JSON serializer returns; look for single quotes, trailing commas, missing brackets."],
        link: CODES,
        signs: &[
            sign(96, C400 | C422 | C500).when(&[BrokenJson]).proof("The body sent does not parse as JSON."),
            sign(93, C400 | C422).unless(&[QueryErrors]).says("syntax error|malformed|invalid json|not valid json|to parse|not parse|be parsed|json parse|parse error|unexpected token|unexpected character|unexpected end|error parsing|json decode|not decode|not well-formed"),
        ],
    },
    Row {
        id: "request.filter-missing",
        title: "A deletion of a collection has to say which ones",
        solutions: &["Add a filter such as `?{filter}=...` to the {method}.|Add a filter such as `?id:in=1,2,3` to the {method}."],
        link: REFERENCE,
        signs: &[
            sign(96, C4XX).says("id:in*required|filter*required|at least one filter|a filter|missing filter|filter is missing|query parameter*required|:in parameter|:in*must be provided"),
            sign(93, C400 | C404 | C405 | C409 | C422).when(&[Unfiltered]).proof("{method} {path} has no filter."),
            sign(58, C204).when(&[Unfiltered]).proof("{method} {path} has no filter."),
        ],
    },
    Row {
        id: "request.limit-too-high",
        title: "The limit asks for more than a page may hold",
        solutions: &[
            "Ask for `limit={most}` at most, and page through the rest.|Ask for less per page.",
        ],
        link: REFERENCE,
        signs: &[
            sign(96, INVALID).when(&[LimitTooHigh]).proof("The URL has `limit={limit}`; {most} is the most."),
            sign(62, INVALID).of(REST).when(&[LimitUnusual]).proof("The URL has `limit={limit}`; most lists take 250 at most."),
            sign(85, C413).of(REST).when(&[LimitUnusual]).proof("The URL has `limit={limit}`; most lists take 250 at most."),
            sign(90, INVALID).when(&[HasLimit]).says("limit*maximum|maximum*limit|limit*less than|limit*exceed|limit*too|page size|limit*between|limit*greater than").proof("The URL has `limit={limit}`."),
        ],
    },
    Row {
        id: "request.batch-too-large",
        title: "The batch has more items than one request may",
        solutions: &[
            "Send {batch} items at a time at most.|Split the batch into smaller requests.",
        ],
        link: PLATFORM_LIMITS,
        signs: &[
            sign(97, INVALID | C500).when(&[TooManyItems]).proof("The request has {items} items; {batch} are the most."),
            sign(95, INVALID).when(&[Writes]).says("in the array|too many items|too many records|too many objects|too many products|too many*request|batch*limit|batch*too large|batch size|batch*exceed|batch*maximum|at a time|at most*item|per request|items per|array*too long|number of items|per batch|at once|a single request|in one request"),
            sign(72, C413).when(&[Batch]),
        ],
    },
    Row {
        id: "request.body-not-array",
        title: "The body has to be a list",
        solutions: &["Send a list, even for one item."],
        link: REFERENCE,
        signs: &[
            sign(94, INVALID).when(&[AboutTheWhole]).says("error.expected.jsarray|be an array|expected an array|expecting an array|not an array|be a list|expected array|array expected|array of objects"),
            sign(92, C400 | C422 | C500).when(&[NoList]).proof("The body sent is an object; {method} {route} takes a list."),
        ],
    },
    Row {
        id: "request.body-too-large",
        title: "The request, or a file in it, is too large",
        solutions: &["Make it smaller: images up to 8 MB (of variants 1 MB), themes 50 MB, redirect lists 20 MB."],
        link: PLATFORM_LIMITS,
        signs: &[
            sign(91, INVALID | C500).when(&[Writes]).unless(&[TooManyItems]).says("file*too large|too big|file size|image*too large|exceed* mb|larger than|entity too large|payload too large|body too large|request too large|maximum* mb|megabyte|content too large"),
            sign(70, C413),
            sign(84, C500).path("/variants/").when(&[Writes]).proof("An image of a variant above 1 MB is answered with 500."),
        ],
    },
    Row {
        id: "request.filter-unknown",
        title: "The route does not know this filter",
        solutions: &["Remove or correct the parameter that the body names; each route has its own filters."],
        link: REFERENCE,
        signs: &[
            sign(95, INVALID).says("filter(s)|valid filter|invalid filter|unknown filter|unsupported filter|filter*not supported|filter*invalid|unknown query|query parameter|parameter*not supported|unknown parameter|not filterable|invalid sort|invalid parameter"),
            sign(94, C400 | C422).says("not supported by this").unless(&[Writes]),
        ],
    },
    Row {
        id: "request.field-read-only",
        title: "A field that was sent cannot be written",
        solutions: &[
            "Remove `{fields}` from the body.|Remove what the answer names; send only what changes, not a whole fetched object.",
        ],
        link: REFERENCE,
        signs: &[sign(92, INVALID | C403).says("be written|read-only|read only|readonly|not be updated|can't be updated|not be changed|not be modified|not writable|not editable|immutable|not be set")],
    },
    Row {
        id: "request.field-unknown",
        title: "A field that was sent is not known here",
        solutions: &[
            "Remove `{fields}`, or correct the name.|Remove or rename the field that the answer names; V2 and V3 differ in names.",
        ],
        link: REFERENCE,
        signs: &[sign(95, INVALID).when(&[Writes]).says("not supported by this|unknown field|unknown property|unknown attribute|unrecognized|unrecognised|unexpected field|unexpected property|unexpected key|additional propert|no such field|field*not recognized|field*not exist|error.unknown|field*not allowed")],
    },
    Row {
        id: "request.field-missing",
        title: "A required field is missing",
        solutions: &[
            "Send `{fields}` too.|Send the fields that the body of the answer names.",
        ],
        link: REFERENCE,
        signs: &[sign(89, INVALID | C500).says("required|is missing|are missing|fields missing|error.path.empty|be present|be provided|be specified|be included|must specify|must provide|must supply|please provide|please specify|be blank|be empty|be null|allow null|mandatory|not provided|at least one*must")],
    },
    Row {
        id: "request.field-invalid",
        title: "A value that was sent is not accepted",
        solutions: &[
            "Correct `{fields}`, as the body of the answer says.|Correct the values that the body of the answer names.",
        ],
        link: REFERENCE,
        signs: &[
            sign(90, INVALID | C403 | C500).says("error.expected|error.min|error.max|error.pattern|error.email|error.invalid|error.url"),
            sign(76, INVALID).says("invalid|must be|should be|should have|not valid|expected|incorrect|too long|too short|less than|greater than|not match|cannot be|can not be|must contain|must have|not allowed|not supported|not permitted|unsupported|between|negative"),
            sign(84, C500).when(&[Shopping, Writes]).proof("On carts and checkouts a 500 is more often a missing option, a wrong name or an expired cart than a failure."),
            sign(55, C400 | C422 | C413).when(&[HasItems]),
            sign(46, C422),
            sign(40, C400),
        ],
    },
];
