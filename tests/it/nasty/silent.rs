//! What was once lost without a word (issue 16), and what is read through rather than refused.

use super::Case;
use super::county::Cell;

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
    Case {
        name: "row-doubled",
        shows: "a row pasted twice, the same in every cell",
        finds: &[("I170", "4"), ("I170", "3")],
        spoil: |mut county| {
            for table in ["quota", TEACHERS] {
                let sheet = county.sheet(table);
                let row = sheet.rows[2.min(sheet.rows.len() - 1)].clone();
                sheet.rows.insert(3.min(sheet.rows.len()), row);
            }
            county
        },
    },
    Case {
        name: "sub-totals-and-lines-to-sign",
        shows: "a sub-total after each school; who filled it in, over several cells",
        finds: &[("I109", "4"), ("I109", "7"), ("I120", "8"), ("I120", "9")],
        spoil: |county| {
            let county = county.row("classes", 3, &["示例小学小计", "", "117", "3", ""]);
            let county = county.row("classes", 6, &["S2", "合计", "", "2", "59"]);
            let county = county.row("classes", 7, &["填表人：张某", "", "审核人：李某"]);
            county.row("classes", 8, &["单位负责人签字", "", "2026年8月"])
        },
    },
    Case {
        name: "service-with-heads-only",
        shows: "nobody has been posted yet: a table with heads only is one",
        finds: &[("I171", "1")],
        spoil: |mut county| {
            county.sheet("service").rows.truncate(1);
            county
        },
    },
    Case {
        name: "status-of-those-who-left",
        shows: "headers.md: 离退休; the retired and the dead stay on rosters for years",
        finds: &[("I173", "A2"), ("I172", "R7")],
        spoil: |county| {
            let county = county.set(TEACHERS, "T06", "在岗状态", "退休");
            county.set("service", "T01", "工号", "T06")
        },
    },
    Case {
        name: "status-in-words-of-the-bureau",
        shows: "headers.md: 区内交流（在一线教学）, written with half-width brackets",
        finds: &[],
        spoil: |county| {
            let county = county.set(TEACHERS, "T01", "在岗状态", "区内交流(在一线教学)");
            county.set(TEACHERS, "T02", "在岗状态", "在职在岗（本校任教）")
        },
    },
    Case {
        name: "two-schools-of-one-name",
        shows: "two schools of one name: by its code each is known, by its name neither",
        finds: &[("I202", "B4"), ("I174", "H5")],
        spoil: |mut county| {
            let sheet = county.sheet("schools");
            let name = sheet.rows[2][1].clone();
            let Cell::Text(word) = name.clone() else {
                return county;
            };
            sheet.rows[3][1] = name;
            county.set(TEACHERS, "T04", "现任教学校", word.as_str())
        },
    },
    Case {
        name: "school-by-name-and-code",
        shows: "the name with the code behind it, as drop-down lists give it",
        finds: &[],
        spoil: |county| county.set(TEACHERS, "T04", "编制所在学校", "东河小学（S2）"),
    },
    Case {
        name: "person-by-name",
        shows: "a name where the staff id belongs",
        finds: &[("I175", "A2")],
        spoil: |county| county.set("service", "T01", "工号", "甲一"),
    },
    Case {
        name: "person-by-a-name-that-two-bear",
        shows: "two of one name: both are shown",
        finds: &[("I176", "A2")],
        spoil: |county| {
            let county = county.set(TEACHERS, "T06", "姓名", "甲一");
            county.set("service", "T01", "工号", "甲一")
        },
    },
    Case {
        name: "nought-that-is-too-much",
        shows: "issue 16: a code with its nought where the list has lost it",
        finds: &[("I164", "G5")],
        spoil: |mut county| {
            for (_, sheet) in &mut county.sheets {
                for cell in sheet.rows.iter_mut().flatten() {
                    if let Cell::Text(text) = cell
                        && ["S1", "S2", "S3"].contains(&text.as_str())
                    {
                        *text = text.replace('S', "19900000");
                    }
                }
            }
            county.set(TEACHERS, "T04", "编制所在学校", "0199000002")
        },
    },
    Case {
        name: "school-misspelt",
        shows: "a school under nearly its name",
        finds: &[("I701", "G5")],
        spoil: |county| county.set(TEACHERS, "T04", "编制所在学校", "东河中心小"),
    },
    Case {
        name: "words-of-the-bureau",
        shows: "issue 16: 正校级 in four cells is one question",
        finds: &[("I177", "V2")],
        spoil: |county| {
            let county = county.set(TEACHERS, "T01", "职务", "正校级");
            let county = county.set(TEACHERS, "T02", "职务", "正校级");
            county.set(TEACHERS, "T03", "职务", "工会主席")
        },
    },
    Case {
        name: "words-of-the-bureau-answered",
        shows: "the same, answered in columns.toml, where it stays for next year",
        finds: &[],
        spoil: |county| {
            let mut county = county.set(TEACHERS, "T02", "职务", "正校级");
            county = county.set(TEACHERS, "T03", "志愿学校", "河东");
            let text = "[teachers.words.role]\n\"正校级\" = \"校长\"\n[teachers.words.wishes]\n\"河东\" = \"S2\"\n";
            county.files.push(("columns.toml".into(), text.into()));
            county
        },
    },
    Case {
        name: "postings-on-the-roster",
        shows: "data/cn-guangzhou-baiyun: 交流单位名称, 交流开始时间, 交流结束时间 in the roster itself",
        finds: &[("I178", "X3"), ("I179", "X4")],
        spoil: |county| {
            let county = county.column(
                TEACHERS,
                "交流单位名称",
                &["无", "东河中心小学", "外县一小"],
            );
            let county = county.column(TEACHERS, "交流开始时间", &["", "2015年9月", "2016-09"]);
            county.column(TEACHERS, "交流结束时间", &["", "2016年8月", "2017-08"])
        },
    },
    Case {
        name: "curriculum-of-the-program",
        shows: "no bureau keeps the national curriculum as a table",
        finds: &[("I180", ""), ("I180", "")],
        spoil: |mut county| {
            county.sheets.retain(|one| one.0 != "grid");
            county.sheet("load").rows.truncate(1);
            county
        },
    },
    Case {
        name: "one-row-a-class",
        shows: "statistics by class: a row for each, its name in a column of its own",
        finds: &[("I181", "2")],
        spoil: |mut county| {
            let sheet = county.sheet("classes");
            let text = |cell: &str| Cell::from(cell);
            let mut rows = vec![["学校代码", "年级", "班级", "学生总数"].map(text).to_vec()];
            for row in &sheet.rows[1..] {
                let word = |at: usize| match row.get(at) {
                    Some(Cell::Text(text)) => text.clone(),
                    _ => String::new(),
                };
                let mut pupils: Vec<String> = word(2).split(';').map(str::to_owned).collect();
                if pupils == [""] {
                    let (classes, total) = (
                        word(3).parse::<u32>().unwrap(),
                        word(4).parse::<u32>().unwrap(),
                    );
                    let each = |no| total.div_euclid(classes) + u32::from(no < total % classes);
                    pupils = (0..classes).map(|no| each(no).to_string()).collect();
                }
                for (no, number) in (1..).zip(pupils) {
                    let name = format!("{no}班");
                    rows.push(
                        [&word(0), &word(1), &name, &number]
                            .map(|one| text(one))
                            .to_vec(),
                    );
                }
            }
            sheet.rows = rows;
            county
        },
    },
    Case {
        name: "one-column-a-grade",
        shows: "statistics by school: a column for the classes and one for the pupils of each grade",
        finds: &[("I183", "1")],
        spoil: |mut county| {
            let sheet = county.sheet("classes");
            let text = |cell: &str| Cell::from(cell);
            let grades = ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"];
            let heads = grades
                .iter()
                .flat_map(|grade| [format!("{grade}班数"), format!("{grade}人数")]);
            let heads = [text("学校代码")]
                .into_iter()
                .chain(heads.map(|head| text(&head)));
            let mut rows = vec![heads.collect::<Vec<_>>()];
            for row in &sheet.rows[1..] {
                let word = |at: usize| match row.get(at) {
                    Some(Cell::Text(text)) => text.clone(),
                    Some(Cell::Number(number)) => number.to_string(),
                    _ => String::new(),
                };
                let pupils: Vec<u32> = word(2)
                    .split(';')
                    .filter_map(|one| one.parse().ok())
                    .collect();
                let listed = (
                    pupils.len().to_string(),
                    pupils.iter().sum::<u32>().to_string(),
                );
                let (classes, total) = if pupils.is_empty() {
                    (word(3), word(4))
                } else {
                    listed
                };
                let is_hers =
                    |one: &Vec<Cell>| matches!(&one[0], Cell::Text(school) if *school == word(0));
                let of_school = rows.iter().position(is_hers);
                let at = of_school.unwrap_or(rows.len());
                if at == rows.len() {
                    rows.push(vec![text(""); 19]);
                    rows[at][0] = text(&word(0));
                }
                let named = grades.iter().position(|grade| *grade == word(1));
                let grade = named.map_or_else(|| word(1).parse().unwrap(), |at| at + 1);
                rows[at][2 * grade - 1] = text(&classes);
                rows[at][2 * grade] = text(&total);
            }
            sheet.rows = rows;
            county
        },
    },
];
