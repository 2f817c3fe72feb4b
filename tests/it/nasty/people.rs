//! Persons: doubles, likely doubles, names.

use super::Case;

const TEACHERS: &str = "teachers";

pub(super) const CASES: &[Case] = &[
    Case {
        name: "same-id-twice",
        shows: "peers 59: doubles accepted in silence",
        finds: &[("I401", "A4")],
        spoil: |county| county.set(TEACHERS, "T03", "工号", "T02"),
    },
    Case {
        name: "same-person-twice",
        shows: "peers 59: same name and birthday",
        finds: &[("I403", "B7")],
        spoil: |county| {
            county
                .set(TEACHERS, "T06", "姓名", "甲三")
                .set(TEACHERS, "T06", "出生年月", "1990-06")
        },
    },
    Case {
        name: "same-person-in-another-width",
        shows: "peers 60: the same name with a blank inside",
        finds: &[("I403", "B7")],
        spoil: |county| {
            county.set(TEACHERS, "T06", "姓名", "甲　三").set(
                TEACHERS,
                "T06",
                "出生年月",
                "1990-06",
            )
        },
    },
    Case {
        name: "same-person-with-another-point",
        shows: "the point in names of minorities has many forms",
        finds: &[("I403", "B7")],
        spoil: |county| {
            let county = county.set(TEACHERS, "T03", "姓名", "阿依·古丽");
            county.set(TEACHERS, "T06", "姓名", "阿依•古丽").set(
                TEACHERS,
                "T06",
                "出生年月",
                "1990-06",
            )
        },
    },
    Case {
        name: "rare-character-lost",
        shows: "a rare character became a question mark",
        finds: &[("I167", "B4")],
        spoil: |county| county.set(TEACHERS, "T03", "姓名", "甲?"),
    },
    Case {
        name: "rare-character-of-one-font",
        shows: "a rare character in the private area of a font",
        finds: &[("I167", "B4")],
        spoil: |county| county.set(TEACHERS, "T03", "姓名", "甲\u{e863}"),
    },
    Case {
        name: "two-quota-places",
        shows: "one person on the lists of two schools",
        finds: &[("I402", "G5")],
        spoil: |county| {
            let named = county.set(TEACHERS, "T03", "姓名", "乙一");
            named.set(TEACHERS, "T03", "工号", "T04")
        },
    },
    Case {
        name: "example-row-left",
        shows: "an example row of the template was not deleted",
        finds: &[("I148", "A10")],
        spoil: |county| {
            county.row(
                TEACHERS,
                9,
                &[
                    "示例师1",
                    "示例",
                    "女",
                    "1985-03",
                    "大学本科",
                    "在编",
                    "S1",
                    "S1",
                    "小学",
                    "语文",
                    "小学",
                    "语文",
                    "14",
                    "一级教师",
                    "2015-09",
                    "2008-09",
                    "2008-09",
                    "在岗",
                ],
            )
        },
    },
];
