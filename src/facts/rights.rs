//! By what least right a subject may be taught at a school: what the policy says of subjects without a
//! certificate of their own (不设专岗学科) and of sharing at the own school (同校兼任).

use super::Grade;
use super::values::teaching_posts;
use crate::domain::{Class, School, Stage, Subject};
use crate::policy::RuleBook;

/// What the policy lets people teach without a certificate of the subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rights {
    open_primary: Vec<Subject>,
    open_junior: Vec<Subject>,
    open_told: Vec<Subject>,
    any_of_stage: Vec<Subject>,
    part_time: Vec<Subject>,
    part_time_schools: Vec<Class>,
    part_time_anywhere: Vec<Subject>,
}

impl Rights {
    pub(super) fn new(book: &RuleBook) -> Self {
        Self {
            open_primary: book.get(teaching_posts::OPEN_PRIMARY),
            open_junior: book.get(teaching_posts::OPEN_JUNIOR),
            open_told: book.get(teaching_posts::OPEN_TOLD),
            any_of_stage: book.get(teaching_posts::ANY_OF_STAGE),
            part_time: book.get(teaching_posts::PART_TIME),
            part_time_schools: book.get(teaching_posts::PART_TIME_SCHOOLS),
            part_time_anywhere: book.get(teaching_posts::PART_TIME_ANYWHERE),
        }
    }

    /// Whether every teacher of the stage may teach it: it makes no posts of its own.
    pub fn is_open(&self, stage: Stage, subject: Subject) -> bool {
        match stage {
            Stage::Primary => self.open_primary.contains(&subject),
            Stage::Junior => self.open_junior.contains(&subject),
            Stage::Senior => false,
        }
    }

    /// Whether it is open, but who teaches it without its certificate is told.
    pub fn is_told(&self, stage: Stage, subject: Subject) -> bool {
        self.is_open(stage, subject) && self.open_told.contains(&subject)
    }

    /// The subjects for which the certificate of any of them will do, at this stage.
    pub(super) fn alike(&self, stage: Stage) -> &[Subject] {
        match stage {
            Stage::Primary => &self.any_of_stage,
            Stage::Junior | Stage::Senior => &[],
        }
    }

    /// Whether what lacks of it beside the posts may be shared by colleagues at any school.
    pub(super) fn is_shared(&self, subject: Subject) -> bool {
        self.part_time.contains(&subject)
    }

    /// By what least right somebody of the stage may teach it at this school.
    pub fn least(&self, school: &School, stage: Stage, subject: Subject) -> Grade {
        let here = || school.is_any(&self.part_time_schools);
        let shared = || {
            self.part_time_anywhere.contains(&subject)
                || (self.part_time.contains(&subject) && here())
        };
        if self.is_open(stage, subject) {
            Grade::Open
        } else if shared() {
            Grade::PartTime
        } else {
            Grade::Certificate
        }
    }
}
