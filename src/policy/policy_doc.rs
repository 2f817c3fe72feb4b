//! One policy document, read as far as it can be: rules and dated values with their places.

use super::dated::{CLAUSES, Dated, FORCE, Origin, SOURCE, VERIFIED};
use super::goal::SHIPPED;
use super::nearest;
use super::policy_codes as codes;
use super::reader::{Node, PolicyDoc, Reader, TomlText};
use super::retired;
use super::{Card, Force, GoalId, Mark, RuleId};
use crate::blanks;
use crate::finding::{Findings, Place};
use indexmap::IndexMap;
use jiff::civil::Date;
use toml::de::DeTable;

/// What one document says.
#[derive(Default)]
pub(super) struct Doc {
    pub(super) title: Option<(String, String)>,
    pub(super) goals: Option<Vec<GoalId>>,
    /// What it says of each rule.
    pub(super) rules: IndexMap<RuleId, RawRule>,
}

/// What one document says of one rule; what it leaves out comes from the more general text.
pub(super) struct RawRule {
    pub(super) place: Place,
    pub(super) force: Option<Force>,
    pub(super) origin: Origin,
    /// Every stated value by key, with all its dates.
    pub(super) values: IndexMap<&'static str, Vec<Dated>>,
}

/// Reads one document; `date` stands in as the day of a value given without one.
pub(super) fn read(doc: &PolicyDoc, cards: &[&'static Card], date: Date) -> (Doc, Findings) {
    let (file, text) = (&doc.file, &doc.text);
    let mut reader = Reader {
        doc: TomlText { file, text },
        findings: Findings::default(),
    };
    let Some(table) = reader.parse() else {
        return (Doc::default(), reader.findings);
    };
    let known = ["title", "extends", "goals", "rules"];
    reader.only(&table, "policy.toml", &known);
    let mut read = Doc {
        title: table.get("title").and_then(|one| reader.title(one)),
        goals: table.get("goals").and_then(|one| reader.goals(one)),
        rules: IndexMap::new(),
    };
    let rules = table.get("rules");
    let rules = rules.and_then(|one| reader.table(one, "rules"));
    for (key, node) in rules.into_iter().flatten() {
        let word = key.get_ref().as_ref();
        let path = format!("rules.{word}");
        let Some(card) = cards.iter().find(|card| card.id == word) else {
            let ids = cards.iter().map(|card| card.id.key());
            let blanks = blanks! { rule: word, nearest: nearest::hint(word, ids) };
            reader.say_key(&codes::UNKNOWN_RULE, key, &path, blanks);
            continue;
        };
        if let Some(table) = reader.table(node, &path) {
            let place = reader.place(key.span().start, &path, None);
            let rule = reader.rule(card, table, place, date);
            read.rules.insert(card.id, rule);
        }
    }
    (read, reader.findings)
}

impl Reader<'_> {
    fn title(&mut self, node: &Node<'_>) -> Option<(String, String)> {
        let table = self.table(node, "title")?;
        self.only(table, "title", &["zh", "en"]);
        let zh = table.get("zh").and_then(|one| self.text(one, "title.zh"))?;
        let en = table.get("en").and_then(|one| self.text(one, "title.en"))?;
        Some((zh, en))
    }

    fn goals(&mut self, node: &Node<'_>) -> Option<Vec<GoalId>> {
        let table = self.table(node, "goals")?;
        self.only(table, "goals", &["order"]);
        let order = table.get("order")?;
        let path = "goals.order";
        let ours: Vec<_> = named_goals().collect();
        let keys: Vec<_> = ours.iter().map(|goal| goal.key()).collect();
        let mut goals = Vec::new();
        for (word, item) in self.texts(order, path) {
            match GoalId::find(&word).filter(|goal| ours.contains(goal)) {
                None => {
                    let near = nearest::hint(&word, keys.iter().copied());
                    let blanks = blanks! { found: word, nearest: near, expected: keys };
                    self.say(&codes::UNKNOWN_GOAL, item, path, blanks);
                }
                Some(goal) if goals.contains(&goal) => {
                    let blanks = blanks! { found: goal.text() };
                    self.say(&codes::GOAL_TWICE, item, path, blanks);
                }
                Some(goal) => goals.push(goal),
            }
        }
        let left = ours.iter().filter(|goal| !goals.contains(goal));
        let left = left.filter(|goal| !goal.is_later());
        let names: Vec<_> = left.map(|goal| goal.key()).collect();
        if !names.is_empty() {
            let blanks = blanks! { missing: names };
            self.say(&codes::GOAL_MISSING, order, path, blanks);
            return Some(goals);
        }
        self.settle_later(order, path, &mut goals);
        Some(goals)
    }

    /// Goals that an older order does not name get their places, which is told; so is an order in
    /// which people may be moved for the sake of figures.
    fn settle_later(&mut self, order: &Node<'_>, path: &str, goals: &mut Vec<GoalId>) {
        for goal in SHIPPED.iter().copied().filter(|goal| goal.is_later()) {
            if !goals.contains(&goal) {
                let name = goal.text();
                match goal.settle(goals).map(GoalId::text) {
                    Some(after) => {
                        let blanks = blanks! { goal: name, after: after };
                        self.say(&codes::GOAL_PLACED, order, path, blanks);
                    }
                    None => self.say(&codes::GOAL_FIRST, order, path, blanks! { goal: name }),
                }
            }
        }
        let place = |goal: GoalId| goals.iter().position(|one| *one == goal);
        if place(GoalId::Moves) > place(GoalId::Gaps) {
            self.say(&codes::MOVES_AFTER_GAPS, order, path, blanks! {});
        }
    }

    fn rule(&mut self, card: &Card, table: &DeTable<'_>, place: Place, date: Date) -> RawRule {
        let path = format!("rules.{}", card.id);
        let known = [FORCE.key, CLAUSES.key, SOURCE.key, VERIFIED.key, "values"];
        self.only(table, &path, &known);
        let mut rule = RawRule {
            place,
            force: None,
            origin: self.origin(table, &path),
            values: IndexMap::new(),
        };
        if let Some(node) = table.get(FORCE.key) {
            let path = format!("{path}.force");
            let word = self.text(node, &path);
            rule.force = word.as_deref().and_then(Force::find);
            if let (Some(word), None) = (word, rule.force) {
                let blanks = blanks! { rule: card.id, found: word };
                self.say(&codes::UNKNOWN_FORCE, node, &path, blanks);
            }
            if card.is(Mark::JudgedOnly) && rule.force == Some(Force::Must) {
                let blanks = blanks! { rule: card.id, title: card.title };
                self.say(&codes::ONLY_JUDGED, node, &path, blanks);
            }
        }
        let path = format!("{path}.values");
        let values = table.get("values").and_then(|one| self.table(one, &path));
        for (key, node) in values.into_iter().flatten() {
            let word = key.get_ref().as_ref();
            if let Some(param) = card.params.iter().find(|param| param.key == word) {
                let dated = self.values(param, node, &format!("{path}.{word}"), date);
                let limit = word.ends_with("_at_most") || word.ends_with("_at_least");
                if dated.iter().any(|one| one.by.is_some()) && !(card.is(Mark::Dated) && limit) {
                    let blanks = blanks! { rule: card.id, key: word };
                    self.say_key(&codes::NO_TARGET, key, &path, blanks);
                }
                rule.values.insert(param.key, dated);
            } else if let Some(instead) = retired::instead(word) {
                let blanks = blanks! { rule: card.id, key: word, instead: instead };
                self.say_key(&codes::RETIRED_VALUE, key, &path, blanks);
            } else {
                let keys: Vec<_> = card.params.iter().map(|param| param.key).collect();
                let near = nearest::hint(word, keys.iter().copied());
                let blanks = blanks! { rule: card.id, key: word, nearest: near, known: keys };
                self.say_key(&codes::UNKNOWN_VALUE, key, &path, blanks);
            }
        }
        rule
    }
}

/// The goals that a policy puts in order.
pub(super) fn named_goals() -> impl Iterator<Item = GoalId> {
    let fixed = [GoalId::Shortfall, GoalId::Letters, GoalId::Canonical];
    let all = GoalId::ALL.iter().copied();
    all.filter(move |goal| !fixed.contains(goal))
}
