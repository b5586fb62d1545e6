//! What the crate shows to others, held by its own source.

use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn sources() -> Vec<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let rust = files(&src).into_iter().filter(|path| path.extension().is_some_and(|it| it == "rs"));
    rust.map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The items that the crate's root exports, and its modules.
fn root() -> (Vec<String>, Vec<String>) {
    let lib = include_str!("../../src/lib.rs");
    let exports = Regex::new(r"(?m)^pub use \w+::\{?([^;}]+)\}?;").unwrap();
    let names = exports.captures_iter(lib).flat_map(|found| {
        found[1].split(',').map(|name| name.trim().to_string()).collect::<Vec<_>>()
    });
    let modules = Regex::new(r"(?m)^pub mod (\w+);").unwrap();
    let modules = modules.captures_iter(lib).map(|found| found[1].to_string()).collect();
    (names.filter(|name| !name.is_empty()).collect(), modules)
}

#[test]
fn every_item_of_the_root_is_linked_in_the_table_of_modules() {
    let lib = include_str!("../../src/lib.rs");
    let table: Vec<_> = lib.lines().filter(|line| line.starts_with("//! | [")).collect();
    let (names, modules) = root();
    assert!(names.len() > 40 && modules.len() > 15, "{names:?} {modules:?}");
    for name in names {
        let links = [format!("[`{name}`]"), format!("[`{name}()`]")];
        assert!(table.iter().any(|row| links.iter().any(|link| row.contains(link))), "{name}");
    }
    for module in modules {
        let links = [format!("//! | [`{module}`] "), format!("//! | [`mod@{module}`] ")];
        assert!(table.iter().any(|row| links.iter().any(|link| row.starts_with(link))), "{module}");
    }
}

#[test]
fn no_member_of_a_struct_depends_on_a_feature() {
    let member =
        Regex::new(r"#\[cfg\([^\n]*feature[^\n]*\n( *(#|//)[^\n]*\n)* *pub [a-z_]+: ").unwrap();
    for source in sources() {
        assert!(!member.is_match(&source), "{:?}", member.find(&source));
    }
    assert!(member.is_match("#[cfg(feature = \"prose\")]\n    /// Said.\n    pub text: String,"));
}

/// A struct that a caller has to write is written in full; any other may get members, and an enum
/// others.
#[test]
fn what_is_given_may_grow() {
    const TAKEN: [&str; 7] =
        ["Exchange", "OwnedExchange", "State", "Policy", "RateLimit", "LeaseAsk", "Lease"];
    let (names, _) = root();
    let head = Regex::new(
        r"((?:#\[[^\n]*\n)*)pub (?:enum ([A-Za-z]+) [^\n]*\{|struct ([A-Za-z]+)(?:<'a>)? \{\n +(?:///|pub))",
    );
    let head = head.unwrap();
    let mut seen = 0;
    for source in sources() {
        for found in head.captures_iter(&source) {
            let name = found.get(2).or(found.get(3)).unwrap().as_str();
            if !names.iter().any(|one| one == name) {
                continue;
            }
            let attributes = found.get(1).map_or("", |it| it.as_str());
            // Those of the macro are marked by it.
            let grows = attributes.contains("non_exhaustive") || attributes.is_empty();
            assert_eq!(grows, !TAKEN.contains(&name), "{name}");
            seen += 1;
        }
    }
    assert!(seen > 12, "{seen}");
    assert!(include_str!("../../src/set.rs").contains("#[non_exhaustive]\n        pub enum $set"));
}
