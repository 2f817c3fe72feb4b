//! Two people who change places.

use super::{CARD, CHANGED, SWAPPED, comes_after_own};
use crate::blanks;
use crate::domain::{SchoolNo, Stage, Subject, TeacherNo, whole};
use crate::facts::{Facts, Most, Placement, PlannedMove, PostNo, ProfileNo};
use crate::model::Terms;
use crate::rules::Verdict;
use std::collections::{BTreeMap, BTreeSet};

/// What somebody can do at two schools: her own subject and stage, whatever she may teach that is taught there, and how
/// much of it. Certificates of which neither school has any use set nobody apart.
type Skill = (Subject, Stage, Vec<(Stage, Subject)>, Option<Most>);

/// People alike in that who are moved from one school to another.
type Flow = (Skill, SchoolNo, SchoolNo);

/// What is on the posts of each school.
type Taught = Vec<BTreeSet<(Stage, Subject)>>;

fn taught(facts: &Facts<'_>) -> Taught {
    let mut all = vec![BTreeSet::new(); facts.roster.schools.len()];
    for post in &facts.posts {
        all[post.school.0].extend(post.parts.iter().map(|part| (post.stage, part.0)));
    }
    all
}

fn skill(facts: &Facts<'_>, taught: &Taught, number: ProfileNo, at: [SchoolNo; 2]) -> Skill {
    let profile = facts.profile(number);
    let of_use = |pair: &&(Stage, Subject)| at.iter().any(|no| taught[no.0].contains(*pair));
    let may = profile.may.iter().filter(of_use).copied().collect();
    (profile.own, profile.stage, may, profile.most)
}

/// Whether it is asked of somebody that nobody like her comes the other way: neither did the officer place her, nor does
/// she go where she wished or for the year of her title.
fn is_asked(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    let one = facts.roster.teacher(who);
    comes_after_own(facts, who, to) && !(one.volunteer && one.wishes.contains(&to))
}

/// The place as special approvals name it: the two schools in their order, such as `S04,S07`.
fn site(facts: &Facts<'_>, one: SchoolNo, other: SchoolNo) -> String {
    let roster = facts.roster;
    format!("{},{}", roster.school_id(one), roster.school_id(other))
}

/// People of the very same qualifications who change places.
pub(super) fn changed(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    let mut flows: BTreeMap<Flow, Vec<TeacherNo>> = BTreeMap::new();
    let taught = taught(facts);
    for one in &plan.moves {
        if is_asked(facts, one.teacher, one.to) {
            let profile = facts.stands(one.teacher).profile;
            let skill = skill(facts, &taught, profile, [one.from, one.to]);
            let flow = flows.entry((skill, one.from, one.to)).or_default();
            flow.push(one.teacher);
        }
    }
    for ((skill, from, to), there) in flows.iter().filter(|flow| flow.0.1 < flow.0.2) {
        let Some(back) = flows.get(&(skill.clone(), *to, *from)) else {
            continue;
        };
        let names = there.iter().chain(back);
        let names = names.map(|who| &facts.roster.teacher(*who).name);
        let [a, b] = [from, to].map(|no| facts.roster.school(*no));
        let words = blanks! {
            from: a.name, to: b.name, subject: skill.0.text(),
            names: names.collect::<Vec<_>>(),
        };
        let pairs = whole(there.len().min(back.len()));
        let verdict = verdict.at(site(facts, *from, *to));
        verdict.none(a, &CHANGED, pairs, words);
    }
}

/// The rows: of each profile people go one way between two schools, or the other.
pub(super) fn forbid(program: &mut crate::model::Staffing<'_>) {
    let facts = program.facts;
    let mut flows: BTreeMap<Flow, (Terms, i64)> = BTreeMap::new();
    let taught = taught(facts);
    for arc in &program.arcs {
        let one = &program.types[arc.ty];
        if is_asked(facts, one.sample(), arc.to) {
            let skill = skill(facts, &taught, one.profile, [one.base, arc.to]);
            let flow = flows.entry((skill, one.base, arc.to)).or_default();
            flow.0.push((arc.var, 1));
            flow.1 += one.size();
        }
    }
    for ((skill, from, to), (there, most)) in flows.iter().filter(|flow| flow.0.1 < flow.0.2) {
        let Some((back, least)) = flows.get(&(skill.clone(), *to, *from)) else {
            continue;
        };
        let about = site(facts, *from, *to);
        let number = program.lp.columns.len();
        let way = program.lp.column(format!("way[{number}]"), 0, 1);
        let mut terms = there.clone();
        terms.push((way, -most));
        program.at_most(&CARD, about.clone(), terms, 0);
        let mut terms = back.clone();
        terms.push((way, *least));
        program.at_most(&CARD, about, terms, *least);
    }
}

/// Others of one subject who change places: each one's loss counts on the other's move, so what both are worth together
/// is told.
pub(super) fn told(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    let covers = |who: TeacherNo, seat: Option<PostNo>| {
        let profile = facts.profile(facts.stands(who).profile);
        seat.map_or(0, |no| profile.fit(facts.post(no)).covered())
    };
    let taught = taught(facts);
    for (at, one) in plan.moves.iter().enumerate() {
        let mut others = plan.moves[at + 1..].iter();
        let teacher = facts.roster.teacher(one.teacher);
        let other = others.find(|other| {
            let partner = facts.roster.teacher(other.teacher);
            let same = (teacher.stage, teacher.subject) == (partner.stage, partner.subject);
            let at = [one.from, one.to];
            let skill = |who| skill(facts, &taught, facts.stands(who).profile, at);
            let differ = skill(one.teacher) != skill(other.teacher);
            same && differ && (other.from, other.to) == (one.to, one.from)
        });
        let Some(other) = other else {
            continue;
        };
        let seat = |one: &PlannedMove| {
            let mut posts = facts.posts_of(one.to);
            posts.find(|no| plan.fills[no.0].contains(&one.teacher))
        };
        let [hers, theirs] = [seat(one), seat(other)];
        let now = covers(one.teacher, hers) + covers(other.teacher, theirs);
        let stayed = covers(one.teacher, theirs) + covers(other.teacher, hers);
        let words = blanks! {
            teacher: teacher.name, other: facts.roster.teacher(other.teacher).name,
            stage: teacher.stage.text(), subject: teacher.subject.text(),
            from: facts.roster.school(one.from).name, to: facts.roster.school(one.to).name,
            periods: (now - stayed).max(0),
        };
        verdict.remark(teacher, &SWAPPED, words);
    }
}
