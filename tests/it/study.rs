//! Scenarios that change another, and studies: what is changed is read like everything else, the same
//! study gives the same bytes, and what is wrong in it is told with the nearest right name.

use crate::by_name::ByName;
use crate::input::facts_fill_the_words;
use lungang::finding::{Code, Findings};
use lungang::input::{Documents, Edit, load_documents, read_documents};
use lungang::run;
use std::fs;
use std::path::{Path, PathBuf};

/// Kinds of finding that need more than one folder to show.
pub(crate) fn plants(id: &str) -> bool {
    ["I811", "I812", "I813"].contains(&id)
}

pub(crate) fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder of its own with these files.
pub(crate) fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("study")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    for (path, text) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let base = root("scenarios/township").display().to_string();
        fs::write(file, text.replace("BASE", &base)).unwrap();
    }
    folder
}

pub(crate) fn load(path: &Path) -> Documents {
    load_documents(&[path.to_owned()]).unwrap()
}

fn codes(findings: &Findings) -> Vec<&'static str> {
    let told = findings.0.iter();
    told.filter(|one| one.severity != lungang::finding::Severity::Note)
        .map(|one| one.code.id)
        .collect()
}

fn found(findings: &Findings, id: &str) -> &'static Code {
    let one = findings.0.iter().find(|one| one.code.id == id);
    let one = one.unwrap_or_else(|| panic!("{id} not found: {findings:#?}"));
    facts_fill_the_words(one);
    one.code
}

#[test]
fn a_scenario_based_on_another_changes_cells_rules_and_decisions() {
    let here = folder(
        "layers",
        &[
            (
                "one/scenario.toml",
                "title = \"第一步\"\nbase = \"BASE\"\n[changes.rules.rotation_share]\nat_least = \"12%\"\n\
                 [[changes.add.bans]]\nteacher = \"T00001\"\nreason = \"手术\"\nauthor = \"人事股\"\n",
            ),
            (
                "two.toml",
                "title = \"第二步\"\nbase = \"one\"\nlottery_seed = \"2027\"\n[changes.schools.\"*\"]\nbeds = \"+2\"\n\
                 [[waivers]]\nrule = \"leavers_cap\"\nabout = \"S001\"\namount = 1\nreason = \"试行\"\nauthor = \"局务会\"\n",
            ),
        ],
    );
    let base = run::check(&load(&root("scenarios/township")));
    let checked = run::check(&load(&here.join("two.toml")));
    assert_eq!(codes(&checked.findings), codes(&base.findings));
    let (was, is) = (base.ready().unwrap(), checked.ready().unwrap());
    assert_eq!(is.0.county.title_zh, "第二步");
    assert_eq!(is.0.lottery_seed, "2027");
    assert_eq!(is.0.bans.len(), was.0.bans.len() + 1);
    assert_eq!(is.0.waivers.len(), 1);
    for (was, is) in was.0.schools.iter().zip(&is.0.schools) {
        assert_eq!(is.beds, was.beds + 2);
    }
    let share = is.1.share("rotation_share", "at_least");
    assert_eq!((share.numer(), share.denom()), (3, 25));
    // As one workbook it is the same scenario.
    let book = run::one_workbook(&load(&here.join("two.toml")), lungang::text::Lang::Zh).unwrap();
    let file = here.join("two.xlsx");
    fs::write(&file, book).unwrap();
    let again = run::check(&load(&file));
    let again = again.ready().unwrap();
    let bare = |roster: &lungang::domain::Roster| {
        let mut roster = roster.clone();
        roster
            .bans
            .iter_mut()
            .for_each(|one| one.place = lungang::finding::Place::default());
        roster
            .pins
            .iter_mut()
            .for_each(|one| one.place = lungang::finding::Place::default());
        for one in &mut roster.waivers {
            one.place = lungang::finding::Place::default();
            one.about_place = lungang::finding::Place::default();
        }
        roster
    };
    assert_eq!(bare(again.0), bare(is.0));
    assert_eq!(again.1.share("rotation_share", "at_least"), share);
}

#[test]
fn what_is_wrong_with_a_base_is_told_with_the_nearest_name() {
    let here = folder(
        "bases",
        &[
            ("one.toml", "title = \"一\"\nbase = \"two.toml\"\n"),
            ("two.toml", "title = \"二\"\nbase = \"one.toml\"\n"),
            ("typo.toml", "title = \"三\"\nbase = \"tow.toml\"\n"),
        ],
    );
    let circle = read_documents(&load(&here.join("one.toml")));
    found(&circle.findings, "I811");
    assert!(circle.roster.is_none());
    let typo = read_documents(&load(&here.join("typo.toml")));
    found(&typo.findings, "I812");
    let words = typo.findings.0[0].says(lungang::text::Lang::Zh);
    assert!(words.contains("two.toml"), "{words}");
    let out_of_range: Edit = "rules.rotation_share.at_least=lots".parse().unwrap();
    let mut documents = load(&root("scenarios/township"));
    documents.edits.push(out_of_range);
    let checked = run::check(&documents);
    assert!(checked.findings.has_errors());
    let idle: Edit = "rules.rotation_share.force=must".parse().unwrap();
    let mut documents = load(&root("scenarios/township"));
    documents.edits.push(idle);
    found(&run::check(&documents).findings, "I806");
    let unknown: Edit = "rotaton_share.at_least=12%".parse().unwrap();
    let mut documents = load(&root("scenarios/township"));
    documents.edits.push(unknown);
    let told = run::check(&documents).findings;
    let near = told.0.iter().any(|one| {
        one.says(lungang::text::Lang::En)
            .contains("did you mean \"rotation_share\"")
    });
    assert!(near, "{told:#?}");
    assert!("beds".parse::<Edit>().is_err());
}

#[cfg(feature = "solver")]
mod solved {
    use super::{folder, load, root};
    use crate::night::by_night;
    use calamine::{Reader, Xlsx, open_workbook_from_rs};
    use lungang::annex::{comparison_book, frontier_book};
    use lungang::plan::{Ended, FigureId};
    use lungang::policy::GoalId;
    use lungang::run::{self};
    use lungang::solve::{Options, Progress, Watch};
    use lungang::study::{Compared, Comparison, StudyWatch};
    use lungang::text::Lang;
    use std::io::Cursor;
    use std::path::Path;

    struct Nobody;

    impl Watch for Nobody {
        fn heard(&self, _: Progress) {}
    }

    impl StudyWatch for Nobody {
        fn done(&self, _: &str, _: Option<Ended>) {}
    }

    /// The sheets of a workbook as words.
    fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<String>>)> {
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        let read = |name: String| {
            let range = book.worksheet_range(&name).unwrap();
            let row = |row: &[calamine::Data]| row.iter().map(ToString::to_string).collect();
            (name, range.rows().map(row).collect())
        };
        names.into_iter().map(read).collect()
    }

    /// A county whose plan moves more than the share asks for, since it asks for little.
    fn county() -> std::path::PathBuf {
        let less = format!(
            "title = \"少要求\"\nbase = \"{}\"\n[changes.rules.rotation_share]\nat_least = \"2%\"\n",
            root("scenarios/zhangye").display()
        );
        folder("study-base", &[("less.toml", &less)]).join("less.toml")
    }

    /// What the study below asks of the county as it is planned.
    struct Asked {
        /// Her posting is new: that she may not go changes letters.
        mover: String,
        /// Counted in the share, of whom, and how many must.
        share: (i64, i64, i64),
    }

    /// More count in the share than must: that one more must, or all who do, changes nobody's letter.
    /// That one of them may not go does.
    fn asked() -> Asked {
        let documents = load(&county());
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("study/asked");
        let doc = crate::road::planned(&documents, &out).doc;
        let figure = |id: FigureId| doc.figure(id).unwrap();
        let [counted, base, need] =
            [FigureId::InShare, FigureId::ShareBase, FigureId::ShareNeed].map(figure);
        assert!(need < counted, "{need} of {counted}");
        Asked {
            mover: doc.moves[0].teacher.clone(),
            share: (counted, base, need),
        }
    }

    fn study(asked: &Asked) -> String {
        let (counted, base, need) = asked.share;
        format!(
            "title = {{ zh = \"比较\", en = \"Study\" }}\nbase = \"{}\"\n\
             [[scenario]]\nkey = \"same\"\n\
             [[scenario]]\nkey = \"spare\"\nchanges.rules.rotation_share.at_least = \"{}/{base}\"\n\
             [[scenario]]\nkey = \"share\"\ntitle = \"比例提高\"\n\
             changes.rules.rotation_share.at_least = \"{counted}/{base}\"\n\
             [[scenario]]\nkey = \"stays\"\n[[scenario.changes.add.bans]]\nteacher = \"{}\"\n\
             reason = \"手术\"\nauthor = \"局务会\"\n\
             [[scenario]]\nkey = \"typo\"\nchanges.\"rules.rotaton_share.at_least\" = \"30%\"\n\
             [[scenario]]\nkey = \"impossible\"\nchanges.rules.rotation_share.at_least = \"100%\"\n\
             changes.rules.leavers_cap.at_most = \"0%\"\nchanges.rules.leavers_cap.force = \"must\"\n\
             [[scenario]]\nkey = \"nobody\"\nchanges.recruits.\"*\".number = 0\n",
            county().display(),
            need + 1,
            asked.mover
        )
    }

    #[test]
    fn the_same_study_gives_the_same_bytes_and_one_failure_stops_nobody() {
        let asked = asked();
        let here = folder("study", &[("study.toml", &study(&asked))]);
        let solve = |threads: usize| {
            let study = run::load_study(&here).unwrap();
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
            let compared = pool.build().unwrap().install(|| {
                lungang::study::compare_study(&study, &Options::default(), &Nobody).unwrap()
            });
            (serde_json::to_string(&compared).unwrap(), compared)
        };
        let (one, compared) = solve(1);
        assert_eq!(one, solve(2).0);
        assert_eq!(one, solve(2).0);
        let ended: Vec<_> = compared.variants.iter().map(|one| one.ended).collect();
        let (proved, none) = (Some(Ended::Proved), Some(Ended::NoPlanExists));
        assert_eq!(ended, [proved, proved, proved, proved, None, none, proved]);
        for (no, rules) in [
            (0, &[][..]),
            (1, &["rotation_share"]),
            (2, &["rotation_share"]),
        ] {
            let same = compared.variants[no].differences.as_ref().unwrap();
            assert!(same.letters.is_empty() && same.schools.is_empty(), "{no}");
            assert!(same.goals.values().all(|by| *by == 0), "{no}");
            assert_eq!(same.rules, rules, "{no}");
        }
        let of = |one: &Compared| {
            let figures = one.figures.as_ref().unwrap();
            let goals = figures.goals.iter();
            let goals = goals.filter(|one| one.goal != GoalId::Letters);
            let mut rules = figures.rules.iter();
            let share = rules.find(|one| one.rule == "rotation_share").unwrap();
            let values: Vec<i64> = goals.map(|one| one.value).collect();
            (values, (share.need, share.actual))
        };
        let [spare, share, stays] = [1, 2, 3].map(|no| of(&compared.variants[no]));
        let base = of(&compared.base);
        let (counted, _, need) = asked.share;
        let needs = [need, need + 1, counted];
        assert_eq!(
            [base.1, spare.1, share.1],
            needs.map(|need| (need, counted))
        );
        assert!(base.0 <= stays.0, "who may not go makes nothing better");
        let letters = &compared.variants[3].differences.as_ref().unwrap().letters;
        let hers = letters
            .iter()
            .find(|one| one.teacher == asked.mover)
            .unwrap();
        assert!(hers.was.is_some() && hers.now.is_none(), "{hers:?}");
        assert!(compared.variants[4].findings.has_errors());
        // Who is not hired is missing somewhere.
        let nobody = compared.variants[6].differences.as_ref().unwrap();
        let fewer = nobody.schools.iter().map(|one| one.heads);
        assert!(fewer.clone().any(|[was, now]| now < was), "{nobody:?}");
        in_a_workbook(&compared);
        assert_eq!(
            comparison_book(&compared, Lang::Zh).unwrap(),
            comparison_book(&solve(1).1, Lang::Zh).unwrap()
        );
    }

    /// A row for the base and each scenario; sheets for whatever changes.
    fn in_a_workbook(compared: &Comparison) {
        let all = sheets(&comparison_book(compared, Lang::Zh).unwrap());
        let names: Vec<&str> = all.iter().map(|one| one.0.as_str()).collect();
        assert_eq!(
            names,
            ["情景总表", "规定比较", "学校变动", "人员变动", "技术附表"]
        );
        // Title, who and when, heads.
        let overview: Vec<&Vec<String>> = all[0].1.iter().skip(3).take(7).collect();
        let first: Vec<&str> = overview.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(first[..4], ["基础情景", "same", "spare", "share 比例提高"]);
        assert!(overview[6][1].contains("不存在"), "{overview:?}");
        let stays = compared.variants[3].differences.as_ref().unwrap();
        let listed = all[3].1.iter().filter(|row| row[0] == "stays");
        let changed = stays.letters.iter().map(|one| one.teacher.as_str());
        assert!(listed.map(|row| row[1].as_str()).eq(changed));
        let english = sheets(&comparison_book(compared, Lang::En).unwrap());
        assert_eq!(english.len(), all.len());
    }

    #[test]
    fn a_curve_marks_what_is_dominated_and_its_alternatives_are_as_good() {
        let documents = load(&root("scenarios/national"));
        // The higher the share, the longer a plan takes.
        let (top, number) = by_night((16, 6), (32, 12));
        let varied = format!("rules.rotation_share.at_least=10%..{top}%/{number}");
        let varied = [varied.parse().unwrap()];
        let curve =
            lungang::study::frontier(&documents, &varied, true, &Options::default(), &Nobody)
                .unwrap();
        let ended: Vec<_> = curve.points.iter().map(|one| one.ended).collect();
        assert_eq!(ended, vec![Some(Ended::Proved); number]);
        let shown: Vec<String> = curve
            .points
            .iter()
            .map(|one| one.shown.join(", "))
            .collect();
        assert_eq!(
            (shown[0].as_str(), shown[number - 1].clone()),
            ("10%", format!("{top}%"))
        );
        let values = |no: usize| {
            let goals = &curve.points[no].figures.as_ref().unwrap().goals;
            let of_policy = goals.iter().filter(|one| one.goal.key() != "letters");
            of_policy.map(|one| one.value).collect::<Vec<_>>()
        };
        assert!(
            values(0) < values(number - 1),
            "asking for more costs something"
        );
        assert!(curve.points.iter().any(|one| one.dominated));
        // A point that costs no more than one which asks less makes that one needless.
        for no in 0..number - 1 {
            let needless = (no + 1..number).any(|more| values(more) == values(no));
            assert_eq!(curve.points[no].dominated, needless, "{no}");
            assert!(
                values(no) <= values(no + 1),
                "asking for more cannot be better"
            );
        }
        assert_eq!(curve.points.iter().filter(|one| one.knee).count(), 1);
        assert!(curve.points.iter().all(|one| one.alternative.is_some()));
        let all = sheets(&frontier_book(&curve, Lang::Zh).unwrap());
        let points = all[0].1.iter().skip(3).take(number);
        let written: Vec<&str> = points.clone().map(|row| row[0].as_str()).collect();
        assert_eq!(written, shown);
        assert_eq!(
            points
                .filter(|row| row.iter().any(|cell| cell.contains("拐点")))
                .count(),
            1
        );
    }
}
