//! From documents to a county that may be planned: tables and policy are read once, and everything wrong is
//! told at once.

use super::approvals;
use super::asks::{questions, unsaid};
use super::granted;
use crate::domain::{Ban, County, NOTHING_MORE, Pin, Question, Roster, Waiver};
use crate::facts::Facts;
use crate::facts::merging::merge_classes;
use crate::facts::splits::split_classes;
use crate::finding::{Findings, Place};
use crate::input::tables::RECORDS;
use crate::input::{
    APPROVED, BARRED, Documents, Edit, KNOWN_BY, Names, PINNED, Scenario, idle_edits, in_order,
    is_decided, policy_documents, read_documents, sha256,
};
use crate::plan::{DECISIONS_INPUT, InputDoc, SCENARIO_INPUT};
use crate::policy::{PolicyDoc, RuleBook, load_book, stated};
use crate::rules::cards;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json, to_vec};
use std::sync::Arc;

/// A scenario that has been read and checked.
#[derive(Debug, Clone)]
pub struct Checked {
    /// What is; absent when the tables have errors.
    pub roster: Option<Arc<Roster>>,
    /// What must be; absent when the policy has errors.
    pub book: Option<RuleBook>,
    /// Every file that was read.
    pub inputs: Vec<InputDoc>,
    /// Everything found.
    pub findings: Findings,
    /// The scenario as it was read; its roster stands in `tables`.
    read: Arc<Scenario>,
    /// The roster before closing schools are merged and classes split.
    tables: Option<Arc<Roster>>,
}

/// Reads a scenario and reports everything at once; solves nothing.
pub fn check(documents: &Documents) -> Checked {
    let mut scenario = read_documents(documents);
    let tables = scenario.roster.take().map(Arc::new);
    Checked::new(Arc::new(scenario), tables, &[])
}

impl Checked {
    /// Tables that were read, under their policy and changes of its values.
    fn new(read: Arc<Scenario>, mut tables: Option<Arc<Roster>>, changes: &[Edit]) -> Self {
        let mut findings = read.findings.clone();
        let mut policies = read.policies.clone();
        let edits: Vec<Edit> = read.edits.iter().chain(changes).cloned().collect();
        let mut book = None;
        // Where no policy could be read, that has been told, and there is nothing to say of its rules.
        if let Some(date) = read.date.filter(|_| !policies.is_empty()) {
            let before = (!edits.is_empty()).then(|| load_book(&policies, &cards(), date).0);
            policies = changed(policies, &edits, date);
            let (loaded, mut of_policy) = load_book(&policies, &cards(), date);
            // The text of a changed value is ours: its rows say nothing to the officer.
            for place in of_policy.0.iter_mut().filter_map(|one| one.place.as_mut()) {
                if edits.iter().any(|edit| edit.place.file == place.file) {
                    place.row = None;
                }
            }
            findings.append(of_policy);
            if let (Some(Some(before)), Some(after)) = (&before, &loaded) {
                findings.append(idle_edits(&edits, before, after));
            }
            book = loaded;
        }
        let mut inputs = Vec::new();
        if let Some(roster) = &mut tables {
            let (waivers, wrong) = approvals::resolved(roster, book.as_ref());
            findings.append(wrong);
            if roster.waivers != waivers {
                Arc::make_mut(roster).waivers = waivers;
            }
            inputs = digests(roster, &policies, read.date);
        }
        let roster = match (&tables, &book) {
            (Some(tables), Some(book)) => {
                let mut roster = Roster::clone(tables);
                merge_classes(&mut roster, book);
                split_classes(&mut roster, book);
                findings.append(unsaid(&roster, book, &cards()));
                Some(Arc::new(roster))
            }
            _ => tables.clone(),
        };
        if let (Some(roster), Some(book), false) = (&roster, &book, findings.has_errors())
            && !roster.waivers.is_empty()
        {
            findings.append(granted::findings(&Facts::new(roster, book)));
        }
        Self {
            roster,
            book,
            inputs,
            findings: in_order(findings),
            read,
            tables,
        }
    }

    /// The same tables under changed values of rules; no table is read again.
    pub fn with_rules(&self, changes: &[Edit]) -> Self {
        Self::new(Arc::clone(&self.read), self.tables.clone(), changes)
    }

    /// The county for which the tables speak; without a title when they have errors.
    pub fn county(&self) -> County {
        let roster = self.roster.as_ref();
        roster.map_or_else(County::default, |roster| roster.county.clone())
    }

    /// Roster and rule book, when there is nothing that forbids going on.
    pub fn ready(&self) -> Option<(&Roster, &RuleBook)> {
        if self.findings.has_errors() {
            return None;
        }
        self.roster.as_deref().zip(self.book.as_ref())
    }

    /// What follows from them under a question.
    pub fn facts<'a>(&'a self, question: &'a Question) -> Option<Facts<'a>> {
        let (roster, book) = self.ready()?;
        Some(Facts::asked(roster, book, question))
    }

    /// What should be answered before planning; empty while the tables have errors.
    pub fn asks(&self) -> Findings {
        let facts = self.facts(&NOTHING_MORE);
        facts.map_or_else(Findings::default, |facts| questions(&facts, &self.findings))
    }

    /// The rule book with the values in force on another date.
    pub fn book_on(&self, date: Date) -> Option<RuleBook> {
        let policies = self.read.policies.clone();
        let policies = changed(policies, &self.read.edits, self.read.date?);
        load_book(&policies, &cards(), date).0
    }

    /// The text of `columns.toml`, when sheets or heads had to be recognised.
    pub fn columns(&self) -> Option<&str> {
        self.read.columns.as_deref()
    }
}

/// Policies with changed values as the most local ones.
fn changed(mut policies: Vec<PolicyDoc>, edits: &[Edit], date: Date) -> Vec<PolicyDoc> {
    if !policies.is_empty() {
        policies.extend(policy_documents(edits, date));
    }
    policies
}

/// What a plan is made from: a digest of every table, of the scenario itself and of every policy. Neither the
/// order of rows, nor the format or the encoding of a file changes them.
fn digests(roster: &Roster, policies: &[PolicyDoc], date: Option<Date>) -> Vec<InputDoc> {
    let said = ruled(roster, false);
    let scenario = (&roster.county, roster.date, &roster.lottery_seed, &said);
    // Schools and teachers first, whom the other tables name.
    let mut tables = RECORDS.to_vec();
    tables.sort_by_key(|table| !["schools", "teachers"].contains(&table.spec().key));
    let by_id = (
        &roster.county,
        roster.date,
        &roster.lottery_seed,
        by_id(roster, &said),
    );
    let mut inputs = vec![InputDoc {
        rows: rulings(roster, row(SCENARIO_INPUT, &by_id), &said),
        ..content(SCENARIO_INPUT, &to_vec(&scenario).unwrap_or_default())
    }];
    let decided = ruled(roster, true);
    if decided != (Vec::new(), Vec::new(), Vec::new()) {
        let bytes = to_vec(&decided).unwrap_or_default();
        inputs.push(InputDoc {
            rows: rulings(
                roster,
                row(DECISIONS_INPUT, &self::by_id(roster, &decided)),
                &decided,
            ),
            ..content(DECISIONS_INPUT, &bytes)
        });
    }
    let tables = tables.into_iter();
    let names = Names::of(roster);
    inputs.extend(tables.map(|table| InputDoc {
        rows: table.row_digests(roster, &names),
        ..content(table.spec().key, &table.canonical(roster))
    }));
    let policies = policies.iter();
    inputs.extend(policies.map(|doc| InputDoc {
        rows: date.map(|date| values(doc, date)).unwrap_or_default(),
        ..content(&doc.file, plain(&doc.text).as_bytes())
    }));
    inputs
}

/// Pins, bans and special approvals.
type Ruled<'r> = (Vec<&'r Pin>, Vec<&'r Ban>, Vec<&'r Waiver>);

/// Those of the decisions file, or those of the scenario itself.
fn ruled(roster: &Roster, of_file: bool) -> Ruled<'_> {
    let wanted = |place: &Place| is_decided(place) == of_file;
    let pins = roster.pins.iter().filter(|one| wanted(&one.place));
    let bans = roster.bans.iter().filter(|one| wanted(&one.place));
    let waivers = roster.waivers.iter().filter(|one| wanted(&one.place));
    (pins.collect(), bans.collect(), waivers.collect())
}

/// The same with people and schools by their ids, which stay what they are when somebody else comes or leaves.
fn by_id(roster: &Roster, (pins, bans, waivers): &Ruled<'_>) -> [Vec<Value>; 3] {
    let pins = pins.iter().map(|one| {
        let (who, at) = (roster.teacher_id(one.teacher), roster.school_id(one.school));
        json!([who, at, one.reason, one.author, one.date])
    });
    let bans = bans.iter().map(|one| {
        let (who, at) = (
            roster.teacher_id(one.teacher),
            one.school.map(|no| roster.school_id(no)),
        );
        json!([who, at, one.reason, one.author, one.date])
    });
    [
        pins.collect(),
        bans.collect(),
        waivers.iter().map(|one| json!(one)).collect(),
    ]
}

/// What is known of pins, bans and approvals: of all together, and of each by whom or what it is about, so that one that
/// vanishes is told by name.
fn rulings(roster: &Roster, all: String, said: &Ruled<'_>) -> Vec<String> {
    let [pins, bans, waivers] = by_id(roster, said);
    let named = |kind: &str, first: &str, second: &str| format!("{kind} {first} {second}");
    let pinned = said.0.iter().zip(pins).map(|(one, said)| {
        let (who, at) = (roster.teacher_id(one.teacher), roster.school_id(one.school));
        row(&named(PINNED, &who, &at), &said)
    });
    let barred = said.1.iter().zip(bans).map(|(one, said)| {
        let at = one
            .school
            .map(|no| roster.school_id(no))
            .unwrap_or_default();
        row(
            named(BARRED, &roster.teacher_id(one.teacher), &at).trim_end(),
            &said,
        )
    });
    let approved = said.2.iter().zip(waivers);
    let approved = approved.map(|(one, said)| row(&named(APPROVED, &one.rule, &one.about), &said));
    let mut rows: Vec<String> = pinned.chain(barred).chain(approved).collect();
    rows.sort();
    rows.insert(0, all);
    rows
}

/// What is known of each value that a policy states: the value itself.
fn values(doc: &PolicyDoc, date: Date) -> Vec<String> {
    let stated = stated(doc, &cards(), date).into_iter();
    stated
        .map(|(key, said)| row(&format!("{key} {said}"), &said))
        .collect()
}

/// What is known of an input that is no table: as of a row.
fn row(name: &str, said: &impl Serialize) -> String {
    let digest = sha256(&to_vec(said).unwrap_or_default());
    let begins: String = digest.chars().take(KNOWN_BY).collect();
    format!("{begins} {name}")
}

/// The roster keeps every list in canonical order, so its bytes are the same whatever the files are.
fn content(name: &str, bytes: &[u8]) -> InputDoc {
    InputDoc {
        name: name.to_owned(),
        sha256: sha256(bytes),
        rows: Vec::new(),
    }
}

/// The lines of a policy without blanks at either end, which mean nothing there and are lost in the
/// cells of a workbook.
fn plain(text: &str) -> String {
    let lines = text.lines().flat_map(|line| [line.trim(), "\n"]);
    lines.collect()
}
