//! What a plan changes, a line each: moves, posts, titles, lessons, visits, mentors, leaders, apprentices,
//! conversions.

use super::ended::proved;
use crate::blanks;
use crate::plan::{GapDoc, Plan, PostDoc, PostSource, Reason, SchoolDoc};
use crate::print::Phrase;
use crate::text::{Blanks, Text};
use std::collections::BTreeSet;

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
    "岗位之外每周缺{lacking}课时：本校兼课{inside}，走教{itinerant}（{people}人），远程{remote}，仍缺{open}。{proof}",
    "Posts leave {lacking} weekly periods open: {inside} are covered at the own school, {itinerant} by itinerants ({people} people), {remote} from afar; {open} stay open.{proof}",
);
const NOT_BEST: Text = Text::new("（兼课走教安排未证明最优）", " (not proved the fewest)");
const NO_WORD: Text = Text::new("", "");
const VISITS: Text = Text::new(
    "送教、巡回授课：每学期{times}次，到{schools}所学校。",
    "Visits: {times} a term, to {schools} schools.",
);
const MENTORS: Text = Text::new(
    "名师结对{number}对。",
    "{number} village teachers have a mentor.",
);
const LEADERS: Text = Text::new(
    "校长、副校长交流{number}人。",
    "{number} school leaders are exchanged.",
);
const APPRENTICES: Text = Text::new(
    "新招教师先见习{number}人，见习期间原岗位按空缺安排代课。",
    "{number} recruits learn at a town school first; until they come their posts count as open.",
);
const CONVERSIONS: Text = Text::new(
    "编外教师入编{number}人。",
    "{number} contract teachers are taken onto the quota.",
);

/// The lines of what the plan has, each a sentence with the word that it is about.
pub(crate) fn changes(doc: &Plan) -> Vec<(Text, Phrase)> {
    let mut lines = Vec::new();
    let mut say = |number: usize, head: Text, line: Text, blanks: &Blanks| {
        if number > 0 {
            lines.push((head, Phrase::fill(line, blanks)));
        }
    };
    let (appointed, gaps) = (doc.appointments.len(), doc.periods.gaps.len());
    say(1, HEAD_MOVES, MOVES, &moves(doc));
    say(1, HEAD_POSTS, POSTS, &posts(doc));
    say(doc.titles.len(), HEAD_YEARS, YEARS, &years(doc));
    say(appointed, HEAD_TITLES, APPOINTMENTS, &appointments(doc));
    say(gaps, HEAD_LESSONS, LESSONS, &lessons(doc));
    say(doc.visits.len(), HEAD_VISITS, VISITS, &visits(doc));
    for (number, head, line) in [
        (doc.mentors.len(), HEAD_MENTORS, MENTORS),
        (doc.leaders.len(), HEAD_LEADERS, LEADERS),
        (doc.conversions.len(), HEAD_CONVERSIONS, CONVERSIONS),
    ] {
        say(number, head, line, &blanks! { number: number });
    }
    let people: u32 = doc.apprentices.iter().map(|one| one.number).sum();
    let (number, people) = (doc.apprentices.len(), blanks! { number: people });
    say(number, HEAD_APPRENTICES, APPRENTICES, &people);
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
    let sum = |of: fn(&PostDoc) -> u32| posts.clone().map(of).sum::<u32>();
    let lacking = |school: &&SchoolDoc| school.teaching_posts.iter().any(|post| post.empty > 0);
    let schools = doc.schools.iter().filter(lacking).count();
    blanks! { posts: sum(|post| post.number), empty: sum(|post| post.empty), schools: schools }
}

fn years(doc: &Plan) -> Blanks {
    let has = doc.titles.iter().filter(|one| one.has_year).count();
    let gets = doc.titles.iter();
    let gets = gets.filter(|one| !one.has_year && one.gets_year).count();
    let all = doc.titles.len();
    blanks! { all: all, has: has, gets: gets, lack: all - has - gets }
}

fn visits(doc: &Plan) -> Blanks {
    let times: u32 = doc.visits.iter().map(|one| one.times).sum();
    let schools: BTreeSet<&str> = doc.visits.iter().map(|one| one.school.as_str()).collect();
    blanks! { times: times, schools: schools.len() }
}

fn appointments(doc: &Plan) -> Blanks {
    let all = doc.appointments.iter();
    let of = |source| all.clone().filter(|one| one.post == Some(source)).count();
    let fit = all.clone().filter(|one| one.place.is_some());
    let appointed = all.clone().filter(|one| one.appointed);
    blanks! {
        all: doc.appointments.len(), fit: fit.count(), appointed: appointed.count(),
        reserve: of(PostSource::Reserve), outside: of(PostSource::Outside),
    }
}

fn lessons(doc: &Plan) -> Blanks {
    let gaps = &doc.periods.gaps;
    let sum = |of: fn(&GapDoc) -> i64| gaps.iter().map(of).sum::<i64>();
    let people = doc.itinerants.iter().map(|one| one.teacher.as_str());
    let proved = proved(doc.periods.ended);
    blanks! {
        lacking: sum(|gap| gap.lacking), inside: sum(|gap| gap.inside),
        itinerant: sum(|gap| gap.itinerant), remote: sum(|gap| gap.remote),
        open: sum(|gap| gap.open), people: people.collect::<BTreeSet<_>>().len(),
        proof: if proved { NO_WORD } else { NOT_BEST },
    }
}
