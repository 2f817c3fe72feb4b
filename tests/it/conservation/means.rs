//! What an officer means by an odd cell, said here a second time, apart from the reader: the plain spelling that
//! must give the same roster. Where nothing can be meant the reader has to tell.

use lungang::domain::{Month, SUBJECTS};
use lungang::input::{CellKind, Column};
use unicode_normalization::UnicodeNormalization;

/// Odd cells.
pub(crate) const ODD: &[&str] = &[
    "",
    "无",
    "暂无",
    "没有",
    "至今",
    "现在",
    "不详",
    "待定",
    "空",
    "-",
    "－",
    "—",
    "——",
    "--",
    "/",
    "\\",
    "N/A",
    "null",
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "13年级",
    "0年级",
    "一年级",
    "初一",
    "0",
    "0.0",
    "1",
    "1.0",
    "01",
    "0.5",
    "1.5",
    "-1",
    "1e3",
    "4床",
    "14节",
    "3人",
    "2个",
    "45分钟",
    "100%",
    "50%",
    "150%",
    "7",
    "１４",
    "１００％",
    "1,685",
    "1，685",
    "'7",
    "’7",
    "\u{200b}7",
    "7\u{200b}",
    "7\u{2060}",
    "\u{2060}",
    "\u{200b}",
    "\u{feff}",
    "2020-09",
    "2020年9月",
    "２０２０－０９",
    "2020.1",
    "202009",
    "45000",
    "2020-13",
    "是",
    "否",
    "√",
    "×",
    "男",
    "小学",
    "语文",
    "语文;语文",
    "语文:4",
    "在岗",
    "=1+1",
    "+7",
    "@7",
    "a\u{7}b",
    "a\u{202e}b",
    "\u{fffe}",
    "某某某某",
];

const NOTHING: &[&str] = &[
    "", "无", "暂无", "没有", "不详", "空", "-", "—", "——", "--", "/", "\\", "N/A", "null",
];

fn invisible(one: char) -> bool {
    matches!(one, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}

/// What the eye sees of a cell, without an apostrophe in front.
pub(crate) fn seen(odd: &str) -> String {
    let seen: String = odd.chars().filter(|one| !invisible(*one)).collect();
    let seen = seen.trim();
    seen.strip_prefix(['\'', '’']).unwrap_or(seen).to_owned()
}

/// The plain spelling of a cell of this column; none where it has none.
pub(crate) fn plain(column: &Column, odd: &str) -> Option<String> {
    let seen = seen(odd);
    let seen = seen.as_str();
    let narrow: String = seen.nfkc().collect();
    if seen
        .chars()
        .any(|one| one.is_control() || matches!(one, '\u{202e}' | '\u{fffe}'))
        || seen.starts_with('#')
    {
        return None;
    }
    if NOTHING.contains(&narrow.as_str()) {
        let nothing = match column.kind {
            // 师德合格：无 may be that nothing is on file against her, or that she is not fit.
            CellKind::Flag if column.yes && narrow.chars().any(char::is_alphabetic) => return None,
            CellKind::Flag if narrow == "无" || narrow == "没有" => "否",
            _ => "",
        };
        let none = ["无", "暂无", "没有", "空", "-", "—", "——", "--", "/", "\\"]
            .contains(&narrow.as_str());
        let may = !column.required || column.or_from.is_some();
        if let (CellKind::Count(0, _), true, true, false) =
            (column.kind, none, column.required, column.unit.zh == "分钟")
        {
            return Some("0".to_owned());
        }
        return may.then(|| nothing.to_owned());
    }
    match column.kind {
        CellKind::FreeText => Some(seen.to_owned()),
        CellKind::Id => Some(narrow),
        CellKind::Count(..) if column.key == "grade" => grade(&narrow),
        CellKind::Count(..) | CellKind::Points => count(column, &narrow),
        CellKind::Counts(..) => number(&narrow).map(|one| one.to_string()),
        CellKind::Flag => flag(&narrow).map(str::to_owned),
        CellKind::Month => month(column, &narrow),
        CellKind::Degrees => narrow.parse().ok().map(|one: f64| one.to_string()),
        CellKind::Choice(all) | CellKind::Choices(all) => {
            let word = column.respelt(&narrow);
            all.iter()
                .find(|one| one.is_called(word))
                .map(|one| one.key.to_owned())
        }
        CellKind::Subject | CellKind::Subjects => {
            let first = narrow.split(';').next().unwrap_or_default();
            SUBJECTS
                .iter()
                .find(|one| one.is_called(first))
                .map(|one| one.key.to_owned())
        }
        CellKind::Parts => narrow.contains(':').then_some(narrow),
        // None of the words is a school or a teacher of these counties.
        CellKind::School | CellKind::Schools | CellKind::Teacher => None,
    }
}

fn number(word: &str) -> Option<i64> {
    let word = word.replace(',', "");
    let word = word.strip_suffix(".0").unwrap_or(&word);
    word.parse().ok()
}

fn count(column: &Column, word: &str) -> Option<String> {
    if column.unit.zh == "%" {
        let (figures, share) = match word.strip_suffix('%') {
            Some(figures) => (figures, 100.0),
            None => (
                word,
                if word.parse::<f64>().ok()? <= 1.0 {
                    1.0
                } else {
                    100.0
                },
            ),
        };
        let percent = figures.parse::<f64>().ok()? * 100.0 / share;
        return (percent.fract() == 0.0 && percent > 0.0).then(|| format!("{percent}"));
    }
    let bare = word.trim_end_matches(['床', '节', '人', '个', '分', '钟']);
    let own = column.unit.zh;
    let unit = word.strip_prefix(bare).unwrap_or_default();
    let fits = match unit {
        "" => true,
        "床" => own == "张",
        "节" => own == "节/周",
        "个" => ["个", "张", "人"].contains(&own),
        _ => own == unit,
    };
    number(bare).filter(|_| fits).map(|one| one.to_string())
}

fn grade(word: &str) -> Option<String> {
    match word {
        "一年级" => Some("1".to_owned()),
        "初一" => Some("7".to_owned()),
        _ => number(word)
            .filter(|one| (1..=12).contains(one))
            .map(|one| one.to_string()),
    }
}

fn flag(word: &str) -> Option<&'static str> {
    match word {
        "是" | "√" | "1" => Some("是"),
        "否" | "×" | "0" => Some("否"),
        _ => None,
    }
}

fn month(column: &Column, word: &str) -> Option<String> {
    match word {
        "至今" | "现在" => (column.key == "to").then(String::new),
        "2020年9月" | "202009" => Some("2020-09".to_owned()),
        "45000" => Some("2023-03".to_owned()),
        _ => word.parse::<Month>().ok().map(|one| one.to_string()),
    }
}
