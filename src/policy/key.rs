//! The values of a policy by typed keys: what a rule asks for is declared once, and a key that is
//! misspelt does not compile.

use super::{Kind, Param, RuleId, Share, Value};
use crate::domain::{Label, Labelled, SUBJECTS, Subject};
use crate::text::Text;
use std::marker::PhantomData;

/// One value of one rule, and of what type it is.
#[derive(Debug)]
pub struct Key<T> {
    /// The rule that needs it.
    pub rule: RuleId,
    /// How the policy spells it, and what it means.
    pub param: Param,
    of: PhantomData<fn() -> T>,
}

impl<T: PolicyValue> Key<T> {
    /// A value of a rule: its key, what it means, and what the Chinese help says more.
    pub const fn new(rule: RuleId, key: &'static str, says: Text, more: &'static str) -> Self {
        let param = Param {
            key,
            kind: T::KIND,
            optional: T::OPTIONAL,
            says,
            more,
        };
        Self {
            rule,
            param,
            of: PhantomData,
        }
    }
}

// Derived, they would ask that `T` can be copied.
impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Key<T> {}

/// A type that a value of a policy may have.
pub trait PolicyValue: Sized {
    /// How the policy writes it.
    const KIND: Kind;
    /// It may be left out: the clause then asks nothing.
    const OPTIONAL: bool = false;
    /// The value, from what the policy has; none where it has none of this kind.
    fn read(value: Option<&Value>) -> Option<Self>;
}

/// A type of words of which a policy may choose.
pub trait Choice: Copy + 'static {
    /// The words that may be chosen.
    const WORDS: &'static [Label];
    /// What is chosen by this word.
    fn with_key(key: &str) -> Option<Self>;
}

impl<T: Labelled> Choice for T {
    const WORDS: &'static [Label] = but_none(T::LABELS);
    fn with_key(key: &str) -> Option<Self> {
        T::ALL.iter().copied().find(|one| one.key() == key)
    }
}

impl Choice for Subject {
    const WORDS: &'static [Label] = SUBJECTS;
    fn with_key(key: &str) -> Option<Self> {
        Self::all().find(|one| one.key() == key)
    }
}

/// Grades without the lowest, by which is said that there is none: nobody can choose that.
const fn but_none(labels: &'static [Label]) -> &'static [Label] {
    match labels {
        [lowest, grades @ ..] if matches!(lowest.key.as_bytes(), b"none") => grades,
        all => all,
    }
}

impl PolicyValue for i64 {
    const KIND: Kind = Kind::Count;
    fn read(value: Option<&Value>) -> Option<Self> {
        match value {
            Some(Value::Count(count)) => Some(*count),
            _ => None,
        }
    }
}

impl PolicyValue for Share {
    const KIND: Kind = Kind::Share;
    fn read(value: Option<&Value>) -> Option<Self> {
        match value {
            Some(Value::Share(share)) => Some(*share),
            _ => None,
        }
    }
}

impl PolicyValue for bool {
    const KIND: Kind = Kind::Flag;
    fn read(value: Option<&Value>) -> Option<Self> {
        match value {
            Some(Value::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }
}

impl<T: PolicyValue> PolicyValue for Option<T> {
    const KIND: Kind = T::KIND;
    const OPTIONAL: bool = true;
    fn read(value: Option<&Value>) -> Option<Self> {
        Some(T::read(value))
    }
}

impl<T: Choice> PolicyValue for T {
    const KIND: Kind = Kind::Choice(T::WORDS);
    fn read(value: Option<&Value>) -> Option<Self> {
        match value {
            Some(Value::Words(words)) if words.len() == 1 => T::with_key(&words[0]),
            _ => None,
        }
    }
}

impl<T: Choice> PolicyValue for Vec<T> {
    const KIND: Kind = Kind::Choices(T::WORDS);
    fn read(value: Option<&Value>) -> Option<Self> {
        match value {
            Some(Value::Words(words)) => {
                Some(words.iter().filter_map(|one| T::with_key(one)).collect())
            }
            _ => None,
        }
    }
}

impl PolicyValue for Vec<Vec<Subject>> {
    const KIND: Kind = Kind::Groups;
    fn read(value: Option<&Value>) -> Option<Self> {
        let Some(Value::Groups(groups)) = value else {
            return None;
        };
        let subjects =
            |group: &Vec<String>| group.iter().filter_map(|one| Subject::find(one)).collect();
        Some(groups.iter().map(subjects).collect())
    }
}

/// Declares what one rule needs of a policy: `RULE`, its id; a typed key for every value; and
/// `PARAMS`, all of them, for its card. Each value has its key in the policy, and says in Chinese and
/// in English what it means. Where the Chinese ends with a colon, the words that may be chosen follow
/// in the help; what the help says beyond that stands after a plus.
macro_rules! values {
    ($rule:literal $($name:ident: $type:ty = $key:literal $zh:literal $(+ $more:literal)? $en:literal;)*) => {
        /// The id of the rule.
        pub const RULE: $crate::policy::RuleId = $crate::policy::RuleId::new($rule);
        $(
            #[doc = concat!($zh, "。", $en, ".")]
            pub const $name: $crate::policy::Key<$type> = $crate::policy::Key::new(
                RULE,
                $key,
                $crate::text::Text::new($zh, $en),
                concat!("" $(, $more)?),
            );
        )*
        /// Every value that the rule needs.
        pub const PARAMS: &[$crate::policy::Param] = &[$($name.param),*];
    };
}
pub(crate) use values;
