//! The balance before anything is decided: reckoned here once more from the rows of the tables; what is asked before
//! planning; and why each post stays empty.

use crate::accounted::planned;
use crate::annex::sheets;
use crate::patched::changed;
use lungang::annex::{Annex, plan_book};
use lungang::domain::{NOTHING_MORE, Roster, Stage, Status, Subject, Teacher, TeacherNo};
use lungang::facts::fillers::WhyEmpty;
use lungang::facts::{Facts, Hire, Placement, Post, Reckoning, ledger};
use lungang::input::Edit;
use lungang::page::page;
use lungang::plan::{BalanceDoc, BalanceLineDoc, FigureId, Plan, balance_doc};
use lungang::report::{balance, balance_and_asks, summary};
use lungang::run::{Checked, check};
use lungang::text::Lang;
use std::collections::BTreeMap;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

fn read(name: &str, changes: &[String]) -> Checked {
    check(&changed(&format!("scenarios/{name}"), changes))
}

/// Weekly periods of the grid by stage and subject: classes of every school that stays open.
fn periods(roster: &Roster) -> BTreeMap<(Stage, Subject), i64> {
    let mut sums = BTreeMap::new();
    for group in &roster.classes {
        let stage = Stage::of_grade(group.grade).unwrap();
        for line in roster.grid.iter().filter(|line| line.grade == group.grade) {
            if !roster.school(group.school).closing {
                let classes = i64::try_from(group.pupils.len()).unwrap();
                *sums.entry((stage, line.subject)).or_default() +=
                    classes * i64::from(line.periods);
            }
        }
    }
    sums
}

#[test]
fn the_balance_is_that_of_the_tables() {
    for name in SCENARIOS {
        let checked = read(name, &[]);
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        let (roster, doc) = (facts.roster, balance_doc(&facts));
        let asked = periods(roster);
        // Where one teacher takes a class, its periods are not told apart by subject.
        let whole = |stage| {
            doc.county
                .iter()
                .any(|one| one.stage == stage && one.subject == Subject::WHOLE_CLASS)
        };
        for one in &doc.county {
            let of_grid = asked.get(&(one.stage, one.subject)).copied().unwrap_or(0);
            let exact = !whole(one.stage);
            assert!(
                one.periods == of_grid || !exact,
                "{name}: {one:?}, grid {of_grid}"
            );
            assert!(
                exact || one.subject == Subject::WHOLE_CLASS || one.periods <= of_grid,
                "{name}: {one:?}"
            );
        }
        let sum = |of: &BTreeMap<(Stage, Subject), i64>| of.values().sum::<i64>();
        let told: i64 = doc.county.iter().map(|one| one.periods).sum();
        assert_eq!(told, sum(&asked), "{name}: nothing of the grid is lost");
        let at_work = |no: &TeacherNo| {
            let one = roster.teacher(*no);
            let base = facts.stands(*no).base;
            one.status == Status::Active && base.is_some_and(|base| !roster.school(base).closing)
        };
        let heads: i64 = doc.county.iter().map(|one| one.heads).sum();
        assert_eq!(
            heads,
            i64::try_from(roster.teacher_nos().filter(at_work).count()).unwrap(),
            "{name}"
        );
        let figures: [fn(&BalanceLineDoc) -> i64; 4] = [
            |one| one.periods,
            |one| one.heads,
            |one| one.capacity,
            |one| one.holders,
        ];
        for of in figures {
            let county: i64 = doc.county.iter().map(of).sum();
            let schools: i64 = doc.schools.iter().map(of).sum();
            assert_eq!(county, schools, "{name}");
        }
        let capacity: i64 = doc
            .county
            .iter()
            .map(|one| one.capacity + one.reduced)
            .sum();
        let loads = roster.teacher_nos().filter(at_work);
        let loads = loads.map(|no| full_load(&facts, roster.teacher(no)));
        assert_eq!(capacity, loads.sum::<i64>(), "{name}");
    }
}

/// Weekly periods of somebody without an office, as the tables state them: of a whole class where she takes one, of
/// her own subject, or of Chinese.
fn full_load(facts: &Facts<'_>, who: &Teacher) -> i64 {
    let class = facts.posts.iter().filter(|post| {
        post.how == Reckoning::Class && (post.school, post.stage) == (who.work_school, who.stage)
    });
    let stated = |subject| {
        let mut lines = facts.roster.load.iter();
        let line = lines.find(|line| (line.stage, line.subject) == (who.stage, subject));
        line.map(|line| i64::from(line.periods))
    };
    let chinese = || stated(Subject::find("chinese").unwrap());
    let own = || stated(who.subject).or_else(chinese);
    class.map(Post::periods).max().or_else(own).unwrap()
}

fn words(doc: &BalanceDoc) -> String {
    let lines = balance(doc);
    let lines: Vec<&str> = lines.iter().map(|line| line.get(Lang::Zh)).collect();
    lines.join("\n")
}

#[test]
fn the_balance_is_said_where_the_plan_is_read() {
    let (checked, doc) = planned("township", &[]);
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let said = words(&doc.balance);
    assert!(said.starts_with("全县每周应开"), "{said}");
    let first = said.lines().next().unwrap();
    assert!(summary(&doc, Lang::Zh).contains(first));
    assert!(page(&facts, &doc).contains(first));
    let book = sheets(&plan_book(&Annex::new(&facts, &doc, Lang::Zh)).unwrap());
    assert_eq!(
        book[0].0, "余缺平衡表",
        "it stands at the head of the report"
    );
    let terminal = balance_and_asks(&balance_doc(&facts), &checked.asks(), Lang::Zh);
    assert!(terminal.contains(first), "{terminal}");
}

/// The balance under changed rules, with the number of posts of form teachers, and of such as are put together with
/// them because they are alike.
fn balance_under(name: &str, changes: &[String]) -> (BalanceDoc, i64) {
    let mut documents = changed(&format!("scenarios/{name}"), &[]);
    let edits = changes.iter().map(|one| one.parse::<Edit>().unwrap());
    documents.edits.extend(edits);
    let checked = check(&documents);
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let posts = facts.posts.iter();
    let posts = posts.filter(|one| one.how == Reckoning::FormTeacher);
    let number: u32 = posts.map(|one| one.number).sum();
    (balance_doc(&facts), i64::from(number))
}

/// What leading a class takes off is in the lines of the balance exactly where the policy takes it off: what the posts
/// of form teachers have less than a load, by each setting.
#[test]
fn what_leading_a_class_takes_off_is_in_the_balance() {
    let rule = |value: &str| format!("rules.teaching_posts.{value}");
    let sums = |doc: &BalanceDoc| {
        let sum = |of: fn(&BalanceLineDoc) -> i64| doc.schools.iter().map(of).sum::<i64>();
        (
            sum(|one| one.periods),
            sum(|one| one.capacity),
            sum(|one| one.reduced),
        )
    };
    for name in ["township", "anshan"] {
        let balance_of = |changes: &[String]| balance_under(name, changes);
        let (off, none) = balance_of(&[]);
        assert_eq!((none, off.form_teachers.taken), (0, 0));
        let classes = off.form_teachers.classes;
        assert!(
            classes > 0 && words(&off).contains("现不核减课时"),
            "{name}"
        );
        let (periods, capacity, reduced) = sums(&off);
        for each in [2, 5] {
            let changes = [
                rule("form_teacher=own"),
                rule(&format!("form_teacher_periods={each}")),
            ];
            let (own, posts) = balance_of(&changes);
            let less = own.form_teachers.taken;
            let led = less.div_euclid(each);
            assert!(
                led > 0 && led <= classes && led <= posts && less == led * each,
                "{name}: {less}"
            );
            assert_eq!(
                sums(&own),
                (periods, capacity - less, reduced + less),
                "{name}"
            );
            assert_eq!(own.form_teachers.own, less, "{name}");
            let said = words(&own);
            assert!(
                said.contains(&format!("每人核减{each}课时，共{less}课时")),
                "{said}"
            );
            assert!(own.schools.iter().all(|one| one.capacity >= 0), "{name}");
        }
        let half = balance_of(&[rule("form_teacher=half")]).0;
        let less = half.form_teachers.taken;
        assert!(less > 0, "{name}");
        assert_eq!(half.form_teachers.half, less, "{name}");
        assert_eq!(off.form_teachers.half, less, "{name}");
        assert_eq!(
            sums(&half),
            (periods, capacity - less, reduced + less),
            "{name}"
        );
    }
}

#[test]
fn what_the_tables_do_not_tell_is_asked() {
    let codes = |checked: &Checked| -> Vec<&str> {
        let asks = checked.asks();
        asks.0.iter().map(|one| one.code.id).collect()
    };
    let checked = read("township", &[]);
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    // Nobody is left who teaches music or may: who takes it is asked.
    let music = Subject::find("music").unwrap();
    let changes: Vec<String> = facts
        .roster
        .teachers
        .iter()
        .filter(|one| one.subject == music || one.certified_subjects.contains(&music))
        .flat_map(|one| {
            let id = &one.id;
            [
                format!("teachers.{id}.主教学科=语文"),
                format!("teachers.{id}.教师资格学科=语文"),
                format!("teachers.{id}.兼教学科="),
            ]
        })
        .collect();
    let without = read("township", &changes);
    let asks_music = |checked: &Checked| {
        let asks = checked.asks();
        let says = asks.0.iter().filter(|one| one.code.id == "I731");
        let mut says = says.map(|one| one.says(Lang::Zh));
        says.any(|one| one.starts_with("小学") && one.contains("音乐"))
    };
    assert!(asks_music(&without) && !asks_music(&checked));
    // Nobody's certificate is entered at one school.
    let one = &facts.roster.teachers[0];
    let blank = read("township", &[format!("teachers.{}.教师资格学科=", one.id)]);
    assert!(!codes(&checked).contains(&"I732") && codes(&blank).contains(&"I732"));
    // Each kind is asked once in the list, with its number.
    let text = balance_and_asks(&balance_doc(&facts), &without.asks(), Lang::Zh);
    assert!(text.contains("项后再编制："), "{text}");
    assert_eq!(text.matches("谁兼任？").count(), 1, "{text}");
}

/// Who could take a post, counted here once more.
fn able(facts: &Facts<'_>, doc: &Plan, at: usize) -> usize {
    let empty = &doc.unfilled[at];
    let school = facts.roster.find_school(&empty.school).unwrap();
    let mut posts = facts.posts_of(school).map(|no| facts.post(no));
    let post = posts
        .find(|post| (post.stage, &post.parts) == (empty.stage, &empty.parts))
        .unwrap();
    let all = facts.roster.teacher_nos().filter(|no| {
        let stand = facts.stands(*no);
        let fit = facts.profile(stand.profile).fit(post);
        let here = stand.base == Some(school);
        stand.base.is_some() && fit.fills() && (here || fit.certified() > 0)
    });
    all.count()
}

#[test]
fn every_empty_post_says_why_and_nobody_means_nobody() {
    let mut seen: BTreeMap<WhyEmpty, u32> = BTreeMap::new();
    for name in SCENARIOS {
        let (checked, doc) = planned(name, &[]);
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        for (at, one) in doc.unfilled.iter().enumerate() {
            let why = one.why.unwrap();
            *seen.entry(why).or_default() += one.number;
            let none = [WhyEmpty::Nobody, WhyEmpty::RecruitsUsed].contains(&why);
            let able = able(&facts, &doc, at);
            assert_eq!(i64::try_from(able).unwrap(), one.able, "{name}: {one:?}");
            assert!(!none || able == 0, "{name}: {one:?}");
            assert!(
                able > 0 || none || why == WhyEmpty::Bound,
                "{name}: {one:?}"
            );
            assert!(one.idle <= one.able);
        }
        let keys = [
            FigureId::PostsNobody,
            FigureId::PostsNotReleased,
            FigureId::PostsTooFar,
            FigureId::PostsNotWorth,
            FigureId::PostsBound,
        ];
        let sum: i64 = keys.iter().filter_map(|key| doc.figure(*key)).sum();
        assert_eq!(Some(sum), doc.figure(FigureId::PostsEmpty), "{name}");
        let said = summary(&doc, Lang::Zh);
        let nobody = doc.figure(FigureId::PostsNobody).unwrap();
        let told = format!("其中全县无人可任{nobody}个");
        assert!(doc.unfilled.is_empty() || said.contains(&told), "{said}");
    }
    assert!(seen.contains_key(&WhyEmpty::NotReleased), "{seen:?}");
}

/// Whatever line she comes by, a recruit is one more head of the main part of her post, and of nothing else.
#[test]
fn a_recruit_counts_as_a_teacher_of_the_main_part_of_her_post() {
    let mut others = 0;
    for name in SCENARIOS {
        let checked = read(name, &[]);
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        let before = ledger::after(&facts, &Placement::empty(&facts));
        for (pool, post) in (0..facts.roster.pools.len())
            .flat_map(|pool| facts.post_nos().map(move |post| (pool, post)))
        {
            let profile = facts.profile(facts.pool_profile[pool]);
            let Some(main) = facts.post(post).main() else {
                continue;
            };
            if !profile.fit(facts.post(post)).suits_recruit() {
                continue;
            }
            let mut plan = Placement::empty(&facts);
            let number = 1;
            plan.hires.push(Hire { pool, post, number });
            let (school, stage) = (facts.post(post).school, facts.post(post).stage);
            let lines = &ledger::after(&facts, &plan)[&school];
            for (taught, line) in lines {
                let was = before[&school].get(taught).copied().unwrap_or_default();
                let more = i64::from(*taught == (stage, main));
                assert_eq!(line.heads - was.heads, more, "{name} {school:?} {taught:?}");
            }
            let first = facts.roster.pools[pool].subjects.first();
            others += usize::from(first != Some(&main));
        }
    }
    assert!(
        others > 0,
        "somebody takes a post of another subject than the first of her line"
    );
}
