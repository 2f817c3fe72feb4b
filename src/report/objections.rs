//! What the audit has against a move (R22, R42), in a few words to stand beside it.

use super::teaching::post_of;
use crate::domain::Subject;
use crate::facts::Facts;
use crate::plan::{FindingDoc, MoveDoc, Plan};
use crate::print::Phrase;
use crate::text::Text;
use serde_json::json;

/// Short words of those that are told most; the others say what the finding says.
const SHORT: [(&str, Text); 3] = [
    (
        "R22",
        Text::new(
            "该校{other}也可任此岗，由其任此岗的，别的岗位相应变动",
            "{other} there could hold the post as well; other posts would change then",
        ),
    ),
    (
        "R42e",
        Text::new(
            "该校{subject}教师中有{over}人会因此无岗",
            "{over} of the people for {subject} there are left without a post",
        ),
    ),
    (
        "R42g",
        Text::new("与{other}对调", "changes places with {other}"),
    ),
];

/// What the audit has against a move of a plan: findings about the person, and about her subject at the school.
pub(crate) fn objections(facts: &Facts<'_>, doc: &Plan, one: &MoveDoc) -> Vec<Phrase> {
    let who = facts.roster.find_teacher(&one.teacher);
    let own = who.map(|who| facts.roster.teacher(who).subject);
    let taught = post_of(doc, one).into_iter().flat_map(|post| &post.parts);
    let subjects: Vec<Subject> = own.into_iter().chain(taught.map(|part| part.0)).collect();
    let is_hers = |finding: &&FindingDoc| {
        let about = |kind: &str| finding.about.as_ref().and_then(|about| about.get(kind));
        let subject = finding.facts.get("subject");
        let of_subject = || {
            subjects
                .iter()
                .any(|one| subject == Some(&json!(one.text())))
        };
        about("teacher") == Some(&json!(one.teacher))
            || (about("school") == Some(&json!(one.to)) && of_subject())
    };
    let against = doc.findings.iter().filter(|finding| {
        let code = finding.code.as_str();
        code.starts_with("R22") || code.starts_with("R42")
    });
    against.filter(is_hers).map(words).collect()
}

fn words(finding: &FindingDoc) -> Phrase {
    let short = SHORT.iter().find(|short| short.0 == finding.code);
    match short {
        Some((_, text)) => Phrase::fill(*text, &finding.facts),
        None => (&finding.says).into(),
    }
}
