//! What one rule finds in one plan.

use super::check::{Check, check, given};
use super::judgement::{Aim, Bound, Granted, Judgement, Measure};
use crate::domain::{School, Teacher, TeacherNo, Waiver, whole};
use crate::facts::Facts;
use crate::finding::{About, Code, Finding, Findings, Severity};
use crate::policy::{Card, Force, GoalId};
use crate::text::{Blanks, Text};
use std::collections::BTreeMap;

/// What is counted where a rule has several checks, or none.
const CHECKS: Text = Text::new("项检查", "checks");

/// What one rule finds; filled by its audit.
#[derive(Debug, Clone)]
pub struct Verdict {
    card: &'static Card,
    force: Force,
    /// Special approvals of this rule, by place.
    waivers: BTreeMap<String, i64>,
    approvals: Vec<Granted>,
    /// What was asked where, as far as there are approvals at all.
    sites: BTreeMap<String, (Bound, i64)>,
    /// Place of the next check, where it is told apart from others about the same school.
    site: Option<String>,
    /// The day from which the next check binds, where that is later than the reckoning date.
    due: Option<String>,
    aim: Option<Aim>,
    waived: i64,
    checks: Vec<Check>,
    /// Things that were looked at one by one, of which only what is wrong is a check; none where nothing was said
    /// of it.
    seen: Option<usize>,
    measures: Vec<Measure>,
    counted: Vec<TeacherNo>,
    among: Vec<TeacherNo>,
    costs: BTreeMap<GoalId, i64>,
    findings: Findings,
}

impl Verdict {
    /// Nothing found yet.
    pub fn new(card: &'static Card, facts: &Facts<'_>) -> Self {
        let force = facts.book.force(card.id);
        let mut waivers: BTreeMap<String, i64> = BTreeMap::new();
        let of_this = |one: &&Waiver| card.id == one.rule && force == Force::Must;
        for one in facts.waivers().filter(of_this) {
            *waivers.entry(one.about.clone()).or_default() += one.amount;
        }
        // One that is only tried out nobody decided on.
        let decided = facts.roster.waivers.iter().filter(of_this);
        let approvals = decided.map(|one| Granted::of(facts.roster, one)).collect();
        Self {
            card,
            force,
            waivers,
            approvals,
            sites: BTreeMap::new(),
            site: None,
            due: None,
            aim: None,
            waived: 0,
            checks: Vec::new(),
            seen: None,
            measures: Vec::new(),
            counted: Vec::new(),
            among: Vec::new(),
            costs: BTreeMap::new(),
            findings: Findings::default(),
        }
    }

    /// The next check is of this place, as special approvals name it; without it, of what it is about.
    pub fn at(&mut self, site: impl Into<String>) -> &mut Self {
        self.site = Some(site.into());
        self
    }

    /// The next check is of a target that binds from this day on: until then it is no check, and only how
    /// far the target is will be told.
    pub fn due(&mut self, day: Option<&str>) -> &mut Self {
        self.due = day.map(str::to_owned);
        self
    }

    /// By how much a special approval lifts a check that asks so much.
    fn waived(&mut self, about: &About, asks: (Bound, i64)) -> i64 {
        let site = self.site.take().unwrap_or_else(|| match about {
            About::County => "county".to_owned(),
            About::School(id) | About::Teacher(id) => id.clone(),
        });
        if self.waivers.is_empty() {
            return 0;
        }
        let waived = self.waivers.get(&site).copied().unwrap_or(0);
        self.sites.entry(site).or_insert(asks);
        self.waived += waived;
        waived
    }

    /// Checks `actual ≥ need`; what is missing is a shortfall and a finding of this kind.
    pub fn at_least(
        &mut self,
        about: impl Into<About>,
        code: &'static Code,
        need: i64,
        actual: i64,
        blanks: Blanks,
    ) {
        let short = self.lacks(about, code, need, actual, blanks);
        self.cost_as_goal(short);
    }

    /// Checks `actual ≤ most`; what is over is a shortfall and a finding of this kind.
    pub fn at_most(
        &mut self,
        about: impl Into<About>,
        code: &'static Code,
        most: i64,
        actual: i64,
        blanks: Blanks,
    ) {
        let about = about.into();
        let most = most + self.waived(&about, (Bound::AtMost, most));
        let over = self.check(about, code, check(Bound::AtMost, most, actual), blanks);
        self.cost_as_goal(over);
    }

    /// So many things are looked at one by one, of which each may be a breach: where there are none, there was
    /// nothing to check, whatever else the rule has figures of.
    pub fn looks_at(&mut self, seen: usize) {
        *self.seen.get_or_insert(0) += seen;
    }

    /// A breach that is counted by itself: one person or thing that must not be.
    pub fn breach(&mut self, about: impl Into<About>, code: &'static Code, blanks: Blanks) {
        let about = about.into();
        let most = self.waived(&about, (Bound::AtMost, 0));
        let over = self.check(about, code, check(Bound::Breaches, most, 1), blanks);
        self.cost_as_goal(over);
    }

    /// Checks `actual ≥ need` where the rule itself says, with [`Verdict::cost`], what a shortfall
    /// weighs in its goal; gives the shortfall.
    pub fn lacks(
        &mut self,
        about: impl Into<About>,
        code: &'static Code,
        need: i64,
        actual: i64,
        blanks: Blanks,
    ) -> i64 {
        let about = about.into();
        let need = need - self.waived(&about, (Bound::AtLeast, need));
        self.check(about, code, check(Bound::AtLeast, need, actual), blanks)
    }

    /// Checks `actual ≤ most` of what a program cannot count, since it is given or no sum of people: it
    /// is no amount of any goal, and where it holds there is no room that a plan could use up.
    pub fn given_at_most(
        &mut self,
        about: impl Into<About>,
        code: &'static Code,
        most: i64,
        actual: i64,
        blanks: Blanks,
    ) {
        let about = about.into();
        let most = most + self.waived(&about, (Bound::AtMost, most));
        self.check(about, code, given(most, actual), blanks);
    }

    /// Checks that something is there, once or more often: what counts is whether, not how much of it.
    pub fn there(
        &mut self,
        about: impl Into<About>,
        code: &'static Code,
        there: i64,
        blanks: Blanks,
    ) {
        let about = about.into();
        let need = 1 - self.waived(&about, (Bound::AtLeast, 1));
        let short = self.check(
            about,
            code,
            check(Bound::AtLeast, need, there).one(),
            blanks,
        );
        self.cost_as_goal(short);
    }

    /// Checks that nothing of the kind is there; each that is one is a shortfall of one.
    pub fn none(
        &mut self,
        about: impl Into<About>,
        code: &'static Code,
        found: i64,
        blanks: Blanks,
    ) {
        let about = about.into();
        let most = self.waived(&about, (Bound::AtMost, 0));
        let over = self.check(about, code, check(Bound::AtMost, most, found).one(), blanks);
        self.cost_as_goal(over);
    }

    /// Checks that nothing of the kind is there, where a program cannot count it: see
    /// [`Verdict::given_at_most`].
    pub fn given_none(
        &mut self,
        about: impl Into<About>,
        code: &'static Code,
        found: i64,
        blanks: Blanks,
    ) {
        let about = about.into();
        let most = self.waived(&about, (Bound::AtMost, 0));
        self.check(about, code, given(most, found).one(), blanks);
    }

    /// A contradiction inside the plan itself, such as one person on two posts: an error however
    /// strongly the rule binds, and no amount of any goal.
    pub fn fault(&mut self, about: impl Into<About>, code: &'static Code, blanks: Blanks) {
        self.checks.push(check(Bound::Breaches, 0, 1));
        let finding = Finding::new(code, blanks).about(about.into());
        self.findings.push(finding);
    }

    /// Says something that is no breach, or one more thing of what is counted already; only where the rule must
    /// hold can it be an error.
    pub fn remark(&mut self, about: impl Into<About>, code: &'static Code, blanks: Blanks) {
        let finding = Finding::new(code, blanks).about(about.into());
        self.findings.push(self.in_force(finding));
    }

    /// A finding as grave as its rule binds.
    fn in_force(&self, mut finding: Finding) -> Finding {
        if self.force != Force::Must && finding.severity == Severity::Error {
            finding.severity = Severity::Warning;
        }
        finding
    }

    /// Takes down a check with what it needs, what there is and by how much it is broken; gives the
    /// shortfall.
    fn check(&mut self, about: About, code: &'static Code, check: Check, blanks: Blanks) -> i64 {
        let short = check.over.max(0);
        if let Some(by) = self.due.take() {
            let aim = self.aim.get_or_insert_with(|| Aim {
                by: by.clone(),
                distance: 0,
            });
            aim.by = by.min(std::mem::take(&mut aim.by));
            aim.distance += short;
            return 0;
        }
        self.checks.push(check);
        if short > 0 {
            let finding = Finding::new(code, blanks).about(about);
            self.findings.push(self.in_force(finding));
        }
        short
    }

    /// Of a rule that is a goal a shortfall is an amount of that goal.
    fn cost_as_goal(&mut self, short: i64) {
        if self.force == Force::Goal {
            self.cost(self.card.goal, short);
        }
    }

    /// Adds to a goal.
    pub fn cost(&mut self, goal: GoalId, amount: i64) {
        if amount != 0 {
            *self.costs.entry(goal).or_default() += amount;
        }
    }

    /// Reports a figure.
    pub fn measure(
        &mut self,
        name: Text,
        numerator: i64,
        denominator: i64,
        need: Option<i64>,
        binds: bool,
    ) {
        self.measures.push(Measure {
            name,
            numerator,
            denominator,
            need,
            binds,
        });
    }

    /// Reports a figure of which nothing is asked.
    pub fn figure(&mut self, name: Text, numerator: i64, denominator: i64) {
        self.measure(name, numerator, denominator, None, false);
    }

    /// Reports a figure that the policy binds, with what it asks of the numerator.
    pub fn bar(&mut self, name: Text, numerator: i64, denominator: i64, need: i64) {
        self.measure(name, numerator, denominator, Some(need), true);
    }

    /// Names who counts on top and below of the share that binds.
    pub fn people(&mut self, counted: Vec<TeacherNo>, among: Vec<TeacherNo>) {
        (self.counted, self.among) = (counted, among);
        self.counted.sort_unstable();
        self.among.sort_unstable();
    }

    /// In which way the rule asked. Where the figures that it binds, or all where it binds none, are of nobody,
    /// nothing was asked; nor where it has no figures, checked nothing and looked at nothing.
    fn bound(&self) -> Bound {
        let binds = self.measures.iter().any(|one| one.binds);
        let mut told = self
            .measures
            .iter()
            .filter(|one| one.binds == binds)
            .peekable();
        let of_nobody = told.peek().is_some() && told.all(|one| one.denominator == 0);
        let breaches = |one: &Check| one.bound == Bound::Breaches;
        match self.checks.as_slice() {
            [] if self.aim.is_some() => Bound::Aim,
            [] if self.seen == Some(0) => Bound::Nothing,
            [] if self.measures.is_empty() && self.seen.is_none() => Bound::Nothing,
            all if of_nobody && all.iter().all(|one| (one.need, one.actual) == (0, 0)) => {
                Bound::Nothing
            }
            all if all.iter().all(breaches) => Bound::Breaches,
            [one] => one.bound,
            _ => Bound::Checks,
        }
    }

    /// The judgement, the goal amounts and the findings.
    pub fn close(self) -> (Judgement, BTreeMap<GoalId, i64>, Findings) {
        let short: i64 = self.checks.iter().map(|check| check.over.max(0)).sum();
        let (need, actual, unit) = match self.checks.as_slice() {
            [one] if one.bound != Bound::Checks => (one.need, one.actual, self.card.unit),
            several => {
                let held = several.iter().filter(|check| check.over <= 0).count();
                (whole(several.len()), whole(held), CHECKS)
            }
        };
        let bound = self.bound();
        // Floors of nought people are no checks that hold.
        let (need, actual) = match bound {
            Bound::Nothing => (0, 0),
            _ => (need, actual),
        };
        let mut approvals = self.approvals;
        approvals.retain(|one| self.sites.contains_key(&one.about));
        let judgement = Judgement {
            rule: self.card.id,
            code: self.card.code,
            force: self.force,
            need,
            actual,
            unit,
            bound,
            aim: self.aim,
            shortfall: short,
            holds: short == 0,
            binding: self.checks.iter().any(|check| check.over == 0),
            waived: self.waived,
            approvals,
            sites: self.sites,
            measures: self.measures,
            counted: self.counted,
            among: self.among,
        };
        (judgement, self.costs, self.findings)
    }
}

/// A school, as what a finding is about.
impl From<&School> for About {
    fn from(school: &School) -> Self {
        Self::School(school.id.clone())
    }
}

/// A teacher, as whom a finding is about.
impl From<&Teacher> for About {
    fn from(teacher: &Teacher) -> Self {
        Self::Teacher(teacher.id.clone())
    }
}
