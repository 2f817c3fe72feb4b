//! Why, why not, what instead, at what cost: for a teacher, a school, a rule. What a choice would
//! change is found by deciding it and solving the whole again, so it is exact; the prices of the
//! relaxation only say which choices are looked at first.

mod choice;
mod rule;
mod seats;

pub use choice::Choice;
use choice::{forced, unsolved};
pub use rule::{RuleAnswer, explain_rule};
use seats::{has_seat_for, posts_of_subject};

use super::extra_duties::{Application, Week, application, week};
use crate::decide::{Decided, built, place_words};
use crate::domain::{SchoolNo, Subject, TeacherNo};
use crate::facts::fillers::{WhyEmpty, able, busy, why_empty};
use crate::facts::people::WhyNoPost;
use crate::facts::periods::left_open;
use crate::facts::placed::{WhyThere, why_there};
use crate::facts::{Facts, PlannedMove, PostNo, Reckoning, shown_movable, worthy};
use crate::model::Staffing;
use crate::plan::{LossDoc, Losses, Order, PersonDoc, PickedDoc, Reason, everybody};
use crate::policy::GoalId;
use crate::rules::{alike, forbids};
use crate::run::RunFault;
use crate::solve::{Options, relaxed};
use crate::text::Text;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;

/// Choices that are solved for one answer.
const SOLVED: usize = 4;

/// Why a teacher is where the plan has her.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TeacherAnswer {
    /// Staff id.
    pub teacher: String,
    /// Name.
    pub name: String,
    /// Where she is without a decision, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// Meets the rotation conditions.
    pub eligible: bool,
    /// The plan may move her.
    pub movable: bool,
    /// Why she does not meet them, or may not be moved.
    pub exemptions: Vec<Text>,
    /// The main state in the plan, and why there is no post.
    pub person: Option<PersonDoc>,
    /// Of whoever has no post: ids and names of those on the posts of her subject at her school.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holders: Vec<(String, String)>,
    /// Of whoever has no post: names of schools where a post of her subject stays empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub short: Vec<String>,
    /// Where the plan sends her, by name; none: she stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// What her move serves.
    pub serves: Vec<Reason>,
    /// Why she is placed there, where her school closes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub why_there: Vec<WhyThere>,
    /// What would be lost if she stayed and everybody else did as the plan says; reckoned, not solved again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss: Option<LossDoc>,
    /// Name of whom she changes places with, where both are reckoned together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// How she was picked among people alike.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picked: Option<PickedDoc>,
    /// Subjects of the post that waits for her.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// Weekly periods that nobody gives at the school that she leaves, shared lessons reckoned in.
    pub open_at_home: i64,
    /// What would change if she stayed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stays: Option<Choice>,
    /// Other schools that are open to her: those with an empty post for her first, then the cheapest by the relaxation.
    pub open: Vec<Choice>,
    /// Schools that are closed to her, with the rules that close them; schools without a post for her
    /// are left out.
    pub closed: Vec<Because>,
    /// Her week; none where the policy asks for no lessons besides the posts, or none of her.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<Week>,
    /// Her application; none: she applies for no title post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application: Option<Application>,
}

/// A school and the rules that forbid it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Because {
    /// Name of the school.
    pub school: String,
    /// Numbers and titles of the rules.
    pub rules: Vec<(&'static str, Text)>,
}

/// The answer for a teacher.
pub fn explain_teacher(
    facts: &Facts<'_>,
    plan: &Decided,
    who: TeacherNo,
    options: &Options,
) -> Result<TeacherAnswer, RunFault> {
    let (roster, stand) = (facts.roster, facts.stands(who));
    let planned = plan.placement.move_of(who);
    let name = |no: SchoolNo| roster.school(no).name.clone();
    let open = open_schools(facts, plan, who, options);
    let choices = open.into_par_iter().enumerate();
    let choices = choices.map(|(no, (to, estimate))| {
        let choice = if no < SOLVED {
            forced(facts, plan, who, to, options)?
        } else {
            unsolved(roster, to)
        };
        Ok(Choice { estimate, ..choice })
    });
    let open: Result<Vec<Choice>, RunFault> = choices.collect();
    let all = Losses::new(facts, &plan.placement, &plan.judged.rules);
    let loss = planned.map(|one| all.of(one));
    let with = loss.as_ref().and_then(|loss| loss.with.as_ref());
    let with = with.and_then(|id| facts.roster.find_teacher(id));
    let serves = planned.zip(loss.as_ref());
    let serves = serves.map_or_else(Vec::new, |(one, loss)| all.reasons(one, loss));
    // Nobody stays at a school that closes.
    let stays = planned.and(stand.base).filter(|_| !facts.must_leave(who));
    let stays = stays.map(|base| forced(facts, plan, who, base, options));
    let fit = roster.teacher(who).is_fit_to_teach();
    let mut exemptions: Vec<Text> = stand.exemptions.iter().map(|one| one.told()).collect();
    // What is on file is not told, only that there can be no post.
    exemptions.extend((!fit).then(|| WhyNoPost::Barred.text()));
    let mut people = everybody(facts, &plan.placement).into_iter();
    let person = people.find(|one| one.teacher == roster.teacher(who).id);
    let without = person.as_ref().is_some_and(|one| one.why.is_some());
    let (holders, short) = if without {
        posts_of_subject(facts, plan, who)
    } else {
        (Vec::new(), Vec::new())
    };
    Ok(TeacherAnswer {
        teacher: roster.teacher(who).id.clone(),
        name: roster.teacher(who).name.clone(),
        base: stand.base.map(name),
        eligible: stand.eligible && fit,
        movable: shown_movable(facts, who),
        exemptions,
        holders,
        short,
        person,
        to: planned.map(|one| name(one.to)),
        serves,
        why_there: planned.map_or_else(Vec::new, |one| why_there(facts, &plan.placement, one)),
        loss,
        with: with.map(|who| facts.roster.teacher_name(who)),
        picked: planned.map(|_| Order::new(facts, alike(facts), &plan.placement).picked(who)),
        subjects: planned.map_or_else(Vec::new, |one| subjects(facts, plan, one)),
        open_at_home: planned
            .and(stand.base)
            .map_or(0, |base| left_open(facts, &plan.placement, base)),
        stays: stays.transpose()?,
        open: open?,
        closed: closed(facts, who),
        week: week(facts, &plan.placement, who),
        application: application(facts, &plan.placement, who),
    })
}

/// Schools that are open to somebody besides the one of the plan, in the order in which they are solved.
fn open_schools(
    facts: &Facts<'_>,
    plan: &Decided,
    who: TeacherNo,
    options: &Options,
) -> Vec<(SchoolNo, Option<f64>)> {
    if !shown_movable(facts, who) {
        return Vec::new();
    }
    let planned = plan.placement.move_of(who).map(|one| one.to);
    let mut open = match built(facts, false, options) {
        Some(program) => estimates(&program, who, options),
        None => unestimated(facts, who),
    };
    open.retain(|(to, _)| Some(*to) != planned);
    open.sort_by(|a, b| {
        let lacks = |to| !has_seat_for(facts, plan, who, to);
        let (first, second) = (a.1.unwrap_or(0.0), b.1.unwrap_or(0.0));
        let order = lacks(a.0).cmp(&lacks(b.0));
        order.then(first.total_cmp(&second)).then(a.0.cmp(&b.0))
    });
    open
}

/// Subjects of the post that a mover takes.
fn subjects(facts: &Facts<'_>, plan: &Decided, one: &PlannedMove) -> Vec<Subject> {
    let holds = |no: &PostNo| plan.placement.fills[no.0].contains(&one.teacher);
    let held = facts.posts_of(one.to).find(holds);
    let parts = held.into_iter().flat_map(|no| &facts.post(no).parts);
    parts.map(|part| part.0).collect()
}

/// The schools open to a teacher, each with what the relaxation says of it.
fn estimates(
    program: &Staffing<'_>,
    who: TeacherNo,
    options: &Options,
) -> Vec<(SchoolNo, Option<f64>)> {
    let mut types = program.types.iter();
    let Some(ty) = types.position(|ty| ty.members.contains(&who)) else {
        return Vec::new();
    };
    let prices = relaxed(&program.lp, GoalId::EmptyPosts, options).map(|one| one.prices);
    let price = |no: usize| prices.as_ref().and_then(|all| all.get(no).copied());
    let arcs = program.arcs.iter().filter(|arc| arc.ty == ty);
    arcs.map(|arc| (arc.to, price(arc.var.0))).collect()
}

/// The same where it is time to stop: nothing is estimated.
fn unestimated(facts: &Facts<'_>, who: TeacherNo) -> Vec<(SchoolNo, Option<f64>)> {
    let stand = facts.stands(who);
    let open = facts.roster.school_nos().filter(|to| {
        let worth = || {
            facts
                .posts_of(*to)
                .any(|post| worthy(facts, stand.profile, post))
        };
        stand.base != Some(*to) && worth() && forbids(facts, who, *to).is_empty()
    });
    open.map(|to| (to, None)).collect()
}

/// Schools with a post that a teacher could fill in part, but where a must-rule does not let her go.
fn closed(facts: &Facts<'_>, who: TeacherNo) -> Vec<Because> {
    let stand = facts.stands(who);
    let elsewhere = facts.roster.school_nos();
    let elsewhere = elsewhere.filter(|to| stand.base != Some(*to));
    let closed = elsewhere.filter_map(|to| {
        let mut posts = facts.posts_of(to);
        let rules = forbids(facts, who, to);
        let mut fits = || posts.any(|post| worthy(facts, stand.profile, post));
        let school = facts.roster.school(to).name.clone();
        (!rules.is_empty() && fits()).then_some(Because { school, rules })
    });
    closed.collect()
}

/// Why a school has the people that the plan gives it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SchoolAnswer {
    /// Id.
    pub school: String,
    /// Name.
    pub name: String,
    /// Posts that stay empty, each with those who could fill it.
    pub empty: Vec<Vacancy>,
}

/// One kind of post that stays empty.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Vacancy {
    /// The post, as special approvals name it.
    pub post: String,
    /// The same in words.
    pub place: serde_json::Value,
    /// How many stay empty.
    pub number: u32,
    /// How the post was reckoned.
    pub how: Reckoning,
    /// Why it stays empty, as the list of empty posts says.
    pub why: WhyEmpty,
    /// People at work in the county who could take it: those at the school, those held and those free together.
    pub able: i64,
    /// Those of them who are without a post.
    pub idle: i64,
    /// Those of them who are at the school anyway; staff ids.
    pub here: Vec<String>,
    /// People at other schools who could take it, by what stands in the way; staff ids.
    pub held: BTreeMap<String, Vec<String>>,
    /// Some of those who are free to go, with what it would change.
    pub free: Vec<Candidate>,
    /// How many are free to go.
    pub free_number: usize,
}

/// Someone who could fill an empty post.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// Staff id.
    pub teacher: String,
    /// Name.
    pub name: String,
    /// Where she is.
    pub base: String,
    /// What it would change to send her; exact.
    pub choice: Choice,
}

/// The answer for a school.
pub fn explain_school(
    facts: &Facts<'_>,
    plan: &Decided,
    school: SchoolNo,
    options: &Options,
) -> Result<SchoolAnswer, RunFault> {
    let empty = |no: &PostNo| plan.placement.empty_of(facts, *no) > 0;
    let empty = facts.posts_of(school).filter(empty);
    let empty: Result<_, RunFault> = empty.map(|no| vacancy(facts, plan, no, options)).collect();
    Ok(SchoolAnswer {
        school: facts.roster.school(school).id.clone(),
        name: facts.roster.school(school).name.clone(),
        empty: empty?,
    })
}

fn vacancy(
    facts: &Facts<'_>,
    plan: &Decided,
    no: PostNo,
    options: &Options,
) -> Result<Vacancy, RunFault> {
    let post = facts.post(no);
    let next = plan.placement.next(facts);
    let mut held: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut free = Vec::new();
    let reckoned = why_empty(facts, &plan.placement, &busy(&plan.placement), no);
    let mut here = Vec::new();
    for who in able(facts, no) {
        let stand = facts.stands(who);
        if next[who.0] == Some(post.school) {
            here.push(facts.roster.teacher(who).id.clone());
            continue;
        }
        let rules = forbids(facts, who, post.school);
        let reason = match (stand.movable, stand.exemptions.first(), rules.first()) {
            (false, Some(exemption), _) if exemption.is_of_family() => "personal",
            (false, Some(exemption), _) => exemption.key(),
            (_, _, Some(("", _))) => "personal",
            (_, _, Some((code, _))) => code,
            (false, None, None) => "R01",
            (true, _, None) if !worthy(facts, stand.profile, no) => "R42",
            (true, _, None) => {
                free.push(who);
                continue;
            }
        };
        let id = facts.roster.teacher(who).id.clone();
        held.entry(reason.to_owned()).or_default().push(id);
    }
    let free_number = free.len();
    free.truncate(SOLVED);
    let candidates = free.into_par_iter().map(|who| {
        let teacher = facts.roster.teacher(who);
        let base = next[who.0].map(|at| facts.roster.school(at).name.clone());
        Ok(Candidate {
            teacher: teacher.id.clone(),
            name: teacher.name.clone(),
            base: base.unwrap_or_default(),
            choice: forced(facts, plan, who, post.school, options)?,
        })
    });
    let free: Result<Vec<Candidate>, RunFault> = candidates.collect();
    let site = facts.post_site(no);
    Ok(Vacancy {
        place: place_words(facts.roster, &site),
        post: site,
        number: plan.placement.empty_of(facts, no),
        how: post.how,
        why: reckoned.why,
        able: reckoned.able,
        idle: reckoned.idle,
        here,
        held,
        free: free?,
        free_number,
    })
}
