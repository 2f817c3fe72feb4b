//! Files of every kind: encodings, separators, formats, damage, limits, which sheet is which.

use super::Case;
use super::county::{Cell, County, named, xlsx};
use encoding_rs::{BIG5, GB18030};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const TEACHERS: &str = "teachers";

fn gbk(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}

/// The whole county as a file that another program wrote.
fn fixture(mut county: County, name: &str, bytes: &[u8]) -> County {
    county.sheets.clear();
    county.files.push((name.to_owned(), bytes.to_vec()));
    county
}

/// A sheet instead of which a file with these bytes stands.
fn instead(county: County, name: &str, bytes: Vec<u8>) -> County {
    county.into_file(TEACHERS, name, move |_| bytes.clone())
}

/// The same workbook with formulas of which it keeps no value.
fn without_values(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut other = ZipWriter::new(Cursor::new(Vec::new()));
    for no in 0..archive.len() {
        let mut part = archive.by_index(no).unwrap();
        let name = part.name().unwrap().to_string();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            let text = String::from_utf8(content).unwrap();
            content = text.replace("</f><v>unreckoned</v>", "</f>").into_bytes();
        }
        other
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        other.write_all(&content).unwrap();
    }
    other.finish().unwrap().into_inner()
}

fn whole(county: &County) -> Vec<u8> {
    let sheets: Vec<_> = county.sheets.iter().map(|one| &one.1).collect();
    xlsx(&sheets)
}

pub(super) const CASES: &[Case] = &[
    Case {
        name: "csv-gbk",
        shows: "peers 54: Chinese Excel and WPS save CSV as GBK",
        finds: &[("I113", "")],
        spoil: |county| county.into_file(TEACHERS, "教师.csv", gbk),
    },
    Case {
        name: "csv-gb18030-four-bytes",
        shows: "peers 54; a rare character of a name needs four bytes",
        finds: &[("I113", "")],
        spoil: |county| {
            county
                .set(TEACHERS, "T03", "姓名", "甲𬱖")
                .into_file(TEACHERS, "教师.csv", gbk)
        },
    },
    Case {
        name: "csv-big5",
        shows: "data/tw-moe-raw/102_basej.txt: the odd one out among its siblings",
        finds: &[("I112", ""), ("I113", "")],
        spoil: |county| {
            let county = county.head("schools", "学校代码", "學校代碼").head(
                "schools",
                "学校名称",
                "學校名稱",
            );
            county.into_file("schools", "schools.csv", |text| {
                let text = text
                    .replace("学校类型", "kind")
                    .replace("城乡类型", "area")
                    .replace("经度", "lon")
                    .replace("纬度", "lat")
                    .replace("中心校", "central_school")
                    .replace("周转宿舍床位", "beds")
                    .replace("寄宿生数", "boarders")
                    .replace("核定编制数", "quota")
                    .replace("新学年前撤并", "closing")
                    .replace("优质学校", "quality")
                    .replace("城关小学", "城關國小")
                    .replace("东河中心小学", "東河國小")
                    .replace("石桥教学点", "石橋分校")
                    .replace("小学", "primary")
                    .replace("教学点", "point")
                    .replace("城区", "city")
                    .replace("镇区", "town")
                    .replace("乡村", "village");
                BIG5.encode(&text).0.into_owned()
            })
        },
    },
    Case {
        name: "csv-utf16",
        shows: "data/tw-moe-raw/103_basec.txt: Excel's \"Unicode text\"",
        finds: &[],
        spoil: |county| {
            county.into_file(TEACHERS, "teachers.csv", |text| {
                let text = format!("\u{feff}{}", text.replace(',', "\t"));
                text.encode_utf16().flat_map(u16::to_le_bytes).collect()
            })
        },
    },
    Case {
        name: "csv-utf8-mark",
        shows: "peers 55: Excel needs the mark to open UTF-8",
        finds: &[],
        spoil: |county| {
            county.into_file(TEACHERS, "teachers.csv", |text| {
                format!("\u{feff}{text}").into_bytes()
            })
        },
    },
    Case {
        name: "csv-tabs",
        shows: "data/tw-moe-raw/103_basej.txt: separated by tabs",
        finds: &[],
        spoil: |county| {
            county.into_file(TEACHERS, "teachers.csv", |text| {
                text.replace(',', "\t").into_bytes()
            })
        },
    },
    Case {
        name: "csv-semicolons",
        shows: "Excel under another locale separates by semicolons",
        finds: &[("I114", "")],
        spoil: |county| {
            county.into_file(TEACHERS, "teachers.csv", |text| {
                text.replace(',', ";").into_bytes()
            })
        },
    },
    Case {
        name: "csv-full-width-commas",
        shows: "typed by hand with a Chinese keyboard",
        finds: &[("I114", "")],
        spoil: |county| {
            county.into_file(TEACHERS, "teachers.csv", |text| {
                text.replace(',', "，").into_bytes()
            })
        },
    },
    Case {
        name: "csv-open-quote",
        shows: "csv in the wild: a quote that is never closed swallows the rest",
        finds: &[("I110", "3")],
        spoil: |county| {
            county.into_file(TEACHERS, "teachers.csv", |text| {
                text.replace("T02,甲二", "T02,\"甲二").into_bytes()
            })
        },
    },
    Case {
        name: "csv-long-row",
        shows: "a comma within a cell moves all that follows",
        finds: &[("I107", "4")],
        spoil: |county| {
            county.into_file(TEACHERS, "teachers.csv", |text| {
                text.replace("T03,甲三", "T03,甲,三")
                    .replace("教师,0\r\nT04", "教师,0,备注\r\nT04")
                    .into_bytes()
            })
        },
    },
    Case {
        name: "csv-short-row",
        shows: "the end of a row was cut off",
        finds: &[("I106", "1"), ("I108", "2")],
        spoil: |county| {
            county.into_file("quota", "quota.csv", |_| {
                "学段,编制总量,备注\r\n小学,9".into()
            })
        },
    },
    Case {
        name: "not-text",
        shows: "a picture of the list instead of the list",
        finds: &[("I102", "")],
        spoil: |county| {
            instead(
                county,
                "teachers.csv",
                vec![0x89, 0x50, 0x4E, 0x47, 0xFF, 0x00, 0x81, 0xFF, 0xFE, 0xFF],
            )
        },
    },
    Case {
        name: "page-called-xls",
        shows: "school systems export a web page and call it .xls",
        finds: &[("I119", "")],
        spoil: |county| {
            instead(
                county,
                "teachers.xls",
                b"<html><table><tr><td>\xe5\xa7\x93\xe5\x90\x8d</td></tr></table>".to_vec(),
            )
        },
    },
    Case {
        name: "xlsx-cut-off",
        shows: "a download that broke off",
        finds: &[("I119", "")],
        spoil: |county| {
            let bytes = whole(&county);
            fixture(county, "全县.xlsx", &bytes[..bytes.len() >> 1])
        },
    },
    Case {
        name: "xlsx-with-password",
        shows: "rosters are sent about with a password",
        finds: &[("I118", "")],
        spoil: |county| {
            instead(
                county,
                "teachers.xlsx",
                include_bytes!("../../golden/nasty/files/password.xlsx").to_vec(),
            )
        },
    },
    Case {
        name: "whole-county-xls",
        shows: "data/cn-fujian-import-templates: BIFF, whole numbers come as floats",
        finds: &[],
        spoil: |county| {
            fixture(
                county,
                "全县.xls",
                include_bytes!("../../golden/nasty/files/county.xls"),
            )
        },
    },
    Case {
        name: "whole-county-et",
        shows: "WPS keeps its own workbooks as .et; the content is that of XLS",
        finds: &[],
        spoil: |county| {
            fixture(
                county,
                "全县.et",
                include_bytes!("../../golden/nasty/files/county.xls"),
            )
        },
    },
    Case {
        name: "table-called-dat",
        shows: "issue 16: a table of another name than any of a table was not read at all",
        finds: &[],
        spoil: |county| county.into_file(TEACHERS, "教师.dat", |text| text.as_bytes().to_vec()),
    },
    Case {
        name: "file-that-holds-no-such-table",
        shows: "issue 16: a county without teachers was proved best",
        finds: &[("I158", ""), ("I115", ""), ("I115", "")],
        spoil: |mut county| {
            county.sheets.retain(|one| one.0 != TEACHERS);
            let sheet = |name: &str| {
                named(
                    name,
                    vec![vec![Cell::from("电话")], vec![Cell::from("0578")]],
                )
            };
            let bytes = xlsx(&[&sheet("值班"), &sheet("通讯录")]);
            county.files.push(("名册.data".into(), bytes));
            let text = "title = \"县\"\nreckoning_date = \"2026-08-31\"\npolicy = \"policy.toml\"\n[tables]\nteachers = \"名册.data\"\n";
            county.files.push(("scenario.toml".into(), text.into()));
            county
        },
    },
    Case {
        name: "xml-of-excel-2003",
        shows: "exports of old systems: an XML table of Excel 2003 called .xls",
        finds: &[("I119", "")],
        spoil: |county| {
            let text = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
                <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>";
            instead(county, "teachers.xls", text.into())
        },
    },
    Case {
        name: "formula-without-value",
        shows: "workbooks of other programs keep formulas and not what they give",
        finds: &[("I159", "M2")],
        spoil: |county| {
            let county = county.set(TEACHERS, "T01", "周课时", Cell::Error("unreckoned"));
            let bytes = without_values(&whole(&county));
            fixture(county, "全县.xlsx", &bytes)
        },
    },
    Case {
        name: "whole-county-ods",
        shows: "WPS and LibreOffice save ODS",
        finds: &[],
        spoil: |county| {
            fixture(
                county,
                "全县.ods",
                include_bytes!("../../golden/nasty/files/county.ods"),
            )
        },
    },
    Case {
        name: "no-settings",
        shows: "a bureau's own workbook says neither date nor policy",
        finds: &[("I147", "")],
        spoil: |mut county| {
            county.sheets.remove(0);
            county
        },
    },
    Case {
        name: "two-sheets-alike",
        shows: "last year's roster still stands beside this year's",
        finds: &[("I116", "")],
        spoil: |mut county| {
            let mut copy = county.sheet(TEACHERS).clone();
            county.sheet(TEACHERS).name = "教师名册2026".into();
            copy.name = "教师名册2025".into();
            county.sheets.push(("copy", copy));
            county
        },
    },
    Case {
        name: "sheet-of-no-use",
        shows: "data/cn-fujian-import-templates: other sheets in the same workbook",
        finds: &[("I115", "")],
        spoil: |mut county| {
            county.sheets.push((
                "more",
                named(
                    "通讯录",
                    vec![vec![Cell::from("电话")], vec![Cell::from("0578")]],
                ),
            ));
            county
        },
    },
    Case {
        name: "sheet-under-another-name",
        shows: "no bureau calls its sheet as we do",
        finds: &[("I112", "")],
        spoil: |mut county| {
            county.sheet(TEACHERS).name = "2026年春季教师花名册".into();
            county
        },
    },
    Case {
        name: "sheet-named-sheet1",
        shows: "data/cn-fujian-import-templates: the roster stands on Sheet1",
        finds: &[("I112", "")],
        spoil: |mut county| {
            county.sheet(TEACHERS).name = "Sheet1".into();
            county
        },
    },
    Case {
        name: "hidden-sheet",
        shows: "a sheet that nobody sees is read all the same",
        finds: &[("I143", "")],
        spoil: |mut county| {
            county.sheet("recruits").hidden = true;
            county
        },
    },
    Case {
        name: "too-many-columns",
        shows: "formats drawn to the last column of the sheet",
        finds: &[("I117", "")],
        spoil: |county| {
            let mut row = vec![Cell::from(""); 16_383];
            row.push(Cell::from("x"));
            let wide = xlsx(&[&named("教师", vec![row])]);
            instead(county, "teachers.xlsx", wide)
        },
    },
    Case {
        name: "cell-of-a-megabyte",
        shows: "a whole document pasted into one cell",
        finds: &[("I117", "2"), ("I106", "1"), ("I131", "C2")],
        spoil: |county| {
            let long = "长".repeat(350_000);
            county.into_file("quota", "quota.csv", move |_| {
                format!("学段,备注,编制总量\r\n小学,x,{long}").into_bytes()
            })
        },
    },
];
