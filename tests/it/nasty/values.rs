//! Values as spreadsheets and people write them.

use super::Case;
use super::county::{Cell, County};

const TEACHERS: &str = "teachers";

/// Ids of schools with noughts in front, as text everywhere.
fn long_ids(mut county: County) -> County {
    for (_, sheet) in &mut county.sheets {
        for cell in sheet.rows.iter_mut().flatten() {
            if let Cell::Text(text) = cell
                && ["S1", "S2", "S3"].contains(&text.as_str())
            {
                *text = text.replace('S', "01130");
            }
        }
    }
    county
}

/// A made-up identity number: the region 000000 does not exist.
const IDENTITY: [&str; 8] = ["000000198503010021", "", "", "", "", "", "", ""];

pub(super) const CASES: &[Case] = &[
    Case {
        name: "dates-as-serial-numbers",
        shows: "a date column formatted as numbers",
        finds: &[("I151", "D2")],
        spoil: |county| {
            let county = county.set(TEACHERS, "T01", "出生年月", 31_107.0);
            county.set(TEACHERS, "T02", "出生年月", 29_160.0)
        },
    },
    Case {
        name: "dates-as-dates",
        shows: "data/tw-tainan-staff-2014: true dates, shown as 1985年3月",
        finds: &[],
        spoil: |county| {
            let county = county.set(TEACHERS, "T01", "出生年月", Cell::Date(1985, 3, 1));
            county.set(TEACHERS, "T02", "出生年月", Cell::Date(1979, 11, 30))
        },
    },
    Case {
        name: "dates-in-words",
        shows: "data/cn-guangzhou-baiyun: dates as text xxxx年xx月",
        finds: &[],
        spoil: |county| {
            let county = county.set(TEACHERS, "T01", "出生年月", "1985年3月");
            let county = county.set(TEACHERS, "T02", "出生年月", "1979年11月08日");
            let county = county.set(TEACHERS, "T03", "出生年月", "１９９０．０６");
            let county = county.set(TEACHERS, "T04", "出生年月", "1992/1/15");
            let county = county.set(TEACHERS, "T05", "出生年月", "196805");
            county.set(TEACHERS, "T06", "出生年月", 199_708.0)
        },
    },
    Case {
        name: "month-that-lost-its-nought",
        shows: "1987.10 becomes 1987.1 in a spreadsheet",
        finds: &[("I161", "D4")],
        spoil: |county| county.set(TEACHERS, "T03", "出生年月", 1990.1),
    },
    Case {
        name: "two-digit-year",
        shows: "87-03: which century is not said",
        finds: &[("I136", "D4")],
        spoil: |county| county.set(TEACHERS, "T03", "出生年月", "90-06"),
    },
    Case {
        name: "no-such-month",
        shows: "a thirteenth month",
        finds: &[("I136", "P4")],
        spoil: |county| county.set(TEACHERS, "T03", "进入本校年月", "2013-13"),
    },
    Case {
        name: "dates-that-say-none",
        shows: "data/cn-guangzhou-baiyun: dates as 无; service that runs 至今",
        finds: &[],
        spoil: |county| {
            let county = county.set(TEACHERS, "T06", "现聘职称起始年月", "无");
            let county = county.set(TEACHERS, "T06", "现聘职称", "无");
            county.set("service", "T01", "结束年月", "2019.08")
        },
    },
    Case {
        name: "age-instead-of-birth",
        shows: "headers.md: 年龄（两位数字，文本型）",
        finds: &[("I166", "1")],
        spoil: |county| county.head(TEACHERS, "出生年月", "年龄（两位数字，文本型）"),
    },
    Case {
        name: "birth-from-identity",
        shows: "rosters hold identity numbers instead of births",
        finds: &[("I153", "D2")],
        spoil: |county| {
            county
                .set(TEACHERS, "T01", "出生年月", "")
                .column(TEACHERS, "身份证号", &IDENTITY)
        },
    },
    Case {
        name: "identity-check-digit",
        shows: "one digit typed wrong",
        finds: &[("I162", "X2")],
        spoil: |county| county.column(TEACHERS, "身份证号", &["000000198503010028"]),
    },
    Case {
        name: "identity-rounded",
        shows: "peers 56: 18-digit numbers lose their last digits",
        finds: &[("I162", "X2")],
        spoil: |county| {
            let mut county = county.column(TEACHERS, "身份证号", &[""]);
            county.sheet(TEACHERS).rows[1][23] = Cell::Number(110_101_198_503_010_027.0);
            county
        },
    },
    Case {
        name: "identity-ends-in-noughts",
        shows: "peers 56: the same saved once more as text",
        finds: &[("I162", "X2")],
        spoil: |county| county.column(TEACHERS, "身份证号", &["000000198503010000"]),
    },
    Case {
        name: "identity-against-birth",
        shows: "birth and identity number disagree",
        finds: &[("I163", "D2")],
        spoil: |county| {
            county.set(TEACHERS, "T01", "出生年月", "1985-04").column(
                TEACHERS,
                "身份证号",
                &IDENTITY,
            )
        },
    },
    Case {
        name: "identity-against-sex",
        shows: "sex and identity number disagree",
        finds: &[("I163", "C2")],
        spoil: |county| {
            county
                .set(TEACHERS, "T01", "性别", "男")
                .column(TEACHERS, "身份证号", &IDENTITY)
        },
    },
    Case {
        name: "leading-nought-lost",
        shows: "data/tw-moe-raw: 011301 becomes 11301",
        finds: &[("I164", "G2")],
        spoil: |county| {
            long_ids(county)
                .set(TEACHERS, "T01", "编制所在学校", 11_301.0)
                .set(TEACHERS, "T01", "现任教学校", "")
        },
    },
    Case {
        name: "own-code-lost-its-nought",
        shows: "data/tw-moe-raw: the same in the table of schools itself",
        finds: &[("I169", "A5"), ("I704", "B5")],
        spoil: |county| {
            long_ids(county).row(
                "schools",
                4,
                &[
                    "11304",
                    "南山小学",
                    "小学",
                    "乡村",
                    "",
                    "119.75",
                    "34.22",
                    "0",
                    "0",
                    "0",
                ],
            )
        },
    },
    Case {
        name: "school-by-name-in-another-width",
        shows: "peers 60: a blank inside a name; data/tw-moe-raw: full-width brackets in names",
        finds: &[],
        spoil: |county| county.set(TEACHERS, "T04", "编制所在学校", "东河　中心小学"),
    },
    Case {
        name: "code-in-scientific-notation",
        shows: "peers 56: a long code becomes 3.5E+17",
        finds: &[("I137", "A4")],
        spoil: |county| {
            county
                .set("schools", "S3", "学校代码", "3.50102E+17")
                .set(TEACHERS, "T07", "编制所在学校", "石桥教学点")
                .set(TEACHERS, "T07", "现任教学校", "")
                .set(TEACHERS, "T08", "编制所在学校", "石桥教学点")
                .set(TEACHERS, "T03", "志愿学校", "S2")
                .set("classes", "S3", "学校代码", "石桥教学点")
                .set("service", "T08", "任教学校", "石桥教学点")
                .set("teaching_posts", "S3", "学校代码", "石桥教学点")
                .set("travel", "S2", "终点学校", "石桥教学点")
        },
    },
    Case {
        name: "code-as-hashes",
        shows: "a column too narrow, copied as ########",
        finds: &[("I137", "A2")],
        spoil: |county| county.set("recruits", "P1", "编号", "########"),
    },
    Case {
        name: "numbers-in-many-forms",
        shows: "peers 57, data/tw-moe-raw: 1,685, 7.000000000000001, full-width digits, - for nought",
        finds: &[],
        spoil: |county| {
            let county = county.set("schools", "S1", "周转宿舍床位", "—");
            let county = county.set("schools", "S1", "核定编制数", "３");
            let county = county.set("schools", "S2", "核定编制数", 3.000_000_000_000_000_4);
            let county = county.set("quota", "小学", "编制总量", "9.0");
            county.set(TEACHERS, "T01", "周课时", " １４ ")
        },
    },
    Case {
        name: "number-with-unit",
        shows: "14节 where a number belongs; 床 and 张 are one",
        finds: &[("I154", "H3"), ("I154", "M2")],
        spoil: |county| {
            let county = county.set(TEACHERS, "T01", "周课时", "14节");
            county.set("schools", "S2", "周转宿舍床位", "2床")
        },
    },
    Case {
        name: "number-with-a-fraction",
        shows: "an average where a count belongs",
        finds: &[("I132", "B2")],
        spoil: |county| county.set("quota", "小学", "编制总量", 9.5),
    },
    Case {
        name: "number-out-of-range",
        shows: "a digit too many",
        finds: &[("I133", "M2")],
        spoil: |county| county.set(TEACHERS, "T01", "周课时", "140"),
    },
    Case {
        name: "yes-and-no-in-many-forms",
        shows: "√, Y, 1, 有; ×, N, 0",
        finds: &[],
        spoil: |county| {
            let county =
                county
                    .set("schools", "S1", "优质学校", "√")
                    .set("schools", "S2", "优质学校", "×");
            let county = county.set("schools", "S3", "优质学校", "N").set(
                "schools",
                "S1",
                "新学年前撤并",
                0.0,
            );
            county.set("teaching_posts", "S3", "必须开齐", "Ｙ")
        },
    },
    Case {
        name: "neither-yes-nor-no",
        shows: "待定",
        finds: &[("I134", "L3")],
        spoil: |county| county.set("schools", "S2", "优质学校", "待定"),
    },
    Case {
        name: "grades-in-many-forms",
        shows: "headers.md: 初一 against 七年级 in the same bureau",
        finds: &[],
        spoil: |mut county| {
            let sheet = county.sheet("classes");
            sheet.rows[1][1] = Cell::from("1年级");
            sheet.rows[2][1] = Cell::Number(2.0);
            sheet.rows[3][1] = Cell::from("小学一年级");
            sheet.rows[4][1] = Cell::from("２");
            county
        },
    },
    Case {
        name: "no-such-grade",
        shows: "a grade that no school has",
        finds: &[("I133", "B6")],
        spoil: |county| county.set("classes", "S3", "年级", "13"),
    },
    Case {
        name: "no-such-subject",
        shows: "a hobby group as a subject",
        finds: &[("I139", "J2")],
        spoil: |county| county.set(TEACHERS, "T01", "主教学科", "奥数"),
    },
    Case {
        name: "stage-and-subject-together",
        shows: "data/cn-fujian-import-templates: 小学语文, 初中数学",
        finds: &[("I152", "J2")],
        spoil: |county| {
            county.set(TEACHERS, "T01", "主教学科", "小学语文").set(
                TEACHERS,
                "T02",
                "主教学科",
                "小学数学",
            )
        },
    },
    Case {
        name: "many-subjects-in-a-cell",
        shows: "data/cn-guangzhou-baiyun: 可以填多门，逗号隔开; and every other separator",
        finds: &[],
        spoil: |county| {
            county
                .set(TEACHERS, "T07", "教师资格学科", "语文／数学")
                .set("recruits", "P1", "可教学科", "音乐 , 美术；")
        },
    },
    Case {
        name: "subject-named-twice",
        shows: "the same subject under two names",
        finds: &[("I140", "L8")],
        spoil: |county| county.set(TEACHERS, "T07", "教师资格学科", "语文、数学、语"),
    },
    Case {
        name: "formula-error",
        shows: "a lookup that found nothing: #N/A",
        finds: &[("I165", "G3")],
        spoil: |county| county.set(TEACHERS, "T02", "编制所在学校", Cell::Error("#N/A")),
    },
    Case {
        name: "formula-error-in-text",
        shows: "the same pasted as a value",
        finds: &[("I165", "M3")],
        spoil: |county| county.set(TEACHERS, "T02", "周课时", "#REF!"),
    },
    Case {
        name: "blanks-around",
        shows: "peers 60: trailing spaces split people",
        finds: &[],
        spoil: |county| {
            county
                .set(TEACHERS, "T01", "编制所在学校", "S1　")
                .set(TEACHERS, "T02", "现聘职称", " 高级 教师 ")
                .set(TEACHERS, "T03", "学历", "大学本科\u{a0}")
        },
    },
    Case {
        name: "word-not-allowed",
        shows: "a word of another list",
        finds: &[("I135", "N2")],
        spoil: |county| county.set(TEACHERS, "T01", "现聘职称", "一级演员"),
    },
    Case {
        name: "old-titles",
        shows: "data/cn-fujian-import-templates: 中小学一级教师 and 小学高级教师",
        finds: &[],
        spoil: |county| {
            county
                .set(TEACHERS, "T01", "现聘职称", "中小学一级教师")
                .set(TEACHERS, "T02", "现聘职称", "高级")
        },
    },
    Case {
        name: "required-cell-blank",
        shows: "a gap in a required column",
        finds: &[("I131", "E4")],
        spoil: |county| county.set(TEACHERS, "T03", "学历", "/"),
    },
    Case {
        name: "school-unknown",
        shows: "a school that is not on the list",
        finds: &[("I701", "G4")],
        spoil: |county| {
            county.set(TEACHERS, "T03", "编制所在学校", "第九中学").set(
                TEACHERS,
                "T03",
                "现任教学校",
                "",
            )
        },
    },
    Case {
        name: "text-that-looks-like-a-formula",
        shows: "peers 61: formula injection; a cell is text, never run",
        finds: &[("I159", "M2"), ("I159", "B3")],
        spoil: |county| {
            let county = county.set(TEACHERS, "T02", "姓名", "@甲二");
            county.set(TEACHERS, "T01", "周课时", "=1+1")
        },
    },
];
