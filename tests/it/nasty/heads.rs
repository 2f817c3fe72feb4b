//! Heads and rows: titles, merged heads, hidden and blank rows, totals, notes.

use super::Case;
use super::county::{Cell, County, named, xlsx};

const TEACHERS: &str = "teachers";

/// Heads in two rows: the dates of service under one merged head.
fn two_rows(mut county: County) -> County {
    let sheet = county.sheet("service");
    let cells = |row: [&str; 6]| row.iter().map(|cell| Cell::from(*cell)).collect::<Vec<_>>();
    sheet.rows[0] = cells(["工号", "任教学校", "交流", "", "占全职比例", "形式"]);
    sheet
        .rows
        .insert(1, cells(["", "", "开始时间", "结束时间", "", ""]));
    sheet.merged = vec![
        [0, 0, 1, 0],
        [0, 1, 1, 1],
        [0, 2, 0, 3],
        [0, 4, 1, 4],
        [0, 5, 1, 5],
    ];
    county
}

pub(super) const CASES: &[Case] = &[
    Case {
        name: "title-rows",
        shows: "data/tw-moe-raw: two rows of titles above the heads",
        finds: &[],
        spoil: |county| {
            let county = county.row(TEACHERS, 0, &["某县2026年教师花名册"]);
            county.row(
                TEACHERS,
                1,
                &["填报单位：某县教育局", "", "填报日期：2026年3月"],
            )
        },
    },
    Case {
        name: "heads-in-two-rows",
        shows: "peers 58: merged and multi-row heads lose columns",
        finds: &[("I112", "")],
        spoil: two_rows,
    },
    Case {
        name: "heads-in-two-rows-csv",
        shows: "peers 58: the same saved as CSV, where merged cells are blank",
        finds: &[("I112", "")],
        spoil: |county| {
            two_rows(county).into_file("service", "service.csv", |text| text.as_bytes().to_vec())
        },
    },
    Case {
        name: "head-with-instruction",
        shows: "data/cn-guangzhou-baiyun: 主教学科（只能选一门）",
        finds: &[("I112", "")],
        spoil: |county| county.head(TEACHERS, "主教学科", "主教学科（只能选一门）"),
    },
    Case {
        name: "head-with-half-width-brackets",
        shows: "data/cn-guangzhou-baiyun: mixed half- and full-width brackets",
        finds: &[("I112", "")],
        spoil: |county| county.head(TEACHERS, "周课时", "周课时(节，按课表填)"),
    },
    Case {
        name: "head-with-year",
        shows: "data/cn-guangzhou-baiyun: 2025年9月在岗状态",
        finds: &[("I112", "")],
        spoil: |county| county.head(TEACHERS, "在岗状态", "2025年9月在岗状态"),
    },
    Case {
        name: "head-with-break-and-star",
        shows: "required heads are marked by a star and broken over two lines",
        finds: &[],
        spoil: |county| {
            county
                .head(TEACHERS, "出生年月", "*出生\n年月")
                .head(TEACHERS, "姓名", " 姓　名 ")
        },
    },
    Case {
        name: "head-full-width",
        shows: "typed in full width: ＩＤ",
        finds: &[],
        spoil: |county| county.head(TEACHERS, "工号", "ｉｄ"),
    },
    Case {
        name: "head-alias",
        shows: "headers.md: one concept, many spellings",
        finds: &[("I112", "")],
        spoil: |county| {
            county
                .head(TEACHERS, "工号", "教师编号")
                .head(TEACHERS, "进入本校年月", "入现单位时间")
        },
    },
    Case {
        name: "head-twice",
        shows: "data/cn-fujian-import-templates: heads that occur twice",
        finds: &[("I168", "X1")],
        spoil: |county| county.column(TEACHERS, "姓名", &["甲一", "甲二"]),
    },
    Case {
        name: "two-heads-one-meaning",
        shows: "headers.md: 最高职称 and 现持有最高职称 in one table",
        finds: &[("I105", "X1"), ("I112", "")],
        spoil: |county| {
            county.head(TEACHERS, "现聘职称", "最高职称").column(
                TEACHERS,
                "现持有最高职称",
                &["一级教师"],
            )
        },
    },
    Case {
        name: "missing-column",
        shows: "a bureau's roster has no such column",
        finds: &[("I104", "1")],
        spoil: |county| county.without(TEACHERS, "学历"),
    },
    Case {
        name: "extra-columns",
        shows: "data/cn-guangzhou-baiyun: 72 columns, most of no use here",
        finds: &[("I106", "1")],
        spoil: |county| {
            county
                .column(TEACHERS, "民族", &["汉"])
                .column(TEACHERS, "手机号码", &["13800000000"])
        },
    },
    Case {
        name: "hidden-rows",
        shows: "a filter hides rows that still count",
        finds: &[("I144", "")],
        spoil: |mut county| {
            county.sheet(TEACHERS).hidden_rows = vec![2, 3];
            county
        },
    },
    Case {
        name: "hidden-column",
        shows: "a hidden column still counts",
        finds: &[("I145", "")],
        spoil: |mut county| {
            county.sheet(TEACHERS).hidden_columns = vec![12];
            county
        },
    },
    Case {
        name: "blank-rows-inside",
        shows: "peers 59: one blank row stops the rest being imported",
        finds: &[],
        spoil: |county| {
            county
                .row(TEACHERS, 3, &[])
                .row(TEACHERS, 6, &["", "　", " "])
        },
    },
    Case {
        name: "totals-row",
        shows: "a totals row below the table",
        finds: &[("I109", "5")],
        spoil: |county| {
            county.row(
                "schools",
                4,
                &["合 计", "", "", "", "", "", "", "3", "20", "8"],
            )
        },
    },
    Case {
        name: "notes-row",
        shows: "notes and signatures below the table",
        finds: &[("I120", "10"), ("I120", "11")],
        spoil: |county| {
            let county = county.row(TEACHERS, 9, &["注：在编人员以编制台账为准。"]);
            county.row(TEACHERS, 10, &["", "填表人：李某"])
        },
    },
    Case {
        name: "heads-repeated",
        shows: "heads repeated on every printed page",
        finds: &[("I120", "3")],
        spoil: |mut county| {
            let sheet = county.sheet("load");
            let head = sheet.rows[0].clone();
            sheet.rows.insert(2, head);
            county
        },
    },
    Case {
        name: "merged-data-cells",
        shows: "peers 58: the school stands once, merged over its rows",
        finds: &[("I146", "")],
        spoil: |mut county| {
            let sheet = county.sheet("classes");
            sheet.rows[2][0] = Cell::from("");
            sheet.merged = vec![[1, 0, 2, 0]];
            county
        },
    },
    Case {
        name: "heads-without-rows",
        shows: "a table that was never filled in",
        finds: &[("I111", "1")],
        spoil: |mut county| {
            county.sheet("classes").rows.truncate(1);
            county
        },
    },
    Case {
        name: "own-document-among-the-tables",
        shows: "a plan of last year lies among the tables, saved once more by another program",
        finds: &[("I182", "")],
        spoil: |mut county| {
            let row = |cells: [&str; 3]| cells.map(Cell::from).to_vec();
            let moves = vec![row(["工号", "姓名", "学科"]), row(["T9", "甲", "语文"])];
            let made = vec![row(["依据", "校验码", ""])];
            let sheets = [named("教师交流轮岗花名册", moves), named("依据数据", made)];
            let bytes = xlsx(&[&sheets[0], &sheets[1]]);
            county.files.push(("去年.xlsx".into(), bytes));
            county
        },
    },
    Case {
        name: "columns-toml-out-of-date",
        shows: "a head was renamed after columns.toml had been written",
        finds: &[("I149", "")],
        spoil: |mut county| {
            let text = "[teachers]\nfile = \"全县.xlsx\"\nsheet = \"教师\"\n[teachers.columns]\nname = \"大名\"\n";
            county.files.push(("columns.toml".into(), text.into()));
            county
        },
    },
    Case {
        name: "columns-toml-settles",
        shows: "the officer says which of two heads counts",
        finds: &[("I106", "1")],
        spoil: |county| {
            let mut county = county.column(TEACHERS, "本人姓名", &["甲一"]);
            let text = "[teachers]\nfile = \"全县.xlsx\"\nsheet = \"教师\"\n[teachers.columns]\nname = \"姓名\"\n";
            county.files.push(("columns.toml".into(), text.into()));
            county
        },
    },
    Case {
        name: "columns-toml-misspelt",
        shows: "a key of columns.toml was misspelt by hand",
        finds: &[("I150", "")],
        spoil: |mut county| {
            let text = "[teachers]\nfile = \"全县.xlsx\"\nsheet = \"教师\"\n[teachers.columns]\nnames = \"姓名\"\n";
            county.files.push(("columns.toml".into(), text.into()));
            county
        },
    },
];
