//! The program in whole numbers, and its MPS text.

use lungang::model::{Lp, Sense, mps};
use lungang::policy::GoalId;

#[test]
fn a_point_is_judged_in_whole_numbers() {
    let mut lp = Lp::default();
    let (x, y) = (lp.column("x".into(), 0, 3), lp.column("y".into(), 0, 3));
    lp.row(
        "r",
        "c".into(),
        vec![(y, 1), (x, 2), (y, 1)],
        Sense::AtMost,
        5,
    );
    lp.cost(GoalId::Moves, x, 2);
    lp.cost(GoalId::Moves, x, 1);
    lp.constant(GoalId::Moves, 10);
    lp.tidy();
    assert_eq!(lp.rows[0].terms, vec![(x, 2), (y, 2)]);
    assert_eq!(lp.goal_value(GoalId::Moves, &[2, 0]), 16);
    assert_eq!(lp.broken(&[1, 1]), vec![]);
    assert_eq!(lp.broken(&[2, 1]), vec![Some(0)]);
    assert_eq!(lp.broken(&[4, 0]), vec![None, Some(0)]);
    assert_eq!(lp.reach(&lp.rows[0].terms), (0, 12));
}

#[test]
fn every_field_stands_in_its_column() {
    let mut lp = Lp::default();
    let (x, y) = (lp.column("x".into(), 0, 3), lp.column("y".into(), 2, 2));
    lp.row("r", "c".into(), vec![(x, 2), (y, -1)], Sense::AtLeast, 1);
    lp.cost(GoalId::Moves, y, 5);
    lp.constant(GoalId::Moves, 7);
    lp.tidy();
    let text = mps(&lp, GoalId::Moves);
    let lines: Vec<_> = text.lines().filter(|line| !line.starts_with('*')).collect();
    let expected = [
        "NAME          lungang",
        "ROWS",
        " N  GOAL",
        " G  R0",
        "COLUMNS",
        "    MARKER                 'MARKER'                 'INTORG'",
        "    C0        R0        2",
        "    C1        GOAL      5",
        "    C1        R0        -1",
        "    MARKER                 'MARKER'                 'INTEND'",
        "RHS",
        "    RHS       GOAL      -7",
        "    RHS       R0        1",
        "BOUNDS",
        " LO BND       C0        0",
        " UP BND       C0        3",
        " FX BND       C1        2",
        "ENDATA",
    ];
    assert_eq!(lines, expected);
}
