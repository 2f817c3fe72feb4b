//! From the text of a value to the value: one place, one reading for every kind.

use super::{Kind, Param, Share, Value};
use crate::text::Text;
use serde_json::{Value as Fact, json};

/// Words by which an officer says that a clause asks nothing.
const NONE: &[&str] = &["none", "无"];

/// The value, or nothing when the text is not of the kind that the parameter asks for.
pub(super) fn parse(param: &Param, text: &str) -> Option<Value> {
    let text = text.trim();
    let listed = |words: &[&str]| words.contains(&text);
    if NONE.contains(&text) && param.optional {
        return Some(Value::Words(Vec::new()));
    }
    match param.kind {
        Kind::Count => text
            .parse()
            .ok()
            .filter(|count| *count >= 0)
            .map(Value::Count),
        Kind::Share => text
            .parse()
            .ok()
            .filter(|share: &Share| share.numer() >= 0)
            .map(Value::Share),
        Kind::Flag if listed(&["yes", "是"]) => Some(Value::Flag(true)),
        Kind::Flag if listed(&["no", "否"]) => Some(Value::Flag(false)),
        Kind::Flag => None,
        Kind::Choice(words) => listed(words).then(|| Value::Words(vec![text.to_owned()])),
        Kind::Choices(words) => choices(words, text),
        Kind::Groups if NONE.contains(&text) => Some(Value::Groups(Vec::new())),
        Kind::Groups => groups(text),
    }
}

fn choices(words: &[&str], text: &str) -> Option<Value> {
    if NONE.contains(&text) && !words.contains(&text) {
        return Some(Value::Words(Vec::new()));
    }
    let found = split(text, &[',', '，', '、']);
    let known = found.iter().all(|word| words.contains(&word.as_str()));
    let once = found.iter().enumerate().all(|(no, word)| {
        let before = &found[..no];
        !before.contains(word)
    });
    (known && once).then_some(Value::Words(found))
}

fn groups(text: &str) -> Option<Value> {
    let groups: Vec<_> = split(text, &[';', '；'])
        .iter()
        .map(|group| split(group, &[',', '，', '、']))
        .collect();
    groups
        .iter()
        .all(|group| group.iter().all(|word| !word.is_empty()))
        .then_some(Value::Groups(groups))
}

fn split(text: &str, marks: &[char]) -> Vec<String> {
    text.split(marks)
        .map(|word| word.trim().to_owned())
        .collect()
}

/// What a value of this kind must look like, in both languages.
pub(super) fn expected(kind: Kind) -> Fact {
    let both = |zh: String, en: String| json!({ "zh": zh, "en": en });
    let plain = |zh, en| json!(Text::new(zh, en));
    match kind {
        Kind::Count => plain("不小于 0 的整数", "a whole number, not negative"),
        Kind::Share => plain(
            "不小于 0 的数，如 10%、13.5、1/3",
            "a number, not negative, such as 10%, 13.5 or 1/3",
        ),
        Kind::Flag => plain("“是”（yes）或“否”（no）", "yes or no"),
        Kind::Choice(words) => both(
            format!("下列之一：{}", words.join("、")),
            format!("one of {}", words.join(", ")),
        ),
        Kind::Choices(words) => both(
            format!(
                "下列各项中的一项或几项，用逗号分隔（都不要时写 none）：{}",
                words.join("、")
            ),
            format!(
                "any of these, separated by commas (none for none of them): {}",
                words.join(", ")
            ),
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

    fn read(kind: Kind, text: &str) -> Option<Value> {
        parse(&Param::new("key", kind, "参数", "value"), text)
    }

    #[test]
    fn each_kind_reads_its_own_texts_and_no_others() {
        let words = |list: &[&str]| Value::Words(list.iter().map(|&w| w.to_owned()).collect());
        assert_eq!(read(Kind::Count, "12"), Some(Value::Count(12)));
        assert_eq!(read(Kind::Count, "-1"), None);
        assert_eq!(read(Kind::Count, "1.5"), None);
        assert_eq!(read(Kind::Share, "-5%"), None);
        assert_eq!(
            read(Kind::Share, "10%"),
            Some(Value::Share(Share::new(1, 10)))
        );
        assert_eq!(read(Kind::Flag, "是"), Some(Value::Flag(true)));
        assert_eq!(read(Kind::Flag, "true"), None);
        let kind = Kind::Choices(&["city", "town"]);
        assert_eq!(read(kind, "town，city"), Some(words(&["town", "city"])));
        assert_eq!(read(kind, "none"), Some(words(&[])));
        assert_eq!(read(kind, "town,town"), None);
        assert_eq!(read(kind, "town,"), None);
        assert_eq!(read(kind, ""), None);
        assert_eq!(read(Kind::Choice(&["a"]), "none"), None);
    }

    #[test]
    fn a_value_that_may_be_left_out_can_be_lifted_by_a_local_text() {
        let param = Param::optional("age_cap_men", Kind::Count, "男", "men");
        assert_eq!(parse(&param, "无"), Some(Value::Words(Vec::new())));
    }
}
