//! `lungang audit`: any plan is judged rule by rule, with no solver.

use super::args::AuditArgs;
use super::{Exit, Shell, Trouble};
use crate::{report, run};

pub(super) fn run(shell: &Shell, args: &AuditArgs) -> Result<Exit, Trouble> {
    let scenario = std::slice::from_ref(&args.scenario);
    let documents = run::load_changed(scenario, &args.set)?;
    let audited = run::audit_file(&documents, &args.plan)?;
    let rules = audited.audit.as_ref().map(|audit| &audit.rules);
    if shell.json {
        shell.facts(&serde_json::json!({
            "ok": audited.holds(),
            "rules": rules,
            "goals": audited.audit.as_ref().map(|audit| &audit.goals),
            "findings": audited.findings,
        }))?;
    } else {
        shell.findings(&audited.findings)?;
        if let (Some(rules), false) = (rules, shell.quiet) {
            shell.say(&report::judgements(rules, shell.lang))?;
        }
    }
    Ok(if audited.holds() {
        Exit::Done
    } else {
        Exit::Errors
    })
}
