//! The page of a trade-off curve: what is proved, dominated and the knee are told apart by shape.

use crate::page::{chinese, element, golden};
use lungang::decide::{Figures, GoalFigure, GoalPart};
use lungang::finding::Findings;
use lungang::page::frontier_page;
use lungang::plan::{Ended, FigureId};
use lungang::policy::{GoalId, Share};
use lungang::study::{Frontier, Point};

fn point(per_cent: i64, ended: Ended, value: Option<i64>) -> Point {
    let figures = value.map(|value| Figures {
        ended,
        goals: vec![GoalFigure {
            goal: GoalId::EmptyPosts,
            value,
            bound: Some(value),
            unit: GoalId::EmptyPosts.unit(),
            shown: vec![GoalPart {
                goal: GoalId::EmptyPosts,
                figure: Some(FigureId::PeriodsLacking),
                name: FigureId::PeriodsLacking.text().into(),
                unit: FigureId::PeriodsLacking.unit().into(),
                value,
            }],
        }],
        rules: Vec::new(),
        moves: per_cent,
        rotating: per_cent,
        recruits: 0,
        empty_posts: 3,
        subsidy: None,
    });
    Point {
        shown: vec![format!("{per_cent}%")],
        values: vec![Share::new(per_cent, 100)],
        ended: Some(ended),
        figures,
        differences: None,
        dominated: per_cent == 10,
        knee: per_cent == 16,
        alternative: None,
        findings: Findings::default(),
        fault: None,
    }
}

#[test]
fn a_curve_marks_proved_and_dominated_points_and_the_knee_by_shape() {
    let curve = Frontier {
        paths: vec!["rules.rotation_share.at_least".into()],
        base: None,
        points: vec![
            point(10, Ended::Proved, Some(1762)),
            point(12, Ended::Proved, Some(1762)),
            point(14, Ended::OutOfTime, Some(1766)),
            point(16, Ended::Proved, Some(1768)),
            point(18, Ended::Proved, Some(1801)),
            point(20, Ended::NoPlanExists, None),
        ],
        findings: Findings::default(),
    };
    let page = frontier_page(&curve);
    let svg = element(&page, "<svg id=\"curve-picture\"", "</svg>");
    for (class, number) in [("proved", 3), ("open", 1), ("out", 1), ("knee", 1)] {
        assert_eq!(
            svg.matches(&format!("class=\"{class}\"")).count(),
            number,
            "{class}"
        );
    }
    assert_eq!(svg.matches('✘').count(), 1);
    assert!(chinese(&page).contains("R03 交流轮岗比例：最低比例"));
    golden("curve.svg", svg);
}
