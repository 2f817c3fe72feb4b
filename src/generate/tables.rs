//! The tables of a made-up county as text.

use super::manifest::{self, Origin};
use super::options::{Options, Tables};
use super::people::Staff;
use super::quota::{quota_sheet, quotas, recruits};
use super::roll::{spell_row, teacher_row};
use super::rows::{Cells, Sheet, flag, optional};
use super::seat::Seat;
use super::title_posts::title_posts;
use super::{grid, policies};
use crate::domain::SchoolNo;

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
        ("quota.csv", quota_sheet(seats, &quotas, options)),
        ("recruits.csv", recruits(staff, options)),
        ("title_posts.csv", title_posts(seats, staff, options)),
    ];
    let mut tables: Tables = files
        .into_iter()
        .map(|(name, sheet)| (name.to_owned(), sheet.csv()))
        .collect();
    if options.base.is_none() {
        tables.insert("grid.csv".to_owned(), grid::GRID.to_owned());
        tables.insert("load.csv".to_owned(), grid::LOAD.to_owned());
    }
    policies::add(&mut tables, options);
    tables.insert("scenario.toml".to_owned(), manifest::text(origin, options));
    tables
}

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
