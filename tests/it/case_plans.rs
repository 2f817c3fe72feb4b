//! The plans of the cases of rules, from short texts.

use crate::by_name::ByName;
use lungang::domain::{Stage, Subject};
use lungang::facts::periods::Gap;
use lungang::facts::{
    Apprentice, Facts, Hire, LeaderMove, Lesson, Pair, Placement, PlannedMove, PostNo, Remote,
    Trip, Visit, form_of,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One case. `moves`: `T01>S2`, with `form=`, `months=`, `share=`, `quota_goes=`, `bed=` behind it
/// where they differ from a regular posting. `fills`: `T01@S2:chinese+maths`. `hires`:
/// `R1@S2:maths`. `lessons`: `T05@S2:primary,music=4` periods a week; `trips`: `T05@S2=1` half-days;
/// `remote`: `S3:primary,music=2`. `visits`: `T05@S2:music+art=2` times a term for a group of subjects,
/// `T05@S2=1` for a circuit. `mentors`: `T07<T01`, the first guided by the second. `leaders`: `T07>S3`.
/// `apprentices`: `R2@S3:music>S1`, one who learns at S1 first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) set: Vec<String>,
    #[serde(default)]
    pub(crate) moves: Vec<String>,
    #[serde(default)]
    fills: Vec<String>,
    #[serde(default)]
    hires: Vec<String>,
    /// Who is appointed to a title post.
    #[serde(default)]
    appoint: Vec<String>,
    #[serde(default)]
    lessons: Vec<String>,
    #[serde(default)]
    trips: Vec<String>,
    #[serde(default)]
    remote: Vec<String>,
    #[serde(default)]
    visits: Vec<String>,
    #[serde(default)]
    mentors: Vec<String>,
    #[serde(default)]
    leaders: Vec<String>,
    #[serde(default)]
    apprentices: Vec<String>,
    /// Who is taken onto the quota.
    #[serde(default)]
    conversions: Vec<String>,
    pub(crate) expect: Expect,
}

/// What is expected; whatever is left out is not looked at, but the codes always are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expect {
    /// The rule is not in use.
    #[serde(default)]
    pub(crate) off: bool,
    pub(crate) holds: Option<bool>,
    pub(crate) need: Option<i64>,
    pub(crate) actual: Option<i64>,
    pub(crate) shortfall: Option<i64>,
    /// How far a target is that does not bind yet.
    pub(crate) aim: Option<i64>,
    /// Kinds of finding of this rule, sorted, each once.
    #[serde(default)]
    pub(crate) codes: Vec<String>,
    /// Amounts that the rule adds to goals; given at all, these are all of them.
    pub(crate) goals: Option<BTreeMap<String, i64>>,
}

pub(crate) fn plan(facts: &Facts<'_>, case: &Case) -> Placement {
    let mut plan = Placement::empty(facts);
    for text in &case.moves {
        plan.moves.push(planned(facts, text));
    }
    for text in &case.fills {
        let (who, post) = text.split_once('@').expect(text);
        let taken = |no: PostNo| plan.fills[no.0].len();
        let no = post_no(facts, post, &taken);
        plan.fills[no.0].push(facts.roster.find_teacher(who).expect(who));
    }
    for text in &case.hires {
        let (pool, post) = text.split_once('@').expect(text);
        let pool = facts
            .roster
            .pools
            .iter()
            .position(|one| one.id == pool)
            .expect(pool);
        let taken = |no: PostNo| plan.fills[no.0].len() + plan.hired(no) as usize;
        let post = post_no(facts, post, &taken);
        plan.hires.push(Hire {
            pool,
            post,
            number: 1,
        });
    }
    for who in &case.appoint {
        plan.appointments
            .push(facts.roster.find_teacher(who).expect(who));
    }
    besides(facts, case, &mut plan);
    newcomers(facts, case, &mut plan);
    plan.appointments.sort_unstable();
    plan.moves.sort();
    plan.hires.sort();
    plan
}

fn planned(facts: &Facts<'_>, text: &str) -> PlannedMove {
    let mut words = text.split(' ');
    let (who, to) = words
        .next()
        .and_then(|one| one.split_once('>'))
        .expect(text);
    let teacher = facts.roster.find_teacher(who).expect(who);
    let to = facts.roster.find_school(to).expect(to);
    let from = facts.stands(teacher).base.expect(who);
    let start = facts.year_start;
    let months = facts.book.count("counting_forms", "length_months");
    let mut one = PlannedMove {
        teacher,
        from,
        to,
        form: Some(form_of(facts, from, to)),
        start,
        end: Some(start.plus(i32::try_from(months).unwrap() - 1)),
        share: 100,
        quota_goes: facts.book.flag("school_quota", "quota_goes"),
        bed: false,
    };
    for word in words {
        let (key, value) = word.split_once('=').expect(word);
        match key {
            "form" => one.form = Some(lungang::domain::Form::find(value).expect(value)),
            "months" => one.end = Some(start.plus(value.parse::<i32>().unwrap() - 1)),
            "share" => one.share = value.parse().unwrap(),
            "quota_goes" => one.quota_goes = value == "yes",
            "bed" => one.bed = value == "yes",
            _ => panic!("{text}: no such word {key}"),
        }
    }
    one
}

/// The post `S2:chinese+maths`: of two kinds alike the one that still has room.
fn post_no(facts: &Facts<'_>, text: &str, taken: &dyn Fn(PostNo) -> usize) -> PostNo {
    let (school, parts) = text.split_once(':').expect(text);
    let school = facts.roster.find_school(school).expect(school);
    let parts: Vec<_> = parts
        .split('+')
        .map(|key| Subject::find(key).expect(key))
        .collect();
    let alike: Vec<PostNo> = facts
        .posts_of(school)
        .filter(|no| {
            facts
                .post(*no)
                .parts
                .iter()
                .map(|part| part.0)
                .eq(parts.iter().copied())
        })
        .collect();
    let has_room = |no: &PostNo| taken(*no) < facts.post(*no).number as usize;
    let posts: Vec<_> = facts
        .posts_of(school)
        .map(|no| &facts.post(no).parts)
        .collect();
    let found = alike.iter().copied().find(has_room);
    found
        .or(alike.first().copied())
        .unwrap_or_else(|| panic!("no post {text} among {posts:?}"))
}

/// What people do besides their posts.
fn besides(facts: &Facts<'_>, case: &Case, plan: &mut Placement) {
    let who = |id: &str| facts.roster.find_teacher(id).expect(id);
    let school = |id: &str| facts.roster.find_school(id).expect(id);
    for text in &case.lessons {
        let (site, periods) = amount(text);
        let (id, site) = site.split_once('@').expect(text);
        plan.lessons.push(Lesson {
            teacher: who(id),
            gap: gap(facts, site),
            periods,
        });
    }
    for text in &case.trips {
        let (site, half_days) = amount(text);
        let (id, to) = site.split_once('@').expect(text);
        plan.trips.push(Trip {
            teacher: who(id),
            school: school(to),
            half_days,
        });
    }
    for text in &case.remote {
        let (site, periods) = amount(text);
        plan.remote.push(Remote {
            gap: gap(facts, site),
            periods,
        });
    }
    for text in &case.visits {
        let (site, times) = amount(text);
        let (id, site) = site.split_once('@').expect(text);
        let (to, group) = site.split_once(':').unzip();
        plan.visits.push(Visit {
            teacher: who(id),
            school: school(to.unwrap_or(site)),
            group: group.map(|text| group_no(facts, text)),
            times,
        });
    }
    for text in &case.mentors {
        let (id, mentor) = text.split_once('<').expect(text);
        plan.pairs.push(Pair {
            teacher: who(id),
            mentor: who(mentor),
        });
    }
}

/// What stands before and behind the equals sign.
fn amount(text: &str) -> (&str, u32) {
    let (what, number) = text.split_once('=').expect(text);
    (what, number.parse().expect(text))
}

/// The subject `S2:primary,music` of a stage of a school.
fn gap(facts: &Facts<'_>, text: &str) -> Gap {
    let (school, rest) = text.split_once(':').expect(text);
    let (stage, subject) = rest.split_once(',').expect(text);
    Gap {
        school: facts.roster.find_school(school).expect(text),
        stage: Stage::find(stage).expect(text),
        subject: Subject::find(subject).expect(text),
    }
}

/// The place of a group of subjects in the policy; one that is not there stands nowhere.
fn group_no(facts: &Facts<'_>, text: &str) -> usize {
    let subjects: Vec<_> = text
        .split('+')
        .map(|key| Subject::find(key).expect(key))
        .collect();
    let groups: Vec<Vec<Subject>> = facts
        .book
        .get(lungang::facts::values::visiting_lessons::GROUPS);
    let place = groups.iter().position(|group| *group == subjects);
    place.unwrap_or(usize::MAX)
}

/// Leaders who go on, recruits who learn first, contract teachers who are taken onto the quota.
fn newcomers(facts: &Facts<'_>, case: &Case, plan: &mut Placement) {
    let who = |id: &str| facts.roster.find_teacher(id).expect(id);
    let school = |id: &str| facts.roster.find_school(id).expect(id);
    for text in &case.leaders {
        let (id, to) = text.split_once('>').expect(text);
        plan.leaders.push(LeaderMove {
            teacher: who(id),
            to: school(to),
        });
    }
    for text in &case.apprentices {
        let (line, at) = text.split_once('>').expect(text);
        let (pool, post) = line.split_once('@').expect(text);
        let pools = &facts.roster.pools;
        plan.apprentices.push(Apprentice {
            pool: pools.iter().position(|one| one.id == pool).expect(pool),
            post: post_no(facts, post, &|_| 0),
            school: school(at),
            number: 1,
        });
    }
    plan.conversions = case.conversions.iter().map(|id| who(id)).collect();
    plan.conversions.sort_unstable();
    plan.leaders.sort_unstable();
}
