//! Records of a table as text.

use crate::input::{Names, RecordTable};

/// Degrees from millionths of a degree.
pub(super) fn degrees(micro: i64) -> f64 {
    // Below 2^53, so exact before the division, which is rounded the same way everywhere.
    #[allow(clippy::cast_precision_loss, reason = "at most 180 million")]
    let whole = micro as f64;
    whole / 1_000_000.0
}

/// Degrees with six decimals.
pub(super) fn rounded(at: f64) -> f64 {
    format!("{at:.6}").parse().unwrap_or(at)
}

/// The records below the heads; columns that are blank everywhere are left out.
pub(super) fn csv<T>(table: &RecordTable<T>, records: &[T], names: &Names<'_>) -> String {
    let rows = table.write(records, names);
    let columns = table.spec.columns.iter().enumerate();
    let used: Vec<_> = columns
        .filter(|(at, _)| rows.iter().any(|row| !row[*at].is_empty()))
        .collect();
    if used.is_empty() {
        return "\n".to_owned();
    }
    let mut text = csv::Writer::from_writer(Vec::new());
    let heads = used.iter().map(|(_, column)| column.head.zh);
    // Writing into memory cannot fail.
    let _ = text.write_record(heads);
    for row in &rows {
        let _ = text.write_record(used.iter().map(|(at, _)| row[*at].as_str()));
    }
    String::from_utf8(text.into_inner().unwrap_or_default()).unwrap_or_default()
}
