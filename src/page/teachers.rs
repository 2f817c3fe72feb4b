//! The list of teachers: where each is now and next year, and what else is decided. Never why somebody is
//! spared, where she lives, or who she is by her papers.

use super::seen::Seen;
use crate::blanks;
use crate::domain::{Subject, TeacherNo};
use crate::plan::{LeaderDoc, MoveDoc, Plan};
use crate::print::html::{months, name, say, t};
use crate::text::Text;
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet};

const CAPTION: Text = Text::new(
    "教师名单，有安排的在前。“—”表示新学年不在各校任课。",
    "All teachers, those with a decision first. — means: does not teach at a school in the coming year.",
);
const HEADS: [(Text, &str); 9] = [
    (Text::new("工号", "staff no."), "w1"),
    (Text::new("姓名", "name"), "w1"),
    (Text::new("学科", "subject"), "w2"),
    (Text::new("职称", "title"), "w2"),
    (Text::new("现学校", "school now"), "w3"),
    (Text::new("新学年学校", "school next year"), "w3"),
    (Text::new("形式", "form"), "w2"),
    (Text::new("起止年月", "months"), "w5"),
    (Text::new("其他安排", "also decided"), "w4"),
];
const FIND: Text = Text::new("查找", "search");
const ONLY: Text = Text::new("只看有安排的", "only those with a decision");
const AT: Text = Text::new("学校", "school");
const OF: Text = Text::new("学科", "subject");
const ANY: Text = Text::new("全部", "all");
const SHOWN: Text = Text::new("显示", "shown");
const FOUND: Text = Text::new("，符合条件", ", found");
const ALL: Text = Text::new("全部显示", "show all");
const SORT: Text = Text::new(
    "点表头可排序，再点倒序。打印时印出当前显示的各行。",
    "Press a head to sort, again to reverse. What is shown is printed.",
);
const EXCHANGE: Text = Text::new("校长交流", "leader exchange");
const ITINERANT: Text = Text::new("走教", "itinerant at");
const VISITS: Text = Text::new("送教", "visits");
const LESSONS: Text = Text::new("岗位外兼课{own}课时/周", "{own} further periods a week");
const MENTOR: Text = Text::new("导师", "mentor");
const PUPIL: Text = Text::new("结对", "guides");
const APPOINTED: Text = Text::new("聘任", "appointed");
const CONVERTED: Text = Text::new("入编", "onto the quota");

/// Rows that are shown at first where there are scripts; `page.js` knows the same number.
const FIRST: usize = 200;

/// What is decided about people, by staff number.
struct Decided<'a> {
    moves: BTreeMap<&'a str, &'a MoveDoc>,
    leaders: BTreeMap<&'a str, &'a LeaderDoc>,
    also: BTreeMap<&'a str, Vec<Markup>>,
}

/// The section.
pub(super) fn teachers(seen: &Seen<'_>) -> Markup {
    let decided = decided(seen);
    let roster = seen.facts.roster;
    let touched = |no: &TeacherNo| decided.touches(&roster.teacher(*no).id);
    let (first, rest): (Vec<_>, Vec<_>) = roster.teacher_nos().partition(touched);
    html! {
        (tools(seen))
        div.wide {
            table #people {
                caption { (t(CAPTION)) }
                thead { tr { @for (head, width) in HEADS { th class=(width) scope="col" { (t(head)) } } } }
                tbody {
                    @for (at, no) in first.iter().chain(&rest).enumerate() {
                        (row(seen, &decided, *no, (at < first.len(), at >= FIRST)))
                    }
                }
            }
        }
        div.more.js-only #more { button #all type="button" { (t(ALL)) } }
    }
}

fn tools(seen: &Seen<'_>) -> Markup {
    let roster = seen.facts.roster;
    let subjects: BTreeSet<Subject> = roster.teachers.iter().map(|one| one.subject).collect();
    let option = |value: &str, text: Text| {
        html! { option value=(value) data-zh=(text.zh) data-en=(text.en) { (text.zh) } }
    };
    html! {
        div.tools.js-only role="search" {
            label { (t(FIND)) " " input #find type="search" autocomplete="off"; }
            label { (t(AT)) " " select #at {
                (option("", ANY))
                @for (no, school) in roster.schools.iter().enumerate() { option value=(no) { (school.name) } }
            } }
            label { (t(OF)) " " select #of {
                (option("", ANY))
                @for subject in subjects { (option(subject.key(), subject.text())) }
            } }
            label { input #only type="checkbox"; " " (t(ONLY)) }
            p.note { span aria-live="polite" {
                (t(SHOWN)) " " b #shown {} (t(FOUND)) " " b #found {} } "。 " (t(SORT)) }
        }
    }
}

fn row(
    seen: &Seen<'_>,
    decided: &Decided<'_>,
    no: TeacherNo,
    (changed, later): (bool, bool),
) -> Markup {
    let roster = seen.facts.roster;
    let who = roster.teacher(no);
    let moved = decided.moves.get(who.id.as_str());
    let leader = decided.leaders.get(who.id.as_str());
    let to = moved
        .map(|one| &one.to)
        .or_else(|| leader.map(|one| &one.to));
    let next = to
        .and_then(|id| roster.find_school(id))
        .or(seen.facts.stands(no).base);
    let at = next.map_or_else(
        || who.work_school.0.to_string(),
        |next| format!("{} {}", who.work_school.0, next.0),
    );
    let class = match (changed, later) {
        (true, true) => Some("c x"),
        (true, false) => Some("c"),
        (false, true) => Some("x"),
        (false, false) => None,
    };
    html! {
        tr class=[class] data-s=(at) data-j=(who.subject.key()) {
            td { (who.id) }
            td { (who.name) }
            td { (t(who.subject.text())) }
            td { (t(who.title.text())) }
            td { (seen.name(who.work_school)) }
            td { @if let Some(next) = next { (seen.name(next)) } @else { "—" } }
            td { (form(moved, leader)) }
            td { @if let Some(one) = moved { (months(one.start, one.end)) } }
            td { @for one in decided.also.get(who.id.as_str()).into_iter().flatten() { div { (one) } } }
        }
    }
}

fn form(moved: Option<&&MoveDoc>, leader: Option<&&LeaderDoc>) -> Markup {
    html! {
        @if let Some(one) = moved { (t(one.form.text())) }
        @else if leader.is_some() { (t(EXCHANGE)) }
    }
}

impl Decided<'_> {
    /// Whether anything is decided about somebody.
    fn touches(&self, id: &str) -> bool {
        self.moves.contains_key(id) || self.leaders.contains_key(id) || self.also.contains_key(id)
    }
}

fn decided<'a>(seen: &Seen<'a>) -> Decided<'a> {
    let doc = seen.doc;
    let moves = doc.moves.iter().map(|one| (one.teacher.as_str(), one));
    let leaders = doc.leaders.iter().map(|one| (one.teacher.as_str(), one));
    Decided {
        moves: moves.collect(),
        leaders: leaders.collect(),
        also: extra_duties(seen, doc),
    }
}

/// Everything but moves and leaders.
fn extra_duties<'a>(seen: &Seen<'a>, doc: &'a Plan) -> BTreeMap<&'a str, Vec<Markup>> {
    let mut also: BTreeMap<&str, Vec<Markup>> = BTreeMap::new();
    let mut add = |who: &'a str, words: Markup| also.entry(who).or_default().push(words);
    let at = |id: &str| name(seen.school(id));
    for one in doc.appointments.iter().filter(|one| one.appointed) {
        add(
            &one.teacher,
            html! { (t(APPOINTED)) " " (t(one.title.text())) },
        );
    }
    for one in &doc.itinerants {
        add(&one.teacher, html! { (t(ITINERANT)) " " (at(&one.to)) });
    }
    for week in &doc.periods.weeks {
        let own = week.lessons.iter().filter(|one| one.school == week.school);
        let own: u32 = own.map(|one| one.periods).sum();
        if own > 0 {
            add(&week.teacher, say(LESSONS, &blanks! { own: own }));
        }
    }
    for one in &doc.visits {
        let words = html! { (t(VISITS)) " " (at(&one.school)) " ×" (one.times) };
        add(&one.teacher, words);
    }
    for one in &doc.mentors {
        let mentor = html! { (t(MENTOR)) " " (name(&one.mentor_name)) };
        add(&one.teacher, mentor);
        add(&one.mentor, html! { (t(PUPIL)) " " (name(&one.name)) });
    }
    for who in &doc.conversions {
        add(who, t(CONVERTED));
    }
    also
}
