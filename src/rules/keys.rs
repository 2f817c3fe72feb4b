//! The words that the values of a rule may take, once for all cards. A test keeps each list equal
//! to its enum.

/// Classes of school.
pub(super) const CLASSES: &[&str] = &[
    "city",
    "town",
    "village",
    "quality",
    "weak",
    "central",
    "base_point",
    "point",
];

/// Stages of schooling.
pub(super) const STAGES: &[&str] = &["primary", "junior", "senior"];

/// Subjects.
pub(super) const SUBJECTS: &[&str] = &[
    "chinese",
    "maths",
    "english",
    "ethics",
    "science",
    "physics",
    "chemistry",
    "biology",
    "history",
    "geography",
    "pe",
    "music",
    "art",
    "it",
    "labour",
    "psychology",
    "practice",
    "calligraphy",
    "local",
    "special",
    "whole_class",
];

/// Subjects, or all of them.
pub(super) const SUBJECTS_OR_ALL: &[&str] = &[
    "all",
    "chinese",
    "maths",
    "english",
    "ethics",
    "science",
    "physics",
    "chemistry",
    "biology",
    "history",
    "geography",
    "pe",
    "music",
    "art",
    "it",
    "labour",
    "psychology",
    "practice",
    "calligraphy",
    "local",
    "special",
    "whole_class",
];

/// Forms of a posting.
pub(super) const FORMS: &[&str] = &[
    "exchange",
    "post_filling",
    "support",
    "competition",
    "district",
    "group",
    "pairing",
    "central",
    "itinerant",
    "shadowing",
    "apprentice",
    "secondment",
    "transfer",
];

/// Reasons in the person for not moving her.
pub(super) const PROTECTIONS: &[&str] =
    &["pregnant", "nursing", "illness", "hardship", "course_lead"];

/// Why a teacher may not be moved.
pub(super) const EXEMPTIONS: &[&str] = &[
    "not_teaching",
    "not_on_quota",
    "too_few_years",
    "over_age",
    "near_retirement",
    "pregnant",
    "nursing",
    "illness",
    "hardship",
    "course_lead",
    "bonded",
    "directed_title",
    "recently_rotated",
    "on_rotation",
    "sole_teacher",
    "school_leader",
    "leaving",
];

/// Grades of backbone teacher.
pub(super) const BACKBONES: &[&str] = &["school", "county", "city", "province", "nation"];

/// Titles that a teacher can apply for.
pub(super) const TITLES: &[&str] = &["third", "second", "first", "senior", "full_senior"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Backbone, Class, Form, Protection, Stage, Subject, Title};
    use crate::facts::Exemption;

    #[test]
    fn the_lists_are_the_keys_of_their_enums() {
        let keys = |all: Vec<&'static str>| all;
        let subjects: Vec<_> = Subject::all().map(Subject::key).collect();
        assert_eq!(SUBJECTS, subjects);
        assert_eq!(SUBJECTS_OR_ALL[1..], subjects);
        assert_eq!(CLASSES, keys(Class::ALL.iter().map(|x| x.key()).collect()));
        assert_eq!(STAGES, keys(Stage::ALL.iter().map(|x| x.key()).collect()));
        assert_eq!(FORMS, keys(Form::ALL.iter().map(|x| x.key()).collect()));
        let protections = keys(Protection::ALL.iter().map(|x| x.key()).collect());
        assert_eq!(PROTECTIONS, protections);
        let exemptions = keys(Exemption::ALL.iter().map(|x| x.key()).collect());
        assert_eq!(EXEMPTIONS, exemptions);
        let grades = keys(Backbone::ALL[1..].iter().map(|x| x.key()).collect());
        assert_eq!(BACKBONES, grades);
        let titles = keys(Title::ALL[1..].iter().map(|x| x.key()).collect());
        assert_eq!(TITLES, titles);
    }
}
