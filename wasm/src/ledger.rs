//! The quota that clients share. JavaScript keeps what a ledger knows, and hands it over with each
//! ask: an address would have to be freed, and many a store reads a ledger for a single one.

use crate::found::Found;
use crate::number::{count, whole};
use bc_status::pace::{SavedLedger, Seen, Unused};
use bc_status::{Lease, LeaseAsk, Ledger, LedgerError};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What `www/pace/ledger.js` keeps: as `Known` below writes it.
    pub type Saved;

    #[wasm_bindgen(method, getter, js_name = isTold)]
    fn is_told(this: &Saved) -> bool;
    #[wasm_bindgen(method, getter)]
    fn quota(this: &Saved) -> f64;
    #[wasm_bindgen(method, getter, js_name = windowMs)]
    fn window_ms(this: &Saved) -> f64;
    #[wasm_bindgen(method, getter)]
    fn number(this: &Saved) -> f64;
    #[wasm_bindgen(method, getter, js_name = endsMs)]
    fn ends_ms(this: &Saved) -> f64;
    #[wasm_bindgen(method, getter)]
    fn given(this: &Saved) -> List;
    #[wasm_bindgen(method, getter)]
    fn left(this: &Saved) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn taken(this: &Saved) -> f64;
    #[wasm_bindgen(method, getter)]
    fn others(this: &Saved) -> f64;
    #[wasm_bindgen(method, getter, js_name = heldUntilMs)]
    fn held_until_ms(this: &Saved) -> f64;
    #[wasm_bindgen(method, getter)]
    fn clients(this: &Saved) -> List;

    /// An array, which ends where there is nothing at an index.
    type List;

    #[wasm_bindgen(method, indexing_getter)]
    fn list(this: &List, index: u32) -> Option<List>;
    #[wasm_bindgen(method, indexing_getter)]
    fn text(this: &List, index: u32) -> Option<String>;
    #[wasm_bindgen(method, indexing_getter)]
    fn number(this: &List, index: u32) -> Option<f64>;

    /// `LeaseAsk` of the package, with every member in one form.
    pub type Ask;

    #[wasm_bindgen(method, getter)]
    fn client(this: &Ask) -> String;
    #[wasm_bindgen(method, getter)]
    fn want(this: &Ask) -> f64;
    /// Of each window its number, and how many permits.
    #[wasm_bindgen(method, getter)]
    fn back(this: &Ask) -> List;
    #[wasm_bindgen(method, getter)]
    fn seen(this: &Ask) -> Option<Report>;
    #[wasm_bindgen(method, getter, js_name = heldMs)]
    fn held_ms(this: &Ask) -> f64;

    type Report;

    #[wasm_bindgen(method, getter)]
    fn quota(this: &Report) -> f64;
    #[wasm_bindgen(method, getter, js_name = windowMs)]
    fn window_ms(this: &Report) -> f64;
    #[wasm_bindgen(method, getter)]
    fn left(this: &Report) -> f64;
    #[wasm_bindgen(method, getter, js_name = resetMs)]
    fn reset_ms(this: &Report) -> f64;
}

impl List {
    fn lists(&self) -> impl Iterator<Item = List> {
        (0..).map_while(|at| self.list(at))
    }
}

impl Saved {
    fn read(&self) -> Result<Ledger, LedgerError> {
        let given = self.given();
        let client = |pair: List| Some((pair.text(0)?, pair.number(1)?));
        Ledger::try_from(SavedLedger {
            is_told: self.is_told(),
            quota: self.quota(),
            window_ms: self.window_ms(),
            number: self.number(),
            ends_ms: self.ends_ms(),
            given: (0..).map_while(|at| given.number(at)).collect(),
            left: self.left(),
            taken: self.taken(),
            others: self.others(),
            held_until_ms: self.held_until_ms(),
            clients: self.clients().lists().filter_map(client).collect(),
        })
    }
}

impl Ask {
    fn read(&self) -> LeaseAsk {
        let unused = |pair: List| {
            Some(Unused { window: whole(pair.number(0)?)?, permits: count(pair.number(1)?)? })
        };
        LeaseAsk {
            client: self.client(),
            want: count(self.want()).unwrap_or_default(),
            back: self.back().lists().filter_map(unused).collect(),
            seen: self.seen().map(|seen| Seen {
                quota: seen.quota(),
                window_ms: seen.window_ms(),
                left: seen.left(),
                reset_ms: seen.reset_ms(),
            }),
            held_ms: self.held_ms(),
        }
    }
}

/// What `www/pace/ledger.js` finds: what is wrong, or the ledger as it is then.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    wrong: Option<LedgerError>,
    known: Option<Known<'a>>,
    lease: Option<Lease>,
    is_forgotten: bool,
}

/// `SavedLedger`, with its clients in a list: each name, and the moment.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Known<'a> {
    is_told: bool,
    quota: f64,
    window_ms: f64,
    number: f64,
    ends_ms: f64,
    given: &'a [f64],
    left: Option<f64>,
    taken: f64,
    others: f64,
    held_until_ms: f64,
    clients: &'a [(String, f64)],
}

impl<'a> From<&'a SavedLedger> for Known<'a> {
    fn from(saved: &'a SavedLedger) -> Known<'a> {
        let SavedLedger { is_told, quota, window_ms, number, ends_ms, .. } = *saved;
        let SavedLedger { left, taken, others, held_until_ms, .. } = *saved;
        let SavedLedger { given, clients, .. } = saved;
        Known {
            is_told,
            quota,
            window_ms,
            number,
            ends_ms,
            given,
            left,
            taken,
            others,
            held_until_ms,
            clients,
        }
    }
}

/// Reads a ledger, or begins one where none is saved. At a moment it finds whether that holds
/// nothing worth keeping, and with an ask a `Lease` as well.
#[wasm_bindgen(js_name = ledgerAsk)]
pub fn ask(saved: &Saved, now_ms: Option<f64>, ask: Option<Ask>, found: &Found) {
    let mut answer = Answer::default();
    let mut ledger = Ledger::default();
    let asked = (|| {
        if !saved.is_undefined() {
            ledger = saved.read()?;
        }
        let Some(now_ms) = now_ms else { return Ok(()) };
        if let Some(ask) = ask {
            answer.lease = Some(ledger.lease(now_ms, &ask.read())?);
        }
        answer.is_forgotten = ledger.is_forgotten(now_ms)?;
        Ok(())
    })();
    answer.wrong = asked.err();
    answer.known = Some(ledger.saved().into());
    found.give(&answer);
}
