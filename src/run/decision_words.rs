//! Decisions about people in words: who, what, when, by whom and why.

use crate::domain::{Ban, Pin, Roster, TeacherNo};
use crate::rules::cards;
use crate::text::Lang::{En, Zh};
use crate::text::OwnedText;
use serde_json::{Value, json};

/// A list of words in both languages.
pub(super) fn both(list: &[&OwnedText]) -> Value {
    let of = |lang| -> Vec<&str> { list.iter().map(|one| one.get(lang)).collect() };
    json!({ "zh": of(Zh).join("；"), "en": of(En).join("; ") })
}

/// A pin in words.
pub(super) fn pin_words(roster: &Roster, pin: &Pin) -> OwnedText {
    let name = &roster.school(pin.school).name;
    let says = (format!("指定到{name}"), format!("named for {name}"));
    let signed = [&pin.reason, &pin.author, &pin.date].map(Clone::clone);
    words(roster, pin.teacher, (&says.0, &says.1), &signed)
}

/// A refusal, or a ban from one school, in words.
pub(super) fn ban_words(roster: &Roster, ban: &Ban) -> OwnedText {
    let signed = [&ban.reason, &ban.author, &ban.date].map(Clone::clone);
    let Some(school) = ban.school else {
        return words(roster, ban.teacher, ("退出", "does not go"), &signed);
    };
    let name = &roster.school(school).name;
    let says = (
        format!("不得安排到{name}"),
        format!("not to be sent to {name}"),
    );
    words(roster, ban.teacher, (&says.0, &says.1), &signed)
}

/// A special approval in words.
pub(super) fn approval_words(
    (rule, about, amount): (&str, &str, i64),
    signed: &[String; 3],
) -> OwnedText {
    let card = cards().into_iter().find(|card| card.id.key() == rule);
    let (zh, en) = card.map_or((rule, rule), |card| (card.title.zh, card.title.en));
    let zh_says = format!("特批“{zh}”{about}放宽{amount}");
    let en_says = format!("approval of {en}, {about}, by {amount}");
    signed_words((zh_says, en_says), signed)
}

/// A decision about somebody, with its date, its author and its reason.
pub(super) fn words(
    roster: &Roster,
    who: TeacherNo,
    (zh, en): (&str, &str),
    signed: &[String; 3],
) -> OwnedText {
    let (name, id) = (roster.teacher_name(who), roster.teacher_id(who));
    let says = (format!("{name}（{id}）{zh}"), format!("{name} ({id}) {en}"));
    signed_words(says, signed)
}

/// Words of a decision with its date, its author and its reason.
pub(super) fn signed_words(
    (zh, en): (String, String),
    [reason, author, date]: &[String; 3],
) -> OwnedText {
    OwnedText::new(
        format!("{zh}（{date} {author}：{reason}）"),
        format!("{en} ({date} {author}: {reason})"),
    )
}
