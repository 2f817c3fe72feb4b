//! The page of a plan, section by section.

use super::frame::{Head, frame};
use super::seen::Seen;
use super::{balance, bars, cards, compliance, districts, heat, map, summary, teachers};
use crate::blanks;
use crate::disk::short;
use crate::facts::Facts;
use crate::plan::Plan;
use crate::print::html::{say, t};
use crate::text::Text;
use maud::html;

const KIND: Text = Text::new("教师交流轮岗方案", "rotation and staffing plan");
const SUB: Text = Text::new(
    "核算日期{date}，新学年自{start}起。",
    "Reckoned on {date}; the school year begins in {start}.",
);
const FOOT: Text = Text::new(
    "由 lungang {version}（{solver}）编制，方案校验码 {digest}，抽签种子“{seed}”。本页是 plan.json 的说明；程序只提出方案并说明依据，是否采用由教育局决定。本页含教师姓名，请按单位规定保管。",
    "Made by lungang {version} ({solver}), plan {digest}, lottery seed \"{seed}\". This page shows what plan.json says. A plan is a proposal with reasons; the bureau decides. It names teachers: keep it as your office keeps such lists.",
);
const SUMMARY: Text = Text::new("一分钟概要", "In a minute");
const BALANCE: Text = Text::new("余缺平衡", "Balance");
const COMPLIANCE: Text = Text::new("合规审查", "Compliance");
const MAP: Text = Text::new("去向图", "Map");
const DISTRICTS: Text = Text::new("片区流向", "Districts");
const HEAT: Text = Text::new("空岗分布", "Empty posts");
const BARS: Text = Text::new("指标", "Indicators");
const CARDS: Text = Text::new("各校情况", "Schools");
const SOLVER: Text = Text::new("求解口径（供复核）", "As the solver reckons");
const TEACHERS: Text = Text::new("教师名单", "Teachers");

/// The page `report.html` of a plan: one file that fetches nothing, in both languages, the same bytes for
/// the same plan.
pub fn page(facts: &Facts<'_>, doc: &Plan) -> String {
    let seen = Seen::new(facts, doc);
    let scenario = &doc.scenario;
    let dates = blanks! { date: scenario.reckoning_date, start: scenario.year_start.to_string() };
    let digest = short(&doc.digest);
    let made = blanks! {
        version: doc.tool.version, solver: doc.tool.solver, digest: digest.clone(),
        seed: scenario.lottery_seed,
    };
    let head = Head {
        title: (&scenario.title_zh, &scenario.title_en),
        kind: KIND,
        sub: html! { p.sub { (t(KIND)) " · " (say(SUB, &dates)) } },
        foot: html! { p { (say(FOOT, &made)) } },
        digest,
    };
    frame(
        &head,
        &[
            ("balance", BALANCE, balance::balance(&seen)),
            ("summary", SUMMARY, summary::summary(&seen)),
            ("compliance", COMPLIANCE, compliance::compliance(facts, doc)),
            ("map", MAP, map::map(&seen)),
            ("districts", DISTRICTS, districts::districts(&seen)),
            (
                "heat",
                HEAT,
                html! { (heat::heat(&seen)) (balance::why_empty(&seen)) },
            ),
            ("bars", BARS, bars::bars(&seen)),
            ("cards", CARDS, cards::cards(&seen)),
            ("teachers", TEACHERS, teachers::teachers(&seen)),
            ("solver", SOLVER, summary::weighted(doc)),
        ],
    )
}
