//! Why no answer came, in the words of clients and their systems.

use super::phrases::Phrases;
use super::words::behind;
use crate::exchange::Failure;
use crate::route::Url;
use crate::text::{Search, has, is_one_of};
use std::sync::LazyLock;

/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lost {
    pub failure: Failure,
    /// Nothing of the request was sent.
    pub unsent: bool,
    /// … and nothing would be at any other time.
    pub permanent: bool,
}

/// In small letters, how applications begin, whether there was an answer or not …
const VAGUE: &str = "network request failed|failed to fetch|fetch failed|networkerror|network error|unable to connect to the|could not connect to the|error sending request";
/// … and what only an answer can say.
const OF_ANSWERS: &str =
    "scopes are|scope is|api scopes|credentials|permission|unauthori|forbidden";

/// In small letters, what clients say of a request that they did not take …
const NOT_TAKEN: &str = "parse url|invalid_url|typeerror: invalid url|invalid_arg_type|argument must be |invalid_protocol|invalid_char|invalid_http_token|no scheme supplied|only absolute urls|unsupported protocol|unsupportedprotocol|missing protocol scheme|malformedurl|bad uri(|invalid character in header|character(s) in header|illegal header value|invalid header|invalid_header_value|required in setheader|unauthorized endpoint, please check|missing storefront token|missing store hash|required to call the bigcommerce api";
/// … what browsers say that the page's own policy does not let it call …
const OF_POLICY: &str = "content security policy|blocked the loading of a resource|mixed content: |loading mixed active content";
/// … and of a server that they do not trust or cannot agree with on TLS, or an address that is none.
const NOT_TRUSTED: &str = "sslcertverificationerror|hostname mismatch|certificate's altnames|tls connection init failed|invalid peer certificate|invalidcertificate(|tcp connection to :|nil port|certificate problem:|certificate problem,|ssl peer certificate|verify the first certificate|pkix path|certificate verify failed|certificate has expired|certificate is not trusted|certificate_unknown|certificate signed by unknown|certificate validation|self-signed certificate|self signed certificate|self_signed_cert|unable_to_verify_leaf|unable to get local issuer|cert_has_expired|err_tls_cert_altname|err_cert_|trust relationship|remote certificate is invalid|fatal alert: |alert handshake|closed the transport stream|ssl/tls secure channel|alert protocol version|wrong version number|no protocols available|curl: (60)|curl: (51)|curl: (3)|curl error 60:|curl error 3:";
/// … and what browsers say of pages that may not call.
const NOT_ALLOWED: &str = "refused to frame|refused to display|frame-ancestors|blocked by cors policy|cross-origin request blocked|access control checks|is not allowed by access-control-allow-origin";
/// Where a time limit is spoken of …
const OF_SETTINGS: &str = "timeout set|timeout configured|timeout is set|timeout=";
/// … and where it was reached.
const HAPPENED: &str = "timed out|timedout|exceeded|expired|reached|timeouterror|etimedout|econnaborted|exception|deadline";
/// Where databases and brokers listen.
const OF_OTHERS: &str = ":6379|:5432|:3306|:27017|:5672|:9092|:11211";
/// All that some say of a request that was given up.
const GIVEN_UP: &str = "aborted|cancelled|canceled|load request cancelled";

/// Where nobody says why.
pub(super) const BROKEN: Lost = Lost { failure: Failure::Network, unsent: false, permanent: false };

/// In small letters, what clients say where an answer came too late …
const TIMEOUTS: &str = "timeoutexception|network timeout at|timed out|timed_out|timeout of |timeouterror|timeout error|etimedout|esockettimedout|connect_timeout|connecttimeout|headers_timeout|body_timeout|read timeout|readtimeout|opentimeout|execution expired|sockettimeoutexception|i/o timeout|deadline exceeded|timeout exceeded|operation timeout|request timeout|took longer than|timeout awaiting|timeout reached|timeout while|timeout during|, :timeout}|error,timeout}|timeout(global)|due to timeout|timedout|client.timeout|timeout specified has expired|httpclient.timeout|timeout was reached|err_timed_out|net_timeout|err_socket_timeout|econnaborted|ns_error_net_timeout|curl: (28)|curl error 28";
/// … where whoever asked did not wait for it …
const ABORTS: &str = "aborterror|operation was aborted|request aborted|request was aborted|err_aborted|err_canceled|cancelederror|ns_binding_aborted|signal is aborted|aborted by the user|context canceled|request was cancel|task was cancel|taskcanceledexception";
/// … where no connection could be made …
const UNSENT: &str = "err_blocked_by_client|verbindungsaufbau abgelehnt|connexion refus|kann nicht aufgel|impossible de trouver l'h|impossible de trouver l’h|conexión rehusada|conexión rechazada|接続を拒否|名前解決|dial tcp|dial: |before secure tls|setting cipher list|aggregateerror: error|[aggregateerror|econnrefused|connectionrefused|connect call failed|bad port| enotfound|'enotfound|eai_again|eai_nodata|ehostunreach|enetunreach|eaddrnotavail|connection refused|connection_refused|could not resolve|couldn't resolve|unable to resolve|not be resolved|not_resolved|name or service not known|nodename nor servname|name resolution|no such host|no address associated|name does not resolve|host lookup|lookup address|unknownhost|unknown_host|unknown host|nxdomain|getaddrinfo|dns error|failed to connect|couldn't connect|could not connect|can't connect|cannot connect|unable to connect|connect_error|tcp connect error|connecterror|connectexception|connecttimeout|connect timeout|connect_timeout|connect timed out|connect etimedout|connection attempts failed|establish a new connection|failed to open tcp connection|actively refused|no connection could be made|no route to host|network is unreachable|internet_disconnected|internet connection appears to be offline|address_unreachable|proxy_connection_failed|hostname could not be found|curl: (5)|curl: (6)|curl: (7)|curl error 5:|curl error 6:|curl error 7:";
/// … and where one broke.
const BREAKS: &str = "&url.error{|network request failed|wrong status line|badstatusline|econnreset|epipe|und_err_socket|net::err_|ns_error_|socket hang up|other side closed|connection reset|connection aborted|connection closed|connection was closed|connection closed before|connection error|connectionerror|connection prematurely|closed prematurely|payload is not completed|not enough data for satisfy|premature close|prematureclose|max retries exceeded|remote end closed|remotedisconnected|remoteprotocolerror| readerror|.readerror|empty reply from server|server disconnected|serverdisconnected|unexpected eof|unexpected end of file|incompleteread|broken pipe|end of file reached|eoferror|closed by the remote host|stream error: |received from peer|forcibly closed|response ended prematurely|stream was reset|stream reset|protocol_error|handshake failure|handshakeexception|sslhandshake|ssl_error|sslerror|ssl connection could not be established|fetch failed|failed to fetch|networkerror|network error|network connection was lost| load failed|error sending request|underlying connection was closed|socketexception|transporterror|no data received|connection lost";

/// Exit codes of curl for which there was an answer: (22), and (23), for which there was no room …
const ANSWERED: &str = "curl: (22)|curl: (23)|curl error 22";
/// What stands in for a server in tests, and refuses what it was not told of.
const OF_TESTS: &str =
    "any registered mock|real http connections are disabled|unregistered request";
/// Where a connection was made, whatever the class of the error says.
const SENT: &str = "bytes received|read timed out|readtimeout";
/// … and all others.
const OF_CURL: &str = "curl: (|curl error ";

static PHRASES: LazyLock<Phrases<14>> = LazyLock::new(|| {
    Phrases::of([
        ANSWERED,
        OF_TESTS,
        SENT,
        VAGUE,
        OF_ANSWERS,
        NOT_TAKEN,
        OF_POLICY,
        TIMEOUTS,
        ABORTS,
        NOT_TRUSTED,
        NOT_ALLOWED,
        UNSENT,
        BREAKS,
        OF_CURL,
    ])
});

/// Why no answer came.
pub(super) fn failure_in(line: &str) -> Option<Lost> {
    if line.len() > 4000 {
        return None;
    }
    // .NET says so of all that went wrong, and behind it what did.
    let why = line.parted("request was aborted: ").map(|(_, why)| why);
    if let Some(lost) = why.and_then(failure_in) {
        return Some(lost);
    }
    let line = [" ", line.trim_matches([' ', ':'])].concat().to_ascii_lowercase();
    let [
        answered,
        of_tests,
        sent,
        vague,
        of_answers,
        not_taken,
        of_policy,
        timeouts,
        aborts,
        not_trusted,
        not_allowed,
        unsent,
        breaks,
        of_curl,
    ] = PHRASES.said_in(&line);
    let line = line.trim_start();
    // What is set tells of nothing that happened, and what others listen at of somebody else.
    let is_set = timeouts && has(line, OF_SETTINGS) && !has(line, HAPPENED);
    let timeouts = timeouts && !is_set;
    let unsent = unsent && (!is_set || has(line, "econn|refused|resolve"));
    let is_of_others = crate::text::any(OF_OTHERS, &mut |port| {
        let is_whole = |rest: &str| !rest.starts_with(|it: char| it.is_ascii_digit() || it == '-');
        line.parted(port).is_some_and(|(_, rest)| is_whole(rest))
    });
    let is_harmless = has(line, "report only|report-only|automatically upgraded");
    let (of_policy, not_allowed) = (of_policy && !is_harmless, not_allowed && !is_harmless);
    if answered || of_tests || vague && of_answers || is_of_others {
        return None;
    }
    let (failure, unsent, permanent) = if not_allowed {
        (Failure::Network, false, true)
    } else if not_taken || of_policy {
        (Failure::Aborted, true, true)
    } else if timeouts || line == "timeout" {
        (Failure::Timeout, unsent && !sent, false)
    } else if aborts || is_one_of(line, GIVEN_UP) {
        (Failure::Aborted, false, false)
    } else if not_trusted {
        (Failure::Network, true, true)
    } else if unsent {
        (Failure::Network, true, false)
    } else if breaks || of_curl || line.ends_with(": eof") {
        return Some(BROKEN);
    } else {
        return None;
    };
    Some(Lost { failure, unsent, permanent })
}

/// The page that a browser speaks of, where it may not call.
pub(super) fn origin_in(line: &str) -> Option<&str> {
    let safari = || line.strip_prefix("Origin ").filter(|rest| has(rest, " is not allowed"));
    let page = || behind(line, "ixed Content: The page at '");
    let rest = behind(line, "from origin '").or_else(safari).or_else(page)?;
    rest.get(..rest.find(['\'', ' '])?)
}

/// What was meant to be a URL, by a client that did not take it for one.
pub(super) fn no_url_in(line: &str) -> Option<&str> {
    let insecure = || behind(behind(line, "requested an insecure ")?, "'");
    let rest = behind(line, "parse URL from ").or_else(|| behind(line, "nvalid URL '"));
    let rest = rest.or_else(insecure)?;
    rest.get(..rest.find(['\'', ' ']).unwrap_or(rest.len()))
}

/// A host that is called like BigCommerce's and is none of them, which no URL names.
pub(super) fn misspelt_host_in(line: &str) -> Option<&str> {
    let at = line.at("igcom")?;
    let is_other = |it: &u8| !it.is_ascii_alphanumeric() && !matches!(it, b'-' | b'.');
    let bytes = line.as_bytes();
    let from = bytes.get(..at)?.iter().rposition(is_other).map_or(0, |before| before + 1);
    let to = bytes.get(at..)?.iter().position(is_other).map_or(line.len(), |end| at + end);
    let host = line.get(from..to)?.trim_end_matches('.');
    (host.says(".co") && Url { host, ..Url::default() }.is_misspelt()).then_some(host)
}

/// Whether a client could not take the token for the value of a header.
pub(super) fn is_no_token(line: &str) -> bool {
    has(line, "in header content [\"X-Auth-Token|in header content [\"x-auth-token")
}

/// Whether a status in the same line tells more than that something was lost.
pub(super) fn is_vague(line: &str) -> bool {
    has(&line.to_ascii_lowercase(), VAGUE)
}

/// What only a page is told. Of a connection that was not made any program could tell.
pub(super) fn is_of_page(line: &str, is_lost: bool) -> bool {
    if !is_lost {
        return line.says("server responded with a status of");
    }
    has(
        line,
        "TypeError: Failed to fetch|TypeError: Load failed|net::ERR_FAILED|net::ERR_BLOCKED|CORS policy|Cross-Origin Request Blocked|access control checks|not allowed by Access-Control|Refused to |Content Security Policy|Mixed Content: |mixed active content|NetworkError when attempting",
    )
}
