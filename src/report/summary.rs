//! The minute's read as a document (`summary.md`): what changes, what it closes and costs, what holds.

use super::changes::changes;
use super::compliance::rule_table;
use super::plan::{goals, head};
use crate::blanks;
use crate::plan::Plan;
use crate::print::{Medium, terminal};
use crate::text::{Lang, Text};

const CHANGES: Text = Text::new("变动", "What changes");
const GOALS: Text = Text::new("目标", "Goals");
const RULES: Text = Text::new("规定", "Rules");
const DIGEST: Text = Text::new("方案校验码：{digest}", "Digest of the plan: {digest}");

/// The summary of a plan in Markdown, its tables straight in plain text too.
pub fn summary(doc: &Plan, lang: Lang) -> String {
    let mut lines = head(doc, lang).into_iter();
    let first = lines.next().unwrap_or_default();
    let (title, ended) = first.split_once('\n').unwrap_or((&first, ""));
    let mut text = format!("# {title}\n\n**{ended}**\n\n");
    for line in lines {
        text.push_str(&format!("**{line}**\n\n"));
    }
    text.push_str(&format!("## {}\n\n", CHANGES.get(lang)));
    for (_, line) in changes(doc) {
        text.push_str(&format!("- {}\n", line.get(lang)));
    }
    for (head, table) in [
        (GOALS, goals(&doc.outcome.goals, Medium::Terminal)),
        (RULES, rule_table(&doc.rules)),
    ] {
        let table = terminal::markdown(&table, lang);
        text.push_str(&format!("\n## {}\n\n{table}", head.get(lang)));
    }
    let blanks = blanks! { digest: doc.digest };
    text.push_str(&format!("\n{}\n", DIGEST.fill(lang, &blanks)));
    text
}
