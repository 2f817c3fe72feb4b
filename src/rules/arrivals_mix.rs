//! R15 Arrivals mix (接收学校教师结构).
//!
//! Symbols, for a receiving school `s` and each kind `k` that has a cap (novice, contract,
//! off-subject): `n[s,k]` people of kind `k` at `s` next year [persons]; `N[s]` all people there
//! [persons]; `c[k] = a/b` largest share [exact fraction in lowest terms]; `o[s,k]` the smallest
//! whole number of persons over the cap. With `base = posts` the number of teaching posts at `s`,
//! known before anything is decided, stands for `N[s]`, and the row is `n[s,k] ≤ ⌊c·N[s]⌋ + o[s,k]`:
//! one unit each, so that the relaxation stays whole; shares of people make it fractional. Recruits are novices. Off-subject is whoever fills a post
//! whose main part she holds no certificate for; class posts (包班) and posts of subjects without a
//! certificate of their own are nobody's own subject and do not count.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Class, Employment, SchoolNo, TeacherNo, labelled_enum};
use crate::facts::{Facts, Grade, Placement, PostNo, ProfileNo, Reckoning};
use crate::policy::{Card, GoalId, Key, Share, values};
use crate::text::Text;

labelled_enum! {
    /// What the shares are of.
    MixBase {
        Posts = "posts" "该校学科岗位数" "posts",
        People = "people" "新学年教师数" "people",
    }
}

values! {
    "arrivals_mix"
    NOVICE_AT_MOST: Option<Share> = "novice_at_most" "新任教师最高比例" "largest share of novices";
    CONTRACT_AT_MOST: Option<Share> = "contract_at_most"
        "编外教师最高比例" "largest share of contract staff";
    OFF_SUBJECT_AT_MOST: Option<Share> = "off_subject_at_most"
        "教非所学教师最高比例" "largest share of people outside their subject";
    RECEIVERS: Vec<Class> = "receivers"
        "适用的接收学校类别" "classes of receiving school to which it applies";
    BASE: MixBase = "base"
        "比例的基数" + "：该校学科岗位数（posts）或新学年教师数（people）"
        "what the shares are of: the school's teaching posts, or its teachers next year";
}

crate::finding::codes! { pub(super),
    OVER "R15" error
        ["{school}新学年有{kind}{heads}人，按{base}{number}的{share}计不应超过{most}人。", "{school} will have {heads} {kind}; {share} of its {number} {base} allows {most}."]
        ["调入有经验的在编本学科教师，或减少新招、编外人员。", "Send experienced teachers of the subject on quota, or fewer recruits and contract staff."];
}

pub(super) static CARD: Card = Card {
    code: "R15",
    id: RULE,
    title: Text::new("接收学校教师结构", "Arrivals mix"),
    asks: Text::new(
        "接收学校中新任教师、编外教师和教非所学教师不超过规定比例。",
        "At receiving schools novices, contract staff and people teaching outside their subject stay below set shares.",
    ),
    formula: "n[s,k] ≤ ⌊c[k]·N[s]⌋ + o[s,k]   min Σ o[s,k]",
    unit: Text::new("人", "persons"),
    goal: GoalId::Gaps,
    mend: Some(Text::new(
        "允许{place}超出教师结构上限{amount}人",
        "{place} may go over its mix by {amount}",
    )),
    params: PARAMS,
    marks: &[],
    suspected: 11,
    breaches: CODES,
};

/// Receiving schools do not fill up with novices, contract staff and off-subject teaching.
pub(super) struct ArrivalsMix;

/// Kinds of people that have a cap: the cap, their name in a finding, and in the name of a place.
const KINDS: [(Key<Option<Share>>, Text, Text); 3] = [
    (
        NOVICE_AT_MOST,
        Text::new("新任教师", "novices"),
        Text::new("新任教师", "novices"),
    ),
    (
        CONTRACT_AT_MOST,
        Text::new("编外教师", "on contract"),
        Text::new("编外教师", "contract staff"),
    ),
    (
        OFF_SUBJECT_AT_MOST,
        Text::new("教非所学教师", "outside their subject"),
        Text::new("教非所学教师", "people outside their subject"),
    ),
];

fn off_quota(employment: Employment) -> bool {
    matches!(employment, Employment::Contract | Employment::Purchased)
}

fn is_by_posts(facts: &Facts<'_>) -> bool {
    facts.book.get(BASE) == MixBase::Posts
}

/// Teaching posts at a school.
fn posts_at(facts: &Facts<'_>, school: SchoolNo) -> i64 {
    let posts = facts.posts_of(school);
    posts.map(|no| i64::from(facts.post(no).number)).sum()
}

impl Rule for ArrivalsMix {
    fn place(&self, part: &str) -> Option<Text> {
        let kind = KINDS.iter().find(|kind| kind.0.param.key == part);
        kind.map(|kind| kind.2)
    }

    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let (roster, book) = (facts.roster, facts.book);
        let receivers = book.get(RECEIVERS);
        // Heads of each kind, and all people, at each school.
        let mut heads = vec![[0; 4]; roster.schools.len()];
        let mut add = |at: SchoolNo, number: i64, is: [bool; 4]| {
            for (sum, is) in heads[at.0].iter_mut().zip(is) {
                *sum += if is { number } else { 0 };
            }
        };
        for (teacher, works) in roster.teacher_nos().zip(plan.next(facts)) {
            if let Some(school) = works {
                let novice = facts.stands(teacher).novice;
                let contract = off_quota(roster.teacher(teacher).employment);
                add(school, 1, [novice, contract, false, true]);
            }
        }
        let outside = |profile: ProfileNo, post: PostNo| {
            let post = facts.post(post);
            let main = facts.profile(profile).fit(post).main;
            post.how != Reckoning::Class && !post.is_open() && main < Grade::Certificate
        };
        for (post, people) in facts.post_nos().zip(&plan.fills) {
            for who in people {
                let off = outside(facts.stands(*who).profile, post);
                add(facts.post(post).school, 1, [false, false, off, false]);
            }
        }
        for hire in &plan.hires {
            let contract = off_quota(roster.pools[hire.pool].employment);
            let off = outside(facts.pool_profile[hire.pool], hire.post);
            let (school, number) = (facts.post(hire.post).school, i64::from(hire.number));
            add(school, number, [true, contract, off, true]);
        }
        let by_posts = is_by_posts(facts);
        let base = if by_posts {
            Text::new("学科岗位数", "teaching posts")
        } else {
            Text::new("教师数", "teachers")
        };
        for (no, here) in roster.school_nos().zip(heads) {
            let (school, posts) = (roster.school(no), posts_at(facts, no));
            if school.closing || !school.is_any(&receivers) {
                continue;
            }
            for ((key, kind, _), count) in KINDS.into_iter().zip(here) {
                if let Some(share) = book.get(key) {
                    let number = if by_posts { posts } else { here[3] };
                    let most = share.floor_of(number);
                    let words = blanks! { school: school.name, kind: kind, heads: count,
                    base: base, number: number, share: share, most: most };
                    let site = format!("{},{}", school.id, key.param.key);
                    verdict.at(site).at_most(school, &OVER, most, count, words);
                }
            }
        }
    }
}

/// `Σ terms + constant` people, of a kind or of all, at one school.
#[derive(Clone, Default)]
struct Sum {
    terms: crate::model::Terms,
    constant: i64,
}

/// The sums of each kind, and that of all people, at each school.
fn sums(program: &crate::model::Staffing<'_>) -> Vec<[Sum; 4]> {
    let facts = program.facts;
    let mut sums = vec![<[Sum; 4]>::default(); facts.roster.schools.len()];
    // One more person (or, with a factor of −1, one fewer): for each unit of a column, or anyway.
    let mut add = |at: SchoolNo, is: [bool; 4], var: Option<crate::model::Var>, factor: i64| {
        let of = sums[at.0].iter_mut().zip(is).filter(|(_, is)| *is);
        for (sum, _) in of {
            match var {
                Some(var) => sum.terms.push((var, factor)),
                None => sum.constant += factor,
            }
        }
    };
    let kinds = |who: TeacherNo| {
        let contract = off_quota(facts.roster.teacher(who).employment);
        [facts.stands(who).novice, contract, false, true]
    };
    for who in facts.roster.teacher_nos() {
        if let Some(base) = facts.stands(who).base {
            add(base, kinds(who), None, 1);
        }
    }
    for (one, leave) in program.types.iter().zip(&program.leaves) {
        add(one.base, kinds(one.sample()), Some(*leave), -1);
    }
    for arc in &program.arcs {
        add(arc.to, kinds(program.mover(arc)), Some(arc.var), 1);
    }
    let is_off = |profile: ProfileNo, post: PostNo| {
        let (profile, post) = (facts.profile(profile), facts.post(post));
        let parts = post.parts.iter().map(|part| part.0);
        let mut mains = parts.filter(|subject| post.is_main(*subject));
        let held = mains.any(|main| profile.may_teach(post.stage, main));
        post.how != Reckoning::Class && !post.is_open() && !held
    };
    for fill in &program.fills {
        let off = is_off(fill.profile, fill.post);
        let school = facts.post(fill.post).school;
        add(school, [false, false, off, false], Some(fill.var), 1);
    }
    for hire in &program.hires {
        let contract = off_quota(facts.roster.pools[hire.pool].employment);
        let off = is_off(facts.pool_profile[hire.pool], hire.post);
        let school = facts.post(hire.post).school;
        add(school, [true, contract, off, true], Some(hire.var), 1);
    }
    sums
}

impl super::Constrain for ArrivalsMix {
    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        key.push(i64::from(facts.stands(who).novice));
        key.push(i64::from(off_quota(facts.roster.teacher(who).employment)));
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let receivers = facts.book.get(RECEIVERS);
        for (no, here) in sums(program).into_iter().enumerate() {
            let school = facts.roster.school(SchoolNo(no));
            if school.closing || !school.is_any(&receivers) {
                continue;
            }
            for ((key, ..), sum) in KINDS.into_iter().zip(&here) {
                let Some(share) = facts.book.get(key) else {
                    continue;
                };
                let about = format!("{},{}", school.id, key.param.key);
                if is_by_posts(facts) {
                    let most = share.floor_of(posts_at(facts, SchoolNo(no)));
                    let heads = sum.terms.clone();
                    program.at_most(&CARD, about, heads, most - sum.constant);
                    continue;
                }
                let (up, down) = (share.numer(), share.denom());
                let heads = sum.terms.iter().map(|(var, n)| (*var, down * n));
                let people = here[3].terms.iter().map(|(var, n)| (*var, -up * n));
                let bound = up * here[3].constant - down * sum.constant;
                let bound = (crate::model::Sense::AtMost, bound, down);
                program.bind(&CARD, about, heads.chain(people).collect(), bound);
            }
        }
    }
}
