//! Every rule by itself: cases of plans that obey it, break it, and of the rule not in use, in
//! `tests/golden/rules/<id>/cases.toml` on the small county of `tests/golden/rules/base`; and its
//! part of the program, readable, in `small.lp`.

use crate::case_plans::{Case, Expect, plan};
use crate::patched::patched;
use lungang::facts::Facts;
use lungang::policy::Card;
use lungang::rules::{RULES, Verdict};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    /// Changes to the base county for `small.lp`, where it has nothing that the rule speaks of.
    #[serde(default)]
    #[cfg_attr(
        not(feature = "microlp"),
        allow(dead_code, reason = "the program is not built")
    )]
    small: Vec<String>,
    case: Vec<Case>,
}

/// Kinds of finding that say that the plan contradicts itself.
#[cfg(feature = "microlp")]
const FAULTS: &[&str] = &["R01c", "R05d", "R07b", "R07c", "R07d", "R07e", "R07f"];

const BASE: &str = "tests/golden/rules/base";

fn golden(rule: &str, file: &str) -> PathBuf {
    let path = format!(
        "{}/tests/golden/rules/{rule}/{file}",
        env!("CARGO_MANIFEST_DIR")
    );
    PathBuf::from(path)
}

fn cases(rule: &str) -> Cases {
    let path = golden(rule, "cases.toml");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|_| {
        panic!(
            "{rule} has no {}: write at least one obeying, one breaking and one off case",
            path.display()
        )
    });
    toml::from_str(&text).unwrap_or_else(|error| panic!("{rule}: {error}"))
}

#[test]
fn every_case_is_judged_as_it_says() {
    let mut wrong = Vec::new();
    for (card, rule) in RULES {
        for case in cases(card.id.key()).case {
            if let Err(problem) = run(card, *rule, &case) {
                wrong.push(format!("{}: {}: {problem}", card.id, case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_an_obeying_a_breaking_and_an_off_case() {
    for (card, _) in RULES {
        let id = card.id;
        let all = cases(id.key()).case;
        let count =
            |kind: &dyn Fn(&Expect) -> bool| all.iter().filter(|one| kind(&one.expect)).count();
        assert!(all.len() >= 3, "{id} needs at least three cases");
        assert!(
            count(&|one| one.off) > 0,
            "{id} needs a case in which it is off"
        );
        assert!(
            count(&|one| !one.off && one.holds != Some(false)) > 0,
            "{id} needs an obeying case"
        );
        let costs = |one: &Expect| one.goals.as_ref().is_some_and(|goals| !goals.is_empty());
        let breaking = count(&|one| one.holds == Some(false) || costs(one));
        assert!(breaking > 0, "{id} needs a breaking case");
        let path = golden(id.key(), "small.lp");
        let being_written = std::env::var_os("SNAPSHOTS").is_some();
        assert!(
            path.exists() || being_written,
            "{id} has no small.lp: run SNAPSHOTS=overwrite cargo test rules::"
        );
    }
}

fn run(card: &'static Card, rule: &dyn lungang::rules::Rule, case: &Case) -> Result<(), String> {
    let (roster, book) = patched(BASE, &case.set);
    let facts = Facts::new(&roster, &book);
    let plan = plan(&facts, case);
    let id = card.id;
    if case.expect.off || !book.is_on(id) {
        let agree = case.expect.off && !book.is_on(id);
        return if agree {
            Ok(())
        } else {
            Err("in use or not?".into())
        };
    }
    let mut verdict = Verdict::new(card, &facts);
    rule.audit(&facts, &plan, &mut verdict);
    let (judgement, goals, findings) = verdict.close();
    if let Some(line) = crate::sense::senseless(&judgement) {
        return Err(line);
    }
    #[cfg(feature = "microlp")]
    {
        // The program plans regular postings only, and no plan that contradicts itself.
        let regular = !case.moves.iter().any(|text| text.contains(' '));
        if regular && !findings.0.iter().any(|one| FAULTS.contains(&one.code.id)) {
            let agrees = crate::rule_rows::compare((&roster, &book), &plan, &judgement, &goals);
            agrees.map_err(|problem| {
                format!("the program disagrees: {problem}; found {judgement:?}, {goals:?}")
            })?;
        }
    }
    let mut codes: Vec<_> = findings
        .0
        .iter()
        .map(|one| one.code.id.to_owned())
        .collect();
    codes.sort();
    codes.dedup();
    let expect = &case.expect;
    let found = format!("found {judgement:?}, goals {goals:?}, codes {codes:?}");
    let differs = |want: Option<i64>, is: i64| want.is_some_and(|want| want != is);
    if expect.holds.is_some_and(|holds| holds != judgement.holds)
        || differs(expect.need, judgement.need)
        || differs(expect.actual, judgement.actual)
        || differs(expect.shortfall, judgement.shortfall)
        || expect.codes != codes
        || expect.aim != judgement.aim.as_ref().map(|aim| aim.distance)
    {
        return Err(found);
    }
    if let Some(want) = &expect.goals {
        let is: BTreeMap<String, i64> = goals
            .iter()
            .map(|(goal, amount)| (goal.key().to_owned(), *amount))
            .collect();
        if *want != is {
            return Err(found);
        }
    }
    Ok(())
}

/// Goals in the order of the enum; the canonical one says nothing about a rule.
#[cfg(feature = "microlp")]
fn goals() -> Vec<lungang::policy::GoalId> {
    lungang::policy::GoalId::ALL
        .iter()
        .copied()
        .filter(|goal| *goal != lungang::policy::GoalId::Canonical)
        .collect()
}

#[cfg(feature = "microlp")]
#[test]
fn the_part_of_each_rule_in_the_program_reads_like_its_formula() {
    use lungang::model::lp_text;
    for (card, _) in RULES {
        let id = card.id;
        let (roster, book) = patched(BASE, &cases(id.key()).small);
        let book = crate::patched::alone(&book, &[id]);
        let facts = Facts::new(&roster, &book);
        let lp = part_of(&lungang::rules::build(&facts, false).lp, id);
        let text = format!(
            "# {} {}\n# {}\n# written by SNAPSHOTS=overwrite cargo test rules\n{}",
            card.code,
            id,
            card.formula,
            lp_text(&lp, &goals())
        );
        snapbox::assert_data_eq!(
            text,
            snapbox::Data::read_from(&golden(id.key(), "small.lp"), None)
        );
    }
}

/// The rows and goal terms of one rule with the columns in them; the possible moves when it has
/// neither, since such a rule speaks by the columns that are not there.
#[cfg(feature = "microlp")]
fn part_of(whole: &lungang::model::Lp, id: lungang::policy::RuleId) -> lungang::model::Lp {
    use lungang::model::{Lp, Terms, Var};
    let rows: Vec<_> = whole
        .rows
        .iter()
        .filter(|row| row.rule == id)
        .cloned()
        .collect();
    let sums = goals()
        .into_iter()
        .filter_map(|goal| Some((goal, whole.goals.get(&goal)?.clone())));
    let sums: Vec<_> = sums.collect();
    let named = rows.iter().flat_map(|row| &row.terms);
    let mut used: Vec<Var> = named
        .chain(sums.iter().flat_map(|sum| &sum.1.terms))
        .map(|term| term.0)
        .collect();
    if used.is_empty() {
        let is_move = |no: &usize| whole.columns[*no].name.starts_with("move");
        used = (0..whole.columns.len()).filter(is_move).map(Var).collect();
    }
    used.sort_unstable();
    used.dedup();
    let place = |var: &Var| Var(used.binary_search(var).unwrap());
    let moved = |terms: &Terms| {
        terms
            .iter()
            .map(|(var, factor)| (place(var), *factor))
            .collect()
    };
    let mut part = Lp {
        columns: used
            .iter()
            .map(|var| whole.columns[var.0].clone())
            .collect(),
        ..Lp::default()
    };
    for row in rows {
        part.row(
            row.rule,
            row.about.clone(),
            moved(&row.terms),
            row.sense,
            row.bound,
        );
    }
    for (goal, sum) in sums {
        let terms: Terms = moved(&sum.terms);
        part.constant(goal, sum.constant);
        for (var, amount) in terms {
            part.cost(goal, var, amount);
        }
    }
    part
}
