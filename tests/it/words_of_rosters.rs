//! Words that real rosters use are read where they can mean one thing, and proposed where they may mean another; ditto
//! marks, and places outside the county.

use crate::study::{load, root};
use lungang::finding::{Finding, Severity};
use lungang::input::{Documents, Scenario, read_documents};
use lungang::text::Lang;

fn base() -> Documents {
    load(&root("tests/golden/input/base"))
}

/// The base with the cells of a column of a table put in the place of its own.
fn with(table: &str, head: &str, words: &[&str]) -> Scenario {
    let mut documents = base();
    let name = format!("{table}.csv");
    let text = String::from_utf8(documents.files[&name].clone()).unwrap();
    let mut rows: Vec<Vec<String>> = text
        .lines()
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect();
    let at = rows[0].iter().position(|one| one == head);
    let at = at.unwrap_or_else(|| {
        rows[0].push(head.to_owned());
        let wide = rows[0].len();
        for row in &mut rows {
            row.resize(wide, String::new());
        }
        wide - 1
    });
    for (row, word) in rows.iter_mut().skip(1).zip(words) {
        (*word).clone_into(&mut row[at]);
    }
    let quoted = |cell: &String| {
        if cell.contains('"') {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let lines = rows
        .iter()
        .map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(","));
    let lines: Vec<String> = lines.collect();
    documents.files.insert(name, lines.join("\n").into_bytes());
    read_documents(&documents)
}

fn of<'s>(scenario: &'s Scenario, codes: &'s [&str]) -> Vec<&'s Finding> {
    let all = scenario.findings.0.iter();
    all.filter(|one| codes.contains(&one.code.id)).collect()
}

#[test]
fn words_that_mean_one_thing_are_read() {
    let cases = [
        ("职务", "教导主任", "middle"),
        ("职务", "总务主任", "middle"),
        ("职务", "教务处副主任", "middle"),
        ("职务", "党支部书记、校长", "principal"),
        ("职务", "教学副校长", "vice_principal"),
        ("职务", "班主任", "teacher"),
        ("在岗状态", "停薪留职", "leave"),
        ("在岗状态", "长病假", "leave"),
        ("在岗状态", "借调教育局", "seconded"),
        ("在岗状态", "驻村第一书记", "seconded"),
        ("在岗状态", "脱产进修", "training"),
        ("学历", "全日制本科", "bachelor"),
        ("学历", "中师", "secondary"),
        ("用人形式", "事业编", "on_quota"),
        ("用人形式", "代课教师", "contract"),
        ("用人形式", "劳务派遣", "purchased"),
        ("保护情形", "怀孕", "pregnant"),
        ("保护情形", "癌症", "illness"),
        ("拟申报职称", "副高", "senior"),
        ("现聘职称", "中学一级", "first"),
        ("骨干级别", "县级骨干教师", "county"),
    ];
    for (head, word, key) in cases {
        // The first is a woman on the quota, teacher at S1.
        let scenario = with("teachers", head, &[word]);
        let unread = of(&scenario, &["I134", "I177"]);
        assert!(unread.is_empty(), "{head} {word}: {unread:?}");
        // Whoever is not at work and has periods in the table is told by herself, in the words of the value.
        let Some(roster) = scenario.roster else {
            let found = of(&scenario, &["I410"]);
            let status = lungang::domain::Status::find(key).unwrap();
            assert!(
                found[0].says(Lang::Zh).contains(status.text().zh),
                "{head} {word}"
            );
            continue;
        };
        let said = serde_json::to_string(&roster.teachers[0]).unwrap();
        assert!(
            said.contains(&format!("\"{key}\"")),
            "{head} {word}: {said}"
        );
    }
}

#[test]
fn words_that_may_mean_another_thing_are_proposed() {
    let cases = [
        ("职务", "工会主席", "副校长"),
        ("职务", "书记", "校长"),
        ("职务", "大队辅导员", "中层干部"),
        ("职务", "教研组长", "教师"),
        ("在岗状态", "挂职", "借调"),
        ("在岗状态", "跟岗", "脱产培训"),
        ("在岗状态", "支教", "借调"),
        ("现聘职称", "小学高级教师", "一级教师"),
        ("用人形式", "员额制", "在编"),
        ("用人形式", "银龄讲学", "援派"),
        ("保护情形", "单亲", "特殊困难"),
        ("骨干级别", "特级教师", "省级"),
        ("学历", "研究生班", "硕士研究生"),
    ];
    for (head, word, meant) in cases {
        let scenario = with("teachers", head, &[word]);
        assert!(scenario.roster.is_none(), "{head} {word} was read");
        let all = scenario.findings.0.iter();
        let mut said = all.filter(|one| one.severity == Severity::Error);
        let named = said.any(|one| one.says(Lang::Zh).contains(&format!("是否为“{meant}”？")));
        assert!(named, "{head} {word}: {:?}", scenario.findings.0);
    }
}

const MARKS: [&str; 8] = [
    "同上",
    "〃",
    "″",
    "\"",
    "ditto",
    "same",
    " 同 上 ",
    "（同上）",
];

#[test]
fn a_ditto_mark_in_what_rows_share_is_the_value_above() {
    let columns = [
        ("schools", "片区", "东片"),
        ("schools", "乡镇", "东片"),
        ("teachers", "编制所在学校", "S1"),
        ("teachers", "学历", "大学本科"),
    ];
    for mark in MARKS {
        for (table, head, first) in columns {
            let scenario = with(table, head, &[first, mark, mark]);
            let read = of(&scenario, &["I190"]);
            assert_eq!(read.len(), 1, "{head} {mark}: {:?}", scenario.findings.0);
            let roster = scenario.roster.unwrap_or_else(|| panic!("{head} {mark}"));
            let (school, teachers) = (&roster.schools[2], &roster.teachers);
            match head {
                "片区" => assert_eq!(school.district.as_deref(), Some(first)),
                "乡镇" => assert_eq!(school.township.as_deref(), Some(first)),
                "学历" => assert_eq!(teachers[2].degree, teachers[0].degree),
                _ => assert_eq!(teachers[2].quota_school, teachers[0].quota_school),
            }
        }
    }
}

/// An id, a name, a month and a number are of one row alone.
#[test]
fn a_ditto_mark_in_what_is_of_one_row_is_refused_at_its_cell() {
    let columns = [
        ("schools", "学校代码"),
        ("schools", "学校名称"),
        ("schools", "核定编制数"),
        ("schools", "经度"),
        ("teachers", "工号"),
        ("teachers", "姓名"),
        ("teachers", "出生年月"),
        ("teachers", "进入本校年月"),
        ("teachers", "周课时"),
    ];
    let own = base();
    for (mark, (table, head)) in MARKS
        .into_iter()
        .flat_map(|mark| columns.map(|one| (mark, one)))
    {
        let text = String::from_utf8(own.files[&format!("{table}.csv")].clone()).unwrap();
        let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let heads = lines.next().unwrap();
        let at = heads.iter().position(|one| *one == head).unwrap();
        let first = lines.next().unwrap()[at].to_owned();
        let scenario = with(table, head, &[&first, mark]);
        assert!(scenario.roster.is_none(), "{head} {mark} was read");
        let all = scenario.findings.0.iter();
        let mut errors = all.filter(|one| one.severity == Severity::Error);
        let here = errors.any(|one| {
            let place = one.place.clone().unwrap_or_default();
            place.row == Some(3) && place.column.as_deref() == Some(head)
        });
        assert!(here, "{head} {mark}: {:?}", scenario.findings.0);
    }
}

/// A mark with nothing above, or one that points elsewhere, is nobody's district.
#[test]
fn a_ditto_mark_without_anything_above_is_refused() {
    for words in [["同上", "东片"], ["东片", "同左"], ["", "〃"]] {
        let scenario = with("schools", "片区", &words);
        let refused = !of(&scenario, &["I191"]).is_empty();
        assert!(scenario.roster.is_none() && refused, "{words:?}");
    }
}

/// A slip in either coordinate is told at its cell, however few schools there are; a county as it is has none.
#[test]
fn a_place_outside_the_county_is_told_at_its_cell() {
    let slips = [
        ("经度", "109.70", "I427"),
        ("经度", "19.70", "I427"),
        ("经度", "119.07", ""),
        ("纬度", "43.25", "I427"),
        ("纬度", "3.425", "I427"),
        ("纬度", "35.42", "I427"),
        ("纬度", "34.52", ""),
    ];
    let own = [("经度", ["119.50", "119.60"]), ("纬度", ["34.10", "34.20"])];
    for (head, slip, code) in slips {
        let [one, two] = own.iter().find(|own| own.0 == head).unwrap().1;
        let scenario = with("schools", head, &[one, two, slip]);
        let found = of(&scenario, &["I427"]);
        assert_eq!(found.len(), usize::from(!code.is_empty()), "{head} {slip}");
        for one in found {
            let place = one.place.clone().unwrap();
            assert_eq!(
                (place.row, place.column.as_deref()),
                (Some(4), Some(head)),
                "{slip}"
            );
        }
    }
    for name in ["national", "anshan", "zhangye", "alar", "township", "dehua"] {
        let scenario = read_documents(&load(&root("scenarios").join(name)));
        assert!(of(&scenario, &["I427", "I428"]).is_empty(), "{name}");
    }
}
