//! One rule, one file: its card (words, formula, values), its audit (facts and whole numbers only),
//! its contribution to the program. The list below is the order of every report.

#![allow(
    rustdoc::broken_intra_doc_links,
    reason = "`[persons]` after a symbol is its unit"
)]

mod check;
pub mod cover;
mod judgement;
mod places;
mod program;
mod verdict;

pub mod apprentices;
pub mod arrivals_mix;
pub mod backbone_share;
pub mod certificates;
pub mod class_sizes;
pub mod class_splits;
pub mod contract_conversions;
pub mod counting_forms;
pub mod degree_shares;
pub mod district_bounds;
pub mod dormitory_beds;
pub mod eligibility;
pub mod family_ties;
pub mod fewest_moves;
pub mod itinerant_teaching;
pub mod last_teacher;
pub mod leader_exchange;
pub mod leavers_cap;
pub mod mentor_pairs;
pub mod move_worth;
pub mod must_open_subjects;
pub mod per_pupil_staff;
pub mod permanent_schools;
pub mod pins_and_bans;
pub mod preferences;
pub mod protected_teachers;
mod published_letters;
pub mod recruits;
pub mod rotation_share;
pub mod running_rotations;
pub mod school_quota;
pub mod school_sizes;
pub mod special_post_share;
pub mod staff_balance;
pub mod surplus_first;
pub mod teaching_after_title;
pub mod teaching_posts;
pub mod title_applicants;
pub mod title_posts;
pub mod title_year;
pub mod titles_filled;
pub mod township_dormitories;
pub mod transfers_in;
pub mod travel_limit;
pub mod village_subjects;
pub mod visiting_lessons;

pub use judgement::{Aim, Bound, Granted, Judgement, Measure};
pub use move_worth::{exchanged_with, gain_asked};
pub use places::{place_text, place_words};
pub use program::{alike, build, build_unless, forbids, told_of_person};
pub use published_letters::{changed_letters, goals};
pub use teaching_posts::{Flows, NextYear, OwnPosts};
pub use title_posts::{Taken, brought, taken};
pub use verdict::Verdict;

use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::{Facts, Placement, PostNo};
use crate::model::Staffing;
use crate::policy::Card;
use crate::text::Text;

/// What the auditor sees of a rule.
pub trait Rule: Sync {
    /// Whether it is this rule that keeps somebody where she is, as far as it is about people.
    fn holds_back(&self, _facts: &Facts<'_>, _who: TeacherNo) -> bool {
        false
    }
    /// A part of a place that only this rule speaks of, in words.
    fn place(&self, _part: &str) -> Option<Text> {
        None
    }
    /// Judges a plan: every check, measure and goal amount of this rule goes into the verdict.
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict);
}

/// What the program sees of a rule. Shares no code with the audit.
pub trait Constrain: Sync {
    /// Whether a teacher may work at a school next year as far as this rule is concerned; her base
    /// is asked about too.
    fn allows(&self, _facts: &Facts<'_>, _who: TeacherNo, _to: SchoolNo) -> bool {
        true
    }
    /// Whether the elastic program may go where [`Constrain::allows`] forbids, because the rule, or
    /// another one, counts it there as a shortfall.
    fn may_soften(&self, _facts: &Facts<'_>, _who: TeacherNo, _to: SchoolNo) -> bool {
        false
    }
    /// Whether recruits of a pool may fill a post as far as this rule is concerned.
    fn may_hire(&self, _facts: &Facts<'_>, _pool: usize, _post: PostNo) -> bool {
        true
    }
    /// Everything that this rule looks at in a teacher beyond her base and profile, as numbers:
    /// teachers alike in it (for all rules) are interchangeable.
    fn sees(&self, _facts: &Facts<'_>, _who: TeacherNo, _key: &mut Vec<i64>) {}
    /// What of this is only a wish of hers: people alike but for it are of one class. Nobody is worse off
    /// for a wish, so only what a move costs may depend on it.
    fn wills(&self, _facts: &Facts<'_>, _who: TeacherNo, _key: &mut Vec<i64>) {}
    /// Its rows and goal terms, if it has any.
    fn constrain(&self, _program: &mut Staffing<'_>) {}
}

macro_rules! rules {
    ($($file:ident::$rule:ident),+ $(,)?) => {
        /// Every rule with its card, in the order of reports.
        pub static RULES: &[(&Card, &dyn Rule)] = &[$((&$file::CARD, &$file::$rule)),+];
        /// The same rules as the program sees them.
        pub static CONSTRAINTS: &[(&Card, &dyn Constrain)] =
            &[$((&$file::CARD, &$file::$rule)),+];
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
    move_worth::MoveWorth,
    district_bounds::DistrictBounds,
    family_ties::Families,
    teaching_after_title::TeachingAfterTitle,
];

/// The cards of all rules, in the order of reports.
pub fn cards() -> Vec<&'static Card> {
    RULES.iter().map(|(card, _)| *card).collect()
}

/// The card of the rule with this id, as a document spells it.
pub fn card(id: &str) -> Option<&'static Card> {
    cards().into_iter().find(|card| card.id == id)
}

/// Staff ids of those whom a rule holds back.
pub fn people(facts: &Facts<'_>, card: &Card) -> Vec<String> {
    let rule = RULES.iter().find(|(one, _)| one.id == card.id);
    let all = facts.roster.teacher_nos();
    let held = all.filter(|who| rule.is_some_and(|(_, rule)| rule.holds_back(facts, *who)));
    held.map(|who| facts.roster.teacher_id(who)).collect()
}
