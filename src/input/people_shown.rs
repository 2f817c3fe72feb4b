//! Whom the sheets of a plan's workbook name that are only shown.

use super::named_sheets::NamedSheets;
use super::plan_people::Named;
use super::plan_sheets::MADE;
use super::shown::is_named;
use super::spelling;
use super::table::letter;
use crate::finding::Place;

impl NamedSheets<'_> {
    /// Whoever stands by id and by name in a sheet that is only shown.
    pub(crate) fn named_where_shown(&mut self) {
        let shown = self.leaves.iter().enumerate();
        let shown = shown.filter(|(no, leaf)| {
            !self.taken.contains_key(no) && self.written.wrote(leaf) && !is_named(leaf, &MADE)
        });
        for (_, leaf) in shown {
            let mut at: Option<[usize; 2]> = None;
            for row in &leaf.rows {
                let find =
                    |heads: [&str; 2]| row.cells.iter().position(|one| heads.contains(&&**one));
                if let (Some(id), Some(name)) = (find(["工号", "Staff id"]), find(["姓名", "Name"]))
                {
                    at = Some([id, name]);
                    continue;
                }
                let cell = |at: usize| row.cells.get(at).map_or("", String::as_str);
                let Some([id, name]) = at.filter(|at| self.ids.teacher(cell(at[0])).is_some())
                else {
                    continue;
                };
                let place = Place {
                    cell: Some(format!("{}{}", letter(name), row.number)),
                    found: Some(cell(name).to_owned()),
                    ..leaf.place().at_row(row.number)
                };
                let named = Named {
                    id: spelling::code(cell(id)),
                    name: cell(name).to_owned(),
                    place: Some(place),
                };
                self.named.extend((!cell(name).is_empty()).then_some(named));
            }
        }
    }
}
