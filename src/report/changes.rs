//! What a plan changes, a line each: moves, posts, titles, lessons, visits, mentors, leaders, apprentices,
//! conversions, quota. Every number is one of the register, by its key.

use super::empty_posts::line as empty_line;
use super::ended::proved;
use super::people::lines as people_lines;
use super::placed::closing_lines;
use crate::blanks;
use crate::plan::{FigureId, Plan, SchoolDoc};
use crate::print::{ALSO, LIST, Phrase};
use crate::rules::card;
use crate::text::{Blanks, Lang, Text};
use serde_json::json;

const HEAD_CLOSING: Text = Text::new("学校撤并", "Schools that close");
const HEAD_MOVES: Text = Text::new("交流轮岗", "Rotation");
const HEAD_POSTS: Text = Text::new("学科岗位", "Teaching posts");
const HEAD_YEARS: Text = Text::new("职称申报", "Title year");
const HEAD_TITLES: Text = Text::new("职称岗位", "Title posts");
const HEAD_LESSONS: Text = Text::new("课时安排", "Lessons");
const HEAD_VISITS: Text = Text::new("送教", "Visits");
const HEAD_MENTORS: Text = Text::new("名师结对", "Mentors");
const HEAD_LEADERS: Text = Text::new("校长交流", "School leaders");
const HEAD_APPRENTICES: Text = Text::new("新教师见习", "Apprentices");
const HEAD_EMPTY: Text = Text::new("空岗原因", "Empty posts");
const HEAD_PEOPLE: Text = Text::new("人员去向", "People");
const HEAD_CONVERSIONS: Text = Text::new("编外入编", "Conversions");
const HEAD_RECRUITS: Text = Text::new("招聘", "Recruits");
const HEAD_QUOTA: Text = Text::new("编制", "Quota");
const HEAD_SUBSIDY: Text = Text::new("补贴", "Subsidies");
const ROTATE: Text = Text::new(
    "交流轮岗教师{rotating}人，其中自愿报名{rotating_volunteers}人；符合交流条件的教师{eligible}人。",
    "{rotating} teachers rotate, {rotating_volunteers} of them volunteers; {eligible} meet the conditions.",
);
const SHARE: Text = Text::new(
    "按交流比例的考核口径计入{in_share}人，应不少于{share_need}人（基数{share_base}人）。",
    " In the rotation share {in_share} count, of {share_need} that are asked for (base {share_base}).",
);
const SHARE_IN_MONTHS: Text = Text::new(
    "按交流比例的考核口径计入{in_share}人（基数{share_base}人），比例按人月考核。",
    " In the rotation share {in_share} people count (base {share_base}), reckoned in months.",
);
const RUN: Text = Text::new(
    "往年交流仍在期内的另有{running}人。",
    " {running} more are on postings of earlier years.",
);
const PLACED: Text = Text::new(
    "另有撤并学校安置{placed_closing}人、其他调整{moved_otherwise}人，调整人员合计{moved}人。",
    " Besides, {placed_closing} are placed from closing schools and {moved_otherwise} moved otherwise: {moved} people move in all.",
);
const LEADERS: Text = Text::new(
    "校长、副校长交流{leaders_exchanged}人，不计入交流轮岗教师。",
    "{leaders_exchanged} school leaders are exchanged; they are not among the teachers who rotate.",
);
const POSTS: Text = Text::new(
    "学科岗位共{posts}个，空岗{posts_empty}个，涉及{schools_with_empty}所学校。",
    "{posts} teaching posts; {posts_empty} stay empty, at {schools_with_empty} schools.",
);
const RECRUITS: Text = Text::new(
    "招聘计划{recruits_planned}人，使用{recruits_used}人，未用{recruits_left}人。",
    "{recruits_planned} recruits are allowed: {recruits_used} are used, {recruits_left} are not.",
);
const YEARS: Text = Text::new(
    "按规定须有乡村任教年限的职称申报人{year_applicants}人：已满{year_held}人，由本方案补足{year_gained}人，仍缺{year_lacking}人。",
    "{year_applicants} title applicants are asked for the village year: {year_held} have it, {year_gained} get it by this plan, {year_lacking} still lack it.",
);
const APPOINTMENTS: Text = Text::new(
    "职称岗位：申报{post_applicants}人，符合条件{post_applicants_fit}人，聘任{appointed}人（使用统筹岗位{appointed_reserve}人，不占岗位{appointed_outside}人）。",
    "Title posts: {post_applicants} applicants, {post_applicants_fit} fit, {appointed} appointed ({appointed_reserve} from the reserve, {appointed_outside} who need no post).",
);
const LESSONS: Text = Text::new(
    "兼课前每周缺{periods_lacking}课时：同校兼任{periods_inside}，走教{periods_itinerant}（{itinerants}人），远程{periods_remote}，兼课后仍有{periods_open}课时无人承担。",
    "Posts leave {periods_lacking} weekly periods open: {periods_inside} are covered at the own school, {periods_itinerant} by itinerants ({itinerants} people), {periods_remote} from afar; {periods_open} stay open.",
);
const NOT_BEST: Text = Text::new("（兼课走教安排未证明最优）", " (not proved the fewest)");
const VISITS: Text = Text::new(
    "送教、巡回授课：每学期{visit_times}次，到{visit_schools}所学校。",
    "Visits: {visit_times} a term, to {visit_schools} schools.",
);
const MENTORS: Text = Text::new(
    "名师结对{mentors_paired}对。",
    "{mentors_paired} village teachers have a mentor.",
);
const APPRENTICES: Text = Text::new(
    "新招教师先见习{recruits_learning}人，见习期间原岗位按空缺安排代课。",
    "{recruits_learning} recruits learn at a town school first; until they come their posts count as open.",
);
const CONVERSIONS: Text = Text::new(
    "编外教师入编{conversions}人。",
    "{conversions} contract teachers are taken onto the quota.",
);
const QUOTA: Text = Text::new(
    "编制有变动的学校{quota_changed}所：",
    "{quota_changed} schools are given another quota than was in force: ",
);
const QUOTA_MORE: Text = Text::new(
    "……详见编制调整计划表。",
    ", … see the quota adjustment table.",
);
const QUOTA_END: Text = Text::new("。", ".");
const SUBSIDY: Text = Text::new(
    "到岗补贴：派往有补贴学校的{subsidy_people}人，每年合计{subsidy_yuan}元。",
    "Subsidies: {subsidy_people} people are sent to schools that state one, {subsidy_yuan} yuan a year.",
);

const HEAD_DECIDED: Text = Text::new("人事决定", "Decisions");
/// Whoever goes by decision and against the conditions of the policy, see the rule of who may rotate.
const BY_DECISION: &str = "R01d";
const HEAD_STOPPED: Text = Text::new("未及核算", "Not reached");
const STOPPED: Text = Text::new(
    "中途停止：{what}。重新运行、让它算完即可补齐。",
    "Stopped: {what}. Run again and let it finish for the whole.",
);
const NO_REASONS: Text = Text::new(
    "{number}人的调整理由没有核算",
    "why {number} people move was not reckoned",
);
const NO_PRESENT: Text = Text::new(
    "“不安排时”的任课情况只按最合适的人先任课估计，没有求到最好",
    "the state before is a first guess, whoever fits best taking a post first",
);
const NOT_DECIDED: Text = Text::new(
    "{rules}没有安排或没有求到最好",
    "not decided, or not as well as can be: {rules}",
);

/// Schools whose change of quota is said by name.
const NAMED: usize = 6;

/// The lines of what the plan has, each a sentence with the word that it is about.
pub(crate) fn changes(doc: &Plan) -> Vec<(Text, Phrase)> {
    use FigureId as F;
    let has = |key: F| doc.figure(key).is_some_and(|value| value != 0);
    let lessons = [LESSONS].into_iter();
    let lessons = lessons.chain((!proved(doc.periods.ended)).then_some(NOT_BEST));
    let lines: [(bool, Text, Vec<Text>); 13] = [
        (true, HEAD_MOVES, rotation(doc)),
        (has(F::LeadersExchanged), HEAD_LEADERS, vec![LEADERS]),
        (true, HEAD_POSTS, vec![POSTS]),
        (has(F::RecruitsPlanned), HEAD_RECRUITS, vec![RECRUITS]),
        (has(F::TitleApplicants), HEAD_YEARS, vec![YEARS]),
        (has(F::PostApplicants), HEAD_TITLES, vec![APPOINTMENTS]),
        (
            !doc.periods.gaps.is_empty(),
            HEAD_LESSONS,
            lessons.collect(),
        ),
        (has(F::VisitTimes), HEAD_VISITS, vec![VISITS]),
        (has(F::MentorPairs), HEAD_MENTORS, vec![MENTORS]),
        (has(F::Conversions), HEAD_CONVERSIONS, vec![CONVERSIONS]),
        (has(F::Apprentices), HEAD_APPRENTICES, vec![APPRENTICES]),
        (has(F::SubsidyPeople), HEAD_SUBSIDY, vec![SUBSIDY]),
        (has(F::QuotaChanged), HEAD_QUOTA, vec![QUOTA]),
    ];
    let figures = filled(doc);
    let said = lines.into_iter().filter(|line| line.0);
    let said = said.map(|(_, head, parts)| (head, Phrase::of(|lang| join(&parts, &figures, lang))));
    let closing = closing_lines(doc).into_iter();
    let closing = closing.map(|line| (HEAD_CLOSING, line));
    let mut said: Vec<(Text, Phrase)> = closing.chain(said).collect();
    if has(F::QuotaChanged)
        && let Some((_, line)) = said.last_mut()
    {
        *line = Phrase::of(|lang| format!("{}{}", line.get(lang), quota(doc, lang)));
    }
    let empty = empty_line(doc).into_iter();
    said.extend(empty.map(|line| (HEAD_EMPTY, line)));
    let people = people_lines(doc).into_iter();
    said.extend(people.map(|line| (HEAD_PEOPLE, line)));
    let decided = doc.findings.iter().filter(|one| one.code == BY_DECISION);
    said.extend(decided.map(|one| {
        (
            HEAD_DECIDED,
            Phrase::of(|lang| one.says.get(lang).to_owned()),
        )
    }));
    let stopped = not_reached(doc).into_iter();
    said.extend(stopped.map(|line| (HEAD_STOPPED, line)));
    said
}

/// What a plan says that there was no time for.
pub(super) fn not_reached(doc: &Plan) -> Option<Phrase> {
    let late = doc.moves_without_reasons();
    let rules = doc.outcome.undecided.iter();
    let rules = rules.map(|id| card(id).map_or(Text::new("", ""), |card| card.title));
    let rules: Vec<Text> = rules.collect();
    let what = [
        (late > 0, NO_REASONS),
        (doc.outcome.present.is_some(), NO_PRESENT),
        (!rules.is_empty(), NOT_DECIDED),
    ];
    let what = what.into_iter().filter(|one| one.0);
    let blanks = blanks! { number: late, rules: rules };
    let what: Vec<Phrase> = what.map(|(_, text)| Phrase::fill(text, &blanks)).collect();
    (!what.is_empty()).then(|| {
        let what = Phrase::join(what, ALSO);
        Phrase::fill(STOPPED, &blanks! { what: what })
    })
}

fn join(parts: &[Text], figures: &Blanks, lang: Lang) -> String {
    parts.iter().map(|part| part.fill(lang, figures)).collect()
}

/// Every figure by its key, as sentences name it; what a plan does not state is a dash.
fn filled(doc: &Plan) -> Blanks {
    let keys = FigureId::ALL.iter();
    let value = |key: FigureId| {
        doc.figure(key)
            .map_or_else(|| json!("—"), |value| json!(value))
    };
    keys.map(|key| (key.key().to_owned(), value(*key)))
        .collect()
}

/// Who rotates, what of it the share counts, and who moves besides.
fn rotation(doc: &Plan) -> Vec<Text> {
    use FigureId as F;
    let has = |key: F| doc.figure(key).is_some_and(|value| value != 0);
    let share = match (doc.figure(F::InShare), doc.figure(F::ShareNeed)) {
        (None, _) => None,
        (Some(_), None) => Some(SHARE_IN_MONTHS),
        (Some(_), Some(_)) => Some(SHARE),
    };
    let others = has(F::PlacedClosing) || has(F::MovedOtherwise);
    let parts = [Some(ROTATE), share, has(F::Running).then_some(RUN)];
    let parts = parts.into_iter().flatten();
    parts.chain(others.then_some(PLACED)).collect()
}

/// The schools whose quota changes, most first, and by how much.
fn quota(doc: &Plan, lang: Lang) -> String {
    let changes = doc.schools.iter();
    let changes = changes.filter_map(|one| Some((one, one.quota.change()?)));
    let mut changes: Vec<(&SchoolDoc, i64)> = changes.filter(|one| one.1 != 0).collect();
    changes.sort_by_key(|(school, by)| (-by.abs(), &school.id));
    let words = changes.iter().take(NAMED);
    let words: Vec<String> = words
        .map(|(one, by)| format!("{}{by:+}", one.name))
        .collect();
    let end = if changes.len() > NAMED {
        QUOTA_MORE
    } else {
        QUOTA_END
    };
    format!("{}{}", words.join(LIST.get(lang)), end.get(lang))
}
