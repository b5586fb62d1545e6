//! A lease as somebody's store gives it: see `www/pace/leases.js`.

use crate::number::{count, whole};
use bc_status::pace;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Lease` of the package.
    pub type Lease;

    #[wasm_bindgen(method, getter)]
    fn grants(this: &Lease) -> Grants;
    #[wasm_bindgen(method, getter, js_name = againMs)]
    fn again_ms(this: &Lease) -> f64;
    #[wasm_bindgen(method, getter, js_name = isWanted)]
    fn is_wanted(this: &Lease) -> bool;

    type Grants;

    #[wasm_bindgen(method, indexing_getter)]
    fn at(this: &Grants, index: u32) -> Option<Grant>;

    type Grant;

    #[wasm_bindgen(method, getter)]
    fn window(this: &Grant) -> f64;
    #[wasm_bindgen(method, getter)]
    fn permits(this: &Grant) -> f64;
    #[wasm_bindgen(method, getter, js_name = fromMs)]
    fn from_ms(this: &Grant) -> f64;
    #[wasm_bindgen(method, getter, js_name = untilMs)]
    fn until_ms(this: &Grant) -> f64;
}

impl Lease {
    /// None where its windows or permits are no whole numbers.
    pub fn read(&self) -> Option<pace::Lease> {
        let grants = self.grants();
        let grants = (0..).map_while(|at| grants.at(at)).map(|grant| grant.read());
        let grants = grants.collect::<Option<Vec<_>>>()?;
        Some(pace::Lease { grants, again_ms: self.again_ms(), is_wanted: self.is_wanted() })
    }
}

impl Grant {
    fn read(&self) -> Option<pace::Grant> {
        let (window, permits) = (whole(self.window())?, count(self.permits())?);
        Some(pace::Grant { window, permits, from_ms: self.from_ms(), until_ms: self.until_ms() })
    }
}
