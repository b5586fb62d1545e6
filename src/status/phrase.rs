//! Names for codes BigCommerce has no words for.

/// The phrases of IANA's registry for the codes without a row.
pub(super) fn iana_phrase(code: u16) -> &'static str {
    match code {
        101 => "Switching Protocols",
        102 => "Processing",
        103 => "Early Hints",
        203 => "Non-Authoritative Information",
        205 => "Reset Content",
        206 => "Partial Content",
        208 => "Already Reported",
        226 => "IM Used",
        303 => "See Other",
        305 => "Use Proxy",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        402 => "Payment Required",
        407 => "Proxy Authentication Required",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        414 => "URI Too Long",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        421 => "Misdirected Request",
        424 => "Failed Dependency",
        425 => "Too Early",
        426 => "Upgrade Required",
        428 => "Precondition Required",
        431 => "Request Header Fields Too Large",
        451 => "Unavailable For Legal Reasons",
        506 => "Variant Also Negotiates",
        508 => "Loop Detected",
        510 => "Not Extended",
        511 => "Network Authentication Required",
        _ => "",
    }
}

/// Names of codes that people know from elsewhere.
///
/// ```
/// use bc_status::{status, status::OTHER_NAMES};
///
/// let (code, name) = OTHER_NAMES[0];
/// assert_eq!((status(code).text, name), ("Does Not Exist", "Not Found"));
/// ```
#[cfg(feature = "prose")]
pub const OTHER_NAMES: &[(u16, &str)] = &[
    (404, "Not Found"),
    (413, "Content / Payload Too Large"),
    (422, "Unprocessable Entity / Content"),
];
