//! From the text of a value to the value: one place, one reading for every kind.

use super::{Kind, Param, Share, Value};
use crate::domain::Label;
use crate::text::Text;
use serde_json::{Value as Fact, json};
use std::collections::BTreeSet;

/// Words by which an officer says that a clause asks nothing.
const NONE: &[&str] = &["none", "无"];

const COMMAS: &[char] = &[',', '，', '、'];

/// The value, or nothing when the text is not of the kind that the parameter asks for.
pub(super) fn parse(param: &Param, text: &str) -> Option<Value> {
    let text = text.trim();
    let listed = |words: &[&str]| words.contains(&text);
    if NONE.contains(&text) && param.optional {
        return Some(Value::Words(Vec::new()));
    }
    match param.kind {
        Kind::Count => {
            let count = text.parse().ok();
            count.filter(|count| *count >= 0).map(Value::Count)
        }
        Kind::Share => {
            let share = text.parse::<Share>().ok();
            share.filter(|share| share.numer() >= 0).map(Value::Share)
        }
        Kind::Flag if listed(&["yes", "是"]) => Some(Value::Flag(true)),
        Kind::Flag if listed(&["no", "否"]) => Some(Value::Flag(false)),
        Kind::Flag => None,
        Kind::Choice(words) => is_one(words, text).then(|| Value::Words(vec![text.to_owned()])),
        Kind::Choices(words) => choices(words, text),
        Kind::Groups if NONE.contains(&text) => Some(Value::Groups(Vec::new())),
        Kind::Groups => groups(text),
    }
}

fn is_one(words: &[Label], text: &str) -> bool {
    words.iter().any(|one| one.key == text)
}

fn choices(words: &[Label], text: &str) -> Option<Value> {
    if NONE.contains(&text) && !is_one(words, text) {
        return Some(Value::Words(Vec::new()));
    }
    let found = split(text, COMMAS);
    let known = found.iter().all(|word| is_one(words, word));
    let once = found.iter().collect::<BTreeSet<_>>().len() == found.len();
    (known && once).then_some(Value::Words(found))
}

fn groups(text: &str) -> Option<Value> {
    let groups = split(text, &[';', '；']).into_iter();
    let groups: Vec<_> = groups.map(|group| split(&group, COMMAS)).collect();
    let blank = groups.iter().flatten().any(String::is_empty);
    (!blank).then_some(Value::Groups(groups))
}

fn split(text: &str, marks: &[char]) -> Vec<String> {
    let words = text.split(marks);
    words.map(|word| word.trim().to_owned()).collect()
}

/// What a value of this kind must look like, in both languages.
pub(super) fn expected(kind: Kind) -> Fact {
    let plain = |zh, en| json!(Text::new(zh, en));
    let of = |words: &[Label], zh: &str, en: &str| {
        let keys: Vec<_> = words.iter().map(|one| one.key).collect();
        let (zh, en) = (
            zh.to_owned() + &keys.join("、"),
            en.to_owned() + &keys.join(", "),
        );
        json!({ "zh": zh, "en": en })
    };
    match kind {
        Kind::Count => plain("不小于 0 的整数", "a whole number, not negative"),
        Kind::Share => plain(
            "不小于 0 的数，如 10%、13.5、1/3",
            "a number, not negative, such as 10%, 13.5 or 1/3",
        ),
        Kind::Flag => plain("“是”（yes）或“否”（no）", "yes or no"),
        Kind::Choice(words) => of(words, "下列之一：", "one of "),
        Kind::Choices(words) => of(
            words,
            "下列各项中的一项或几项，用逗号分隔（都不要时写 none）：",
            "any of these, separated by commas (none for none of them): ",
        ),
        Kind::Groups => plain(
            "若干组词，组间用分号、组内用逗号分隔",
            "groups separated by semicolons, words inside a group by commas",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Class;
    use crate::policy::{Key, PolicyValue, RuleId};

    fn read<T: PolicyValue>(text: &str) -> Option<Value> {
        let says = Text::new("参数", "value");
        parse(
            &Key::<T>::new(RuleId::new("rule"), "key", says, "").param,
            text,
        )
    }

    #[test]
    fn each_kind_reads_its_own_texts_and_no_others() {
        let words = |list: &[&str]| Value::Words(list.iter().map(|&w| w.to_owned()).collect());
        assert_eq!(read::<i64>("12"), Some(Value::Count(12)));
        assert_eq!(read::<i64>("-1"), None);
        assert_eq!(read::<i64>("1.5"), None);
        assert_eq!(read::<Share>("-5%"), None);
        assert_eq!(read::<Share>("10%"), Some(Value::Share(Share::new(1, 10))));
        assert_eq!(read::<bool>("是"), Some(Value::Flag(true)));
        assert_eq!(read::<bool>("true"), None);
        assert_eq!(
            read::<Vec<Class>>("town，city"),
            Some(words(&["town", "city"]))
        );
        assert_eq!(read::<Vec<Class>>("none"), Some(words(&[])));
        assert_eq!(read::<Vec<Class>>("town,town"), None);
        assert_eq!(read::<Vec<Class>>("town,"), None);
        assert_eq!(read::<Vec<Class>>(""), None);
        assert_eq!(read::<Class>("none"), None);
    }

    #[test]
    fn a_value_that_may_be_left_out_can_be_lifted_by_a_local_text() {
        assert_eq!(read::<Option<i64>>("无"), Some(Value::Words(Vec::new())));
    }
}
