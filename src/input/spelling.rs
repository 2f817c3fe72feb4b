//! Numbers, months, lists and yes or no, in the spellings that real tables use.

use crate::domain::Month;

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
    matches!(text, "" | "-" | "－" | "—" | "——" | "/" | "／")
}

/// A whole number: `38`, `１，６８５`, `7.0`.
pub(super) fn whole(text: &str) -> Option<i64> {
    let text = plain(text).replace(',', "");
    let text = text.trim();
    let digits = text
        .split_once('.')
        .filter(|(_, rest)| !rest.is_empty() && rest.bytes().all(|byte| byte == b'0'))
        .map_or(text, |(digits, _)| digits);
    digits.parse().ok()
}

/// Yes or no.
pub(super) fn flag(text: &str) -> Option<bool> {
    match plain(text).to_lowercase().as_str() {
        "是" | "有" | "yes" | "y" | "true" | "1" | "√" | "✓" => Some(true),
        "否" | "无" | "不是" | "没有" | "no" | "n" | "false" | "0" | "×" => Some(false),
        _ => None,
    }
}

/// A month: `1987-03`, `1987-03-05`, `1987.3`, `1987/3/5`, `1987年3月`, `198703`.
pub(super) fn month(text: &str) -> Option<Month> {
    let text = plain(text);
    let date = text.split_whitespace().next()?;
    if date.len() == 6 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, month) = date.split_at_checked(4)?;
        return format!("{year}-{month}").parse().ok();
    }
    let parts: Vec<u32> = date
        .split(['-', '/', '.', '年', '月', '日'])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    match parts[..] {
        [year @ 1900..=2200, month] => format!("{year:04}-{month:02}").parse().ok(),
        [year @ 1900..=2200, month, day] => format!("{year:04}-{month:02}-{day:02}").parse().ok(),
        _ => None,
    }
}

/// Degrees of longitude or latitude.
pub(super) fn degrees(text: &str) -> Option<f64> {
    plain(text)
        .trim_end_matches('°')
        .trim()
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

/// The members of a list: split on `;`, `、`, `,` and their full-width forms.
pub(super) fn list(text: &str) -> Vec<&str> {
    text.split([';', '；', '、', ',', '，'])
        .map(str::trim)
        .filter(|one| !one.is_empty())
        .collect()
}

/// A number that a spreadsheet has written in scientific notation or with decimals.
pub(super) fn is_ruined_id(text: &str) -> bool {
    let number = text.parse::<f64>().is_ok() && !text.bytes().all(|byte| byte.is_ascii_digit());
    number && text.contains(['.', '+']) || text.bytes().all(|byte| byte == b'#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_real_tables_are_read() {
        for text in [
            "1987-03",
            "1987-03-05",
            "1987.3",
            "1987/3/5 下午 04:58:00",
            "1987年3月",
            "198703",
            "１９８７年０３月",
        ] {
            assert_eq!(
                month(text).map(|month| month.to_string()),
                Some("1987-03".into()),
                "{text}"
            );
        }
        for text in ["1987", "1987-13", "87-03", "三月", "1987-02-30", ""] {
            assert_eq!(month(text), None, "{text}");
        }
        assert_eq!(
            (whole("１，６８５"), whole("7.0"), whole("7.5"), whole("七")),
            (Some(1685), Some(7), None, None)
        );
        assert_eq!(list("38；41、40,"), ["38", "41", "40"]);
        assert!(is_ruined_id("3.50102E+17") && is_ruined_id("3135003211.0"));
        assert!(!is_ruined_id("011301") && !is_ruined_id("S01"));
    }
}
