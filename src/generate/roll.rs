//! The roll of teachers and their service as rows of cells.

use super::rows::{Cells, flag, number, optional, subjects};
use crate::domain::{SchoolNo, Spell, Teacher};

/// One person.
pub(super) fn teacher_row(one: &Teacher, id: &impl Fn(SchoolNo) -> String) -> Cells {
    let words = |list: Vec<&str>| list.join(";");
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
    row.extend(state(one, id));
    row
}

/// One spell of service.
pub(super) fn spell_row(
    spell: &Spell,
    teachers: &[Teacher],
    id: &impl Fn(SchoolNo) -> String,
) -> Cells {
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

/// What stands in the way of a move, what is asked for, and what has been passed.
fn state(one: &Teacher, id: &impl Fn(SchoolNo) -> String) -> Cells {
    let words = |list: Vec<&str>| list.join(";");
    let wishes: Vec<String> = one.wishes.iter().map(|school| id(*school)).collect();
    vec![
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
    ]
}
