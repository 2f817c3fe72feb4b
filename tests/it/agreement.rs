//! English sentences agree with a number of one, whatever sentence of the program it is.

use crate::house::{code, files, read};
use lungang::text::{Blanks, Lang, Text};
use std::collections::BTreeSet;

fn fill(sentence: &str, number: i64) -> String {
    let sentence: &'static str = sentence.to_owned().leak();
    let names = sentence.split('{').skip(1);
    let names = names.filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()));
    let blanks: Blanks = names.map(|name| (name, number.into())).collect();
    Text::new("", sentence).fill(Lang::En, &blanks)
}

#[test]
fn one_is_one_and_two_are_two() {
    for (sentence, one) in [
        ("at least {n} persons", "at least 1 person"),
        ("There are {n} teachers.", "There is 1 teacher."),
        ("{n} further periods a week", "1 further period a week"),
        (
            "{n} teachers meet the conditions",
            "1 teacher meets the conditions",
        ),
        ("row {row} columns", "row 1 columns"),
        (
            "{n} of its teachers are on leave",
            "1 of its teachers is on leave",
        ),
        ("{n} classes; {m} people do", "1 class; 1 person does"),
        ("{n} pupils and no teachers", "1 pupil and no teachers"),
        ("{n}% of them have", "1% of them have"),
        ("by {n}", "by 1"),
    ] {
        assert_eq!(fill(sentence, 1), one);
        let two = fill(sentence, 2);
        let names: Vec<&str> = sentence
            .split('{')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0))
            .collect();
        let plain = names.iter().fold(sentence.to_owned(), |text, name| {
            text.replace(&format!("{{{name}}}"), "2")
        });
        assert_eq!(two, plain);
    }
}

/// The string literals of a source that have blanks and are not Chinese.
fn sentences(source: &str) -> Vec<String> {
    let (mut found, mut rest) = (Vec::new(), source);
    while let Some((before, behind)) = rest.split_once('"') {
        // A quotation mark as a character opens nothing.
        if before.ends_with('\'') {
            rest = behind;
            continue;
        }
        let mut escaped = false;
        let end = behind.find(|one: char| {
            let ends = one == '"' && !escaped;
            escaped = one == '\\' && !escaped;
            ends
        });
        let (text, after) = behind.split_at(end.unwrap_or(behind.len()));
        let words: Vec<&str> = text
            .replace("\\\n", "\n")
            .leak()
            .split_whitespace()
            .collect();
        let text = words.join(" ");
        if text.contains('{') && text.contains(' ') && !text.contains(|one: char| one > '\u{2fff}')
        {
            found.push(text);
        }
        rest = after.get(1..).unwrap_or_default();
    }
    found
}

/// Behind these words something else is spoken of, and these are doings of one.
const STOPS: &str = "and as at between besides by fails for holds if reaches without of row so to with adds allows applies arrives becomes begins changes \
    closes comes counts covers does ends expects gets gives goes guides has holds is lacks learns leaves lies lives \
    makes meets moves names needs overlaps recruits rotates runs stands states stays takes teaches travels volunteers \
    says was wishes works";

/// Every English sentence of the sources, all its blanks filled with one: no word behind a number is a plural.
#[test]
fn no_sentence_of_the_program_speaks_of_one_persons() {
    let (mut wrong, mut tried) = (BTreeSet::new(), 0);
    for path in files("src", ".rs") {
        let source = code(&read(&path));
        for sentence in sentences(&source) {
            let told = fill(&sentence, 1);
            tried += 1;
            for behind in told.split("1 ").skip(1) {
                for word in behind.split(' ').take(3) {
                    let bare = word.trim_end_matches(|one: char| !one.is_alphabetic());
                    let is_word = !bare.is_empty()
                        && bare
                            .chars()
                            .all(|one| one.is_ascii_alphabetic() || one == '-');
                    if !is_word || STOPS.split_whitespace().any(|stop| stop == bare) {
                        break;
                    }
                    if bare.ends_with('s') && !["class", "this", "its", "less"].contains(&bare) {
                        wrong.insert(format!("{bare}: {told}"));
                    }
                    if bare != word {
                        break;
                    }
                }
            }
        }
    }
    assert!(tried > 500, "{tried} sentences");
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
