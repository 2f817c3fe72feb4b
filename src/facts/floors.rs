//! Staff per hundred pupils that the assessment of quality balance (优质均衡) asks of every school:
//! how many, and who counts.
//!
//! Symbols: `P[s,g]` pupils of school `s` at stage `g`; `b[i,g]` people asked for per hundred pupils by
//! indicator `i`; `w[g]` weight of a pupil where a school has several stages (1 : 1.1 : 1.32). What a
//! school of several stages has is split in the proportion `w·P`, so each stage reaches its own `b` when
//! the school has at least `max_g b[i,g]/w[g] · Σ w·P / 100`, rounded up.

use super::values::per_pupil_staff;
use super::{Facts, Grade, Placement, PostNo, ProfileNo};
use crate::domain::{
    Area, Backbone, Degree, School, SchoolKind, SchoolNo, Stage, Subject, TeacherNo,
};
use num_rational::Ratio;
use std::collections::BTreeMap;

pub use crate::domain::Indicator;

/// What is asked of one school by one indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Floor {
    /// The school.
    pub school: SchoolNo,
    /// The indicator.
    pub indicator: Indicator,
    /// Pupils of the school at all stages.
    pub pupils: i64,
    /// People asked for.
    pub need: i64,
}

/// Weights of a pupil, by stage.
fn weight(stage: Stage) -> Ratio<i64> {
    match stage {
        Stage::Primary => Ratio::new(1, 1),
        Stage::Junior => Ratio::new(11, 10),
        Stage::Senior => Ratio::new(33, 25),
    }
}

/// Whether a school is among those that are assessed: compulsory schools that go on, without the
/// smallest points.
pub fn assessed(facts: &Facts<'_>, no: SchoolNo) -> bool {
    let school = facts.roster.school(no);
    let least = facts.book.get(per_pupil_staff::POINTS_FROM);
    let pupils = all_pupils(facts, no);
    !school.closing
        && school.kind != SchoolKind::Senior
        && pupils > 0
        && (school.kind != SchoolKind::Point || pupils >= least)
}

/// Pupils of a school at all stages.
pub fn all_pupils(facts: &Facts<'_>, no: SchoolNo) -> i64 {
    let stages = facts.roster.school(no).kind.stages().iter();
    let pupils = stages.map(|stage| i64::from(facts.roster.pupils(no, *stage)));
    pupils.sum()
}

/// Pupils of a school, each with the weight of her stage, and the weight of one at this stage: the part
/// of the school's staff that belongs to a stage is the share of that stage.
pub fn weighted_pupils(facts: &Facts<'_>, no: SchoolNo, stage: Stage) -> (Ratio<i64>, Ratio<i64>) {
    let of = |stage: Stage| weight(stage) * i64::from(facts.roster.pupils(no, stage));
    let stages = facts.roster.school(no).kind.stages().iter();
    let all = stages.fold(Ratio::new(0, 1), |sum, stage| sum + of(*stage));
    (all, weight(stage))
}

/// Every floor, school by school.
pub fn floors(facts: &Facts<'_>) -> Vec<Floor> {
    let schools = facts.roster.school_nos().filter(|no| assessed(facts, *no));
    let floor = |school: SchoolNo, indicator: Indicator| Floor {
        school,
        indicator,
        pupils: all_pupils(facts, school),
        need: need(facts, school, indicator),
    };
    let all = schools.flat_map(|school| Indicator::ALL.iter().map(move |one| floor(school, *one)));
    all.filter(|floor| floor.need > 0).collect()
}

fn need(facts: &Facts<'_>, no: SchoolNo, indicator: Indicator) -> i64 {
    let bar = |stage: Stage| -> Option<Ratio<i64>> {
        let key = match (indicator, stage) {
            (_, Stage::Senior) => return None,
            (Indicator::Degree, Stage::Primary) => per_pupil_staff::DEGREE_PRIMARY,
            (Indicator::Degree, Stage::Junior) => per_pupil_staff::DEGREE_JUNIOR,
            (Indicator::Backbone, _) => per_pupil_staff::BACKBONE,
            (Indicator::Arts, _) => per_pupil_staff::ARTS,
        };
        (facts.roster.pupils(no, stage) > 0).then(|| facts.book.get(key).ratio())
    };
    let stages = facts.roster.school(no).kind.stages().iter();
    let asked = stages.filter_map(|stage| {
        let (all, one) = weighted_pupils(facts, no, *stage);
        Some(bar(*stage)? / one * all / 100)
    });
    let part = facts.book.get(per_pupil_staff::PART_OF_BAR).ratio();
    let most = asked.max().map(|most| (most * part).ceil().to_integer());
    most.unwrap_or(0)
}

/// Who counts by which indicator, under one policy.
pub struct Counting<'a> {
    facts: &'a Facts<'a>,
    arts: Vec<Subject>,
}

impl<'a> Counting<'a> {
    /// As the policy of the facts says.
    pub fn new(facts: &'a Facts<'a>) -> Self {
        let arts = facts.book.get(per_pupil_staff::ARTS_SUBJECTS);
        Self { facts, arts }
    }

    /// Whether a teacher counts at a school where she works; who counts for PE and art, the post says.
    pub fn teacher(&self, indicator: Indicator, who: TeacherNo, at: SchoolNo) -> bool {
        let (teacher, school) = (self.facts.roster.teacher(who), self.facts.roster.school(at));
        match indicator {
            Indicator::Degree => teacher.degree >= above(stage_at(school, teacher.stage)),
            Indicator::Backbone => teacher.backbone_of(Backbone::County),
            Indicator::Arts => false,
        }
    }

    /// Whether somebody of a profile, or a recruit, counts for PE and art on a post: she holds it by its
    /// main part, one of these subjects, with the certificate or as her own. In small village schools a
    /// post with any part of them counts that she covers, whatever her right.
    pub fn on_post(&self, profile: ProfileNo, no: PostNo) -> bool {
        let (profile, post) = (self.facts.profile(profile), self.facts.post(no));
        let part_time = self.part_time_counts(post.school);
        let mut ways = post.ways().filter(|one| self.arts.contains(&one.0));
        ways.any(|(subject, _, least)| {
            let grade = profile.grade(post.stage, subject, least);
            let main = post.is_main(subject) && grade >= Grade::Certificate;
            main || (part_time && grade > Grade::None)
        })
    }

    /// Whether a recruit counts wherever she is; she has the degree that is asked for.
    pub fn recruit(&self, indicator: Indicator) -> bool {
        indicator == Indicator::Degree
    }

    /// In small village schools those count too who teach PE or art besides another subject.
    fn part_time_counts(&self, at: SchoolNo) -> bool {
        self.facts.roster.school(at).area == Area::Village
            && all_pupils(self.facts, at) < self.facts.book.get(per_pupil_staff::PART_TIME_BELOW)
    }
}

/// Who counts where after a plan, by school and indicator.
pub fn after(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<(SchoolNo, Indicator), i64> {
    let counting = Counting::new(facts);
    let next = plan.next(facts);
    let mut there = BTreeMap::new();
    for indicator in Indicator::ALL.iter().copied() {
        for (who, at) in facts.roster.teacher_nos().zip(&next) {
            if let Some(at) = at.filter(|at| counting.teacher(indicator, who, *at)) {
                *there.entry((at, indicator)).or_default() += 1;
            }
        }
        for hire in &plan.hires {
            if counting.recruit(indicator) {
                let at = facts.post(hire.post).school;
                *there.entry((at, indicator)).or_default() += i64::from(hire.number);
            }
        }
    }
    let people = facts.post_nos().zip(&plan.fills);
    let people = people.flat_map(|(post, people)| people.iter().map(move |who| (post, *who)));
    let people = people.map(|(post, who)| (post, facts.stands(who).profile, 1));
    let hires = plan.hires.iter();
    let hires = hires.map(|hire| (hire.post, facts.pool_profile[hire.pool], hire.number.into()));
    for (post, profile, number) in people.chain(hires) {
        if counting.on_post(profile, post) {
            let key = (facts.post(post).school, Indicator::Arts);
            *there.entry(key).or_default() += number;
        }
    }
    there
}

/// The stage at which a teacher of a stage works at a school: her own where it is taught, else the
/// lowest there.
pub fn stage_at(school: &School, own: Stage) -> Stage {
    let stages = school.kind.stages();
    if stages.contains(&own) {
        own
    } else {
        stages.first().copied().unwrap_or(own)
    }
}

/// The degree above the one prescribed for a stage.
pub const fn above(stage: Stage) -> Degree {
    match stage {
        Stage::Primary => Degree::College,
        Stage::Junior | Stage::Senior => Degree::Bachelor,
    }
}
