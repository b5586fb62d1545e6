//! What is known of single routes beyond their methods: how much a batch may hold,
//! how many requests may run at once, which OAuth scope they need, and what has
//! replaced them.

use super::section;
use crate::text::{cut, whole};

/// Rows of four kinds, the first whose route a path lies at or below wins.
///
/// | part       | row                                                                |
/// |------------|--------------------------------------------------------------------|
/// | `capacity` | route, methods, items in one request, requests at once; 0: unknown |
/// | `scope`    | route, scope; most have another form that ends in `_read_only`     |
/// | `replaced` | route that is deprecated or gone, what replaces it                 |
///
/// Sources: the descriptions of the operations, the page on API accounts, the page on
/// sunsets. Of the upsert of price list records the operation says 2 at once, the guide
/// says 1; the smaller number stands here.
#[cfg(feature = "prose")]
pub(crate) const KNOWN: &str = "\
=capacity
/v3/catalog/products/channel-assignments U 0 1
/v3/catalog/products/{id} GPUD 0 0
/v3/catalog/products U 10 0
/v3/catalog/products D 250 0
/v3/catalog/variants U 50 0
/v3/catalog/trees/{id}/categories G 0 1
/v3/catalog/trees U 50 0
/v3/catalog/categories GPUD 0 40
/v2/customer_groups GPUD 0 40
/v3/customers/addresses P 0 10
/v3/customers/addresses U 0 3
/v3/customers/attribute-values U 10 3
/v3/customers/attributes PU 10 3
/v3/customers/form-field-values U 10 10
/v3/customers/{id} GPUD 0 0
/v3/customers/validate-credentials P 0 0
/v3/customers/metafields PUD 0 0
/v3/customers U 10 3
/v3/customers P 10 0
/v3/segments PUD 0 10
/v3/shopper-profiles PUD 50 0
/v3/promotions/{id}/codegen P 250 10
/v3/promotions/{id}/codes G 0 10
/v3/promotions D 50 40
/v3/promotions GPU 0 40
/v3/inventory/locations/{id} GPUD 2000 50
/v3/inventory/locations GPUD 0 50
/v3/inventory PU 2000 0
/v3/pricing/products P 0 50
/v3/pricelists/{id}/records/{id}/{id} G 0 50
/v3/pricelists/{id}/records/{id}/{id} U 0 40
/v3/pricelists/{id}/records/{id}/{id} D 0 25
/v3/pricelists/{id}/records/{id} G 0 40
/v3/pricelists/{id}/records G 0 10
/v3/pricelists/{id}/records U 1000 1
/v3/pricelists/records U 1000 1
/v3/pricelists/records P 100 10
/v3/pricelists/assignments U 0 25
/v3/pickup/methods U 10 0
/v3/pickup/methods P 100 0
/v3/tax/classes PUD 50 0
/v3/shipping/products/customs-information U 50 0
=scope
/v3/orders/payment_actions store_v2_transactions
/v3/orders/{id}/payment_actions store_v2_transactions
/v3/orders/{id}/transactions store_v2_transactions
/v3/orders/{id}/refunds store_v2_transactions
/v3/orders store_v2_orders
/v2/orders store_v2_orders
/v2/order_statuses store_v2_orders
/v3/catalog store_v2_products
/v3/pricelists store_v2_products
/v3/pricing store_v2_products
/v2/products store_v2_products
/v2/brands store_v2_products
/v2/categories store_v2_products
/v3/shipping store_v2_products
/v3/customers/{id}/stored-instruments store_stored_payment_instruments_read_only
/v3/customers store_v2_customers
/v2/customers store_v2_customers
/v2/customer_groups store_v2_customers
/v3/wishlists store_v2_customers
/v3/segments store_v2_customers
/v3/shopper-profiles store_v2_customers
/v3/content/scripts store_content_checkout
/v3/content store_v2_content
/v2/blog store_v2_content
/v3/storefront/redirects store_v2_content
/v3/promotions store_v2_marketing
/v2/coupons store_v2_marketing
/v2/banners store_v2_marketing
/v2/gift_certificates store_v2_marketing
/v3/carts store_cart
/v3/checkouts store_checkout
/v3/channels store_channel_settings
/v3/sites store_sites
/v3/themes store_themes_manage
/v3/inventory store_inventory
/v3/pickup store_fulfillment_methods_manage
/v2/payments/methods store_payments_methods_read
/v3/payments/access_tokens store_payments_access_token_create
/v3/settings store_v2_information
/v2/store store_v2_information
/v3/tax store_v2_information
=replaced
/v2/brands /v3/catalog/brands
/v2/categories /v3/catalog/trees/categories
/v3/catalog/categories /v3/catalog/trees/categories
/v2/customers /v3/customers
/v2/options /v3/catalog/products/{id}/options
/v2/option_sets /v3/catalog/products/{id}/options
/v2/pages /v3/content/pages
/v2/products /v3/catalog/products
/v2/redirects /v3/storefront/redirects
/v2/hooks /v3/hooks
";

/// What one route takes at a time; 0 where no limit is known.
#[derive(Clone, Copy)]
pub(crate) struct Capacity {
    /// The most items in one request.
    pub batch: u64,
    /// The most requests at once.
    pub at_once: u64,
}

/// What a route takes at a time.
pub(crate) fn capacity(known: &str, shape: &str, method: &str) -> Option<Capacity> {
    let row = first(known, "capacity\n", shape, |rest| super::takes(cut(rest, b' ').0, method))?;
    let (batch, at_once) = cut(cut(row, b' ').1, b' ');
    Some(Capacity { batch: whole(batch)?, at_once: whole(at_once)? })
}

/// What a part says of a route: `scope` or `replaced`.
pub(crate) fn known_of<'a>(known: &'a str, part: &str, shape: &str) -> Option<&'a str> {
    first(known, part, shape, |_| true)
}

/// What stands behind the first route that a path lies at or below.
fn first<'a>(
    known: &'a str,
    part: &str,
    shape: &str,
    fits: impl Fn(&str) -> bool,
) -> Option<&'a str> {
    let mut rest = section(known, part);
    while !rest.is_empty() && !rest.starts_with('=') {
        let (row, after) = cut(rest, b'\n');
        rest = after;
        let (route, told) = cut(row, b' ');
        let below = shape.strip_prefix(route);
        if below.is_some_and(|below| below.is_empty() || below.starts_with('/')) && fits(told) {
            return Some(told);
        }
    }
    None
}
