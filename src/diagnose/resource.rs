//! What the state of the store has against the request.

use super::bits::{api::*, on::*};
use super::facts::Fact::*;
use super::row::{Kind::*, findings, sign};
use crate::said::phrases;
use crate::status::link::*;

/// Where things are sold, and counted.
const SELLING: &str =
    "/cart|/checkout|/order|/inventory|/rfq|/quote|/shopping|/graphql|/internalapi|/pickup";

/// How it is said that something is not there.
const NOT_THERE: &str = "not exist|n't exist|be found|not find|not found|no such|unknown product|unknown category|unknown customer|valid for store|invalid category|invalid brand|invalid tax_class|invalid product_id|invalid variant_id|invalid parent";

findings! {
    RESOURCE_MISSING = "resource.missing" {
        example: {
            url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products/99812",
            status: Some(404),
        },
        kind: Fault,
        values: "resource scope",
        link: CLIENT_ERRORS,
        signs: &[
            sign(90, C404).when(&[HasBody, NamesEntity]),
            sign(78, C404).when(&[RouteKnown, NamesOne]).unless(&[MethodOff, Text]),
            sign(78, C404).of(ALL & !REST).when(&[RouteKnown]).unless(&[MethodOff, Text]),
            sign(56, C404).when(&[RouteKnown]).unless(&[MethodOff, Text]),
            sign(74, C404).of(STOREFRONT).unless(&[Html]),
            sign(54, C404).unless(&[Text]),
            // Only a store counts what is left.
            sign(72, C404).when(&[Quota]).unless(&[Text, RouteUnknown]),
            sign(90, C400 | C200).when(&[QueryErrors, NamesNothing]),
            sign(77, C400 | C422 | C200).of(B2B | GRAPHQL | UNKNOWN).says("not exist|not found|notexist|notfound"),
            sign(87, C400).of(STOREFRONT).says("cart not found|checkout not found"),
            // WebDAV has files and no routes, and says 409 of a folder that is not there.
            sign(89, C404 | C409).path("/dav/"),
            // Pictures and scripts of themes.
            sign(66, C404).path("/stencil/|/product_images/"),
            // A gateway that knows no route says so in plain text.
            sign(62, C404).of(UNKNOWN).when(&[Genuine, HostUntold, HasItems]).unless(&[Text]),
            sign(25, C404),
        ],
    }
    RESOURCE_JOB_ACTIVE = "resource.job-active" {
        example: {
            status: Some(429),
            body: Some(r#"{"title":"This store already has an active import or export job running"}"#),
        },
        kind: Fault,
        values: "",
        link: CLIENT_ERRORS,
        signs: &[sign(97, C400 | C409 | C422 | C423 | C429 | C503).says(phrases::JOB_ACTIVE)],
    }
    RESOURCE_LOCKED = "resource.locked" {
        example: {
            method: "PUT",
            url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products/310",
            status: Some(423),
        },
        kind: Fault,
        values: "",
        link: CODES,
        signs: &[sign(94, C423), sign(89, C400 | C403 | C409 | C422).says("is locked|currently locked|been locked")],
    }
    RESOURCE_VERSION_MISMATCH = "resource.version-mismatch" {
        example: {
            method: "PUT",
            url: "https://shop.example/api/storefront/carts/8f1c0b52/items/1",
            status: Some(409),
        },
        kind: Fault,
        values: "path",
        link: CLIENT_ERRORS,
        signs: &[
            sign(94, C409).when(&[Shopping]).says(phrases::VERSION),
            sign(92, C200 | C400 | C409 | C422).says("request conflict|version*match|version*current|version*conflict|stale version|outdated version|version is out"),
            sign(80, C409).when(&[Shopping]),
            sign(90, C400 | C409 | C422).says("cart_changed|cart_has_changed|cart_consistency"),
        ],
    }
    RESOURCE_LEGACY_MODEL = "resource.legacy-model" {
        example: {
            status: Some(409),
            body: Some(r#"{"title":"This product uses a V2 option set. Remove it for variants of V3."}"#),
        },
        kind: Fault,
        values: "successor method route oldPath",
        link: SUNSETS,
        signs: &[
            sign(96, C4XX).of(REST | UNKNOWN).says("option set|v2 product|v2 catalog|v3 product experience|legacy|deprecated|no longer supported|sunset|v3 catalog api|use the v3|use v3"),
            sign(86, C403 | C404 | C405 | C501).of(REST).when(&[OldRoute]).shows("old-route"),
            sign(83, C401 | C403).when(&[OldApi]),
            sign(87, C404).when(&[OldApi, Html]),
        ],
    }
    RESOURCE_IN_USE = "resource.in-use" {
        example: {
            method: "DELETE",
            status: Some(409),
            body: Some(r#"{"title":"This option is used by variants"}"#),
        },
        kind: Fault,
        values: "",
        link: CLIENT_ERRORS,
        signs: &[
            sign(93, C400 | C403 | C409 | C422 | C207).when(&[Deletes]).says("in use|being used|used by|currently used|associated with|still has|has products|contains products|has child|has sub|has orders|is assigned|are assigned|assigned to|is set as|is attached|linked to| depend|be deleted|cannot delete|unable to delete|referenced by"),
            sign(88, C400 | C409 | C422).unless(&[Deletes, Reads, Graphql, AboutFields]).says("still has|has products|contains products|has child|has sub|has orders|is set as| depends on|referenced by|being used|currently used"),
        ],
    }
    RESOURCE_DUPLICATE = "resource.duplicate" {
        example: {
            method: "POST",
            url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/brands",
            status: Some(409),
        },
        kind: Fault,
        values: "fields",
        link: CLIENT_ERRORS,
        signs: &[
            sign(95, REFUSED & !C200).unless(&[Reads, Payment, Deletes]).says("duplicate|already exist|already in use|already used|already been used|already taken|been taken|is taken|already regist|already assigned|already associated|already ha|not unique|must be unique|same name|same sku|not be unique|identical|overlap|already a |already added"),
            // A folder that is there.
            sign(92, C405).path("/dav/").says("already exist"),
            sign(60, C409).when(&[Post]).unless(&[Shopping]),
            sign(50, C409),
        ],
    }
    RESOURCE_OUT_OF_STOCK = "resource.out-of-stock" {
        example: {
            method: "POST",
            status: Some(422),
            body: Some(r#"{"title":"Oak chair is out of stock"}"#),
        },
        kind: Fault,
        values: "",
        link: CLIENT_ERRORS,
        signs: &[
            sign(80, REFUSED).when(&[NamesTwoCauses]).says("out of stock"),
            // Nothing else of an order is refused so.
            sign(64, C409).of(V2).path("/orders").unless(&[HasItems]),
            sign(95, REFUSED).unless(&[NamesTwoCauses]).says("stock_positions|stock_too_low| oos:| oos\t|out of stock|out-of-stock|outofstock|insufficient stock|insufficient inv|enough*stock|enough*inventory|stock level|inventory level|available stock|available inventory|stock available|available to sell"),
            sign(95, REFUSED).path(SELLING).says("insufficient qu|not enough|on hand|in stock|available quantity|exceeds avail|exceeds the avail|in the requested|not available in|units available|only*available|are available|is available"),
        ],
    }
    RESOURCE_QUANTITY_LIMIT = "resource.quantity-limit" {
        example: {
            method: "POST",
            status: Some(422),
            body: Some(r#"{"title":"The minimum purchase quantity for Oak chair is 4"}"#),
        },
        kind: Fault,
        values: "",
        link: CLIENT_ERRORS,
        signs: &[
            sign(96, REFUSED).says("insufficientquantity"),
            sign(70, REFUSED).when(&[NamesTwoCauses]).says("did not meet quantity"),
            sign(94, REFUSED).says("purchase quantity|purchase limit|minimum order|maximum order"),
            sign(94, REFUSED).path(SELLING).says("minimum quantity|maximum quantity|min quantity|max quantity|quantity*minimum|quantity*maximum|order_quantity|quantity limit|quantity*at least|quantity*at most|quantity*more than|per order"),
        ],
    }
    RESOURCE_CHANNEL_INACTIVE = "resource.channel-inactive" {
        example: {
            method: "PUT",
            status: Some(422),
            body: Some(r#"{"title":"The channel 1408830 was deleted and cannot be updated."}"#),
        },
        kind: Fault,
        values: "",
        link: GRAPHQL_DOCS,
        signs: &[sign(95, FAILED | C200).says("channel*inactive|channel*not active|channel*not live|channel*disabled|channel*not enabled|inactive channel|prelaunch|pre-launch|storefront*not live|storefront*not active|not yet launched|coming soon|channel*archived|channel*terminated|deleted channel|channel*deleted|multi storefront is not")],
    }
    RESOURCE_REFERENCE_MISSING = "resource.reference-missing" {
        example: {
            method: "POST",
            status: Some(409),
            body: Some(r#"{"title":"The brand_id is invalid"}"#),
        },
        kind: Fault,
        values: "fields",
        link: CLIENT_ERRORS,
        signs: &[
            sign(91, C400 | C409 | C422 | C207).of(ALL & !B2B & !OAUTH & !UNKNOWN & !STOREFRONT).unless(&[Reads, QueryErrors]).says(NOT_THERE),
            // Where nobody says what was asked, it may be the thing itself.
            sign(86, C400 | C409 | C422 | C207).of(UNKNOWN | STOREFRONT).unless(&[Reads, QueryErrors]).says(NOT_THERE),
            sign(81, C400 | C409 | C422).of(B2B).unless(&[Reads]).says("not exist|not found|belong to"),
            sign(86, C409).unless(&[Reads]).says("brand_id|category_id|categories|tax_class_id"),
        ],
    }
}
