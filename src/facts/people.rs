//! Everybody accounted for (人员去向): the one main state of each person of the roster in the coming
//! school year, the first that fits; the post she takes; why she has none; and what she does besides.
//!
//! Reckoned from the facts and a placement alone, so that the auditor can hold it against what a plan says.

use super::office_lessons::{OfficeLessons, office_lessons};
use super::values::counting_forms;
use super::{Exemption, Facts, Placement, PlannedMove, PostNo, counts_as_rotation};
use crate::domain::{Form, Role, SchoolNo, Stage, Status, Subject, TeacherNo, labelled_enum};
use std::collections::BTreeMap;

labelled_enum! {
    /// 人员去向：每人只列一项，取最先符合的。
    /// The main state of a person next year: one each, the first that fits.
    State {
        Leaving = "leaving" "退休离校" "retires or leaves",
        Away = "away" "在编不在岗" "on the roster, not at work",
        Rotating = "rotating" "交流轮岗" "rotates",
        Posted = "posted" "往年派出在外任教" "on a posting of earlier years",
        Placed = "placed" "撤并安置" "placed, the school closes",
        Moved = "moved" "校际调整（不计交流）" "moved, not counted as rotation",
        Leading = "leading" "任校内职务" "leads a school",
        OnPost = "on_post" "任学科岗" "on a teaching post",
        NoPost = "no_post" "无岗（富余）" "without a post",
    }
}

labelled_enum! {
    /// 无岗的原因。Why somebody has no teaching post.
    WhyNoPost {
        Closing = "closing" "学校撤并，尚未安置" "the school closes and no other is found",
        Barred = "barred" "不排课（依据另存）" "not given lessons (grounds on file)",
        NotTaught = "not_taught" "本校不开该学科" "the school does not teach the subject",
        NoCertificate = "no_certificate" "未持本学段该学科资格" "no certificate for the subject at the stage",
        TooFewPeriods = "too_few_periods" "本校该学科课时不足设岗" "too few periods for a post",
        Full = "full" "本校该学科人多岗少" "more people than posts",
        SeatLeft = "seat_left" "本校尚有可任的空岗" "a post at the school stands empty for her",
    }
}

labelled_enum! {
    /// 主要去向以外的任务。What somebody does besides the main state.
    DutyKind {
        Exchanged = "exchanged" "校长交流" "leader exchange",
        Office = "office" "任职务" "holds an office",
        Lessons = "lessons" "兼课" "further periods",
        Itinerant = "itinerant" "走教" "teaches at another school too",
        Visits = "visits" "送教、巡回授课" "visits",
        Mentor = "mentor" "结对导师" "mentor",
    }
}

/// What somebody does besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duty {
    /// What.
    pub kind: DutyKind,
    /// At which school; none where it is at no school in particular.
    pub school: Option<SchoolNo>,
    /// How much: periods a week, half-days a week, visits a term, people guided; one for an office.
    pub number: i64,
}

/// Why somebody has no post, with what it is told by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoPost {
    /// Why.
    pub why: WhyNoPost,
    /// Posts of her school and stage whose main part is her own subject.
    pub posts: i64,
    /// People there of that subject, herself included.
    pub heads: i64,
    /// Those of them whom the plan moves there.
    pub came: i64,
    /// Weekly periods of the subject there.
    pub periods: i64,
}

/// Where one person is next year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub teacher: TeacherNo,
    /// The main state.
    pub state: State,
    /// The form of a move or a posting.
    pub form: Option<Form>,
    /// Where she works next year; none when at no school.
    pub school: Option<SchoolNo>,
    /// The teaching post she takes there.
    pub post: Option<PostNo>,
    /// Subjects with weekly periods that she teaches beside leading a school.
    pub beside: Vec<(Subject, u32)>,
    /// Weekly periods that she covers on her post, or teaches beside leading a school.
    pub periods: i64,
    /// Why she has none; only when she is without one, placed from a closing school or not.
    pub why: Option<NoPost>,
    /// What she does besides, sorted.
    pub duties: Vec<Duty>,
}

/// Everybody, in the order of the roster.
pub fn people(facts: &Facts<'_>, plan: &Placement) -> Vec<Person> {
    let county = County::new(facts, plan);
    let mut duties = duties(plan);
    let all = facts.roster.teacher_nos().map(|who| {
        let person = county.person(who);
        let mut besides = duties.remove(&who).unwrap_or_default();
        // Who goes elsewhere lays the office down; who leads has it for a state.
        let holds = person.state == State::OnPost && facts.roster.teacher(who).role > Role::Teacher;
        besides.extend(holds.then_some(Duty {
            kind: DutyKind::Office,
            school: person.school,
            number: 1,
        }));
        besides.sort_unstable();
        Person {
            duties: besides,
            ..person
        }
    });
    all.collect()
}

/// What people do besides; lessons of a school are added up.
fn duties(plan: &Placement) -> BTreeMap<TeacherNo, Vec<Duty>> {
    let mut sums: BTreeMap<(TeacherNo, DutyKind, Option<SchoolNo>), i64> = BTreeMap::new();
    let mut add = |who, kind, school, number| {
        *sums.entry((who, kind, school)).or_default() += number;
    };
    for one in &plan.leaders {
        add(one.teacher, DutyKind::Exchanged, Some(one.to), 1);
    }
    for one in &plan.lessons {
        let school = Some(one.gap.school);
        add(one.teacher, DutyKind::Lessons, school, one.periods.into());
    }
    for one in &plan.trips {
        let days = one.half_days.into();
        add(one.teacher, DutyKind::Itinerant, Some(one.school), days);
    }
    for one in &plan.visits {
        let school = Some(one.school);
        add(one.teacher, DutyKind::Visits, school, one.times.into());
    }
    for one in &plan.pairs {
        add(one.mentor, DutyKind::Mentor, None, 1);
    }
    let mut all: BTreeMap<TeacherNo, Vec<Duty>> = BTreeMap::new();
    for ((who, kind, school), number) in sums {
        let duty = Duty {
            kind,
            school,
            number,
        };
        all.entry(who).or_default().push(duty);
    }
    all
}

/// A county with what is decided, looked up by person and by school.
struct County<'a> {
    facts: &'a Facts<'a>,
    plan: &'a Placement,
    next: Vec<Option<SchoolNo>>,
    moves: BTreeMap<TeacherNo, &'a PlannedMove>,
    /// Where leaders go who are exchanged.
    exchanged: BTreeMap<TeacherNo, SchoolNo>,
    /// What leaders teach beside the office.
    lessons: OfficeLessons,
    seats: BTreeMap<TeacherNo, PostNo>,
    /// People by school next year, stage and own subject, without those who lead.
    heads: BTreeMap<(SchoolNo, Stage, Subject), i64>,
    /// Those of them who are moved there.
    came: BTreeMap<(SchoolNo, Stage, Subject), i64>,
    forms: Vec<Form>,
}

impl<'a> County<'a> {
    fn new(facts: &'a Facts<'a>, plan: &'a Placement) -> Self {
        let next = plan.next(facts);
        let mut heads: BTreeMap<_, i64> = BTreeMap::new();
        for (who, school) in facts.roster.teacher_nos().zip(&next) {
            let one = facts.roster.teacher(who);
            if let Some(school) = school.filter(|_| !facts.beside_office.contains_key(&who)) {
                *heads.entry((school, one.stage, one.subject)).or_default() += 1;
            }
        }
        let mut came: BTreeMap<_, i64> = BTreeMap::new();
        for one in &plan.moves {
            let who = facts.roster.teacher(one.teacher);
            *came.entry((one.to, who.stage, who.subject)).or_default() += 1;
        }
        let seats = facts.post_nos();
        let seats = seats.flat_map(|no| plan.fills[no.0].iter().map(move |who| (*who, no)));
        Self {
            facts,
            plan,
            next,
            moves: plan.moves.iter().map(|one| (one.teacher, one)).collect(),
            exchanged: plan
                .leaders
                .iter()
                .map(|one| (one.teacher, one.to))
                .collect(),
            lessons: office_lessons(facts, plan),
            seats: seats.collect(),
            heads,
            came,
            forms: facts.book.get(counting_forms::FORMS),
        }
    }

    fn person(&self, who: TeacherNo) -> Person {
        let facts = self.facts;
        let post = self.seats.get(&who).copied();
        let state = self.state(who, post);
        let idle = state == State::Placed && post.is_none();
        // Heads of section teach: where one has no post it is told why.
        let role = facts.roster.teacher(who).role;
        let leads = state == State::Leading && role == Role::Middle;
        let covered = |no| {
            let profile = facts.profile(facts.stands(who).profile);
            profile.fit(facts.post(no)).covered()
        };
        let ongoing = facts.stands(who).ongoing.as_ref();
        let goes_on = ongoing.filter(|one| one.goes_on);
        let moves = self.moves.get(&who);
        let exchanged = self.exchanged.get(&who).copied();
        let elsewhere = exchanged.filter(|_| state == State::Leading);
        let lessons = self.lessons.taught.get(&who);
        let beside = lessons.cloned().unwrap_or_default();
        Person {
            teacher: who,
            state,
            form: match moves {
                Some(one) => one.form,
                None => goes_on.map(|one| one.form),
            },
            school: elsewhere.or(self.next[who.0]),
            post,
            periods: post.map_or_else(
                || beside.iter().map(|part| i64::from(part.1)).sum(),
                covered,
            ),
            beside,
            why: (state == State::NoPost || idle || leads).then(|| self.why(who)),
            duties: Vec::new(),
        }
    }

    /// The first state that fits.
    fn state(&self, who: TeacherNo, post: Option<PostNo>) -> State {
        let (one, stand) = (self.facts.roster.teacher(who), self.facts.stands(who));
        if stand.exemptions.contains(&Exemption::Leaving) {
            return State::Leaving;
        }
        if one.status != Status::Active {
            return State::Away;
        }
        if let Some(one) = self.moves.get(&who) {
            return self.of_move(one);
        }
        let mut ongoing = stand.ongoing.iter();
        if ongoing.any(|one| one.goes_on && self.forms.contains(&one.form)) {
            return State::Posted;
        }
        match (one.role, post) {
            // A middle manager teaches; whoever of them has no post still has the office.
            (Role::Principal | Role::VicePrincipal, _) | (Role::Middle, None) => State::Leading,
            (_, Some(_)) => State::OnPost,
            (Role::Teacher, None) => State::NoPost,
        }
    }

    /// Whoever is placed is placed, with a post or without.
    fn of_move(&self, one: &PlannedMove) -> State {
        if self.facts.must_leave(one.teacher) {
            State::Placed
        } else if one.is_under(&self.forms) && counts_as_rotation(self.facts, one.from, one.to) {
            State::Rotating
        } else {
            State::Moved
        }
    }

    /// Why somebody at a school has no post there.
    fn why(&self, who: TeacherNo) -> NoPost {
        let one = self.facts.roster.teacher(who);
        let (stage, subject) = (one.stage, one.subject);
        let mut told = NoPost {
            why: WhyNoPost::Closing,
            posts: 0,
            heads: 0,
            came: 0,
            periods: 0,
        };
        let school = self.next[who.0];
        let closing = |no: &SchoolNo| self.facts.roster.school(*no).closing;
        let Some(school) = school.filter(|no| !closing(no)) else {
            return told;
        };
        let heads = self.heads.get(&(school, stage, subject));
        told.heads = heads.copied().unwrap_or(0);
        let came = self.came.get(&(school, stage, subject));
        told.came = came.copied().unwrap_or(0);
        told.periods = self.periods(school, stage, subject);
        told.posts = self.posts(school, stage, subject);
        told.why = self.why_there(who, school, told.periods);
        told
    }

    fn why_there(&self, who: TeacherNo, school: SchoolNo, periods: i64) -> WhyNoPost {
        let (facts, one) = (self.facts, self.facts.roster.teacher(who));
        if !one.ethics_ok || !one.language_ok {
            return WhyNoPost::Barred;
        }
        let profile = facts.profile(facts.stands(who).profile);
        let fits = |no: &PostNo| profile.fit(facts.post(*no)).fills();
        let fitting: Vec<PostNo> = facts.posts_of(school).filter(fits).collect();
        let empty = |no: &PostNo| self.plan.empty_of(facts, *no) > 0;
        if fitting.iter().any(empty) {
            WhyNoPost::SeatLeft
        } else if periods == 0 {
            WhyNoPost::NotTaught
        } else if !fitting.is_empty() {
            WhyNoPost::Full
        } else if !profile.may_teach(one.stage, one.subject) {
            WhyNoPost::NoCertificate
        } else {
            WhyNoPost::TooFewPeriods
        }
    }

    /// Posts of a stage of a school whose main part is a subject.
    fn posts(&self, school: SchoolNo, stage: Stage, subject: Subject) -> i64 {
        let here = self.facts.posts_of(school).map(|no| self.facts.post(no));
        let here = here.filter(|post| post.stage == stage);
        let main = here.filter(|post| post.main() == Some(subject));
        main.map(|post| i64::from(post.number)).sum()
    }

    /// Weekly periods of a subject at a stage of a school, those in no post included.
    fn periods(&self, school: SchoolNo, stage: Stage, subject: Subject) -> i64 {
        let here = self.facts.posts_of(school).map(|no| self.facts.post(no));
        let here = here.filter(|post| post.stage == stage);
        let parts = here.flat_map(|post| post.parts.iter().map(move |part| (post.number, part)));
        let parts = parts.filter(|(_, part)| part.0 == subject || part.0 == Subject::WHOLE_CLASS);
        let in_posts = parts.map(|(number, part)| i64::from(number) * i64::from(part.1));
        let left = self.facts.unplanned.iter();
        let left = left
            .filter(|(gap, _)| (gap.school, gap.stage, gap.subject) == (school, stage, subject));
        in_posts.sum::<i64>() + left.map(|(_, periods)| i64::from(*periods)).sum::<i64>()
    }
}
