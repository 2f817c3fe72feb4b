//! What can be read and is hardly meant: names with a remark inside, numbers and months out of reason, a teacher's row
//! that her service contradicts, decisions whose reason says that they are void. Nothing here is surely wrong: each is
//! asked about where it stands.

use super::{Teller, codes};
use crate::blanks;
use crate::domain::{Employment, Form, Month, SchoolNo, Spell, Teacher, TeacherNo};
use crate::finding::{About, Finding, Findings};
use crate::input::draft::Draft;
use std::collections::BTreeMap;

/// No posting lasts longer, and no term ends later than so long after the reckoning date, months.
const LONG: i32 = 10 * 12;
/// Two months of coming to a school are one and the same within a school year, months.
const APART: i32 = 12;
/// With fewer people nobody can say what is usual.
const PEOPLE: usize = 20;
/// So many times what three quarters of all have at most is out of reason.
const TIMES: i64 = 5;

/// Marks that stand in nobody's name; the point of names from other languages is none of them.
const MARKS: &str = "()（）[]［］【】〔〕{}｛｝<>《》/／\\＼|｜、,，;；:：+＋&＆=＝#＃*＊";
/// Words that are a remark and no part of a name.
const REMARKS: [&str; 16] = [
    "退休",
    "已退",
    "不同意",
    "作废",
    "离职",
    "辞职",
    "调出",
    "调走",
    "借调",
    "病假",
    "产假",
    "去世",
    "取消",
    "重复",
    "retired",
    "void",
];
/// Words of a reason by which the decision does not hold any more.
const VOID: [&str; 5] = ["作废", "取消", "已撤销", "已撤回", "失效"];

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let mut service: BTreeMap<TeacherNo, Vec<&Spell>> = BTreeMap::new();
    for spell in draft.service.values() {
        service.entry(spell.teacher).or_default().push(spell);
    }
    for spells in service.values_mut() {
        spells.sort_by_key(|one| (one.from, one.to, one.school));
    }
    let most = most_points(draft);
    for row in &draft.teachers.rows {
        let one = &row.value;
        let spells = draft.ids.teacher(&one.id).and_then(|no| service.get(&no));
        let spells = spells.map_or(&[][..], Vec::as_slice);
        let mut about = Teller::county(&draft.teachers, row, findings).teacher(&one.id);
        if let Some(part) = remark(&one.name) {
            about.tell(
                &codes::DOUBTFUL_NAME,
                "name",
                blanks! { found: one.name, part: part },
            );
        }
        if let Some(most) = most.filter(|most| one.points > *most) {
            let blanks =
                blanks! { teacher: one.name, found: one.points, most: most.div_euclid(TIMES) };
            about.tell(&codes::POINTS_OUT, "points", blanks);
        }
        if let Some(end) = one.bond_until.filter(|end| is_far(draft, *end)) {
            about.tell(
                &codes::BOND_FAR,
                "bond_until",
                blanks! { teacher: one.name, found: end },
            );
        }
        since(draft, one, spells, &mut about);
        away(draft, one, spells, &mut about);
    }
    long_spells(draft, findings);
    without_history(draft, &service, findings);
    void_reasons(draft, findings);
}

/// What in a name is no part of one.
fn remark(name: &str) -> Option<String> {
    let low = name.to_lowercase();
    let word = REMARKS.iter().find(|word| low.contains(**word));
    let mark = || {
        name.chars()
            .find(|one| MARKS.contains(*one) || one.is_numeric())
    };
    word.map(|word| (*word).to_owned())
        .or_else(|| mark().map(|one| one.to_string()))
}

/// More points than this are out of reason; none where too few people have any.
fn most_points(draft: &Draft) -> Option<i64> {
    let points = draft.teachers.values().map(|one| one.points);
    let mut points: Vec<i64> = points.filter(|one| *one > 0).collect();
    points.sort_unstable();
    let upper = points.get((points.len() * 3).div_euclid(4))?;
    (points.len() >= PEOPLE).then(|| upper.saturating_mul(TIMES))
}

/// Whether a month lies too far ahead to be the end of anything.
fn is_far(draft: &Draft, end: Month) -> bool {
    let today = draft.manifest.date.map(Month::of);
    today.is_some_and(|today| end.months_since(today) > LONG)
}

/// The month in which somebody came to the school of her quota place, by her service: postings leave it where it is.
/// With it whether another school is on file before.
fn came(one: &Teacher, spells: &[&Spell]) -> Option<(Month, bool)> {
    let (mut home, mut since, mut before): (Option<SchoolNo>, _, _) = (None, None, false);
    let posted = |spell: &Spell| spell.form.is_some_and(|form| form != Form::Transfer);
    for spell in spells
        .iter()
        .filter(|spell| spell.share == 100 && !posted(spell))
    {
        if home != Some(spell.school) {
            before = home.is_some();
            (home, since) = (Some(spell.school), Some(spell.from));
        }
    }
    since
        .filter(|_| home == Some(one.quota_school))
        .map(|since| (since, before))
}

/// The month of coming to the school against the service on file. A file that only begins later says nothing.
fn since(draft: &Draft, one: &Teacher, spells: &[&Spell], about: &mut Teller<'_, Teacher>) {
    let Some((came, before)) = came(one, spells).filter(|_| one.employment != Employment::Support)
    else {
        return;
    };
    let late = one.at_school_since.months_since(came);
    if late > APART || before && late < -APART {
        let school = draft.school_name(one.quota_school);
        let blanks =
            blanks! { teacher: one.name, found: one.at_school_since, school: school, came: came };
        about.tell(&codes::SINCE_AGAINST_SERVICE, "at_school_since", blanks);
    }
}

/// Somebody who works elsewhere than at the school of her quota place, where no service on file says since when and why.
fn away(draft: &Draft, one: &Teacher, spells: &[&Spell], about: &mut Teller<'_, Teacher>) {
    let Some(today) = draft.manifest.date.map(Month::of) else {
        return;
    };
    let kept = !draft.service.rows.is_empty() && one.employment != Employment::Support;
    let present = |spell: &&Spell| spell.to.is_none_or(|to| to >= today);
    if kept && one.quota_school != one.work_school && !spells.iter().any(present) {
        let blanks = blanks! {
            teacher: one.name, quota: draft.school_name(one.quota_school),
            work: draft.school_name(one.work_school),
        };
        about.tell(&codes::AWAY_UNSAID, "work_school", blanks);
    }
}

/// Postings that last for more years than any, and ends that lie out of sight.
fn long_spells(draft: &Draft, findings: &mut Findings) {
    for row in &draft.service.rows {
        let spell = &row.value;
        let (Some(one), Some(to)) = (draft.teacher(spell.teacher), spell.to) else {
            continue;
        };
        let months = to.months_since(spell.from) + 1;
        let posted = spell.form.is_some_and(|form| form != Form::Transfer);
        if is_far(draft, to) || posted && months > LONG {
            let years = months.div_euclid(12);
            let blanks = blanks! { teacher: one.name, from: spell.from, to: to, years: years };
            let about = Teller::county(&draft.service, row, findings);
            about
                .teacher(&one.id)
                .tell(&codes::LONG_SPELL, "to", blanks);
        }
    }
}

/// Most people without any service on file, where others have some: part of the file is probably missing.
fn without_history(
    draft: &Draft,
    service: &BTreeMap<TeacherNo, Vec<&Spell>>,
    findings: &mut Findings,
) {
    let all = draft.teachers.rows.len();
    let none = all.saturating_sub(service.len());
    if all >= PEOPLE && none * 2 > all && draft.service.all_read() {
        let blanks = blanks! { number: none, all: all };
        let told = Finding::new(&codes::MOST_WITHOUT_SERVICE, blanks);
        findings.push(told.at(draft.service.file()).about(About::County));
    }
}

/// Decisions that stand there though their reason says that they hold no more.
fn void_reasons(draft: &Draft, findings: &mut Findings) {
    let pins = draft.pins.iter();
    let pins = pins.map(|one| (one.teacher, &one.reason, &one.place));
    let bans = draft.bans.iter();
    let bans = bans.map(|one| (one.teacher, &one.reason, &one.place));
    for (teacher, reason, place) in pins.chain(bans) {
        let word = VOID.iter().find(|word| reason.contains(**word));
        if let (Some(word), Some(one)) = (word, draft.teacher(teacher)) {
            let blanks = blanks! { teacher: one.name, found: reason, word: word };
            let told =
                Finding::new(&codes::VOID_REASON, blanks).at(draft.place_in(place, "reason"));
            findings.push(told.about(About::Teacher(one.id.clone())));
        }
    }
}
