//! A county as somebody reads it who has the tables in one hand and `plan.json` in the other: cells and lists,
//! and what follows from them by the plain words of the policy. Nothing here asks `facts` or `rules`, and nothing
//! believes what a plan says of itself beyond who goes where and who holds which post.

mod conditions;
mod teaching;

use lungang::domain::{NOTHING_MORE, Stage, Subject};
use lungang::input::{Documents, load_documents};
use lungang::run::{Answer, check, solve};
use lungang::solve::{Options, Silent};
use rayon::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

pub(crate) use teaching::{ARTS, certified, teaches};

/// One line of a table, by head.
pub(crate) type Line = BTreeMap<String, String>;

/// A cell; nothing where the table has no such column.
pub(crate) fn cell<'a>(line: &'a Line, head: &str) -> &'a str {
    line.get(head).map_or("", String::as_str)
}

/// The entries of a cell that holds several.
pub(crate) fn entries<'a>(line: &'a Line, head: &str) -> Vec<&'a str> {
    let all = cell(line, head).split(';');
    all.filter(|one| !one.is_empty()).collect()
}

/// Whether a cell says yes.
pub(crate) fn yes(line: &Line, head: &str) -> bool {
    cell(line, head) == "是"
}

/// Months since the year 0 of a cell such as `2019-09`.
pub(crate) fn months(text: &str) -> Option<i64> {
    let (year, month) = text.split_once('-')?;
    Some(year.parse::<i64>().ok()? * 12 + month.parse::<i64>().ok()? - 1)
}

pub(crate) fn list<'a>(of: &'a Value, key: &str) -> &'a [Value] {
    of[key].as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn text<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap_or("")
}

/// A post, or what a recruit takes of one: each subject in the words of the tables, with its weekly periods.
pub(crate) fn parts(of: &Value) -> Vec<(&'static str, i64)> {
    let part = |one: &Value| {
        let key = one[0].as_str().unwrap();
        (
            Subject::find(key).unwrap().text().zh,
            one[1].as_i64().unwrap(),
        )
    };
    list(of, "parts").iter().map(part).collect()
}

/// The stage of a post in the words of the tables.
pub(crate) fn stage(of: &Value) -> &'static str {
    Stage::find(text(of, "stage")).unwrap().text().zh
}

/// A table as it lies there.
fn table(documents: &Documents, name: &str) -> Vec<Line> {
    let mut files = documents.files.iter();
    let file = files.find(|file| file.0.rsplit('/').next() == Some(name));
    let Some((_, bytes)) = file else {
        return Vec::new();
    };
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let heads = reader.headers().unwrap().clone();
    let line = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record.unwrap();
        let cells = heads.iter().zip(record.iter());
        cells
            .map(|(head, cell)| (head.to_owned(), cell.to_owned()))
            .collect()
    };
    reader.records().map(line).collect()
}

/// The six shipped scenarios, each with its plan, solved once for all tests.
pub(crate) static SHIPPED: LazyLock<BTreeMap<&str, County>> = LazyLock::new(|| {
    let names = ["alar", "anshan", "dehua", "national", "township", "zhangye"];
    let one = |name: &&'static str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        let documents = load_documents(&[folder.join(name)]).unwrap();
        (*name, planned(name, &documents))
    };
    names.par_iter().map(one).collect()
});

/// The proved plan of a county, beside its tables.
pub(crate) fn planned(name: &str, documents: &Documents) -> County {
    let checked = check(documents);
    let facts = checked.facts(&NOTHING_MORE);
    let facts = facts.unwrap_or_else(|| panic!("{name}: {:?}", checked.findings));
    let options = Options::default();
    let Answer::Plan(solved) = solve(&facts, &options, false, &Silent).unwrap() else {
        panic!("{name}: no plan");
    };
    let plan = solved.accepted(&checked, &options).unwrap();
    County::new(name, documents, &plan.bytes)
}

/// A plan with the tables it was made from.
#[derive(Clone)]
pub(crate) struct County {
    pub(crate) name: String,
    pub(crate) plan: Value,
    pub(crate) teachers: BTreeMap<String, Line>,
    pub(crate) schools: BTreeMap<String, Line>,
    pub(crate) service: BTreeMap<String, Vec<Line>>,
    pub(crate) classes: Vec<Line>,
    pub(crate) title_posts: Vec<Line>,
    pub(crate) recruits: Vec<Line>,
    load: Vec<Line>,
    grid: Vec<Line>,
}

impl County {
    fn new(name: &str, documents: &Documents, plan: &[u8]) -> Self {
        let by = |file: &str, head: &str| -> BTreeMap<String, Line> {
            let lines = table(documents, file).into_iter();
            lines.map(|line| (line[head].clone(), line)).collect()
        };
        let mut service: BTreeMap<String, Vec<Line>> = BTreeMap::new();
        for line in table(documents, "service.csv") {
            service.entry(line["工号"].clone()).or_default().push(line);
        }
        Self {
            name: name.to_owned(),
            plan: serde_json::from_slice(plan).unwrap(),
            teachers: by("teachers.csv", "工号"),
            schools: by("schools.csv", "学校代码"),
            service,
            classes: table(documents, "classes.csv"),
            title_posts: table(documents, "title_posts.csv"),
            recruits: table(documents, "recruits.csv"),
            load: table(documents, "load.csv"),
            grid: table(documents, "grid.csv"),
        }
    }

    pub(crate) fn moves(&self) -> &[Value] {
        list(&self.plan, "moves")
    }

    /// Every post of a plan with its school.
    pub(crate) fn posts(&self) -> impl Iterator<Item = (&str, &Value)> {
        let schools = list(&self.plan, "schools").iter();
        schools.flat_map(|school| {
            let posts = list(school, "teaching_posts").iter();
            posts.map(move |post| (text(school, "id"), post))
        })
    }

    /// The post that somebody holds, with its school.
    pub(crate) fn held(&self, who: &str) -> Option<(&str, &Value)> {
        self.posts()
            .find(|(_, post)| list(post, "filled_by").iter().any(|one| one == who))
    }

    /// Everybody who holds a post.
    pub(crate) fn on_post(&self) -> BTreeSet<&str> {
        let people = self.posts().flat_map(|(_, post)| list(post, "filled_by"));
        people.filter_map(Value::as_str).collect()
    }

    /// Where everybody works after the plan: where she is moved, or where she works next year anyway.
    pub(crate) fn after(&self) -> BTreeMap<&str, &str> {
        let ids = self.teachers.keys();
        let stay = ids.filter_map(|who| Some((who.as_str(), self.base(who)?)));
        let mut after: BTreeMap<&str, &str> = stay.collect();
        for one in self.moves() {
            after.insert(text(one, "teacher"), text(one, "to"));
        }
        after
    }

    /// Somebody's row in the words of an officer, for the message of a test that fails.
    pub(crate) fn person(&self, id: &str) -> String {
        let one = &self.teachers[id];
        let words = ["姓名", "主教学科", "教师资格学科", "职务", "进入本校年月"];
        let words: Vec<&str> = words.iter().map(|head| cell(one, head)).collect();
        format!("{id} {}", words.join(" "))
    }
}
