//! Answers that look like success, or like nothing at all.

use super::facts::Fact::*;
use super::marks::{api::*, on::*};
use super::row::{Row, sign};
use crate::status::link::*;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "result.job-failed",
        title: "The job has failed, though the answer is a success",
        solutions: &["Mend what the errors of the job in the body name, and start a new one."],
        link: REFERENCE,
        signs: &[sign(97, C2XX).when(&[JobFailed]).unless(&[Graphql])],
    },
    Row {
        id: "result.partial",
        title: "Only a part was done",
        solutions: &[
            "Done: {succeeded}, not done: {failed}. Send only the latter again, corrected.|Send again only what was refused, corrected; where the body names nothing, read back what was saved.",
        ],
        link: CODES,
        signs: &[
            sign(98, ANY).when(&[Partial, HasError]).unless(&[Graphql]),
            sign(94, C207).when(&[Partial]),
            sign(59, C422).path("/content/pages").when(&[Post]).proof("The valid ones of several pages are created even so."),
            sign(57, C404).path("/content/pages").when(&[Deletes]).proof("Those of several pages that exist are deleted even so."),
            sign(56, C422).path("/promotions").when(&[Deletes]).proof("Some promotions may be deleted even so."),
        ],
    },
    Row {
        id: "result.unknown-outcome",
        title: "Nobody can tell whether it was done",
        solutions: &["Look whether it was done before you send it again: no API of BigCommerce has an idempotency key. Give each create something to find it by."],
        link: ERRORS,
        signs: &[
            sign(96, C2XX).path("/shipping/carrier/connection").proof("This route answers 204 whether it worked or not."),
            sign(90, C5XX).path("/capture|/void|/refunds").when(&[Writes]).proof("`{path}` acts on money, and goes on after an error of the gateway."),
            sign(82, C5XX | LOST | C499).of(ALL & !GRAPHQL).when(&[Unrepeatable]).proof("{method} may have run, and running it twice may do harm."),
        ],
    },
    Row {
        id: "result.nothing-done",
        title: "The request succeeded and changed nothing",
        solutions: &["Name what to delete in a filter such as `?{filter}=...`.|Compare what came back with what was sent."],
        link: REFERENCE,
        signs: &[
            sign(96, C204 | C200).when(&[DeletesNothing]).proof("{method} {path} has no filter."),
            sign(86, C204 | C200).when(&[Unfiltered]).proof("{method} {path} has no filter, and the specification demands one."),
            sign(95, C200).of(ALL & !GRAPHQL).when(&[Writes, Empty]).proof("The answer to {method} {path} is an empty list."),
            sign(85, C200 | C207).when(&[NothingSaved]).proof("The body says that 0 were done."),
        ],
    },
    Row {
        id: "result.deleted-all",
        title: "The request deleted everything in this collection",
        solutions: &[
            "If you did not mean that, stop what sends it, and restore from a backup or an export.",
            "To delete some of them, add a filter such as `?{filter}=...`.|To delete one of them, put its id behind the path.",
        ],
        link: REFERENCE,
        signs: &[sign(88, C204 | C200).when(&[DeletesAll]).proof("{method} {path} has no filter, and without one this route deletes everything.")],
    },
    Row {
        id: "result.empty-list",
        title: "There is nothing to list; that is no error",
        solutions: &["Take it as an empty list; a 204 has no body. If you expected something, check filters, page and channel."],
        link: CODES,
        signs: &[
            sign(94, C204).unless(&[Writes]),
            sign(92, C200).of(ALL & !GRAPHQL).when(&[Empty]).unless(&[Writes]).proof("The answer to {path} is an empty list."),
            sign(93, C404 | C409 | C422).says("no redirects|meet the criteria|no records|nothing to export|no results|no matching|no shipments"),
        ],
    },
    Row {
        id: "result.page-capped",
        title: "The page was cut short because of what it includes",
        solutions: &["Follow `meta.pagination`: with options, modifiers or variants a page holds 10, whatever `limit={limit}` asks for.|Follow `meta.pagination`."],
        link: REFERENCE,
        signs: &[sign(94, C200).of(V3).path("/catalog/products").when(&[PageOfTen, Expensive]).proof("`limit={limit}` was asked for, and the page holds 10.")],
    },
    Row {
        id: "result.scheduled",
        title: "The work is scheduled, and not done yet",
        solutions: &["Read the resource, or the job, later to see whether it is done; do not send it again meanwhile."],
        link: CODES,
        signs: &[sign(96, C202)],
    },
    Row {
        id: "result.unchanged",
        title: "Nothing has changed since the date that was named",
        solutions: &["Use the copy you have, or leave `If-Modified-Since` out."],
        link: CODES,
        signs: &[sign(96, C304)],
    },
    Row {
        id: "result.redirected",
        title: "The answer is at another address",
        solutions: &[
            "Send it to `{location}` from now on, but never a token to another host.",
            "Try https, and the www or the non-www form; remove X-Forwarded headers.",
        ],
        link: CODES,
        signs: &[
            sign(84, C3XX).when(&[HasLocation]).proof("`Location` leads to `{location}`."),
            sign(80, C3XX),
        ],
    },
];
