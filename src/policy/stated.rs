//! Every value that one document states, in a line each: what a plan keeps of the policies it was made under, so that a
//! later reader is told which value has changed since.

use super::policy_doc;
use super::reader::PolicyDoc;
use super::{Card, GoalId};
use jiff::civil::Date;

/// The key under which the order of the goals is told, and that of the force of a rule.
pub const ORDER: &str = "goals.order";
/// The same of a rule, behind its id.
pub const FORCE: &str = "force";

/// What a document states, by key, sorted: `rotation_share.at_least` and its values, each with the day since which it
/// holds; of one that was given without a day, the value alone.
pub fn stated(doc: &PolicyDoc, cards: &[&'static Card], date: Date) -> Vec<(String, String)> {
    let (read, _) = policy_doc::read(doc, cards, date);
    let mut all = Vec::new();
    if let Some(goals) = &read.goals {
        let goals: Vec<&str> = goals.iter().map(|goal| GoalId::key(*goal)).collect();
        all.push((ORDER.to_owned(), goals.join(", ")));
    }
    for (id, rule) in &read.rules {
        let force = rule.force.map(|force| force.key().to_owned());
        all.extend(force.map(|force| (format!("{id}.{FORCE}"), force)));
        for (key, dated) in &rule.values {
            let mut dated: Vec<_> = dated.iter().collect();
            dated.sort_by_key(|one| one.since);
            let each = dated.into_iter().map(|one| {
                let text = &one.valued.text;
                match &one.valued.by {
                    Some(by) => format!("{text} ({}..{by})", one.since),
                    None if one.since == date => text.clone(),
                    None => format!("{text} ({})", one.since),
                }
            });
            let each: Vec<String> = each.collect();
            all.push((format!("{id}.{key}"), each.join("; ")));
        }
    }
    all.sort();
    all
}
