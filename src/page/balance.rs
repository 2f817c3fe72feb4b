//! What is to be taught and who is there for it, before anything is decided; and why posts stay empty.

use super::seen::Seen;
use crate::print::html::{self, Look, t};
use crate::report;
use crate::text::Text;
use maud::{Markup, html};

const BY_SUBJECT: Text = Text::new("全县按学段、学科", "The county by stage and subject");
const BY_SCHOOL: Text = Text::new("各校", "The schools");
const WHY_EMPTY: Text = Text::new("逐个空岗及原因", "Each empty post, and why");

/// The section of the balance.
pub(super) fn balance(seen: &Seen<'_>) -> Markup {
    let doc = &seen.doc.balance;
    let schools = report::school_table(doc, |id| seen.school(id).to_owned());
    html! {
        ul { @for line in report::balance(doc) { li { (t(line)) } } }
        details.unfold {
            summary { (t(BY_SUBJECT)) }
            (html::table(&report::county_table(doc), Look::WideAligned))
        }
        details.unfold {
            summary { (t(BY_SCHOOL)) }
            (html::table(&schools, Look::WideAligned))
        }
    }
}

/// Why posts stay empty; nothing where a plan does not say it.
pub(super) fn why_empty(seen: &Seen<'_>) -> Markup {
    let table = report::empty_table(seen.doc, |id| seen.school(id).to_owned());
    html! {
        @if let Some(line) = report::empty_line(seen.doc) {
            p { (t(line)) }
            details.unfold {
                summary { (t(WHY_EMPTY)) }
                (html::table(&table, Look::WideAligned))
            }
        }
    }
}
