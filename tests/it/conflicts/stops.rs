//! Rules that stop what is asked: nobody may go, nobody may go there, or not so.

use super::{decide, set};
use lungang::domain::{Class, SchoolNo, Stage, Subject, TeacherNo};
use lungang::facts::{Facts, balance};
use lungang::finding::Place;
use lungang::input::{Edit, SET, What};

/// The rules that stop, besides the one that asks, and the changes that make them.
pub(super) type Stopped = Option<(&'static [&'static str], Vec<Edit>)>;

/// Makes a rule stop what is asked of this teacher, or of anyone.
pub(super) type Stop = fn(&Facts<'_>, TeacherNo, u64) -> Stopped;

/// The rule that asks asks too much by itself.
pub(super) fn nothing(_: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    Some((&[], Vec::new()))
}

/// Nobody may be moved, or nobody but one.
fn ban_all(facts: &Facts<'_>, but: Option<TeacherNo>) -> Vec<Edit> {
    let others = facts.roster.teacher_nos().filter(|who| Some(*who) != but);
    let id = |who| &facts.roster.teacher(who).id;
    others.map(|who| decide("bans", id(who), "")).collect()
}

pub(super) fn bans(facts: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    Some((&["pins_and_bans"], ban_all(facts, None)))
}

pub(super) fn pin_to_stay(facts: &Facts<'_>, who: TeacherNo, _: u64) -> Stopped {
    let one = facts.roster.teacher(who);
    let school = &facts.roster.school(one.work_school).id;
    Some((&["pins_and_bans"], vec![decide("pins", &one.id, school)]))
}

pub(super) fn cap(_: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    let edits = vec![
        set("rules.leavers_cap.force", "must"),
        set("rules.leavers_cap.at_most", "0%"),
    ];
    Some((&["leavers_cap"], edits))
}

/// Every school is too far from every other, and none has a bed.
fn far() -> Vec<Edit> {
    vec![
        set("rules.travel_limit.minutes_at_most", "0"),
        set("rules.travel_limit.unknown_is_far", "yes"),
        set("schools.*.beds", "0"),
    ]
}

pub(super) fn travel(_: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    let mut edits = far();
    edits.push(set("rules.travel_limit.force", "must"));
    Some((&["travel_limit"], edits))
}

pub(super) fn beds(_: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    let mut edits = far();
    edits.push(set("rules.dormitory_beds.force", "must"));
    Some((&["dormitory_beds"], edits))
}

/// Everybody is in a service bond, or has a directed title.
pub(super) fn locks(_: &Facts<'_>, _: TeacherNo, seed: u64) -> Stopped {
    let (lock, column, value) = if seed.is_multiple_of(2) {
        ("bonded", "bond_until", "2040-08")
    } else {
        ("directed_title", "directed_title", "yes")
    };
    let edits = vec![
        set("rules.protected_teachers.locks", lock),
        set(&format!("teachers.*.{column}"), value),
    ];
    Some((&["protected_teachers"], edits))
}

/// Everybody is exempt, and nobody volunteers.
pub(super) fn exemptions(_: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    let edits = vec![
        set("rules.protected_teachers.locks", "pregnant"),
        set("rules.eligibility.exempt", "hardship"),
        set("teachers.*.protections", "hardship"),
        set("teachers.*.volunteer", "否"),
    ];
    Some((&["eligibility"], edits))
}

/// Everybody is on a rotation that goes on, from a school of the same kind.
pub(super) fn running(facts: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    let roster = facts.roster;
    let path = ["service", "*", "*"].map(str::to_owned).to_vec();
    let mut edits = vec![
        set("rules.protected_teachers.locks", "pregnant"),
        Edit {
            path,
            what: What::Remove,
            place: Place::file(SET),
        },
    ];
    for one in &roster.teachers {
        let here = roster.school(one.work_school);
        let counts = [Class::Village, Class::Weak];
        let like = |no: &SchoolNo| {
            let home = roster.school(*no);
            *no != one.work_school && home.is_any(&counts) == here.is_any(&counts)
        };
        let home = roster.school_nos().find(like)?;
        let home = &roster.school(home).id;
        edits.push(set(&format!("teachers.{}.quota_school", one.id), home));
        let cells = [
            ("teacher", one.id.as_str()),
            ("school", here.id.as_str()),
            ("from", "2025-09"),
            ("to", "2028-08"),
            ("share", "100"),
            ("form", "exchange"),
        ];
        edits.push(Edit::add("service", &cells));
    }
    Some((&["running_rotations"], edits))
}

/// Everybody belongs to a stage that no school has.
pub(super) fn stages(facts: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    let senior = Stage::Senior;
    let mut schools = facts.roster.schools.iter();
    schools.all(|one| !one.teaches(senior)).then_some(())?;
    let edits = vec![
        set("rules.surplus_first.force", "must"),
        set("rules.surplus_first.stage_moves", "same"),
        set("teachers.*.stage", "senior"),
        set("teachers.*.certified_stages", "primary;junior;senior"),
    ];
    Some((&["surplus_first"], edits))
}

fn no_mix(kind: &str) -> Vec<Edit> {
    let mut edits = vec![
        set("rules.arrivals_mix.force", "must"),
        set("rules.arrivals_mix.receivers", "city,town,village"),
    ];
    for one in ["novice", "contract", "off_subject"] {
        let most = if one == kind { "0%" } else { "100%" };
        edits.push(set(&format!("rules.arrivals_mix.{one}_at_most"), most));
    }
    edits
}

/// Everybody is certified in Chinese at the primary stage and every post there is one of maths, which may
/// be taught with that, but must be told: whoever arrives is off her subject.
pub(super) fn off_subject(facts: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    let mut edits = no_mix("off_subject");
    for (column, value) in [
        ("stage", "primary"),
        ("subject", "special"),
        ("more_subjects", ""),
        ("certified_stages", "primary"),
        ("certified_subjects", "chinese"),
    ] {
        edits.push(set(&format!("teachers.*.{column}"), value));
    }
    for school in &facts.roster.schools {
        let (stage, parts) = if school.teaches(Stage::Primary) {
            (Stage::Primary, "maths:16")
        } else {
            (school.kind.stages()[0], "english:12")
        };
        let cells = [
            ("school", school.id.as_str()),
            ("stage", stage.key()),
            ("parts", parts),
            ("number", "60"),
        ];
        edits.push(Edit::add("teaching_posts", &cells));
    }
    Some((&["arrivals_mix"], edits))
}

/// Whoever rotates is to be a backbone teacher, and nobody is.
pub(super) fn no_backbone(_: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    let edits = vec![
        set("rules.backbone_share.force", "must"),
        set("rules.backbone_share.of", "movers"),
        set("rules.backbone_share.at_least", "100%"),
        set("teachers.*.backbone", "none"),
    ];
    Some((&["backbone_share"], edits))
}

/// Somebody else's own subject is English, hers is Chinese: nobody can replace her.
fn nobody_else(facts: &Facts<'_>, who: TeacherNo) -> Vec<Edit> {
    let id = &facts.roster.teacher(who).id;
    vec![
        set("teachers.*.subject", "english"),
        set(&format!("teachers.{id}.subject"), "chinese"),
        set("teachers.*.more_subjects", ""),
        set("teachers.*.certified_subjects", "english"),
        set(&format!("teachers.{id}.certified_subjects"), "chinese"),
        set("recruits.*.number", "0"),
        set("rules.eligibility.who_may_move", "anyone_unprotected"),
    ]
}

pub(super) fn last_teacher(facts: &Facts<'_>, who: TeacherNo, _: u64) -> Stopped {
    let mut edits = nobody_else(facts, who);
    edits.push(set("rules.last_teacher.force", "must"));
    Some((&["last_teacher"], edits))
}

/// Her school is short of Chinese and must not lose on balance.
pub(super) fn net_loss(facts: &Facts<'_>, who: TeacherNo, _: u64) -> Stopped {
    let own = Subject::find("chinese")?;
    let here = (facts.roster.teacher(who).work_school, own);
    // One of them may be that of a head of section, who teaches something else then.
    (balance(facts).get(&here)?.1 >= 3).then_some(())?;
    let mut edits = nobody_else(facts, who);
    edits.push(set("rules.surplus_first.force", "must"));
    edits.push(set("rules.surplus_first.no_net_loss", "yes"));
    Some((&["surplus_first"], edits))
}

/// Recruits of maths, as many as may be wished for.
fn recruits(employment: &str) -> Vec<Edit> {
    let line = |(id, stage)| {
        let cells = [
            ("id", id),
            ("employment", employment),
            ("stage", stage),
            ("subjects", "maths"),
            ("number", "60"),
        ];
        Edit::add("recruits", &cells)
    };
    [("M1", "primary"), ("M2", "junior")].map(line).to_vec()
}

/// As many quota places in force at each school as people hold.
fn held(facts: &Facts<'_>) -> Vec<Edit> {
    let schools = facts.roster.schools.iter().zip(&facts.quota);
    let mut edits: Vec<Edit> = schools
        .map(|(school, quota)| {
            let path = format!("schools.{}.quota", school.id);
            set(&path, &quota.heads_base.to_string())
        })
        .collect();
    edits.push(set("rules.school_quota.quota_goes", "yes"));
    edits.push(set("rules.school_quota.split", "in_force"));
    edits.push(set("quota.*.heads", "900"));
    edits
}

pub(super) fn no_vacancy(facts: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    let mut edits = held(facts);
    edits.extend(recruits("on_quota"));
    Some((&["recruits"], edits))
}

pub(super) fn no_contracts(_: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    let mut edits = recruits("contract");
    edits.push(set("rules.recruits.contract_allowed", "no"));
    Some((&["recruits"], edits))
}

/// No school has a vacancy on quota, and quota places go with people.
pub(super) fn quota(facts: &Facts<'_>, _: TeacherNo, _: u64) -> Stopped {
    let mut edits = held(facts);
    edits.extend(recruits("on_quota"));
    edits.push(set("rules.recruits.force", "off"));
    edits.push(set("rules.school_quota.force", "must"));
    Some((&["school_quota"], edits))
}

/// The same, and nobody makes room.
pub(super) fn quota_without_swaps(facts: &Facts<'_>, who: TeacherNo, seed: u64) -> Stopped {
    let (_, mut edits) = quota(facts, who, seed)?;
    edits.extend(ban_all(facts, Some(who)));
    Some((&["school_quota"], edits))
}

/// The same where only the people of receiving schools do not make room.
pub(super) fn quota_of_receivers(facts: &Facts<'_>, who: TeacherNo, seed: u64) -> Stopped {
    let (_, mut edits) = quota(facts, who, seed)?;
    for who in facts.roster.teacher_nos() {
        let one = facts.roster.teacher(who);
        let schools = [one.work_school, one.quota_school];
        let receives = |no: &SchoolNo| {
            let school = facts.roster.school(*no);
            school.is_any(&[Class::Village, Class::Weak])
        };
        if schools.iter().any(receives) {
            edits.push(decide("bans", &one.id, ""));
        }
    }
    Some((&["school_quota", "pins_and_bans"], edits))
}
