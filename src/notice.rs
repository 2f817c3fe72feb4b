//! Notices (告知书): one page for one teacher, with what is decided, by which clause, why her, and how to
//! object. Nobody else is named in it, and no reason that posted lists leave out.

mod placed;
mod returns;
mod sources;

use crate::blanks;
use crate::disk::short;
use crate::domain::{Month, Protection, TeacherNo};
use crate::facts::{self, Facts, values};
use crate::plan::{Ended, MoveDoc, Plan, Reason, Step};
use crate::policy::RuleId;
use crate::print::Phrase;
use crate::print::docx::{Letter, Passage};
use crate::report::{self, YOU, price_words, said_of};
use crate::rules;
use crate::study::{Priced, TeacherAnswer};
use crate::text::{Lang, Text};
pub use returns::returning;
use sources::{rule_of, source};

/// One notice, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Staff id, for the name of the file.
    pub teacher: String,
    /// What it says.
    pub letter: Letter,
}

/// The name of a notice's file: the staff id, without what no file name may hold.
pub fn file_name(notice: &Notice) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_".contains(c);
    let id = notice.teacher.replace(|c| !plain(c), "_");
    format!("{id}.docx")
}

/// What a notice is made from.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// What is, and what must be.
    pub facts: &'a Facts<'a>,
    /// The plan.
    pub doc: &'a Plan,
    /// The answer of [`crate::study::explain_teacher`], when it was solved for.
    pub answer: Option<&'a TeacherAnswer>,
    /// The language.
    pub lang: Lang,
}

const TITLE: Text = Text::new("教师交流轮岗安排告知书", "Notice of rotation");
const TO: Text = Text::new("{name}老师：", "Dear {name},");
const GOES: Text = Text::new(
    "您好！感谢您为教育事业的付出。按照新学年教师交流轮岗工作安排，拟请您自{start}至{end}，由{from}到{to}任教{subject}，每周共{periods}课时，形式为{form}，{quota}。",
    "Thank you for your work. From {start} to {end} you are asked to teach {subject} at {to} instead of {from}, {periods} periods a week, as {form}; {quota}.",
);
const QUOTA_GOES: Text = Text::new("编制关系随本人转入", "your quota place goes with you");
const QUOTA_STAYS: Text = Text::new("编制关系保留在原校", "your quota place stays where it is");
const TRAVEL: Text = Text::new(
    "单程约{minutes}分钟。",
    " One way takes about {minutes} minutes.",
);
const BED: Text = Text::new(
    "已为您预留周转宿舍床位。",
    " A bed in a dormitory is set aside for you.",
);
const STAYS: Text = Text::new(
    "您好！感谢您为教育事业的付出。按照新学年教师交流轮岗工作安排，本次不安排您交流，请您继续在{base}任教。",
    "Thank you for your work. In the rotation of the coming school year you are not asked to move; you go on at {base}.",
);
const BECAUSE: Text = Text::new("一、依据和理由", "1. Grounds");
const DUE: Text = Text::new(
    "您自{since}起在{base}任教，符合交流条件。依据：{source}。",
    "You have been at {base} since {since} and meet the rotation conditions. Source: {source}.",
);
const WISH: Text = Text::new(
    "您自愿报名，本次安排是您的第{number}志愿。",
    "You volunteered, and this school is your wish no. {number}.",
);
const ANY_WISH: Text = Text::new(
    "您自愿报名，没有填报志愿学校。",
    "You volunteered and named no school.",
);
const ALONE: Text = Text::new(
    "没有各项条件与您相同的教师，因此未经排序、抽签；人选由全县统一测算：先满足硬性规定，再依公布的目标次序比较{best}。",
    "Nobody is like you in everything, so no order and no lot decided; all moves were chosen together, must-rules first, then goal by goal as published{best}.",
);
/// The same where what else was tried follows.
const ALONE_TRIED: Text = Text::new(
    "没有各项条件与您相同的教师，由全县统一测算选定，见第二部分。",
    "Nobody is like you in everything; all moves were chosen together, see part 2.",
);
const NONE_BETTER: Text = Text::new("，已证明没有更好的安排", " (proved: none is better)");
const SERVES_ALONE: Text = Text::new("{what}。", "{what}.");
const SERVES: Text = Text::new("{what}。依据：{source}。", "{what}. Source: {source}.");
const SERVES_TOO: Text = Text::new("{what}。依据同上。", "{what}. Source: as above.");
const NOT_DUE: Text = Text::new(
    "您属于暂不安排交流的情形（{why}）。依据：{source}。",
    "You are among those who are not asked to move ({why}). Source: {source}.",
);
const PERSONAL: Text = Text::new(
    "个人情形，依规定不载明",
    "a personal reason, not written here",
);
const NOT_NEEDED: Text = Text::new(
    "您符合交流条件，本次方案中应交流的人数和各校岗位已由其他安排满足。",
    "You meet the conditions; the number that was asked for and the posts are met without you.",
);
const ORDER: Text = Text::new(
    "条件相同的教师之间，先安排自愿到该校的，再安排在校任教时间长的、积分低的；仍相同的，以抽签种子“{seed}”与工号按SHA-256计算签号，签号小的在先。您的签号以{ticket}开头，任何人都可以验算。",
    "Among teachers alike in everything, whoever asked for the school goes first, then the longest at the own school, then the fewest points, then the smallest lottery ticket: SHA-256 of the seed “{seed}”, a colon and the staff id. Yours begins with {ticket}; anyone can repeat it.",
);
const OTHERWISE: Text = Text::new("二、其他方案的测算", "2. What else was tried");
const IF_STAYS: Text = Text::new(
    "如您留任，重新测算的结果是：{price}；另有{others}人的安排须随之变动。",
    "Were you to stay: {price}; {others} other letters would change.",
);
const NO_OTHER: Text = Text::new(
    "如您留任，则没有满足全部硬性规定的方案。",
    "Were you to stay, no plan would obey every must-rule.",
);
const TRIED: Text = Text::new(
    "还逐一测算了请您到另外{number}所学校的方案，没有一个优于本安排。",
    "{number} other schools were tried for you; none gives a better plan.",
);
const OBJECT: Text = Text::new("{no}、异议和救济", "{no}. If you disagree");
const STEPS: Text = Text::new(
    "如有异议，请在公示期内（起止日期以公示为准）书面提出，先向所在学校，也可以向县（市、区）教育行政部门，写明理由并附材料；受理部门将复核并书面答复。仍不服的，可以依照《事业单位工作人员申诉规定》（人社部发〔2014〕45号）咨询申诉途径；该规定未单独列明交流轮岗，是否受理由受理机关答复。复核、申诉期间，本安排继续执行；不会因提出异议或者申诉而对您作出更不利的安排。",
    "You may object in writing while the list is posted (see it for the dates), to your school first or to the county education bureau, with reasons and papers; it is reviewed and answered in writing. After that you may ask about an appeal under the Rules for Appeals of Public-Institution Staff (人社部发〔2014〕45号); they do not name rotation, so the office that receives it says whether it is admitted. The arrangement stays in force meanwhile; nobody is treated worse for objecting.",
);
const SIGNED: Text = Text::new("（单位盖章）", "(seal)");
const DATE: Text = Text::new("　　年　　月　　日", "Date:              ");
const FOOT: Text = Text::new(
    "{county}　方案校验码{digest}　数据截至{date}{made_up}",
    "{county}, plan {digest}, data of {date}{made_up}",
);
const MADE_UP: Text = Text::new("　本页人员均为虚构", "; all people are made up");

/// The notice for a teacher.
pub fn notice(told: &Told<'_>, who: TeacherNo) -> Notice {
    let (roster, lang) = (told.facts.roster, told.lang);
    let teacher = roster.teacher(who);
    let one = told.doc.moves.iter().find(|one| one.teacher == teacher.id);
    let returns = one.is_none() && returns::comes_back(told, who);
    let (first_words, grounds) = match (one, returns.then(|| returns::words(told, who)).flatten()) {
        (Some(one), _) => (goes(told, who, one), grounds(told, who, one)),
        (None, Some([said, why])) => (said, vec![why]),
        (None, None) => (
            STAYS.fill(lang, &blanks! { base: base(told, who) }),
            kept(told, who),
        ),
    };
    let mut body = vec![Passage::Text(first_words)];
    body.push(Passage::Head(BECAUSE.get(lang).into()));
    body.extend(grounds.into_iter().map(Passage::Text));
    let mut no = lang.pick("二", "2");
    let tried = one.map_or_else(Vec::new, |_| tried(told));
    if !tried.is_empty() {
        no = lang.pick("三", "3");
        body.push(Passage::Head(OTHERWISE.get(lang).into()));
        body.extend(tried.into_iter().map(Passage::Text));
    }
    body.push(Passage::Head(OBJECT.fill(lang, &blanks! { no: no })));
    body.push(Passage::Text(STEPS.get(lang).into()));
    let county = &roster.county;
    let blanks = blanks! {
        county: lang.pick(&county.title_zh, &county.title_en),
        digest: short(&told.doc.digest), date: roster.date.to_string(),
        made_up: if county.made_up { MADE_UP.get(lang) } else { "" },
    };
    let title = if one.is_some_and(placed::is_placed) {
        placed::TITLE
    } else {
        TITLE
    };
    let letter = Letter {
        title: title.get(lang).into(),
        to: TO.fill(lang, &blanks! { name: teacher.name }),
        body,
        signed: vec![SIGNED.get(lang).into(), DATE.get(lang).into()],
        foot: FOOT.fill(lang, &blanks),
    };
    Notice {
        teacher: teacher.id.clone(),
        letter,
    }
}

fn base(told: &Told<'_>, who: TeacherNo) -> String {
    let base = told.facts.stands(who).base;
    let base = base.unwrap_or(told.facts.roster.teacher(who).work_school);
    told.facts.roster.school(base).name.clone()
}

fn goes(told: &Told<'_>, who: TeacherNo, one: &MoveDoc) -> String {
    let lang = told.lang;
    let name = |id: &str| {
        let school = told.facts.roster.find_school(id);
        school.map(|no| told.facts.roster.school(no).name.clone())
    };
    let blanks = blanks! {
        start: month(one.start, lang), end: one.end.map(|end| month(end, lang)), from: name(&one.from),
        to: name(&one.to), subject: report::teaches_in_full(told.doc, one), periods: one.weekly_periods,
        form: one.form_text(), quota: if one.quota_goes { QUOTA_GOES } else { QUOTA_STAYS },
    };
    let mut text = if placed::is_placed(one) {
        placed::words(told, who, one)
    } else {
        GOES.fill(lang, &blanks)
    };
    if let Some(minutes) = one.travel_minutes {
        text.push_str(&TRAVEL.fill(lang, &blanks! { minutes: minutes }));
    }
    if one.bed {
        text.push_str(BED.get(lang));
    }
    text
}

/// Why she goes: the conditions, what the move serves, and the order among people alike.
fn grounds(told: &Told<'_>, who: TeacherNo, one: &MoveDoc) -> Vec<String> {
    let (facts, lang) = (told.facts, told.lang);
    let teacher = facts.roster.teacher(who);
    let mut lines = Vec::new();
    if facts.stands(who).eligible && !placed::is_placed(one) {
        let words = blanks! {
            since: month(teacher.at_school_since, lang), base: base(told, who),
            source: source(facts.book, values::eligibility::RULE, lang),
        };
        lines.push(DUE.fill(lang, &words));
    }
    lines.extend(served(told, who, one));
    // Whoever must be placed was not picked, unless the order of those alike decided where to.
    if report::how_picked(one).is_some() {
        lines.push(picked(told, who, one));
    }
    lines
}

/// How she was picked. The published order is told where it may have decided: not where nobody is like her,
/// nor where everybody who is goes.
fn picked(told: &Told<'_>, who: TeacherNo, one: &MoveDoc) -> String {
    let (roster, lang) = (told.facts.roster, told.lang);
    let seed = &roster.lottery_seed;
    let ticket = facts::ticket(seed, &roster.teacher(who).id);
    let words = blanks! { seed: seed, ticket: first(&ticket, 8) };
    let said = one.picked.as_ref();
    let idle = said.is_some_and(|one| [Step::Alone, Step::All].contains(&one.by));
    let order = (!idle).then(|| ORDER.fill(lang, &words));
    let best = report::proved(told.doc.outcome.ended).then_some(NONE_BETTER);
    let said = said.map(|one| match one.by {
        Step::Alone if !tried(told).is_empty() => ALONE_TRIED.get(lang).into(),
        Step::Alone => ALONE.fill(lang, &blanks! { best: best }),
        _ => sentence(&report::picked(one), lang),
    });
    let lines: Vec<String> = order.into_iter().chain(said).collect();
    lines.join(lang.pick("", " "))
}

/// What each reason of a move says in a notice, with the source of the rule from which it comes. A clause is cited
/// only where it asks for this very move: not for her own wish, nor for a move that nothing in particular needs.
fn served(told: &Told<'_>, who: TeacherNo, one: &MoveDoc) -> Vec<String> {
    let lang = told.lang;
    let about = report::told(told.doc, one, YOU);
    let mut all: Vec<(Phrase, Option<RuleId>)> = Vec::new();
    for reason in &one.reasons {
        match (reason, &one.loss) {
            (Reason::Volunteer, _) => {}
            // Each rule that would be missed has its own source.
            (Reason::OtherRule, Some(loss)) => {
                let said = said_of(&about, *reason, &one.reasons, loss).into_iter();
                let rules = loss.rules.iter().map(|one| rules::card(&one.rule));
                let rules = rules.map(|card| card.map(|card| card.id));
                all.extend(said.zip(rules));
            }
            (_, Some(loss)) => {
                let said = said_of(&about, *reason, &one.reasons, loss).into_iter();
                all.extend(said.map(|said| (said, rule_of(*reason))));
            }
            // Older plans do not say what would be lost.
            (_, None) => all.push((reason.text().into(), rule_of(*reason))),
        }
    }
    let (mut lines, mut above) = (Vec::new(), None);
    for (what, rule) in all {
        let cited = rule.map(|rule| source(told.facts.book, rule, lang));
        let cited = cited.filter(|cited| !cited.is_empty());
        let text = match &cited {
            None => SERVES_ALONE,
            Some(_) if above == cited => SERVES_TOO,
            Some(_) => SERVES,
        };
        let words = blanks! { what: what.get(lang), source: cited.as_deref() };
        lines.push(capital(&text.fill(lang, &words)));
        above = cited;
    }
    lines.extend(wished(told, who, one));
    lines
}

/// That she asked to go, and which of her wishes this is.
fn wished(told: &Told<'_>, who: TeacherNo, one: &MoveDoc) -> Option<String> {
    let (roster, lang) = (told.facts.roster, told.lang);
    let wishes = &roster.teacher(who).wishes;
    let to = roster.find_school(&one.to);
    let place = wishes.iter().position(|wish| Some(*wish) == to);
    let said = match place {
        Some(place) => WISH.fill(lang, &blanks! { number: place + 1 }),
        None => ANY_WISH.get(lang).into(),
    };
    let willing = one.reasons.contains(&Reason::Volunteer);
    (willing && (place.is_some() || wishes.is_empty())).then_some(said)
}

/// Words as a sentence.
fn sentence(said: &Phrase, lang: Lang) -> String {
    capital(&format!("{}{}", said.get(lang), lang.pick("。", ".")))
}

/// With a capital letter in front.
fn capital(words: &str) -> String {
    let mut signs = words.chars();
    let first = signs.next().into_iter().flat_map(char::to_uppercase);
    first.chain(signs).collect()
}

/// Why she stays. What protects a person is not written down, even to herself: paper travels.
fn kept(told: &Told<'_>, who: TeacherNo) -> Vec<String> {
    let (facts, lang) = (told.facts, told.lang);
    let stand = facts.stands(who);
    if stand.eligible {
        return vec![NOT_NEEDED.get(lang).into()];
    }
    let mut why: Vec<Text> = Vec::new();
    for one in &stand.exemptions {
        let kept = one.is_personal() || Protection::find(one.key()).is_some();
        let text = if kept { PERSONAL } else { one.text() };
        if !why.contains(&text) {
            why.push(text);
        }
    }
    let source = source(facts.book, values::eligibility::RULE, lang);
    vec![NOT_DUE.fill(lang, &blanks! { why: why, source: source })]
}

/// What was tried besides; nothing when it was not solved for.
fn tried(told: &Told<'_>) -> Vec<String> {
    let (lang, mut lines) = (told.lang, Vec::new());
    let Some(answer) = told.answer else {
        return lines;
    };
    if let Some(stays) = &answer.stays
        && let Some(price) = &stays.price
    {
        lines.push(if price.ended == Ended::NoPlanExists {
            NO_OTHER.get(lang).into()
        } else {
            let (price, others) = (price_words(price, lang), stays.instead.len());
            IF_STAYS.fill(lang, &blanks! { price: price, others: others })
        });
    }
    let solved = answer.open.iter().filter_map(|one| one.price.as_ref());
    let solved: Vec<&Priced> = solved.collect();
    let goals = rules::goals(told.facts);
    let better = |price: &&Priced| {
        let first = goals.iter().find_map(|goal| price.goals.get(goal));
        !price.ended.is_settled() || first.is_some_and(|by| *by < 0)
    };
    if !solved.is_empty() && !solved.iter().any(better) {
        lines.push(TRIED.fill(lang, &blanks! { number: solved.len() }));
    }
    lines
}

/// The first signs of a digest.
fn first(digest: &str, signs: usize) -> String {
    digest.chars().take(signs).collect()
}

/// A month as a letter writes it.
fn month(month: Month, lang: Lang) -> String {
    let format = lang.pick("%Y年%-m月", "%Y-%m");
    month.first_day().strftime(format).to_string()
}
