//! What the policy says for R36 Exchange of school leaders (校长交流).

use crate::domain::{Label, Role};
use crate::policy::{Choice, values};

/// The office of a leader who can be exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leader(pub Role);

impl Choice for Leader {
    const WORDS: &'static [Label] = &[Role::Principal.label(), Role::VicePrincipal.label()];
    fn with_key(key: &str) -> Option<Self> {
        Role::with_key(key).map(Self)
    }
}

values! {
    "leader_exchange"
    ROLES: Vec<Leader> = "roles"
        "交流的职务：" "offices that are exchanged: principal, vice-principal";
    TERMS_AT_MOST: i64 = "terms_at_most"
        "在同一学校任满多少届应交流" "terms at one school after which they go";
    SPARED_MONTHS: i64 = "spared_months"
        "距退休不足多少个月的不再交流" "months to retirement below which they stay";
    MINUTES_AT_MOST: Option<i64> = "minutes_at_most"
        "到新任学校单程时间上限（分钟）" "minutes one way to the new school at most";
}
