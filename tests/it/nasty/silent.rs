//! What was once lost without a word (issue 16), and what is read through rather than refused.

use super::Case;

const TEACHERS: &str = "teachers";

pub(super) const CASES: &[Case] = &[
    Case {
        name: "number-with-the-unit-of-another-column",
        shows: "床 where periods belong: the cell is of another column",
        finds: &[("I132", "M2")],
        spoil: |county| county.set(TEACHERS, "T01", "周课时", "14床"),
    },
    Case {
        name: "share-of-one",
        shows: "1 for full time, as a spreadsheet keeps 100%",
        finds: &[("I154", "E2")],
        spoil: |county| {
            let county = county.set("service", "T01", "占全职比例", "1");
            county.set("service", "T08", "占全职比例", "100%")
        },
    },
    Case {
        name: "mark-for-nought",
        shows: "a book-keeper's dash where a number must stand",
        finds: &[("I155", "D2")],
        spoil: |county| county.set("title_posts", "S1", "已聘岗位数", "—"),
    },
    Case {
        name: "words-for-nothing",
        shows: "暂无, 不详, 无, N/A where a cell may stay blank",
        finds: &[],
        spoil: |county| {
            let county = county.set(TEACHERS, "T06", "现聘职称", "暂无");
            let county = county.set(TEACHERS, "T01", "志愿学校", "无");
            county.set(TEACHERS, "T01", "保护情形", "N/A")
        },
    },
    Case {
        name: "birth-that-says-none",
        shows: "issue 16: the teacher was gone without a word",
        finds: &[("I131", "D2")],
        spoil: |county| county.set(TEACHERS, "T01", "出生年月", "无"),
    },
    Case {
        name: "school-since-none",
        shows: "issue 16: the teacher was gone without a word",
        finds: &[("I131", "P2")],
        spoil: |county| county.set(TEACHERS, "T01", "进入本校年月", "无"),
    },
    Case {
        name: "service-from-now-on",
        shows: "issue 16: the spell was gone without a word",
        finds: &[("I136", "C2")],
        spoil: |county| county.set("service", "T01", "开始年月", "至今"),
    },
    Case {
        name: "thirteenth-grade",
        shows: "issue 16: 13年级 was left out without a word",
        finds: &[("I133", "B6")],
        spoil: |county| county.set("classes", "S3", "年级", "13年级"),
    },
    Case {
        name: "zero-width-characters",
        shows: "copied from a web page: U+200B, U+2060 inside a cell",
        finds: &[("I156", "M2"), ("I156", "A4")],
        spoil: |county| {
            let county = county.set(TEACHERS, "T01", "周课时", "1\u{200b}4");
            county.set(TEACHERS, "T03", "工号", "T\u{2060}03")
        },
    },
    Case {
        name: "apostrophe-before-a-code",
        shows: "an apostrophe typed to keep a code as text; full-width letters in another",
        finds: &[("I156", "A4")],
        spoil: |county| {
            let county = county.set(TEACHERS, "T02", "工号", "Ｔ０２");
            county.set(TEACHERS, "T03", "工号", "'T03")
        },
    },
    Case {
        name: "control-characters",
        shows: "a bell, and a mark that turns the direction of writing",
        finds: &[("I157", "B2"), ("I157", "B3")],
        spoil: |county| {
            let county = county.set(TEACHERS, "T01", "姓名", "甲\u{7}一");
            county.set(TEACHERS, "T02", "姓名", "甲\u{202e}二")
        },
    },
];
