//! Every clause of the policy documents and what serves it.

use super::rules::title;
use crate::blanks;
use crate::policy::coverage::{Coverage, CoverageRow, Document, Served};
use crate::print::terminal::Lines;
use crate::print::{LIST, Phrase};
use crate::text::{Blanks, Lang, Text};

const TALLY: Text = Text::new(
    "{document}：共{all}条，{parts}。",
    "{document}: {all} clauses; {parts}.",
);

const PART: Text = Text::new("{served}{number}条", "{number} {served}");

/// The whole table in words, a line of totals under each document.
pub fn coverage(table: &Coverage, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    for document in &table.documents {
        lines.say(0, lang.pick(&document.zh, &document.en));
        for row in &document.rows {
            clause(&mut lines, row, lang);
        }
        lines.gap();
    }
    for document in &table.documents {
        lines.fill(0, TALLY, &tally(document, lang));
    }
    lines.done()
}

fn clause(lines: &mut Lines, row: &CoverageRow, lang: Lang) {
    let (open, close) = lang.pick(("“", "”"), ("\"", "\""));
    let binding = binding(&row.kind, lang);
    let (id, clause, quote) = (&row.id, &row.clause, &row.quote);
    let said = format!("{id:<4} {clause} {open}{quote}{close} {binding}");
    lines.say(2, said);
    let rules = Phrase::join(row.rules.iter().map(|id| title(id)), LIST);
    let by = match rules.get(lang) {
        "" => String::new(),
        rules => format!(" [{rules}]"),
    };
    let status = row.status.text().get(lang);
    let reason = lang.pick(&row.reason.zh, &row.reason.en);
    lines.say(7, format!("→ {status}{by}  {reason}"));
}

/// How binding the text is; in Chinese by its first word alone.
fn binding(kind: &str, lang: Lang) -> String {
    let mut words = kind.split(|c: char| !c.is_ascii_alphabetic());
    let zh = match words.next() {
        Some("HARD") => "硬性",
        Some("SOFT") => "倡导",
        Some("PARAM") => "参数",
        _ => "背景",
    };
    lang.pick(format!("（{zh}）"), format!("({kind})"))
}

fn tally(document: &Document, lang: Lang) -> Blanks {
    let parts = Served::ALL.iter().filter_map(|served| {
        let rows = document.rows.iter().filter(|row| row.status == *served);
        let number = rows.count();
        let blanks = blanks! { served: served.text(), number: number };
        (number > 0).then(|| PART.fill(lang, &blanks))
    });
    let parts: Vec<String> = parts.collect();
    let name = lang.pick(&document.zh, &document.en);
    blanks! { document: name, all: document.rows.len(), parts: parts }
}
