//! The example rows of the template: a tiny made-up county that can be read without any finding.
//!
//! The rows are kept once for both languages: choices and subjects by key, ids as `S1`, `T1`, `P1`,
//! and words that differ as `Chinese|English`.

use super::{EXAMPLE_IDS, heads};
use crate::domain::Subject;
use crate::input::{CellKind, Choice, Page, SETTINGS, TABLES, TableSpec};
use crate::text::Lang;

/// Every sheet of the template in its order: the settings, the tables, the decisions.
pub(super) fn pages(lang: Lang) -> Vec<Page> {
    let (first, rest) = SETTINGS.split_at(1);
    let order = first.iter().chain(TABLES).chain(rest);
    order.map(|&spec| page(spec, lang)).collect()
}

fn page(spec: &'static TableSpec, lang: Lang) -> Page {
    let mut lines = rows(spec.key).lines();
    let keys: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let one = |key: &str, kind| {
            let at = keys.iter().position(|one| *one == key);
            let written = at.and_then(|at| cells.get(at)).copied().unwrap_or_default();
            cell(kind, written, lang)
        };
        let columns = spec.columns.iter();
        columns.map(|column| one(column.key, column.kind)).collect()
    };
    Page {
        spec,
        rows: lines.map(row).collect(),
    }
}

fn rows(table: &str) -> &'static str {
    match table {
        "scenario" => SCENARIO,
        "schools" => SCHOOLS,
        "classes" => CLASSES,
        "teachers" => TEACHERS,
        "service" => SERVICE,
        "quota" => QUOTA,
        "grid" => GRID,
        "load" => LOAD,
        "travel" => TRAVEL,
        "title_posts" => TITLE_POSTS,
        "teaching_posts" => TEACHING_POSTS,
        "recruits" => RECRUITS,
        "forecast" => FORECAST,
        _ => "",
    }
}

/// A cell in one language.
fn cell(kind: CellKind, written: &str, lang: Lang) -> String {
    let members = |one: &dyn Fn(&str) -> String| {
        let all: Vec<String> = written.split(';').map(one).collect();
        all.join(if lang == Lang::Zh { "；" } else { ";" })
    };
    if written.is_empty() {
        return String::new();
    }
    match kind {
        CellKind::Id | CellKind::School | CellKind::Schools | CellKind::Teacher => {
            members(&|one| id(one, lang))
        }
        CellKind::Choice(_) | CellKind::Choices(_) => {
            members(&|one| named(&kind.choices(), one, lang))
        }
        CellKind::Subject | CellKind::Subjects => members(&|one| subject(one, lang)),
        CellKind::Parts => members(&|one| match one.split_once(':') {
            Some((word, periods)) => format!("{}:{periods}", subject(word, lang)),
            None => one.to_owned(),
        }),
        CellKind::Flag if written == "yes" => heads::YES.get(lang).to_owned(),
        CellKind::Flag => heads::NO.get(lang).to_owned(),
        _ => match (written.split_once('|'), lang) {
            (Some((zh, _)), Lang::Zh) => zh.to_owned(),
            (Some((_, en)), Lang::En) => en.to_owned(),
            (None, _) => written.to_owned(),
        },
    }
}

/// `S1` as 示例校1 or EX-S1.
fn id(short: &str, lang: Lang) -> String {
    let word = short.chars().next().map_or("", |letter| match letter {
        'S' => "校",
        'T' => "师",
        _ => "岗",
    });
    match lang {
        Lang::Zh => format!("{}{word}{}", EXAMPLE_IDS.zh, short.get(1..).unwrap_or("")),
        Lang::En => format!("{}{short}", EXAMPLE_IDS.en),
    }
}

fn named(choices: &[Choice], key: &str, lang: Lang) -> String {
    let found = choices.iter().find(|one| one.key == key);
    found.map_or(key, |one| one.text.get(lang)).to_owned()
}

fn subject(key: &str, lang: Lang) -> String {
    let found = Subject::find(key).map(|one| one.text().get(lang));
    found.unwrap_or(key).to_owned()
}

const SCENARIO: &str = "\
item,value
title_zh,示例县
title_en,Example county
made_up,是|yes
reckoning_date,2026-08-31
policy,national
lottery_seed,2027";

const SCHOOLS: &str = "\
id,name,kind,area,quality,weak,district,central_school,township,lon,lat,hardship,beds,boarders,quota
S1,示例城关小学|Example town primary,primary,city,yes,no,示例一片区|Example district,,示例城关镇|Example town,119.51,34.11,0,0,0,3
S2,示例东河中心小学|Example river primary,primary,town,no,no,示例一片区|Example district,,示例东河乡|Example river,119.62,34.21,1,2,20,3
S3,示例石桥教学点|Example bridge point,point,village,no,yes,示例一片区|Example district,S2,示例东河乡|Example river,119.71,34.25,2,1,0,2";

const CLASSES: &str = "\
school,grade,pupils,classes,total_pupils
S1,1,40;38,,
S1,2,39,,
S2,1,30;29,,
S2,2,,1,28
S3,1,9,,";

const TEACHERS: &str = "\
id,name,sex,birth,degree,employment,quota_school,work_school,role,terms,stage,subject,more_subjects,certified_stages,certified_subjects,weekly_periods,title,title_since,at_school_since,teaching_since,status,protections,volunteer,wishes,points,applies_for
T1,示例甲|Example A,female,1985-03,bachelor,on_quota,S1,S1,teacher,0,primary,chinese,,primary,chinese,14,first,2015-09,2008-09,2008-09,active,,no,,0,senior
T2,示例乙|Example B,male,1979-11,bachelor,on_quota,S1,S1,principal,1,primary,maths,,primary,maths,15,senior,2016-12,2001-08,2001-08,active,,no,,0,
T3,示例丙|Example C,female,1990-06,bachelor,on_quota,S1,S1,teacher,0,primary,music,art,primary,music,12,second,2016-09,2013-09,2013-09,active,,yes,S2;S3,3,
T4,示例丁|Example D,female,1992-01,bachelor,on_quota,S2,S2,teacher,0,primary,chinese,,primary,chinese,15,second,2018-09,2015-09,2015-09,active,pregnant,no,,0,
T5,示例戊|Example E,male,1968-05,college,on_quota,S2,S2,teacher,0,primary,maths,,primary,maths,14,first,2005-12,1990-09,1988-08,active,,no,,0,
T6,示例己|Example F,female,1997-08,bachelor,contract,S2,S2,teacher,0,primary,chinese,,primary,chinese,16,,,2020-09,2020-09,active,,no,,0,
T7,示例庚|Example G,male,1975-04,college,on_quota,S3,S3,teacher,0,primary,chinese,maths,primary,chinese;maths,18,first,2010-12,1996-08,1996-08,active,,no,,0,
T8,示例辛|Example H,female,1988-12,bachelor,on_quota,S3,S2,teacher,0,primary,maths,,primary,maths,14,first,2019-12,2011-09,2011-09,active,,no,,0,";

const SERVICE: &str = "\
teacher,school,from,to,share,form
T1,S1,2008-09,2019-08,,
T1,S2,2019-09,2020-08,100,support
T1,S1,2020-09,,,
T8,S3,2011-09,2025-08,,
T8,S2,2025-09,2027-08,100,exchange";

const QUOTA: &str = "\
stage,heads
primary,9";

const GRID: &str = "\
grade,subject,periods
1,chinese,8
1,maths,4
1,music,2
2,chinese,8
2,maths,4
2,music,2";

const LOAD: &str = "\
stage,subject,periods
primary,chinese,15
primary,maths,15
primary,music,16";

const TRAVEL: &str = "\
from,to,minutes
S1,S2,25
S2,S3,30";

const TITLE_POSTS: &str = "\
school,grade,approved,filled
S1,senior,2,1
S2,first,2,2";

const TEACHING_POSTS: &str = "\
school,stage,parts,number,must_open
S3,primary,chinese:8;maths:4;music:2,1,yes";

const RECRUITS: &str = "\
id,employment,stage,subjects,number
P1,on_quota,primary,music;art,2";

const FORECAST: &str = "\
school,year,grade,pupils,classes
S1,2027,1,76,2
S2,2027,1,52,
S3,2027,1,0,";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::ITEMS;

    #[test]
    fn every_setting_and_every_key_of_the_example_is_known() {
        for item in ITEMS {
            assert!(
                SCENARIO.contains(&format!("\n{},", item.key)),
                "{}",
                item.key
            );
        }
        for spec in SETTINGS.iter().chain(TABLES) {
            let head = rows(spec.key).lines().next().unwrap_or_default();
            for key in head.split(',').filter(|key| !key.is_empty()) {
                let known = spec.columns.iter().any(|column| column.key == key);
                assert!(known, "{}: {key}", spec.key);
            }
        }
    }

    #[test]
    fn no_key_is_left_untranslated() {
        for (lang, keys) in [
            (Lang::Zh, ["primary", "chinese", "on_quota"]),
            (Lang::En, ["on_quota", "示例", "是"]),
        ] {
            for page in pages(lang) {
                let plain = page.rows.concat().join("\n");
                let mine = plain.lines().filter(|cell| *cell != "示例县");
                for cell in mine {
                    assert!(!keys.iter().any(|key| cell.contains(key)), "{cell}");
                }
            }
        }
    }
}
