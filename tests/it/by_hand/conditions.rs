//! Who meets the rotation conditions, and where everybody is next year when nothing is decided, by the national
//! text that all six policies keep: six years at the school, not over 50 (men) or 45 (women), five years before
//! retirement, on quota and at work, none of the exempt circumstances, no rotation within six years. Reckoned on 31
//! August 2026, for the school year that begins in September.

use super::{County, Line, cell, entries, months, yes};
use std::collections::BTreeMap;

/// August 2026, and the first month of the school year.
const NOW: i64 = 2026 * 12 + 7;
const YEAR_START: i64 = NOW + 1;

const LEADERS: [&str; 2] = ["校长", "副校长"];

/// Spells of these forms count as rotation.
const FORMS: [&str; 8] = [
    "定期交流",
    "顶岗交流",
    "支教",
    "跨校竞聘",
    "学区一体化",
    "集团化办学",
    "结对帮扶",
    "中心校派任",
];

/// The month of retirement: 60 for men, 55 for women cadres, one month later for every four months of birth
/// from January 2025, three years later at most.
fn retires(one: &Line) -> i64 {
    let man = cell(one, "性别") == "男";
    let old = months(cell(one, "出生年月")).unwrap() + if man { 720 } else { 660 };
    let late = old - (2025 * 12);
    if late < 0 {
        old
    } else {
        old + (late.div_euclid(4) + 1).min(36)
    }
}

/// A spell away from the quota school: first and last month, form, share.
struct Posting<'a> {
    from: i64,
    to: Option<i64>,
    form: &'a str,
    share: i64,
}

fn posting(line: &Line) -> Option<Posting<'_>> {
    let form = cell(line, "形式");
    (!form.is_empty()).then(|| Posting {
        from: months(cell(line, "开始年月")).unwrap(),
        to: months(cell(line, "结束年月")),
        form,
        share: cell(line, "占全职比例").parse().unwrap_or(100),
    })
}

impl Posting<'_> {
    /// Whether it is, or was, a rotation that counts: its form, half of full time, ten months.
    fn counts(&self) -> bool {
        let end = self.to.map_or(YEAR_START, |to| to + 1);
        FORMS.contains(&self.form) && self.share >= 50 && self.from <= NOW && end - self.from >= 10
    }
}

impl County {
    fn spells(&self, who: &str) -> &[Line] {
        self.service.get(who).map_or(&[], Vec::as_slice)
    }

    /// The posting on which somebody is away from her quota school now.
    fn running(&self, who: &str) -> Option<Posting<'_>> {
        let one = &self.teachers[who];
        let at = cell(one, "现任教学校");
        if at == cell(one, "编制所在学校") {
            return None;
        }
        let here = self.spells(who).iter().rev();
        let mut here = here.filter(|line| cell(line, "任教学校") == at);
        here.find_map(|line| {
            let spell = posting(line)?;
            let runs = spell.from <= NOW && spell.to.is_none_or(|end| end >= NOW);
            runs.then_some(spell)
        })
    }

    /// Whether she stays away through the year, until June at least.
    pub(crate) fn goes_on(&self, who: &str) -> bool {
        let at = cell(&self.teachers[who], "现任教学校");
        let spell = self.running(who);
        spell.is_some_and(|one| one.to.is_none_or(|end| end >= YEAR_START + 9)) && !self.closes(at)
    }

    /// Whether somebody on a running rotation counts once more this year.
    pub(crate) fn counts_again(&self, who: &str) -> bool {
        let runs = self.running(who);
        self.goes_on(who) && runs.is_some_and(|one| FORMS.contains(&one.form) && one.share >= 50)
    }

    /// Where somebody works next year when nothing is decided.
    pub(crate) fn base(&self, who: &str) -> Option<&str> {
        let one = &self.teachers[who];
        if cell(one, "在岗状态") != "在岗" || self.leaves(who) {
            return None;
        }
        let returns = self.running(who).is_some() && !self.goes_on(who);
        let head = if returns {
            "编制所在学校"
        } else {
            "现任教学校"
        };
        Some(cell(one, head))
    }

    /// Whether she retires before the year begins.
    pub(crate) fn leaves(&self, who: &str) -> bool {
        retires(&self.teachers[who]) < YEAR_START
    }

    pub(crate) fn leads(&self, who: &str) -> bool {
        LEADERS.contains(&cell(&self.teachers[who], "职务"))
    }

    /// Complete full-time months of the best unbroken run at schools of a kind, spells of half a load and more;
    /// where the table of service has nothing of her own school, the time since she came there.
    pub(crate) fn months_at(&self, who: &str, kind: impl Fn(&Line) -> bool) -> i64 {
        let one = &self.teachers[who];
        let home = cell(one, "编制所在学校");
        let is = |school: &str| kind(&self.schools[school]);
        // Per cent of full time, by month back from August.
        let mut back: BTreeMap<i64, i64> = BTreeMap::new();
        let mut add = |from: i64, to: i64, share: i64| {
            for month in from..=to.min(NOW) {
                let sum = back.entry(month).or_default();
                *sum = (*sum + share).min(100);
            }
        };
        for line in self.spells(who) {
            let share = cell(line, "占全职比例").parse().unwrap_or(100);
            if is(cell(line, "任教学校")) && share >= 50 {
                let to = months(cell(line, "结束年月")).unwrap_or(NOW);
                add(months(cell(line, "开始年月")).unwrap(), to, share);
            }
        }
        let on_file = self
            .spells(who)
            .iter()
            .any(|line| cell(line, "任教学校") == home);
        if !on_file && is(home) && cell(one, "现任教学校") == home {
            add(months(cell(one, "进入本校年月")).unwrap(), NOW, 100);
        }
        let (mut best, mut run, mut last) = (0, 0, i64::MIN);
        for (month, share) in back {
            run = if month == last + 1 {
                run + share
            } else {
                share
            };
            (best, last) = (best.max(run), month);
        }
        best.div_euclid(100)
    }

    /// Whether she has taught for so many years, or been at her school where that is not entered.
    pub(crate) fn has_taught(&self, who: &str, years: i64) -> bool {
        let one = &self.teachers[who];
        let since = months(cell(one, "从教起始年月"));
        let since = since.or_else(|| months(cell(one, "进入本校年月")));
        YEAR_START - since.unwrap() >= years * 12
    }

    /// Whether years and age ask her to rotate, exempt or not: on quota, at work, six years there, not too old, no
    /// head or deputy, not about to leave.
    pub(crate) fn is_due(&self, who: &str) -> bool {
        let one = &self.teachers[who];
        let cap = if cell(one, "性别") == "男" { 50 } else { 45 };
        let age = (NOW - months(cell(one, "出生年月")).unwrap()).div_euclid(12);
        cell(one, "在岗状态") == "在岗"
            && cell(one, "用人形式") == "在编"
            && YEAR_START - months(cell(one, "进入本校年月")).unwrap() >= 72
            && age <= cap
            && !self.leads(who)
            && !self.leaves(who)
    }

    /// Heads and deputies who are to change schools after two terms: at work, spared by nothing, and five years
    /// before retirement.
    pub(crate) fn terms_are_over(&self, who: &str) -> bool {
        let one = &self.teachers[who];
        cell(one, "在岗状态") == "在岗"
            && self.leads(who)
            && cell(one, "任满届数").parse::<i64>().unwrap_or(0) >= 2
            && entries(one, "保护情形").is_empty()
            && !self.closes(cell(one, "现任教学校"))
            && retires(one) - NOW >= 60
    }

    /// Whether she meets the conditions but for her office.
    fn meets(&self, who: &str) -> bool {
        let one = &self.teachers[who];
        let cap = if cell(one, "性别") == "男" { 50 } else { 45 };
        let age = (NOW - months(cell(one, "出生年月")).unwrap()).div_euclid(12);
        let bound = months(cell(one, "服务期截止年月"));
        // Served until the end of August: the school year is full.
        let at_school = YEAR_START - months(cell(one, "进入本校年月")).unwrap();
        let recent = self.spells(who).iter().filter_map(posting).any(|spell| {
            let ended = spell.to.is_some_and(|to| YEAR_START - (to + 1) < 72);
            spell.counts() && ended
        });
        cell(one, "在岗状态") == "在岗"
            && cell(one, "用人形式") == "在编"
            && at_school >= 72
            && age <= cap
            && retires(one) - NOW >= 60
            && entries(one, "保护情形").is_empty()
            && !self.has_spouse_there(who)
            && !yes(one, "独自照料")
            && bound.is_none_or(|end| end < YEAR_START)
            && !yes(one, "定向职称")
            && !recent
            && !self.goes_on(who)
    }

    /// Whether husband and wife teach at one school.
    fn has_spouse_there(&self, who: &str) -> bool {
        let one = &self.teachers[who];
        let at_work = |line: &Line| cell(line, "在岗状态") == "在岗";
        let names = |a: &Line, b: &str| cell(a, "配偶工号") == b;
        self.teachers.iter().any(|(id, other)| {
            (names(one, id) || names(other, who))
                && id != who
                && at_work(one)
                && at_work(other)
                && cell(one, "现任教学校") == cell(other, "现任教学校")
        })
    }

    /// Teachers who meet the conditions (符合交流条件), heads and deputies apart.
    pub(crate) fn is_eligible(&self, who: &str) -> bool {
        self.meets(who) && !self.leads(who)
    }

    /// Heads and deputies whose two terms are over, who count among them.
    pub(crate) fn is_due_leader(&self, who: &str) -> bool {
        let terms = cell(&self.teachers[who], "任满届数").parse::<i64>();
        let at = cell(&self.teachers[who], "现任教学校");
        self.meets(who) && self.leads(who) && terms.unwrap_or(0) >= 2 && !self.closes(at)
    }
}
