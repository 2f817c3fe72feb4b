//! What a notice cites: the rule from which a reason comes, by document and article.

use crate::facts::values;
use crate::plan::Reason;
use crate::policy::{RuleBook, RuleId, Verified};
use crate::rules;
use crate::text::{Lang, Text};

const UNVERIFIED: Text = Text::new("（出处未核实）", " (source not verified)");

/// The rule from which a reason comes; none where no clause asks for it.
pub(super) const fn rule_of(reason: Reason) -> Option<RuleId> {
    match reason {
        Reason::FillsPost | Reason::PostFirst | Reason::Replaces => {
            Some(values::teaching_posts::RULE)
        }
        Reason::OpensSubject => Some(values::must_open_subjects::RULE),
        Reason::StaffFloor => Some(values::per_pupil_staff::RULE),
        Reason::TitleYear => Some(values::title_year::RULE),
        Reason::RotationShare => Some(values::rotation_share::RULE),
        Reason::BackboneShare => Some(rules::backbone_share::RULE),
        Reason::Pinned => Some(rules::pins_and_bans::RULE),
        Reason::SchoolCloses
        | Reason::OtherRule
        | Reason::Spare
        | Reason::Volunteer
        | Reason::NotReached => None,
    }
}

/// The document and article of a rule, marked when nobody has verified it.
pub(super) fn source(book: &RuleBook, rule: RuleId, lang: Lang) -> String {
    let Some(rule) = book.rules.get(&rule) else {
        return String::new();
    };
    let mark = match rule.verified {
        Verified::Unverified | Verified::Weak => UNVERIFIED.get(lang),
        _ => "",
    };
    format!("{}{mark}", cited(&rule.source))
}

/// Documents and articles alone: what a policy notes behind them (what the article says besides, what no document
/// says) is for those who keep the policy. A source that names neither is given whole.
fn cited(source: &str) -> String {
    let names = |part: &&str| {
        let article = part.split_once('第').map_or("", |(_, after)| after);
        part.contains('〔') || article.starts_with(|sign: char| sign.is_ascii_digit())
    };
    let short = |part: &'_ str| {
        let before = part.split_once('：').map(|(before, _)| before.to_owned());
        let before = before.filter(|before| names(&before.as_str()));
        before.unwrap_or_else(|| part.to_owned())
    };
    let parts: Vec<String> = source.split('；').filter(names).map(short).collect();
    if parts.is_empty() {
        source.to_owned()
    } else {
        parts.join("；")
    }
}
