//! Hostile names on the page: whatever a table holds stays a name.

use crate::page::{planned, tags, without};
use lungang::facts::Facts;
use lungang::page::page;
use proptest::prelude::*;

/// Names as a table may hold them, by accident or not.
fn hostile() -> impl Strategy<Value = String> {
    let bad = [
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</td></table></main>",
        "&lt;b&gt;&amp;",
        "'\u{202e}\u{200f}\u{2067}",
        "👩‍🏫🏫",
        "𠮷野家",
        "{name}{to}",
        "--><!--",
        "]]>",
        "</style><script>",
    ];
    let piece = prop_oneof![
        prop::sample::select(bad.to_vec()).prop_map(str::to_owned),
        prop::collection::vec(prop::char::range('一', '龥'), 0..60)
            .prop_map(|all| all.into_iter().collect()),
    ];
    (piece.clone(), piece).prop_map(|(one, two)| format!("{one}{two}"))
}

/// The page with its pictures taken out: a long name is cut there and told in a title.
fn structure(page: &str) -> Vec<String> {
    tags(&without(page, "<svg ", "</svg>"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hostile_names_stay_names(names in prop::collection::vec(hostile(), 40)) {
        let (mut roster, book, mut doc) = planned("township");
        let clean = page(&Facts::new(&roster, &book), &doc);
        // Empty names stay as they are: a name that is there is what is tried.
        let mut next = names.iter().filter(|one| !one.is_empty()).cycle();
        let mut name = |old: &mut String| { if let Some(new) = next.next() { new.clone_into(old); } };
        roster.teachers.iter_mut().for_each(|one| name(&mut one.name));
        roster.schools.iter_mut().for_each(|one| { name(&mut one.name); name(one.district.get_or_insert_default()); });
        doc.schools.iter_mut().for_each(|one| name(&mut one.name));
        doc.moves.iter_mut().for_each(|one| name(&mut one.name));
        doc.mentors.iter_mut().for_each(|one| { name(&mut one.name); name(&mut one.mentor_name); });
        name(&mut doc.scenario.title_zh);
        let hostile = page(&Facts::new(&roster, &book), &doc);
        // A chart of districts has as many rows as there are districts.
        let flows = |page: &str| without(page, "<section id=\"districts\"", "</section>");
        prop_assert_eq!(structure(&flows(&clean)), structure(&flows(&hostile)));
        prop_assert_eq!(hostile.matches("<script").count(), 2);
        for raw in ["<img", "onerror=alert(1)>", "<script>alert", "</td></table></main>", "<!--"] {
            prop_assert!(!hostile.contains(raw), "{} stands there raw", raw);
        }
        prop_assert_eq!(hostile.matches("</main>").count(), 1);
    }
}
