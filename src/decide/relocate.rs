//! Moving one person in a plan, in memory: where she works, the post she leaves and the one she takes; then
//! what hangs on the posts (lessons, visits, mentors) is decided again, and the auditor judges the whole.
//!
//! Nobody else is moved and no post she leaves is filled again: what is short then is for the auditor to say.
//! Whoever goes back to where the first plan has her gets back what she had there, so moving there and back
//! gives the first plan.

use super::decided::cover;
use super::document::{Before, document, undecided};
use super::{Decided, place_words};
use crate::audit::Audit;
use crate::blanks;
use crate::domain::{SchoolNo, TeacherNo, labelled_enum};
use crate::facts::{Facts, Placement, PlannedMove, PostNo};
use crate::finding::Findings;
use crate::plan::{self, Ended, InputDoc, Plan, SolverFault, digest};
use crate::rules::goals;
use crate::solve::{GoalResult, Options, Outcome};
use crate::text::Lang;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Moves people in a plan by hand.
#[derive(Debug)]
pub struct Relocator<'f> {
    facts: &'f Facts<'f>,
    options: Options,
    inputs: Vec<InputDoc>,
    first: Placement,
    before: Before,
}

/// A plan in which somebody was moved.
#[derive(Debug, Clone)]
pub struct Relocated {
    /// The plan, its digest included; how it was solved is not said, since nobody solved it.
    pub plan: Plan,
    /// What was done, in this order.
    pub steps: Vec<Step>,
    /// What the auditor says of it.
    pub judged: Audit,
}

/// One thing that was done; people, schools and posts by id, as special approvals name them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What was done.
    pub did: Did,
    /// Staff id.
    pub teacher: String,
    /// The school or the post.
    pub place: String,
}

labelled_enum! {
    /// What was done; the name is the sentence that says it.
    Did {
        LeavesSchool = "leaves_school" "{teacher}不再到{place}任教。" "{teacher} no longer works at {place}.",
        LeavesPost = "leaves_post" "{teacher}空出岗位：{place}。" "{teacher} leaves a post empty: {place}.",
        ComesToSchool = "comes_to_school" "{teacher}改到{place}任教。" "{teacher} now works at {place}.",
        TakesPost = "takes_post" "{teacher}接任空岗：{place}。" "{teacher} takes an empty post: {place}.",
        FindsNoPost = "finds_no_post" "{place}没有{teacher}可任的空岗。" "{place} has no empty post that {teacher} could fill.",
        DutiesChange = "duties_change" "{teacher}（{place}）的兼课、走教、送教、结对随之变动。" "Lessons, trips, visits or mentors of {teacher} ({place}) are decided again.",
        SchoolChanges = "school_changes" "{place}的远程课程或见习安排随之变动。" "Remote lessons or apprentices of {place} are decided again.",
    }
}

impl Step {
    /// The step in words.
    pub fn says(&self, facts: &Facts<'_>, lang: Lang) -> String {
        let name = |about: &str| place_words(facts.roster, about);
        let blanks = blanks! { teacher: name(&self.teacher), place: name(&self.place) };
        self.did.text().fill(lang, &blanks)
    }
}

impl<'f> Relocator<'f> {
    /// For a plan that was made of these facts; what of it cannot be read is in the findings.
    pub fn new(
        facts: &'f Facts<'f>,
        first: &Plan,
        options: &Options,
    ) -> Result<(Self, Findings), SolverFault> {
        let (placement, findings) = plan::placement(facts, first);
        let relocator = Self {
            facts,
            options: options.clone(),
            inputs: first.scenario.inputs.clone(),
            first: placement,
            before: undecided(facts, options)?,
        };
        Ok((relocator, findings))
    }

    /// Moves somebody to a school; none when she does not teach next year, or is there already.
    pub fn relocate(
        &self,
        now: &Plan,
        who: TeacherNo,
        to: SchoolNo,
    ) -> Result<Option<Relocated>, SolverFault> {
        let facts = self.facts;
        let (was, _) = plan::placement(facts, now);
        let at = was.next(facts)[who.0];
        let (Some(base), Some(from)) = (facts.stands(who).base, at.filter(|at| *at != to)) else {
            return Ok(None);
        };
        let mut heads = Placement {
            moves: was.moves.clone(),
            fills: was.fills.clone(),
            hires: was.hires.clone(),
            appointments: was.appointments.clone(),
            conversions: was.conversions.clone(),
            ..Placement::empty(facts)
        };
        heads.moves.retain(|one| one.teacher != who);
        if to != base {
            let known = self.first.move_of(who).filter(|one| one.to == to);
            let fresh = || PlannedMove::new(facts, who, base, to);
            heads.moves.push(known.cloned().unwrap_or_else(fresh));
            heads.moves.sort();
        }
        let mut steps = self.change_post(&mut heads, who, (from, to));
        let (placement, judged, covered) = cover(facts, &heads, &self.options)?;
        steps.extend(decided_again(facts, &was, &placement));
        let value = |goal| GoalResult {
            goal,
            value: Some(judged.goals.get(&goal).copied().unwrap_or(0)),
            bound: None,
        };
        let outcome = Outcome {
            ended: Ended::NotFoundInTime,
            point: None,
            goals: goals(facts).into_iter().map(value).collect(),
            fault: None,
        };
        let decided = Decided {
            placement,
            outcome,
            judged,
        };
        let options = Options {
            gap: 0.0,
            ..self.options.clone()
        };
        let (before, inputs) = (&self.before, &self.inputs);
        let mut plan = document(facts, &decided, &covered, before, inputs, &options);
        plan.outcome.ended = None;
        plan.digest = digest(&plan);
        Ok(Some(Relocated {
            plan,
            steps,
            judged: decided.judged,
        }))
    }

    /// She leaves her post and her school, and takes a post at the other one.
    fn change_post(
        &self,
        heads: &mut Placement,
        who: TeacherNo,
        (from, to): (SchoolNo, SchoolNo),
    ) -> Vec<Step> {
        let facts = self.facts;
        let step = |did, place| Step {
            did,
            teacher: facts.roster.teacher_id(who),
            place,
        };
        let school = |no| facts.roster.school_id(no);
        let mut steps = vec![step(Did::LeavesSchool, school(from))];
        for no in facts.post_nos() {
            let people = &mut heads.fills[no.0];
            if people.contains(&who) {
                people.retain(|one| *one != who);
                steps.push(step(Did::LeavesPost, facts.post_site(no)));
            }
        }
        steps.push(step(Did::ComesToSchool, school(to)));
        let Some(no) = self.post_for(heads, who, to) else {
            steps.push(step(Did::FindsNoPost, school(to)));
            return steps;
        };
        heads.fills[no.0].push(who);
        heads.fills[no.0].sort_unstable();
        steps.push(step(Did::TakesPost, facts.post_site(no)));
        steps
    }

    /// The open post that she takes: the one the first plan gives her, else the one that fits best.
    fn post_for(&self, heads: &Placement, who: TeacherNo, to: SchoolNo) -> Option<PostNo> {
        let facts = self.facts;
        let open = |no: &PostNo| heads.empty_of(facts, *no) > 0;
        if self.first.next(facts)[who.0] == Some(to) {
            let hers = |no: &PostNo| self.first.fills[no.0].contains(&who);
            let hers = facts.posts_of(to).find(hers)?;
            if open(&hers) {
                return Some(hers);
            }
        }
        let profile = facts.profile(facts.stands(who).profile);
        let fit = |no: PostNo| profile.fit(facts.post(no));
        let fits = facts.posts_of(to).filter(|no| open(no) && fit(*no).fills());
        fits.min_by_key(|no| (fit(*no).uncovered, Reverse(fit(*no).own), *no))
    }
}

/// Those whose duties beside the posts are others than before.
fn decided_again(facts: &Facts<'_>, was: &Placement, is: &Placement) -> Vec<Step> {
    let mut people = BTreeSet::new();
    people.extend(others(&was.lessons, &is.lessons).map(|one| one.teacher));
    people.extend(others(&was.trips, &is.trips).map(|one| one.teacher));
    people.extend(others(&was.visits, &is.visits).map(|one| one.teacher));
    people.extend(others(&was.pairs, &is.pairs).flat_map(|one| [one.teacher, one.mentor]));
    people.extend(others(&was.leaders, &is.leaders).map(|one| one.teacher));
    let mut schools = BTreeSet::new();
    schools.extend(others(&was.remote, &is.remote).map(|one| one.gap.school));
    schools.extend(others(&was.apprentices, &is.apprentices).map(|one| one.school));
    let next = is.next(facts);
    let school = |no: SchoolNo| facts.roster.school_id(no);
    let of_person = |who: TeacherNo| Step {
        did: Did::DutiesChange,
        teacher: facts.roster.teacher_id(who),
        place: next[who.0].map(school).unwrap_or_default(),
    };
    let of_school = |no: SchoolNo| Step {
        did: Did::SchoolChanges,
        teacher: String::new(),
        place: school(no),
    };
    let people = people.into_iter().map(of_person);
    people.chain(schools.into_iter().map(of_school)).collect()
}

/// What stands in only one of two lists.
fn others<'l, T: Ord>(was: &'l [T], is: &'l [T]) -> impl Iterator<Item = &'l T> {
    let only = |one: &'l [T], other: &'l [T]| one.iter().filter(|item| !other.contains(item));
    only(was, is).chain(only(is, was))
}
