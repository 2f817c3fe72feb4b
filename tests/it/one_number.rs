//! One thing, one number: whatever is printed of a plan comes from its register of figures. No printer counts
//! a list of the plan for itself; a plan whose figures are replaced is printed with the new ones only; and the
//! register says what the lists of the plan hold.

use crate::annex::sheets;
use calamine::Data;
use lungang::annex::{Annex, filing_book, plan_book};
use lungang::domain::{Labelled, NOTHING_MORE};
use lungang::facts::Facts;
use lungang::input::load_documents;
use lungang::page::page;
use lungang::plan::{FigureId, MoveKind, Plan};
use lungang::report::summary;
use lungang::run::check;
use lungang::text::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};

/// Lists of the plan document, and of a school in it, that the register counts.
const LISTS: [&str; 16] = [
    "moves",
    "recruits",
    "unfilled",
    "leaders",
    "appointments",
    "titles",
    "teaching_posts",
    "visits",
    "mentors",
    "itinerants",
    "conversions",
    "gaps",
    "apprentices",
    "title_posts",
    "weeks",
    "filled_by",
];
const COUNTS: [&str; 4] = ["len", "count", "sum", "fold"];
/// Where a list is counted for its own sake: how many rows of it are left out, or a picture.
const ALLOWED: [(&str, &str); 5] = [
    // One line of the recruiting plan: a test holds the sum of all against the register.
    ("src/report/recruits.rs", "left_table"),
    // "… and so many more": the rows of the list itself.
    ("src/report/study/horizon/mod.rs", "by_name"),
    // One subject, or the periods open, at one school: the register has neither.
    ("src/annex/posts.rs", "balance"),
    ("src/report/reasons.rs", "open_at"),
    // A week's lessons at her own school, of one person.
    ("src/page/teachers.rs", "extra_duties"),
];

/// Looks for a list that is counted.
struct Counted {
    function: String,
    /// Names bound to something that comes from a list.
    from_list: BTreeSet<String>,
    found: Vec<(String, String)>,
}

/// Whether an expression comes from one of the lists.
fn is_list(expr: &syn::Expr, known: &BTreeSet<String>) -> bool {
    match expr {
        syn::Expr::Field(one) => {
            let named = match &one.member {
                syn::Member::Named(name) => LISTS.contains(&name.to_string().as_str()),
                syn::Member::Unnamed(_) => false,
            };
            named || is_list(&one.base, known)
        }
        syn::Expr::MethodCall(one) => is_list(&one.receiver, known),
        syn::Expr::Reference(one) => is_list(&one.expr, known),
        syn::Expr::Paren(one) => is_list(&one.expr, known),
        syn::Expr::Path(one) => {
            let name = one.path.get_ident().map(ToString::to_string);
            name.is_some_and(|name| known.contains(&name))
        }
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Counted {
    fn visit_item_fn(&mut self, one: &'ast syn::ItemFn) {
        let outer = std::mem::replace(&mut self.function, one.sig.ident.to_string());
        self.from_list.clear();
        visit::visit_item_fn(self, one);
        self.function = outer;
    }

    fn visit_local(&mut self, one: &'ast syn::Local) {
        visit::visit_local(self, one);
        if let (syn::Pat::Ident(name), Some(init)) = (&one.pat, &one.init) {
            if is_list(&init.expr, &self.from_list) {
                self.from_list.insert(name.ident.to_string());
            } else {
                self.from_list.remove(&name.ident.to_string());
            }
        }
    }

    fn visit_expr_method_call(&mut self, one: &'ast syn::ExprMethodCall) {
        visit::visit_expr_method_call(self, one);
        let counts = COUNTS.contains(&one.method.to_string().as_str());
        if counts && is_list(&one.receiver, &self.from_list) {
            let what = format!("{} of a list of the plan", one.method);
            self.found.push((self.function.clone(), what));
        }
    }

    /// The tokens of a macro are no syntax tree: there a list is looked for beside the method.
    fn visit_macro(&mut self, one: &'ast syn::Macro) {
        let text: String = one.tokens.to_string().split_whitespace().collect();
        for list in LISTS {
            for count in COUNTS {
                for between in ["", ".iter()"] {
                    let direct = format!(".{list}{between}.{count}(");
                    if text.contains(&direct) {
                        self.found.push((self.function.clone(), direct));
                    }
                }
            }
        }
        if let Ok(expr) = one.parse_body::<syn::Expr>() {
            self.visit_expr(&expr);
        }
    }
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|one| one == "rs") {
            found.push(path);
        }
    }
}

/// What a source counts of the lists, by function.
fn counted(source: &str) -> Vec<(String, String)> {
    let mut look = Counted {
        function: String::new(),
        from_list: BTreeSet::new(),
        found: Vec::new(),
    };
    look.visit_file(&syn::parse_file(source).unwrap());
    look.found
}

#[test]
fn no_printer_counts_a_list_of_the_plan_for_itself() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("src/notice.rs")];
    for folder in ["src/report", "src/page", "src/annex"] {
        rust_files(&root.join(folder), &mut files);
    }
    files.sort();
    let mut wrong = Vec::new();
    for file in files {
        let name = file
            .strip_prefix(root)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        for (function, what) in counted(&fs::read_to_string(&file).unwrap()) {
            if !ALLOWED.contains(&(name.as_str(), function.as_str())) {
                wrong.push(format!("{name}: {function}: {what}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "take these numbers from the register of figures:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_search_finds_a_list_that_is_counted() {
    for body in [
        "doc.moves.len()",
        "doc.moves.iter().filter(|one| one.bed).count()",
        "let all = doc.recruits.iter(); let all = all.map(|one| one.number); all.sum::<u32>()",
        "html! { b { (doc.unfilled.len()) } }",
        "school.teaching_posts.iter().map(|post| post.empty).sum::<u32>()",
    ] {
        let source = format!("fn one() {{ {body} }}");
        assert_eq!(counted(&source).len(), 1, "{body}");
    }
    assert!(counted("fn one() { let names = roster.schools.len(); }").is_empty());
}

/// A county that is planned now, with the register that the program of today writes.
pub(crate) fn planned(name: &str) -> (lungang::run::Checked, Plan) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let documents = load_documents(&[root.join(name)]).unwrap();
    let out = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("one_number")
        .join(name);
    let plan = crate::road::planned(&documents, &out);
    (check(&documents), plan.doc)
}

const COUNTIES: [&str; 2] = ["scenarios/township", "tests/golden/old-plan"];

/// Puts another number in the place of every figure, of the county and of each school.
fn replaced(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let mut next = 70_001;
    let mut another = || {
        next += 1;
        next
    };
    for one in &mut plan.figures {
        one.value = another();
        one.before = one.before.map(|_| another());
    }
    for one in plan.schools.iter_mut().flat_map(|one| &mut one.figures) {
        one.value = another();
    }
    plan
}

/// Whole numbers of a text, without changes such as `+2` that stand behind the name of a school.
fn numbers(text: &str) -> Vec<i64> {
    let mut all = Vec::new();
    let (mut before, mut digits) = (' ', String::new());
    for c in text.chars().chain([' ']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() && !['+', '-', '−'].contains(&before) {
            all.push(digits.parse().unwrap());
        }
        digits.clear();
        before = c;
    }
    all
}

/// A line without its list of subjects, which the register does not have one by one.
fn without_subjects(line: &str) -> &str {
    let surplus = line.contains("富余人员名册") || line.contains("list of people without a post");
    let end = line.find(['：', ':']).filter(|_| surplus);
    line.get(..end.unwrap_or(line.len())).unwrap()
}

#[test]
fn a_plan_with_other_figures_is_printed_with_those_only() {
    for name in COUNTIES {
        let (checked, plan) = planned(name);
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        let plan = replaced(&plan);
        for lang in [Lang::Zh, Lang::En] {
            let text = summary(&plan, lang);
            let mut sections = text.split("\n## ");
            let head = ["变动", "What changes"];
            let changes = sections.find(|one| head.iter().any(|head| one.starts_with(head)));
            let changes = changes.unwrap();
            let told = changes.lines().map(without_subjects).collect::<String>();
            let told = numbers(&told);
            assert!(told.len() > 8, "{changes}");
            assert!(told.iter().all(|one| *one > 70_000), "{changes}");
            let annex = || Annex::new(&facts, &plan, lang);
            for bytes in [plan_book(&annex()).unwrap(), filing_book(&annex()).unwrap()] {
                columns_come_from_the_register(&bytes, lang);
            }
        }
        let page = page(&facts, &plan);
        let tiles = crate::page::element(&page, "<div class=\"tiles\">", "<h3>");
        let bare = crate::page::without(tiles, "<", ">");
        let told = numbers(&bare);
        assert!(told.len() >= 5, "{bare}");
        assert!(told.iter().all(|one| *one > 70_000), "{bare}");
    }
}

/// Every column whose head is a name of the register holds numbers of the register.
fn columns_come_from_the_register(bytes: &[u8], lang: Lang) {
    let names: BTreeSet<&str> = FigureId::ALL
        .iter()
        .map(|key| key.text().get(lang))
        .collect();
    let mut seen = 0;
    for (sheet, rows) in sheets(bytes) {
        let mut columns: Vec<usize> = Vec::new();
        for row in rows {
            let heads = row.iter().enumerate().filter(
                |(_, cell)| matches!(cell, Data::String(word) if names.contains(word.as_str())),
            );
            let heads: Vec<usize> = heads.map(|(no, _)| no).collect();
            // A register lists its names below each other; heads stand beside each other.
            if heads.len() > 1 {
                columns = heads;
                continue;
            }
            for no in &columns {
                if let Some(Data::Float(number)) = row.get(*no) {
                    assert!(*number > 70_000.0, "{sheet}: {row:?}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 0, "no column of the register is printed");
}

/// What the lists of a plan hold, counted here once more.
fn by_hand(plan: &Plan) -> BTreeMap<FigureId, i64> {
    use FigureId as F;
    let count = |number: usize| i64::try_from(number).unwrap();
    let kinds = |kind| count(plan.moves.iter().filter(|one| one.kind == kind).count());
    let gaps = &plan.periods.gaps;
    let posts = plan.schools.iter().flat_map(|one| &one.teaching_posts);
    let empty: u32 = plan.unfilled.iter().map(|one| one.number).sum();
    let recruits: u32 = plan.recruits.iter().map(|one| one.number).sum();
    let half_days: u32 = plan.itinerants.iter().map(|one| one.half_days).sum();
    let places = plan.moves.iter().filter(|one| one.quota_goes);
    BTreeMap::from([
        (F::Moved, count(plan.moves.len())),
        (F::Came, count(plan.moves.len())),
        (F::Rotating, kinds(MoveKind::Rotation)),
        (F::PlacedClosing, kinds(MoveKind::Closing)),
        (F::MovedOtherwise, kinds(MoveKind::Otherwise)),
        (F::LeadersExchanged, count(plan.leaders.len())),
        (F::Posts, posts.map(|one| i64::from(one.number)).sum()),
        (F::PostsEmpty, empty.into()),
        (F::RecruitsUsed, recruits.into()),
        (F::PeriodsLacking, gaps.iter().map(|one| one.lacking).sum()),
        (F::PeriodsOpen, gaps.iter().map(|one| one.open).sum()),
        (F::MentorPairs, count(plan.mentors.len())),
        (F::Conversions, count(plan.conversions.len())),
        (F::PlacesMoved, count(places.count())),
        (F::HalfDays, half_days.into()),
        (
            F::QuotaGiven,
            plan.schools.iter().map(|one| one.quota.given).sum(),
        ),
    ])
}

#[test]
fn the_register_says_what_the_plan_holds() {
    for name in COUNTIES {
        let (checked, plan) = planned(name);
        for (key, number) in by_hand(&plan) {
            assert_eq!(plan.figure(key), Some(number), "{name}: {}", key.key());
        }
        let facts: Facts<'_> = checked.facts(&NOTHING_MORE).unwrap();
        let eligible = facts.standing.iter().filter(|one| one.counts()).count();
        let eligible = i64::try_from(eligible).unwrap();
        assert_eq!(plan.figure(FigureId::Eligible), Some(eligible));
        let share = plan
            .rules
            .iter()
            .find(|one| one.id == "rotation_share")
            .unwrap();
        let binding = share.measures.iter().find(|one| one.binds).unwrap();
        assert_eq!(plan.figure(FigureId::InShare), Some(binding.numerator));
        assert_eq!(plan.figure(FigureId::ShareBase), Some(binding.denominator));
        assert_eq!(plan.figure(FigureId::ShareNeed), binding.need);
        // What a school has too adds up to what the county has, and no part is more than the whole.
        for one in &plan.figures {
            let schools = plan.schools.iter().map(|school| school.figure(one.key));
            if let Some(sum) = schools.sum::<Option<i64>>() {
                assert_eq!(sum, one.value, "{name}: {}", one.key.key());
            }
            if let Some(whole) = one.of.and_then(|of| plan.figure(of)) {
                let same_unit = one.of.map(FigureId::unit) == Some(one.key.unit());
                let running = one.key == FigureId::InShare;
                assert!(!same_unit || running || one.value <= whole, "{one:?}");
            }
        }
    }
}

#[test]
fn every_figure_has_a_name_and_a_definition_of_its_own() {
    let mut names = BTreeSet::new();
    for key in FigureId::ALL {
        for lang in [Lang::Zh, Lang::En] {
            assert!(
                names.insert(key.text().get(lang)),
                "{} twice",
                key.text().zh
            );
            assert!(
                names.insert(key.says().get(lang)),
                "{} twice",
                key.says().zh
            );
        }
        assert!(key.says().zh.ends_with('。') && key.says().en.ends_with('.'));
        assert!(key.of() != Some(*key));
    }
    assert_eq!(FigureId::ALL.len(), FigureId::LABELS.len());
}
