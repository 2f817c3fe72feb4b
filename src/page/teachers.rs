//! The list of teachers: where each is now and next year, and what else is decided. Never why somebody is
//! spared, where she lives, or who she is by her papers.

use super::seen::{Seen, parts};
use crate::blanks;
use crate::domain::{Subject, TeacherNo};
use crate::facts::people::State;
use crate::plan::PersonDoc;
use crate::print::Phrase;
use crate::print::html::{name, say, t};
use crate::report::{self, move_reasons};
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
    (Text::new("去向", "state"), "w4"),
    (Text::new("起止年月", "months"), "w5"),
    (Text::new("其他安排", "also decided"), "w3"),
];
const FIND: Text = Text::new("查找", "search");
const ONLY: Text = Text::new("只看有安排的", "only those with a decision");
const AT: Text = Text::new("学校", "school");
const OF: Text = Text::new("学科", "subject");
const IN: Text = Text::new("去向", "state");
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

/// What is decided about somebody.
#[derive(Default)]
struct Decided<'a> {
    to: Option<&'a str>,
    form: Option<Text>,
    /// Of a move only.
    months: Option<Phrase>,
    also: Vec<Markup>,
}

/// The section.
pub(super) fn teachers(seen: &Seen<'_>) -> Markup {
    let decided = decided(seen);
    let people = seen.doc.people.iter();
    let people: BTreeMap<&str, &PersonDoc> =
        people.map(|one| (one.teacher.as_str(), one)).collect();
    let roster = seen.facts.roster;
    let of = |no: TeacherNo| decided.get(roster.teacher(no).id.as_str());
    let person = |no: TeacherNo| people.get(roster.teacher(no).id.as_str()).copied();
    let (first, rest): (Vec<_>, Vec<_>) = roster.teacher_nos().partition(|no| of(*no).is_some());
    html! {
        (tools(seen))
        div.wide {
            table #people {
                caption { (t(CAPTION)) }
                thead { tr { @for (head, width) in HEADS { th class=(width) scope="col" { (t(head)) } } } }
                tbody {
                    @for (at, no) in first.iter().chain(&rest).enumerate() {
                        (row(seen, *no, (of(*no), person(*no)), at >= FIRST))
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
            @let states: BTreeSet<State> = seen.doc.people.iter().map(|one| one.state).collect();
            label { (t(IN)) " " select #in {
                (option("", ANY))
                @for state in states { (option(state.key(), state.text())) }
            } }
            label { input #only type="checkbox"; " " (t(ONLY)) }
            p.note { span aria-live="polite" {
                (t(SHOWN)) " " b #shown {} (t(FOUND)) " " b #found {} } "。 " (t(SORT)) }
        }
    }
}

fn row(
    seen: &Seen<'_>,
    no: TeacherNo,
    (decided, person): (Option<&Decided<'_>>, Option<&PersonDoc>),
    later: bool,
) -> Markup {
    let roster = seen.facts.roster;
    let who = roster.teacher(no);
    let to = decided.and_then(|one| roster.find_school(one.to?));
    let next = to.or(seen.facts.stands(no).base);
    let at = next.map_or_else(
        || who.work_school.0.to_string(),
        |next| format!("{} {}", who.work_school.0, next.0),
    );
    let class = match (decided.is_some(), later) {
        (true, true) => Some("c x"),
        (true, false) => Some("c"),
        (false, true) => Some("x"),
        (false, false) => None,
    };
    html! {
        tr class=[class] data-s=(at) data-j=(who.subject.key()) data-w=[person.map(|one| one.state.key())] {
            td { (who.id) }
            td { (who.name) }
            td { (t(who.subject.text())) }
            td { (t(who.title.text())) }
            td { (seen.name(who.work_school)) }
            td { @if let Some(next) = next { (seen.name(next)) } @else { "—" } }
            td { (state(person, decided)) }
            td { @if let Some(months) = decided.and_then(|one| one.months.as_ref()) { (t(months.clone())) } }
            td { @for one in decided.iter().flat_map(|one| &one.also) { div { (one) } } }
        }
    }
}

/// The main state, with the form of a move, the post, or why there is none.
fn state(person: Option<&PersonDoc>, decided: Option<&Decided<'_>>) -> Markup {
    html! {
        @if let Some(one) = person {
            (t(one.state.text()))
            @if let Some(remark) = report::remark(one) { div { small { (t(remark)) } } }
            @if !one.post.is_empty() { div { small { (parts(&one.post)) } } }
        } @else if let Some(form) = decided.and_then(|one| one.form) { (t(form)) }
    }
}

/// What is decided, by staff number; who both moves and is exchanged is shown as one who moves.
fn decided<'a>(seen: &Seen<'a>) -> BTreeMap<&'a str, Decided<'a>> {
    let mut all: BTreeMap<&str, Decided<'a>> = BTreeMap::new();
    for one in &seen.doc.leaders {
        let who = all.entry(&one.teacher).or_default();
        who.to = Some(&one.to);
        who.form = Some(EXCHANGE);
    }
    for one in &seen.doc.moves {
        let who = all.entry(&one.teacher).or_default();
        who.to = Some(&one.to);
        who.form = Some(one.form_text());
        who.months = Some(one.term());
        let why = move_reasons(seen.doc, one, &one.name);
        who.also.extend(why.into_iter().map(t));
        let against = report::objections(seen.facts, seen.doc, one);
        who.also.extend(against.into_iter().map(t));
    }
    let add = |who, words| all.entry(who).or_default().also.push(words);
    extra_duties(seen, add);
    all
}

/// Everything but moves and leaders.
fn extra_duties<'a>(seen: &Seen<'a>, mut add: impl FnMut(&'a str, Markup)) {
    let doc = seen.doc;
    let at = |id: &str| name(seen.school(id));
    for one in doc.appointments.iter().filter(|one| one.appointed) {
        let words = html! { (t(APPOINTED)) " " (t(one.title.text())) };
        add(&one.teacher, words);
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
}
