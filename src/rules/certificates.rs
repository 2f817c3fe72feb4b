//! R12 Certificates (教师资格).
//!
//! Symbols: `f[t,p]` 1 when teacher `t` fills post `p`; `K[p]` subjects of the post, at its stage;
//! `C[t]` subjects and stages that she may be asked to teach by her own record. What the values say
//! about other subjects and other stages shapes the profiles, so that a post nobody holds anything
//! for is offered to nobody; the audit reckons from the record itself, not from the profile.
//!
//! `shared[s,p]` people on post `p` of school `s` who teach its main part `k` only by sharing it at their
//! own school (同校兼任) [persons]; `N[s,g,k]`, `H[s,g,k]` posts of the subject at the stage and its own
//! staff there before anything is decided: a village school does not lose its one PE teacher because
//! somebody else could take the lessons.
//!
//! By the record: the subject is certified, or merely stated where the policy is content with that;
//! the stage is certified, or below a certified one where the policy lets higher stages teach lower
//! ones. Of a stage that is held, subjects without a certificate of their own are for everybody; where one
//! certificate does for another, or colleagues of the same school may share a subject (同校兼任), that
//! is written there and read here once more. An empty list of certificates means: what is taught now, and nothing else. A whole class
//! (包班) is led by primary teachers of Chinese or maths. Nobody without the national common
//! language, or with an ethics breach on file, is on any post.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Class, Pool, School, Stage, Subject, Teacher};
use crate::facts::own_staff::{Place, own_staff, site};
use crate::facts::values::certificates::{self, CrossStage, CrossSubject};
use crate::facts::values::teaching_posts;
use crate::facts::{Facts, Grade, Placement, Post};
use crate::policy::{Card, GoalId, RuleBook};
use crate::text::{Blanks, Text};
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    NOT_HELD "R12" error
        ["{who}任{school}{stage}{subjects}，不具备相应教师资格。", "{who} is to teach {subjects} ({stage}) at {school} without the certificate that is asked for."]
        ["改由持有该学科、学段教师资格的人员任教，或补录其资格证书。", "Give the post to somebody who holds the certificate, or enter the certificate if it exists."];
    RECRUIT_UNFIT "R12b" error
        ["招聘计划{who}的学段、学科与{school}{stage}{subjects}岗位不符。", "The recruiting line {who} does not fit the post of {subjects} ({stage}) at {school}."]
        ["改用相应学段、学科的招聘计划。", "Use a line of that stage and subject."];
    FREES_STAFF "R12c" error
        ["{school}{stage}{subject}岗{need}个，本校有{subject}教师{heads}人，方案却由非专任兼任{number}个岗。", "{school} has {need} posts for {subject} ({stage}) and {heads} people of the subject, yet {number} of the posts are shared without the certificate."]
        ["同校兼任只补专任教师的不足，不用来腾出专任教师。", "Sharing makes up for people who lack; it frees none of those who are there."];
}

pub(super) static CARD: Card = Card {
    code: "R12",
    id: certificates::RULE,
    title: Text::new("教师资格", "Certificates"),
    asks: Text::new(
        "跨学科、跨学段任教须持有相应教师资格；同校兼任只补专任教师的不足，不腾出专任教师。",
        "Whoever teaches another subject or stage holds the certificate for it; sharing at the own school makes up for specialists who lack and frees none.",
    ),
    formula: "f[t,p] = 0   where K[p] ∩ C[t] = ∅;   Σ shared[s,p] ≤ max(0, N[s,g,k] − H[s,g,k])   p at s with main part k",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "允许{place}有{amount}个岗位在专任教师之外由他人兼任",
        "{amount} posts at {place} may be shared though there are specialists",
    )),
    params: certificates::PARAMS,
    marks: &[],
    suspected: 9,
    breaches: CODES,
};

/// Cross-subject and cross-stage teaching only with the certificate.
pub(super) struct Certificates;

/// What the policy is content with.
struct Asked {
    stated: bool,
    cross_stage: CrossStage,
    open: [Vec<Subject>; 2],
    any_of_stage: Vec<Subject>,
    part_time: Vec<Subject>,
    part_time_schools: Vec<Class>,
    part_time_anywhere: Vec<Subject>,
}

impl Asked {
    fn new(book: &RuleBook) -> Self {
        Self {
            stated: book.get(certificates::CROSS_SUBJECT) == CrossSubject::Stated,
            cross_stage: book.get(certificates::CROSS_STAGE),
            open: [
                book.get(teaching_posts::OPEN_PRIMARY),
                book.get(teaching_posts::OPEN_JUNIOR),
            ],
            any_of_stage: book.get(teaching_posts::ANY_OF_STAGE),
            part_time: book.get(teaching_posts::PART_TIME),
            part_time_schools: book.get(teaching_posts::PART_TIME_SCHOOLS),
            part_time_anywhere: book.get(teaching_posts::PART_TIME_ANYWHERE),
        }
    }

    fn by_record(&self, who: &Teacher, at: &School, stage: Stage, subject: Subject) -> bool {
        let class = subject == Subject::WHOLE_CLASS
            && stage == Stage::Primary
            && ["chinese", "maths"].contains(&who.subject.key())
            && self.subject_held(who, who.subject);
        who.language_ok
            && who.ethics_ok
            && self.stage_held(who, stage)
            && (class
                || self.subject_held(who, subject)
                || self.is_alike(who, stage, subject)
                || self.is_free(at, stage, subject))
    }

    /// Whether the certificate of another subject, or one for whole classes, does for it.
    fn is_alike(&self, who: &Teacher, stage: Stage, subject: Subject) -> bool {
        let does = |one: &Subject| self.subject_held(who, *one);
        let leads = self.subject_held(who, Subject::WHOLE_CLASS);
        stage == Stage::Primary
            && self.any_of_stage.contains(&subject)
            && (leads || self.any_of_stage.iter().any(does))
    }

    /// Whether everybody who holds the stage may teach it there.
    fn is_free(&self, at: &School, stage: Stage, subject: Subject) -> bool {
        let shared = (self.part_time.contains(&subject) && at.is_any(&self.part_time_schools))
            || self.part_time_anywhere.contains(&subject);
        let open = match stage {
            Stage::Primary => self.open[0].contains(&subject),
            Stage::Junior => self.open[1].contains(&subject),
            Stage::Senior => false,
        };
        open || shared
    }

    fn subject_held(&self, teacher: &Teacher, subject: Subject) -> bool {
        let certified = teacher.certified_subjects.contains(&subject);
        let main = teacher.subject == subject;
        if self.stated {
            certified || main || teacher.more_subjects.contains(&subject)
        } else {
            certified || (main && teacher.certified_subjects.is_empty())
        }
    }

    fn stage_held(&self, teacher: &Teacher, stage: Stage) -> bool {
        let own = [teacher.stage];
        let held = match teacher.certified_stages.as_slice() {
            [] => &own,
            stated => stated,
        };
        let from_above = held.iter().max().is_some_and(|top| *top >= stage);
        match self.cross_stage {
            CrossStage::LowerFree => from_above,
            CrossStage::Certificate if held.contains(&stage) => true,
            CrossStage::Certificate | CrossStage::Forbidden => from_above && stage == teacher.stage,
        }
    }
}

impl Rule for Certificates {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let asked = Asked::new(facts.book);
        for (no, people) in facts.post_nos().zip(&plan.fills) {
            let post = facts.post(no);
            verdict.looks_at(people.len());
            for who in people {
                let teacher = facts.roster.teacher(*who);
                let profile = facts.profile(facts.stands(*who).profile);
                let school = facts.roster.school(post.school);
                let held = |subject| asked.by_record(teacher, school, post.stage, subject);
                let none = !post.parts.iter().any(|part| held(part.0));
                let counted = post.ways().filter(|(subject, _, least)| {
                    none || profile.grade(post.stage, *subject, *least) > Grade::None
                });
                let counted = counted.map(|part| part.0);
                let lacking: Vec<Subject> = counted.filter(|subject| !held(*subject)).collect();
                if !lacking.is_empty() {
                    let words = words_of(facts, post, &lacking, &teacher.name);
                    verdict.breach(teacher, &NOT_HELD, words);
                }
            }
        }
        audit_shared(facts, plan, verdict);
        for hire in &plan.hires {
            let (pool, post) = (&facts.roster.pools[hire.pool], facts.post(hire.post));
            if !suits(pool, post) {
                let subjects: Vec<Subject> = post.parts.iter().map(|part| part.0).collect();
                let words = words_of(facts, post, &subjects, &pool.id);
                let (school, number) = (facts.roster.school(post.school), i64::from(hire.number));
                verdict.none(school, &RECRUIT_UNFIT, number, words);
            }
        }
    }
}

/// Posts shared without the certificate are no more than those for which there is nobody of the subject.
fn audit_shared(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    let mut shared: BTreeMap<Place, i64> = BTreeMap::new();
    for (no, people) in facts.post_nos().zip(&plan.fills) {
        let post = facts.post(no);
        for who in people {
            let profile = facts.profile(facts.stands(*who).profile);
            if let (Grade::PartTime, Some(main)) = (profile.fit(post).main, post.main()) {
                let place = (post.school, post.stage, main);
                *shared.entry(place).or_default() += 1;
            }
        }
    }
    let staff = own_staff(facts);
    for (place, number) in shared {
        let there = staff.get(&place).copied().unwrap_or_default();
        let (school, stage, subject) = (facts.roster.school(place.0), place.1, place.2);
        let words = blanks! { school: school.name, stage: stage.text(), subject: subject.text(),
        need: there.posts, heads: there.heads, number: number };
        let verdict = verdict.at(site(facts, place));
        verdict.none(school, &FREES_STAFF, number - there.beyond(), words);
    }
}

fn words_of(facts: &Facts<'_>, post: &Post, subjects: &[Subject], who: &str) -> Blanks {
    let subjects: Vec<Text> = subjects.iter().map(|subject| subject.text()).collect();
    blanks! { who: who, school: facts.roster.school(post.school).name, stage: post.stage.text(),
    subjects: subjects }
}

/// Whether the stage is that of a recruiting line and a main subject of the post one of its own.
fn suits(pool: &Pool, post: &Post) -> bool {
    let whole_class = post.stage == Stage::Primary
        && post.has(Subject::WHOLE_CLASS)
        && (pool.subjects.first()).is_some_and(|own| ["chinese", "maths"].contains(&own.key()));
    let parts = post.parts.iter().map(|part| part.0);
    let mut mains = parts.filter(|subject| post.is_main(*subject));
    let taught = |main: Subject| pool.subjects.contains(&main);
    pool.stage == post.stage && (whole_class || mains.any(taught))
}

/// Nothing: what a profile may not teach has no column.
impl super::Constrain for Certificates {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let shared = program.fills.iter().filter_map(|fill| {
            let post = facts.post(fill.post);
            let by = facts.profile(fill.profile).fit(post).main;
            let place = (post.school, post.stage, post.main()?);
            (by == Grade::PartTime).then_some((place, fill.var, 1))
        });
        let shared = crate::model::sums(shared);
        let staff = own_staff(facts);
        for (place, terms) in shared {
            let most = staff.get(&place).copied().unwrap_or_default().beyond();
            if program.lp.reach(&terms).1 > most {
                program.at_most(&CARD, site(facts, place), terms, most);
            }
        }
    }
}
