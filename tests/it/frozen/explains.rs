//! Every question about a plan.

use super::county::County;
use super::group::Group;

/// Asks about people, schools, rules and prices, and writes notices.
pub(super) fn all(group: &mut Group, county: &County) {
    let given = &county.planned;
    let explain = format!("explain {} plan.json", county.folder);
    let chosen = &county.chosen;
    for id in &chosen.teachers {
        group.long(
            given,
            &format!("{explain} --teacher {id} --notices notices"),
        );
    }
    group.both(given, &format!("{explain} --notices notices"));
    let most = if county.slow { 1 } else { usize::MAX };
    for id in chosen.schools.iter().take(most) {
        group.long(given, &format!("{explain} --school {id}"));
    }
    for id in &chosen.rules {
        group.long(given, &format!("{explain} --rule {id}"));
    }
    if !county.slow {
        group.long(given, &format!("{explain} --prices"));
    }
    for (flag, id) in [
        ("teacher", "T99999"),
        ("school", "S999"),
        ("rule", "no_such_rule"),
    ] {
        group.both(given, &format!("{explain} --{flag} {id}"));
    }
}
