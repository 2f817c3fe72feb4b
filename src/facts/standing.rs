//! Where each teacher stands before anything is decided: where she will be, whether she meets the
//! rotation conditions (符合交流条件), and what protects her.

use super::{Post, Profile, ProfileNo};
use crate::domain::{Form, Month, Roster, SchoolNo, words_enum};
use crate::law::RuleBook;
use jiff::civil::Date;

words_enum! {
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
pub struct Standing {
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

/// First month of the school year after the reckoning date.
pub fn year_start(date: Date) -> Month {
    let september = Month::of(Date::constant(date.year(), 9, 1));
    if date.month() > 9 {
        september.plus(12)
    } else {
        september
    }
}

/// Everybody's standing.
pub(super) fn standing(
    _roster: &Roster,
    _book: &RuleBook,
    _year_start: Month,
    _profile: &[ProfileNo],
) -> Vec<Standing> {
    Vec::new()
}

/// Marks the only teacher of a subject that her school must teach (protected unless replaced).
pub(super) fn mark_sole_teachers(
    _roster: &Roster,
    _book: &RuleBook,
    _posts: &[Post],
    _profiles: &[Profile],
    _standing: &mut [Standing],
) {
}
