//! The policy that goes with a made-up county of its own: that of the scenario which its kind of
//! place is to fit, and the national text below it, so that the folder needs no other.

use super::{Options, PlaceKind, Tables};

const NATIONAL: &str = include_str!("../../scenarios/national/policy.toml");
/// How the local texts name the national one, and how they name it in a folder of their own.
const THERE: &str = "extends = \"../national/policy.toml\"";
const HERE: &str = "extends = \"national.toml\"";

/// The text of a local policy; none for the national one.
const fn local(place: PlaceKind) -> Option<&'static str> {
    match place {
        PlaceKind::National => None,
        PlaceKind::Anshan => Some(include_str!("../../scenarios/anshan/policy.toml")),
        PlaceKind::Zhangye => Some(include_str!("../../scenarios/zhangye/policy.toml")),
        PlaceKind::Alar => Some(include_str!("../../scenarios/alar/policy.toml")),
        PlaceKind::Township => Some(include_str!("../../scenarios/township/policy.toml")),
        PlaceKind::Dehua => Some(include_str!("../../scenarios/dehua/policy.toml")),
    }
}

/// Adds the policy, unless the folder has one of its own.
pub(super) fn add(tables: &mut Tables, options: &Options) {
    if options.base.is_some() {
        return;
    }
    let text = if let Some(text) = local(options.place) {
        tables.insert("national.toml".to_owned(), NATIONAL.to_owned());
        text.replace(THERE, HERE)
    } else {
        NATIONAL.to_owned()
    };
    tables.insert("policy.toml".to_owned(), text);
}
