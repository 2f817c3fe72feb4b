//! What one unit tighter costs, against enumeration: the best of all plans of which the auditor says
//! that they obey the rule at that place with one unit to spare.
//!
//! A special approval of minus one unit makes the auditor ask one more (of a share, a subject, a net
//! gain) or allow one fewer (beds, leavers, quota, a mix). It has no check at a place where nothing
//! happens: there what is left is reckoned here, from the roster.

use super::BASE;
use super::answers::order;
use super::draw::{below, changes, one_of, random};
use super::plans::plans;
use crate::by_name::ByName;
use crate::night::by_night;
use crate::patched::try_patched;
use lungang::audit::audit;
use lungang::decide::{Decided, decide, repairs};
use lungang::domain::{Employment, Waiver};
use lungang::facts::{Facts, Placement};
use lungang::finding::Place;
use lungang::plan::Ended;
use lungang::rules::build;
use lungang::solve::{Options, Silent};
use lungang::study::{Price, prices};
use proptest::test_runner::TestRng;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Counties by day and by night; of each rule that many prices are checked by night, and a sixth of it by day.
const COUNTIES: [u64; 2] = [150, 450];

/// Counties with more plans than this are passed over.
const MOST_PLANS: usize = 2_500;

/// How often each rule was checked: with a plan, and with none.
pub(super) type Seen = BTreeMap<&'static str, [usize; 2]>;

/// A rule, what makes it bind, and how often it must have been checked: with a plan, and with none.
type Binds = (&'static str, &'static [&'static str], [usize; 2]);

const RULES: &[Binds] = &[
    ("rotation_share", &[], [6, 2]),
    (
        "backbone_share",
        &["policy.backbone_share.of=eligible_backbone"],
        [1, 8],
    ),
    // One person is several units of the row.
    (
        "backbone_share",
        &[
            "policy.backbone_share.of=movers",
            "policy.backbone_share.at_least=50%",
            "policy.rotation_share.force=must",
            "policy.rotation_share.at_least=50%",
        ],
        [1, 8],
    ),
    (
        "school_quota",
        &["policy.school_quota.quota_goes=yes"],
        [8, 5],
    ),
    ("teaching_posts", &[], [3, 17]),
    (
        "must_open_subjects",
        &[
            "policy.must_open_subjects.subjects=maths",
            "classes.S1.pupils=40;40;40;40;40;40;40;40",
        ],
        [2, 14],
    ),
    (
        "village_subjects",
        &[
            "policy.village_subjects.subjects=maths",
            "policy.village_subjects.schools=quality",
            "classes.S1.pupils=40;40;40;40;40;40;40;40",
        ],
        [3, 0],
    ),
    ("last_teacher", &[], [6, 8]),
    (
        "surplus_first",
        &[
            "policy.surplus_first.no_net_loss=yes",
            "policy.surplus_first.stage_moves=same_or_lower",
            "classes.S1.pupils=40;40;40;40;40",
        ],
        [0, 5],
    ),
    ("title_year", &["teachers.T07.applies_for=senior"], [0, 4]),
    ("leavers_cap", &["policy.leavers_cap.at_most=34%"], [1, 12]),
    ("arrivals_mix", &[], [3, 25]),
    (
        "dormitory_beds",
        &[
            "schools.S2.beds=1",
            "schools.S3.beds=1",
            "policy.travel_limit.minutes_at_most=20",
            "policy.rotation_share.force=must",
            "policy.rotation_share.at_least=50%",
        ],
        [6, 1],
    ),
    ("recruits", &[], [5, 12]),
    ("eligibility", &["schools.S2.closing=yes"], [0, 12]),
];

#[test]
fn one_unit_tighter_costs_what_enumeration_says() {
    let seen: Vec<Seen> = (3000..3000 + by_night(COUNTIES[0], COUNTIES[1]))
        .into_par_iter()
        .map(county)
        .collect();
    let mut sum = Seen::new();
    for (rule, number) in seen.into_iter().flatten() {
        let of_rule = sum.entry(rule).or_default();
        of_rule
            .iter_mut()
            .zip(number)
            .for_each(|(sum, by)| *sum += by);
    }
    for (rule, _, least) in RULES {
        let is = sum.get(rule).copied().unwrap_or_default();
        let enough = |which: usize| is[which] >= by_night(least[which].div_euclid(6), least[which]);
        assert!(enough(0) && enough(1), "{rule}: {sum:?}");
    }
    let all = sum.values().flatten().sum::<usize>();
    assert!(all >= by_night(80, 300), "{sum:?}");
}

/// Changes that make a random county in which one rule must hold and others may be off.
fn drawn(draw: &mut TestRng, seed: u64) -> (&'static str, Vec<String>) {
    let mut changes = changes(draw);
    let (rule, make, _) = RULES[usize::try_from(seed).unwrap() % RULES.len()];
    for (other, _, _) in RULES.iter().filter(|one| one.0 != rule) {
        if *other != "eligibility" && below(draw, 4) > 0 {
            let force = one_of(draw, &["off", "goal"]);
            changes.push(format!("policy.{other}.force={force}"));
        }
    }
    changes.push(format!("policy.{rule}.force=must"));
    if ["school_quota", "recruits"].contains(&rule) {
        changes.push("policy.school_quota.split=in_force".to_owned());
        for school in ["S1", "S2", "S3"] {
            let heads = below(draw, 4);
            changes.push(format!("schools.{school}.quota={heads}"));
        }
    }
    if ["must_open_subjects", "village_subjects"].contains(&rule) {
        let stays = |no: &usize| !changes.contains(&format!("teachers.T{no:02}=-"));
        let ids: Vec<usize> = (1..=8).filter(stays).collect();
        let (few, rest) = ids.split_at(ids.len().min(3));
        for no in rest.iter().filter(|no| **no != 7) {
            changes.push(format!("teachers.T{no:02}=-"));
        }
        for no in few {
            changes.push(format!("teachers.T{no:02}.subject=maths"));
            changes.push(format!("teachers.T{no:02}.certified_subjects=maths"));
        }
    }
    changes.extend(make.iter().map(|one| (*one).to_owned()));
    (rule, changes)
}

/// Checks the prices of one rule in one county.
fn county(seed: u64) -> Seen {
    let mut seen = Seen::new();
    let mut draw = random(seed);
    let (rule, changes) = drawn(&mut draw, seed);
    let Ok((mut roster, book)) = try_patched(BASE, &changes) else {
        return seen;
    };
    let options = Options::default();
    // Where there is no plan, what would help is granted.
    let none = decide(&Facts::new(&roster, &book), &options, false, &Silent).unwrap();
    if none.plan().is_none() {
        let ways = repairs(&Facts::new(&roster, &book), &options, &Silent).unwrap();
        for one in ways.into_iter().take(1).flat_map(|one| one.reliefs) {
            let approved = waiver(one.rule.key(), &one.about, one.amount);
            roster.waivers.push(approved);
        }
    }
    // Some other posts may stay empty too, so that one can give way to another.
    if rule == "teaching_posts" {
        let facts = Facts::new(&roster, &book);
        let sites: Vec<String> = facts.post_nos().map(|no| facts.post_site(no)).collect();
        for site in sites.iter().filter(|_| below(&mut draw, 2) == 0) {
            roster.waivers.push(waiver(rule, site, 1));
        }
    }
    let facts = Facts::new(&roster, &book);
    let Some(plans) = plans(&facts).filter(|plans| plans.len() <= MOST_PLANS) else {
        return seen;
    };
    let about = format!("county {seed}: {changes:?} {:?}", roster.waivers);
    let decision = decide(&facts, &options, false, &Silent).unwrap();
    if let Some(plan) = decision.plan() {
        let program = build(&facts, false);
        let (prices, _) = prices(
            &program,
            plan,
            Some(lungang::policy::RuleId::new(rule)),
            &options,
        )
        .unwrap();
        for price in prices.iter().take(3) {
            check(&facts, &plans, plan, price, &about, &mut seen);
        }
    }
    seen
}

fn waiver(rule: &str, about: &str, amount: i64) -> Waiver {
    Waiver {
        rule: rule.into(),
        about: about.into(),
        amount,
        reason: "case".into(),
        author: "case".into(),
        date: String::new(),
        place: Place::default(),
        about_place: Place::default(),
    }
}

/// Checks what a price says of one unit tighter.
pub(super) fn check(
    facts: &Facts<'_>,
    plans: &[Placement],
    plan: &Decided,
    price: &Price,
    about: &str,
    seen: &mut Seen,
) {
    let Some(said) = &price.tighter else { return };
    let mut roster = facts.roster.clone();
    roster
        .waivers
        .push(waiver(price.rule.key(), &price.about, -1));
    let tight = Facts::new(&roster, facts.book);
    let order = order(&tight);
    let waived = |facts: &Facts<'_>, plan: &Placement| {
        let rules = audit(facts, plan).rules;
        let of_rule = rules.iter().find(|one| one.rule == price.rule);
        of_rule.map_or(0, |one| one.waived)
    };
    let values = plans.iter().filter_map(|plan| {
        let judged = audit(&tight, plan);
        let of_rule = judged.rules.iter().find(|one| one.rule == price.rule)?;
        let is_checked = of_rule.waived < waived(facts, plan);
        let asked = is_checked || has_one_left(facts, plan, price);
        (judged.holds() && asked).then(|| {
            let value = |goal| judged.goals.get(goal).copied().unwrap_or(0);
            order.iter().map(value).collect::<Vec<i64>>()
        })
    });
    let best = values.min();
    let of_rule = seen.entry(price.rule.key()).or_default();
    let Some(best) = best else {
        assert_eq!(said.ended, Ended::NoPlanExists, "{about}: {price:?}");
        of_rule[1] += 1;
        return;
    };
    assert_eq!(said.ended, Ended::Proved, "{about}: {price:?}");
    for (goal, best) in order.iter().zip(best) {
        let by = said.goals.get(goal).copied().unwrap_or(0);
        assert_eq!(plan.goal(*goal) + by, best, "{about}: {goal:?} {price:?}");
    }
    of_rule[0] += 1;
}

/// Whether a plan in which nothing happens at the place keeps one unit to spare there.
fn has_one_left(facts: &Facts<'_>, plan: &Placement, price: &Price) -> bool {
    let (school, more) = price.about.split_once(',').unwrap_or((&price.about, ""));
    let no = facts.roster.find_school(school).unwrap();
    let school = facts.roster.school(no);
    let waived = facts.waived(price.rule, &price.about);
    let number = |length: usize| i64::try_from(length).unwrap();
    let left = match price.rule.key() {
        "dormitory_beds" => i64::from(school.beds),
        "leavers_cap" => {
            let here = facts.standing.iter();
            let here = here.filter(|stand| stand.base == Some(no)).count();
            let share = facts.book.share(price.rule.key(), "at_most");
            share.floor_of(number(here))
        }
        // A net gain of one, where nobody leaves.
        "surplus_first" => {
            let gains = plan.moves.iter().filter(|one| {
                let own = facts.profile(facts.stands(one.teacher).profile).own;
                one.to == no && own.key() == more
            });
            number(gains.count())
        }
        // Nobody comes; whoever leaves makes room.
        "recruits" => {
            let quota = &facts.quota[no.0];
            let leaves = plan.moves.iter().filter(|one| {
                let who = facts.roster.teacher(one.teacher);
                one.quota_goes
                    && who.employment == Employment::OnQuota
                    && who.quota_school == no
                    && one.to != no
            });
            let room = quota.given - quota.heads_base;
            if room < 0 {
                0
            } else {
                room + number(leaves.count())
            }
        }
        other => panic!("{other} has no check at {}: {plan:?}", price.about),
    };
    left + waived >= 1
}
