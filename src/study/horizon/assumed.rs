//! What a horizon takes for granted, said in both languages.

use super::intake::without_forecast;
use super::roll::RECRUIT_AGE;
use crate::blanks;
use crate::domain::Roster;
use crate::text::{Lang, Text};
use serde_json::{Value, json};

const ALWAYS: &[Text] = &[
    Text::new(
        "各年的核算日期与第一年同月同日；年龄、年限、退休按当年核算，政策取值按当年有效的文件。",
        "Every year is reckoned on the same day of the year; ages, years of service and retirements are reckoned anew, and the policy is that in force then.",
    ),
    Text::new(
        "名册中的教师除到龄退休、援派期满外都在岗不变；离岗、借调、脱产培训的状态不变。任教份额只用于第一年。孕期次年按哺乳期、哺乳期次年按期满计，其他保护情形不变。",
        "Nobody leaves but by retirement or, when sent from outside, at the end of the term; those on leave, seconded or in training stay so. A share of a load holds for the first year only. Pregnancy counts as nursing one year later and nursing as over; other protections stay.",
    ),
    Text::new(
        "自愿报名、志愿学校、指定和不予安排的决定、特批只在第一年有效；以后各年没有新的职称申报人，年限已满的不再计缺。",
        "Volunteers, wishes, pins, bans and special approvals hold for the first year only; nobody applies for a title anew, and whoever has the year no longer lacks it.",
    ),
    Text::new(
        "每年的方案都照办：调动的到新校任教，交流的校长、副校长到新校任职（编制随人，任期重新计算），期满的按政策返回，新招的到岗。某年没有满足全部硬性规定的方案时，按所列第一种办法放宽，只用于当年。",
        "Every plan is carried out: movers go, exchanged leaders take office elsewhere with their quota places and their terms begin anew, ended postings return as the policy says, recruits come. Where a year has no plan, the first repair shown is granted for that year only.",
    ),
    Text::new(
        "没有人新评为骨干教师，骨干级别不变；学年中途到龄的按任教到学年末计。",
        "Nobody becomes a backbone teacher anew, and grades of backbone teachers stay; whoever reaches the retirement age within a year teaches to its end.",
    ),
    Text::new(
        "拟招聘表的人数每年相同；新招人员按{age}周岁、大学本科、无服务期约定测算。",
        "The table of recruits is at hand anew each year; recruits are taken to be {age} years old, with a bachelor's degree and no bond.",
    ),
    Text::new(
        "各班原班升级，学段末年级毕业。起始年级按招生预测（{rows}行）；没有预测的，七年级按全县六年级毕业生数、照各校现有七年级学生的比例，其余起始年级同上一年（各年共{without}个起始年级没有预测）；班数没有填写的按班额上限取最少。没有高年级的教学点、村小，学生升入所属中心校。",
        "Classes move up as they are, and the last grade of a stage leaves. Entry grades follow the forecast ({rows} rows); without one grade 7 takes the pupils who leave grade 6 in the county, in the shares that the schools have of grade 7 now, and other entry grades are as the year before ({without} entry grades of all years have none); where no classes are stated, as few as the limit lets. Pupils beyond the highest grade of a small school go to its central school.",
    ),
    Text::new(
        "编制总量、核定编制、课程计划、课时标准、核定职称岗位、填报的学科岗位不变，已聘职称岗位随聘任和退休增减；床位随入住和退宿增减，寄宿生不多于在校生。",
        "Quota totals, quota in force, curriculum, loads, approved title posts and stated teaching posts stay, filled title posts follow appointments and retirements; beds are taken and fall free, and no school boards more pupils than it has.",
    ),
    Text::new(
        "“均不安排”：各年都不调动、不招聘，到期返回和退休照常，在岗人员尽量排满岗位。",
        "Nothing decided: nobody moves and nobody is recruited in any year, ended postings return, people retire, and those who are there fill the posts as well as they can.",
    ),
];

const CLOSING: Text = Text::new(
    "撤并的{schools}所学校第二年起不再计入，其人员的编制随人到接收学校。",
    "{schools} closing schools are gone from the second year, and quota places go with their people.",
);
const LOST: Text = Text::new(
    "撤并学校的班级表中还有学生{pupils}人，没有计入接收学校，第二年起漏计；请先更正班级表。",
    "{pupils} pupils still stand in classes of closing schools, lost from the second year; correct the table of classes first.",
);

/// The assumptions of a horizon that begins with this roster.
pub(super) fn assumed(roster: &Roster, years: u32) -> Vec<Value> {
    let closing = |no| roster.school(no).closing;
    let schools = roster.school_nos().filter(|no| closing(*no)).count();
    let groups = roster.classes.iter().filter(|group| closing(group.school));
    let pupils: u32 = groups.flat_map(|group| &group.pupils).sum();
    let blanks = blanks! {
        age: RECRUIT_AGE, rows: roster.forecast.len(), schools: schools, pupils: pupils,
        without: without_forecast(roster, years),
    };
    let mut all = ALWAYS.to_vec();
    all.extend((schools > 0).then_some(CLOSING));
    all.extend((pupils > 0).then_some(LOST));
    let said = |text: Text| json!({ "zh": text.fill(Lang::Zh, &blanks), "en": text.fill(Lang::En, &blanks) });
    all.into_iter().map(said).collect()
}
