//! R04 Backbone share (骨干教师比例).
//!
//! Symbols: `R` everybody who rotates this school year [persons]; `B` those of them who are backbone
//! teachers of the stated grade or above [persons]; `q = n/d` smallest share [exact fraction];
//! `r0`, `b0` running rotations that count once more [persons]; `x[τ,s]` members of type `τ` who
//! move to school `s` [persons]. `B ≥ ⌈q·R⌉` is the same as `d·B − n·R ≥ 0` in whole numbers, which
//! keeps `R` linear; one person of shortfall is `d` units of that row.
//! `R` has the direction of the rotation share, `B` that one or only town or good school to village or
//! weak school, as the policy says; of eligible backbone teachers: `B ≥ ⌈q·|E_b|⌉`.

use super::rotation_share::{rotating, running};
use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Backbone, TeacherNo, labelled_enum, whole};
use crate::facts::values::counting_forms;
use crate::facts::values::rotation_share::{self, Direction};
use crate::facts::{Facts, Placement, counts_as_rotation, is_directional};
use crate::finding::About;
use crate::policy::{Card, GoalId, Share, values};
use crate::text::Text;
use std::collections::BTreeMap;

labelled_enum! {
    /// What the share is of.
    ShareOf {
        Movers = "movers" "当年交流教师总数" "movers",
        EligibleBackbone = "eligible_backbone" "符合交流条件的骨干教师数" "eligible backbone",
    }
}

labelled_enum! {
    /// Which moves of backbone teachers count.
    BackboneWay {
        AsShare = "as_share" "与交流轮岗比例相同" "as the rotation share",
        Directional = "directional" "只计城镇、优质学校到乡村、薄弱学校" "directional only",
    }
}

values! {
    "backbone_share"
    AT_LEAST: Share = "at_least" "最低比例" "smallest share";
    OF: ShareOf = "of"
        "基数：" "share of those who rotate, or of the backbone teachers who meet the conditions";
    WAY: BackboneWay = "direction"
        "骨干教师按哪个方向计入：" "which moves of backbone teachers count: as the rotation share, or directional only";
    LEVEL: Backbone = "level" "骨干教师最低级别" "lowest grade that counts as backbone";
}

crate::finding::codes! { pub(super),
    SHORT "R04" error
        ["{of}{base}人，其中交流的骨干教师至少应有{need}人，实际{actual}人（{way}）。", "{of}: {base}; at least {need} backbone teachers must rotate, {actual} do ({way})."]
        ["增加骨干教师参加交流，或核对骨干级别。", "Let more backbone teachers rotate, or check their grades."];
}

pub(super) static CARD: Card = Card {
    code: "R04",
    id: RULE,
    title: Text::new("骨干教师比例", "Backbone share"),
    asks: Text::new(
        "交流轮岗教师中，骨干教师不少于规定比例。",
        "At least a set share of those who rotate are backbone teachers.",
    ),
    formula: "d·(b0 + Σ_{τ backbone} x[τ,s]) − n·(r0 + Σ x[τ,s]) ≥ 0   q = n/d",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "交流教师中的骨干教师减少{amount}人",
        "{amount} fewer backbone teachers among those who rotate",
    )),
    params: PARAMS,
    marks: &[],
    suspected: 26,
    breaches: CODES,
};

/// At least a set share of those who rotate are backbone teachers.
pub(super) struct BackboneShare;

fn is_backbone(facts: &Facts<'_>, who: TeacherNo) -> bool {
    facts.roster.teacher(who).backbone_of(facts.book.get(LEVEL))
}

/// The direction that the rotation share binds; any, where that rule is not in use.
fn direction(facts: &Facts<'_>) -> Direction {
    if facts.book.is_on(rotation_share::RULE) {
        facts.book.get(rotation_share::DIRECTION)
    } else {
        Direction::Any
    }
}

/// The direction in which a backbone teacher counts; everybody else, in the base, counts as before.
fn backbone_way(facts: &Facts<'_>) -> Direction {
    match facts.book.get(WAY) {
        BackboneWay::AsShare => direction(facts),
        BackboneWay::Directional => Direction::Directional,
    }
}

fn of_movers(facts: &Facts<'_>) -> bool {
    facts.book.get(OF) == ShareOf::Movers
}

/// Backbone teachers who meet the rotation conditions.
fn eligible_backbone(facts: &Facts<'_>) -> Vec<TeacherNo> {
    let who = facts.roster.teacher_nos();
    let who = who.filter(|no| facts.stands(*no).eligible && is_backbone(facts, *no));
    who.collect()
}

impl Rule for BackboneShare {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let forms = facts.book.get(counting_forms::FORMS);
        let binding_way = direction(facts);
        let share = facts.book.get(AT_LEAST);
        let planned = plan
            .moves
            .iter()
            .filter(|one| one.is_under(&forms) && counts_as_rotation(facts, one.from, one.to));
        let mut rotate: Vec<_> = planned.map(|one| (one.teacher, one.from, one.to)).collect();
        rotate.extend(running(facts));
        for (way, name) in [
            (Direction::Directional, Text::new("城乡定向", "directional")),
            (Direction::Any, Text::new("任意方向", "any direction")),
        ] {
            let among = rotate
                .iter()
                .filter(|(_, from, to)| way == Direction::Any || is_directional(facts, *from, *to));
            let all: Vec<TeacherNo> = among.map(|(who, ..)| *who).collect();
            let narrow = way == binding_way && backbone_way(facts) == Direction::Directional;
            let counted = rotate.iter().filter(|(who, from, to)| {
                let there = way == Direction::Any && !narrow || is_directional(facts, *from, *to);
                there && is_backbone(facts, *who)
            });
            let counted: Vec<TeacherNo> = counted.map(|(who, ..)| *who).collect();
            let backbone = whole(counted.len());
            let (of, among) = if of_movers(facts) {
                (Text::new("当年交流教师", "Rotating teachers"), all)
            } else {
                let of = Text::new(
                    "符合交流条件的骨干教师",
                    "Backbone teachers who meet the conditions",
                );
                (of, eligible_backbone(facts))
            };
            let base = whole(among.len());
            let binds = way == binding_way;
            if binds {
                verdict.people(counted, among);
            }
            let need = share.ceil_of(base);
            verdict.measure(name, backbone, base, Some(need), binds);
            if binds {
                let blanks =
                    blanks! { of: of, base: base, need: need, actual: backbone, way: name };
                verdict.at_least(About::County, &SHORT, need, backbone, blanks);
            }
        }
    }
}

impl super::Constrain for BackboneShare {
    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        key.push(i64::from(is_backbone(facts, who)));
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let share = facts.book.get(AT_LEAST);
        let movers = of_movers(facts);
        let (per_head, per_backbone) = if movers {
            (-share.numer(), share.denom())
        } else {
            (0, 1)
        };
        let heads = rotating(program, direction(facts), |_| per_head);
        let backbone = |who| i64::from(is_backbone(facts, who)) * per_backbone;
        let those = rotating(program, backbone_way(facts), backbone);
        let already: i64 =
            whole(heads.0.len()) * per_head + those.0.into_iter().map(backbone).sum::<i64>();
        let mut weight: BTreeMap<_, i64> = BTreeMap::new();
        for (var, factor) in heads.1.into_iter().chain(those.1) {
            *weight.entry(var).or_default() += factor;
        }
        let terms: crate::model::Terms = weight.into_iter().filter(|one| one.1 != 0).collect();
        if movers {
            let bound = (crate::model::Sense::AtLeast, -already, share.denom());
            program.bind(&CARD, "county", terms, bound);
        } else {
            let need = share.ceil_of(whole(eligible_backbone(facts).len()));
            program.at_least(&CARD, "county", terms, need - already);
        }
    }
}
