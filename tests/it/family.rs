//! Couples and carers are spared, and nobody else learns why: no document of a plan says it, neither the
//! officer's own nor those that are handed on.

use crate::patched::changed;
use crate::redact::parts;
use crate::road::planned;
use lungang::annex::redacted;
use lungang::decide::{Decision, decide, withstands};
use lungang::domain::{NOTHING_MORE, TeacherNo};
use lungang::facts::{Exemption, Facts};
use lungang::input::Documents;
use lungang::notice::{Told, notice};
use lungang::plan::{Plan, StayReason};
use lungang::print::docx::Passage;
use lungang::report::{school_answer, teacher_answer};
use lungang::run::{Checked, audit_bytes, check, program_text};
use lungang::solve::{Options, Silent};
use lungang::study::{explain_school, explain_teacher};
use lungang::text::Lang;
use std::collections::BTreeMap;
use std::path::Path;

/// The national scenario with what is entered of families, by staff id: the spouse, or that she is a carer.
fn entered(of: &BTreeMap<String, (String, bool)>) -> Documents {
    let mut documents = changed("scenarios/national", &[]);
    let bytes = documents.files.get_mut("teachers.csv").unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let lines = text.lines().enumerate().map(|(no, line)| {
        let id = line.split(',').next().unwrap();
        match (no, of.get(id)) {
            (0, _) => format!("{line},配偶工号,独自照料"),
            (_, Some((spouse, carer))) => {
                format!("{line},{spouse},{}", if *carer { "是" } else { "" })
            }
            (_, None) => format!("{line},,"),
        }
    });
    *bytes = (lines.collect::<Vec<_>>().join("\n") + "\n").into_bytes();
    documents
}

/// Two couples and two carers who would be among the eligible, none of them a volunteer.
fn families(facts: &Facts<'_>) -> BTreeMap<String, (String, bool)> {
    let roster = facts.roster;
    let due = |who: &TeacherNo| facts.stands(*who).eligible && !roster.teacher(*who).volunteer;
    let mut of = BTreeMap::new();
    let id = |who: TeacherNo| roster.teacher_id(who);
    for school in roster.school_nos() {
        let here: Vec<TeacherNo> = facts.at_base(school).filter(due).collect();
        match here[..] {
            [a, b, ..] if of.len() < 4 => {
                of.insert(id(a), (id(b), false));
                of.insert(id(b), (id(a), false));
            }
            [a, ..] if of.len() < 6 => {
                of.insert(id(a), (String::new(), true));
            }
            _ => {}
        }
    }
    assert_eq!(of.len(), 6, "{of:?}");
    of
}

/// What stands in a letter.
fn letter(facts: &Facts<'_>, doc: &Plan, who: TeacherNo, lang: Lang) -> String {
    let answer = None;
    let told = Told {
        facts,
        doc,
        answer,
        lang,
    };
    let body = notice(&told, who).letter.body;
    let lines = body.into_iter().map(|line| match line {
        Passage::Head(text) | Passage::Text(text) => text,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Words that say which reason it is. The cards of rules say them once, whoever is entered.
const WORDS: [&str; 7] = [
    "同校夫妻",
    "独自照料",
    "couple at one school",
    "sole carer",
    "\"couple\"",
    "\"sole_carer\"",
    "配偶",
];

/// How often each part of a plan says each of them.
fn said(checked: &Checked, doc: &Plan) -> BTreeMap<(String, &'static str), usize> {
    let (roster, book) = checked.ready().unwrap();
    let facts = Facts::new(roster, book);
    let (masked, handed_on) = redacted(&facts, doc);
    let mut all = parts(roster, book, doc);
    let others = parts(&masked, book, &handed_on).into_iter();
    all.extend(others.map(|(name, bytes)| (format!("redacted {name}"), bytes)));
    for who in roster.teacher_nos() {
        for lang in [Lang::Zh, Lang::En] {
            all.push(("letter".into(), letter(&facts, doc, who, lang).into_bytes()));
        }
    }
    let mut said = BTreeMap::new();
    for (part, bytes) in all {
        let text = String::from_utf8(bytes).unwrap();
        for word in WORDS {
            *said.entry((part.clone(), word)).or_default() += text.matches(word).count();
        }
    }
    assert!(
        masked
            .teachers
            .iter()
            .all(|one| one.spouse.is_empty() && !one.carer)
    );
    said
}

#[test]
fn couples_and_carers_are_spared_and_no_document_says_why() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("family");
    let documents = entered(&BTreeMap::new());
    let plain = planned(&documents, &out).doc;
    let checked = check(&documents);
    let of = families(&checked.facts(&NOTHING_MORE).unwrap());
    let documents = entered(&of);
    let with = planned(&documents, &out);
    let told = check(&documents);
    let facts = told.facts(&NOTHING_MORE).unwrap();
    for id in of.keys() {
        let who = facts.roster.find_teacher(id).unwrap();
        let stand = facts.stands(who);
        let why = [Exemption::Couple, Exemption::SoleCarer];
        assert!(
            !stand.eligible && !stand.movable && stand.has_any(&why),
            "{id}"
        );
        let row = with.doc.not_eligible.iter().find(|one| one.teacher == *id);
        assert_eq!(row.unwrap().reasons, [StayReason::Personal], "{id}");
    }
    let (before, after) = (said(&checked, &plain), said(&told, &with.doc));
    for (key, number) in &after {
        let known = before.get(key).copied().unwrap_or(0);
        assert!(*number <= known, "{key:?}: {number} against {known}");
    }
    // An edit by hand that sends one of them is told without the reason.
    let mut edited = with.doc.clone();
    let id = of.keys().next().unwrap();
    let mut one = edited.moves[0].clone();
    one.teacher.clone_from(id);
    one.from.clone_from(
        &facts
            .roster
            .school(
                facts
                    .stands(facts.roster.find_teacher(id).unwrap())
                    .base
                    .unwrap(),
            )
            .id,
    );
    edited.moves.push(one);
    let audited = audit_bytes(&told, &lungang::plan::to_json(&edited), "plan.json");
    let codes: Vec<_> = audited.findings.0.iter().map(|one| one.code.id).collect();
    assert!(
        codes.contains(&"R44") && codes.contains(&"R01"),
        "{codes:?}"
    );
    // The rules whose values rest on no verified source are named, whoever is entered.
    let all = audited.findings.0.iter();
    for finding in all.filter(|one| one.code.id != "P214") {
        let says = [Lang::Zh, Lang::En]
            .map(|lang| finding.says(lang))
            .join("\n");
        let told = WORDS.iter().find(|word| says.contains(**word));
        assert!(told.is_none(), "{says}");
    }
}

/// Whoever asks why one of them stays, why a school keeps an empty post, or what the plan withstands, learns no more;
/// nor whoever reads the program in another solver.
#[test]
fn no_answer_names_the_rule_beside_somebody() {
    let plain = check(&entered(&BTreeMap::new()));
    let of = families(&plain.facts(&NOTHING_MORE).unwrap());
    let (mut closed, mut held, mut rows) = (0, 0, 0);
    for couples in ["spared", "together"] {
        let mut documents = entered(&of);
        let set = format!("rules.family_ties.couples={couples}");
        documents.edits.push(set.parse().unwrap());
        let checked = check(&documents);
        let (roster, book) = checked.ready().unwrap();
        let facts = Facts::new(roster, book);
        let options = Options::default();
        let Decision::Plan(plan) = decide(&facts, &options, false, &Silent).unwrap() else {
            panic!("there is a plan");
        };
        let mut said = Vec::new();
        for id in of.keys() {
            let who = roster.find_teacher(id).unwrap();
            if !facts.stands(who).movable {
                let answer = explain_teacher(&facts, &plan, who, &options).unwrap();
                closed += answer.closed.len();
                said.push(serde_json::to_string(&answer).unwrap());
                said.extend([Lang::Zh, Lang::En].map(|lang| teacher_answer(&answer, lang)));
            }
        }
        for school in roster.school_nos() {
            let answer = explain_school(&facts, &plan, school, &options).unwrap();
            held += answer
                .empty
                .iter()
                .filter(|one| one.held.contains_key("personal"))
                .count();
            said.push(serde_json::to_string(&answer).unwrap());
            said.extend([Lang::Zh, Lang::En].map(|lang| school_answer(&answer, None, lang)));
        }
        let one = withstands(&facts, &plan);
        said.push(serde_json::to_string(&one).unwrap());
        said.push(lungang::report::withstands(&one, Lang::Zh));
        let program = program_text(&checked).unwrap();
        rows += program
            .lines()
            .filter(|line| line.starts_with("* R") && line.contains("personal"))
            .count();
        assert!(!program.contains("family_ties") && !program.contains("together"));
        for text in said {
            let mut words = WORDS
                .iter()
                .chain(&["R44", "夫妻", "Couples", "family_ties"]);
            let told = words.find(|word| text.contains(**word));
            assert!(told.is_none(), "{couples} {told:?}: {text}");
        }
    }
    assert!(closed > 0 && held + rows > 0, "{closed} {held} {rows}");
}
