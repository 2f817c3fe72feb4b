//! The tables of a made-up county as text.

use super::manifest::{self, Origin};
use super::options::{Options, Tables};
use super::people::Staff;
use super::quota::{quotas, recruits, totals};
use super::rows::csv;
use super::seat::Seat;
use super::title_posts::title_posts;
use super::{grid, policies};
use crate::domain::{ClassGroup, School, SchoolNo};
use crate::input::{Names, tables};

/// Every table of the county.
pub(super) fn write(seats: &[Seat], staff: &Staff, origin: &Origin, options: &Options) -> Tables {
    let quotas = quotas(seats, staff, options);
    let names = Names {
        schools: seats.iter().map(|seat| seat.school.id.as_str()).collect(),
        teachers: staff.teachers.iter().map(|one| one.id.as_str()).collect(),
    };
    let schools: Vec<School> = seats
        .iter()
        .zip(&quotas)
        .map(|(seat, quota)| School {
            quota: seat.school.quota.or(Some(*quota)),
            ..seat.school.clone()
        })
        .collect();
    let totals = totals(seats, &quotas, options);
    let (pools, posts) = (recruits(staff, options), title_posts(seats, staff, options));
    let mut files = vec![
        ("schools.csv", csv(&tables::SCHOOLS, &schools, &names)),
        (
            "classes.csv",
            csv(&tables::CLASSES, &classes(seats), &names),
        ),
        (
            "teachers.csv",
            csv(&tables::TEACHERS, &staff.teachers, &names),
        ),
        ("service.csv", csv(&tables::SERVICE, &staff.service, &names)),
        ("quota.csv", csv(&tables::QUOTA, &totals, &names)),
        ("recruits.csv", csv(&tables::RECRUITS, &pools, &names)),
        ("title_posts.csv", csv(&tables::TITLE_POSTS, &posts, &names)),
        ("scenario.toml", manifest::text(origin, options)),
    ];
    if options.base.is_none() {
        files.push(("grid.csv", grid::GRID.to_owned()));
        files.push(("load.csv", grid::LOAD.to_owned()));
    }
    let files = files.into_iter();
    let mut tables: Tables = files.map(|(name, text)| (name.to_owned(), text)).collect();
    policies::add(&mut tables, options);
    tables
}

fn classes(seats: &[Seat]) -> Vec<ClassGroup> {
    let of = |(no, seat): (usize, &Seat)| {
        let taught = seat.classes.iter().filter(|group| !group.1.is_empty());
        let group = |(grade, pupils): (&u8, &Vec<u32>)| ClassGroup {
            school: SchoolNo(no),
            grade: *grade,
            pupils: pupils.clone(),
        };
        taught.map(group).collect::<Vec<_>>()
    };
    seats.iter().enumerate().flat_map(of).collect()
}
