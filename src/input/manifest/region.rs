//! `region.toml`: the counties of a city or province, its quota totals, the share of balanced counties,
//! and which school helps which.

use super::reader::TomlReader;
use crate::domain::Stage;
use crate::finding::{Findings, Place};
use crate::input::documents::Documents;
use crate::policy::Share;
use crate::text::Text;
use serde::Serialize;
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

const KEYS: &[&str] = &[
    "title",
    "title_zh",
    "title_en",
    "counties",
    "quota",
    "balanced_share",
    "since",
    "source",
    "help",
];
const COUNTY_KEYS: &[&str] = &["key", "folder", "favoured"];
const HELP_KEYS: &[&str] = &["helper", "helped"];
const SCHOOL_KEYS: &[&str] = &["county", "school"];

/// How many counties must reach quality balance of compulsory education (优质均衡).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Balance {
    /// Share of the counties.
    pub share: Share,
    /// From this day on, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The document that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A school of one of the counties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SchoolOf {
    /// Short name of the county.
    pub county: String,
    /// Id of the school.
    pub school: String,
    /// Where it is written.
    #[serde(skip)]
    pub place: Place,
}

/// A school that helps another (结对帮扶), often across counties. It is listed and decides nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HelpPair {
    /// The helper (帮扶校).
    pub helper: SchoolOf,
    /// The helped school (受援校).
    pub helped: SchoolOf,
}

/// A county of a region.
#[derive(Debug, Clone)]
pub struct County {
    /// Its short name, unique in the region.
    pub key: String,
    /// Where its scenario is, as written in the file.
    pub folder: String,
    /// The same from where one stands, as it may be typed.
    pub path: String,
    /// It comes first in what the region has left (倾斜支持).
    pub favoured: bool,
    /// Its files; absent when there is no such scenario.
    pub documents: Option<Documents>,
}

/// A region with the files of its counties.
#[derive(Debug, Clone, Default)]
pub struct Region {
    /// Title in Chinese; may be empty.
    pub title_zh: String,
    /// Title in English; may be empty.
    pub title_en: String,
    /// The counties, in the order of the file.
    pub counties: Vec<County>,
    /// Quota totals of the region by stage, heads, and where each is written.
    pub quota: BTreeMap<Stage, (i64, Place)>,
    /// How many counties must reach quality balance.
    pub balance: Option<Balance>,
    /// Which school helps which.
    pub help: Vec<HelpPair>,
    /// What is wrong with the file itself.
    pub findings: Findings,
}

/// A county as written.
#[derive(Debug, Clone)]
pub(in crate::input) struct WrittenCounty {
    pub(in crate::input) key: String,
    pub(in crate::input) key_place: Place,
    pub(in crate::input) folder: String,
    pub(in crate::input) folder_place: Place,
    pub(in crate::input) favoured: bool,
}

/// Reads all of it, to the last key: the region without its counties, and these as written.
pub(in crate::input) fn read_region(
    path: &str,
    text: &str,
    findings: &mut Findings,
) -> (Region, Vec<WrittenCounty>) {
    let (mut reader, document, sound) = TomlReader::open(path, text, findings);
    let table = &document;
    reader.known(table, "", KEYS);
    let (title_zh, title_en) = reader.title(table, false);
    if sound && !table.contains_key("counties") {
        reader.missing("counties", "[[counties]]");
    }
    let counties = counties(&mut reader, table);
    let region = Region {
        title_zh,
        title_en,
        quota: quota(&mut reader, table),
        balance: balance(&mut reader, table),
        help: help(&mut reader, table),
        ..Region::default()
    };
    (region, counties)
}

fn counties(reader: &mut TomlReader<'_>, table: &DeTable<'_>) -> Vec<WrittenCounty> {
    let mut all = Vec::new();
    for one in reader.tables(table, "counties") {
        reader.known(one, "counties.", COUNTY_KEYS);
        let key = required(reader, one, ("counties", "key"), "\"anshan\"");
        let folder = required(reader, one, ("counties", "folder"), "\"../anshan\"");
        let (Some(key), Some(folder)) = (key, folder) else {
            continue;
        };
        if !is_a_name(&key) {
            let expected = Text::new(
                "文字或字母数字，可含 - 和 _",
                "letters and digits, with - and _",
            );
            reader.wrong(one, "key", expected, "\"anshan\"");
        } else if reader.path(one, "folder", &folder).is_some() {
            all.push(WrittenCounty {
                key,
                key_place: reader.place(one, "key"),
                folder,
                folder_place: reader.place(one, "folder"),
                favoured: reader.flag(one, "favoured"),
            });
        }
    }
    all
}

/// Whether it can name a folder on every computer.
fn is_a_name(key: &str) -> bool {
    let part = |letter: char| letter.is_alphanumeric() || ['-', '_'].contains(&letter);
    !key.is_empty() && key.chars().all(part)
}

fn required(
    reader: &mut TomlReader<'_>,
    table: &DeTable<'_>,
    (above, key): (&str, &str),
    example: &str,
) -> Option<String> {
    if !table.contains_key(key) {
        reader.missing(&format!("{above}.{key}"), &format!("{key} = {example}"));
    }
    reader.text(table, key, example)
}

fn quota(reader: &mut TomlReader<'_>, table: &DeTable<'_>) -> BTreeMap<Stage, (i64, Place)> {
    let mut totals = BTreeMap::new();
    let expected = Text::new("各学段的编制总量", "totals by stage");
    let stages = reader.group(table, "quota", (expected, "quota.primary = 1200"));
    let Some(stages) = stages else {
        return totals;
    };
    let known: Vec<&str> = Stage::ALL.iter().map(|stage| stage.key()).collect();
    reader.known(stages, "quota.", &known);
    for &stage in Stage::ALL {
        let key = stage.key();
        let Some(value) = stages.get(key) else {
            continue;
        };
        if let DeValue::Integer(number) = value.get_ref()
            && let Ok(heads) = number.as_str().parse::<u32>()
        {
            totals.insert(stage, (i64::from(heads), reader.place(stages, key)));
        } else {
            let expected = Text::new("人数（整数）", "a whole number of heads");
            reader.wrong(stages, key, expected, "1200");
        }
    }
    totals
}

fn balance(reader: &mut TomlReader<'_>, table: &DeTable<'_>) -> Option<Balance> {
    let written = reader.text(table, "balanced_share", "\"2/3\"");
    let source = reader.text(table, "source", "\"市委办发〔2024〕2号\"");
    let since = reader.date(table, "since", "\"2027-12-31\"");
    let about = table.contains_key("since") || table.contains_key("source");
    if about && !table.contains_key("balanced_share") {
        reader.missing("balanced_share", "balanced_share = \"2/3\"");
    }
    let share = written?.parse::<Share>().ok();
    let share = share.filter(|one| *one >= Share::new(0, 1) && *one <= Share::new(1, 1));
    if share.is_none() {
        let expected = Text::new("0 到 1 之间的比例", "a share between 0 and 1");
        reader.wrong(table, "balanced_share", expected, "\"2/3\"");
    }
    Some(Balance {
        share: share?,
        since: since.map(|date| date.to_string()),
        source,
    })
}

fn help(reader: &mut TomlReader<'_>, table: &DeTable<'_>) -> Vec<HelpPair> {
    let mut all = Vec::new();
    for one in reader.tables(table, "help") {
        reader.known(one, "help.", HELP_KEYS);
        let helper = school(reader, one, "helper");
        let helped = school(reader, one, "helped");
        if let (Some(helper), Some(helped)) = (helper, helped) {
            all.push(HelpPair { helper, helped });
        }
    }
    all
}

fn school(reader: &mut TomlReader<'_>, table: &DeTable<'_>, key: &str) -> Option<SchoolOf> {
    let example = format!("{key}.county = \"anshan\"");
    if !table.contains_key(key) {
        reader.missing(&format!("help.{key}"), &example);
    }
    let expected = Text::new("县区和学校", "a county and a school");
    let one = reader.group(table, key, (expected, &example))?;
    reader.known(one, &format!("help.{key}."), SCHOOL_KEYS);
    let county = required(reader, one, (key, "county"), "\"anshan\"")?;
    let school = required(reader, one, (key, "school"), "\"S001\"")?;
    Some(SchoolOf {
        county,
        school,
        place: reader.place(table, key).in_column(key),
    })
}
