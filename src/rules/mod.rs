//! One rule, one file: its card (words, formula, values), its audit (facts and whole numbers only),
//! its contribution to the program. The list below is the order of every report.

mod cover;
mod keys;
mod program;
mod verdict;

mod apprentices;
mod arrivals_mix;
mod backbone_share;
mod certificates;
mod class_sizes;
mod class_splits;
mod contract_conversions;
mod counting_forms;
mod degree_shares;
mod dormitory_beds;
mod eligibility;
mod fewest_moves;
mod itinerant_teaching;
mod last_teacher;
mod leader_exchange;
mod leavers_cap;
mod mentor_pairs;
mod must_open_subjects;
mod on_posts;
mod per_pupil_staff;
mod permanent_schools;
mod pins_and_bans;
mod preferences;
mod protected_teachers;
mod published_letters;
mod recruits;
mod rotation_share;
mod running_rotations;
mod school_quota;
mod school_sizes;
mod special_post_share;
mod staff_balance;
mod surplus_first;
mod teaching_posts;
mod title_applicants;
mod title_posts;
mod title_year;
mod titles_filled;
mod township_dormitories;
mod transfers_in;
mod travel_limit;
mod village_subjects;
mod visiting_lessons;

pub use program::{build, forbids};
pub use published_letters::{changed_letters, goals};
pub use title_posts::{Taken, taken};
pub use verdict::{Judgement, Measure, Verdict};

use crate::facts::{Facts, Placement};
use crate::policy::Card;

/// What the auditor sees of a rule.
pub trait Rule: Sync {
    /// Its words and values.
    fn card(&self) -> &'static Card;
    /// Judges a plan: every check, measure and goal amount of this rule goes into the verdict.
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict);
}

/// What the program sees of a rule. Shares no code with the audit.
pub trait Constrain: Rule {
    /// Whether a teacher may work at a school next year as far as this rule is concerned; her base
    /// is asked about too.
    fn allows(
        &self,
        _facts: &Facts<'_>,
        _who: crate::domain::TeacherNo,
        _to: crate::domain::SchoolNo,
    ) -> bool {
        true
    }
    /// Whether the elastic program may go where [`Constrain::allows`] forbids, because the rule, or
    /// another one, counts it there as a shortfall.
    fn may_soften(
        &self,
        _facts: &Facts<'_>,
        _who: crate::domain::TeacherNo,
        _to: crate::domain::SchoolNo,
    ) -> bool {
        false
    }
    /// Whether recruits of a pool may fill a post as far as this rule is concerned.
    fn may_hire(&self, _facts: &Facts<'_>, _pool: usize, _post: crate::facts::PostNo) -> bool {
        true
    }
    /// Everything that this rule looks at in a teacher beyond her base and profile, as numbers:
    /// teachers alike in it (for all rules) are interchangeable.
    fn sees(&self, _facts: &Facts<'_>, _who: crate::domain::TeacherNo, _key: &mut Vec<i64>) {}
    /// Its rows and goal terms.
    fn constrain(&self, program: &mut crate::model::Staffing<'_>);
}

macro_rules! rules {
    ($($rule:path),+ $(,)?) => {
        /// Every rule, in the order of reports.
        pub static RULES: &[&dyn Rule] = &[$(&$rule),+];
        /// The same rules as the program sees them.
        pub static CONSTRAINTS: &[&dyn Constrain] = &[$(&$rule),+];
    };
}

rules![
    eligibility::Eligibility,
    protected_teachers::ProtectedTeachers,
    rotation_share::RotationShare,
    backbone_share::BackboneShare,
    counting_forms::CountingForms,
    school_quota::SchoolQuota,
    teaching_posts::TeachingPosts,
    must_open_subjects::MustOpenSubjects,
    village_subjects::VillageSubjects,
    last_teacher::LastTeacher,
    surplus_first::SurplusFirst,
    certificates::Certificates,
    title_year::TitleYear,
    leavers_cap::LeaversCap,
    arrivals_mix::ArrivalsMix,
    travel_limit::TravelLimit,
    dormitory_beds::DormitoryBeds,
    recruits::Recruits,
    pins_and_bans::PinsAndBans,
    preferences::Preferences,
    running_rotations::RunningRotations,
    fewest_moves::FewestMoves,
    class_sizes::ClassSizes,
    school_sizes::SchoolSizes,
    per_pupil_staff::PerPupilStaff,
    staff_balance::StaffBalance,
    degree_shares::DegreeShares,
    special_post_share::SpecialPostShare,
    permanent_schools::PermanentSchools,
    title_applicants::TitleApplicants,
    title_posts::TitlePosts,
    titles_filled::TitlesFilled,
    itinerant_teaching::ItinerantTeaching,
    visiting_lessons::VisitingLessons,
    mentor_pairs::MentorPairs,
    leader_exchange::LeaderExchange,
    transfers_in::TransfersIn,
    apprentices::Apprentices,
    contract_conversions::ContractConversions,
    township_dormitories::TownshipDormitories,
    class_splits::ClassSplits,
];

/// Why a teacher is not eligible or may not be moved, as a fact for the words of a finding.
fn reasons(facts: &Facts<'_>, who: crate::domain::TeacherNo) -> Vec<crate::text::Text> {
    let reasons = &facts.stands(who).exemptions;
    reasons.iter().map(|reason| reason.text()).collect()
}

/// The cards of all rules, in the order of reports.
pub fn cards() -> Vec<&'static Card> {
    RULES.iter().map(|rule| rule.card()).collect()
}
