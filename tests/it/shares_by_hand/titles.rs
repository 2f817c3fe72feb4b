//! Shares of titles and offices by hand: the year at village schools, title posts, conversions onto the quota, heads whose
//! terms are over, and whether who holds a title teaches.

use super::{least, number, told};
use crate::by_hand::{County, Line, SHIPPED, cell, list, text, yes};
use lungang::domain::whole;

#[test]
fn applicants_for_a_title_have_the_year_at_a_village_school_or_get_it() {
    for county in SHIPPED.values() {
        let of = |line: &Line, head: &str, words: &[&str]| words.contains(&cell(line, head));
        let (asks, destination): (&str, fn(&Line) -> bool) = match county.name.as_str() {
            // 约2010年的小学“高级教师”相当于今一级教师; to 村基点小学.
            "township" => ("一级教师", |one| yes(one, "村基点学校")),
            _ => ("高级教师", |one| {
                cell(one, "城乡类型") == "乡村" || yes(one, "薄弱学校")
            }),
        };
        let asked = |who: &str| {
            let one = &county.teachers[who];
            let home = cell(one, "编制所在学校");
            let school = &county.schools[home];
            let applies = cell(one, "拟申报职称") == asks;
            applies
                && match county.name.as_str() {
                    "alar" => true,
                    "township" => county
                        .schools
                        .values()
                        .any(|other| cell(other, "中心校") == home),
                    _ => of(school, "城乡类型", &["城区", "镇区"]),
                }
        };
        let all: Vec<&str> = county
            .teachers
            .keys()
            .map(String::as_str)
            .filter(|who| asked(who))
            .collect();
        let lack: Vec<&&str> = all
            .iter()
            .filter(|who| county.months_at(who, destination) < 12)
            .collect();
        let gets = lack.iter().filter(|who| {
            let mut moves = county.moves().iter();
            let goes = moves.find(|one| text(one, "teacher") == ***who);
            goes.is_some_and(|one| destination(&county.schools[text(one, "to")]))
        });
        let (all, lack, gets) = (whole(all.len()), whole(lack.len()), whole(gets.count()));
        for (name, number) in [
            ("已有年限", all - lack),
            ("按方案取得", gets),
            ("仍缺年限", lack - gets),
        ] {
            let found = told(county, "title_year", name);
            assert_eq!((found.0, found.1), (number, all), "{} {name}", county.name);
        }
    }
}

/// Posts of a grade: approved, and filled after the plan. Who leaves frees hers, who is appointed takes one and frees
/// the one she had; whoever needs none is counted apart.
fn title_posts(county: &County, grade: &str, key: &str) -> (i64, i64) {
    let lines = county.title_posts.iter();
    let lines: Vec<_> = lines.filter(|one| cell(one, "职称") == grade).collect();
    let sum = |head: &str| -> i64 { lines.iter().map(|one| number(one, head)).sum() };
    let leaving = county.teachers.iter().filter(|(who, one)| {
        cell(one, "现聘职称") == grade && cell(one, "用人形式") == "在编" && county.leaves(who)
    });
    let given = list(&county.plan, "appointments").iter();
    let given: Vec<_> = given.filter(|one| one["appointed"] == true).collect();
    let taken = given
        .iter()
        .filter(|one| text(one, "title") == key && text(one, "post") != "outside");
    let risen = given.iter().filter(|one| {
        let held = cell(&county.teachers[text(one, "teacher")], "现聘职称");
        held == grade && text(one, "title") != key
    });
    let change = whole(taken.count()) - whole(risen.count()) - whole(leaving.count());
    (sum("核定岗位数"), sum("已聘岗位数") + change)
}

#[test]
fn title_posts_are_filled_as_the_ledger_says() {
    for county in SHIPPED.values() {
        for (grade, key, name) in [
            ("一级教师", "first", "一级岗位已聘占核定"),
            ("高级教师", "senior", "高级岗位已聘占核定"),
        ] {
            let (approved, filled) = title_posts(county, grade, key);
            let found = told(county, "title_posts", name);
            assert_eq!(
                (found.0, found.1),
                (filled, approved),
                "{} {name}",
                county.name
            );
            if county.name == "dehua" {
                // 聘任比例的省定标准未见数字：高级九成、一级八成为试算设定。
                let share = if key == "senior" { 900 } else { 800 };
                let found = told(county, "titles_filled", name);
                let expected = (filled, approved, Some(least(share, approved)), true);
                assert_eq!(found, expected, "{name}");
            }
        }
    }
    // 第6条：统筹5%的高级岗位用于交流轮岗教师晋升，按全师市总量四舍五入。
    let alar = &SHIPPED["alar"];
    let (approved, _) = title_posts(alar, "高级教师", "senior");
    let reserve = told(alar, "title_posts", "已用统筹岗位占统筹岗位");
    assert_eq!(reserve.1, (approved * 5 + 50).div_euclid(100));
}

#[test]
fn dehua_takes_contract_teachers_onto_the_quota() {
    let county = &SHIPPED["dehua"];
    let fit = county.teachers.iter().filter(|(who, one)| {
        ["编外合同", "购买服务"].contains(&cell(one, "用人形式"))
            && county.base(who).is_some()
            && county.has_taught(who, 3)
            && ["培训合格", "师德合格", "国家通用语言"]
                .iter()
                .all(|head| cell(one, head) != "否")
    });
    let fit: Vec<&str> = fit.map(|(who, _)| who.as_str()).collect();
    let taken = list(&county.plan, "conversions");
    assert!(taken.len() <= 2, "本年度名额2人");
    assert!(taken.iter().all(|one| fit.contains(&one.as_str().unwrap())));
    let found = told(county, "contract_conversions", "入编的编外教师占符合条件的");
    assert_eq!((found.0, found.1), (whole(taken.len()), whole(fit.len())));
}

#[test]
fn heads_whose_terms_are_over_change_schools() {
    for county in SHIPPED.values() {
        let due = county.teachers.keys();
        let due = due.filter(|who| county.terms_are_over(who) && county.base(who).is_some());
        let due: Vec<&String> = due.collect();
        let gone = list(&county.plan, "leaders").iter();
        let gone = gone.filter(|one| due.iter().any(|who| *who == text(one, "teacher")));
        let (gone, due) = (whole(gone.count()), whole(due.len()));
        let found = told(
            county,
            "leader_exchange",
            "已安排交流的任期届满校长、副校长",
        );
        assert_eq!(found, (gone, due, Some(due), true), "{}", county.name);
    }
}

#[test]
fn dehua_asks_whoever_holds_a_title_to_teach() {
    let county = &SHIPPED["dehua"];
    let mut holders: Vec<&str> = Vec::new();
    for (who, one) in &county.teachers {
        let held = ["一级教师", "高级教师", "正高级教师"].contains(&cell(one, "现聘职称"));
        let given = list(&county.plan, "appointments").iter();
        let mut given = given.filter(|one| one["appointed"] == true);
        let given = given.any(|one| text(one, "teacher") == who);
        let here = ["在岗", "借调"].contains(&cell(one, "在岗状态"));
        if (held || given) && here && cell(one, "用人形式") == "在编" && !county.leaves(who) {
            holders.push(who);
        }
    }
    let busy = county.on_post();
    let weeks = list(&county.plan["periods"], "weeks");
    let teach = holders.iter().filter(|who| {
        let besides = weeks.iter().any(|one| text(one, "teacher") == **who);
        let mut people = list(&county.plan, "people").iter();
        let told = people.find(|one| text(one, "teacher") == **who).unwrap();
        // A head teaches a few periods beside the office, of her own subject, where the school has them.
        let leads = county.leads(who) && !list(told, "post").is_empty();
        busy.contains(*who) || leads || besides
    });
    let found = told(county, "teaching_after_title", "任课的中高级职称教师");
    let (teach, all) = (whole(teach.count()), whole(holders.len()));
    assert_eq!((found.0, found.1), (teach, all));
}
