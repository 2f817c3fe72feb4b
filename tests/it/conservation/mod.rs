//! Every row in is a row told: whatever stands in a cell of any table, the record is read as an officer means it,
//! or a finding stands at that very cell. No record is dropped, no file skipped.

mod means;

use crate::night::by_night;
use lungang::domain::{Roster, Stage};
use lungang::finding::{Finding, Findings, Place, Severity};
use lungang::input::{
    Column, Documents, Scenario, TABLES, TableSpec, load_documents, read_documents,
};
use lungang::text::Lang;
use means::{ODD, plain, seen};
use std::path::Path;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

/// One table of a scenario as cells, with a column for everything that its table may hold.
struct Cells {
    path: String,
    rows: Vec<Vec<String>>,
}

impl Cells {
    fn of(documents: &Documents, spec: &TableSpec) -> Option<Self> {
        let file = format!("{}.csv", spec.key);
        let path = documents
            .files
            .keys()
            .find(|path| path.rsplit('/').next() == Some(&file))?;
        let text = documents.files[path].as_slice();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text);
        let rows = reader
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect());
        let mut rows: Vec<Vec<String>> = rows.collect();
        for column in spec.columns {
            if !rows[0]
                .iter()
                .any(|head| column.is_called(head.trim_start_matches('\u{feff}')))
            {
                rows[0].push(column.head.zh.to_owned());
                rows[1..].iter_mut().for_each(|row| row.push(String::new()));
            }
        }
        Some(Self {
            path: path.clone(),
            rows,
        })
    }

    fn at(&self, column: &Column) -> usize {
        let mut heads = self.rows[0].iter();
        heads
            .position(|head| column.is_called(head.trim_start_matches('\u{feff}')))
            .unwrap()
    }

    /// The scenario with these words in these rows of a column.
    fn with(&self, documents: &Documents, at: usize, words: &[(usize, String)]) -> Documents {
        let mut rows = self.rows.clone();
        for (row, word) in words {
            rows[*row][at].clone_from(word);
        }
        let mut text = csv::Writer::from_writer(Vec::new());
        for row in &rows {
            text.write_record(row).unwrap();
        }
        let mut documents = documents.clone();
        documents
            .files
            .insert(self.path.clone(), text.into_inner().unwrap());
        documents
    }
}

fn records(roster: &Roster) -> Vec<usize> {
    vec![
        roster.schools.len(),
        roster.teachers.len(),
        roster.classes.len(),
        roster.service.len(),
        roster.quota.len(),
        roster.grid.len(),
        roster.load.len(),
        roster.travel.len(),
        roster.title_posts.len(),
        roster.given_posts.len(),
        roster.pools.len(),
        roster.forecast.len(),
    ]
}

/// What is wrong, and in which cells.
fn places(scenario: &Scenario) -> Vec<(&'static str, Option<usize>, Option<String>)> {
    let errors = scenario
        .findings
        .0
        .iter()
        .filter(|one| one.severity == Severity::Error);
    let place = |one: &Finding| {
        let place = one.place.clone().unwrap_or_default();
        (one.code.id, place.row, place.column)
    };
    errors.map(place).collect()
}

/// Unknown words of a column are asked about in one question, which names each.
fn asks_of(finding: &Finding, file: &str, head: &str, word: &str) -> bool {
    let place = finding.place.clone().unwrap_or_default();
    let words = finding.says(Lang::Zh);
    let names = |word: &str| words.contains(&format!("“{word}”"));
    finding.code.id == "I177"
        && place.file == file
        && place.column.as_deref() == Some(head)
        && (names(&seen(word)) || seen(word).split([';', ',', '，']).all(names))
}

fn stands_at(finding: &Finding, file: &str, row: usize, head: &str) -> bool {
    let at = |place: &Place| {
        place.file == file
            && place.row == Some(row + 1)
            && place.column.as_deref().is_none_or(|one| one == head)
    };
    finding.place.as_ref().is_some_and(at)
}

/// One column of a table of a scenario.
struct Tried<'a> {
    name: &'a str,
    documents: &'a Documents,
    cells: &'a Cells,
    spec: &'a TableSpec,
    column: &'a Column,
    before: Vec<usize>,
    /// How often at most the table is read with odd words in a column.
    rounds: usize,
}

impl Tried<'_> {
    /// Tries every odd word, each in a row of its own, as many at once as there are rows; how many, and what is
    /// wrong.
    fn all(&self) -> (usize, Vec<String>) {
        let below = self.cells.rows.len() - 1;
        // Neighbouring rows are often of one person or school: words are spread over the table.
        let step = below.div_euclid(ODD.len()).max(1);
        let mut wrong = Vec::new();
        for words in ODD.chunks(below.div_ceil(step)).take(self.rounds) {
            let placed = (0..)
                .zip(words)
                .map(|(no, word)| (1 + no * step, (*word).to_owned()));
            self.some(&placed.collect::<Vec<_>>(), &mut wrong);
        }
        (ODD.len().min(below.div_ceil(step) * self.rounds), wrong)
    }

    fn read(&self, words: &[(usize, String)]) -> Scenario {
        read_documents(
            &self
                .cells
                .with(self.documents, self.cells.at(self.column), words),
        )
    }

    fn some(&self, placed: &[(usize, String)], wrong: &mut Vec<String>) {
        let file = self.cells.path.trim_start_matches("../");
        let head = &self.cells.rows[0][self.cells.at(self.column)];
        let told = self.read(placed).findings;
        let is_told = |told: &Findings, row, word: &str| {
            told.0
                .iter()
                .any(|one| stands_at(one, file, row, head) || asks_of(one, file, head, word))
        };
        let mut silent = Vec::new();
        for (row, word) in placed
            .iter()
            .filter(|(row, word)| !is_told(&told, *row, word))
        {
            match plain(self.column, word) {
                Some(plain) => silent.push(((*row, word.clone()), (*row, plain))),
                None => wrong.push(format!(
                    "{} {}.{} {word:?}: silent",
                    self.name, self.spec.key, self.column.key
                )),
            }
        }
        let (odd, meant): (Vec<_>, Vec<_>) = silent.into_iter().unzip();
        if self.is_same(&odd, &meant) {
            return;
        }
        for (odd, meant) in odd.iter().zip(&meant) {
            // Alone it may be a second line of what another row says.
            let told = self.read(std::slice::from_ref(odd)).findings;
            if is_told(&told, odd.0, &odd.1) {
                continue;
            }
            if !self.is_same(std::slice::from_ref(odd), std::slice::from_ref(meant)) {
                let (name, table, key) = (self.name, self.spec.key, self.column.key);
                wrong.push(format!(
                    "{name} {table}.{key} {:?}: not read as {:?}",
                    odd.1, meant.1
                ));
            }
        }
    }

    fn is_same(&self, odd: &[(usize, String)], meant: &[(usize, String)]) -> bool {
        let (odd, meant) = (self.read(odd), self.read(meant));
        match (&odd.roster, &meant.roster) {
            (Some(odd), Some(meant)) => odd == meant && records(odd) == self.before,
            // Other tables name schools and teachers by id: who is called otherwise is missed there, aloud.
            // What is wrong elsewhere, such as with those who name a school by its old id, is wrong of both alike.
            (None, None) => places(&odd) == places(&meant),
            _ => false,
        }
    }
}

#[test]
fn of_many_findings_some_are_kept_and_all_are_counted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/input/base");
    let mut documents = load_documents(&[folder]).unwrap();
    let mut text = String::from("学段,学科,标准周课时\n");
    for row in 0..5_000 {
        text.push_str(&format!("小学,第{row}学科,十六\n"));
    }
    documents.files.insert("load.csv".into(), text.into_bytes());
    let found = read_documents(&documents).findings;
    for code in ["I132", "I139"] {
        let ours = found.0.iter().filter(|one| one.code.id == code);
        let kept: Vec<_> = ours.collect();
        assert_eq!(kept.len(), 1_000, "{code}");
        let all: usize = kept.iter().map(|one| 1 + one.more).sum();
        assert_eq!(all, 5_000, "{code}");
    }
    let words = lungang::report::findings(&found, Lang::Zh, false);
    assert!(words.contains("另有4990处同类情况"), "{words}");
    let tally = lungang::report::tally(&found, Lang::Zh);
    assert!(tally.contains("共10000处错误"), "{tally}");
}

/// Tables that no scenario has of its own, made from one that has schools.
fn with_all_tables(mut documents: Documents) -> Documents {
    let roster = read_documents(&documents).roster.unwrap();
    let ids: Vec<&str> = roster.schools.iter().map(|one| one.id.as_str()).collect();
    let ways = ids
        .windows(2)
        .map(|both| format!("{},{},25\n", both[0], both[1]));
    let travel: String = std::iter::once("from,to,minutes\n".to_owned())
        .chain(ways)
        .collect();
    let primary = roster
        .schools
        .iter()
        .filter(|one| one.kind.stages().contains(&Stage::Primary));
    let posts = primary.map(|one| format!("{},小学,音乐:8;美术:4,1,否\n", one.id));
    let posts: String = std::iter::once("school,stage,parts,number,must_open\n".to_owned())
        .chain(posts)
        .collect();
    for (path, text) in [("travel.csv", travel), ("teaching_posts.csv", posts)] {
        documents.files.insert(path.to_owned(), text.into_bytes());
    }
    documents
}

/// By day each column is tried in one scenario of the six.
fn is_tried(scenario: usize, column: usize) -> bool {
    by_night(column % SCENARIOS.len() == scenario, true)
}

#[test]
fn whatever_stands_in_a_cell_is_read_as_meant_or_told_at_that_very_cell() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for (no, name) in SCENARIOS.iter().enumerate() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("scenarios")
            .join(name);
        let documents = with_all_tables(load_documents(&[folder]).unwrap());
        let before = records(&read_documents(&documents).roster.unwrap());
        let tables = TABLES
            .iter()
            .filter_map(|spec| Some((*spec, Cells::of(&documents, spec)?)));
        let tables: Vec<_> = tables.collect();
        let columns = tables.iter().flat_map(|(spec, cells)| {
            spec.columns
                .iter()
                .map(move |column| (*spec, cells, column))
        });
        for (_, (spec, cells, column)) in columns.enumerate().filter(|(at, _)| is_tried(no, *at)) {
            let (name, documents, before) = (*name, &documents, before.clone());
            let rounds = by_night(3, ODD.len());
            let one = Tried {
                name,
                documents,
                cells,
                spec,
                column,
                before,
                rounds,
            };
            let (number, mut found) = one.all();
            tried += number;
            wrong.append(&mut found);
        }
    }
    println!("{tried} cells");
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
