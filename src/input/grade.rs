//! Grades 1–12 in the spellings of school and teacher tables.

use super::spelling;

const NAMES: [&[&str]; 12] = [
    &["一年级", "小一"],
    &["二年级", "小二"],
    &["三年级", "小三"],
    &["四年级", "小四"],
    &["五年级", "小五"],
    &["六年级", "小六"],
    &["七年级", "初一", "初中一年级"],
    &["八年级", "初二", "初中二年级"],
    &["九年级", "初三", "初中三年级"],
    &["高一", "高一年级", "十年级"],
    &["高二", "高二年级", "十一年级"],
    &["高三", "高三年级", "十二年级"],
];

/// The grade with this Chinese name, with or without its stage in front, in figures or in words.
pub(super) fn find(word: &str) -> Option<u8> {
    let named = |word: &str| {
        let mut all = (1u8..).zip(NAMES);
        all.find(|(_, names)| names.contains(&word))
            .map(|(grade, _)| grade)
    };
    if let Some(grade) = named(word) {
        return Some(grade);
    }
    let tight = spelling::tight(word);
    named(&tight)
        .or_else(|| named(spelling::without_stage(&tight)?))
        .or_else(|| tight.strip_suffix("年级")?.parse().ok())
}
