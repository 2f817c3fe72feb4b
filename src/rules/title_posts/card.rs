//! The card of R31 and the words of what it finds.

use crate::domain::Title;
use crate::facts::values::title_posts;
use crate::policy::{Card, GoalId};
use crate::text::Text;

crate::finding::codes! { pub(super),
    OVER_POSTS "R31" error
        ["{place}{grade}岗位可聘{free}个，方案净增{taken}人，超岗聘任。", "{place} has {free} posts of {grade} to give out; the plan takes {taken}."]
        ["按排名减少聘任人数，或待有空岗再聘。", "Appoint fewer, in the order of places, or wait for a post."];
    OVER_GENERAL "R31b" error
        ["{place}{grade}岗位扣除统筹岗位后可聘{free}个，方案为未交流的申报人安排{taken}个。", "Without the reserve {place} has {free} posts of {grade}; the plan gives {taken} to people who were not rotated."]
        ["统筹岗位只用于交流轮岗教师和引进人才。", "The reserve is for rotated teachers and recruits with a title."];
    UNFIT "R31c" error
        ["方案聘任{teacher}为{title}，但不符合条件：{why}。", "The plan appoints {teacher} as {title}, who does not fulfil: {why}."]
        ["不符合申报条件的不得聘任。", "Whoever is not fit to apply is not appointed."];
    NO_APPLICANT "R31d" error
        ["方案聘任{teacher}，但本人未申报，或该级岗位不在岗位表中。", "The plan appoints {teacher}, who does not apply, or for a grade that the table of posts does not list."]
        ["核对申报名单和职称岗位表。", "Check the applicants and the table of title posts."];
    PASSED_OVER "R31e" warning
        ["{teacher}申报{title}未聘，而排名在后的{other}已聘。", "{teacher} applies for {title} and is not appointed, while {other}, behind her, is."]
        ["按排名聘任，或写明理由。", "Appoint in the order of places, or state why not."];
    TO_BE_APPROVED "R31f" warning
        ["岗位总量{year}年核定，每{cycle}年核定一次，{planned}学年应重新核定。", "The totals of title posts were approved in {year} for {cycle} years; for {planned} they are due again."]
        ["报请重新核定岗位总量，并更新职称岗位表。", "Have the totals approved again and renew the table of title posts."];
}

pub(in crate::rules) static CARD: Card = Card {
    code: "R31",
    id: title_posts::RULE,
    title: Text::new("职称岗位", "Title posts"),
    asks: Text::new(
        "聘任不超过核定的各级岗位数；统筹的高级岗位只用于交流轮岗教师和引进人才；按排名聘任。",
        "Appointments stay within the approved posts of each grade; the reserve of senior posts is for rotated teachers and recruits; posts are given in the order of places.",
    ),
    formula: "Σ y in − Σ y out + Σ h + Σ m ≤ max(0, N − F);   without the rotated ≤ max(0, N − R − (F − U))",
    unit: Text::new("个岗位", "posts"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "允许{place}超岗聘任{amount}人",
        "{place} may appoint {amount} beyond its posts",
    )),
    params: title_posts::PARAMS,
    marks: &[],
    suspected: 0,
    breaches: CODES,
};

/// The name of a figure: filled posts of a grade among the approved ones.
pub(crate) const fn filled(grade: Title) -> Text {
    match grade {
        Title::FullSenior => Text::new("正高级岗位已聘占核定", "full senior posts filled"),
        Title::Senior => Text::new("高级岗位已聘占核定", "senior posts filled"),
        Title::First => Text::new("一级岗位已聘占核定", "first-grade posts filled"),
        Title::Second => Text::new("二级岗位已聘占核定", "second-grade posts filled"),
        Title::Third | Title::None => Text::new("三级岗位已聘占核定", "third-grade posts filled"),
    }
}
