//! The balance before anything is decided (余缺平衡): heads × load against weekly periods, for the county and each
//! school, by stage and subject; and what the tables do not tell and only the schools can.
//!
//! Periods are those of next year's posts, of heads beside their office and what is in no post, which
//! together are the grid; capacity is the
//! standard load of everybody at work by her own subject, less what the policy takes off.

use super::offices::own_load;
use super::{Eligibility, Facts, Hire, Placement, Post, Reckoning, largest};
use crate::domain::{SchoolNo, Stage, Subject, Teacher, TeacherNo};
use std::collections::{BTreeMap, BTreeSet};

/// One subject at a stage: of a school, or of the county.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Line {
    /// Weekly periods of the grid.
    pub periods: i64,
    /// People at work whose own subject it is.
    pub heads: i64,
    /// Weekly periods that they can teach.
    pub capacity: i64,
    /// What the policy takes off their standard loads.
    pub reduced: i64,
    /// People who may teach it by certificate, of whatever own subject.
    pub holders: i64,
    /// Standard load, where the tables state one.
    pub load: i64,
    /// Any teacher of the stage may take it: nobody's own subject, and nobody is short of it.
    pub open: bool,
}

impl Line {
    /// Weekly periods over (above nought) or short (below).
    pub const fn over(&self) -> i64 {
        self.capacity - self.periods
    }

    fn add(&mut self, one: &Self) {
        self.periods += one.periods;
        self.heads += one.heads;
        self.capacity += one.capacity;
        self.reduced += one.reduced;
        self.holders += one.holders;
        self.load = self.load.max(one.load);
        self.open = one.open;
    }
}

/// A stage and a subject.
pub type Taught = (Stage, Subject);

/// The balance of each school that stays open, by stage and subject.
pub type Ledger = BTreeMap<SchoolNo, BTreeMap<Taught, Line>>;

/// Works it out.
pub fn ledger(facts: &Facts<'_>) -> Ledger {
    let exchanged = |who: TeacherNo| facts.exchange.get(&who).copied();
    let at = |who: TeacherNo| exchanged(who).or(facts.stands(who).base);
    reckoned(facts, &at, &[])
}

/// The same once a plan is carried out: who moves and which heads are exchanged teach at their new schools, and
/// recruits teach too.
pub fn after(facts: &Facts<'_>, plan: &Placement) -> Ledger {
    let next = plan.next(facts);
    let at = |who: TeacherNo| {
        let exchanged = plan.leaders.iter().find(|one| one.teacher == who);
        exchanged.map(|one| one.to).or(next[who.0])
    };
    reckoned(facts, &at, &plan.hires)
}

fn reckoned(
    facts: &Facts<'_>,
    at: &dyn Fn(TeacherNo) -> Option<SchoolNo>,
    hires: &[Hire],
) -> Ledger {
    let mut all = Ledger::new();
    for no in facts.roster.school_nos() {
        if !facts.roster.school(no).closing {
            all.insert(no, BTreeMap::new());
        }
    }
    add_periods(facts, &mut all);
    add_people(facts, at, &mut all);
    add_recruits(facts, hires, &mut all);
    take_off_form_teachers(facts, &mut all);
    add_holders(facts, &mut all);
    for lines in all.values_mut() {
        for (&(stage, subject), line) in lines {
            // Who takes a whole class is counted as a teacher of Chinese.
            let chinese = || load(facts, stage, Subject::find("chinese")?);
            let whole = (subject == Subject::WHOLE_CLASS).then(chinese).flatten();
            line.load = load(facts, stage, subject).or(whole).unwrap_or(0);
            line.open = facts.rights.is_open(stage, subject);
        }
    }
    all
}

fn add_periods(facts: &Facts<'_>, all: &mut Ledger) {
    let parts = facts.posts.iter().flat_map(|post| {
        let key = |subject| (post.school, (post.stage, subject));
        let parts = post.parts.iter();
        parts.map(move |part| (key(part.0), i64::from(part.1) * i64::from(post.number)))
    });
    let left = facts.unplanned.iter();
    let left = left.map(|(gap, periods)| {
        let taught = (gap.stage, gap.subject);
        ((gap.school, taught), i64::from(*periods))
    });
    let beside = facts.beside_office.iter().flat_map(|(who, parts)| {
        let one = facts.roster.teacher(*who);
        let at = facts.leads_at(*who);
        let key = move |subject| (at, (one.stage, subject));
        parts
            .iter()
            .map(move |part| (key(part.0), i64::from(part.1)))
    });
    for ((school, taught), periods) in parts.chain(left).chain(beside) {
        if let Some(lines) = all.get_mut(&school) {
            lines.entry(taught).or_default().periods += periods;
        }
    }
}

fn add_people(facts: &Facts<'_>, at: &dyn Fn(TeacherNo) -> Option<SchoolNo>, all: &mut Ledger) {
    for no in facts.roster.teacher_nos() {
        let Some((at, lines)) = at(no).and_then(|at| Some((at, all.get_mut(&at)?))) else {
            continue;
        };
        let one = facts.roster.teacher(no);
        let class = class_periods(facts, one, at);
        let can = class.unwrap_or_else(|| capacity(facts, no));
        let standard = class.unwrap_or_else(|| standard(facts, one));
        // Who takes a whole class is counted there, whatever her own subject.
        let subject = class.map_or(one.subject, |_| Subject::WHOLE_CLASS);
        let line = lines.entry((one.stage, subject)).or_default();
        line.heads += 1;
        line.capacity += can;
        line.reduced += standard - can;
    }
}

/// Recruits teach a full load of the main part of the post that they take, or the whole class.
fn add_recruits(facts: &Facts<'_>, hires: &[Hire], all: &mut Ledger) {
    for hire in hires {
        let (post, number) = (facts.post(hire.post), i64::from(hire.number));
        let main = post.main().or_else(|| largest(post.parts.iter().copied()));
        if let (Some(lines), Some(subject)) = (all.get_mut(&post.school), main) {
            let chinese = || load(facts, post.stage, Subject::find("chinese")?);
            let each = load(facts, post.stage, subject).or_else(chinese);
            let class = (post.how == Reckoning::Class).then(|| post.periods());
            let line = lines.entry((post.stage, subject)).or_default();
            line.heads += number;
            line.capacity += number * class.or(each).unwrap_or(0);
        }
    }
}

/// Where one teacher takes a whole class: the periods of the fullest class, which each can take.
fn class_periods(facts: &Facts<'_>, one: &Teacher, at: SchoolNo) -> Option<i64> {
    let posts = facts.posts_of(at).map(|no| facts.post(no));
    let class = posts.filter(|post| post.stage == one.stage && post.how == Reckoning::Class);
    class.map(Post::periods).max()
}

/// What leading a class takes off the loads of a school: of its teachers of the subject first, then of those of
/// whom it has most.
fn take_off_form_teachers(facts: &Facts<'_>, all: &mut Ledger) {
    for ((school, taught), less) in &facts.led {
        let mut less = *less;
        let Some(lines) = all.get_mut(school) else {
            continue;
        };
        let of_stage = lines.iter().filter(|(one, _)| one.0 == taught.0);
        let mut order: Vec<_> = of_stage
            .map(|(one, line)| (one != taught, -line.capacity, *one))
            .collect();
        order.sort_unstable();
        for (.., one) in order {
            if let Some(line) = lines.get_mut(&one) {
                let here = less.min(line.capacity);
                line.capacity -= here;
                line.reduced += here;
                less -= here;
            }
        }
    }
}

/// Who may teach what, once every subject has its line.
fn add_holders(facts: &Facts<'_>, all: &mut Ledger) {
    for stand in &facts.standing {
        let lines = stand.base.and_then(|base| all.get_mut(&base));
        for (taught, line) in lines.into_iter().flatten() {
            line.holders += i64::from(holds(facts, stand, *taught));
        }
    }
}

fn holds(facts: &Facts<'_>, stand: &Eligibility, (stage, subject): Taught) -> bool {
    facts.profile(stand.profile).may_teach(stage, subject)
}

/// Weekly periods of a full-time teacher, as the tables state them.
fn load(facts: &Facts<'_>, stage: Stage, subject: Subject) -> Option<i64> {
    facts.roster.standard_load(stage, subject).map(i64::from)
}

/// The standard load of somebody's own subject; where the tables state none, that of Chinese.
fn standard(facts: &Facts<'_>, one: &Teacher) -> i64 {
    own_load(facts.roster, one).map_or(0, i64::from)
}

/// Weekly periods that somebody at work can teach.
fn capacity(facts: &Facts<'_>, no: TeacherNo) -> i64 {
    let one = facts.roster.teacher(no);
    super::capacity(facts.roster, facts.book, one, standard(facts, one))
}

/// The whole county by stage and subject.
pub fn county(ledger: &Ledger) -> BTreeMap<Taught, Line> {
    let mut sums: BTreeMap<Taught, Line> = BTreeMap::new();
    for (taught, line) in ledger.values().flatten() {
        sums.entry(*taught).or_default().add(line);
    }
    sums
}

/// Lines added up; its load is the average of those who are counted.
pub fn sum<'l>(lines: impl Iterator<Item = &'l Line>) -> Line {
    let mut sum = Line::default();
    for line in lines {
        sum.add(line);
    }
    Line {
        load: (sum.capacity + sum.reduced)
            .checked_div(sum.heads)
            .unwrap_or(sum.load),
        ..sum
    }
}

/// So many weekly periods in full-time people of a load, to the nearest whole one.
pub fn persons(periods: i64, load: i64) -> i64 {
    let twice = 2 * periods.abs() + load;
    let whole = twice.checked_div(2 * load).unwrap_or(0);
    whole * periods.signum()
}

/// Something that the tables do not tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Nobody on the roster teaches these subjects or may, and they want a certificate.
    Nobody {
        /// The stage.
        stage: Stage,
        /// The subjects.
        subjects: Vec<Subject>,
        /// Their weekly periods.
        periods: i64,
    },
    /// So many people of a school have no certificate entered.
    NoCertificates {
        /// The school.
        school: SchoolNo,
        /// People.
        people: i64,
    },
    /// A school is short by more than a tenth, and who else could teach what is not entered.
    WhoShares {
        /// The school.
        school: SchoolNo,
        /// Weekly periods short.
        short: i64,
        /// People of whom neither present periods nor further subjects are entered.
        people: i64,
    },
}

/// What should be asked before planning.
pub fn asks(facts: &Facts<'_>, ledger: &Ledger) -> Vec<Ask> {
    let mut asks = nobody(&county(ledger));
    for &school in ledger.keys() {
        let blank = |one: &Teacher| one.certified_subjects.is_empty();
        let people = count(facts, school, blank);
        asks.extend((people > 0).then_some(Ask::NoCertificates { school, people }));
    }
    for (&school, lines) in ledger {
        let all = sum(lines.values());
        let short = -all.over();
        let silent = |one: &Teacher| one.weekly_periods.is_none() && one.more_subjects.is_empty();
        let people = count(facts, school, silent);
        let asked = people > 0 && short * 10 > all.periods;
        asks.extend(asked.then_some(Ask::WhoShares {
            school,
            short,
            people,
        }));
    }
    asks
}

fn count(facts: &Facts<'_>, school: SchoolNo, holds: impl Fn(&Teacher) -> bool) -> i64 {
    let here = facts.at_base(school).map(|no| facts.roster.teacher(no));
    here.map(|one| i64::from(holds(one))).sum()
}

/// Subjects that nobody teaches or may teach, by stage.
fn nobody(county: &BTreeMap<Taught, Line>) -> Vec<Ask> {
    let stages: BTreeSet<Stage> = county.keys().map(|taught| taught.0).collect();
    let asks = stages.into_iter().filter_map(|stage| {
        let lines = county
            .iter()
            .filter(|(taught, line)| taught.0 == stage && line.periods > 0 && line.holders == 0)
            .filter(|(_, line)| !line.open);
        let lines: Vec<_> = lines.collect();
        let subjects: Vec<Subject> = lines.iter().map(|(taught, _)| taught.1).collect();
        let periods = lines.iter().map(|(_, line)| line.periods).sum();
        (!subjects.is_empty()).then_some(Ask::Nobody {
            stage,
            subjects,
            periods,
        })
    });
    asks.collect()
}
