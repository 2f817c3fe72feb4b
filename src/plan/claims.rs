//! What no reckoning from the decisions of a plan gives, because it took a solver to know it, on one line: a workbook
//! keeps it, so that the whole plan can be reckoned again from what its sheets decide.

use super::{Ended, GoalDoc, Plan, PostDoc, SchoolDoc, Tool};
use crate::domain::{Stage, Subject};
use crate::policy::GoalId;
use crate::text::OwnedText;
use serde::{Deserialize, Serialize};

/// How the line begins, and how those do that say who is on which post when nothing is decided.
const CLAIMS: &str = "claims ";
const BEFORE: &str = "before ";

/// Who is on a post when nothing is decided: school, stage, parts, whether it must be opened, staff ids.
type Before = (String, Stage, Vec<(Subject, u32)>, bool, Vec<String>);

/// What is claimed of a plan.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ClaimsDoc {
    /// The digest of the plan of which it is claimed.
    pub digest: String,
    tool: Tool,
    ended: Option<Ended>,
    present: Option<Ended>,
    undecided: Vec<String>,
    gap: f64,
    bounds: Vec<(GoalId, i64)>,
    /// Of the lessons besides posts: how it ended, the value and its bound.
    lessons: (Option<Ended>, i64, Option<i64>),
    /// A line for each, since a county has many.
    #[serde(skip)]
    before: Vec<Before>,
}

fn before(doc: &Plan) -> Vec<Before> {
    let of_school = |school: &SchoolDoc| {
        let posts = school.teaching_posts.iter().map(|post| {
            let people = post.filled_before.as_ref().unwrap_or(&post.filled_by);
            let (parts, people) = (post.parts.clone(), people.clone());
            (school.id.clone(), post.stage, parts, post.must_open, people)
        });
        posts.collect::<Vec<Before>>()
    };
    let all = doc.schools.iter().flat_map(of_school);
    all.filter(|one| !one.4.is_empty()).collect()
}

impl ClaimsDoc {
    /// What a plan claims.
    pub fn of(doc: &Plan) -> Self {
        let (outcome, periods) = (&doc.outcome, &doc.periods);
        let bounds = outcome.goals.iter();
        let bounds = bounds.filter_map(|one| Some((one.goal, one.bound?)));
        Self {
            digest: doc.digest.clone(),
            tool: doc.tool.clone(),
            ended: outcome.ended,
            present: outcome.present,
            undecided: outcome.undecided.clone(),
            gap: outcome.gap,
            bounds: bounds.collect(),
            lessons: (periods.ended, periods.value, periods.bound),
            before: before(doc),
        }
    }

    /// The same as lines of a workbook.
    pub fn lines(&self) -> Vec<String> {
        // Words, numbers and lists always become JSON.
        let said = serde_json::to_string(self).unwrap_or_default();
        let before = self.before.iter().map(|one| {
            let said = serde_json::to_string(one).unwrap_or_default();
            format!("{BEFORE}{said}")
        });
        let claims = format!("{CLAIMS}{said}");
        [claims].into_iter().chain(before).collect()
    }

    /// What the lines of a workbook claim; none where they do not.
    pub fn from_lines(lines: &[String]) -> Option<Self> {
        let mut claims = lines.iter().filter_map(|line| line.strip_prefix(CLAIMS));
        let mut claims: Self = serde_json::from_str(claims.next()?).ok()?;
        let before = lines.iter().filter_map(|line| line.strip_prefix(BEFORE));
        claims.before = before
            .filter_map(|one| serde_json::from_str(one).ok())
            .collect();
        Some(claims)
    }

    /// Whether a line of a workbook is about claims.
    pub(super) fn is_line(line: &str) -> bool {
        line.starts_with(CLAIMS) || line.starts_with(BEFORE)
    }

    /// A plan with only those on the posts who are there when nothing is decided.
    pub fn undecided(&self, doc: &Plan) -> Plan {
        let posts = self
            .before
            .iter()
            .map(|(school, stage, parts, must_open, people)| {
                let post = PostDoc {
                    stage: *stage,
                    parts: parts.clone(),
                    must_open: *must_open,
                    filled_before: Some(people.clone()),
                    ..PostDoc::default()
                };
                SchoolDoc {
                    id: school.clone(),
                    teaching_posts: vec![post],
                    ..SchoolDoc::default()
                }
            });
        Plan {
            schools: posts.collect(),
            ..doc.clone()
        }
    }

    /// A plan that claims this.
    pub fn made_by(&self, doc: &Plan) -> Plan {
        let mut doc = self.undecided(doc);
        doc.digest.clone_from(&self.digest);
        doc.tool.clone_from(&self.tool);
        doc.outcome.ended = self.ended;
        doc.outcome.present = self.present;
        doc.outcome.undecided.clone_from(&self.undecided);
        doc.outcome.gap = self.gap;
        let goals = self.bounds.iter().map(|(goal, bound)| GoalDoc {
            goal: *goal,
            bound: Some(*bound),
            value: 0,
            before: 0,
            unit: OwnedText::default(),
            proved: false,
            shown: Vec::new(),
        });
        doc.outcome.goals = goals.collect();
        (doc.periods.ended, doc.periods.value, doc.periods.bound) = self.lessons;
        doc
    }
}
