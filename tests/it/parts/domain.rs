//! Months, subjects, classes.

use lungang::domain::{ClassGroup, Month, Subject};

#[test]
fn months_are_counted_across_years() {
    let from: Month = "2019-11".parse().unwrap();
    let to: Month = "2026-02-15".parse().unwrap();
    assert_eq!(to.months_since(from), 75);
    assert_eq!(from.months_since(to), -75);
    assert_eq!(from.plus(75), to);
    assert!("2019-13".parse::<Month>().is_err());
}

#[test]
fn pupils_are_split_evenly_larger_first() {
    assert_eq!(ClassGroup::evenly(82, 3), [28, 27, 27]);
    assert_eq!(ClassGroup::evenly(5, 0), [0u32; 0]);
}

#[test]
fn whole_class_is_where_it_is_said_to_be() {
    assert_eq!(Subject::WHOLE_CLASS.key(), "whole_class");
    assert_eq!(Subject::find("思想政治").map(Subject::key), Some("ethics"));
}
