//! Who sits on which post stays as the file has it, where no goal suffers.

use crate::decided::edited;
use crate::keeps_faith::Copy;
use lungang::plan::Plan;

/// Two people of one school on posts of one kind of subjects and as many periods, who may change places for nothing.
fn alike(doc: &Plan) -> Option<(usize, usize, usize)> {
    let schools = doc.schools.iter().enumerate();
    let mut pairs = schools.flat_map(|(no, school)| {
        let posts = &school.teaching_posts;
        let places = (0..posts.len()).flat_map(move |one| (0..one).map(move |other| (one, other)));
        places.map(move |(one, other)| (no, one, other))
    });
    pairs.find(|(no, one, other)| {
        let posts = &doc.schools[*no].teaching_posts;
        let (one, other) = (&posts[*one], &posts[*other]);
        let subjects = |post: &lungang::plan::PostDoc| {
            let parts = post.parts.iter().map(|part| part.0);
            parts.collect::<Vec<_>>()
        };
        let single = |post: &lungang::plan::PostDoc| post.filled_by.len() == 1 && post.number == 1;
        // A head of section has a post of her own size.
        let office = |id: &String| {
            let mut people = doc.people.iter();
            people.any(|one| one.teacher == *id && (one.role.is_some() || one.duty.is_some()))
        };
        let mut both = one.filled_by.iter().chain(&other.filled_by);
        single(one)
            && single(other)
            && one.stage == other.stage
            && subjects(one) == subjects(other)
            && !both.any(office)
    })
}

#[test]
fn posts_swapped_by_hand_stay_swapped_where_no_goal_suffers() {
    let (copy, doc, one, text) = edited("swapped", |doc| {
        let (school, one, other) = alike(doc).unwrap();
        let posts = &mut doc.schools[school].teaching_posts;
        let people = posts[one].filled_by.clone();
        posts[one].filled_by = std::mem::replace(&mut posts[other].filled_by, people);
    });
    assert!(text.contains("人工改动已照改的2处"), "{text}");
    let (school, first, second) = alike(&doc).unwrap();
    copy.round("one/plan.json", "two", &[]);
    for new in [one, copy.plan("two")] {
        for post in [first, second] {
            let filled = |plan: &Plan| {
                let posts = &plan.schools[school].teaching_posts;
                posts[post].filled_by.clone()
            };
            assert_eq!(filled(&new), filled(&doc));
        }
    }
}

#[test]
fn nobodys_post_changes_for_nothing_when_somebody_else_refuses() {
    let copy = Copy::new("posts");
    let doc = &copy.county.doc;
    let first = &doc.moves[0];
    copy.round("plan.json", "one", &["--refuse", &first.teacher]);
    let one = copy.plan("one");
    // Who went to or from a school in either plan; elsewhere everybody keeps her post.
    let touched = |school: &String| {
        let moves = doc.moves.iter().chain(&one.moves);
        let differ = moves.filter(|letter| moves_so(doc, letter) != moves_so(&one, letter));
        differ
            .into_iter()
            .any(|one| [&one.from, &one.to].contains(&school))
    };
    let mut kept = 0;
    for (was, now) in doc.schools.iter().zip(&one.schools) {
        if !touched(&was.id) {
            let posts = was.teaching_posts.iter().zip(&now.teaching_posts);
            for (was, now) in posts {
                assert_eq!(was.filled_by, now.filled_by);
                kept += 1;
            }
        }
    }
    assert!(kept > 10, "{kept}");
}

fn moves_so(doc: &Plan, letter: &lungang::plan::MoveDoc) -> bool {
    let mut moves = doc.moves.iter();
    moves.any(|one| (&one.teacher, &one.to) == (&letter.teacher, &letter.to))
}

/// One edit of what is decided beside moves and posts.
type Change = fn(&mut Plan);

fn swap_mentors(doc: &mut Plan) {
    let (first, rest) = doc.mentors.split_first_mut().unwrap();
    let other = rest
        .iter_mut()
        .find(|one| one.mentor != first.mentor && one.subject == first.subject);
    let other = other.unwrap();
    std::mem::swap(&mut first.mentor, &mut other.mentor);
    std::mem::swap(&mut first.mentor_name, &mut other.mentor_name);
}

fn appoints_one_more(doc: &mut Plan) {
    let mut all = doc.appointments.iter_mut();
    all.find(|one| !one.appointed).unwrap().appointed = true;
}

fn teaches_less(doc: &mut Plan) {
    doc.periods.weeks[0].lessons[0].periods -= 1;
}

fn gives_up_a_seat(doc: &mut Plan) {
    let posts = doc
        .schools
        .iter_mut()
        .flat_map(|one| &mut one.teaching_posts);
    let mut filled = posts.filter(|one| !one.filled_by.is_empty());
    filled.next().unwrap().filled_by.clear();
}

/// Who visits how often, and who learns from whom.
fn beside(plan: &Plan) -> Vec<String> {
    let visits = plan.visits.iter();
    let visits = visits.map(|one| format!("{} {}", one.teacher, one.times));
    let pairs = plan.mentors.iter();
    let pairs = pairs.map(|one| format!("{} {}", one.teacher, one.mentor));
    visits.chain(pairs).collect()
}

#[test]
fn what_was_edited_beside_moves_is_kept_or_told_with_the_reason() {
    let cases: [(&str, Change, bool, &str); 8] = [
        ("visits", |doc| doc.visits[0].times += 1, true, ""),
        ("mentors", swap_mentors, true, ""),
        ("no_mentor", |doc| drop(doc.mentors.remove(0)), true, ""),
        ("no_visit", |doc| drop(doc.visits.remove(0)), true, ""),
        ("lessons", teaches_less, false, "兼课后仍缺的课时（加权） +"),
        ("appointed", appoints_one_more, false, "超岗聘任"),
        (
            "recruits",
            |doc| doc.recruits[0].number += 1,
            false,
            "安排了2人",
        ),
        ("seat", gives_up_a_seat, false, "空缺课时 +"),
    ];
    for (name, change, kept, why) in cases {
        let (copy, doc, one, text) = edited(&format!("beside_{name}"), change);
        let (head, other) = if kept {
            ("人工改动已照改的", "未能保留")
        } else {
            ("未能保留的", "已照改的")
        };
        assert!(
            text.contains(head) && !text.contains(other),
            "{name}: {text}"
        );
        let reason = text.contains("未保留的原因：") && text.contains(why);
        assert!(kept || reason, "{name}: {text}");
        // What is written is a plan that the audit accepts, and what was kept stays in the next round.
        let (code, audited) = copy.scenario(
            &["audit"],
            &[copy.at.join("one/plan.json").to_str().unwrap()],
        );
        assert_eq!(code, 0, "{name}: {audited}");
        if kept {
            assert_eq!(beside(&one), beside(&doc), "{name}");
            // What was taken out stays out as well, and so it does after a round from the workbook.
            for (file, round) in [("one/plan.json", "two"), ("two/plan.xlsx", "three")] {
                let told = copy.round(file, round, &[]);
                let now = beside(&copy.plan(round));
                assert_eq!(now, beside(&doc), "{name}, round {round}: {told}");
            }
        }
    }
}
