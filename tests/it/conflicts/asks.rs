//! Rules that ask for something: for moves, for a post to be filled, for a school to be left.

use super::{decide, set};
use lungang::domain::{Class, Role, SchoolNo, Stage, TeacherNo};
use lungang::facts::{Facts, worthy};
use lungang::input::Edit;

/// The rule that asks, the changes that make it ask, and whom it asks, if anyone of her own.
pub(super) type Asked = Option<(&'static str, Vec<Edit>, TeacherNo)>;

/// Makes a rule ask; nothing where the county gives no occasion.
pub(super) type Ask = fn(&Facts<'_>, u64) -> Asked;

/// The rules about numbers all stand aside, but for the share, which asks for this much.
fn bare(at_least: &str) -> Vec<Edit> {
    let mut edits = vec![
        set("rules.rotation_share.force", "must"),
        set("rules.rotation_share.at_least", at_least),
        set("rules.rotation_share.direction", "any"),
        set("rules.rotation_share.denominator", "before_exemptions"),
        set("rules.rotation_share.ongoing_counts", "no"),
    ];
    for rule in [
        "backbone_share",
        "leavers_cap",
        "arrivals_mix",
        "school_quota",
        "must_open_subjects",
        "village_subjects",
        "surplus_first",
        "last_teacher",
        "travel_limit",
        "dormitory_beds",
    ] {
        edits.push(set(&format!("rules.{rule}.force"), "off"));
    }
    edits
}

/// Whoever is not protected may be moved.
fn anyone() -> Edit {
    set("rules.eligibility.who_may_move", "anyone_unprotected")
}

/// Nothing holds her, and she works where her quota place is.
fn is_plain(facts: &Facts<'_>, who: TeacherNo) -> bool {
    let (one, stand) = (facts.roster.teacher(who), facts.stands(who));
    stand.eligible
        && stand.base == Some(one.work_school)
        && one.quota_school == one.work_school
        && one.protections.is_empty()
        && one.role == Role::Teacher
}

/// Whether a school has a post for her.
fn has_post(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    let mut posts = facts.posts_of(to);
    posts.any(|post| worthy(facts, facts.stands(who).profile, post))
}

/// One of them, drawn by lot.
fn draw<T: Copy>(all: &[T], seed: u64) -> Option<T> {
    let number = u64::try_from(all.len().max(1)).ok()?;
    all.get(usize::try_from(seed * 7 % number).ok()?).copied()
}

/// A plain teacher at a school of one kind, drawn by lot, and a school of another kind that has a post for her.
fn mover(
    facts: &Facts<'_>,
    seed: u64,
    from: impl Fn(SchoolNo) -> bool,
    to: impl Fn(SchoolNo) -> bool,
) -> Option<(TeacherNo, SchoolNo)> {
    let mut all = Vec::new();
    for who in facts
        .roster
        .teacher_nos()
        .filter(|who| is_plain(facts, *who))
    {
        let base = facts.roster.teacher(who).work_school;
        let mut schools = facts.roster.school_nos();
        let way = schools.find(|no| *no != base && to(*no) && has_post(facts, who, *no));
        if let (Some(way), true) = (way, from(base)) {
            all.push((who, way));
        }
    }
    draw(&all, seed)
}

fn is(facts: &Facts<'_>, no: SchoolNo, classes: &[Class]) -> bool {
    facts.roster.school(no).is_any(classes)
}

pub(super) fn share(_: &Facts<'_>, seed: u64) -> Asked {
    let at_least = if seed.is_multiple_of(2) { "20%" } else { "10%" };
    Some(("rotation_share", bare(at_least), TeacherNo(0)))
}

/// From town to village or weak schools only.
pub(super) fn directional_share(_: &Facts<'_>, _: u64) -> Asked {
    let mut edits = bare("5%");
    edits.push(set("rules.rotation_share.direction", "directional"));
    edits.push(anyone());
    Some(("rotation_share", edits, TeacherNo(0)))
}

/// Of the eligible backbone teachers, who are all.
pub(super) fn backbone(_: &Facts<'_>, _: u64) -> Asked {
    let mut edits = bare("0%");
    edits.push(set("rules.backbone_share.force", "must"));
    edits.push(set("rules.backbone_share.of", "eligible_backbone"));
    edits.push(set("rules.backbone_share.at_least", "20%"));
    edits.push(set("teachers.*.backbone", "county"));
    Some(("backbone_share", edits, TeacherNo(0)))
}

/// One applicant at a town school without a month in the country.
pub(super) fn title(facts: &Facts<'_>, seed: u64) -> Asked {
    let counts = [Class::Village, Class::Weak];
    let asked = |no| is(facts, no, &[Class::City, Class::Town]) && !is(facts, no, &counts);
    let (who, _) = mover(facts, seed, asked, |no| is(facts, no, &counts))?;
    (facts.stands(who).title_months < 12).then_some(())?;
    let id = &facts.roster.teacher(who).id;
    let mut edits = bare("0%");
    edits.push(set("rules.title_year.force", "must"));
    edits.push(set("teachers.*.applies_for", ""));
    edits.push(set(&format!("teachers.{id}.applies_for"), "senior"));
    edits.push(anyone());
    Some(("title_year", edits, who))
}

/// Only one village school has a post of English, and everybody but its own people may teach that.
fn english(facts: &Facts<'_>, seed: u64) -> Option<(Vec<Edit>, TeacherNo)> {
    let roster = facts.roster;
    let village = |no: &SchoolNo| is(facts, *no, &[Class::Village]);
    let villages: Vec<SchoolNo> = roster.school_nos().filter(village).collect();
    let here = draw(&villages, seed)?;
    let mut edits = bare("0%");
    edits.push(anyone());
    edits.push(set("rules.teaching_posts.class_posts", "none"));
    edits.push(set("recruits.*.number", "0"));
    edits.push(set("teachers.*.subject", "chinese"));
    edits.push(set("teachers.*.more_subjects", ""));
    edits.push(set("teachers.*.certified_stages", "primary;junior;senior"));
    edits.push(set("teachers.*.certified_subjects", "chinese;english"));
    for no in roster.school_nos() {
        let school = roster.school(no);
        let part = if no == here { "english:8" } else { "chinese:8" };
        let cells = [
            ("school", school.id.as_str()),
            ("stage", school.kind.stages()[0].key()),
            ("parts", part),
            ("number", "1"),
        ];
        edits.push(Edit::add("teaching_posts", &cells));
    }
    let own = roster
        .teachers
        .iter()
        .filter(|one| one.work_school == here || one.quota_school == here);
    edits.extend(own.map(|one| {
        let path = format!("teachers.{}.certified_subjects", one.id);
        set(&path, "chinese")
    }));
    Some((edits, TeacherNo(0)))
}

pub(super) fn open(facts: &Facts<'_>, seed: u64) -> Asked {
    let (mut edits, who) = english(facts, seed)?;
    edits.push(set("rules.must_open_subjects.force", "must"));
    edits.push(set("rules.must_open_subjects.subjects", "english"));
    Some(("must_open_subjects", edits, who))
}

pub(super) fn village(facts: &Facts<'_>, seed: u64) -> Asked {
    let (mut edits, who) = english(facts, seed)?;
    edits.push(set("rules.village_subjects.force", "must"));
    edits.push(set("rules.village_subjects.subjects", "english"));
    edits.push(set("rules.village_subjects.schools", "village"));
    Some(("village_subjects", edits, who))
}

/// Every post is filled.
pub(super) fn posts(facts: &Facts<'_>, seed: u64) -> Asked {
    let (mut edits, who) = english(facts, seed)?;
    edits.push(set("rules.teaching_posts.force", "must"));
    Some(("teaching_posts", edits, who))
}

/// Maths is to be opened, and nobody in the county teaches it; recruits do, where a stop adds some.
pub(super) fn unheld(_: &Facts<'_>, _: u64) -> Asked {
    let mut edits = bare("0%");
    edits.push(set("teachers.*.subject", "chinese"));
    edits.push(set("teachers.*.more_subjects", ""));
    edits.push(set("teachers.*.certified_subjects", "chinese"));
    edits.push(set("recruits.*.number", "0"));
    edits.push(set("rules.must_open_subjects.force", "must"));
    edits.push(set("rules.must_open_subjects.subjects", "maths"));
    edits.push(set("rules.teaching_posts.class_posts", "none"));
    edits.push(set("rules.teaching_posts.class_posts_below", "0"));
    Some(("must_open_subjects", edits, TeacherNo(0)))
}

/// One contract teacher at a village school where there must be none.
pub(super) fn mix(facts: &Facts<'_>, seed: u64) -> Asked {
    let village = |no| is(facts, no, &[Class::Village]);
    let (who, _) = mover(facts, seed, village, |no| !village(no))?;
    let id = &facts.roster.teacher(who).id;
    let mut edits = bare("0%");
    edits.push(anyone());
    edits.push(set("rules.protected_teachers.locks", "pregnant"));
    edits.push(set("teachers.*.employment", "on_quota"));
    edits.push(set(&format!("teachers.{id}.employment"), "contract"));
    edits.push(set("rules.arrivals_mix.force", "must"));
    edits.push(set("rules.arrivals_mix.receivers", "village"));
    edits.push(set("rules.arrivals_mix.novice_at_most", "100%"));
    edits.push(set("rules.arrivals_mix.contract_at_most", "0%"));
    edits.push(set("rules.arrivals_mix.off_subject_at_most", "100%"));
    Some(("arrivals_mix", edits, who))
}

/// A school closes, and all its people must go elsewhere.
pub(super) fn closing(facts: &Facts<'_>, seed: u64) -> Asked {
    let roster = facts.roster;
    let people = |no: SchoolNo| {
        let all = facts.standing.iter();
        all.filter(|stand| stand.base == Some(no)).count()
    };
    let fits = |no: &SchoolNo| {
        let village = is(facts, *no, &[Class::Village]);
        village && !roster.school(*no).permanent && (1..=12).contains(&people(*no))
    };
    let schools: Vec<SchoolNo> = roster.school_nos().filter(fits).collect();
    let school = draw(&schools, seed)?;
    let mut edits = bare("0%");
    let id = &roster.school(school).id;
    edits.push(set(&format!("schools.{id}.closing"), "yes"));
    Some(("eligibility", edits, TeacherNo(0)))
}

/// Somebody pinned to another school that has a post for her.
pub(super) fn pin(facts: &Facts<'_>, seed: u64) -> Asked {
    let primary = |no| facts.roster.school(no).teaches(Stage::Primary);
    let (who, to) = mover(facts, seed, |_| true, primary)?;
    let (id, to) = (&facts.roster.teacher(who).id, &facts.roster.school(to).id);
    let mut edits = bare("0%");
    edits.push(decide("pins", id, to));
    Some(("pins_and_bans", edits, who))
}
