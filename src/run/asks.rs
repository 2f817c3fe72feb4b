//! What the tables do not tell and only the schools can (请补充后再编制): asked after a check, before anything is
//! planned. Nothing is wrong yet; a plan made without the answers is only less like the schools.

use super::Checked;
use crate::blanks;
use crate::domain::{NOTHING_MORE, SchoolNo};
use crate::facts::ledger::{Ask, asks, ledger};
use crate::facts::{Facts, without_a_wish};
use crate::finding::{About, Code, Finding, Findings};
use crate::text::Text;

crate::finding::codes! { pub(super),
    NOBODY "I731" note
        ["{stage}{subjects}每周共{periods}课时，教师表中没有人主教或持有资格。谁兼任？", "{stage}: {subjects} have {periods} weekly periods, and nobody on the roster teaches them or holds a certificate. Who takes them?"]
        ["在“教师资格学科”或“兼教学科”中补填，或在政策 teaching_posts 中列为不设专岗的学科。", "Fill in certificates or further subjects, or let the policy (teaching_posts) list them as subjects without posts of their own."];
    NO_CERTIFICATES "I732" note
        ["{school}有{people}人未填教师资格学科，只按现任主教学科认定。", "At {school} {people} people have no certified subject entered; they are taken to hold what they teach now."]
        ["补填“教师资格学科”，否则不能为其安排其他学科。", "Fill in their certified subjects; otherwise nothing else can be given to them."];
    WHO_SHARES "I733" note
        ["{school}每周缺{short}课时，超过一成，而该校{people}人既未填周课时，也未填兼教学科，无法判断谁还可以兼课。", "{school} is {short} weekly periods short, more than a tenth, and of {people} people there neither present periods nor further subjects are entered: who could take more cannot be told."]
        ["请学校补填“周课时”和“兼教学科”。", "Let the school fill in present periods and further subjects."];
    NO_WISH "I734" note
        ["下列教师自愿报名，但属可不交流的情形（原因不载明），又未填志愿学校，不予安排：{names}。", "These teachers volunteered although they need not go (why is not said here), and named no school; they stay: {names}."]
        ["请向本人了解后补填“志愿学校”，只安排到所填学校；不愿意的删去自愿报名。", "Ask them and fill in the schools they wish, to which alone they may be sent; or take the mark of a volunteer away."];
}

/// Every kind of question.
pub const ASK_CODES: &[&Code] = CODES;

/// Findings of a check that ask for something too; they end the list of questions.
const ASK_TOO: &[&str] = &["I215", "I218"];

impl Checked {
    /// What should be answered before planning, each kind together; empty while the tables have errors.
    pub fn asks(&self) -> Findings {
        let Some(facts) = self.facts(&NOTHING_MORE) else {
            return Findings::default();
        };
        let ours = asks(&facts, &ledger(&facts)).into_iter();
        let mut all: Vec<Finding> = ours.map(|ask| question(&facts, &ask)).collect();
        all.extend(no_wish(&facts));
        let found = self.findings.0.iter();
        let too = found.filter(|one| ASK_TOO.contains(&one.code.id));
        all.extend(too.cloned());
        Findings(all)
    }
}

/// Volunteers who need not go and did not say where to.
fn no_wish(facts: &Facts<'_>) -> Option<Finding> {
    let people = without_a_wish(facts);
    let names: Vec<String> = people
        .iter()
        .map(|who| {
            let one = facts.roster.teacher(*who);
            format!("{} {}", one.name, one.id)
        })
        .collect();
    let found = Finding::new(&NO_WISH, blanks! { names: names });
    (!people.is_empty()).then(|| found.about(About::County))
}

fn question(facts: &Facts<'_>, ask: &Ask) -> Finding {
    let at = |code, no: SchoolNo, blanks| {
        let school = facts.roster.school(no);
        Finding::new(code, blanks).about(About::School(school.id.clone()))
    };
    let name = |no: &SchoolNo| &facts.roster.school(*no).name;
    match ask {
        Ask::Nobody {
            stage,
            subjects,
            periods,
        } => {
            let subjects: Vec<Text> = subjects.iter().map(|one| one.text()).collect();
            let blanks = blanks! { stage: stage.text(), subjects: subjects, periods: periods };
            Finding::new(&NOBODY, blanks).about(About::County)
        }
        Ask::NoCertificates { school, people } => {
            let blanks = blanks! { school: name(school), people: people };
            at(&NO_CERTIFICATES, *school, blanks)
        }
        Ask::WhoShares {
            school,
            short,
            people,
        } => {
            let blanks = blanks! { school: name(school), short: short, people: people };
            at(&WHO_SHARES, *school, blanks)
        }
    }
}
