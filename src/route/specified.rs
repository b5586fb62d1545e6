//! What BigCommerce's specifications say of single routes, beside what `known.rs` knows of
//! them from elsewhere. Written by tools/routes.mjs; do not edit.
#![cfg_attr(rustfmt, rustfmt_skip)]

/// The most items of a request, or of a page.
pub(super) const BATCH: &[&str] = &[
    "/api/v3/io/users/bulk P 10", // bigcommerce/docs@24f580ca (2026-04-01):docs/b2b-edition/specs/api-v3/user/user.yaml
    "/v3/catalog/products U 10", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/products_catalog.v3.yml
    "/v3/catalog/trees U 50", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/category-trees_catalog.v3.yml
    "/v3/customers P 10", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/customers U 10", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/inventory/adjustments/absolute U 2000", // bigcommerce/docs@24f580ca (2026-04-01):reference/inventory.v3.yml
    "/v3/inventory/adjustments/relative P 2000", // bigcommerce/docs@24f580ca (2026-04-01):reference/inventory.v3.yml
    "/v3/inventory/items G 1000", // bigcommerce/docs@24f580ca (2026-04-01):reference/inventory.v3.yml
    "/v3/inventory/locations G 1000", // bigcommerce/docs@24f580ca (2026-04-01):reference/locations.v3.yml
    "/v3/inventory/locations/{id}/items G 1000", // bigcommerce/docs@24f580ca (2026-04-01):reference/inventory.v3.yml
    "/v3/inventory/locations/{id}/items U 2000", // bigcommerce/docs@24f580ca (2026-04-01):reference/inventory.v3.yml
    "/v3/orders/pickups P 100", // bigcommerce/docs@24f580ca (2026-04-01):reference/pickup.v3.yml
    "/v3/pickup/methods P 100", // bigcommerce/docs@24f580ca (2026-04-01):reference/pickup_methods.v3.yml
    "/v3/pricelists/{id}/records P 100", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricelists/{id}/records U 1000", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/promotions D 50", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/{id}/codes D 250", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/shipping/products/customs-information U 50", // bigcommerce/docs@24f580ca (2026-04-01):reference/shipping.v3.yml
    "/v3/storefront/custom-template-associations U 100", // bigcommerce/docs@24f580ca (2026-04-01):reference/custom-template-associations.v3.yml
    "/v3/tax/classes D 50", // bigcommerce/docs@24f580ca (2026-04-01):reference/tax_classes.v3.yaml
    "/v3/tax/classes P 50", // bigcommerce/docs@24f580ca (2026-04-01):reference/tax_classes.v3.yaml
    "/v3/tax/classes U 50", // bigcommerce/docs@24f580ca (2026-04-01):reference/tax_classes.v3.yaml
];

/// What a DELETE without a filter does.
pub(super) const DELETE: &[&str] = &[
    "/v2/banners A", // bigcommerce/docs@24f580ca (2026-04-01):reference/marketing.v2.yml
    "/v2/brands A", // bigcommerce/docs@24f580ca (2026-04-01):archive/rest-catalog/brands.v2.yaml
    "/v2/coupons A id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/marketing.v2.yml
    "/v2/currencies A", // bigcommerce/docs@24f580ca (2026-04-01):reference/currencies.v2.yml
    "/v2/customers A", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v2.yml
    "/v2/customers/{id}/addresses A", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v2.yml
    "/v2/gift_certificates A", // bigcommerce/docs@24f580ca (2026-04-01):reference/marketing.v2.yml
    "/v2/orders A", // bigcommerce/docs@24f580ca (2026-04-01):reference/orders.v2.oas2.yml
    "/v2/orders/{id}/shipments A", // bigcommerce/docs@24f580ca (2026-04-01):reference/orders.v2.oas2.yml
    "/v2/redirects A", // bigcommerce/docs@24f580ca (2026-04-01):reference/store_content.v2.yml
    "/v3/catalog/brands R name", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/brands_catalog.v3.yml
    "/v3/catalog/categories R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/categories_catalog.v3.yml
    "/v3/catalog/products R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/products_catalog.v3.yml
    "/v3/catalog/products/category-assignments R product_id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/products_catalog.v3.yml
    "/v3/catalog/products/channel-assignments R product_id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/products_catalog.v3.yml
    "/v3/catalog/trees R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/category-trees_catalog.v3.yml
    "/v3/content/pages R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/pages.v3.yml
    "/v3/customers R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/customers/addresses R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/customers/attribute-values R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/customers/attributes R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/customers/metafields A", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/customers/subscribers A email", // bigcommerce/docs@24f580ca (2026-04-01):reference/subscribers.v3.yml
    "/v3/infrastructure/projects R project_uuid:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/infrastructure_hosting.v3.yml
    "/v3/inventory/locations R location_id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/locations.v3.yml
    "/v3/orders/pickups R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/pickup.v3.yml
    "/v3/pickup/methods R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/pickup_methods.v3.yml
    "/v3/pricelists A id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricelists/assignments R id", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/promotions R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/codes R code", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/{id}/codes R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/shipping/products/customs-information R product_id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/shipping.v3.yml
    "/v3/storefront/redirects R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/redirects.v3.yml
    "/v3/tax/classes R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/tax_classes.v3.yaml
    "/v3/tax/products/properties R product_id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/tax_properties.v3.yml
    "/v3/tax/properties R id:in", // bigcommerce/docs@24f580ca (2026-04-01):reference/tax_properties.v3.yml
];

/// Scopes that a description names.
pub(super) const SCOPE: &[&str] = &[
    "/v3/abandoned-carts/settings/channels/{id} store_v2_information", // bigcommerce/docs@24f580ca (2026-04-01):reference/abandoned_carts.v3.yml
    "/v3/carts/settings store_v2_information", // bigcommerce/docs@24f580ca (2026-04-01):reference/carts.v3.yml
    "/v3/carts/settings/channels/{id} store_v2_information", // bigcommerce/docs@24f580ca (2026-04-01):reference/carts.v3.yml
    "/v3/orders/payment_actions/refunds store_v2_orders, store_v2_transactions", // bigcommerce/docs@24f580ca (2026-04-01):reference/orders.v3.yml
    "/v3/orders/{id}/payment_actions/capture store_v2_orders, store_v2_transactions", // bigcommerce/docs@24f580ca (2026-04-01):reference/orders.v3.yml
    "/v3/orders/{id}/payment_actions/refund_quotes store_v2_orders, store_v2_transactions", // bigcommerce/docs@24f580ca (2026-04-01):reference/orders.v3.yml
    "/v3/orders/{id}/payment_actions/refunds store_v2_orders, store_v2_transactions", // bigcommerce/docs@24f580ca (2026-04-01):reference/orders.v3.yml
    "/v3/orders/{id}/payment_actions/void store_v2_orders, store_v2_transactions", // bigcommerce/docs@24f580ca (2026-04-01):reference/orders.v3.yml
    "/v3/orders/{id}/transactions store_v2_transactions", // bigcommerce/docs@24f580ca (2026-04-01):reference/orders.v3.yml
];

/// Requests at once, as numbers of a description: the limit is one of them.
#[cfg(test)]
pub(super) const AT_ONCE: &[&str] = &[
    "/v2/customer_groups GET 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v2.yml
    "/v2/customer_groups POST 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v2.yml
    "/v2/customer_groups/{id} DELETE 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v2.yml
    "/v3/catalog/categories GET 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/categories_catalog.v3.yml
    "/v3/catalog/categories/{id} DELETE 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/categories_catalog.v3.yml
    "/v3/catalog/categories/{id} GET 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/categories_catalog.v3.yml
    "/v3/catalog/categories/{id} PUT 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/categories_catalog.v3.yml
    "/v3/catalog/trees/{id}/categories GET 1", // bigcommerce/docs@24f580ca (2026-04-01):reference/catalog/category-trees_catalog.v3.yml
    "/v3/customers PUT 10 3", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/customers/addresses POST 10", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/customers/addresses PUT 3", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/customers/attribute-values PUT 10 3", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/customers/attributes POST 3", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/customers/attributes PUT 3", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/customers/form-field-values PUT 10", // bigcommerce/docs@24f580ca (2026-04-01):reference/customers.v3.yml
    "/v3/inventory/locations GET 50 1000", // bigcommerce/docs@24f580ca (2026-04-01):reference/locations.v3.yml
    "/v3/inventory/locations POST 50 100", // bigcommerce/docs@24f580ca (2026-04-01):reference/locations.v3.yml
    "/v3/inventory/locations PUT 50 100", // bigcommerce/docs@24f580ca (2026-04-01):reference/locations.v3.yml
    "/v3/pricelists/records POST 10", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricelists/records PUT 1", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricelists/{id} DELETE 1", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricelists/{id}/assignments PUT 25", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricelists/{id}/records GET 10", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricelists/{id}/records POST 100 10", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricelists/{id}/records PUT 1 2", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricelists/{id}/records/{id} GET 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricelists/{id}/records/{id}/{id} DELETE 25", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricelists/{id}/records/{id}/{id} GET 50", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricelists/{id}/records/{id}/{id} PUT 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/price_lists.v3.yml
    "/v3/pricing/products POST 50", // bigcommerce/docs@24f580ca (2026-04-01):reference/pricing.sf.yml
    "/v3/promotions DELETE 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions GET 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions POST 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/codes DELETE 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/codes GET 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/{id} DELETE 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/{id} GET 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/{id} PUT 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/{id}/codegen POST 250 10", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/{id}/codes DELETE 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/{id}/codes GET 10", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/{id}/codes POST 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/promotions/{id}/codes/{id} DELETE 40", // bigcommerce/docs@24f580ca (2026-04-01):reference/promotions.v3.yml
    "/v3/segments POST 10 1000", // bigcommerce/docs@24f580ca (2026-04-01):reference/segments.v3.yml
    "/v3/segments PUT 10", // bigcommerce/docs@24f580ca (2026-04-01):reference/segments.v3.yml
    "/v3/segments/{id}/shopper-profiles POST 50 10", // bigcommerce/docs@24f580ca (2026-04-01):reference/segments.v3.yml
];
