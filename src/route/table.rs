//! BigCommerce's routes. Written by tools/routes.mjs; do not edit.
//!
//! From 1177 operations of BigCommerce's published specifications and documentation,
//! the newest being bigcommerce/docs@24f580ca (2026-04-01).
//!
//! A part begins with `=` and its name: `v2` and `v3` are what lies below the version in
//! the path, the others begin at the root of their host. A row is a step of a path, indented
//! by its depth; `*` is any step. After it stand the methods (G GET, H HEAD, O OPTIONS,
//! P POST, U PUT, A PATCH, D DELETE; in small letters those that only archived documents
//! know), after a `[` those whose body has to be a list, and the largest `limit`, where
//! one is documented.
#![cfg_attr(rustfmt, rustfmt_skip)]

pub(crate) const TABLE: &str = "\
=v3
abandoned-carts
 * G
 settings GU
  channels
   * GU
carts P
 * GUD
  items P
   * UD
  metafields GP
   * GUD
  redirect_urls P
 metafields GPUD[PUD
 settings GU
  channels
   * GU
catalog
 brands GPD
  * GUD
   image PD
   metafields GP
    * GUD
  metafields GPUD[PUD
 categories GPD
  * GUD
   image PD
   metafields GP
    * GUD
   products
    sort-order GU[U
  metafields GPUD[PUD
  tree g
 products GPUD[U 250
  * GUD
   bulk-pricing-rules GP
    * GUD
   complex-rules GP 250
    * GUD
   custom-fields GP 250
    * GUD
   images GP 250
    * GUD
   metafields GP 250
    * GUD
   modifiers GP 250
    * GUD
     values GP 250
      * GUD
       image Pd
   options GP 250
    * GUD
     values GP 250
      * GUD
   reviews GP 250
    * GUD
   variants GP
    * GUD
     image P
     metafields GP
      * GUD
   videos GP 250
    * GUD
  category-assignments GUD[U 250
  channel-assignments GUD[U 250
  metafields GPUD[PUD 250
 summary G
 trees GUD[U
  *
   categories G
  categories GPUD[PU 250
 variants GU[U
  metafields GPUD[PUD
channels GP
 * GU
  active-theme G
  channel-menus GPD
  currency-assignments GPUD
  listings GPU[PU
   * G
  metafields GP
   * GUD
  site GPUD
   checkout-url UD
 currency-assignments GPU[PU
 metafields GPUD[PUD
checkouts
 * GU
  billing-address P
   * U
  consignments P[P
   * UD
  coupons P
   * D
  discounts P
  fees PUD
  orders P
  token P
 settings GU
  channels
   * GU
content
 page-widgets GP
 pages GPUD
  * GUD
 placements GP
  * GUD
 regions G
 scripts GP
  * GUD
 widget-templates GP
  * GUD
   preview P
 widgets GP
  * GUD
  search g
customers GPUD[PU
 *
  consent GU
  metafields GP
   * GUD
  stored-instruments G
 addresses GPUD[PU
 attribute-values GUD[U
 attributes GPUD[PU
 form-field-values GU[U
 metafields GPUD[PU
 settings GU
  channels
   * GU
 subscribers GPD
  * GUD
 validate-credentials P
hooks GP
 * GUD
 admin GU
 events g
infrastructure
 deployments P
  *
   events G
  uploads P
 logs
  *
   tail G
 projects GPD
  * D
inventory
 adjustments
  absolute U
  relative P
 items G
 locations GPUD[PU
  *
   items GU
   metafields GP
    * GUD
  metafields GPUD[PUD
marketing
 abandoned-cart-emails GP
  * GUD
  default G
  settings GU
 email-templates G
  * GUD
orders
 *
  metafields GP
   * GUD
  payment_actions
   capture P
   refund_quotes P
   refunds GP
   void P
  transactions G
 metafields GPUD[PUD
 payment_actions
  refund_quotes p
  refunds Gp
   * G
 pickups GPUD[PU
 settings GU
  channels
   * GU
payments
 access_tokens P
 methods G
pickup
 methods GPUD[PU
 options P
pricelists GPD
 * GUD
  assignments U
  records GPUD[PU
   * G
    * GUD
 assignments GPD[P
 records PU[PU
pricing
 products P
promotions GPD 250
 * GUD
  codegen P
  codes GPD 250
   * D
 codes GD
 settings GU
segments GPUD[PU
 *
  shopper-profiles GPD[P
settings
 analytics G
  * GU
 catalog GU
 email-statuses GUd
 favicon
  image P
 inventory GU
  notifications GU
 logo GU
  image P
 marketing
  abandoned-cart-emails gp
 search
  filters GU[U
   available G
   contexts GUd[U
 store
  locale GU
  profile GU
  units-of-measurement GU
 storefront
  category GUd
  product GU
  robotstxt GUd
  search GUd
  security GUd
  seo GUd
  status GUd
shipping
 products
  customs-information GUD[U
 settings GpU
  channels
   * GU
shopper-profiles GPD[P
 *
  segments G
sites GP
 * GUD
  certificate GU
  routes GPU[U
   * GUD
 certificates G
store
 metafields GPUD[PUD
  * GUD
 systemlogs G
storefront
 api-token PD
 api-token-customer-impersonation P
 api-token-private P
 custom-template-associations GUD[U
 redirects GUD[U
  imex
   export P
    *
     download G
     events G
   import P
    *
     events G
   jobs G
tax
 classes PUD[PU
 customers GUD[U
 products
  properties GUD[U
 properties GPUD[PU
 providers
  *
   connection GUD
 rates GPUD[PU
 settings GU
 zonecheck P[P
 zones GPUD[PU
themes GP
 * GD
  actions
   download P
  configurations G
   validate P
 actions
  activate P
 custom-templates
  * G
 jobs
  * G
wishlists GP 250
 * GUD
  items P
   * D
=v2
banners GPD
 * GUD
 count G
blog
 posts GPD 250
  * GUD
  count G
 tags G
brands gpd
 * gud
 count g
categories gpd
 * gud
 count g
countries G
 * G
  states G
   * G
   count G
 count G
 states G
  count G
coupons GPD
 * UD
 count G
currencies GPD
 * GUD
customer_groups GPd
 * GUD
 count G
customers GPD
 * GUD
  addresses GPD
   * GUD
   count G
  validate P
 count G
gift_certificates GPD
 * GUD
hooks GP
 * GUD
option_sets gpd
 * gud
  options gpd
   * gud
 count g
options
 *
  values gpd
   * gud
order_statuses G
 * G
orders GPD
 * GUD
  consignments G
   shipping
    *
     shipping_quotes G
  coupons G
  fees G
  messages G
  products G
   * Gu
  shipments GPD
   * GUD
   count G
  shipping_addresses G
   * GU
    shipping_quotes G
  taxes G
 count G
pages GP
 * GUD
payments
 methods G
products gpd
 * gud
  custom_fields gpd 250
   * gud
  discount_rules gpd
   * gud
  images gpd
   * gud
  options g
   * g
  reviews gpd
   * gud
  rules gpd
   * gud
  skus gpd
   * gud
  videos gpd
   * gud
 count g
 custom_fields
  count g
 discount_rules
  count g
 images
  count g
 rules
  count g
 skus
  count g
 videos
  count g
redirects GPD
 * GUD
 count G
shipping
 carrier
  connection PUD
 zones GP
  * GUD
   methods GP
    * GUD
store G
 metafields gpud
  * gud
tax_classes G 250
 * G
time G
=storefront
api
 storefront
  carts GP
   * D
    currency P
    items P
     * UD
  checkouts
   * GU
    billing-address P
     * U
    carts
     *
      items
       * UD
    consignments P[P
     * UD
    coupons P
     * D
    gift-certificates P
     * D
    spam-protection P
    store-credit PD
  consent P
  customers P
  form-fields G
  orders
   * G
  pickup-options P
  subscriptions P
customer
 current.jwt G
login
 token
  * G
=b2b
api
 io
  auth
   backend PD
   customers P
    storefront P
   storefront G
  backend
   tokens G 250
 v2
  *
   companies
    *
     begin-masq U
  backend
   password
    forget P
    reset PU
     * G
   permissions G
   quotes
    * U
   role P
   roles G
    * GUD
   session PD
    status G
   user P
   users G
    * GUD
  bcauth G
  bcload G
  catalog
   products
    availablity G
  catalogs G
   quick-order-pad GP
   quick-product G
   quickProduct G
   variants G
  companies GP
   * D
    addresses GP
     * GU
      activation U
     searches GP
    basic-info GU
    default-addresses G
    inner-sales-reps G
    payments GU
    sales-reps
     backend GU
    stats G
    users GP
     * GUD
   addresses
    bulk-creation
     upload P
    countries G
    permission G
   begin-export P
   bulk-creation
    upload GP
   convert-from-customer-group P
   existence G
   extra-fields
    storefront G
   extra_fields G
    storefront G
   validations
    backend
     user-emails
      * G
    fronted
     user-emails
      * G
    frontend
     user-emails
      * G
  customer-groups G
  customers
   *
    companies G
  emails
   quotes P
  frontend
   companies P
  health-check G
  inner-sales-reps G
   * U
    companies G
   companies G
   export G
   import P
  integrations
   acumatica
    configs GU
    initial-async P
    logs G
    switches GU
  io
   addresses
    country_state G
   companies
    *
     addresses GP 500
      * GUD
     basic-info GU
     force-del D
     orderBCIds G
     orders G
     payments GU
     sales-reps GU
     user
      * U
       orders P
     users GPU
      * GD
      bulk_create P
    convert-from-customer-group P
    users
     *
      orders P
   orders U
    *
     companyId G
     companyIdBCId G
     details G
     products G
    company PU
    images G
   proxy P
   sales-reps
    companies G
   store
    payments G
   users
    *
     companies G
  ip
   storefront
    invoices G
     * G
      download-pdf G
     export G
    payments
     bigcommerce
      allowed-methods G
      carts P
       * G
      orders P
     modules G
    receipt-lines G 250
     * G
    receipts G 250
     * G
      lines G 250
  login P
  notifications G
   * G
    mark-as-read U
  ordered-products G
  orders GP
   *
    details G
    products G
   backend G
   export P
   images G
  products G
   inventory P
  proxy P
   b2c P
  qty
   cartLimit
    * G
   export G
   quantity-limit-list G
   upload GP
  quotes GP
   * GUD
    checkout PD
    ordered U
    pdf-export P
   info
    store-company
     * G
   products
    upload P
  rfq GP
   * GUD
    checkout P
    ordered P
    pdf-export P
   configs G
   emails P
   store-info G
  rqf
   *
    ordered P
  sales-reps
   * D
    companies GU
     *
      begin-masq U
      end-masq U
     backend GU
     masquerading G
   companies G
    export P
  shoppinglists GPU
   * D
    items
     * D
   duplicate P
   items GPU
   items-extension G
   lists G
  stats G
  store-config GPU
   inner-sales-rep U
   payment-methods U
   price-list U
  store-configs G
   checkout G
   email
    configs U
    templates U
   notifications-email U
   switch-status G
    * U
  subscription P
  subscriptions
   * G
  users GP
   * GUD
   validations
    existence G
  webhooks
   customers P
   orders P
   register P
 v3
  io
   addresses GP 250
    * GUD
    bulk P
    extra-fields G 250
   channels G
    * G
   companies GP
    * GUD
     attachments GP
      * D
     catalogs U
     credit GU
     hierarchy G
     parent P
     payment-terms GU
     payments GU
     status U
     subsidiaries G
      * D
     super-admins GU 200
    bulk PU[P
    extra-fields G
    permissions GP
     * UD
    roles GP
     * GUD
    super-admins G 200
   company-payment-methods G
   countries G
   customer-groups
    *
     companies P
   customers
    *
     orders
      b2b U
      company U
   ip
    config GU
    invoices GP
     * GUD
      download-pdf G
     extra-fields G 250
    orders
     *
      invoices P
    payments G
     * GD
      operations GP
      processing-status U
      transactions G
     offline P
      * U
    receipt-lines G 250
    receipts G 250
     * GD
      lines G 250
       * GD
   orders GP 200
    * GU
     products G
    extra-fields G 200
   payments G
   rfq GP
    * GUD
     checkout P
     ordered P
     pdf-export P
     shipping-rate UD
     shipping-rates G
    custom
     shipping-methods G
    emails P
    extra-fields G
   sales-staffs G
    * GU[U
   shopping-list GP 250
    * GUD 250
     items
      * D
   states G
   super-admins P
    * U
     companies G 200
    bulk P[P
    companies G 200
    info
     * GU
   users GP 250
    * GUD
    bulk P[P
    customer
     * G
    extra-fields G 250
graphql P
stores
 currencies G
 order-statuses G
 themes P
=root
accounts
 *
  graphql P
graphql P
oauth2
 token P
stores
 *
  graphql P
  payments P
";
