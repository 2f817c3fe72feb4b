//! Every share once more: numerator and denominator reckoned from the tables and from who goes where, by a second
//! and plain reading of the policy texts, against the figures that a plan states. Nothing of `facts` or `rules`.

mod schools;
mod titles;

use crate::by_hand::{County, Line, SHIPPED, cell, list, text};
use lungang::domain::whole;

/// A figure of a rule, by its Chinese name: numerator, denominator, what is needed, whether it binds.
fn told(county: &County, rule: &str, name: &str) -> (i64, i64, Option<i64>, bool) {
    let mut rules = list(&county.plan, "rules").iter();
    let rule = rules.find(|one| text(one, "id") == rule).unwrap();
    let mut all = list(rule, "measures").iter();
    let one = all.find(|one| one["name"][0] == name);
    let one = one.unwrap_or_else(|| panic!("{}: no {name}", county.name));
    let number = |key: &str| one[key].as_i64();
    (
        number("numerator").unwrap(),
        number("denominator").unwrap(),
        number("need"),
        one["binds"] == true,
    )
}

/// The least whole number that is so many per mille of a whole.
fn least(per_mille: i64, of: i64) -> i64 {
    (per_mille * of + 999).div_euclid(1000)
}

fn number(line: &Line, head: &str) -> i64 {
    cell(line, head).parse().unwrap_or(0)
}

/// Who rotates this year and from where to where: the movers of the plan whose school goes on, and who is on a
/// posting that runs through the year.
fn rotating(county: &County) -> Vec<(&str, &str, &str)> {
    let moves = county.moves().iter();
    let moves = moves.map(|one| (text(one, "teacher"), text(one, "from"), text(one, "to")));
    let moves = moves.filter(|(_, from, _)| !county.closes(from));
    let running = county.teachers.iter();
    let running = running.filter(|(who, _)| county.counts_again(who));
    let running = running.map(|(who, one)| {
        let (from, to) = (cell(one, "编制所在学校"), cell(one, "现任教学校"));
        (who.as_str(), from, to)
    });
    moves.chain(running).collect()
}

fn is_directed(county: &County, from: &str, to: &str) -> bool {
    !county.takes_in(from) && county.takes_in(to)
}

#[test]
fn a_tenth_of_those_who_meet_the_conditions_rotate() {
    for county in SHIPPED.values() {
        // 教师〔2014〕4号 and 教督〔2017〕6号 ask for a tenth of those who meet the conditions, whichever way; the text of
        // Anshan only of town and good schools, to village and weak schools.
        for (name, directed) in [
            ("计入比例的城乡定向交流人数（含往年在期）", true),
            ("计入比例的任意方向交流人数（含往年在期）", false),
        ] {
            let way = |from: &str, to: &str| !directed || is_directed(county, from, to);
            let going = rotating(county).into_iter();
            let going = going.filter(|(who, from, to)| {
                let asked = county.is_due(who) || county.counts_again(who);
                asked && way(from, to)
            });
            let meet = county.teachers.iter().filter(|(who, one)| {
                let home = cell(one, "编制所在学校");
                let sends = !directed || !county.takes_in(home);
                sends && (county.is_eligible(who) || county.is_due_leader(who))
            });
            let (going, meet) = (whole(going.count()), whole(meet.count()));
            let binds = directed == (county.name == "anshan");
            let expected = (going, meet, Some(least(100, meet)), binds);
            let found = told(county, "rotation_share", name);
            assert_eq!(found, expected, "{} {name}", county.name);
            assert!(!binds || going >= least(100, meet), "{}", county.name);
        }
    }
}

#[test]
fn a_fifth_of_those_who_rotate_are_backbone_teachers() {
    for county in SHIPPED.values() {
        // County level and above, without a breach of ethics (A18, D27). Where the rotation is counted whichever way,
        // the national text still wants backbone teachers to go from town to village; the township has no town.
        let grades = ["县级", "市级", "省级", "国家级"];
        let backbone = |who: &str| {
            let one = &county.teachers[who];
            grades.contains(&cell(one, "骨干级别")) && cell(one, "师德合格") != "否"
        };
        for (name, directed) in [("城乡定向", true), ("任意方向", false)] {
            let way = |from: &str, to: &str| !directed || is_directed(county, from, to);
            let all = rotating(county);
            let among = all.iter().filter(|(_, from, to)| way(from, to));
            let binds = directed == (county.name == "anshan");
            let narrow = directed || (binds && county.name != "township");
            let counted = all.iter().filter(|(who, from, to)| {
                backbone(who) && (!narrow || is_directed(county, from, to))
            });
            let (counted, among) = (whole(counted.count()), whole(among.count()));
            let expected = (counted, among, Some(least(200, among)), binds);
            let found = told(county, "backbone_share", name);
            assert_eq!(found, expected, "{} {name}", county.name);
            assert!(!binds || counted >= least(200, among), "{}", county.name);
        }
    }
}
