//! Schools of one name.

use crate::annex::{book, sheets, shipped};
use crate::by_roll::{HEADS, ROLL, codes, rows, workbook};
use crate::page::without;
use crate::study::{load, root};
use lungang::finding::Severity;
use lungang::page::page;
use lungang::plan::to_json;
use lungang::run::audit_bytes;
use lungang::text::Lang;

/// Two schools of one name, in every document of a plan, are told apart by their codes; a school by itself is not.
#[test]
fn schools_of_one_name_are_told_apart_wherever_they_are_named() {
    let (_, plan) = shipped("township");
    let to = &plan.moves[0].to;
    let other = plan
        .moves
        .iter()
        .map(|one| &one.to)
        .find(|one| *one != to)
        .unwrap();
    let name = "白坝镇同名小学";
    let mut documents = load(&root("scenarios/township"));
    for id in [to, other] {
        documents
            .edits
            .push(format!("schools.{id}.name={name}").parse().unwrap());
    }
    let checked = lungang::run::check(&documents);
    let (roster, book_of_rules) = checked.ready().unwrap();
    let facts = lungang::facts::Facts::new(roster, book_of_rules);
    let out = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("one_name");
    let plan = crate::road::planned(&documents, &out).doc;
    for lang in [Lang::Zh, Lang::En] {
        let mut texts = vec![
            String::from_utf8(to_json(&plan)).unwrap(),
            without(&page(&facts, &plan), "<svg ", "</svg>"),
            lungang::report::summary(&plan, lang),
        ];
        let all = sheets(&book(&checked, &plan, lang));
        let shown = all.iter().filter(|one| !one.0.starts_with("底稿"));
        texts.extend(shown.map(|(_, rows)| format!("{rows:?}")));
        let mut seen = 0;
        for text in &texts {
            for rest in text.split(name).skip(1) {
                let coded = [to, other]
                    .iter()
                    .any(|id| rest.starts_with(&format!("（{id}）")));
                assert!(coded, "{name}{}", rest.chars().take(40).collect::<String>());
                seen += 1;
            }
        }
        assert!(seen > 20, "{seen}");
    }
    let own = roster.schools.iter().filter(|one| one.name.contains('（'));
    assert_eq!(own.count(), 2);
    // A workbook of such a county is read again, by these names.
    let bytes = book(&checked, &plan, Lang::Zh);
    let audited = audit_bytes(&checked, &bytes, "plan.xlsx");
    assert!(audited.holds(), "{:?}", codes(&audited));
    assert_eq!(
        lungang::plan::edited(audited.doc.as_ref().unwrap()),
        Some(Vec::new())
    );
    // The bare name alone leaves open which is meant, and that is said.
    let mut rows = rows(&plan);
    rows[0][3] = name.to_owned();
    let audited = audit_bytes(&checked, &workbook(&[(ROLL, &HEADS, rows)]), "roll.xlsx");
    let both = audited.findings.0.iter().any(|one| {
        let said = one.says(Lang::Zh);
        one.severity == Severity::Error
            && said.contains(to.as_str())
            && said.contains(other.as_str())
    });
    assert!(both, "{:?}", codes(&audited));
}
