//! Where posts stay empty, by school and subject: a table with numbers, signs and shades.

use super::seen::Seen;
use crate::domain::Subject;
use crate::plan::SchoolDoc;
use crate::print::html::{name, t};
use crate::text::Text;
use maud::{Markup, html};
use std::collections::BTreeMap;

const CAPTION: Text = Text::new(
    "大字是方案后仍空缺的岗位数（△ 一个，▲ 两个，■ 三个及以上，0 为满员）；小字是本学科教师“方案前→方案后／岗位数”。没有该学科岗位的不填。",
    "Large: posts that stay empty after the plan (△ one, ▲ two, ■ three or more, 0 none). Small: teachers of the subject before→after/posts. Blank: no post of the subject.",
);
const SCHOOL: Text = Text::new("学校", "school");
const TOTAL: Text = Text::new("合计", "total");

/// Posts, people before and after, empty posts.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    posts: i64,
    before: i64,
    after: i64,
    empty: i64,
}

impl Cell {
    fn add(&mut self, other: &Self) {
        self.posts += other.posts;
        self.before += other.before;
        self.after += other.after;
        self.empty += other.empty;
    }
}

fn cells(school: &SchoolDoc) -> BTreeMap<Subject, Cell> {
    let mut cells: BTreeMap<Subject, Cell> = BTreeMap::new();
    for one in &school.subjects {
        let cell = cells.entry(one.subject).or_default();
        cell.posts += one.posts;
        cell.before += one.before;
        cell.after += one.after;
    }
    for post in &school.teaching_posts {
        if let Some(subject) = post.main() {
            cells.entry(subject).or_default().empty += i64::from(post.empty);
        }
    }
    cells.retain(|_, cell| cell.posts > 0);
    cells
}

/// The section.
pub(super) fn heat(seen: &Seen<'_>) -> Markup {
    let schools = seen.doc.schools.iter().map(|one| (one, cells(one)));
    let schools: Vec<_> = schools.collect();
    let mut sums: BTreeMap<Subject, Cell> = BTreeMap::new();
    for (subject, cell) in schools.iter().flat_map(|(_, cells)| cells) {
        sums.entry(*subject).or_default().add(cell);
    }
    html! {
        div.wide {
            table.heat {
                caption { (t(CAPTION)) }
                thead {
                    tr {
                        th scope="col" { (t(SCHOOL)) }
                        th scope="col" { (t(TOTAL)) }
                        @for subject in sums.keys() { th scope="col" { (t(subject.text())) } }
                    }
                }
                tbody {
                    @for (school, cells) in &schools {
                        tr {
                            th scope="row" { (name(&school.name)) }
                            (total(cells))
                            @for subject in sums.keys() { (shade(cells.get(subject))) }
                        }
                    }
                }
                tfoot {
                    tr {
                        th scope="row" { (t(TOTAL)) }
                        (total(&sums))
                        @for sum in sums.values() { (plain(sum)) }
                    }
                }
            }
        }
    }
}

/// All subjects together.
fn total(cells: &BTreeMap<Subject, Cell>) -> Markup {
    let mut all = Cell::default();
    for one in cells.values() {
        all.add(one);
    }
    plain(&all)
}

fn shade(cell: Option<&Cell>) -> Markup {
    let Some(cell) = cell else {
        return html! { td {} };
    };
    let (class, sign) = match cell.empty {
        ..=0 => ("s0", ""),
        1 => ("s1", "△"),
        2 => ("s2", "▲"),
        _ => ("s3", "■"),
    };
    html! { td class=(class) { b { (cell.empty) (sign) } (people(cell)) } }
}

fn plain(cell: &Cell) -> Markup {
    html! { td { b { (cell.empty) } (people(cell)) } }
}

fn people(cell: &Cell) -> Markup {
    html! { small { (cell.before) "→" (cell.after) "/" (cell.posts) } }
}
