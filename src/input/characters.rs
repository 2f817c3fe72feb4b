//! Characters that do not belong in a cell: those that nobody sees, those that no cell may hold, and those that
//! stand for one that was lost.

/// What a cell is without the marks that were copied into it unseen, or put before it so that a spreadsheet
/// keeps it as text; with the first of these marks.
pub(super) fn without_marks(text: &str) -> Option<(String, char)> {
    let quote = |one: char| matches!(one, '\'' | '’' | '‘' | '`' | '＇');
    let first = text.chars().find(|one| is_invisible(*one));
    let text: String = text.chars().filter(|one| !is_invisible(*one)).collect();
    let text = text.trim();
    let quoted = text.chars().next().filter(|one| quote(*one));
    let bare = text.trim_start_matches(quote);
    let quoted = quoted.filter(|_| !bare.is_empty() && !bare.contains(quote));
    let bare = if quoted.is_some() { bare } else { text };
    Some((bare.trim().to_owned(), first.or(quoted)?))
}

/// Whether a character takes no room and says nothing: zero-width spaces and joiners, marks of direction without
/// effect, the soft hyphen.
fn is_invisible(one: char) -> bool {
    matches!(
        one,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
    )
}

/// Whether a cell is blank to the eye.
pub(super) fn looks_blank(text: &str) -> bool {
    text.chars()
        .all(|one| one.is_whitespace() || is_invisible(one))
}

/// The first character of a cell that no cell may hold: a control, one that turns the direction of writing, or
/// none at all.
pub(super) fn bad_character(text: &str) -> Option<char> {
    let bad = |one: char| {
        let turns = matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let none = matches!(one, '\u{fdd0}'..='\u{fdef}') || u32::from(one) & 0xfffe == 0xfffe;
        turns || none || one.is_control() && !matches!(one, '\n' | '\r' | '\t')
    };
    text.chars().find(|one| bad(*one))
}

/// Whether a character of a name has been lost: a sign in its place, or one that only the maker of
/// some font knows.
pub(super) fn is_lost(one: char) -> bool {
    matches!(
        one,
        '?' | '？' | '□' | '■' | '\u{fffd}' | '〓' | '\u{e000}'..='\u{f8ff}'
    )
}
