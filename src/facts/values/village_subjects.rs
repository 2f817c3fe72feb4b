//! What the policy says for R09 Village subjects (乡村学校体音美心理教师).

use crate::domain::{Class, Subject};
use crate::policy::values;

values! {
    "village_subjects"
    SUBJECTS: Vec<Subject> = "subjects" "须配齐的学科" "subjects for which there must be a teacher";
    SCHOOLS: Vec<Class> = "schools" "适用学校类别" "classes of school concerned";
}
