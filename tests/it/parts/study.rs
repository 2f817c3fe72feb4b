//! What a region has left, shared among its counties.

use crate::tiny;
use lungang::domain::{QuotaTotal, Roster, Stage};
use lungang::facts::Facts;
use lungang::finding::Place;
use lungang::input::{County, Region};
use lungang::plan::Ended;
use lungang::policy::RuleBook;
use lungang::solve::{Options, Progress, Watch};
use lungang::study::{CountyQuota, StudyWatch, solve_region};

struct Nobody;

impl Watch for Nobody {
    fn heard(&self, _: Progress) {}
}

impl StudyWatch for Nobody {
    fn done(&self, _: &str, _: Option<Ended>) {}
}

/// A county with a total of ten heads for its primary schools, and with so many pupils.
fn ten_heads(pupils: u32) -> Roster {
    let mut roster = tiny::roster();
    roster.classes = vec![tiny::classes(tiny::VILLAGE, 1, &[pupils])];
    let stage = Stage::Primary;
    roster.quota = vec![QuotaTotal { stage, heads: 10 }];
    roster
}

/// A policy with so many pupils for each member of staff, and nothing besides.
fn pupils_per_staff(number: &str) -> RuleBook {
    tiny::book(&[
        ("school_quota.pupils_per_staff_primary", number),
        ("school_quota.combine", "pupils"),
    ])
}

/// The counties of a region with these pupils and this total. None is planned, and none favoured.
fn counties(pupils: &[u32], total: i64, book: &RuleBook) -> Vec<CountyQuota> {
    favouring(pupils, total, book, &[])
}

/// The same where some counties are favoured.
fn favouring(pupils: &[u32], total: i64, book: &RuleBook, favoured: &[usize]) -> Vec<CountyQuota> {
    let rosters: Vec<Roster> = pupils.iter().map(|one| ten_heads(*one)).collect();
    let facts = rosters.iter().map(|one| Some(Facts::new(one, book)));
    let facts: Vec<_> = facts.collect();
    let county = |no: usize| County {
        key: format!("c{no}"),
        folder: String::new(),
        path: String::new(),
        favoured: favoured.contains(&no),
        documents: None,
    };
    let region = Region {
        counties: (0..pupils.len()).map(county).collect(),
        quota: [(Stage::Primary, (total, Place::default()))].into(),
        ..Region::default()
    };
    let unchecked = vec![None; pupils.len()];
    let summary = solve_region(&region, &unchecked, &facts, &Options::default(), &Nobody);
    let of_stage = summary.quota.into_iter();
    let mut of_stage = of_stage.filter(|one| one.stage == Stage::Primary);
    of_stage.next().unwrap().counties
}

#[test]
fn what_is_left_goes_where_most_is_short_and_no_further() {
    let book = pupils_per_staff("1");
    let shared = |left: i64| {
        let all = counties(&[13, 10, 24], 30 + left, &book);
        all.iter().map(|one| one.suggested).collect::<Vec<_>>()
    };
    assert_eq!(shared(-4), [0, 0, 0]);
    assert_eq!(shared(0), [0, 0, 0]);
    assert_eq!(shared(3), [1, 0, 2]);
    assert_eq!(shared(9), [2, 0, 7]);
    assert_eq!(shared(100), [3, 0, 14]);
    // A county that is favoured (倾斜支持) is served before the others.
    let first = |left: i64| {
        let all = favouring(&[13, 10, 24], 30 + left, &book, &[0]);
        all.iter().map(|one| one.suggested).collect::<Vec<_>>()
    };
    assert_eq!(first(2), [2, 0, 0]);
    assert_eq!(first(9), [3, 0, 6]);
    // 21 pupils ask for ten heads and a half.
    let half = counties(&[21], 10, &pupils_per_staff("2"));
    assert_eq!((half[0].asked.numer(), half[0].asked.denom()), (21, 2));
    assert_eq!(half[0].short, 1);
}
