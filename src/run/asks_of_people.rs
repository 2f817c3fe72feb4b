//! What should be asked of people before planning: whose posting or service ends within the year that is planned,
//! and whose wishes do not fit what else is entered.

use crate::blanks;
use crate::domain::{Employment, Month, Status, Teacher, TeacherNo};
use crate::facts::{Facts, THROUGH_YEAR, without_a_wish};
use crate::finding::{About, Code, Finding};

crate::finding::codes! { pub(super),
    NO_WISH "I734" note
        ["下列教师自愿报名，但属可不交流的情形（原因不载明），又未填志愿学校，不予安排：{names}。", "These teachers volunteered although they need not go (why is not said here), and named no school; they stay: {names}."]
        ["请向本人了解后补填“志愿学校”，只安排到所填学校；不愿意的删去自愿报名。", "Ask them and fill in the schools they wish, to which alone they may be sent; or take the mark of a volunteer away."];
    POSTING_ENDS "I735" note
        ["下列教师的交流在新学年中途期满，方案按新学年起已返回编制所在学校测算：{names}。", "The postings of these teachers end within the school year; the plan takes them to be back at the school of their quota place from its beginning: {names}."]
        ["期满前由谁在编制所在学校代课，请学校安排；留到学年末的，把经历表中的结束年月改到学年末。", "Let the school say who stands in until then; where they stay to the end of the year, enter that as the end of the posting."];
    RETIRES_WITHIN "I736" note
        ["下列教师在新学年中途到退休年龄，方案按任教全学年测算：{names}。", "These teachers reach the retirement age within the school year; the plan takes them to teach all of it: {names}."]
        ["请安排接替；不再任课的，把在岗状态改为不在岗。", "Arrange who follows them; where they teach no more, change their status."];
    PAST_RETIREMENT "I741" warning
        ["下列教师按出生年月和性别在核算日期前已到退休年龄，仍填在岗，新学年不安排：{names}。", "By birth and sex these teachers had reached the retirement age before the reckoning date and are still entered as on post; the new year is planned without them: {names}."]
        ["核对出生年月和性别；已退休的从教师表删去；经批准延迟退休的，请人事部门核定后再作安排。", "Check birth and sex; delete those who have retired; where somebody stays on with leave, let the personnel office settle it first."];
    WISH_UNMARKED "I737" note
        ["下列教师填了志愿学校而没有填自愿报名，不作自愿报名处理：{names}。", "These teachers named schools they wish and are not marked as volunteers; they are not taken for such: {names}."]
        ["自愿的，在“自愿报名”填是；不自愿的，删去志愿学校。", "Mark as volunteers those who are; of the others delete the wishes."];
    VOLUNTEER_KEPT "I738" note
        ["下列教师自愿报名，但属本人自愿也不得调动的情形（原因不载明），不予安排：{names}。", "These teachers volunteered and may not be moved even so (why is not said here); they stay: {names}."]
        ["请告知本人；情况已变的，更正教师表。", "Tell them; where things have changed, correct the table."];
}

/// Every kind of question of this file.
pub const OF_PEOPLE: &[&Code] = CODES;

/// What should be asked of people, each kind with their names.
pub(super) fn of_people(facts: &Facts<'_>) -> Vec<Finding> {
    let all = || facts.roster.teacher_nos();
    let teacher = |who: TeacherNo| facts.roster.teacher(who);
    let year = facts.year_start..facts.year_start.plus(THROUGH_YEAR);
    let ends = |who: TeacherNo| {
        let stand = facts.stands(who);
        let running = stand.ongoing.as_ref()?;
        let end = running.to.filter(|end| year.contains(end))?;
        (stand.base == Some(teacher(who).quota_school)).then_some(end)
    };
    let retires = |who: TeacherNo| {
        let end = facts.stands(who).retires;
        let teaches = facts.stands(who).base.is_some();
        (teaches && year.contains(&end)).then_some(end)
    };
    let past = |who: TeacherNo| {
        let (one, end) = (teacher(who), facts.stands(who).retires);
        // Of those sent from outside it may be the end of their term.
        let on_post = one.status == Status::Active && one.employment != Employment::Support;
        (on_post && end < Month::of(facts.roster.date)).then_some(end)
    };
    let until = |end: Month| format!("（{end}）");
    let dated = |of: &dyn Fn(TeacherNo) -> Option<Month>| -> Vec<String> {
        let some = all().filter_map(|who| Some(named(teacher(who)) + &until(of(who)?)));
        some.collect()
    };
    let plain = |people: Vec<TeacherNo>| -> Vec<String> {
        people.into_iter().map(|who| named(teacher(who))).collect()
    };
    let marked = |who: &TeacherNo| teacher(*who).volunteer;
    let wishes = |who: &TeacherNo| !teacher(*who).wishes.is_empty();
    let active = |who: &TeacherNo| teacher(*who).status == Status::Active;
    let unmarked = all().filter(|who| wishes(who) && !marked(who));
    let kept = all().filter(|who| marked(who) && active(who) && facts.is_locked(*who));
    let asked: [(&'static Code, Vec<String>); 6] = [
        (&NO_WISH, plain(without_a_wish(facts))),
        (&WISH_UNMARKED, plain(unmarked.collect())),
        (&VOLUNTEER_KEPT, plain(kept.collect())),
        (&POSTING_ENDS, dated(&ends)),
        (&RETIRES_WITHIN, dated(&retires)),
        (&PAST_RETIREMENT, dated(&past)),
    ];
    let asked = asked.into_iter().filter(|(_, names)| !names.is_empty());
    let found = asked.map(|(code, names)| Finding::new(code, blanks! { names: names }));
    found.map(|one| one.about(About::County)).collect()
}

fn named(one: &Teacher) -> String {
    format!("{} {}", one.name, one.id)
}
