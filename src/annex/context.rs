//! A plan with all that its workbooks need, and the heads that their tables share.

use crate::domain::{SchoolNo, Subject, Teacher};
use crate::facts::Facts;
use crate::plan::{Plan, PostDoc};
use crate::print::xlsx::Around;
use crate::print::{Phrase, known_by};
use crate::report;
use crate::text::{Lang, Text};
use std::collections::{BTreeMap, BTreeSet};

/// A plan with all that its workbooks need.
pub struct Annex<'a> {
    pub(super) facts: &'a Facts<'a>,
    pub(super) doc: &'a Plan,
    lang: Lang,
    /// Names of schools that more than one school has.
    doubles: BTreeSet<&'a str>,
    /// The post of whoever fills one, by staff number.
    pub(super) held: BTreeMap<&'a str, &'a PostDoc>,
    /// It is handed on: no month of birth, nor since when somebody is at her school.
    pub(super) masked: bool,
}

/// Heads that more than one table has.
pub(super) const NO: Text = Text::new("编号", "No.");
pub(super) const RULE: Text = Text::new("规定", "Rule");
pub(super) const SCHOOL: Text = Text::new("学校", "School");
pub(super) const STAFF_ID: Text = Text::new("工号", "Staff id");
pub(super) const PERSON: Text = Text::new("姓名", "Name");
pub(super) const NOW_AT: Text = Text::new("现学校", "Present school");
pub(super) const SUBJECT: Text = Text::new("学科", "Subject");
/// What the post of somebody who moves has her teach, whatever her own main subject is.
pub(super) const TEACHES: Text = Text::new("新学年任教学科", "Will teach");
pub(super) const NEXT_AT: Text = Text::new("新学年学校", "Next school");
pub(super) const CLASSES: Text = Text::new("班级数", "Classes");
pub(super) const QUOTA_BEFORE: Text = Text::new("原核定编制", "Quota before");
pub(super) const ON_QUOTA: Text = Text::new("现有在编", "On quota now");
pub(super) const ON_QUOTA_AFTER: Text = Text::new("方案后在编", "On quota after");
pub(super) const VACANT: Text = Text::new("空编(+)超编(-)", "Vacant (+) or over (-)");
/// What the last row of a table adds up.
pub(super) const TOTAL: Text = Text::new("合计", "total");
const BUREAU: Text = Text::new("填报单位：", "Bureau: ");
const MADE_UP: Text = Text::new("〔示例数据，人员均为虚构〕", "[made-up people]");
const NOT_PROVED: Text = Text::new(
    "〔未证明最优，不得作为定案〕",
    "[not proved best: not final]",
);

impl<'a> Annex<'a> {
    /// A plan of the county with these facts.
    pub fn new(facts: &'a Facts<'a>, doc: &'a Plan, lang: Lang) -> Self {
        let mut seen = BTreeSet::new();
        let names = facts.roster.schools.iter().map(|one| one.name.as_str());
        let doubles = names.filter(|name| !seen.insert(*name)).collect();
        let posts = doc.schools.iter().flat_map(|school| &school.teaching_posts);
        let held =
            posts.flat_map(|post| post.filled_by.iter().map(move |who| (who.as_str(), post)));
        Self {
            facts,
            doc,
            lang,
            doubles,
            held: held.collect(),
            masked: false,
        }
    }

    /// The same for a plan with pseudonyms, without the months by which somebody may be known.
    pub fn masked(mut self) -> Self {
        self.masked = true;
        self
    }

    /// What a school is called, so that it can be found again: its name, or its id where another school
    /// has the same name.
    pub(super) fn school(&self, id: &str) -> String {
        let found = self.facts.roster.find_school(id);
        found.map_or_else(|| id.to_owned(), |no| self.school_no(no))
    }

    pub(super) fn school_no(&self, no: SchoolNo) -> String {
        let school = self.facts.roster.school(no);
        let double = self.doubles.contains(school.name.as_str());
        if double { &school.id } else { &school.name }.clone()
    }

    pub(super) fn teacher(&self, id: &str) -> Option<&'a Teacher> {
        let found = self.facts.roster.find_teacher(id);
        found.map(|no| self.facts.roster.teacher(no))
    }

    pub(super) fn name(&self, id: &str) -> String {
        let found = self.teacher(id);
        found.map_or_else(String::new, |who| who.name.clone())
    }

    /// The subjects of a post with their weekly periods, as they are read back.
    pub(super) fn parts(&self, parts: &[(Subject, u32)]) -> Phrase {
        Phrase::of(|lang| {
            let part = |(subject, periods): &(Subject, u32)| {
                format!("{}:{periods}", subject.text().get(lang))
            };
            parts.iter().map(part).collect::<Vec<_>>().join(";")
        })
    }

    /// What stands around every table.
    pub(super) fn around(&self) -> Around {
        let scenario = &self.doc.scenario;
        let first = scenario.year_start;
        let (from, to) = (first.first_day().year(), first.plus(12).first_day().year());
        let mut left = BUREAU.get(self.lang).to_owned() + "                ";
        if scenario.made_up {
            left.push_str(MADE_UP.get(self.lang));
        }
        if !report::proved(self.doc.outcome.ended) {
            left.push_str(NOT_PROVED.get(self.lang));
        }
        let year = Text::new("{from}—{to}学年", "{from}/{to} ");
        let date = Text::new("核算日期：{date}", "Reckoned on {date}");
        let words = crate::blanks! { from: from, to: to, date: scenario.reckoning_date };
        Around {
            foot: known_by(&self.doc.digest, self.lang),
            year: year.fill(self.lang, &words).trim().to_owned(),
            left,
            right: date.fill(self.lang, &words),
            lang: self.lang,
        }
    }
}
