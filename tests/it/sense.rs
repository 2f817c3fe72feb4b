//! Whether the line that says how a rule stands makes sense, whatever plan it is about.

use lungang::policy::Force;
use lungang::report::judgements;
use lungang::rules::{Bound, Judgement};
use lungang::text::Lang;

/// Rules that ask for so many of the county or of a school, and may so say “at least 3” when that is all they ask;
/// all others ask whether something is so, of each person or thing.
const NUMBERS: &[&str] = &[
    "R03", "R04", "R06", "R07", "R14", "R15", "R17", "R18", "R23", "R24", "R25", "R26", "R27",
    "R28", "R31", "R32", "R39",
];

/// What is senseless in the line of a judged rule, if anything is: a floor or a cap of nought, a check of nothing,
/// one persons.
pub(crate) fn senseless(one: &Judgement) -> Option<String> {
    let line = |lang| {
        let text = judgements(std::slice::from_ref(one), lang);
        text.lines()
            .find(|line| line.contains(one.code))
            .unwrap()
            .to_owned()
    };
    let (zh, en) = (line(Lang::Zh), line(Lang::En));
    let silly = [
        "至多0", "至少0", "至多-", "至少-", "核对0", "不符0", "差0", "差-", "放宽-",
    ];
    let silly_en = [
        " 0 checks",
        "at most 0",
        "at least 0",
        " 1 checks",
        " 1 persons",
        " 1 posts",
        " 1 classes",
    ];
    let number = matches!(one.bound, Bound::AtLeast | Bound::AtMost);
    let idle = one.bound == Bound::Nothing;
    let wrong = silly.iter().any(|word| zh.contains(word))
        || silly_en.iter().any(|word| en.contains(word))
        || (number && !NUMBERS.contains(&one.code))
        || (one.bound == Bound::Checks && one.actual > one.need)
        || (idle && (zh.matches("未涉及").count() != 2 || !one.holds))
        || zh.contains("不成立") != (!one.holds && one.force == Force::Must)
        || en.contains('{')
        || zh.contains('{');
    wrong.then(|| format!("{zh}\n{en}\n{one:?}"))
}
