//! Arbitrary texts that somebody pastes.
#![no_main]

use bc_status::paste;
use bc_status_fuzz::examine;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let entry = data.first().map(|byte| u32::from(byte & 3));
    for entry in [None, entry] {
        let Some(told) = paste::read(&text, entry) else { continue };
        let exchange = told.exchange;
        assert!(told.entry <= told.entries, "{text:?}");
        assert!(exchange.status.is_none_or(|code| (100..=599).contains(&code)), "{text:?}");
        assert!(exchange.status.is_none() || exchange.failure.is_none(), "{text:?}");
        assert!(exchange.failure.is_some() || !exchange.unsent, "{text:?}");
        exchange.lend(examine);
    }
});
