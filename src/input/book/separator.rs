//! Which mark separates the cells of a text file.

use crate::input::meanings;

/// The comma of Chinese text.
pub(super) const FULL_WIDTH: char = '，';
/// Stands for it while the rows are split: a character that no text holds.
pub(super) const STAND_IN: char = '\u{1f}';

const MARKS: [char; 4] = [',', '\t', ';', FULL_WIDTH];

/// The mark that gives the most known heads within one of the first lines, else the most cells in
/// the first line; with the number of known heads.
pub(super) fn best(text: &str, lines: usize) -> (char, usize) {
    let head = |mark: char| {
        let known = text.lines().take(lines).map(|line| {
            let cells = line.split(mark).map(|cell| cell.trim_matches('"'));
            cells.filter(|cell| meanings::is_known(cell)).count()
        });
        known.max().unwrap_or(0)
    };
    let first = text.lines().next().unwrap_or_default();
    let mut best = (',', 0, 0);
    for mark in MARKS {
        let (known, cells) = (head(mark), first.matches(mark).count());
        if (known, cells) > (best.1, best.2) {
            best = (mark, known, cells);
        }
    }
    (best.0, best.1)
}

/// The byte by which the rows are split.
pub(super) fn byte(mark: char) -> u8 {
    let mark = if mark == FULL_WIDTH { STAND_IN } else { mark };
    u8::try_from(mark).unwrap_or(b',')
}
