//! What rules ask of a policy, as far as it is read before anything is decided; the other rules
//! declare their values in their own files.

pub mod apprentices;
pub mod certificates;
pub mod class_sizes;
pub mod class_splits;
pub mod contract_conversions;
pub mod counting_forms;
pub mod dormitory_beds;
pub mod eligibility;
pub mod family_ties;
pub mod itinerant_teaching;
pub mod last_teacher;
pub mod leader_exchange;
pub mod mentor_pairs;
pub mod move_worth;
pub mod must_open_subjects;
pub mod per_pupil_staff;
pub mod protected_teachers;
pub mod recruits;
pub mod rotation_share;
pub mod running_rotations;
pub mod school_quota;
pub mod surplus_first;
pub mod teaching_posts;
pub mod title_applicants;
pub mod title_posts;
pub mod title_year;
pub mod titles_filled;
pub mod travel_limit;
pub mod village_subjects;
pub mod visiting_lessons;
