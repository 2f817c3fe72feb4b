//! Class and school sizes, which no plan changes: a must-rule that is broken leaves no plan, a special
//! approval of the very amount brings it back, and a goal weighs nothing.

use crate::patched::patched;
use lungang::decide::{conflict, decide, repairs};
use lungang::domain::{Roster, Waiver};
use lungang::facts::Facts;
use lungang::finding::Place;
use lungang::policy::{GoalId, RuleBook};
use lungang::solve::{Options, Silent};

/// A rule, what breaks it, and by how much at which place.
type Broken = (
    &'static str,
    &'static [&'static str],
    &'static [(&'static str, i64)],
);

const BROKEN: &[Broken] = &[
    (
        "class_sizes",
        &[
            "classes.S1.pupils=46;60",
            "classes.S4.pupils=51;50",
            "policy.class_sizes.large_share_at_most=5%",
            "policy.class_sizes.no_new_large=yes",
            "policy.class_sizes.last_large=0",
        ],
        &[
            ("S1", 2),
            ("S4", 1),
            ("large_share_at_most", 1),
            ("no_new_large", 1),
        ],
    ),
    (
        "school_sizes",
        &[
            "policy.school_sizes.primary_at_most=70",
            "policy.school_sizes.junior_at_most=79",
        ],
        &[("S1", 10), ("S4", 1)],
    ),
];

fn county(changes: &[&str], force: (&str, &str)) -> (Roster, RuleBook) {
    let mut changes: Vec<String> = changes.iter().map(|one| (*one).to_owned()).collect();
    changes.push(format!("policy.{}.force={}", force.0, force.1));
    patched("tests/golden/rules/base", &changes)
}

/// The goals of the plan; none where there is no plan.
fn goals(roster: &Roster, book: &RuleBook) -> Option<Vec<i64>> {
    let facts = Facts::new(roster, book);
    let decision = decide(&facts, &Options::default(), false, &Silent).unwrap();
    let plan = decision.plan()?;
    let all = GoalId::ALL.iter().map(|goal| plan.goal(*goal));
    Some(all.collect())
}

#[test]
fn what_no_plan_changes_leaves_none_or_weighs_nothing() {
    for (rule, changes, places) in BROKEN {
        let (roster, book) = county(changes, (rule, "off"));
        let without = goals(&roster, &book);
        assert!(without.is_some(), "{rule}");
        let (roster, book) = county(changes, (rule, "goal"));
        assert_eq!(goals(&roster, &book), without, "{rule} as a goal");
        let (mut roster, book) = county(changes, (rule, "must"));
        assert_eq!(goals(&roster, &book), None, "{rule}");
        let facts = Facts::new(&roster, &book);
        let found = conflict(&facts, &Options::default(), &Silent).unwrap();
        let members = found.unwrap().members;
        let named: Vec<&str> = members.iter().map(|one| one.rule.key()).collect();
        assert_eq!(named, [*rule]);
        let ways = repairs(&facts, &Options::default(), &Silent).unwrap();
        let mut reliefs: Vec<_> = ways[0]
            .reliefs
            .iter()
            .map(|one| (one.about.as_str(), one.amount))
            .collect();
        reliefs.sort_unstable();
        assert_eq!(reliefs, *places, "{rule}");
        for (about, amount) in *places {
            assert_eq!(goals(&roster, &book), None, "{rule} before {about}");
            roster.waivers.push(Waiver {
                rule: (*rule).to_owned(),
                about: (*about).to_owned(),
                amount: *amount,
                reason: "用例".into(),
                author: "用例".into(),
                date: String::new(),
                place: Place::default(),
                about_place: Place::default(),
            });
        }
        assert_eq!(goals(&roster, &book), without, "{rule} lifted");
    }
}
