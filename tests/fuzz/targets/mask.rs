//! Arbitrary texts: what is around the masks was there, in its order.
#![no_main]

use bc_status::masked;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data).replace('*', "");
    let once = masked(&text);
    assert!(once.len() <= 3 * text.len(), "{text:?}");
    let mut rest = text.as_str();
    for part in once.split("***") {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part:?} of {text:?}"));
        rest = &rest[at + part.len()..];
    }
});
