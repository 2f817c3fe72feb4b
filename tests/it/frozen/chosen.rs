//! Whom and what the commands ask about: taken from the shipped plan, so that every kind of answer is
//! among them.

use serde_json::Value;
use std::path::Path;

/// People, schools and rules of a scenario.
pub(super) struct Chosen {
    /// Those who move, in the order of the plan.
    pub(super) movers: Vec<String>,
    /// A mover of each form, one who stays of each kind, and whoever does something besides a post.
    pub(super) teachers: Vec<String>,
    /// Schools that receive, that send, that lack somebody, and one with none of it.
    pub(super) schools: Vec<String>,
    /// Every rule that the plan judges, and one that it does not.
    pub(super) rules: Vec<String>,
}

impl Chosen {
    /// Chosen from a plan, and from the ids of all teachers.
    pub(super) fn new(plan: &Value, all: &[String]) -> Self {
        let moves = list(plan, "moves");
        let protected = list(plan, "not_eligible");
        let movers = ids(moves, "teacher");
        let spared = ids(protected, "teacher");
        let mut teachers = Vec::new();
        for form in ["exchange", "pairing", "group", "central"] {
            let of_it = moves.iter().filter(|one| text(one, "form") == form);
            teachers.extend(of_it.take(1).map(|one| text(one, "teacher")));
        }
        let volunteers = moves.iter().filter(|one| names(one, "volunteer"));
        teachers.extend(volunteers.take(1).map(|one| text(one, "teacher")));
        for reason in ["on_rotation", "not_on_quota"] {
            let of_it = protected.iter().filter(|one| names(one, reason));
            teachers.extend(of_it.take(1).map(|one| text(one, "teacher")));
        }
        let free = all
            .iter()
            .filter(|id| !movers.contains(id) && !spared.contains(id));
        teachers.extend(free.take(1).cloned());
        for what in ["itinerants", "visits", "mentors", "leaders"] {
            teachers.extend(ids(list(plan, what), "teacher").into_iter().take(1));
        }
        let appointments = list(plan, "appointments").iter();
        let waiting = appointments.filter(|one| one.get("appointed") == Some(&Value::Bool(false)));
        teachers.extend(waiting.take(1).map(|one| text(one, "teacher")));
        let known = ids(list(plan, "schools"), "id");
        let [to, from, lacking] = [
            ids(moves, "to"),
            ids(moves, "from"),
            ids(list(plan, "unfilled"), "school"),
        ];
        let last = known.iter().rev();
        let quiet = last
            .filter(|id| !to.contains(id) && !from.contains(id))
            .take(1)
            .cloned();
        let mut schools: Vec<String> = quiet.collect();
        for some in [to, from, lacking] {
            schools.extend(some.into_iter().take(1));
        }
        let mut rules = ids(list(plan, "rules"), "id");
        let other = all_rules().into_iter().find(|id| !rules.contains(id));
        rules.extend(other);
        Self {
            movers,
            teachers: once(teachers),
            schools: once(schools),
            rules,
        }
    }
}

/// The list of this name in a document.
fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of.get(name)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn text(of: &Value, name: &str) -> String {
    of.get(name).and_then(Value::as_str).unwrap().to_owned()
}

/// Whether this is among the reasons of a move or of staying.
fn names(of: &Value, reason: &str) -> bool {
    list(of, "reasons").iter().any(|one| *one == reason)
}

fn ids(of: &[Value], name: &str) -> Vec<String> {
    of.iter().map(|one| text(one, name)).collect()
}

/// Each one once, where it was first.
fn once(all: Vec<String>) -> Vec<String> {
    let mut kept = Vec::new();
    for one in all {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

/// The ids of all rules, as the folders of their cases are named.
fn all_rules() -> Vec<String> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/rules");
    let folders = std::fs::read_dir(cases).unwrap();
    let names = folders.map(|one| one.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name != "base").collect();
    names.sort();
    names
}
