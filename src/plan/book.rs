//! A plan as a workbook: ours, edited by hand or made by hand, read back to what it decides: what one row
//! of each sheet says.

use super::made::asked_of;
use super::secondary::SECONDARY;
use super::upgrade::{self, LAYOUT};
use super::{ClaimsDoc, InputDoc, MadeDoc, MoveDoc, Plan, PostDoc, RecruitDoc, SchoolDoc};
use crate::domain::{Employment, Form, Made, Month, Roster, SchoolNo, Stage};
use crate::finding::Findings;
use crate::input::{
    Cells, Named, NamedSheets, Places, TABLES, TableSpec, is_mark, plan_sheets as sheets,
};
use crate::policy::GoalId;
use crate::text::Text;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What was read of a plan's workbook.
#[derive(Debug)]
pub struct PlanBook {
    /// What it decides, and nothing else of a plan; absent when it has no rotation roll.
    pub plan: Option<Plan>,
    /// The sheets that it does not have.
    pub missing: Vec<Text>,
    /// Where each person stands, by id, sheet and column.
    pub places: Places,
    /// Whoever stands there by id and by name.
    pub named: Vec<Named>,
    /// What is wrong, by place.
    pub findings: Findings,
}

/// The name of what is in no table.
pub const SCENARIO: &str = "scenario";
/// The name of the decisions file.
pub const DECISIONS: &str = "decisions";
const DECISIONS_NAME: Text = Text::new("人事决定", "decisions");
const LAYOUT_NAME: Text = Text::new("方案格式", "layout of the plan");
const SCENARIO_NAME: Text = Text::new("情景设定", "scenario");

/// The name of an input in words: of a table its name, of a policy its file.
pub fn input_name(name: &str) -> Value {
    match TABLES.iter().find(|spec| spec.key == name) {
        Some(spec) => json!(spec.name),
        None if name == SCENARIO => json!(SCENARIO_NAME),
        None if name == DECISIONS => json!(DECISIONS_NAME),
        None if name == LAYOUT => json!(LAYOUT_NAME),
        None => json!(name),
    }
}

/// The input with this name in words.
fn input_of(word: &str) -> &str {
    let named = |name: Text| [name.zh, name.en].contains(&word);
    match TABLES.iter().find(|spec| named(spec.name)) {
        Some(spec) => spec.key,
        None if named(SCENARIO_NAME) => SCENARIO,
        None if named(DECISIONS_NAME) => DECISIONS,
        None if named(LAYOUT_NAME) => LAYOUT,
        None => word,
    }
}

/// Reads the decisions of a plan from a workbook of the county with this roster.
pub fn read_plan_book(file: &str, bytes: &[u8], roster: &Roster) -> PlanBook {
    let mut book = NamedSheets::open(file, bytes, roster);
    let shut = book.has_errors();
    let plan = plan(&mut book);
    let rolled = !book.missing.contains(&sheets::MOVES.name);
    let missing: Vec<Text> = if shut {
        Vec::new()
    } else {
        std::mem::take(&mut book.missing)
    };
    let cells = std::mem::take(&mut book.posts);
    book.named_where_shown();
    let named = std::mem::take(&mut book.named);
    let called = named.iter().map(|one| (one.id.clone(), one.name.clone()));
    let called = called.collect();
    PlanBook {
        plan: (rolled && !shut).then_some(Plan {
            called,
            cells,
            no_sheet: no_sheet(&missing),
            ..plan
        }),
        missing,
        places: std::mem::take(&mut book.places),
        named,
        findings: book.findings(),
    }
}

/// What each sheet decides but the roll.
static DECIDES: [(&TableSpec, Made); 11] = [
    (&sheets::POSTS, Made::Post),
    (&sheets::RECRUITS, Made::Recruits),
    (&sheets::APPRENTICES, Made::Apprentice),
    (&sheets::APPOINTMENTS, Made::Appointed),
    (&sheets::CONVERSIONS, Made::Conversion),
    (&sheets::LESSONS, Made::Lesson),
    (&sheets::TRIPS, Made::Trip),
    (&sheets::GAPS, Made::Remote),
    (&sheets::VISITS, Made::Visit),
    (&sheets::MENTORS, Made::Mentor),
    (&sheets::LEADERS, Made::Leader),
];

/// What is decided in sheets that a workbook does not have.
fn no_sheet(missing: &[Text]) -> Vec<Made> {
    let lacking = DECIDES
        .iter()
        .filter(|(spec, _)| missing.contains(&spec.name));
    lacking.map(|one| one.1).collect()
}

/// A move by a row without a form is none.
const NO_FORM: [&str; 3] = ["0-无", "0—无", "无"];

/// Everything that the sheets decide.
fn plan(book: &mut NamedSheets<'_>) -> Plan {
    let roster = book.roster;
    let mut plan = Plan::bare(roster, Vec::new());
    plan.moves = book.rows(&sheets::MOVES, one_move);
    let posts = book.rows(&sheets::POSTS, post);
    plan.schools = schools(roster, posts);
    plan.recruits = book.rows(&sheets::RECRUITS, recruits);
    for (_, one) in SECONDARY {
        one.read_sheets(book, &mut plan);
    }
    plan.scenario.inputs = book.rows(&sheets::INPUTS, input);
    let made = book.rows(&sheets::MADE, |cells, _| cells.text("decision"));
    plan.goals_then = made.iter().filter_map(|line| goal(line)).collect();
    let claims = made.iter().filter(|line| ClaimsDoc::is_line(line));
    plan.claims = claims.cloned().collect();
    for input in &mut plan.scenario.inputs {
        let rows = made.iter().filter_map(|line| row_of(line));
        let own = rows.filter(|one| one.0 == input.name);
        input.rows = own.map(|one| one.1.to_owned()).collect();
    }
    plan.made = made_of(made);
    plan.asked = asked_of(&plan.made.decisions);
    upgrade::take_layout(&mut plan);
    plan
}

/// The posts of each school with those who fill them.
fn schools(roster: &Roster, posts: Vec<(SchoolNo, PostDoc)>) -> Vec<SchoolDoc> {
    let mut schools: BTreeMap<SchoolNo, SchoolDoc> = BTreeMap::new();
    for (no, post) in posts {
        let bare = || SchoolDoc::bare(roster.school(no));
        let school = schools.entry(no).or_insert_with(bare);
        school.teaching_posts.push(post);
    }
    schools.into_values().collect()
}

/// A row without a form moves nobody.
fn one_move(cells: &mut Cells<'_>, roster: &Roster) -> Option<MoveDoc> {
    let unsaid = cells.lacking(sheets::BY_POLICY);
    if unsaid.contains(&"form") {
        return bare_move(cells, roster, unsaid);
    }
    let Some(word) = cells.text("form") else {
        // Rolls of everybody leave those blank who stay; a row that names another school, or from when or until when,
        // was meant as a move.
        let (from, to) = (cells.says("from"), cells.says("to"));
        let goes = to.filter(|to| Some(*to) != from);
        let mut terms = ["start", "end", "share"].into_iter();
        let term = terms.find_map(|key| cells.says(key));
        let meant = goes.or(term).map(str::to_owned);
        if let Some(meant) = meant.filter(|_| cells.says("form").is_none()) {
            cells.say_no_form(&meant);
        } else if cells.says("form").is_none() {
            cells.say_nothing_but_who();
            if cells.is_by_hand() {
                cells.say_stays();
            }
        }
        return None;
    };
    if NO_FORM.contains(&word.as_str()) {
        if cells.is_by_hand() {
            cells.say_is_nobody();
        }
        let (from, to) = (cells.says("from"), cells.says("to"));
        // In a plan of ours that is how somebody is struck from the roll, which is told as an edit.
        let goes = to.filter(|to| Some(*to) != from && cells.is_by_hand());
        if let Some(to) = goes.map(str::to_owned) {
            cells.say_none_but_goes(&to);
        }
        return None;
    }
    let placed = sheets::PLACED_FOR_GOOD.is_called(&word);
    let form = if placed {
        None
    } else {
        cells.choice("form", Form::find)
    };
    let one = bare_move(cells, roster, unsaid)?;
    // Whoever is placed is there for good; an end that is written all the same is read and told of.
    let end = if placed && cells.says("end").is_none() || one.unsaid.contains(&"end") {
        None
    } else {
        cells.month("end")
    };
    cells.sound.then_some(MoveDoc { form, end, ..one })
}

/// A move but for its form and its end; of what the roll has no column, nothing is said.
fn bare_move(cells: &mut Cells<'_>, roster: &Roster, unsaid: Vec<&'static str>) -> Option<MoveDoc> {
    let says = |key: &str| !unsaid.contains(&key);
    // A row that names no school to go to moves nobody.
    if !says("form") && (cells.says("to").is_none() || cells.says("to") == cells.says("from")) {
        cells.say_stays();
        return None;
    }
    let who = cells.somebody("teacher", roster);
    if who.is_none() {
        cells.say_nobody();
    }
    let from = says("from").then(|| cells.school("from"));
    let to = cells.school("to");
    let start = says("start").then(|| cells.month("start"));
    let end = (!says("form") && says("end")).then(|| cells.month("end"));
    let quota_goes = says("quota_goes") && cells.flag("quota_goes", false);
    let share = cells.count("share").unwrap_or(100);
    let bed = cells.flag("bed", false);
    let who = who?;
    let subject = who.no.map(|no| roster.teacher(no).subject);
    let from = from.map(|no| no.map(|no| roster.school_id(no)));
    cells.sound.then_some(MoveDoc {
        teacher: who.id,
        name: who.name,
        from: from.map_or(Some(String::new()), |from| from)?,
        to: roster.school_id(to?),
        subject: subject.unwrap_or_default(),
        start: start.map_or(Some(Month::default()), |start| start)?,
        end: end.flatten(),
        share,
        quota_goes,
        bed,
        unsaid,
        ..MoveDoc::default()
    })
}

fn post(cells: &mut Cells<'_>, roster: &Roster) -> Option<(SchoolNo, PostDoc)> {
    let (no, stage) = (cells.school("school"), cells.choice("stage", Stage::find));
    let parts = cells.parts("post");
    let must_open = cells.flag("must_open", false);
    let filled_by = cells.somebody("teacher", roster).map(|who| who.id);
    let post = PostDoc {
        stage: stage?,
        parts,
        number: 1,
        must_open,
        filled_by: filled_by.into_iter().collect(),
        ..PostDoc::default()
    };
    cells.sound.then_some((no?, post))
}

fn recruits(cells: &mut Cells<'_>, roster: &Roster) -> Option<RecruitDoc> {
    let pool = cells.id("pool");
    let employment = cells.choice("employment", Employment::find);
    let (at, stage) = (cells.school("school"), cells.choice("stage", Stage::find));
    let parts = cells.parts("post");
    let (must_open, number) = (cells.flag("must_open", false), cells.count("number"));
    let line = roster
        .pools
        .iter()
        .find(|one| Some(&one.id) == pool.as_ref());
    if let (Some(line), Some(said)) = (line, employment)
        && line.employment != said
    {
        cells.say_other_employment(line.employment.text());
    }
    cells.sound.then_some(RecruitDoc {
        pool: pool?,
        employment: employment.unwrap_or(Employment::OnQuota),
        school: roster.school_id(at?),
        stage: stage?,
        parts,
        must_open,
        number: number?,
    })
}

/// The digest in front of what the hidden sheet keeps.
pub const MADE_DIGEST: &str = "sha256 = ";

/// What a goal came to, as the hidden sheet keeps it.
fn goal(line: &str) -> Option<(GoalId, i64)> {
    let (goal, value) = line.strip_prefix(sheets::GOAL_VALUE)?.split_once(" = ")?;
    GoalId::find(goal).zip(value.parse().ok())
}

/// A row of a table, as the hidden sheet keeps it: the table, and what is known of the row.
fn row_of(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix(sheets::TABLE_ROW)?.split_once(' ')
}

/// What the hidden sheet keeps: its digest first, then the lines; beside them what the sheets show and the goals.
fn made_of(mut lines: Vec<String>) -> MadeDoc {
    let is_beside = |line: &str| goal(line).is_some() || row_of(line).is_some();
    lines.retain(|line| !is_mark(line) && !is_beside(line) && !ClaimsDoc::is_line(line));
    let digest = lines.iter().position(|one| one.starts_with(MADE_DIGEST));
    let digest = digest.map(|no| lines.remove(no));
    let digest = digest
        .as_deref()
        .and_then(|one| one.strip_prefix(MADE_DIGEST));
    MadeDoc {
        digest: digest.unwrap_or_default().to_owned(),
        decisions: lines,
    }
}

fn input(cells: &mut Cells<'_>, _: &Roster) -> Option<InputDoc> {
    let (name, sha256) = (cells.text("input")?, cells.text("sha256")?);
    Some(InputDoc {
        name: input_of(&name).to_owned(),
        sha256,
        rows: Vec::new(),
    })
}
