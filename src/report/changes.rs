//! What a plan changes, a line each: moves, posts, titles, lessons, visits, mentors, leaders, apprentices,
//! conversions.

use super::plan::proved;
use crate::blanks;
use crate::plan::{Plan, PostSource, Reason, SchoolDoc};
use crate::text::{Blanks, Lang, Text};

const HEAD_MOVES: Text = Text::new("交流轮岗", "Rotation");
const HEAD_POSTS: Text = Text::new("学科岗位", "Teaching posts");
const HEAD_YEARS: Text = Text::new("职称申报", "Title year");
const HEAD_TITLES: Text = Text::new("职称岗位", "Title posts");
const HEAD_LESSONS: Text = Text::new("课时安排", "Lessons");
const HEAD_VISITS: Text = Text::new("送教", "Visits");
const HEAD_MENTORS: Text = Text::new("名师结对", "Mentors");
const HEAD_LEADERS: Text = Text::new("校长交流", "School leaders");
const HEAD_APPRENTICES: Text = Text::new("新教师见习", "Apprentices");
const HEAD_CONVERSIONS: Text = Text::new("编外入编", "Conversions");
const MOVES: Text = Text::new(
    "交流轮岗{moves}人，其中自愿报名{volunteers}人；招聘补充{recruits}人。",
    "{moves} people move, {volunteers} of them volunteers; {recruits} recruits.",
);
const POSTS: Text = Text::new(
    "学科岗位共{posts}个，方案后空缺{empty}个，涉及{schools}所学校。",
    "{posts} teaching posts; {empty} stay empty after the plan, at {schools} schools.",
);
const YEARS: Text = Text::new(
    "申报职称须有乡村任教经历的{all}人：已满{has}人，由本方案补足{gets}人，仍缺{lack}人。",
    "{all} title applicants need the village year: {has} have it, {gets} get it by this plan, {lack} still lack it.",
);
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

/// A line with the word that it is about.
type Line = (Text, String);

/// The lines of what the plan has.
pub(crate) fn changes(doc: &Plan, lang: Lang) -> Vec<Line> {
    let mut lines = vec![
        (HEAD_MOVES, MOVES.fill(lang, &moves(doc))),
        (HEAD_POSTS, POSTS.fill(lang, &posts(doc))),
    ];
    if !doc.titles.is_empty() {
        lines.push((HEAD_YEARS, YEARS.fill(lang, &years(doc))));
    }
    lines.extend(besides(doc, lang));
    lines
}

fn moves(doc: &Plan) -> Blanks {
    let volunteers = doc.moves.iter();
    let volunteers = volunteers.filter(|one| one.reasons.contains(&Reason::Volunteer));
    let recruits: u32 = doc.recruits.iter().map(|one| one.number).sum();
    blanks! { moves: doc.moves.len(), volunteers: volunteers.count(), recruits: recruits }
}

fn posts(doc: &Plan) -> Blanks {
    let posts = doc.schools.iter().flat_map(|school| &school.teaching_posts);
    let (number, empty) = posts.fold((0, 0), |(number, empty), post| {
        (number + post.number, empty + post.empty)
    });
    let lacking = |school: &&SchoolDoc| school.teaching_posts.iter().any(|post| post.empty > 0);
    let schools = doc.schools.iter().filter(lacking).count();
    blanks! { posts: number, empty: empty, schools: schools }
}

fn years(doc: &Plan) -> Blanks {
    let has = doc.titles.iter().filter(|one| one.has_year).count();
    let gets = doc.titles.iter();
    let gets = gets.filter(|one| !one.has_year && one.gets_year).count();
    let all = doc.titles.len();
    blanks! { all: all, has: has, gets: gets, lack: all - has - gets }
}

fn besides(doc: &Plan, lang: Lang) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut say = |head: Text, line: Text, facts: &Blanks, tail: &str| {
        lines.push((head, format!("{}{tail}", line.fill(lang, facts))));
    };
    if !doc.appointments.is_empty() {
        say(HEAD_TITLES, APPOINTMENTS, &appointments(doc), "");
    }
    if !doc.periods.gaps.is_empty() {
        let tail = if proved(doc.periods.ended) {
            ""
        } else {
            NOT_BEST.get(lang)
        };
        say(HEAD_LESSONS, LESSONS, &lessons(doc), tail);
    }
    if !doc.visits.is_empty() {
        let times: u32 = doc.visits.iter().map(|one| one.times).sum();
        let mut schools: Vec<&str> = doc.visits.iter().map(|one| one.school.as_str()).collect();
        schools.sort_unstable();
        schools.dedup();
        say(
            HEAD_VISITS,
            VISITS,
            &blanks! { times: times, schools: schools.len() },
            "",
        );
    }
    for (head, line, number) in [
        (HEAD_MENTORS, MENTORS, doc.mentors.len()),
        (HEAD_LEADERS, LEADERS, doc.leaders.len()),
        (HEAD_CONVERSIONS, CONVERSIONS, doc.conversions.len()),
    ] {
        if number > 0 {
            let blanks = blanks! { pairs: number, leaders: number, people: number };
            say(head, line, &blanks, "");
        }
    }
    if !doc.apprentices.is_empty() {
        let people: u32 = doc.apprentices.iter().map(|one| one.number).sum();
        say(
            HEAD_APPRENTICES,
            APPRENTICES,
            &blanks! { people: people },
            "",
        );
    }
    lines
}

fn appointments(doc: &Plan) -> Blanks {
    let of = |source| {
        let all = doc.appointments.iter();
        all.filter(|one| one.post == Some(source)).count()
    };
    let fit = doc.appointments.iter().filter(|one| one.place.is_some());
    let appointed = doc.appointments.iter().filter(|one| one.appointed);
    blanks! {
        all: doc.appointments.len(), fit: fit.count(), appointed: appointed.count(),
        reserve: of(PostSource::Reserve), outside: of(PostSource::Outside),
    }
}

fn lessons(doc: &Plan) -> Blanks {
    let gaps = &doc.periods.gaps;
    let mut people: Vec<&str> = doc
        .itinerants
        .iter()
        .map(|one| one.teacher.as_str())
        .collect();
    people.sort_unstable();
    people.dedup();
    blanks! {
        lacking: gaps.iter().map(|gap| gap.lacking).sum::<i64>(),
        inside: gaps.iter().map(|gap| gap.inside).sum::<i64>(),
        itinerant: gaps.iter().map(|gap| gap.itinerant).sum::<i64>(),
        remote: gaps.iter().map(|gap| gap.remote).sum::<i64>(),
        open: gaps.iter().map(|gap| gap.open).sum::<i64>(),
        people: people.len(),
    }
}
