//! What clients, servers and loggers call the parts of an exchange.

use super::value::Value;
use super::{lost, words};
use crate::text::{has, is_one_of};

/// Objects that have nothing to tell, however much there is of them.
pub(super) const SKIPPED: &str = "agent|socket|_events|_readablestate|_writablestate|httpsagent|httpagent|timings|timing|cookiejar|hooks|transitional|env|client|connection|parser|cf|cookies|querystring|pagetimings|_redirectable|outputdata|resource|instrumentationscope|prerequest|defaults|sockets|freesockets|_defaultagent|sessioncache|_sessioncache|certs";

pub(super) const STATUS: &str = "respstatus|resstatus|resstatuscode|respstatuscode|status|statuscode|httpstatus|httpstatuscode|responsestatus|responsestatuscode|responsecode|httpresponsestatuscode|httpcode|upstreamstatus|edgeresponsestatus|scstatus|downstreamstatus|originstatus";
pub(super) const METHOD: &str =
    "reqmethod|method|httpmethod|httprequestmethod|requestmethod|clientrequestmethod|csmethod|verb";
pub(super) const URL: &str = "requrl|requri|url|uri|urlfull|httpurl|requesturl|requesturi|fullurl|href|endpoint|apiendpoint|urleffective|effectiveurl|responseurl|httprequestfulluri|httptarget|urllist|requesturls|upstream|upstreamurl";
pub(super) const BASE: &str = "baseurl|prefixurl|baseuri";
pub(super) const PATH: &str = "path|pathname|urlpath|target|requestpath|clientrequesturi";
pub(super) const QUERY: &str = "query|querystring|urlquery|args|csuriquery";
pub(super) const REQUESTS: &str =
    "request|req|config|cfg|options|requestoptions|httprequest|requestconfig|input";
pub(super) const ANSWERS: &str = "response|res|reply|answer|httpresponse|rawresponse";
pub(super) const REQUEST_HEADERS: &str = "requestheaders|reqheaders|httprequestheaders";
pub(super) const ANSWER_HEADERS: &str =
    "responseheaders|resheaders|respheaders|httpresponseheaders";
pub(super) const ANSWER_BODIES: &str = "responsebody|responsedata|responsetext|responsepayload|responsecontent|httpresponsebody|httpresponsebodycontent|httpfiledata|rawbody|bodytext|body|data|content|text|payload";
pub(super) const REQUEST_BODIES: &str = "requestbody|data|body|json|payload|postdata|requestdata";
pub(super) const SAID: &str = "outcome|message|msg|error|excinfo|exception|stack|stacktrace|err|reason|event|name|failuretext|errortext|errormessage|detail|details|logmessage|title|errormsg|excvalue";
/// What only somebody writes who speaks of requests, and no answer of BigCommerce's.
const TELLING: &str = "httprequestline|httpresponseline|reqmethod|requrl|respstatus|outcome|downstreamstatus|statuscode|statustext|statusmessage|httpstatus|httpstatuscode|responsestatus|responsestatuscode|responsecode|edgeresponsestatus|httpresponsestatuscode|method|httpmethod|httprequestmethod|requestmethod|url|urlfull|httpurl|uri|requesturl|upstream|upstreamurl|headers|requestheaders|responseheaders|responsebody|responsepayload|responsecontent|request|req|response|res|config|err|excinfo|level|levelname|severity|stack|exitcode|urleffective|httpcode|responseurl|cause|isaxioserror|baseurl|options|breadcrumbs|exception";
/// What an answer of BigCommerce's says of itself.
const OF_BODIES: &str = "title|type|errors|detail|instance|meta|extensions|weight";

/// In small letters, without what stands between words, nor whose it is.
pub(super) fn plain(key: &str) -> String {
    let letters = key.bytes().filter(u8::is_ascii_alphanumeric);
    let name: String = letters.map(|byte| byte.to_ascii_lowercase() as char).collect();
    match name.strip_prefix("bigcommerce").or_else(|| name.strip_prefix("bc")) {
        Some(rest) if !rest.is_empty() => rest.into(),
        _ => name,
    }
}

/// Whether a text is a path of the API, whatever it is called.
pub(super) fn is_path(text: &str) -> bool {
    ["/v2/", "/v3/", "/stores/"].into_iter().any(|front| text.starts_with(front))
}

/// Whether an object speaks of a request and its answer, and is not the body of one.
pub(super) fn is_exchange(value: &Value) -> bool {
    let (mut telling, mut of_bodies, mut called) = (0, 0, 0);
    for (name, inner) in value.members() {
        let key = plain(name);
        let says = |said: &str| {
            lost::failure_in(said).is_some()
                || words::status_in(said).is_some_and(|(_, sure)| sure > 6)
                || words::request_in(said).is_some()
                || has(said, "BigCommerce|Bigcommerce")
                    && words::status_in(said).is_some_and(|(code, _)| code >= 400)
        };
        let is_lost = is_one_of(&key, "code|message|error|cause") && inner.text().is_some_and(says);
        let said = inner.text().unwrap_or("");
        called += u32::from(words::is_method(said) || is_path(said));
        let is_telling = is_lost || is_first_line(said);
        telling += u32::from(is_one_of(&key, TELLING)) + 2 * u32::from(is_telling);
        let is_own = is_one_of(&key, OF_BODIES) && !name.starts_with('_');
        of_bodies += u32::from(is_own && !matches!(inner, Value::Word(_)));
    }
    // A method and a path speak of a request whatever they are called, and one of them of anything.
    telling += if called > 1 { called } else { 0 };
    telling > of_bodies || telling > 1
}

/// `GET /v3/carts HTTP/1.1`, as servers write it, or `HTTP/1.1 404 Not Found`; there may be more behind it.
pub(super) fn is_first_line(text: &str) -> bool {
    if text.starts_with("HTTP/") {
        return true;
    }
    let mut parts = text.lines().next().unwrap_or("").split(' ');
    parts.next().is_some_and(words::is_method)
        && parts.nth(1).is_some_and(|version| version.starts_with("HTTP/"))
        && parts.next().is_none()
}
