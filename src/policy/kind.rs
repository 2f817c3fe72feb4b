//! From the text of a value to the value: one place, one reading for every kind.

use super::limits;
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
            let sound = |count: &i64| (0..=limits::most(param.key)).contains(count);
            count.filter(sound).map(Value::Count)
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

/// What a value must look like, in both languages.
pub(super) fn expected(param: &Param) -> Fact {
    let plain = |zh, en| json!(Text::new(zh, en));
    let of = |words: &[Label], zh: &str, en: &str| {
        let keys: Vec<_> = words.iter().map(|one| one.key).collect();
        let (zh, en) = (
            zh.to_owned() + &keys.join("、"),
            en.to_owned() + &keys.join(", "),
        );
        json!({ "zh": zh, "en": en })
    };
    match param.kind {
        Kind::Count => {
            let most = limits::most(param.key);
            json!({
                "zh": format!("0 到 {most} 的整数"),
                "en": format!("a whole number from 0 to {most}"),
            })
        }
        Kind::Share => plain(
            "不小于 0 的数，如 10%、13.5、1/3（小数不超过 6 位）",
            "a number, not negative, such as 10%, 13.5 or 1/3, with at most six decimals",
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
