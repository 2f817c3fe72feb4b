//! Which clause of the policy documents is served by what.

/// Clause id of a rule that a county sets for itself.
pub const LOCAL: &str = "L";

/// The national sections that may be cited.
const SECTIONS: &[&str] = &[
    "N2.1", "N2.2", "N2.3", "N2.4", "N2.5", "N2.6", "N2.7", "N2.8", "N2.9", "N3.1", "N3.2", "N3.3",
    "N3.4", "N4", "N6", "N7",
];

/// Last clause of each of the five documents.
const DOCUMENTS: &[(char, u32)] = &[('A', 38), ('Z', 33), ('R', 47), ('T', 21), ('D', 36)];

/// Whether a clause id may be cited.
pub fn knows(id: &str) -> bool {
    let clause = |letter: char, last: u32| {
        let number = id.strip_prefix(letter).and_then(|rest| rest.parse().ok());
        number.is_some_and(|number: u32| (1..=last).contains(&number))
    };
    id == LOCAL
        || SECTIONS.contains(&id)
        || DOCUMENTS
            .iter()
            .any(|(letter, last)| clause(*letter, *last))
}
