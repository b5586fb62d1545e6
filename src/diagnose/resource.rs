//! What the state of the store has against the request.

use super::facts::Fact::*;
use super::marks::{api::*, on::*};
use super::row::{Row, sign};
use crate::status::link::*;
use crate::words::phrases;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "resource.missing",
        title: "What the URL names does not exist",
        solutions: &[
            "Check the id in `{path}`: it may be deleted, or of another store or channel. After a DELETE that may have run, take it as done.|Check the id.",
            "If the id is right, check the scopes of the token.",
        ],
        link: CLIENT_ERRORS,
        signs: &[
            sign(90, C404).when(&[HasBody, NamesEntity]),
            sign(78, C404).when(&[RouteKnown]).unless(&[MethodOff, Text]),
            sign(74, C404).of(STOREFRONT).unless(&[Html]),
            sign(54, C404).unless(&[Text]),
            sign(77, C400 | C422 | C200).of(B2B | GRAPHQL).says("not exist|not found|notexist|notfound"),
            sign(25, C404),
        ],
    },
    Row {
        id: "resource.job-active",
        title: "A job of the same kind is still running",
        solutions: &["Look at the job until it has ended, then send the request again; start one at a time."],
        link: REFERENCE,
        signs: &[sign(97, C400 | C409 | C422 | C423 | C429 | C503).says(phrases::JOB_ACTIVE)],
    },
    Row {
        id: "resource.locked",
        title: "The resource is locked",
        solutions: &["Try again later by hand; look whether another process holds it."],
        link: CODES,
        signs: &[sign(94, C423), sign(89, C400 | C403 | C409 | C422).says("is locked|currently locked|been locked")],
    },
    Row {
        id: "resource.version-mismatch",
        title: "It was changed by somebody else since it was read",
        solutions: &[
            "Read `{path}` again, apply the change to that, and send it with the new `version`; change one cart or checkout in one place at a time.|Read it again, and apply the change to that.",
        ],
        link: REFERENCE,
        signs: &[
            sign(94, C409 | C422).when(&[Shopping]).says(phrases::VERSION),
            sign(92, C400 | C409 | C422).says("version*match|version*current|version*conflict|stale version|outdated version|version is out"),
            sign(80, C409).when(&[Shopping]),
        ],
    },
    Row {
        id: "resource.legacy-model",
        title: "The request uses a model or a route that was replaced",
        solutions: &[
            "Use `{successor}`: this route is deprecated.",
            "Change products with option sets, and stores on the newer catalogue, through V3 only.",
        ],
        link: SUNSETS,
        signs: &[
            sign(96, C4XX).says("option set|v2 product|v2 catalog|v3 product experience|legacy|deprecated|no longer supported|sunset|v3 catalog api|use the v3|use v3"),
            sign(86, C403 | C404 | C405 | C501).of(REST).when(&[OldRoute]).proof("Only archived documents know {method} {route}."),
        ],
    },
    Row {
        id: "resource.in-use",
        title: "Something else depends on it",
        solutions: &["Remove or move what the body names, then try again."],
        link: CLIENT_ERRORS,
        signs: &[sign(93, C400 | C403 | C409 | C422 | C207).says("in use|being used|used by|currently used|associated with|still has|has products|contains products|has child|has sub|has orders|is assigned|are assigned|assigned to|is set as|is attached|linked to|depend|be deleted|cannot delete|unable to delete|referenced by")],
    },
    Row {
        id: "resource.duplicate",
        title: "Something with this value is there already",
        solutions: &[
            "Choose another value for `{fields}`, or change the one that is there.",
            "Look for it by name, SKU, e-mail address or URL, and update that. If this was a second attempt, the first may have gone through.",
        ],
        link: CLIENT_ERRORS,
        signs: &[
            sign(95, REFUSED & !C200).when(&[Writes]).unless(&[Payment]).says("duplicate|already exist|already in use|already used|already taken|been taken|is taken|already regist|already assigned|already associated|already ha|not unique|must be unique|same name|same sku|not be unique|identical|overlap|already a |already added"),
            sign(60, C409).when(&[Post]).unless(&[Shopping]),
            sign(50, C409),
        ],
    },
    Row {
        id: "resource.out-of-stock",
        title: "There is not enough stock",
        solutions: &["Lower the quantity to what is available at the location, or raise the stock."],
        link: REFERENCE,
        signs: &[sign(95, REFUSED).says("out of stock|out-of-stock|outofstock|insufficient stock|insufficient inv|insufficient qu|not enough|enough*stock|enough*inventory|on hand|enough in stock|in stock|stock level|inventory level|available stock|available inventory|stock available|available to sell|available quantity|exceeds avail|exceeds the avail|in the requested|not available in|units available|only*available|are available|is available")],
    },
    Row {
        id: "resource.quantity-limit",
        title: "The quantity is below the minimum or above the maximum of the product",
        solutions: &["Ask for a quantity between `order_quantity_minimum` and `order_quantity_maximum` of the product."],
        link: REFERENCE,
        signs: &[sign(94, REFUSED).says("purchase quantity|minimum purchase|maximum purchase|minimum quantity|maximum quantity|min quantity|max quantity|quantity*minimum|quantity*maximum|order_quantity|quantity limit|quantity*at least|quantity*at most|quantity*more than|purchase limit|minimum order|maximum order|per order")],
    },
    Row {
        id: "resource.channel-inactive",
        title: "The channel, or its storefront, is not live",
        solutions: &["Set the channel to active in the control panel, and give it a site, before shoppers use it."],
        link: GRAPHQL_DOCS,
        signs: &[sign(95, FAILED | C200).says("channel*inactive|channel*not active|channel*not live|channel*disabled|channel*not enabled|inactive channel|prelaunch|pre-launch|storefront*not live|storefront*not active|not yet launched|coming soon|channel*archived|channel*terminated|deleted channel|channel*deleted|multi storefront is not")],
    },
    Row {
        id: "resource.reference-missing",
        title: "The body names something that does not exist",
        solutions: &[
            "Check the ids in `{fields}`: what they name must exist in this store first.|Check the ids in the body: brand, category, tax class, product or customer must exist first.",
        ],
        link: CLIENT_ERRORS,
        signs: &[
            sign(91, C400 | C409 | C422 | C207).of(ALL & !B2B).when(&[Writes]).unless(&[QueryErrors]).says("not exist|n't exist|be found|not find|was not found|were not found|not found|no such|unknown product|unknown category|unknown customer|valid for store|invalid category|invalid brand|invalid tax_class|invalid product_id|invalid variant_id|invalid parent"),
            sign(81, C400 | C409 | C422).of(B2B).when(&[Writes]).says("not exist|not found|belong to"),
            sign(86, C409).when(&[Writes]).says("brand_id|category_id|categories|tax_class_id"),
        ],
    },
];
