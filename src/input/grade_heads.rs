//! Heads of tables of classes that have a column for each grade.

use super::heads::plain;
use super::spelling;

/// What stands behind the grade in a head, and the column that is meant; nothing behind it: pupils class by class, or
/// all of them.
const BEHIND: [(&str, &str); 13] = [
    ("班级数", "classes"),
    ("班额数", "classes"),
    ("班数", "classes"),
    ("班", "classes"),
    ("各班学生数", "pupils"),
    ("各班人数", "pupils"),
    ("在校生数", "total_pupils"),
    ("在校生", "total_pupils"),
    ("学生总数", "total_pupils"),
    ("学生数", "total_pupils"),
    ("学生", "total_pupils"),
    ("人数", "total_pupils"),
    ("", "pupils"),
];
/// A column that is that of a grade.
#[derive(Debug, Clone, Copy)]
pub(super) struct GradeColumn {
    /// Where it stands, from 0.
    pub(super) at: usize,
    /// The grade.
    pub(super) grade: u8,
    /// The column of the table of classes that it fills.
    pub(super) key: &'static str,
}

/// Where the columns of grades stand, two of them at least.
pub(super) fn places(head: &[String]) -> Vec<usize> {
    columns(head).into_iter().map(|one| one.at).collect()
}

/// The same, each with its grade and what it says of it.
pub(super) fn columns(head: &[String]) -> Vec<GradeColumn> {
    let heads = head.iter().enumerate();
    let found = heads.filter_map(|(at, head)| {
        let head = plain(head);
        BEHIND.iter().find_map(|(behind, key)| {
            let word = head.trim_end_matches(')').strip_suffix(behind)?;
            let word = word.trim_matches(['(', ')', '-', '_', '·']);
            // A grade that there is not is told where its pupils stand.
            let is_grade = |grade: &u8| (1..=12).contains(grade) || word.contains("年级");
            let grade = spelling::grade(word).filter(is_grade)?;
            Some(GradeColumn { at, grade, key })
        })
    });
    let found: Vec<GradeColumn> = found.collect();
    if found.len() > 1 { found } else { Vec::new() }
}
