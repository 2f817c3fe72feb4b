//! What is said twice in the sheet of settings, and what can be read and is hardly meant: each is told where it stands.

use super::Case;
use super::county::{Cell, County, named};

const TEACHERS: &str = "teachers";
const SERVICE: &str = "service";

/// Surnames of a crowd at one school.
const CROWD: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许";

/// The county with a crowd of people besides, nobody of whom has any service on file.
fn crowded(mut county: County) -> County {
    for (no, surname) in CROWD.chars().enumerate() {
        let rows = &mut county.sheet(TEACHERS).rows;
        let mut row = rows[3].clone();
        row[0] = Cell::Text(format!("T{}", 20 + no));
        row[1] = Cell::Text(format!("{surname}某"));
        rows.push(row);
    }
    county
}

/// The county with decisions of one kind.
fn decided(mut county: County, sheet: &'static str, rows: &[[&str; 4]]) -> County {
    let head = ["工号", "学校代码", "理由", "决定人"];
    let rows = [head].into_iter().chain(rows.iter().copied());
    let rows = rows.map(|row| row.map(Cell::from).to_vec()).collect();
    county.sheets.push((sheet, named(sheet, rows)));
    county
}

pub(super) const CASES: &[Case] = &[
    Case {
        name: "settings-twice",
        shows: "two hands fill in one sheet: each writes date, policy, title and mark in a row of its own",
        finds: &[
            ("I192", "B7"),
            ("I192", "B8"),
            ("I192", "B9"),
            ("I192", "B10"),
        ],
        spoil: |county| {
            let county = county.row("scenario", 6, &["核算日期", "2027-08-31"]);
            let county = county.row("scenario", 7, &["政策", "national"]);
            let county = county.row("scenario", 8, &["虚构数据", "否"]);
            county.row("scenario", 9, &["标题", "另一个县"])
        },
    },
    Case {
        name: "settings-repeated",
        shows: "a setting stands twice and says the same",
        finds: &[("I193", "B7"), ("I193", "B8"), ("I193", "B9")],
        spoil: |county| {
            let county = county.row("scenario", 6, &["核算日期", "2026年8月31日"]);
            let county = county.row("scenario", 7, &["政策", "policy.toml"]);
            county.row("scenario", 8, &["标题", "读入测试县"])
        },
    },
    Case {
        name: "names-with-remarks",
        shows: "what a clerk jots beside a name would be posted with it",
        finds: &[
            ("I429", "B2"),
            ("I429", "B3"),
            ("I429", "B4"),
            ("I429", "B5"),
            ("I429", "B6"),
            ("I429", "B7"),
            ("I429", "B8"),
            ("I429", "B9"),
        ],
        spoil: |county| {
            let names = [
                "吴东国（8月退休）",
                "郭娜玉（已退）",
                "郭娜玉/李四",
                "乙一2",
                "乙二不同意",
                "作废乙三",
                "丙一、丙三",
                "丙二[借调]",
            ];
            (1..).zip(names).fold(county, |county, (no, name)| {
                county.set(TEACHERS, &format!("T0{no}"), "姓名", name)
            })
        },
    },
    Case {
        name: "decisions-that-say-they-are-void",
        shows: "a decision is struck out by a word in its reason and still stands",
        finds: &[("I740", "C2"), ("I740", "C3"), ("I740", "C2")],
        spoil: |county| {
            let pins = [["T03", "S2", "本人申请，已作废", "教育局"]];
            let county = decided(county, "指定去向", &pins);
            let bans = [
                ["T01", "S2", "取消", "教育局"],
                ["T07", "S2", "原定回避，会议已撤销", "教育局"],
            ];
            decided(county, "不予安排", &bans)
        },
    },
    Case {
        name: "ends-out-of-sight",
        shows: "a digit slips in the end of a posting and of a service bond",
        finds: &[("I507", "D6"), ("I431", "X2")],
        spoil: |mut county| {
            county.sheet(SERVICE).rows[5][3] = "2062-08".into();
            county.column(TEACHERS, "服务期截止年月", &["2062-08"])
        },
    },
    Case {
        name: "postings-of-more-than-ten-years",
        shows: "the beginning of a posting that is over is a decade too early",
        finds: &[("I507", "D3")],
        spoil: |mut county| {
            county.sheet(SERVICE).rows[1][3] = "2009-08".into();
            county.sheet(SERVICE).rows[2][2] = "2009-09".into();
            county
        },
    },
    Case {
        name: "service-against-the-month-of-coming",
        shows: "the table of teachers and that of service were kept by two hands",
        finds: &[("I432", "P2"), ("I432", "P4"), ("I432", "P9")],
        spoil: |mut county| {
            let rows = [
                ["T03", "S2", "2013-09", "2019-08", "100", ""],
                ["T03", "S1", "2019-09", "", "100", ""],
            ];
            let rows = rows.map(|row| row.map(Cell::from).to_vec());
            county.sheet(SERVICE).rows.extend(rows);
            let county = county.set(TEACHERS, "T01", "进入本校年月", "2015-09");
            county.set(TEACHERS, "T08", "进入本校年月", "2024-09")
        },
    },
    Case {
        name: "away-without-a-word",
        shows: "a quota place at one school, work at another, and no present service that says why",
        finds: &[("I433", "H6"), ("I433", "H9")],
        spoil: |mut county| {
            county.sheet(SERVICE).rows.remove(5);
            county.set(TEACHERS, "T05", "现任教学校", "S1")
        },
    },
    Case {
        name: "points-and-service-out-of-line",
        shows: "one has fifty times the points of anybody, and most have no service on file",
        finds: &[("I508", ""), ("I430", "X5")],
        spoil: |county| {
            let points: Vec<String> = (5..33).map(|one| one.to_string()).collect();
            let mut points: Vec<&str> = points.iter().map(String::as_str).collect();
            points[3] = "1500";
            crowded(county).column(TEACHERS, "积分", &points)
        },
    },
];
