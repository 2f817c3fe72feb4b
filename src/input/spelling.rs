//! Numbers, months, grades, lists and yes or no, in the spellings that real tables use.

use crate::domain::Month;
use calamine::{ExcelDateTime, ExcelDateTimeType};
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

/// What real tables call grades 1 to 12.
const GRADES: [&[&str]; 12] = [
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

/// Full-width digits and signs as their plain forms.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .map(|one| match one {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(one) - 0xfee0).unwrap_or(one),
            '\u{3000}' => ' ',
            other => other,
        })
        .collect()
}

/// Marks by which real tables say that a cell is blank.
pub(super) fn says_nothing(text: &str) -> bool {
    matches!(
        text,
        "" | "-" | "－" | "—" | "——" | "--" | "/" | "／" | "\\"
    )
}

/// Words by which real tables say that there is nothing, or that it is not known.
pub(super) fn means_nothing(text: &str) -> bool {
    matches!(
        tight(text).to_lowercase().as_str(),
        "无" | "暂无"
            | "没有"
            | "空"
            | "空白"
            | "不详"
            | "不明"
            | "未知"
            | "未填"
            | "n/a"
            | "na"
            | "null"
            | "none"
            | "nil"
    )
}

/// Words by which real tables say that something is not known, rather than that there is none.
pub(super) fn is_unknown(text: &str) -> bool {
    let text = tight(text).to_lowercase();
    means_nothing(&text)
        && !matches!(
            text.as_str(),
            "无" | "暂无" | "没有" | "空" | "none" | "nil"
        )
}

/// A code as it is compared: in one width, without blanks at either end.
pub(super) fn code(text: &str) -> String {
    plain(text).trim().to_owned()
}

/// A whole number: `38`, `１，６８５`, `7.0`.
pub(super) fn whole(text: &str) -> Option<i64> {
    let text = plain(text);
    let text = ungrouped(text.trim())?;
    let text = text.trim();
    let digits = text
        .split_once('.')
        .filter(|(_, rest)| !rest.is_empty() && rest.bytes().all(|byte| byte == b'0'))
        .map_or(text, |(digits, _)| digits);
    digits.parse().ok()
}

/// Figures without the commas between thousands; none where a comma stands anywhere else: `7,8` is a list, or seven and
/// eight tenths, and no number that could be guessed.
fn ungrouped(text: &str) -> Option<String> {
    let whole = text.split_once('.').map_or(text, |one| one.0);
    let mut groups = whole.split(',');
    let first = groups.next()?.trim_start_matches(['-', '+']);
    let grouped = groups.clone().count() > 0;
    let sound = groups.all(|group| group.len() == 3) && (1..=3).contains(&first.len());
    (!grouped || sound).then(|| text.replace(',', ""))
}

/// The units by which real tables count what a column counts in the first of them.
const UNITS: [&[&str]; 7] = [
    &["人", "名", "位", "个"],
    &["个", "个班", "班", "个岗位"],
    &["张", "床", "个", "张床", "个床位", "床位"],
    &["节/周", "节", "课时", "节课", "课时/周"],
    &["间", "间教室", "个"],
    &["元/月", "元", "元每月"],
    &["分钟", "分"],
];

/// A whole number with its unit behind: `14节`, `4床`.
pub(super) fn with_unit(text: &str, unit: &str) -> Option<i64> {
    let text = tight(text);
    let figures = text.trim_end_matches(|one: char| !one.is_ascii_digit());
    let behind = text.strip_prefix(figures)?;
    let mut all = UNITS.iter().filter(|one| one.first() == Some(&unit));
    let known = behind == unit || all.any(|one| one.contains(&behind));
    whole(figures).filter(|_| known && !unit.is_empty() && !behind.is_empty())
}

/// Whether a number has the unit behind by which anything is counted.
pub(super) fn counts_anything(text: &str) -> bool {
    tight(text).ends_with('个')
}

/// Whole per cent: `50%`, or a share of one such as `0.5`.
pub(super) fn per_cent(text: &str) -> Option<i64> {
    let text = tight(text);
    if let Some(figures) = text.strip_suffix('%') {
        return whole(figures);
    }
    let (one, behind) = text.split_once('.').unwrap_or((&text, "0"));
    let hundredths = format!("{:0<2}", behind.trim_end_matches('0'));
    let plain = hundredths.len() == 2 && hundredths.bytes().all(|byte| byte.is_ascii_digit());
    let number = whole(one)? * 100 + hundredths.parse::<i64>().ok()?;
    (plain && (1..=100).contains(&number)).then_some(number)
}

/// Yes or no.
pub(super) fn flag(text: &str) -> Option<bool> {
    match plain(text).to_lowercase().as_str() {
        "是" | "有" | "yes" | "y" | "true" | "1" | "√" | "✓" => Some(true),
        "否" | "无" | "不是" | "没有" | "no" | "n" | "false" | "0" | "×" => Some(false),
        _ => None,
    }
}

/// How a cell reads as a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MonthRead {
    /// In one way.
    Month(Month),
    /// As the serial number of a date in a spreadsheet.
    Serial(Month),
    /// In two ways.
    Two(Month, Month),
}

/// A month: `1987-03`, `1987-03-05`, `1987.3`, `1987/3/5`, `1987年3月`, `198703`, `19870305`, or the
/// serial number of a date. `1987.1` may have been `1987.10` before a spreadsheet read it as a
/// number.
pub(super) fn month(text: &str) -> Option<MonthRead> {
    let text = plain(text);
    let date = text.split_whitespace().next()?;
    if date.len() == 5
        && let Ok(number) = date.parse()
    {
        return serial(number).map(Month::of).map(MonthRead::Serial);
    }
    if let Some(year) = date.strip_suffix(".1")
        && year.len() == 4
    {
        let month = |number: &str| format!("{year}-{number}").parse().ok();
        return Some(MonthRead::Two(month("01")?, month("10")?));
    }
    let month = match parts(date)?[..] {
        [year @ 1900..=2200, month] => format!("{year:04}-{month:02}").parse().ok(),
        _ => day(date).map(Month::of),
    };
    month.map(MonthRead::Month)
}

/// A day: `2026-08-31`, `2026/8/31`, `2026.8.31`, `2026年8月31日`, `20260831`.
pub fn day(text: &str) -> Option<Date> {
    let text = plain(text);
    match parts(text.split_whitespace().next()?)?[..] {
        [year @ 1900..=2200, month, day] => format!("{year:04}-{month:02}-{day:02}").parse().ok(),
        _ => None,
    }
}

/// Year, month and day as far as they are written, apart or, in six or eight figures, together.
fn parts(date: &str) -> Option<Vec<u32>> {
    let together = matches!(date.len(), 6 | 8) && date.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = if together {
        vec![date.get(..4)?, date.get(4..6)?, date.get(6..)?]
    } else {
        date.split(['-', '/', '.', '年', '月', '日']).collect()
    };
    let written = parts.into_iter().filter(|part| !part.is_empty());
    written.map(|part| part.parse().ok()).collect()
}

/// The day with this serial number in a spreadsheet, between 1930 and 2100.
fn serial(number: u32) -> Option<Date> {
    let time = ExcelDateTime::new(f64::from(number), ExcelDateTimeType::DateTime, false);
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    let number = |one: u8| i8::try_from(one).ok();
    let year = i16::try_from(year).ok()?;
    let date = Date::new(year, number(month)?, number(day)?).ok();
    date.filter(|_| (1930..2100).contains(&year))
}

/// Words that say that something goes on.
pub(super) fn goes_on(text: &str) -> bool {
    matches!(text, "至今" | "现在" | "今" | "在任")
}

/// What a spreadsheet shows in the place of a value that it cannot reckon.
pub(super) fn is_cell_error(text: &str) -> bool {
    text.starts_with('#')
        && matches!(
            text.to_uppercase().as_str(),
            "#N/A"
                | "#REF!"
                | "#VALUE!"
                | "#DIV/0!"
                | "#NAME?"
                | "#NUM!"
                | "#NULL!"
                | "#GETTING_DATA"
        )
}

/// A word in one width, without blanks.
pub(super) fn tight(text: &str) -> String {
    text.nfkc().filter(|one| !one.is_whitespace()).collect()
}

/// A name by which persons are compared: in one width, without blanks, with one kind of point.
pub(super) fn name(text: &str) -> String {
    let points = ['•', '・', '･', '‧', '.', '．', '●', '∙'];
    tight(text).replace(points, "·")
}

/// The subject of `小学语文`, without the stage in front.
pub(super) fn without_stage(text: &str) -> Option<&str> {
    let mut stages = ["小学", "初中", "高中", "中学", "初级中学", "高级中学"].iter();
    let rest = stages.find_map(|stage| text.strip_prefix(stage));
    rest.filter(|rest| !rest.is_empty())
}

/// The grade with this Chinese name, with or without its stage in front, in figures or in words.
pub(super) fn grade(word: &str) -> Option<u8> {
    let named = |word: &str| {
        let found = (1u8..).zip(GRADES).find(|(_, names)| names.contains(&word));
        found.map(|(grade, _)| grade)
    };
    let tight = tight(word);
    named(word)
        .or_else(|| named(&tight))
        .or_else(|| named(without_stage(&tight)?))
        .or_else(|| tight.strip_suffix("年级")?.parse().ok())
}

/// The grade that the name of a class begins with, such as `三（2）班`, `初一3班` or `三年级二班`; a number alone, such as
/// `301班`, is none.
pub(super) fn grade_of_class(name: &str) -> Option<u8> {
    let tight = tight(name);
    let ends = tight.char_indices().map(|(at, one)| at + one.len_utf8());
    let ends: Vec<usize> = ends.collect();
    let mut words = ends.iter().rev().filter_map(|end| tight.get(..*end));
    let whole = words.find_map(grade);
    whole.or_else(|| {
        let (word, _) = tight.split_once(['(', '（', '-', '.'])?;
        let word = word.trim();
        grade(&format!("{word}年级"))
    })
}

/// Degrees of longitude or latitude.
pub(super) fn degrees(text: &str) -> Option<f64> {
    let text = plain(text);
    let number: Option<f64> = text.trim_end_matches('°').trim().parse().ok();
    number.filter(|number| number.is_finite())
}

/// The members of a list: split on `;`, `、`, `,`, `/` and their full-width forms.
pub(super) fn list(text: &str) -> Vec<&str> {
    text.split([';', '；', '、', ',', '，', '/', '／', '\n'])
        .map(str::trim)
        .filter(|one| !one.is_empty())
        .collect()
}

/// A number that a spreadsheet has written in scientific notation or with decimals.
pub(super) fn is_ruined_id(text: &str) -> bool {
    let number = text.parse::<f64>().is_ok() && !text.bytes().all(|byte| byte.is_ascii_digit());
    number && text.contains(['.', '+']) || !text.is_empty() && text.bytes().all(|byte| byte == b'#')
}
