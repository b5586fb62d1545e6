use super::row_reader::RowReader;
use super::{FindingId, Gap, Knowledge, TOPICS, Words};

#[test]
fn rows_come_back_as_they_were_packed() {
    let Knowledge { rows, routes, known } = Knowledge::own();
    assert!(rows.is_ascii() && routes.is_ascii() && known.is_ascii());
    let mut packed = RowReader::new(rows).texts();
    for row in TOPICS.iter().copied().flatten() {
        let lines: Vec<_> = packed.next().unwrap().lines().collect();
        let (link, letters) = lines[1].as_bytes().split_first().unwrap();
        let values: Vec<_> = letters.iter().map(|it| Gap::of(*it).unwrap().name()).collect();
        assert_eq!(
            (lines[0], RowReader::link(rows, *link), values.join(" ")),
            (row.id.as_str(), row.link.url, row.values.into())
        );
    }
    assert!(packed.next().is_none());
}

/// A constant is named as its id is written, so that knowing one is knowing the other.
#[test]
fn constants_of_ids_are_named_as_the_ids() {
    let names = [
        super::callback::NAMES,
        super::request::NAMES,
        super::auth::NAMES,
        super::resource::NAMES,
        super::payment::NAMES,
        super::limit::NAMES,
        super::graphql::NAMES,
        super::result::NAMES,
        super::network::NAMES,
        super::platform::NAMES,
    ];
    let names = names.concat();
    assert_eq!(names.len(), FindingId::ALL.len());
    for (id, name) in FindingId::ALL.iter().zip(names) {
        assert_eq!(id.as_str().to_ascii_uppercase().replace(['.', '-'], "_"), name);
        assert_eq!(id.to_string().parse(), Ok(*id));
    }
}

#[test]
fn every_finding_has_its_words_and_they_want_what_it_has() {
    let words = Words::english();
    let gaps = |text: &str| -> Vec<String> {
        let parts = text.split('{').skip(1);
        parts.map(|part| part.split('}').next().unwrap().into()).collect()
    };
    for row in TOPICS.iter().copied().flatten() {
        let texts: Vec<_> = words.texts(row.id.as_str()).collect();
        assert!(texts.len() > 1, "{} has no title, or no solution", row.id);
        let shown = row.signs.iter().map(|sign| sign.shows).filter(|name| !name.is_empty());
        let mut shown: Vec<_> = shown
            .filter(|name| *name != "slip")
            .map(|name| words.text(&format!("shown.{name}")))
            .collect();
        assert!(!shown.contains(&""), "{} is shown with words that are not there", row.id);
        if row.signs.iter().any(|sign| sign.shows == "slip") {
            let slips = words.ids().filter(|id| id.starts_with("slip."));
            shown.extend(slips.flat_map(|id| words.texts(id)));
        }
        let known: Vec<_> = row.values.split(' ').collect();
        let mut wanted = Vec::new();
        for text in texts.iter().chain(&shown) {
            wanted.extend(gaps(text));
        }
        assert!(wanted.iter().all(|gap| known.contains(&gap.as_str())), "{}: {wanted:?}", row.id);
        assert!(
            known.iter().all(|name| name.is_empty() || wanted.iter().any(|gap| gap == name)),
            "{} has a value that nobody wants: {known:?}",
            row.id
        );
        // Filled wherever the row shows.
        let always = ["method", "length", "placeholder", "port", "host"];
        let open = |text: &str| gaps(text).iter().all(|gap| always.contains(&gap.as_str()));
        assert!(
            texts[1..].iter().any(|texts| texts.split('|').any(open)),
            "{} needs a gap filled",
            row.id
        );
    }
    let shown: Vec<_> = TOPICS
        .iter()
        .copied()
        .flatten()
        .flat_map(|row| row.signs.iter().map(|sign| sign.shows))
        .chain(["said", "worker", "status", "lost"])
        .collect();
    for id in words.ids().filter_map(|id| id.strip_prefix("shown.")) {
        assert!(shown.contains(&id), "nothing is shown with {id}");
    }
}
