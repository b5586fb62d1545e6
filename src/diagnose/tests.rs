use super::facts::names as names_fact;
use super::{FindingId, Gap, Knowledge, RowRead, TOPICS, Words};

#[test]
fn rows_come_back_as_they_were_packed() {
    assert!(Knowledge::texts().iter().all(|text| text.is_ascii()));
    let mut read = Knowledge::own().rows.iter();
    for row in TOPICS.iter().copied().flatten() {
        let RowRead { id, link, values, signs } = read.next().unwrap();
        let names: Vec<_> = values.bytes().map(|it| Gap::of(it).unwrap().name()).collect();
        assert_eq!(
            (*id, *link, names.join(" ")),
            (row.id.as_str(), row.link.url, row.values.into())
        );
        assert_eq!(signs.len(), row.signs.len(), "{id}");
        for (read, sign) in signs.iter().zip(row.signs) {
            assert_eq!((read.codes, read.apis), (sign.codes as usize, sign.apis as usize), "{id}");
            assert_eq!((read.score, read.shows), (u32::from(sign.score), sign.shows), "{id}");
            assert_eq!((read.says.join("|"), read.path), (sign.says.into(), sign.path), "{id}");
            for fact in sign.when.iter().chain(sign.unless) {
                assert!(names_fact(read.facts, *fact), "{id}: {fact:?}");
            }
        }
    }
    assert!(read.next().is_none());
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
