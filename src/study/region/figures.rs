//! The plan of a county in figures, and their sums.

use crate::facts::values::{per_pupil_staff, rotation_share};
use crate::plan::{FigureId, Plan};
use crate::policy::{Force, RuleId};
use crate::rules::staff_balance;
use crate::text::OwnedText;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// The plan of a county in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountyFigures {
    /// Digest of its `plan.json`.
    pub digest: String,
    /// Ids of must-rules that fail.
    pub failing: Vec<String>,
    /// Teachers who rotate.
    pub rotating: i64,
    /// People moved.
    pub moved: i64,
    /// Recruits.
    pub recruits: i64,
    /// Posts that stay empty when nothing is decided.
    pub empty_before: i64,
    /// Posts that stay empty after the plan.
    pub empty_after: i64,
    /// The rotation share that its policy binds; absent when the rule is off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rotation: Option<Rotation>,
    /// Schools with more people on quota than they are given.
    pub schools_over: i64,
    /// Schools with fewer.
    pub schools_under: i64,
    /// What quality balance asks of staff.
    pub staff: StaffGoals,
    /// Title posts filled after the plan.
    pub titles_filled: i64,
    /// Title posts approved.
    pub titles_approved: i64,
}

/// A rotation share: what is counted, and how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rotation {
    /// What is counted, in Chinese and English.
    pub name: OwnedText,
    /// Those who rotate.
    pub numerator: i64,
    /// Those who meet the conditions.
    pub denominator: i64,
}

/// Three of the seven indicators of quality balance, those of staff; the other four (rooms, sports
/// grounds, equipment, media rooms) are not in the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffGoals {
    /// Every school has the staff per hundred pupils that is asked for; absent when the rule is off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_pupil: Option<bool>,
    /// The coefficients between schools are small enough; absent when the rule is off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub balance: Option<bool>,
}

impl StaffGoals {
    /// Whether both hold.
    pub fn hold(self) -> bool {
        self.per_pupil == Some(true) && self.balance == Some(true)
    }
}

/// Sums over the counties that have a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RegionTotals {
    /// Counties.
    pub counties: i64,
    /// Counties that have a plan.
    pub planned: i64,
    /// Teachers who rotate.
    pub rotating: i64,
    /// People moved.
    pub moved: i64,
    /// Recruits.
    pub recruits: i64,
    /// Posts that stay empty when nothing is decided.
    pub empty_before: i64,
    /// Posts that stay empty after the plans.
    pub empty_after: i64,
    /// Rotation shares; those that count differently are not added up.
    pub rotation: Vec<Rotation>,
    /// Schools with more people on quota than they are given.
    pub schools_over: i64,
    /// Schools with fewer.
    pub schools_under: i64,
    /// Counties in which every school has the staff per hundred pupils that is asked for.
    pub per_pupil: i64,
    /// Counties whose coefficients between schools are small enough.
    pub balance: i64,
    /// Counties in which both is true.
    pub balanced: i64,
    /// Title posts filled after the plans.
    pub titles_filled: i64,
    /// Title posts approved.
    pub titles_approved: i64,
}

impl RegionTotals {
    /// The sums.
    pub(super) fn of<'c>(counties: impl Iterator<Item = Option<&'c CountyFigures>>) -> Self {
        let mut sum = Self::default();
        for one in counties {
            sum.counties += 1;
            if let Some(one) = one {
                sum.add(one);
            }
        }
        sum
    }

    fn add(&mut self, one: &CountyFigures) {
        self.planned += 1;
        self.rotating += one.rotating;
        self.moved += one.moved;
        self.recruits += one.recruits;
        self.empty_before += one.empty_before;
        self.empty_after += one.empty_after;
        self.schools_over += one.schools_over;
        self.schools_under += one.schools_under;
        self.per_pupil += i64::from(one.staff.per_pupil == Some(true));
        self.balance += i64::from(one.staff.balance == Some(true));
        self.balanced += i64::from(one.staff.hold());
        self.titles_filled += one.titles_filled;
        self.titles_approved += one.titles_approved;
        let Some(rotation) = &one.rotation else {
            return;
        };
        let mut known = self.rotation.iter_mut();
        match known.find(|known| known.name == rotation.name) {
            Some(known) => {
                known.numerator += rotation.numerator;
                known.denominator += rotation.denominator;
            }
            None => self.rotation.push(rotation.clone()),
        }
    }
}

/// The figures of a plan that was audited.
pub(super) fn plan_figures(doc: &Plan) -> CountyFigures {
    let figure = |key: FigureId| doc.figure(key).unwrap_or(0);
    let empty = doc.figure_doc(FigureId::PostsEmpty);
    let on = |id: RuleId| {
        let mut rules = doc.rules.iter();
        rules.find(|one| id == one.id && one.force != Force::Off)
    };
    let mut measures = on(rotation_share::RULE)
        .into_iter()
        .flat_map(|rule| &rule.measures);
    let rotation = measures.find(|one| one.binds);
    let quota = |side: Ordering| {
        let schools = doc.schools.iter();
        let that = schools.filter(|one| one.quota.heads_after.cmp(&one.quota.given) == side);
        that.map(|_| 1).sum()
    };
    let failing = doc.rules.iter();
    let failing = failing.filter(|one| one.force == Force::Must && !one.holds);
    CountyFigures {
        digest: doc.digest.clone(),
        failing: failing.map(|one| one.id.clone()).collect(),
        rotating: figure(FigureId::Rotating),
        moved: figure(FigureId::Moved),
        recruits: figure(FigureId::RecruitsUsed),
        empty_before: empty.and_then(|one| one.before).unwrap_or(0),
        empty_after: figure(FigureId::PostsEmpty),
        rotation: rotation.map(|one| Rotation {
            name: one.name.clone(),
            numerator: one.numerator,
            denominator: one.denominator,
        }),
        schools_over: quota(Ordering::Greater),
        schools_under: quota(Ordering::Less),
        staff: StaffGoals {
            per_pupil: on(per_pupil_staff::RULE).map(|one| one.holds),
            balance: on(staff_balance::RULE).map(|one| one.holds),
        },
        titles_filled: doc.title_posts.iter().map(|one| one.filled_after).sum(),
        titles_approved: doc.title_posts.iter().map(|one| one.given).sum(),
    }
}
