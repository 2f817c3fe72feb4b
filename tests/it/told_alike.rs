//! What is told at two places, or before and after, is the same: why a post stays empty, and what leading a class
//! would take off the loads.

use crate::annex::shipped;
use lungang::decide::{decide, written};
use lungang::facts::Facts;
use lungang::facts::people::State;
use lungang::facts::values::teaching_posts::{FORM_TEACHER, FormTeacher};
use lungang::plan::{FigureId, balance_doc, everybody};
use lungang::report::{school_answer, teacher_answer};
use lungang::rules::build;
use lungang::solve::{Options, Silent};
use lungang::study::{explain_school, explain_teacher};
use lungang::text::Lang;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

#[test]
fn what_leading_a_class_would_take_off_is_what_the_switch_then_takes_off() {
    let mut told = 0;
    for name in SCENARIOS {
        let (checked, _) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let facts = Facts::new(roster, book);
        let now = balance_doc(&facts);
        let capacity = |lines: &[lungang::plan::BalanceLineDoc]| -> i64 {
            lines.iter().map(|one| one.capacity).sum()
        };
        for setting in [FormTeacher::Off, FormTeacher::Half, FormTeacher::Own] {
            let mut other = book.clone();
            other.choose(FORM_TEACHER, setting);
            let then = balance_doc(&Facts::new(roster, &other));
            let forecast = match setting {
                FormTeacher::Off => 0,
                FormTeacher::Half => now.form_teachers.half,
                FormTeacher::Own => now.form_teachers.own,
            };
            assert_eq!(then.form_teachers.taken, forecast, "{name} {setting:?}");
            let less = capacity(&now.county) - capacity(&then.county);
            let at = format!("{name} {setting:?}");
            assert_eq!(less, forecast - now.form_teachers.taken, "{at}: capacity");
            told += forecast;
        }
    }
    assert!(told > 0);
}

#[test]
fn an_explanation_of_an_empty_post_counts_everybody_who_could_take_it() {
    let mut able = 0;
    for name in ["dehua", "zhangye"] {
        let (checked, _) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let (facts, options) = (Facts::new(roster, book), Options::default());
        let decided = decide(&facts, &options, false, &Silent).unwrap();
        let plan = decided.plan().unwrap();
        for school in roster.school_nos() {
            let answer = explain_school(&facts, plan, school, &options).unwrap();
            let words = school_answer(&answer, None, Lang::Zh);
            for post in &answer.empty {
                let held: usize = post.held.values().map(Vec::len).sum();
                let all = post.here.len() + held + post.free_number;
                assert_eq!(post.able, i64::try_from(all).unwrap(), "{name}: {words}");
                assert!(words.contains(post.why.text().zh), "{name}: {words}");
                able += post.able;
            }
        }
    }
    assert!(able > 0, "no empty post that somebody could take");
}

#[test]
fn no_two_figures_of_periods_bear_one_name_and_like_is_shown_beside_like() {
    let names = [
        FigureId::PeriodsLacking.text().zh,
        FigureId::PeriodsOpen.text().zh,
        "学科岗位内缺的周课时",
    ];
    for (no, one) in names.iter().enumerate() {
        assert!(
            names
                .iter()
                .enumerate()
                .all(|(at, other)| at == no || !one.contains(other))
        );
    }
    for name in SCENARIOS {
        let (checked, _) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let facts = Facts::new(roster, book);
        let options = Options::default();
        let decided = decide(&facts, &options, false, &Silent).unwrap();
        let plan = decided.plan().unwrap();
        let (doc, _) = written(&build(&facts, false), plan, &[], &options).unwrap();
        let before = |key| doc.figure_doc(key).and_then(|one| one.before);
        assert!(before(FigureId::PeriodsLacking).is_some(), "{name}");
        // What is open after shared lessons has no value before anything is shared.
        assert!(before(FigureId::PeriodsOpen).is_none(), "{name}");
    }
}

#[test]
fn whoever_may_hold_no_post_is_called_movable_nowhere_and_whoever_has_none_is_told_why() {
    let (mut barred, mut without) = (0, 0);
    for name in ["township", "zhangye"] {
        let (checked, _) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let (facts, options) = (Facts::new(roster, book), Options::default());
        let decided = decide(&facts, &options, false, &Silent).unwrap();
        let plan = decided.plan().unwrap();
        let all = everybody(&facts, &plan.placement);
        for who in roster.teacher_nos() {
            let teacher = roster.teacher(who);
            let unfit = !teacher.is_fit_to_teach();
            let person = all.iter().find(|one| one.teacher == teacher.id).unwrap();
            if !(unfit || (person.why.is_some() && without == 0)) {
                continue;
            }
            let answer = explain_teacher(&facts, plan, who, &options).unwrap();
            let words = teacher_answer(&answer, Lang::Zh);
            assert_eq!(answer.person.as_ref(), Some(person), "{name}");
            if unfit && !facts.must_leave(who) {
                assert!(!answer.movable && !answer.eligible, "{words}");
                assert!(
                    words.contains("不得调整") && !words.contains("师德"),
                    "{words}"
                );
                barred += 1;
            }
            if let Some(why) = &person.why {
                // Heads of section without a post have an office, and are told why all the same.
                let idle = person.state == State::NoPost;
                assert_eq!(words.contains("去向：无岗（富余）"), idle, "{words}");
                assert!(words.contains(&*why.says().zh), "{words}");
                without += usize::from(!unfit);
            }
        }
    }
    assert!(barred > 0 && without > 0, "{barred} {without}");
}
