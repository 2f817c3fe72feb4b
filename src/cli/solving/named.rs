//! People and schools that a command is asked about: by id or by name.

use crate::blanks;
use crate::cli::ending::{Trouble, bad_argument};
use crate::cli::shell::Shell;
use crate::domain::{Roster, SchoolNo, TeacherNo};
use crate::input::{Whom, listed, person, school};
use crate::text::{Text, show};

const SEVERAL: Text = Text::new(
    "有{number}人（所）同名，请写编号：{all}",
    "{number} of this name; give the id: {all}",
);
const A_PERSON: Text = Text::new("教师表中的工号或姓名", "a staff id or a name of the roster");
const A_SCHOOL: Text = Text::new("学校表中的代码或校名", "a school's id or name");

/// The teacher whom an argument names.
pub(super) fn teacher(
    shell: &Shell,
    flag: &str,
    roster: &Roster,
    word: &str,
) -> Result<TeacherNo, Trouble> {
    found(shell, flag, word, person(roster, word), A_PERSON)
}

/// The school that an argument names.
pub(super) fn one_school(
    shell: &Shell,
    flag: &str,
    roster: &Roster,
    word: &str,
) -> Result<SchoolNo, Trouble> {
    found(shell, flag, word, school(roster, word), A_SCHOOL)
}

fn found<T>(
    shell: &Shell,
    flag: &str,
    word: &str,
    whom: Whom<T>,
    expected: Text,
) -> Result<T, Trouble> {
    match whom {
        Whom::One(one) => Ok(one),
        Whom::Several(all) => {
            let blanks = blanks! { number: all.len(), all: all };
            let words = format!("{word}：{}", SEVERAL.fill(shell.lang, &blanks));
            Err(bad_argument(flag, &words, expected))
        }
        Whom::Nobody(near) => {
            let near = show(&near, shell.lang);
            Err(bad_argument(flag, &format!("{word}{near}"), expected))
        }
    }
}

/// Words of `--withdraw`, people by their ids.
pub(super) fn withdrawn(roster: &Roster, words: &[String]) -> Vec<String> {
    let words = listed(words).into_iter();
    let words = words.map(|word| match person(roster, &word) {
        Whom::One(who) => roster.teacher_id(who),
        Whom::Several(_) | Whom::Nobody(_) => word,
    });
    words.collect()
}
