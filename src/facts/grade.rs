//! By what right somebody teaches something (任教依据).

use crate::domain::labelled_enum;

labelled_enum! {
    /// By what right somebody teaches a part of a post, rising.
    Grade {
        None = "none" "不能任教" "may not teach it",
        PartTime = "part_time" "同校兼任（非专任）" "shared at the own school without the certificate",
        Open = "open" "不设专门资格" "no certificate of its own",
        Told = "told" "同学段资格兼任（须说明）" "by another certificate of the stage, told",
        Certificate = "certificate" "持该学科资格" "by certificate",
        Own = "own" "主教学科" "own subject",
    }
}
