//! Schools of one name are told apart by their codes, wherever a name alone would leave open which is meant.

use super::spelling;
use crate::domain::School;
use std::collections::BTreeMap;

/// The name of a school with its code behind.
fn with_code(name: &str, id: &str) -> String {
    format!("{name}（{id}）")
}

/// Puts the code behind the name of every school that shares it with another.
pub(super) fn tell_apart<'s>(all: impl Iterator<Item = (&'s str, &'s mut String)>) {
    let mut named: BTreeMap<String, Vec<(&str, &mut String)>> = BTreeMap::new();
    for (id, name) in all {
        named
            .entry(spelling::tight(name))
            .or_default()
            .push((id, name));
    }
    let alike = named.into_values().filter(|all| all.len() > 1);
    for (id, name) in alike.flatten() {
        *name = with_code(name, id);
    }
}

/// The name of a school as its table has it, where its code was put behind.
pub(super) fn bare(school: &School) -> Option<&str> {
    school.name.strip_suffix(&with_code("", &school.id))
}
