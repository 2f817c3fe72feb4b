//! What an officer would look for beside a figure stands there: in the workbook and on the page.

use crate::annex::{book, sheets, shipped};
use lungang::facts::Facts;
use lungang::page::page;
use lungang::plan::FigureId;
use lungang::text::Lang;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

/// Each line by its pool and how many are left, with the reason that the audit gives; all together are the figure.
#[test]
fn what_is_left_of_the_recruiting_plan_is_listed_with_the_reason() {
    for name in SCENARIOS {
        let (checked, plan) = shipped(name);
        let (roster, rules) = checked.ready().unwrap();
        let facts = Facts::new(roster, rules);
        let shown = page(&facts, &plan);
        let all = sheets(&book(&checked, &plan, Lang::Zh));
        let left = all.iter().find(|one| one.0 == "未用招聘计划").unwrap();
        let mut sum = 0;
        for pool in &roster.pools {
            let used = plan.recruits.iter().filter(|one| one.pool == pool.id);
            let used: u32 = used.map(|one| one.number).sum();
            let row = left.1.iter().find(|row| row[0].to_string() == pool.id);
            if used == pool.number {
                assert!(row.is_none(), "{name} {}", pool.id);
                continue;
            }
            let row: Vec<String> = row.unwrap().iter().map(ToString::to_string).collect();
            sum += i64::from(pool.number - used);
            assert!(row.contains(&(pool.number - used).to_string()), "{row:?}");
            assert!(row.contains(&pool.stage.text().zh.to_owned()), "{row:?}");
            let why = row.last().unwrap();
            assert!(!why.is_empty() && shown.contains(why.as_str()), "{row:?}");
            assert!(shown.contains(&format!("<td>{}</td>", pool.id)), "{row:?}");
        }
        assert_eq!(Some(sum), plan.figure(FigureId::RecruitsLeft), "{name}");
        assert!(sum > 0, "{name}");
    }
}
