//! That an edit by hand is not kept because somebody decided otherwise, or because nobody goes there any more: told before
//! anything is reckoned, since no reckoning would say it.

use super::decision_words::{ban_words, pin_words};
use crate::blanks;
use crate::domain::{Ban, Pin, SchoolNo, TeacherNo};
use crate::facts::{Facts, Placement};
use crate::plan::{Edited, Made, Plan, TERMS};
use crate::text::{Lang, OwnedText, Text};

const DECIDED: Text = Text::new("另有决定：{words}", "it was decided otherwise: {words}");
const ELSEWHERE: Text = Text::new(
    "新方案中本人新学年在{now}，不在{then}",
    "in the new plan that person is at {now}, not at {then}",
);
const NOWHERE: Text = Text::new(
    "本人新学年不在任何学校",
    "that person is at no school next year",
);

/// Why an edit of a letter, of its terms or of a seat is not kept where the plan has somebody at another school than the
/// file; nothing where she is there.
pub(super) fn elsewhere(
    facts: &Facts<'_>,
    doc: &Plan,
    plan: &Placement,
    edit: &Edited,
) -> Option<OwnedText> {
    let who = facts.roster.find_teacher(&edit.of)?;
    let then = meant(facts, doc, edit, who)?;
    let now = plan.next(facts).get(who.0).copied().flatten();
    if now == Some(then) {
        return None;
    }
    let words = |lang: Lang| match (decided(facts, who, then, now), now) {
        (Some(words), _) => DECIDED.fill(lang, &blanks! { words: words.get(lang) }),
        (None, Some(now)) => {
            let name = |no: SchoolNo| facts.roster.school(no).name.clone();
            ELSEWHERE.fill(lang, &blanks! { now: name(now), then: name(then) })
        }
        (None, None) => NOWHERE.get(lang).to_owned(),
    };
    Some(OwnedText::new(words(Lang::Zh), words(Lang::En)))
}

/// The school at which somebody is by an edit; her own where a letter was taken out.
fn meant(facts: &Facts<'_>, doc: &Plan, edit: &Edited, who: TeacherNo) -> Option<SchoolNo> {
    let letter = || doc.moves.iter().find(|one| one.teacher == edit.of);
    let school = |id: &str| facts.roster.find_school(id);
    if edit.what == Made::Letter {
        let to = edit.is.as_deref().and_then(school);
        return if edit.is.is_some() {
            to
        } else {
            facts.stands(who).base
        };
    }
    if TERMS.contains(&edit.what) {
        return school(&letter()?.to);
    }
    let seat = |one: &&crate::plan::SchoolDoc| {
        let mut posts = one.teaching_posts.iter();
        posts.any(|post| post.filled_by.contains(&edit.of))
    };
    let seated = doc.schools.iter().find(seat);
    seated
        .filter(|_| edit.what == Made::Post)
        .and_then(|one| school(&one.id))
}

/// The decision by which somebody is where she is, or not where an edit has her.
fn decided(
    facts: &Facts<'_>,
    who: TeacherNo,
    then: SchoolNo,
    now: Option<SchoolNo>,
) -> Option<OwnedText> {
    let (roster, question) = (facts.roster, facts.question);
    let named = |one: &&Pin| one.teacher == who && Some(one.school) == now;
    let mut pins = roster.pins.iter().chain(&question.pins);
    let pin = pins.find(named);
    let bars = |one: &&Ban| one.teacher == who && one.school.is_none_or(|barred| barred == then);
    let mut bans = roster.bans.iter().chain(&question.bans);
    let ban = bans.find(bars);
    pin.map(|pin| pin_words(roster, pin))
        .or_else(|| ban.map(|ban| ban_words(roster, ban)))
}
