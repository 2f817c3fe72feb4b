//! The tables of a made-up county as text.

use super::manifest::{self, Origin};
use super::people::Staff;
use super::seat::{Seat, Tier};
use super::{Options, Tables, grid};
use crate::domain::{Employment, SchoolNo, Spell, Stage, Subject, Teacher};

/// Rows of cells below their heads.
struct Sheet {
    heads: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// From rows of head and cell; columns that are blank everywhere are left out.
    fn new(rows: Vec<Vec<(&'static str, String)>>) -> Self {
        let all: Vec<&str> = rows
            .first()
            .map(|row| row.iter().map(|cell| cell.0).collect())
            .unwrap_or_default();
        let used: Vec<usize> = (0..all.len())
            .filter(|at| rows.iter().any(|row| !row[*at].1.is_empty()))
            .collect();
        Self {
            heads: used.iter().map(|at| all[*at]).collect(),
            rows: rows
                .into_iter()
                .map(|row| used.iter().map(|at| row[*at].1.clone()).collect())
                .collect(),
        }
    }

    fn csv(&self) -> String {
        let mut text = self.heads.join(",");
        text.push('\n');
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        text
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Degrees from millionths of a degree.
pub(super) fn degrees(micro: i64) -> f64 {
    // Below 2^53, so exact before the division, which is rounded the same way everywhere.
    #[allow(clippy::cast_precision_loss, reason = "at most 180 million")]
    let whole = micro as f64;
    whole / 1_000_000.0
}

/// Degrees with six decimals.
pub(super) fn rounded(at: f64) -> f64 {
    format!("{at:.6}").parse().unwrap_or(at)
}

fn flag(yes: bool) -> String {
    if yes { "是" } else { "" }.to_owned()
}

fn number(count: u32) -> String {
    if count == 0 {
        String::new()
    } else {
        count.to_string()
    }
}

fn subjects(list: &[Subject]) -> String {
    let names: Vec<&str> = list.iter().map(|subject| subject.text().zh).collect();
    names.join(";")
}

fn optional<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Every table of the county.
pub(super) fn write(seats: &[Seat], staff: &Staff, origin: &Origin, options: &Options) -> Tables {
    let quotas = quotas(seats, staff, options);
    let id = |school: SchoolNo| seats[school.0].school.id.clone();
    let schools = seats
        .iter()
        .zip(&quotas)
        .map(|(seat, quota)| school_row(seat, *quota, &id));
    let classes = seats.iter().flat_map(class_rows);
    let teachers = staff.teachers.iter().map(|one| teacher_row(one, &id));
    let service = staff
        .service
        .iter()
        .map(|spell| spell_row(spell, &staff.teachers, &id));
    let files = [
        ("schools.csv", Sheet::new(schools.collect())),
        ("classes.csv", Sheet::new(classes.collect())),
        ("teachers.csv", Sheet::new(teachers.collect())),
        ("service.csv", Sheet::new(service.collect())),
        ("quota.csv", quota_sheet(seats, &quotas)),
        ("recruits.csv", recruits(staff, options)),
    ];
    let mut tables: Tables = files
        .into_iter()
        .map(|(name, sheet)| (name.to_owned(), sheet.csv()))
        .collect();
    if options.base.is_none() {
        tables.insert("grid.csv".to_owned(), grid::GRID.to_owned());
        tables.insert("load.csv".to_owned(), grid::LOAD.to_owned());
    }
    tables.insert("scenario.toml".to_owned(), manifest::text(origin, options));
    tables
}

type Cells = Vec<(&'static str, String)>;

fn school_row(seat: &Seat, quota: u32, id: &impl Fn(SchoolNo) -> String) -> Cells {
    let school = &seat.school;
    let text = |word: &Option<String>| word.clone().unwrap_or_default();
    vec![
        ("学校代码", school.id.clone()),
        ("学校名称", school.name.clone()),
        ("学校类型", school.kind.text().zh.to_owned()),
        ("城乡类型", school.area.text().zh.to_owned()),
        ("优质学校", flag(school.quality)),
        ("薄弱学校", flag(school.weak)),
        ("村基点学校", flag(school.base_point)),
        ("永久性保留学校", flag(school.permanent)),
        ("新学年前撤并", flag(school.closing)),
        ("片区", text(&school.district)),
        ("教育集团", text(&school.group)),
        ("中心校", school.central_school.map(id).unwrap_or_default()),
        ("结对校", school.partner.map(id).unwrap_or_default()),
        ("法人单位", text(&school.legal_entity)),
        ("乡镇", text(&school.township)),
        ("经度", optional(school.place.map(|place| place.0))),
        ("纬度", optional(school.place.map(|place| place.1))),
        ("艰苦程度", school.hardship.to_string()),
        ("周转宿舍床位", school.beds.to_string()),
        ("寄宿生数", school.boarders.to_string()),
        ("核定编制数", school.quota.unwrap_or(quota).to_string()),
    ]
}

fn class_rows(seat: &Seat) -> Vec<Cells> {
    let row = |(grade, pupils): (&u8, &Vec<u32>)| {
        let each: Vec<String> = pupils.iter().map(u32::to_string).collect();
        vec![
            ("学校代码", seat.school.id.clone()),
            ("年级", grade.to_string()),
            ("各班学生数", each.join(";")),
        ]
    };
    seat.classes
        .iter()
        .filter(|group| !group.1.is_empty())
        .map(row)
        .collect()
}

fn teacher_row(one: &Teacher, id: &impl Fn(SchoolNo) -> String) -> Cells {
    let words = |list: Vec<&str>| list.join(";");
    let wishes: Vec<String> = one.wishes.iter().map(|school| id(*school)).collect();
    let mut row = vec![
        ("工号", one.id.clone()),
        ("姓名", one.name.clone()),
        ("性别", one.sex.text().zh.to_owned()),
        ("出生年月", one.birth.to_string()),
        ("学历", one.degree.text().zh.to_owned()),
        ("用人形式", one.employment.text().zh.to_owned()),
        ("编制所在学校", id(one.quota_school)),
        ("现任教学校", id(one.work_school)),
        ("职务", one.role.text().zh.to_owned()),
        ("任满届数", number(one.terms)),
        ("任教学段", one.stage.text().zh.to_owned()),
        ("主教学科", one.subject.text().zh.to_owned()),
        ("兼教学科", subjects(&one.more_subjects)),
        (
            "教师资格学段",
            words(
                one.certified_stages
                    .iter()
                    .map(|stage| stage.text().zh)
                    .collect(),
            ),
        ),
        ("教师资格学科", subjects(&one.certified_subjects)),
        ("现聘职称", one.title.text().zh.to_owned()),
        ("现聘职称起始年月", optional(one.title_since)),
        ("定向职称", flag(one.directed_title)),
        ("骨干级别", one.backbone.text().zh.to_owned()),
        ("进入本校年月", one.at_school_since.to_string()),
        ("从教起始年月", optional(one.teaching_since)),
        ("在岗状态", one.status.text().zh.to_owned()),
    ];
    row.extend([
        (
            "保护情形",
            words(
                one.protections
                    .iter()
                    .map(|reason| reason.text().zh)
                    .collect(),
            ),
        ),
        ("自愿报名", flag(one.volunteer)),
        ("志愿学校", wishes.join(";")),
        (
            "积分",
            if one.points == 0 {
                String::new()
            } else {
                one.points.to_string()
            },
        ),
        ("住址经度", optional(one.home.map(|home| home.0))),
        ("住址纬度", optional(one.home.map(|home| home.1))),
        ("服务期截止年月", optional(one.bond_until)),
        ("师德合格", if one.ethics_ok { "" } else { "否" }.to_owned()),
        (
            "培训合格",
            if one.training_ok { "" } else { "否" }.to_owned(),
        ),
        (
            "拟申报职称",
            one.applies_for
                .map(|title| title.text().zh.to_owned())
                .unwrap_or_default(),
        ),
    ]);
    row
}

fn spell_row(spell: &Spell, teachers: &[Teacher], id: &impl Fn(SchoolNo) -> String) -> Cells {
    vec![
        ("工号", teachers[spell.teacher.0].id.clone()),
        ("任教学校", id(spell.school)),
        ("开始年月", spell.from.to_string()),
        ("结束年月", optional(spell.to)),
        ("占全职比例", spell.share.to_string()),
        (
            "形式",
            spell
                .form
                .map(|form| form.text().zh.to_owned())
                .unwrap_or_default(),
        ),
    ]
}

/// Quota in force by school: about the people there, a little less in growing towns and a little
/// more in shrinking villages.
fn quotas(seats: &[Seat], staff: &Staff, options: &Options) -> Vec<u32> {
    let mut lot = super::draw::Draw::new(options.seed, 4);
    let quota = |(no, seat): (usize, &Seat)| {
        let heads = staff
            .teachers
            .iter()
            .filter(|one| one.quota_school.0 == no && one.employment == Employment::OnQuota)
            .count();
        let shift = match seat.tier {
            Tier::Core => lot.signed(-2, 2),
            Tier::Town => lot.signed(-1, 2),
            Tier::Village => lot.signed(0, 2),
        };
        seat.school.quota.unwrap_or_else(|| {
            u32::try_from(heads)
                .unwrap_or_default()
                .saturating_add_signed(shift)
        })
    };
    seats.iter().enumerate().map(quota).collect()
}

/// The county's total by stage: the sum over its schools, that of a nine-year school split by need.
fn quota_sheet(seats: &[Seat], quotas: &[u32]) -> Sheet {
    let plan = grid::Curriculum::national();
    let mut totals = vec![0u32; Stage::ALL.len()];
    for (seat, quota) in seats.iter().zip(quotas) {
        let needs: Vec<u64> = Stage::ALL
            .iter()
            .map(|stage| {
                if seat.school.teaches(*stage) {
                    seat.need(&plan, *stage).max(1)
                } else {
                    0
                }
            })
            .collect();
        for (total, part) in totals
            .iter_mut()
            .zip(super::draw::apportion(*quota, &needs))
        {
            *total += part;
        }
    }
    let row = |(stage, heads): (&Stage, &u32)| {
        vec![
            ("学段", stage.text().zh.to_owned()),
            ("编制总量", (heads + heads.div_ceil(100)).to_string()),
        ]
    };
    Sheet::new(
        Stage::ALL
            .iter()
            .zip(&totals)
            .filter(|total| *total.1 > 0)
            .map(row)
            .collect(),
    )
}

/// Recruits at hand: some on quota, special posts and contract staff, for what villages lack.
fn recruits(staff: &Staff, options: &Options) -> Sheet {
    const LINES: &[(&str, Employment, Stage, &[&str])] = &[
        ("Z1", Employment::OnQuota, Stage::Primary, &["pe", "labour"]),
        ("Z2", Employment::OnQuota, Stage::Primary, &["english"]),
        (
            "Z3",
            Employment::OnQuota,
            Stage::Junior,
            &["physics", "maths"],
        ),
        (
            "Z4",
            Employment::SpecialPost,
            Stage::Primary,
            &["music", "art"],
        ),
        (
            "Z5",
            Employment::SpecialPost,
            Stage::Primary,
            &["chinese", "ethics", "whole_class"],
        ),
        (
            "Z6",
            Employment::Contract,
            Stage::Primary,
            &["maths", "science"],
        ),
    ];
    let mut lot = super::draw::Draw::new(options.seed, 5);
    let stages: Vec<Stage> = staff.teachers.iter().map(|one| one.stage).collect();
    let heads = u32::try_from(stages.len()).unwrap_or(u32::MAX);
    let mut row = |line: &(&'static str, Employment, Stage, &[&str])| {
        let all: Vec<Subject> = line.3.iter().filter_map(|key| Subject::find(key)).collect();
        vec![
            ("编号", line.0.to_owned()),
            ("用人形式", line.1.text().zh.to_owned()),
            ("学段", line.2.text().zh.to_owned()),
            ("可教学科", subjects(&all)),
            ("人数", (heads.div_ceil(400) + lot.below(2)).to_string()),
        ]
    };
    Sheet::new(
        LINES
            .iter()
            .filter(|line| stages.contains(&line.2))
            .map(&mut row)
            .collect(),
    )
}
