//! In the place of the pacer, where the feature `pace` is off: there is none.

use bc_status::RateLimit;
use bc_status::fetch::{Fate, Forecast};

pub(crate) enum Pacer {}

pub(crate) struct TooLong;

impl Pacer {
    pub async fn admit(&self, _: &str, _: u32, _: f64) -> Result<(), TooLong> {
        match *self {}
    }

    pub fn settle(&self, _: &str, _: Fate, _: f64, _: &RateLimit) {
        match *self {}
    }

    pub fn forecast(&self, _: &str) -> Forecast {
        match *self {}
    }

    pub fn repeat(&self, _: &str, _: f64) {
        match *self {}
    }
}
