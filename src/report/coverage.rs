//! Every clause of the policy documents and what serves it.

use super::rules::title;
use crate::blanks;
use crate::policy::coverage::{Coverage, CoverageRow, Document, Served};
use crate::text::{Lang, Text};

const TALLY: Text = Text::new(
    "{document}：共{all}条，{parts}。",
    "{document}: {all} clauses; {parts}.",
);

/// The whole table in words, a line of totals under each document.
pub fn coverage(table: &Coverage, lang: Lang) -> String {
    let mut text = String::new();
    for document in &table.documents {
        text.push_str(&format!("{}\n", name(document, lang)));
        for row in &document.rows {
            text.push_str(&line(row, lang));
        }
        text.push('\n');
    }
    for document in &table.documents {
        text.push_str(&tally(document, lang));
    }
    text
}

fn name(document: &Document, lang: Lang) -> &str {
    match lang {
        Lang::Zh => &document.zh,
        Lang::En => &document.en,
    }
}

fn line(row: &CoverageRow, lang: Lang) -> String {
    let rules: Vec<String> = row.rules.iter().map(|id| title(id, lang)).collect();
    let (open, mark, close) = match lang {
        Lang::Zh => ("“", "、", "”"),
        Lang::En => ("\"", ", ", "\""),
    };
    let by = if rules.is_empty() {
        String::new()
    } else {
        format!(" [{}]", rules.join(mark))
    };
    let reason = match lang {
        Lang::Zh => &row.reason.zh,
        Lang::En => &row.reason.en,
    };
    format!(
        "  {:<4} {} {open}{}{close} {}\n       → {}{by}  {reason}\n",
        row.id,
        row.clause,
        row.quote,
        binding(&row.kind, lang),
        row.status.text().get(lang),
    )
}

/// How binding the text is; in Chinese by its first word alone.
fn binding(kind: &str, lang: Lang) -> String {
    let first = kind.split(|c: char| !c.is_ascii_alphabetic()).next();
    let zh = match first {
        Some("HARD") => "硬性",
        Some("SOFT") => "倡导",
        Some("PARAM") => "参数",
        _ => "背景",
    };
    match lang {
        Lang::Zh => format!("（{zh}）"),
        Lang::En => format!("({kind})"),
    }
}

fn tally(document: &Document, lang: Lang) -> String {
    let parts: Vec<String> = Served::ALL
        .iter()
        .filter_map(|served| {
            let number = document
                .rows
                .iter()
                .filter(|row| row.status == *served)
                .count();
            let text = served.text().get(lang);
            (number > 0).then(|| match lang {
                Lang::Zh => format!("{text}{number}条"),
                Lang::En => format!("{number} {text}"),
            })
        })
        .collect();
    let blanks = blanks! {
        document: name(document, lang),
        all: document.rows.len(),
        parts: parts,
    };
    format!("{}\n", TALLY.fill(lang, &blanks))
}
