//! What the policy says for R12 Certificates (教师资格).

use crate::domain::labelled_enum;
use crate::policy::values;

labelled_enum! {
    /// What is asked for of other subjects.
    CrossSubject {
        Certificate = "certificate" "须有该学科教师资格" "certificate",
        Stated = "stated" "教师表所列任教、兼教学科即可" "stated",
    }
}

labelled_enum! {
    /// What is asked for of other stages.
    CrossStage {
        Certificate = "certificate" "须有该学段教师资格" "certificate",
        LowerFree = "lower_free" "高学段可任低学段" "lower free",
        Forbidden = "forbidden" "不跨学段" "forbidden",
    }
}

values! {
    "certificates"
    CROSS_SUBJECT: CrossSubject = "cross_subject"
        "跨学科任教："
        "other subjects: only with the certificate, or as stated in the teachers table";
    CROSS_STAGE: CrossStage = "cross_stage"
        "跨学段任教："
        "other stages: only with the certificate, freely from higher to lower, or not at all";
}
