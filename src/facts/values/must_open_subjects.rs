//! What the policy says for R08 Subjects that must be opened (国家课程开齐).

use crate::domain::{Label, SUBJECTS as ALL_SUBJECTS, Subject};
use crate::policy::{Choice, values};

/// One subject that must be opened, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectOrAll {
    /// Every subject.
    All,
    /// This one.
    One(Subject),
}

const ALL: Label = Label::new("all", "全部", "all");

impl Choice for SubjectOrAll {
    const WORDS: &'static [Label] = &labels();
    fn with_key(key: &str) -> Option<Self> {
        if key == ALL.key {
            return Some(Self::All);
        }
        Subject::with_key(key).map(Self::One)
    }
}

const fn labels() -> [Label; ALL_SUBJECTS.len() + 1] {
    let mut labels = [ALL; ALL_SUBJECTS.len() + 1];
    let mut no = 0;
    while no < ALL_SUBJECTS.len() {
        labels[no + 1] = ALL_SUBJECTS[no];
        no += 1;
    }
    labels
}

values! {
    "must_open_subjects"
    SUBJECTS: Vec<SubjectOrAll> = "subjects"
        "必须开齐的学科" + "，all 为全部" "subjects that must be opened, or all";
}
