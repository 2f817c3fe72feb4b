//! Where each teacher stands before anything is decided: where she will be, whether she meets the
//! rotation conditions (符合交流条件), and what protects her.

use super::conditions::Conditions;
use super::running::{base, running};
use super::title_year::TitleYear;
use super::{Post, Profile, ProfileNo};
use crate::domain::{
    Employment, Form, Month, Pin, Roster, SchoolNo, Teacher, TeacherNo, labelled_enum,
};
use crate::policy::RuleBook;
use std::collections::{BTreeMap, BTreeSet};

labelled_enum! {
    /// Why a teacher is not among those who meet the rotation conditions, or may not be moved.
    Exemption {
        NotTeaching = "not_teaching" "不在教学岗位" "does not teach at present",
        NotOnQuota = "not_on_quota" "非在编教师" "not on quota",
        TooFewYears = "too_few_years" "在现校任教年限未满" "too few years at the school",
        OverAge = "over_age" "超过年龄上限" "over the age limit",
        NearRetirement = "near_retirement" "临近退休" "near retirement",
        Pregnant = "pregnant" "孕期" "pregnant",
        Nursing = "nursing" "哺乳期" "nursing",
        Illness = "illness" "重大疾病" "serious illness",
        Hardship = "hardship" "特殊困难" "family hardship",
        CourseLead = "course_lead" "特色课程负责人" "lead of a special course",
        Bonded = "bonded" "服务期未满" "in a service bond",
        DirectedTitle = "directed_title" "定向职称" "directed title",
        RecentlyRotated = "recently_rotated" "近年已交流" "rotated recently",
        OnRotation = "on_rotation" "正在交流期内" "on a running rotation",
        SoleTeacher = "sole_teacher" "本校该学科唯一教师" "sole teacher of a subject",
        SchoolLeader = "school_leader" "校级领导（另行交流）" "school leader, rotated separately",
        Leaving = "leaving" "在新学年前退休或离开" "retires or leaves before the year",
    }
}

/// A posting that is already running.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ongoing {
    /// Its form.
    pub form: Form,
    /// First month.
    pub from: Month,
    /// Last month, when set.
    pub to: Option<Month>,
    /// The school year that is planned is its n-th (1 = first).
    pub year_no: i32,
    /// It goes on through the school year that is planned; otherwise she returns.
    pub goes_on: bool,
    /// It counts once more among this year's rotations (policy switch).
    pub counts: bool,
}

/// Where one teacher stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eligibility {
    /// Where she works next year when nothing is decided; `None`: she does not teach.
    pub base: Option<SchoolNo>,
    /// Her qualification profile.
    pub profile: ProfileNo,
    /// Meets years and ages: in the denominator before exemptions.
    pub due: bool,
    /// Meets the rotation conditions after exemptions: in the denominator E.
    pub eligible: bool,
    /// The plan may move her.
    pub movable: bool,
    /// Why she is not eligible, or may not be moved; empty for eligible teachers.
    pub exemptions: Vec<Exemption>,
    /// A posting that is already running.
    pub ongoing: Option<Ongoing>,
    /// Fewer years of teaching than the policy's bound for novices.
    pub novice: bool,
    /// Whole months of full-time equivalent service at schools that give the title year.
    pub title_months: i32,
    /// Applies for a title that asks for the year and has fewer months than it asks.
    pub lacks_title_year: bool,
    /// Retires in this month, by the policy's retirement table.
    pub retires: Month,
}

/// Whoever fails nothing but these is not protected: she is merely not due this year, or goes only
/// when she is replaced.
const UNPROTECTED: &[Exemption] = &[
    Exemption::NotOnQuota,
    Exemption::TooFewYears,
    Exemption::OverAge,
    Exemption::RecentlyRotated,
    Exemption::SoleTeacher,
];

/// Without these she would be in the denominator before exemptions.
const NOT_DUE: &[Exemption] = &[
    Exemption::NotTeaching,
    Exemption::NotOnQuota,
    Exemption::TooFewYears,
    Exemption::OverAge,
    Exemption::SchoolLeader,
    Exemption::Leaving,
];

/// Where everybody stands.
pub(super) fn everybody(
    roster: &Roster,
    book: &RuleBook,
    year_start: Month,
    profile: &[ProfileNo],
    pins: &[&Pin],
) -> Vec<Eligibility> {
    let conditions = Conditions::read(roster, book, year_start);
    let title = TitleYear::read(book);
    let returns = book.flag("running_rotations", "return_after_end");
    let recount = book.flag("rotation_share", "ongoing_counts");
    let pins: BTreeMap<_, _> = pins.iter().map(|pin| (pin.teacher, pin.school)).collect();
    let stand = |(no, profile): (TeacherNo, &ProfileNo)| {
        let teacher = roster.teacher(no);
        let ongoing = running(roster, no, &conditions, recount);
        let exemptions = conditions.exemptions(roster, no, ongoing.as_ref());
        let base = base(roster, teacher, &conditions, ongoing.as_ref(), returns);
        let title_months = title.months(roster, no, conditions.clock);
        let mut stand = Eligibility {
            base,
            profile: *profile,
            due: !exemptions.iter().any(|one| NOT_DUE.contains(one)),
            eligible: exemptions.is_empty(),
            movable: false,
            exemptions,
            ongoing,
            novice: conditions.teaching_months(teacher) < conditions.novice_months,
            title_months,
            lacks_title_year: title.lacks(roster, teacher, title_months),
            retires: conditions.retirement.month(teacher),
        };
        stand.movable = base.is_some_and(|base| {
            let pinned = pins.get(&no).is_some_and(|to| *to != base);
            // Whoever is at a school that closes must be placed, exempt or not; and a pin is the
            // officer's own decision, which other rules then judge.
            roster.school(base).closing || pinned || may_move(teacher, &stand, &conditions)
        });
        stand
    };
    roster.teacher_nos().zip(profile).map(stand).collect()
}

/// Whether the policy's conditions let the plan move her.
fn may_move(teacher: &Teacher, stand: &Eligibility, conditions: &Conditions) -> bool {
    let any = |list: &[Exemption]| stand.exemptions.iter().any(|one| list.contains(one));
    if any(&conditions.locks) || any(&[Exemption::OnRotation, Exemption::NotTeaching]) {
        return false;
    }
    let released = teacher.volunteer && conditions.release_volunteers;
    if conditions.anyone {
        released || stand.exemptions.iter().all(|one| UNPROTECTED.contains(one))
    } else {
        stand.eligible || (released && teacher.employment == Employment::OnQuota)
    }
}

/// Marks the only teacher whose own subject her school must teach: she is exempt, but may still go
/// when the same plan replaces her, which `last_teacher` sees to; without that rule nobody is marked.
pub(super) fn mark_sole_teachers(
    book: &RuleBook,
    posts: &[Post],
    profiles: &[Profile],
    standing: &mut [Eligibility],
) {
    if !book.is_on("last_teacher") {
        return;
    }
    let taught: BTreeSet<_> = posts
        .iter()
        .flat_map(|post| {
            post.parts
                .iter()
                .map(|part| (post.school, post.stage, part.0))
        })
        .collect();
    let mut holders: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (no, stand) in standing.iter().enumerate() {
        let profile = &profiles[stand.profile.0];
        if let (Some(base), true) = (stand.base, profile.may_teach(profile.stage, profile.own)) {
            let key = (base, profile.stage, profile.own);
            holders.entry(key).or_default().push(no);
        }
    }
    for (key, who) in holders {
        if let ([sole], true) = (who.as_slice(), taught.contains(&key)) {
            let stand = &mut standing[*sole];
            stand.eligible = false;
            stand.exemptions.push(Exemption::SoleTeacher);
            stand.exemptions.sort_unstable();
        }
    }
}
