//! What a plan decides besides posts and moves, a line each: title posts, lessons, visits, mentors,
//! leaders, apprentices, conversions.

use crate::domain::plan::{Plan, PostSource};
use crate::text::{Lang, Text, Words};
use crate::words;

const APPOINTMENTS: Text = Text::new(
    "职称岗位：申报{all}人，符合条件{fit}人，聘任{appointed}人（使用统筹岗位{reserve}人，不占岗位{outside}人）。",
    "Title posts: {all} applicants, {fit} fit, {appointed} appointed ({reserve} from the reserve, {outside} who need no post).",
);
const LESSONS: Text = Text::new(
    "岗位之外每周缺{lacking}课时：本校兼课{inside}，走教{itinerant}（{people}人），远程{remote}，仍缺{open}。",
    "Posts leave {lacking} weekly periods open: {inside} are covered at the own school, {itinerant} by itinerants ({people} people), {remote} from afar; {open} stay open.",
);
const NOT_BEST: Text = Text::new("（兼课走教安排未证明最优）", " (not proved the fewest)");
const VISITS: Text = Text::new(
    "送教、巡回授课：每学期{times}次，到{schools}所学校。",
    "Visits: {times} a term, to {schools} schools.",
);
const MENTORS: Text = Text::new(
    "名师结对{pairs}对。",
    "{pairs} village teachers have a mentor.",
);
const LEADERS: Text = Text::new(
    "校长、副校长交流{leaders}人。",
    "{leaders} school leaders are exchanged.",
);
const APPRENTICES: Text = Text::new(
    "新招教师先见习{people}人，见习期间原岗位按空缺安排代课。",
    "{people} recruits learn at a town school first; until they come their posts count as open.",
);
const CONVERSIONS: Text = Text::new(
    "编外教师入编{people}人。",
    "{people} contract teachers are taken onto the quota.",
);

/// The lines of what the plan has.
pub(super) fn besides(doc: &Plan, lang: Lang) -> String {
    let mut text = String::new();
    let mut say = |line: Text, facts: &Words, tail: &str| {
        text.push_str(&line.fill(lang, facts));
        text.push_str(tail);
        text.push('\n');
    };
    if !doc.appointments.is_empty() {
        say(APPOINTMENTS, &appointments(doc), "");
    }
    if !doc.periods.gaps.is_empty() {
        let proved = matches!(doc.periods.ended.as_str(), "proved" | "good_enough");
        let tail = if proved { "" } else { NOT_BEST.get(lang) };
        say(LESSONS, &lessons(doc), tail);
    }
    if !doc.visits.is_empty() {
        let times: u32 = doc.visits.iter().map(|one| one.times).sum();
        let mut schools: Vec<&str> = doc.visits.iter().map(|one| one.school.as_str()).collect();
        schools.sort_unstable();
        schools.dedup();
        say(VISITS, &words! { times: times, schools: schools.len() }, "");
    }
    for (line, number) in [
        (MENTORS, doc.mentors.len()),
        (LEADERS, doc.leaders.len()),
        (CONVERSIONS, doc.conversions.len()),
    ] {
        if number > 0 {
            let facts = words! { pairs: number, leaders: number, people: number };
            say(line, &facts, "");
        }
    }
    if !doc.apprentices.is_empty() {
        let people: u32 = doc.apprentices.iter().map(|one| one.number).sum();
        say(APPRENTICES, &words! { people: people }, "");
    }
    text
}

fn appointments(doc: &Plan) -> Words {
    let of = |source| {
        let all = doc.appointments.iter();
        all.filter(|one| one.post == Some(source)).count()
    };
    let fit = doc.appointments.iter().filter(|one| one.place.is_some());
    let appointed = doc.appointments.iter().filter(|one| one.appointed);
    words! {
        all: doc.appointments.len(), fit: fit.count(), appointed: appointed.count(),
        reserve: of(PostSource::Reserve), outside: of(PostSource::Outside),
    }
}

fn lessons(doc: &Plan) -> Words {
    let gaps = &doc.periods.gaps;
    let mut people: Vec<&str> = doc
        .itinerants
        .iter()
        .map(|one| one.teacher.as_str())
        .collect();
    people.sort_unstable();
    people.dedup();
    words! {
        lacking: gaps.iter().map(|gap| gap.lacking).sum::<i64>(),
        inside: gaps.iter().map(|gap| gap.inside).sum::<i64>(),
        itinerant: gaps.iter().map(|gap| gap.itinerant).sum::<i64>(),
        remote: gaps.iter().map(|gap| gap.remote).sum::<i64>(),
        open: gaps.iter().map(|gap| gap.open).sum::<i64>(),
        people: people.len(),
    }
}
