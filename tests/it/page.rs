//! The page of a plan: its pictures as written down, its words in both languages, nothing from outside,
//! nothing that nobody may read, and hostile names that stay names.

use crate::patched::patched;
use lungang::domain::{Protection, Roster};
use lungang::facts::{Exemption, Facts};
use lungang::input::load_documents;
use lungang::page::page;
use lungang::plan::{Ended, FigureDoc, FigureId, Plan};
use lungang::policy::RuleBook;
use lungang::run::check;
use lungang::text::Lang;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) const SCENARIOS: [&str; 6] =
    ["alar", "anshan", "dehua", "national", "township", "zhangye"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A shipped scenario and its expected plan.
pub(crate) fn planned(name: &str) -> (Roster, RuleBook, Plan) {
    let folder = root().join("scenarios").join(name);
    let bytes = fs::read(folder.join("expected/plan.json")).unwrap();
    let checked = check(&load_documents(&[folder]).unwrap());
    let (roster, book) = checked.ready().unwrap();
    let doc = serde_json::from_slice(&bytes).unwrap();
    (roster.clone(), book.clone(), doc)
}

/// Its page.
pub(crate) fn page_of(name: &str) -> String {
    let (roster, book, doc) = planned(name);
    page(&Facts::new(&roster, &book), &doc)
}

/// The element that begins so, with its end.
pub(crate) fn element<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let from = page.find(start).unwrap_or_else(|| panic!("no {start}"));
    let rest = page.get(from..).unwrap();
    let to = rest.find(end).unwrap() + end.len();
    rest.get(..to).unwrap()
}

/// The text without what stands between these, marks included.
pub(crate) fn without(text: &str, start: &str, end: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(start) {
        kept.push_str(before);
        rest = inside.split_once(end).map_or("", |(_, after)| after);
    }
    kept + rest
}

/// Tags, in their order.
pub(crate) fn tags(html: &str) -> Vec<String> {
    let pieces = html.split('<').skip(1);
    let name = |piece: &str| {
        let end = piece.find(|c: char| !c.is_ascii_alphanumeric() && c != '/' && c != '!');
        piece.get(..end.unwrap_or(piece.len())).unwrap().to_owned()
    };
    pieces.map(name).collect()
}

pub(crate) fn golden(name: &str, element: &str) {
    let file: PathBuf = root().join("tests/golden/page").join(name);
    let lines = element.replace("><", ">\n<") + "\n";
    let written = snapbox::Data::text(lines);
    let expected = snapbox::Data::read_from(&file, Some(snapbox::data::DataFormat::Text));
    snapbox::Assert::new()
        .action_env("SNAPSHOTS")
        .eq(written, expected);
}

#[test]
fn pictures_are_as_written_down() {
    for name in ["township", "zhangye"] {
        let page = page_of(name);
        for id in [
            "map-picture",
            "districts-picture",
            "bars-county",
            "bars-balance",
        ] {
            let svg = element(&page, &format!("<svg id=\"{id}\""), "</svg>");
            golden(&format!("{name}-{id}.svg"), svg);
        }
        golden(
            &format!("{name}-heat.html"),
            element(&page, "<table class=\"heat\"", "</table>"),
        );
        golden(
            &format!("{name}-summary.html"),
            element(&page, "<section id=\"summary\"", "</section>"),
        );
    }
}

/// An officer separates words as she types.
#[test]
fn a_list_of_words_is_shown_alike_however_it_is_separated() {
    let (_, _, doc) = planned("national");
    let shown = |exempt: &str| {
        let change = format!("policy.eligibility.exempt={exempt}");
        let (roster, book) = patched("scenarios/national", &[change]);
        let page = page(&Facts::new(&roster, &book), &doc);
        assert!(page.contains("孕期、哺乳期"), "{exempt}");
        page
    };
    let usual = shown("pregnant, nursing");
    for other in ["pregnant、nursing", "pregnant，nursing"] {
        assert_eq!(shown(other), usual);
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    assert_eq!(page_of("dehua"), page_of("dehua"));
}

#[test]
fn every_picture_says_what_it_is_and_every_table_what_its_cells_are() {
    for name in SCENARIOS {
        let page = page_of(name);
        for svg in page.split("<svg ").skip(1) {
            let svg = svg.split_once("</svg>").unwrap().0;
            for part in [
                "role=\"img\"",
                "<title id=",
                "<desc id=",
                "aria-labelledby=",
            ] {
                assert!(svg.contains(part), "{name}: a picture lacks {part}");
            }
        }
        let tables = page.matches("<table").count();
        assert_eq!(tables, page.matches("<caption").count(), "{name}");
        let heads = page.matches("<th ").count();
        assert_eq!(heads, page.matches(" scope=\"").count(), "{name}");
        // Heads go down by one step at most.
        let mut last = 0;
        for tag in tags(&page)
            .iter()
            .filter(|tag| ["h1", "h2", "h3", "h4"].contains(&tag.as_str()))
        {
            let level: u32 = tag.trim_start_matches('h').parse().unwrap();
            assert!(level <= last + 1, "{name}: {tag} after h{last}");
            last = level;
        }
    }
}

/// The words that somebody reads who chose Chinese.
pub(crate) fn chinese(page: &str) -> String {
    let mut text = page.to_owned();
    for (start, end) in [
        ("<style>", "</style>"),
        ("<script>", "</script>"),
        ("<span class=\"en\"", "</span>"),
        ("<text class=\"en\"", "</text>"),
        ("<title", "</title>"),
        ("<desc", "</desc>"),
        ("<code>", "</code>"),
    ] {
        text = without(&text, start, end);
    }
    without(&text, "<", ">")
}

#[test]
fn no_key_is_left_untranslated() {
    for name in SCENARIOS {
        let (roster, book, doc) = planned(name);
        let page = page(&Facts::new(&roster, &book), &doc);
        // What a policy says of its sources is shown as it stands there.
        let values = book.rules.values().flat_map(|rule| rule.values.values());
        let words = values.fold(chinese(&page), |words, value| {
            words.replace(&value.source, "")
        });
        let is_key = |word: &&str| {
            let inner = word.trim_matches('_');
            inner.contains('_') && inner.chars().any(|c| c.is_ascii_lowercase())
        };
        let keys: Vec<&str> = words
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .filter(is_key)
            .collect();
        assert!(keys.is_empty(), "{name}: {keys:?}");
        assert!(
            !words.contains(['{', '}']),
            "{name}: a fact is not filled in"
        );
        assert!(!page.contains("见条文"), "{name}: a value has no words");
        // Both languages say as much.
        assert_eq!(
            page.matches("class=\"zh\"").count(),
            page.matches("class=\"en\"").count(),
            "{name}"
        );
    }
}

/// What browsers of 2012 do not know.
const NEWER_SCRIPT: &[&str] = &[
    "=>",
    "`",
    "const ",
    "let ",
    "class ",
    "?.",
    "??",
    "...",
    "async",
    "await",
    ".includes(",
    ".forEach(",
    "Array.from",
    ".closest(",
    "Object.assign",
    "Promise",
    "fetch(",
    "XMLHttpRequest",
    "innerHTML",
    "eval(",
    "padStart",
    ".append(",
    ".remove()",
    "**",
];
const NEWER_STYLE: &[&str] = &[
    ":has(",
    "display: grid",
    " gap:",
    "row-gap",
    "inset:",
    ":is(",
    ":where(",
    "var(",
    "clamp(",
];

#[test]
fn the_page_fetches_nothing_and_its_script_is_one_that_old_browsers_know() {
    let page = page_of("township");
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'"));
    for word in [
        " src=", "url(", "@import", "<link", "<iframe", "<base", "<form", "srcset",
    ] {
        assert!(!page.contains(word), "the page has {word}");
    }
    let links = page.split(" href=\"").skip(1);
    assert!(links.clone().count() > 5 && links.clone().all(|rest| rest.starts_with('#')));
    let style = element(&page, "<style>", "</style>");
    let script = page
        .split("<script>")
        .skip(1)
        .map(|rest| rest.split_once("</script>").unwrap().0);
    let script: String = script.collect();
    for text in [style, script.as_str()] {
        for word in ["http:", "https:", "ws:", "//"] {
            assert!(!text.contains(word), "{word} names something outside");
        }
    }
    for word in NEWER_SCRIPT {
        assert!(!script.contains(word), "the script uses {word}");
    }
    for word in NEWER_STYLE {
        assert!(!style.contains(word), "the style uses {word}");
    }
}

/// Why somebody is spared is nobody's business but hers; a count in a small county names somebody too.
#[test]
fn nothing_is_told_of_what_protects_people_or_where_they_live() {
    for name in SCENARIOS {
        let (roster, book, doc) = planned(name);
        let page = page(&Facts::new(&roster, &book), &doc);
        let teachers = element(&page, "<section id=\"teachers\"", "</section>");
        let cards = element(&page, "<section id=\"cards\"", "</section>");
        let reasons = Protection::ALL.iter().map(|one| one.text());
        let reasons = reasons.chain(Exemption::ALL.iter().map(|one| one.text()));
        for reason in reasons {
            for part in [teachers, cards] {
                assert!(!part.contains(reason.zh), "{name}: {}", reason.zh);
            }
        }
        for rule in doc
            .rules
            .iter()
            .filter(|rule| rule.id == "protected_teachers")
        {
            for one in &rule.measures {
                let told = format!(
                    "{}</span> {}/{}",
                    one.name.get(Lang::En),
                    one.numerator,
                    one.denominator
                );
                assert!(!page.contains(&told), "{name}: {told}");
            }
        }
        for (longitude, latitude) in roster.teachers.iter().filter_map(|one| one.home) {
            for degree in [longitude, latitude] {
                assert!(!page.contains(&degree.to_string()), "{name}: a home");
            }
        }
    }
}

#[test]
fn an_unproved_plan_says_so_loudly() {
    let (roster, book, mut doc) = planned("township");
    let facts = Facts::new(&roster, &book);
    assert!(!page(&facts, &doc).contains("role=\"alert\""));
    doc.outcome.ended = Some(Ended::OutOfTime);
    let page = page(&facts, &doc);
    assert!(element(&page, "<p class=\"box loud\" role=\"alert\"", "</p>").contains("未证明最优"));
}

#[test]
fn without_coordinates_there_is_no_map_but_the_table_stays() {
    let (mut roster, book, doc) = planned("township");
    for school in &mut roster.schools {
        school.place = None;
        school.district = None;
        school.township = None;
    }
    let page = page(&Facts::new(&roster, &book), &doc);
    assert!(!page.contains("map-picture") && page.contains("没有填写经纬度，略去地图"));
    assert!(
        element(&page, "<section id=\"map\"", "</section>").contains("<td class=\"num\">1</td>")
    );
    // Then the flow chart goes by area.
    assert!(element(&page, "<svg id=\"districts-picture\"", "</svg>").contains("镇区"));
}

#[test]
fn subsidies_and_schools_that_close_are_in_the_summary() {
    let (mut roster, book, mut doc) = planned("township");
    let to = roster.find_school(&doc.moves[0].to).unwrap();
    let there = doc.moves.iter().filter(|one| one.to == doc.moves[0].to);
    let there = i64::try_from(there.count()).unwrap();
    roster.schools[to.0].subsidy = Some(300);
    roster.schools[0].closing = true;
    doc.figures = vec![
        FigureDoc::new(FigureId::SubsidyPeople, there, None),
        FigureDoc::new(FigureId::SubsidyYuan, there * 3600, None),
    ];
    let page = page(&Facts::new(&roster, &book), &doc);
    let summary = element(&page, "<section id=\"summary\"", "</section>");
    let paid = format!("派往有补贴学校的{there}人，每年合计{}元", there * 3600);
    assert!(summary.contains(&paid), "{summary}");
    assert!(summary.contains("新学年撤并的学校："));
    assert!(element(&page, "<section id=\"cards\"", "</section>").contains("✘ "));
}
