//! A limit is a limit and a stop is a stop: nothing goes on beyond it, and nothing is told as known that was not
//! reached.

use lungang::decide::{Decision, built, conflict, covered, decide, given, no_plan, repairs};
use lungang::domain::{NOTHING_MORE, Question};
use lungang::facts::values;
use lungang::input::load_documents;
use lungang::plan::{Ended, Plan, Reason};
use lungang::report;
use lungang::rules::{build, card};
use lungang::run::{Answer, check, solve};
use lungang::solve::{Options, Progress, Silent, Until, Watch};
use lungang::study::{StudyWatch, all_prices, explain_rule, frontier, horizon, reserves};
use lungang::text::Lang;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

/// Every command that solves, on a small county.
pub(crate) const COMMANDS: [&str; 11] = [
    "plan scenarios/township --out {out}",
    "plan scenarios/township --out {out} --allow-unproved",
    "plan scenarios/township --out {out} --set rules.rotation_share.at_least=90% --set rules.leavers_cap.at_most=5%",
    "plan scenarios/township --out {out} --withstand 2",
    "explain scenarios/township scenarios/township/expected/plan.json --teacher T00047",
    "explain scenarios/dehua scenarios/dehua/expected/plan.json --school S004",
    "explain scenarios/township scenarios/township/expected/plan.json --rule rotation_share",
    "explain scenarios/township scenarios/township/expected/plan.json --prices",
    "frontier scenarios/township --vary rules.rotation_share.at_least=5%..15%/3",
    "frontier scenarios/township --vary rules.rotation_share.at_least=5%..15%/3 --alternatives",
    "horizon scenarios/township --years 3",
];

/// A folder of its own for what a command writes.
pub(crate) fn out(name: &str) -> PathBuf {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("limits")
        .join(name);
    drop(std::fs::remove_dir_all(&out));
    std::fs::create_dir_all(&out).unwrap();
    out
}

fn run(words: &str, limit: &str) -> Output {
    let out = out(limit);
    let words = words.replace("{out}", &out.display().to_string());
    Command::new(env!("CARGO_BIN_EXE_lungang"))
        .args(words.split_whitespace())
        .args(["--time-limit", limit, "--lang", "zh"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

#[test]
fn without_any_time_every_command_says_that_it_was_stopped() {
    for words in COMMANDS {
        let done = run(words, "0");
        let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(4), "{words}: {said}");
        assert!(said.contains("中途停止"), "{words}: {said}");
        let claims = [
            "没有一种放宽可以换来方案",
            "被支配",
            "已证明最优。",
            "均已求解）",
            "经得起",
        ];
        for claim in claims {
            assert!(!said.contains(claim), "{words}: {claim} in {said}");
        }
    }
}

#[test]
fn a_limit_beyond_all_clocks_is_none() {
    let a_year = 365 * 24 * 3600;
    assert_eq!(run(COMMANDS[0], &a_year.to_string()).status.code(), Some(0));
    let beyond = run(COMMANDS[0], &u64::MAX.to_string());
    assert_eq!(beyond.status.code(), Some(2));
    assert!(Until::after(Some(Duration::MAX)).left().is_none());
}

/// Asks to stop as soon as this goal is begun.
struct StopAt(usize, Until);

impl Watch for StopAt {
    fn heard(&self, news: Progress) {
        if news.number >= self.0 {
            self.1.stop();
        }
    }
}

#[test]
fn what_was_found_before_a_stop_is_kept_with_its_bounds() {
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township");
    let checked = check(&load_documents(&[scenario]).unwrap());
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let mut kept = 0;
    let mut goal = 0;
    loop {
        goal += 1;
        let options = Options::default();
        let watch = StopAt(goal, options.until.clone());
        let decision = decide(&facts, &options, true, &watch).unwrap();
        if !options.until.has_cut() {
            assert!(decision.plan().unwrap().outcome.ended.is_proved());
            break;
        }
        match decision {
            Decision::Plan(plan) => {
                kept += 1;
                assert!(plan.judged.holds());
                assert!(!plan.outcome.ended.is_proved());
                for one in &plan.outcome.goals {
                    assert!(one.bound <= one.value, "{one:?} when stopped at {goal}");
                }
            }
            Decision::Stopped(ended) => assert!(!ended.is_settled(), "{ended:?}"),
            Decision::NoPlan => panic!("a stop is no proof"),
        }
    }
    assert!(kept > 0, "no stop left a plan");
}

#[test]
fn once_stopped_nothing_more_is_built_or_solved_and_every_part_of_an_answer_says_so() {
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township");
    let documents = load_documents(&[scenario]).unwrap();
    let checked = check(&documents);
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let free = Options::default();
    let Decision::Plan(plan) = decide(&facts, &free, false, &Silent).unwrap() else {
        panic!("the county has a plan");
    };
    let options = Options::default();
    options.until.stop();
    assert!(built(&facts, false, &options).is_none());
    let all = all_prices(&build(&facts, false), &plan, &options).unwrap();
    let steps = all.excluding.iter().map(|(.., step)| step.price.ended);
    let ends = all.prices.iter().map(|one| one.looser.ended).chain(steps);
    let ends: Vec<Ended> = ends.collect();
    assert!(ends.len() > 10 && ends.iter().all(|end| *end == Ended::NotTried));
    let rule = explain_rule(&facts, &plan, values::rotation_share::RULE, &options);
    assert!(rule.unwrap().unwrap().unfinished);
    let vary = ["rules.rotation_share.at_least=5%..15%/3".parse().unwrap()];
    let curve = frontier(&documents, &vary, false, &options, &Deaf).unwrap();
    let ends = curve.points.iter().map(|one| one.ended);
    assert!(ends.eq([Some(Ended::NotTried); 3]));
    assert!(!curve.points.iter().any(|one| one.dominated || one.knee));
    assert!(repairs(&facts, &options, &Silent).unwrap().is_empty());
    assert!(conflict(&facts, &options, &Silent).unwrap().is_none());
    // A plan that was found before is kept, and says that nothing was decided besides.
    let whole = covered(&facts, &plan, &options).unwrap();
    assert_eq!(whole.outcome.ended, Ended::OutOfTime);
    assert_eq!(whole.placement.moves, plan.placement.moves);
    assert_eq!(options.until.solves(), 0);
    // Nor does any word say that something was proved: neither that there is no plan, nor that nothing is needed.
    let reserves = reserves(&facts, &plan, &options).unwrap();
    let years = horizon(&documents, 3, &options, &Deaf).unwrap();
    assert!(!years.is_settled() && years.years.iter().all(|year| year.undecided.unfinished));
    let texts = [
        report::prices(&all, Lang::Zh),
        report::replan(&[], Some(&reserves), Lang::Zh),
        report::horizon(&years, Lang::Zh),
        report::frontier(&curve, Lang::Zh),
    ];
    for text in texts {
        assert!(text.contains("中途停止"), "{text}");
        for claim in [
            "不存在",
            "没有这个人",
            "不需要别人",
            "也都成立",
            "该年没有",
            "没有变动",
        ] {
            assert!(!text.contains(claim), "{claim}: {text}");
        }
    }
    assert!(options.until.has_cut());
}

/// Hears nothing of a study.
struct Deaf;

impl Watch for Deaf {
    fn heard(&self, _: Progress) {}
}

impl StudyWatch for Deaf {
    fn done(&self, _: &str, _: Option<Ended>) {}
}

/// Counties in which something is decided beside who goes where.
const BESIDE: [&str; 3] = ["township", "dehua", "national"];

#[test]
fn a_plan_that_was_stopped_is_written_at_once_and_says_what_was_not_reached() {
    for county in BESIDE {
        let scenario = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("scenarios")
            .join(county);
        let checked = check(&load_documents(&[scenario]).unwrap());
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        let options = Options::default();
        let Ok(Answer::Plan(solved)) = solve(&facts, &options, true, &Silent) else {
            panic!("{county} has a plan");
        };
        let solves = options.until.solves();
        options.until.stop();
        // The auditor accepts it: what is said not to be reckoned is no lie.
        let plan = solved.accepted(&checked, &options).unwrap();
        assert_eq!(options.until.solves(), solves, "{county}");
        assert!(options.until.has_cut());
        let doc = &plan.doc;
        assert_eq!(doc.outcome.ended, Some(Ended::Proved), "{county}");
        assert_eq!(doc.outcome.present, Some(Ended::OutOfTime));
        assert!(!doc.outcome.undecided.is_empty(), "{county}");
        assert!(!doc.moves.is_empty());
        for one in &doc.moves {
            let not_reached = (&[Reason::NotReached][..], &None);
            assert_eq!((&one.reasons[..], &one.loss), not_reached);
        }
        // All of it is said, in the words of the policy.
        let summary = report::summary(doc, Lang::Zh);
        let rules = doc.outcome.undecided.iter().filter_map(|id| card(id));
        let rules = rules.map(|card| card.title.get(Lang::Zh));
        let number = format!("中途停止：{}人的调整理由没有核算", doc.moves.len());
        for words in rules.chain([number.as_str(), "按最合适的人先任课估计"]) {
            assert!(
                summary.contains(words),
                "{county}: {words} not in {summary}"
            );
        }
        // Whoever asks about it when there is no time gets the auditor's figures, as unproved.
        let known = given(&facts, doc, &options).unwrap().unwrap();
        assert_eq!(known.outcome.ended, Ended::OutOfTime);
        for (one, proved) in known
            .outcome
            .of_policy()
            .zip(solved.decided.outcome.of_policy())
        {
            assert_eq!(
                (one.goal, one.value, one.bound),
                (proved.goal, proved.value, None)
            );
        }
    }
}

#[test]
fn that_no_plan_withstands_so_many_is_no_word_about_fewer_once_it_is_time_to_stop() {
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township");
    let checked = check(&load_documents(&[scenario]).unwrap());
    let question = Question {
        withstand: 40,
        ..Question::default()
    };
    let facts = checked.facts(&question).unwrap();
    let options = Options::default();
    options.until.stop();
    let why = no_plan(&facts, &options, &Silent).unwrap();
    assert!(why.unfinished);
    assert_eq!(why.refusals, Some(40));
    assert!(why.withstands.is_none());
    let says = report::no_plan(&why, Lang::Zh);
    assert!(
        says.contains("中途停止，能经得起较少人退出的方案尚未求出"),
        "{says}"
    );
}

#[test]
fn what_takes_no_time_is_reckoned_when_there_is_time() {
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township");
    let text = std::fs::read(scenario.join("expected/plan.json")).unwrap();
    let doc: Plan = serde_json::from_slice(&text).unwrap();
    assert_eq!(
        (doc.outcome.present, doc.outcome.undecided.len()),
        (None, 0)
    );
    assert!(!report::summary(&doc, Lang::Zh).contains("中途停止"));
}
