//! What somebody who moves teaches at the new school: the subjects of the post that waits for her, never her own
//! main subject where the post has others. One reckoning for the letter, the lists and the page.

use crate::domain::Subject;
use crate::plan::{MoveDoc, Plan, PostDoc};
use crate::print::{LIST, Phrase};
use crate::text::Text;

/// What a post is called on which one teacher takes all subjects of a class.
const WHOLE_CLASS: Text = Text::new("一个班的全部课程（包班）", "all subjects of a class");
/// A post of which colleagues take what she cannot.
const IN_PART: Text = Text::new(
    "{parts}（岗位共{all}课时，本人承担不了的由同校教师分担）",
    "{parts} ({all} periods on the post, what is beyond her is shared by colleagues)",
);
const PART: Text = Text::new("{subject}{periods}", "{subject} ({periods})");

/// The post that waits for somebody who moves; none where the plan gives her none.
pub(crate) fn post_of<'a>(doc: &'a Plan, one: &MoveDoc) -> Option<&'a PostDoc> {
    let holds = |post: &&PostDoc| post.filled_by.contains(&one.teacher);
    let mut posts = doc.schools.iter().flat_map(|school| &school.teaching_posts);
    posts.find(holds)
}

/// The subjects that she will teach; her main subject where the plan gives her no post.
pub(crate) fn subjects_taught(doc: &Plan, one: &MoveDoc) -> Vec<Subject> {
    post_of(doc, one).map_or_else(
        || vec![one.subject],
        |post| post.parts.iter().map(|part| part.0).collect(),
    )
}

/// The same in words, for lists.
pub(crate) fn teaches(doc: &Plan, one: &MoveDoc) -> Phrase {
    let subjects = subjects_taught(doc, one);
    Phrase::join(subjects.into_iter().map(Subject::text), LIST)
}

/// The same in a sentence: a post of several subjects with the weekly periods of each.
pub(crate) fn teaches_in_full(doc: &Plan, one: &MoveDoc) -> Phrase {
    let parts = post_of(doc, one).map_or(&[][..], |post| &post.parts[..]);
    match parts {
        [] => one.subject.text().into(),
        [(subject, _)] if subject.key() == "whole_class" => WHOLE_CLASS.into(),
        [(subject, _)] => subject.text().into(),
        several => {
            let part = |(subject, periods): &(Subject, u32)| {
                let blanks = crate::blanks! { subject: subject.text(), periods: periods };
                Phrase::fill(PART, &blanks)
            };
            let parts = Phrase::join(several.iter().map(part), LIST);
            let all: i64 = several.iter().map(|part| i64::from(part.1)).sum();
            if all <= one.weekly_periods {
                return parts;
            }
            Phrase::fill(IN_PART, &crate::blanks! { parts: parts, all: all })
        }
    }
}
