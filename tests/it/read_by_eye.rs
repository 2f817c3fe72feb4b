//! The plan of each scenario as the head of 人事股 would read it: every move with what the roster says of her
//! beside it, recruits with the idle people of their subject, people without posts, empty posts. Made from
//! `plan.json` and the CSV files alone, by code of its own.

use lungang::domain::Subject;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// One line of a table, by head.
type Line = BTreeMap<String, String>;

/// A table as it lies there; no cell of these holds a comma.
fn table(file: &Path) -> Vec<Line> {
    let text = fs::read_to_string(file).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
    let line = |line: &str| {
        assert!(!line.contains('"'), "{}: {line}", file.display());
        let cells = heads.iter().zip(line.split(','));
        cells
            .map(|(head, cell)| ((*head).to_owned(), cell.to_owned()))
            .collect()
    };
    lines.map(line).collect()
}

/// A cell; nothing where the table has no such column.
fn cell<'a>(line: &'a Line, head: &str) -> &'a str {
    line.get(head).map_or("", String::as_str)
}

/// A plan with the tables it was made from.
struct Seen {
    plan: Value,
    teachers: BTreeMap<String, Line>,
    schools: BTreeMap<String, Line>,
}

fn list<'a>(of: &'a Value, key: &str) -> &'a [Value] {
    of[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap_or("")
}

impl Seen {
    fn of(name: &str) -> Self {
        let folder = root("scenarios").join(name);
        let bytes = fs::read(folder.join("expected/plan.json")).unwrap();
        let by = |file: &str, head: &str| {
            let lines = table(&folder.join(file)).into_iter();
            lines.map(|line| (line[head].clone(), line)).collect()
        };
        Self {
            plan: serde_json::from_slice(&bytes).unwrap(),
            teachers: by("teachers.csv", "工号"),
            schools: by("schools.csv", "学校代码"),
        }
    }

    fn school(&self, id: &str) -> String {
        let one = &self.schools[id];
        let weak = if cell(one, "薄弱学校") == "是" {
            "、薄弱"
        } else {
            ""
        };
        let good = if cell(one, "优质学校") == "是" {
            "、优质"
        } else {
            ""
        };
        format!(
            "{}（{}{weak}{good}）",
            cell(one, "学校名称"),
            cell(one, "城乡类型")
        )
    }

    /// Every post of a plan with its school.
    fn posts(&self) -> impl Iterator<Item = (&str, &Value)> {
        let schools = list(&self.plan, "schools").iter();
        schools.flat_map(|school| {
            let posts = list(school, "teaching_posts").iter();
            posts.map(move |post| (text(school, "id"), post))
        })
    }

    /// Where everybody works after the plan: at the school of her post, where she is moved, or where she
    /// is now; whoever is not at work is not in it.
    fn at(&self) -> BTreeMap<&str, &str> {
        let works = self.teachers.iter();
        let works = works.filter(|(_, one)| cell(one, "在岗状态") == "在岗");
        let works = works.map(|(id, one)| (id.as_str(), cell(one, "现任教学校")));
        let mut at: BTreeMap<&str, &str> = works.collect();
        for (school, post) in self.posts() {
            let people = list(post, "filled_by").iter().filter_map(Value::as_str);
            at.extend(people.map(|who| (who, school)));
        }
        for one in list(&self.plan, "moves") {
            at.insert(text(one, "teacher"), text(one, "to"));
        }
        at
    }

    /// People of a subject at a school who are on no post.
    fn idle(&self, school: &str, subject: &str) -> Vec<String> {
        let on: BTreeSet<&str> = self
            .posts()
            .flat_map(|(_, post)| list(post, "filled_by"))
            .filter_map(Value::as_str)
            .collect();
        let here = self
            .at()
            .into_iter()
            .filter(|(id, at)| *at == school && !on.contains(id));
        let here = here.map(|(id, _)| (id, &self.teachers[id]));
        let same =
            here.filter(|(_, one)| cell(one, "主教学科") == subject && cell(one, "职务") == "教师");
        same.map(|(id, one)| format!("{id} {}", cell(one, "姓名")))
            .collect()
    }
}

fn subject(key: &str) -> &'static str {
    Subject::find(key).map_or("?", |one| one.text().zh)
}

/// The subjects of a post with their weekly periods.
fn parts(of: &Value) -> String {
    let part = |one: &Value| format!("{}{}", subject(one[0].as_str().unwrap()), one[1]);
    list(of, "parts")
        .iter()
        .map(part)
        .collect::<Vec<_>>()
        .join("+")
}

fn one_move(seen: &Seen, one: &Value, page: &mut String) {
    let id = text(one, "teacher");
    let who = &seen.teachers[id];
    let mut held = seen
        .posts()
        .filter(|(_, post)| list(post, "filled_by").contains(&id.into()));
    let post = held
        .next()
        .map_or_else(|| "无岗".into(), |(_, post)| parts(post));
    let (from, to) = (text(one, "from"), text(one, "to"));
    let _ = writeln!(
        page,
        "- **{id} {}**（{}，{}，{}，骨干{}；资格{}{}；{}起在校；自愿{}{}）\n  {} → {}：{post}，每周{}课时，单程{}分钟",
        one["name"].as_str().unwrap(),
        cell(who, "主教学科"),
        cell(who, "现聘职称"),
        cell(who, "职务"),
        cell(who, "骨干级别"),
        cell(who, "教师资格学段"),
        cell(who, "教师资格学科"),
        cell(who, "进入本校年月"),
        if cell(who, "自愿报名").is_empty() {
            "否"
        } else {
            "是"
        },
        cell(who, "志愿学校"),
        seen.school(from),
        seen.school(to),
        one["weekly_periods"],
        one["travel_minutes"],
    );
    let idle = seen.idle(to, cell(who, "主教学科"));
    let _ = writeln!(page, "  到达校同学科无岗：{}", none_or(&idle));
    let reasons: Vec<_> = list(one, "reasons")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let _ = writeln!(
        page,
        "  理由：{}；如留任：{}；次序：{}",
        reasons.join("、"),
        one["loss"],
        one["picked"]
    );
}

fn none_or(list: &[String]) -> String {
    if list.is_empty() {
        "无".into()
    } else {
        list.join("、")
    }
}

/// The whole page of a scenario.
fn page(name: &str) -> String {
    let seen = Seen::of(name);
    let moves = list(&seen.plan, "moves");
    let mut page = format!("# {name}\n\n## 调动{}人\n\n", moves.len());
    for one in moves {
        one_move(&seen, one, &mut page);
    }
    page.push_str("\n## 招聘\n\n");
    for one in list(&seen.plan, "recruits") {
        let school = text(one, "school");
        let main = list(one, "parts")
            .iter()
            .max_by_key(|part| part[1].as_i64());
        let main = main.map_or("?", |part| subject(part[0].as_str().unwrap()));
        let idle = none_or(&seen.idle(school, main));
        let _ = writeln!(
            page,
            "- {} {}：{}，{}人；该校{main}无岗：{idle}",
            text(one, "pool"),
            seen.school(school),
            parts(one),
            one["number"],
        );
    }
    page.push_str("\n## 在岗而无岗位的教师\n\n");
    let subjects: BTreeSet<&str> = seen
        .teachers
        .values()
        .map(|one| cell(one, "主教学科"))
        .collect();
    for id in seen.schools.keys() {
        for subject in &subjects {
            let idle = seen.idle(id, subject);
            if !idle.is_empty() {
                let _ = writeln!(page, "- {}{subject}：{}", seen.school(id), idle.join("、"));
            }
        }
    }
    page.push_str("\n## 空岗\n\n");
    for one in list(&seen.plan, "unfilled") {
        let at = seen.school(text(one, "school"));
        let _ = writeln!(page, "- {at}{}：{}个", parts(one), one["number"]);
    }
    page
}

#[test]
fn the_pages_are_those_of_the_plans() {
    for name in SCENARIOS {
        let file = root("tests/golden/read-by-eye").join(format!("{name}.md"));
        let now = page(name);
        if std::env::var("SNAPSHOTS").as_deref() == Ok("overwrite") {
            fs::write(&file, &now).unwrap();
        }
        let kept = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            kept == now,
            "{name}: read it, then SNAPSHOTS=overwrite cargo test read_by_eye"
        );
    }
}

/// Nobody is on two posts, moves twice, or moves to where she is.
fn everybody_has_one_place(name: &str, seen: &Seen) {
    let (at, mut on) = (seen.at(), BTreeSet::new());
    for (school, post) in seen.posts() {
        for who in list(post, "filled_by").iter().filter_map(Value::as_str) {
            assert!(on.insert(who), "{name}: {who} is on two posts");
            assert_eq!(at.get(who), Some(&school), "{name}: {who} is not there");
        }
    }
    let mut moved = BTreeSet::new();
    for one in list(&seen.plan, "moves") {
        let who = text(one, "teacher");
        assert!(moved.insert(who), "{name}: {who} moves twice");
        assert_ne!(text(one, "from"), text(one, "to"), "{name}: {who}");
        assert!(on.contains(who), "{name}: {who} has no post");
        assert!(
            !list(one, "reasons").is_empty(),
            "{name}: {who} moves for nothing"
        );
    }
}

#[test]
fn each_plan_reads_as_one_that_can_be_carried_out() {
    for name in SCENARIOS {
        everybody_has_one_place(name, &Seen::of(name));
    }
}
