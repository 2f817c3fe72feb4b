//! The table of teachers (教师表).

use super::teacher_columns::COLUMNS;
use crate::domain::{
    Backbone, Degree, Employment, Protection, Role, Stage, Status, Teacher, Title,
};
use crate::input::cells::Cells;
use crate::input::columns::TableSpec;
use crate::text::Text;

pub(in crate::input) static SPEC: TableSpec = TableSpec {
    key: "teachers",
    name: Text::new("教师", "teachers"),
    optional: false,
    columns: COLUMNS,
};

/// One teacher.
pub(in crate::input) fn read(cells: &mut Cells<'_>) -> Option<Teacher> {
    let (id, name) = (cells.id("id"), cells.text("name"));
    let identity = cells.identity("identity");
    let (sex, birth) = (cells.sex("sex", identity), cells.birth("birth", identity));
    let degree = cells.choice("degree", Degree::find);
    let employment = cells.choice("employment", Employment::find);
    let quota_school = cells.school("quota_school");
    let work_school = cells.school("work_school");
    let (stage, subject) = (cells.choice("stage", Stage::find), cells.subject("subject"));
    let at_school_since = cells.month("at_school_since");
    let (lon, lat) = (cells.degrees("home_lon"), cells.degrees("home_lat"));
    let mut certified_stages = cells.choices("certified_stages", Stage::find);
    certified_stages.sort();
    let teacher = Teacher {
        role: cells.choice("role", Role::find).unwrap_or(Role::Teacher),
        terms: cells.count("terms").unwrap_or(0),
        certified_stages,
        certified_subjects: sorted(cells.subjects("certified_subjects")),
        more_subjects: sorted(cells.subjects("more_subjects")),
        weekly_periods: cells.count("weekly_periods"),
        title: cells.choice("title", Title::find).unwrap_or(Title::None),
        title_since: cells.month("title_since"),
        directed_title: cells.flag("directed_title", false),
        backbone: cells
            .choice("backbone", Backbone::find)
            .unwrap_or(Backbone::None),
        teaching_since: cells.month("teaching_since"),
        status: cells
            .choice("status", Status::find)
            .unwrap_or(Status::Active),
        protections: cells.choices("protections", Protection::find),
        volunteer: cells.flag("volunteer", false),
        wishes: cells.schools("wishes"),
        points: cells.points("points"),
        home: cells.coordinates(("home_lon", lon), ("home_lat", lat)),
        bond_until: cells.month("bond_until"),
        language_ok: cells.flag("language_ok", true),
        ethics_ok: cells.flag("ethics_ok", true),
        training_ok: cells.flag("training_ok", true),
        applies_for: cells
            .choice("applies_for", Title::find)
            .filter(|title| *title != Title::None),
        id: id?,
        name: name?,
        sex: sex?,
        birth: birth?,
        degree: degree?,
        employment: employment?,
        quota_school: quota_school?,
        work_school: work_school.or(quota_school)?,
        stage: stage?,
        subject: subject?,
        at_school_since: at_school_since?,
    };
    cells.sound.then_some(teacher)
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort();
    list
}
