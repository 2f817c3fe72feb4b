//! The policy that goes with a made-up county of its own: that of the scenario which its kind of
//! place is to fit, and the national text below it, so that the folder needs no other.

use super::options::{Options, Tables};
use super::places::PlaceKind;
use crate::policy;

/// How the local texts name the national one, and how they name it in a folder of their own.
const THERE: &str = "extends = \"../national/policy.toml\"";
const HERE: &str = "extends = \"national.toml\"";

/// Adds the policy, unless the folder has one of its own.
pub(super) fn add(tables: &mut Tables, options: &Options) {
    if options.base.is_some() {
        return;
    }
    let text = |place: PlaceKind| {
        let path = policy::shipped_path(place.key());
        path.and_then(|path| policy::shipped(&path))
            .unwrap_or_default()
    };
    let own = text(options.place).replace(THERE, HERE);
    if options.place != PlaceKind::National {
        let national = text(PlaceKind::National).to_owned();
        tables.insert("national.toml".to_owned(), national);
    }
    tables.insert("policy.toml".to_owned(), own);
}
