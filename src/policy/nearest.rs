//! The known word that a mistyped one most likely stands for.

use serde_json::{Value, json};

/// A clause such as `（是否为 must？）` in both languages, empty when nothing is near.
pub fn hint<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Value {
    match nearest(word, known) {
        Some(best) => json!({
            "zh": format!("（是否为“{best}”？）"),
            "en": format!(" (did you mean \"{best}\"?)"),
        }),
        None => json!(""),
    }
}

/// The nearest by letters changed, if at most a third of the word is wrong; where hardly a letter is the same, the
/// shortest of which it is a part.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let all = known.map(|one| (letters_changed(word, one), one));
    let all: Vec<(usize, &str)> = all.collect();
    let (changed, best) = *all.iter().min_by_key(|(changed, _)| *changed)?;
    let length = word.chars().count();
    let whole = all.iter().filter(|(_, one)| one.contains(word));
    let whole = whole.min_by_key(|(changed, _)| *changed);
    match whole.filter(|_| changed * 2 > length) {
        Some((_, whole)) => Some(whole),
        // Something of the word must be there.
        None => (changed * 3 <= length.max(6) && changed < length.max(1)).then_some(best),
    }
}

/// Whether one of the known words differs from a word by so few letters.
pub fn is_within<'a>(word: &str, mut known: impl Iterator<Item = &'a str>, letters: usize) -> bool {
    known.any(|one| letters_changed(word, one) <= letters)
}

/// Letters to insert, delete or replace between two words (Levenshtein distance).
fn letters_changed(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (no, letter) in from.chars().enumerate() {
        let mut corner = no;
        row[0] = no + 1;
        for (at, other) in to.iter().enumerate() {
            let replaced = corner + usize::from(letter != *other);
            corner = row[at + 1];
            row[at + 1] = replaced.min(row[at] + 1).min(corner + 1);
        }
    }
    row[to.len()]
}
