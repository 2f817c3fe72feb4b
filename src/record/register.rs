//! Reckons the register of figures of a plan: each number once, the county's as the sum over its schools
//! wherever a school has it too.

use super::parts::parts;
use super::states;
use super::ways::{lacking, waiting, ways};
use crate::audit::Audit;
use crate::domain::{Backbone, SchoolNo, whole};
use crate::facts::title_year::gives;
use crate::facts::values::rotation_share::{self, CountedIn};
use crate::facts::values::{must_open_subjects, title_year};
use crate::facts::{Eligibility, Facts, Placement, PlannedMove, holds_place, is_directional};
use crate::plan::{FigureDoc, FigureId, GapDoc, MoveKind, Plan, PostSource, SchoolFigureDoc};
use crate::policy::RuleId;
use std::collections::BTreeSet;

/// What a school has, in the order in which it is written.
const OF_SCHOOLS: [FigureId; 19] = [
    FigureId::Posts,
    FigureId::PostsEmpty,
    FigureId::Eligible,
    FigureId::Moved,
    FigureId::Rotating,
    FigureId::RotatingVolunteers,
    FigureId::RotatingDirected,
    FigureId::RotatingBackbone,
    FigureId::PlacedClosing,
    FigureId::MovedOtherwise,
    FigureId::Came,
    FigureId::CameBackbone,
    FigureId::PlacesMoved,
    FigureId::PlacesCame,
    FigureId::RecruitsUsed,
    FigureId::RecruitsOnQuota,
    FigureId::Conversions,
    FigureId::SubsidyYuan,
    FigureId::HalfDays,
];
/// Months of a year.
const YEAR: i64 = 12;

/// What the figures are reckoned from.
struct Reckoned<'a> {
    facts: &'a Facts<'a>,
    plan: &'a Placement,
    judged: &'a Audit,
    before: &'a Placement,
    judged_before: &'a Audit,
    doc: &'a Plan,
}

/// Enters every figure into a document that is otherwise whole: of the plan, and of how things stand when nothing
/// is decided.
pub(super) fn enter(
    doc: &mut Plan,
    facts: &Facts<'_>,
    [(plan, judged), (before, judged_before)]: [(&Placement, &Audit); 2],
) {
    let schools = of_schools(facts, plan);
    for (school, figures) in doc.schools.iter_mut().zip(schools) {
        school.figures = figures;
    }
    let all = Reckoned {
        facts,
        plan,
        judged,
        before,
        judged_before,
        doc,
    };
    let keys = FigureId::ALL.iter();
    let figures =
        keys.filter_map(|key| Some(FigureDoc::new(*key, all.value(*key)?, all.was(*key))));
    doc.figures = figures.collect();
    for one in &mut doc.outcome.goals {
        let values = [one.value, one.before];
        one.shown = parts(one.goal, values, &doc.figures, [judged, judged_before]);
    }
}

/// People whom a plan sends to another school.
pub fn moved(plan: &Placement) -> i64 {
    whole(plan.moves.len())
}

/// Those of them who rotate.
pub fn rotating(facts: &Facts<'_>, plan: &Placement) -> i64 {
    let moves = plan.moves.iter();
    whole(
        moves
            .filter(|one| MoveKind::of(facts, one) == MoveKind::Rotation)
            .count(),
    )
}

/// Recruits whom a plan puts on a post.
pub fn recruits(plan: &Placement) -> i64 {
    plan.hires.iter().map(|hire| i64::from(hire.number)).sum()
}

/// What each school has, under way.
struct Sums(Vec<[i64; OF_SCHOOLS.len()]>);

impl Sums {
    fn add(&mut self, school: SchoolNo, key: FigureId, number: i64) {
        if let Some(no) = OF_SCHOOLS.iter().position(|one| *one == key) {
            self.0[school.0][no] += number;
        }
    }

    fn add_move(&mut self, facts: &Facts<'_>, one: &PlannedMove) {
        let who = facts.roster.teacher(one.teacher);
        let backbone = i64::from(who.backbone_of(Backbone::County));
        let quota = i64::from(one.quota_goes);
        let monthly = facts.roster.school(one.to).subsidy;
        self.add(one.from, FigureId::Moved, 1);
        self.add(one.to, FigureId::Came, 1);
        self.add(one.from, FigureId::PlacesMoved, quota);
        self.add(one.to, FigureId::PlacesCame, quota);
        let yearly = YEAR * monthly.map_or(0, i64::from);
        self.add(one.to, FigureId::SubsidyYuan, yearly);
        match MoveKind::of(facts, one) {
            MoveKind::Closing => self.add(one.from, FigureId::PlacedClosing, 1),
            MoveKind::Otherwise => self.add(one.from, FigureId::MovedOtherwise, 1),
            MoveKind::Rotation => {
                let directed = i64::from(is_directional(facts, one.from, one.to));
                let willing = i64::from(who.goes_willingly(one.to));
                self.add(one.from, FigureId::Rotating, 1);
                self.add(one.from, FigureId::RotatingVolunteers, willing);
                self.add(one.from, FigureId::RotatingDirected, directed);
                self.add(one.from, FigureId::RotatingBackbone, backbone);
                self.add(one.to, FigureId::CameBackbone, backbone);
            }
        }
    }

    fn add_posts(&mut self, facts: &Facts<'_>, plan: &Placement) {
        for no in facts.post_nos() {
            let post = facts.post(no);
            self.add(post.school, FigureId::Posts, i64::from(post.number));
            let empty = i64::from(plan.empty_of(facts, no));
            self.add(post.school, FigureId::PostsEmpty, empty);
        }
        for hire in &plan.hires {
            let (school, number) = (facts.post(hire.post).school, i64::from(hire.number));
            let on_quota = holds_place(facts.book, facts.roster.pools[hire.pool].employment);
            self.add(school, FigureId::RecruitsUsed, number);
            let on_quota = number * i64::from(on_quota);
            self.add(school, FigureId::RecruitsOnQuota, on_quota);
        }
    }
}

/// The figures of each school.
fn of_schools(facts: &Facts<'_>, plan: &Placement) -> Vec<Vec<SchoolFigureDoc>> {
    let roster = facts.roster;
    let mut sums = Sums(vec![[0; OF_SCHOOLS.len()]; roster.schools.len()]);
    for no in roster.teacher_nos().filter(|no| facts.stands(*no).counts()) {
        sums.add(roster.teacher(no).quota_school, FigureId::Eligible, 1);
    }
    for one in &plan.moves {
        sums.add_move(facts, one);
    }
    sums.add_posts(facts, plan);
    for trip in &plan.trips {
        sums.add(trip.school, FigureId::HalfDays, i64::from(trip.half_days));
    }
    for who in &plan.conversions {
        sums.add(roster.teacher(*who).quota_school, FigureId::Conversions, 1);
    }
    let figures = |sums: [i64; OF_SCHOOLS.len()]| {
        let figures = OF_SCHOOLS.iter().zip(sums);
        let figures = figures.map(|(key, value)| SchoolFigureDoc { key: *key, value });
        figures.collect()
    };
    sums.0.into_iter().map(figures).collect()
}

impl Reckoned<'_> {
    /// The value of a figure; none where the tables or the policy have nothing to count.
    fn value(&self, key: FigureId) -> Option<i64> {
        if key == FigureId::SubsidyYuan || key == FigureId::SubsidyPeople {
            return self.subsidy(key);
        }
        if OF_SCHOOLS.contains(&key) {
            let schools = self.doc.schools.iter();
            return Some(schools.filter_map(|school| school.figure(key)).sum());
        }
        self.share(key)
            .or_else(|| self.posts(key))
            .or_else(|| self.titles(key))
            .or_else(|| self.others(key))
            .or_else(|| ways(self.facts, self.plan, key))
            .or_else(|| states::people(self.doc, key))
            .or_else(|| states::why_empty(self.doc, key))
    }

    /// Its value when nothing is decided, where a plan may better it.
    fn was(&self, key: FigureId) -> Option<i64> {
        match key {
            FigureId::PostsEmpty => Some(self.before.empty_posts(self.facts)),
            FigureId::SchoolsWithEmpty => Some(self.schools_with_empty(self.before)),
            // What is open after shared lessons has no value before: nothing is shared when nothing is decided.
            FigureId::PeriodsLacking => Some(lacking(self.facts, self.before)),
            FigureId::SubjectsUnopened => shortfall(self.judged_before, must_open_subjects::RULE),
            FigureId::YearLacking => self.is_on(title_year::RULE).then(|| {
                let people = self.facts.roster.teacher_nos();
                let lack = people.filter(|who| {
                    let lacks = self.facts.stands(*who).lacks_title_year;
                    lacks && !gives(self.facts, self.before, *who)
                });
                whole(lack.count())
            }),
            FigureId::FitWaiting => self.value(FigureId::PostApplicantsFit),
            FigureId::QuotaGiven => {
                let schools = self.facts.roster.schools.iter();
                schools.map(|one| one.quota.map(i64::from)).sum()
            }
            _ => None,
        }
    }

    fn is_on(&self, rule: RuleId) -> bool {
        self.facts.book.is_on(rule)
    }

    fn subsidy(&self, key: FigureId) -> Option<i64> {
        let roster = self.facts.roster;
        let stated = roster.schools.iter().any(|one| one.subsidy.is_some());
        let people = self.plan.moves.iter();
        let people = people.filter(|one| roster.school(one.to).subsidy.is_some());
        let schools = self.doc.schools.iter();
        stated.then(|| match key {
            FigureId::SubsidyPeople => whole(people.count()),
            _ => schools.filter_map(|school| school.figure(key)).sum(),
        })
    }

    /// What the rotation share counts, and the conditions.
    fn share(&self, key: FigureId) -> Option<i64> {
        let (facts, rule) = (self.facts, rotation_share::RULE);
        let stands = |holds: fn(&Eligibility) -> bool| {
            let those = facts.standing.iter().filter(|stand| holds(stand));
            whole(those.count())
        };
        let judged = || self.judged.rules.iter().find(|one| one.rule == rule);
        Some(match key {
            FigureId::Due => stands(Eligibility::counts_before),
            FigureId::Running => stands(|one| {
                let running = one.ongoing.as_ref();
                one.base.is_some() && running.is_some_and(|one| one.counts && one.goes_on)
            }),
            FigureId::InShare => whole(judged()?.counted.len()),
            FigureId::ShareBase => whole(judged()?.among.len()),
            FigureId::ShareNeed => {
                let base = whole(judged()?.among.len());
                let heads = facts.book.get(rotation_share::MEASURE) == CountedIn::Heads;
                heads.then(|| facts.book.get(rotation_share::AT_LEAST).ceil_of(base))?
            }
            _ => return None,
        })
    }

    /// Posts, periods and recruits.
    fn posts(&self, key: FigureId) -> Option<i64> {
        let roster = self.facts.roster;
        let gaps = |of: fn(&GapDoc) -> i64| self.doc.periods.gaps.iter().map(of).sum::<i64>();
        let planned = || {
            roster
                .pools
                .iter()
                .map(|pool| i64::from(pool.number))
                .sum::<i64>()
        };
        Some(match key {
            FigureId::SchoolsWithEmpty => self.schools_with_empty(self.plan),
            FigureId::PeriodsLacking => lacking(self.facts, self.plan),
            FigureId::PeriodsInside => gaps(|gap| gap.inside),
            FigureId::PeriodsItinerant => gaps(|gap| gap.itinerant),
            FigureId::PeriodsRemote => gaps(|gap| gap.remote),
            FigureId::PeriodsOpen => {
                lacking(self.facts, self.plan) - gaps(|gap| gap.inside + gap.itinerant + gap.remote)
            }
            FigureId::Itinerants => {
                let people = self.doc.itinerants.iter().map(|one| &one.teacher);
                whole(people.collect::<BTreeSet<_>>().len())
            }
            FigureId::SubjectsUnopened => shortfall(self.judged, must_open_subjects::RULE)?,
            FigureId::RecruitsPlanned => planned(),
            FigureId::RecruitsLeft => planned() - recruits(self.plan),
            FigureId::Apprentices => {
                let people = self.doc.apprentices.iter();
                people.map(|one| i64::from(one.number)).sum()
            }
            _ => return None,
        })
    }

    fn schools_with_empty(&self, plan: &Placement) -> i64 {
        let facts = self.facts;
        let schools = facts.roster.school_nos();
        let lacks = |no: &SchoolNo| {
            let mut posts = facts.posts_of(*no);
            posts.any(|post| plan.empty_of(facts, post) > 0)
        };
        whole(schools.filter(lacks).count())
    }

    /// Title years and title posts.
    fn titles(&self, key: FigureId) -> Option<i64> {
        let (years, posts) = (self.doc.titles.iter(), self.doc.appointments.iter());
        let from = |source| {
            let those = posts.clone().filter(|one| one.post == Some(source));
            whole(those.count())
        };
        let lacks = |gets: bool| {
            let those = years
                .clone()
                .filter(|one| !one.has_year && one.gets_year == gets);
            whole(those.count())
        };
        Some(match key {
            FigureId::TitleApplicants => whole(years.count()),
            FigureId::YearHeld => whole(years.filter(|one| one.has_year).count()),
            FigureId::YearGained => lacks(true),
            FigureId::YearLacking => lacks(false),
            FigureId::PostApplicants => whole(posts.count()),
            FigureId::PostApplicantsFit => whole(posts.filter(|one| one.place.is_some()).count()),
            FigureId::Appointed => whole(posts.filter(|one| one.appointed).count()),
            FigureId::FitWaiting => waiting(&self.doc.appointments),
            FigureId::AppointedReserve => from(PostSource::Reserve),
            FigureId::AppointedOutside => from(PostSource::Outside),
            _ => return None,
        })
    }

    /// Visits, mentors, leaders, and what changes at schools.
    fn others(&self, key: FigureId) -> Option<i64> {
        let (doc, schools) = (self.doc, &self.facts.roster.schools);
        Some(match key {
            FigureId::VisitTimes => doc.visits.iter().map(|one| i64::from(one.times)).sum(),
            FigureId::VisitSchools => {
                let schools = doc.visits.iter().map(|one| &one.school);
                whole(schools.collect::<BTreeSet<_>>().len())
            }
            FigureId::MentorPairs => whole(doc.mentors.len()),
            FigureId::LeadersExchanged => whole(doc.leaders.len()),
            FigureId::QuotaGiven => doc.schools.iter().map(|one| one.quota.given).sum(),
            FigureId::QuotaChanged => {
                let changes = doc.schools.iter().filter_map(|one| one.quota.change());
                whole(changes.filter(|by| *by != 0).count())
            }
            FigureId::SchoolsClosing => whole(schools.iter().filter(|one| one.closing).count()),
            _ => return None,
        })
    }
}

/// What a rule falls short by.
fn shortfall(judged: &Audit, rule: RuleId) -> Option<i64> {
    let mut rules = judged.rules.iter();
    rules.find(|one| one.rule == rule).map(|one| one.shortfall)
}
