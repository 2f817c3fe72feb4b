//! The tables of a made-up county as text, and how they are written into a folder.

use super::manifest::{self, Origin};
use super::people::Staff;
use super::places::PlaceKind;
use super::quota::{quotas, recruits, title_posts, totals};
use super::seat::Seat;
use super::{Options, Tables, grid, rulings};
use crate::disk::{self, DiskFault};
use crate::domain::{ClassGroup, School, SchoolNo};
use crate::input::{Names, RecordTable, tables};
use crate::policy;
use crate::text::Text;
use std::path::Path;

/// How the local policies name the national one, and how they name it in a folder of their own.
const THERE: &str = "extends = \"../national/policy.toml\"";
const HERE: &str = "extends = \"national.toml\"";

/// Every table of the county. Without a base it has the curriculum, the loads and a policy of its own:
/// that of the scenario which its kind of place is to fit, and the national text below it, so that the
/// folder needs no other.
pub(super) fn texts(seats: &[Seat], staff: &Staff, origin: &Origin, options: &Options) -> Tables {
    let quotas = quotas(seats, staff, options);
    let names = Names {
        schools: seats.iter().map(|seat| seat.school.id.as_str()).collect(),
        teachers: staff.teachers.iter().map(|one| one.id.as_str()).collect(),
    };
    let school = |(seat, quota): (&Seat, &u32)| School {
        quota: Some(*quota),
        ..seat.school.clone()
    };
    let schools: Vec<School> = seats.iter().zip(&quotas).map(school).collect();
    let posts = title_posts(seats, staff, options);
    let mut files = Tables::from([
        csv(&tables::SCHOOLS, &schools, &names),
        csv(&tables::CLASSES, &classes(seats), &names),
        csv(&tables::TEACHERS, &staff.teachers, &names),
        csv(&tables::SERVICE, &staff.service, &names),
        csv(&tables::QUOTA, &totals(seats, &quotas, options), &names),
        csv(&tables::RECRUITS, &recruits(staff, options), &names),
        csv(&tables::TITLE_POSTS, &posts, &names),
    ]);
    let mut add = |name: &str, text: String| files.insert(name.to_owned(), text);
    add(
        "scenario.toml",
        manifest::text(origin, options) + &rulings::text(seats, staff, options),
    );
    if options.base.is_none() {
        add("grid.csv", grid::GRID.to_owned());
        add("load.csv", grid::LOAD.to_owned());
        add("policy.toml", policy_of(options.place).replace(THERE, HERE));
        if options.place != PlaceKind::National {
            add("national.toml", policy_of(PlaceKind::National).to_owned());
        }
    }
    files
}

fn policy_of(place: PlaceKind) -> &'static str {
    let path = policy::shipped_path(place.key());
    path.and_then(|path| policy::shipped(&path))
        .unwrap_or_default()
}

/// The name of a file, and the records below their heads; columns that are blank everywhere are left
/// out.
fn csv<T>(table: &RecordTable<T>, records: &[T], names: &Names<'_>) -> (String, String) {
    let file = format!("{}.csv", table.spec.key);
    let rows = table.write(records, names);
    let columns = table.spec.columns.iter().enumerate();
    let used: Vec<_> = columns
        .filter(|(at, _)| rows.iter().any(|row| !row[*at].is_empty()))
        .collect();
    if used.is_empty() {
        return (file, "\n".to_owned());
    }
    let mut text = csv::Writer::from_writer(Vec::new());
    // Writing into memory cannot fail.
    let _ = text.write_record(used.iter().map(|(_, column)| column.head.zh));
    for row in &rows {
        let _ = text.write_record(used.iter().map(|(at, _)| &row[*at]));
    }
    let text = String::from_utf8(text.into_inner().unwrap_or_default());
    (file, text.unwrap_or_default())
}

fn classes(seats: &[Seat]) -> Vec<ClassGroup> {
    let of = |(no, seat): (usize, &Seat)| {
        let taught = seat.classes.clone().into_iter();
        let taught = taught.filter(|(_, pupils)| !pupils.is_empty());
        let school = SchoolNo(no);
        taught.map(move |(grade, pupils)| ClassGroup {
            school,
            grade,
            pupils,
        })
    };
    seats.iter().enumerate().flat_map(of).collect()
}

/// There are tables already, and they are others.
const OTHERS: Text = Text::new(
    "里面已有内容不同的同名文件",
    "it holds files of these names that say something else",
);

/// Writes every table into the folder, which is made when it is missing; none where a file of the same name says
/// something else, since nobody's tables are overwritten with made-up ones.
pub fn write(tables: &Tables, folder: &Path) -> Result<(), DiskFault> {
    let other = |(name, text): (&String, &String)| {
        let path = folder.join(name);
        path.exists() && disk::read(&path).ok().as_deref() != Some(text.as_bytes())
    };
    if tables.iter().any(other) {
        let path = folder.to_owned();
        return Err(DiskFault::Refused { path, why: OTHERS });
    }
    for (name, text) in tables {
        disk::write(&folder.join(name), text.as_bytes())?;
    }
    Ok(())
}
