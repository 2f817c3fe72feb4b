//! Every kind of finding: numbers are unique, both languages name the same facts.

use lungang::finding::Code;
use lungang::text::{Lang, Text};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) fn all() -> Vec<&'static Code> {
    let mut all: Vec<&'static Code> = Vec::new();
    all.extend(lungang::policy::POLICY_CODES);
    all.extend(lungang::input::input_codes());
    all.extend(lungang::cli::COMMAND_CODES);
    all.extend(lungang::plan::PLAN_CODES);
    all.extend(lungang::record::RECORD_CODES);
    all.extend(lungang::run::RUN_CODES);
    all.extend(lungang::run::PROOF_CODES);
    all.extend(lungang::run::ASK_CODES);
    all.extend(lungang::run::PEOPLE_CODES);
    all.extend(lungang::generate::GENERATE_CODES);
    #[cfg(feature = "microlp")]
    all.extend(lungang::study::PART_CODES);
    for card in lungang::rules::cards() {
        all.extend(card.breaches);
    }
    all
}

#[test]
fn a_number_is_given_once() {
    let mut seen: BTreeMap<&str, &Code> = BTreeMap::new();
    for code in all() {
        if let Some(other) = seen.insert(code.id, code) {
            // Two rules may point to the very same kind.
            assert_eq!(other, code, "{} is given twice", code.id);
        }
    }
}

/// The names of the blanks of a sentence.
pub(crate) fn placeholders(text: Text, lang: Lang) -> BTreeSet<&'static str> {
    let after_open = text.get(lang).split('{').skip(1);
    let names = after_open.filter_map(|rest| rest.split_once('}'));
    names.map(|(name, _)| name).collect()
}

#[test]
fn both_languages_name_the_same_facts() {
    for code in all() {
        for text in [code.says, code.help] {
            assert_eq!(
                placeholders(text, Lang::Zh),
                placeholders(text, Lang::En),
                "{}: {} / {}",
                code.id,
                text.zh,
                text.en
            );
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", code.id);
        }
    }
}

#[test]
fn chinese_words_are_chinese() {
    for code in all() {
        assert!(
            !code.says.zh.is_ascii() && !code.help.zh.is_ascii(),
            "{} has no Chinese words",
            code.id
        );
    }
}
