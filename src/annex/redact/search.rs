//! The finished documents are searched for whatever names anybody, a school or a place: what is found is a slip of ours,
//! and then nothing is handed on.

use crate::disk::Named;
use crate::domain::Roster;
use crate::plan::Plan;
use aho_corasick::AhoCorasick;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Numbers of fewer digits cannot be told from figures, and are not looked for by themselves.
const DIGITS: usize = 6;

/// What must not be said, and what the program itself says.
#[derive(Debug)]
pub struct Real {
    words: BTreeSet<String>,
    unsure: bool,
}

/// A real name or id that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// In which file.
    pub file: String,
    /// What stands there.
    pub word: String,
}

impl Real {
    /// All names and ids of a roster, the places in it, and the digests by which a guess could be tested; without the
    /// words that documents say in which nobody is named.
    pub fn new(roster: &Roster, doc: &Plan, silent: &[Named]) -> Self {
        let people = roster.teachers.iter().flat_map(|one| [&one.id, &one.name]);
        let schools = roster.schools.iter().flat_map(|one| [&one.id, &one.name]);
        let places = roster.schools.iter().flat_map(|one| {
            let places = [&one.district, &one.township, &one.group, &one.legal_entity];
            places.into_iter().flatten()
        });
        let pools = roster.pools.iter().map(|one| &one.id);
        let scenario = &doc.scenario;
        let titles = [&scenario.title_zh, &scenario.title_en, &doc.digest];
        let inputs = scenario.inputs.iter().map(|one| &one.sha256);
        let all = people.chain(schools).chain(places).chain(pools);
        let all = all.chain(titles).chain(inputs).map(|one| one.trim());
        let all = all.filter(|word| !word.is_empty()).map(str::to_owned);
        let (words, others): (BTreeSet<String>, BTreeSet<String>) =
            all.partition(|word| is_telling(word));
        let mut real = Self {
            words,
            unsure: false,
        };
        let ours: BTreeSet<String> = real.all_in(silent).map(|one| one.word).collect();
        real.words.retain(|word| !ours.contains(word));
        real.unsure = !ours.is_empty() || !others.is_empty();
        real
    }

    /// These words alone.
    pub fn of(words: &[&str]) -> Self {
        let words = words.iter().copied().map(str::to_owned);
        Self {
            words: words.collect(),
            unsure: false,
        }
    }

    /// Whether any name or id is not looked for, since it is like a figure or a word of ours: then it takes the county with
    /// other names to tell.
    pub fn is_unsure(&self) -> bool {
        self.unsure
    }

    /// All of them that stand in any of these files, each once.
    pub fn found_in(&self, files: &[Named]) -> Vec<Found> {
        let mut all: Vec<Found> = self.all_in(files).collect();
        let mut seen = BTreeSet::new();
        all.retain(|one| seen.insert(one.word.clone()));
        all
    }

    /// The first of them that stands in any of these files.
    pub fn first_in(&self, files: &[Named]) -> Option<Found> {
        self.all_in(files).next()
    }

    fn all_in<'a>(&'a self, files: &'a [Named]) -> impl Iterator<Item = Found> + 'a {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        // Words of any number and length can be looked for; were it not so, every file would count as telling.
        let search = AhoCorasick::new(&words).ok();
        files.iter().flat_map(move |file| {
            let text = text_of(&file.bytes);
            let found = |at: aho_corasick::Match| {
                let word = words.get(at.pattern().as_usize())?;
                stands_alone(&text, (at.start(), at.end())).then(|| (*word).to_owned())
            };
            let words: BTreeSet<String> = match &search {
                Some(search) => search
                    .find_overlapping_iter(&text)
                    .filter_map(found)
                    .collect(),
                None => BTreeSet::from([String::new()]),
            };
            let file = file.name.clone();
            words.into_iter().map(move |word| Found {
                file: file.clone(),
                word,
            })
        })
    }
}

/// The first of these files that says a word of the county with other names, in the place of which a pseudonym should stand.
pub fn says_an_alias(files: &[Named]) -> Option<&Named> {
    files
        .iter()
        .find(|file| super::alias::is_said(&text_of(&file.bytes)))
}

/// Whether a word can be told from figures and single letters.
fn is_telling(word: &str) -> bool {
    let short = word.chars().count() < 2;
    let figures = word.len() < DIGITS && word.bytes().all(|one| one.is_ascii_digit());
    !short && !figures
}

/// Whether what was found is a word of its own: no Latin letter or digit goes on before or behind it.
fn stands_alone(text: &str, (start, end): (usize, usize)) -> bool {
    let bytes = text.as_bytes();
    let goes_on = |one: Option<&u8>, other: Option<&u8>| {
        let is_part = |one: Option<&u8>| one.is_some_and(u8::is_ascii_alphanumeric);
        is_part(one) && is_part(other)
    };
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    let last = end.checked_sub(1).and_then(|at| bytes.get(at));
    !goes_on(before, bytes.get(start)) && !goes_on(last, bytes.get(end))
}

/// What a file says: a workbook in its cells, heads and names of sheets, any other as it is.
fn text_of(bytes: &[u8]) -> String {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut text = String::new();
    for no in 0..archive.len() {
        let mut part = String::new();
        let read = archive
            .by_index(no)
            .map(|mut one| one.read_to_string(&mut part));
        if matches!(read, Ok(Ok(_))) {
            said(&part, &mut text);
            text.push('\n');
        }
    }
    text
}

/// The texts of a part, and what it calls things; numbers and references of cells say nothing.
fn said(part: &str, text: &mut String) {
    let mut reader = Reader::from_str(part);
    let mut is_number = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                is_number = ["v", "f"].contains(&tag.local_name().as_ref());
                for one in tag.attributes().flatten() {
                    if one.key.local_name().as_ref() == "name" {
                        text.push_str(&one.value);
                        text.push('\n');
                    }
                }
            }
            Ok(Event::End(_)) => is_number = false,
            Ok(Event::Text(words)) if !is_number => {
                text.push_str(&words);
                text.push('\n');
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}
