//! How large a count of a policy may be: a number beyond these is a slip of the hand, and is told before
//! anything is reckoned with it.

/// The largest count by what the key of a value counts: a word of the key, and the most that it may be.
/// The first word that the key has decides.
const BY_WORD: &[(&str, i64)] = &[
    ("weight", 1_000),
    // No posting lasts longer than six years, and nobody works more than full time.
    ("length", 72),
    ("share", 100),
    ("months", 1_200),
    ("month", 1_200),
    ("years", 100),
    ("age", 150),
    ("minutes", 10_000),
    ("minute", 10_000),
    ("point", 10_000),
    ("district", 10_000),
    ("group", 10_000),
    ("hardship", 10_000),
];

/// The largest count of anything else: pupils of a county, or a year with its month.
const OTHERWISE: i64 = 1_000_000;

/// The largest count that a value with this key may be.
pub(super) fn most(key: &str) -> i64 {
    let of = |word: &str| key.split('_').any(|part| part == word);
    let known = BY_WORD.iter().find(|(word, _)| of(word));
    known.map_or(OTHERWISE, |(_, most)| *most)
}
