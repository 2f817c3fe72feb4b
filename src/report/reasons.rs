//! Why somebody moves, in sentences: what would be lost if she stayed, and how she was picked. The same
//! words stand in the roll, on the page, in her letter and in an explanation.

use super::rules::title;
use super::teaching::post_of;
use crate::blanks;
use crate::domain::Subject;
use crate::facts::placed::WhyThere;
use crate::plan::{LossDoc, MoveDoc, MoveKind, PickedDoc, Plan, Reason, Step, TightDoc};
use crate::print::{LIST, Phrase};
use crate::rules::card;
use crate::text::{Blanks, Text};

/// Of whom and of what the sentences are.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// How she is called: by her name, or 您.
    pub who: Phrase,
    /// Name of whom she changes places with, where both are reckoned together.
    pub with: Option<&'a str>,
    /// Name of the school that she leaves.
    pub from: &'a str,
    /// Name of the school that she goes to.
    pub to: &'a str,
    /// Subjects of the post that waits for her.
    pub subjects: Vec<Subject>,
    /// Weekly periods of it that are hers.
    pub periods: i64,
    /// Weekly periods that nobody gives at the school that she leaves, shared lessons reckoned in.
    pub open: i64,
    /// Why she is placed there, where her school closes.
    pub why_there: Vec<WhyThere>,
}

/// How a letter calls her who reads it.
pub const YOU: Text = Text::new("您", "you");

const POST: Text = Text::new(
    "如{who}留任，{to}多空{posts}个岗位（{subjects}），每周{periods}课时无人任教",
    "if {who} stayed, {to} would have {posts} more empty post ({subjects}) and {periods} weekly periods without a teacher",
);
/// Where the post that stays empty is not hers, or others change posts for it.
const POST_ROUND: Text = Text::new(
    "如{who}留任，{to}教师相应换岗，多空{posts}个岗位（{subjects}），换岗前后合计每周少承担{periods}课时（{who}的岗位为{own}课时）",
    "if {who} stayed and colleagues at {to} took other posts for it, there would be {posts} more empty post ({subjects}), and {periods} weekly periods fewer would be given in all (by {who}: {own})",
);
/// The test that every move for a post stands, and that others do not.
const ENOUGH: Text = Text::new(
    "；按学校和学科的权数折算，多于调动应增加的课时",
    "; as schools and subjects weigh, this is more than a move has to gain",
);
const AT_HOME: Text = Text::new(
    "；{from}可多承担{home}课时，相抵后全县少{net}课时",
    "; {from} would have {home} more given, so that the county lacks {net}",
);
const POST_FIRST: Text = Text::new(
    "如{who}留任，空岗和空缺课时移到{to}，该校或该学科依规定优先",
    "if {who} stayed, what stays empty would be at {to}, where the school or the subject comes first",
);
const LESS: Text = Text::new(
    "，全县每周少{net}课时",
    ", and the county would lack {net} weekly periods",
);
const OPENS: Text = Text::new(
    "如{who}留任，{to}的{what}开不出来",
    "if {who} stayed, {to} could not open {what}",
);
const FLOOR: Text = Text::new(
    "如{who}留任，{to}的{what}多差1人",
    "if {who} stayed, {to} would lack one more of: {what}",
);
const YEAR: Text = Text::new(
    "{who}申报职称尚缺的基层任教年限，按方案可以取得",
    "by the plan {who} get the year that the title asks for",
);
const YEAR_OF: Text = Text::new(
    "{who}申报职称尚缺的基层任教年限，按方案可以取得",
    "by the plan {who} gets the year that the title asks for",
);
const SHARE: Text = Text::new(
    "为完成全县交流轮岗比例（应{need}{unit}，方案{actual}{unit}）",
    "needed for the county's rotation share (at least {need} {unit}, {actual} by the plan)",
);
const ONLY_SHARE: Text = Text::new(
    "只为完成全县交流轮岗比例（应{need}{unit}，方案{actual}{unit}），{who}留任不影响岗位和硬性规定",
    "only for the county's rotation share (at least {need} {unit}, {actual} by the plan): no post and no must-rule would be missed if {who} stayed",
);
const MOST_SHARE: Text = Text::new(
    "主要为完成全县交流轮岗比例（应{need}{unit}，方案{actual}{unit}）；如{who}留任，全县每周多缺{net}课时，但按学校和学科的权数折算，不多于调动应增加的课时",
    "chiefly for the county's rotation share (at least {need} {unit}, {actual} by the plan): if {who} stayed the county would lack {net} weekly periods, as schools and subjects weigh no more than a move has to gain",
);
/// What shared lessons leave open at the school that she leaves: how much of it she would give is not reckoned.
const OPEN_AT_HOME: Text = Text::new(
    "；{from}兼课后每周仍有{open}课时无人承担，{who}如留任可兼其中多少没有推算",
    "; {from} has {open} weekly periods that nobody gives, shared lessons reckoned in, and how many of them {who} would give by staying is not reckoned",
);
const SHARE_COSTS: Text = Text::new(
    "只为完成全县交流轮岗比例（应{need}{unit}，方案{actual}{unit}）；如{who}留任，{from}每周可多承担{home}课时，不少于{to}所增的课时",
    "only for the county's rotation share (at least {need} {unit}, {actual} by the plan): if {who} stayed {from} would have {home} weekly periods more given, no fewer than are gained at {to}",
);
const BACKBONE: Text = Text::new(
    "为完成骨干教师交流比例（应{need}{unit}，方案{actual}{unit}）",
    "needed for the share of backbone teachers (at least {need} {unit}, {actual} by the plan)",
);
const PERSONS: Text = Text::new("人", "persons");
const MONTHS: Text = Text::new("人月", "full-time months");
const RULE: Text = Text::new(
    "如{who}留任，“{rule}”多差{by}{unit}",
    "if {who} stayed, “{rule}” would lack {by} more ({unit})",
);
const RULE_OF_BOTH: Text = Text::new(
    "如对调的两人都留任，“{rule}”多差{by}{unit}",
    "if both of the exchange stayed, “{rule}” would lack {by} more ({unit})",
);
const PINNED: Text = Text::new("由人事部门研究指定", "decided by the bureau");
const CLOSES: Text = Text::new(
    "{from}撤并，{who}须另行安排；安排到{to}：{why}",
    "{from} closes, so that another school is needed for {who}; why {to}: {why}",
);
const PUPILS: Text = Text::new("{from}的学生转入该校", "the pupils of {from} go there");
const SEAT: Text = Text::new(
    "该校有{subjects}岗位可任",
    "it has a post to take ({subjects})",
);
const WISHED: Text = Text::new("本人填报了该校", "it was asked for");
const NEAREST: Text = Text::new("路程最近", "it is the nearest");
const BY_GOALS: Text = Text::new("按各项目标依次比较选定", "the goals decided in their order");
const SPARE: Text = Text::new(
    "{who}一人留任，各项规定和岗位不受影响；同类调动可以互换",
    "with {who} alone staying nothing would be lost; moves of this kind may take each other's place",
);
const WILLING: Text = Text::new("本人自愿报名", "volunteered");
const OLDER: Text = Text::new(
    "与同批其他调整相接替",
    "other moves of the plan need this one",
);

const EXCHANGED: Text = Text::new(
    "与{other}对调，以下按两人都留任推算",
    "in exchange with {other}; what follows is reckoned as if both stayed",
);
const NOT_REACHED: Text = Text::new(
    "中途停止，没有核算这一调动的理由；重新测算、让它算完即可补齐",
    "it was stopped before the reason of this move was reckoned; plan again with more time",
);

/// Why she moves: one sentence for each reason.
pub fn why(told: &Told<'_>, reasons: &[Reason], loss: &LossDoc) -> Vec<Phrase> {
    let exchanged = |other: &str| Phrase::fill(EXCHANGED, &blanks! { other: other });
    let mut said: Vec<Phrase> = told.with.map(exchanged).into_iter().collect();
    for one in reasons {
        said.extend(said_of(told, *one, reasons, loss));
    }
    said
}

/// What one of these reasons says.
pub fn said_of(told: &Told<'_>, reason: Reason, all: &[Reason], loss: &LossDoc) -> Vec<Phrase> {
    let left = if loss.left.is_empty() {
        &told.subjects
    } else {
        &loss.left
    };
    let subjects = left.iter().map(|one| one.text());
    let blanks = blanks! {
        who: told.who, from: told.from, to: told.to, subjects: subjects.collect::<Vec<_>>(),
        posts: loss.posts, periods: loss.periods + loss.at_home, home: loss.at_home,
        net: loss.periods, own: told.periods, open: told.open,
    };
    let one = |text: Text| vec![Phrase::fill(text, &blanks)];
    let listed = |text: Text, what: Vec<Text>| {
        let mut blanks = blanks.clone();
        blanks.append(&mut blanks! { what: what });
        vec![Phrase::fill(text, &blanks)]
    };
    match reason {
        Reason::FillsPost => {
            let hers = [0, loss.periods + loss.at_home].contains(&told.periods);
            let post = if hers { POST } else { POST_ROUND };
            let home = (loss.at_home > 0).then_some(AT_HOME);
            let enough = (loss.weighted > 0).then_some(ENOUGH);
            let says: Vec<Text> = [Some(post), home, enough].into_iter().flatten().collect();
            row(&says, &blanks)
        }
        Reason::PostFirst if loss.periods > 0 => row(&[POST_FIRST, LESS], &blanks),
        Reason::PostFirst => one(POST_FIRST),
        Reason::OpensSubject => listed(OPENS, loss.unopened.iter().map(|one| one.text()).collect()),
        Reason::StaffFloor => {
            let what = loss.indicators.iter().map(|one| one.text());
            listed(FLOOR, what.collect())
        }
        Reason::TitleYear if told.who == YOU.into() => one(YEAR),
        Reason::TitleYear => one(YEAR_OF),
        Reason::RotationShare => {
            // Whoever asked for it goes for that as well.
            let beside = [Reason::RotationShare, Reason::BackboneShare];
            let only = all.iter().all(|one| beside.contains(one));
            let says = match only {
                false => SHARE,
                true if loss.periods > 0 => MOST_SHARE,
                true if loss.at_home > 0 => SHARE_COSTS,
                true => ONLY_SHARE,
            };
            let open = (says == ONLY_SHARE && told.open > 0).then_some(OPEN_AT_HOME);
            let says: Vec<Text> = [Some(says), open].into_iter().flatten().collect();
            share(&says, blanks.clone(), loss.share.as_ref())
        }
        Reason::BackboneShare => share(&[BACKBONE], blanks.clone(), loss.backbone.as_ref()),
        Reason::OtherRule => rules(told, loss),
        Reason::Pinned => one(PINNED),
        Reason::SchoolCloses => vec![closes(told, blanks)],
        Reason::Spare => one(SPARE),
        Reason::Volunteer => one(WILLING),
        Reason::Replaces => one(OLDER),
        Reason::NotReached => one(NOT_REACHED),
    }
}

/// That the school closes, and why she is placed at this one.
fn closes(told: &Told<'_>, mut blanks: Blanks) -> Phrase {
    let why = told.why_there.iter().map(|one| match one {
        WhyThere::Pupils => PUPILS,
        WhyThere::Post => SEAT,
        WhyThere::Wish => WISHED,
        WhyThere::Nearest => NEAREST,
    });
    let why: Vec<Phrase> = why.map(|one| Phrase::fill(one, &blanks)).collect();
    let why = match why[..] {
        [] => BY_GOALS.into(),
        _ => Phrase::join(why, LIST),
    };
    blanks.append(&mut blanks! { why: why });
    Phrase::fill(CLOSES, &blanks)
}

/// One sentence of these parts.
fn row(texts: &[Text], blanks: &Blanks) -> Vec<Phrase> {
    let of = |lang| texts.iter().map(|text| text.fill(lang, blanks)).collect();
    vec![Phrase::of(of)]
}

fn share(texts: &[Text], mut blanks: Blanks, of: Option<&TightDoc>) -> Vec<Phrase> {
    let Some(one) = of else {
        return Vec::new();
    };
    let unit = if one.months { MONTHS } else { PERSONS };
    blanks.append(&mut blanks! { need: one.need, actual: one.actual, unit: unit });
    row(texts, &blanks)
}

fn rules(told: &Told<'_>, loss: &LossDoc) -> Vec<Phrase> {
    let said = loss.rules.iter().map(|one| {
        let unit = card(&one.rule).map(|card| card.unit);
        let blanks = blanks! { who: told.who, rule: title(&one.rule), by: one.by, unit: unit };
        // Of an exchange the share may be hers or that of whom she changes places with.
        let text = if told.with.is_some() {
            RULE_OF_BOTH
        } else {
            RULE
        };
        Phrase::fill(text, &blanks)
    });
    said.collect()
}

const PICKED: Text = Text::new(
    "在各项条件相同的{alike}名教师中安排{going}人，按公布的次序（{by}）选定",
    "{going} of {alike} teachers alike in everything go; picked in the published order ({by})",
);
const ALL_GO: Text = Text::new(
    "各项条件相同的{alike}名教师全部安排",
    "all {alike} teachers alike in everything go",
);
const ALONE: Text = Text::new(
    "没有各项条件与之相同的教师，不需排序抽签，由各项目标依次比较选定",
    "nobody is alike in everything: neither order nor lot was needed, the goals decided in their order",
);

/// How she was picked among people alike.
pub fn picked(one: &PickedDoc) -> Phrase {
    let text = match one.by {
        Step::Alone => ALONE,
        Step::All => ALL_GO,
        _ => PICKED,
    };
    let blanks = blanks! { alike: one.alike, going: one.going, by: one.by.text() };
    Phrase::fill(text, &blanks)
}

/// The same of somebody who moves. Whoever must be placed is told so only where the order of those alike may have
/// decided where to.
pub fn how_picked(one: &MoveDoc) -> Option<Phrase> {
    let idle = |told: &&PickedDoc| [Step::Alone, Step::All].contains(&told.by);
    let told = one.picked.as_ref();
    let told = told.filter(|told| one.kind != MoveKind::Closing || !idle(told));
    told.map(picked)
}

/// Of whom and of what the sentences about a move of a plan are.
pub fn told<'a>(doc: &'a Plan, one: &MoveDoc, who: impl Into<Phrase>) -> Told<'a> {
    let name = |id: &str| {
        let mut schools = doc.schools.iter();
        let found = schools.find(|school| school.id == id);
        found.map_or("", |school| school.name.as_str())
    };
    let post = post_of(doc, one);
    let with = one.loss.as_ref().and_then(|loss| loss.with.as_ref());
    let mut moves = doc.moves.iter();
    let with = with.and_then(|id| moves.find(|one| one.teacher == *id));
    Told {
        who: who.into(),
        with: with.map(|one| one.name.as_str()),
        from: name(&one.from),
        to: name(&one.to),
        subjects: post.map_or_else(Vec::new, |post| {
            post.parts.iter().map(|part| part.0).collect()
        }),
        periods: one.weekly_periods,
        open: open_at(doc, &one.from),
        why_there: one.why_there.clone(),
    }
}

/// Weekly periods that nobody gives at a school, shared lessons reckoned in.
fn open_at(doc: &Plan, school: &str) -> i64 {
    let gaps = doc.periods.gaps.iter().filter(|gap| gap.school == school);
    gaps.map(|gap| gap.open).sum()
}

/// Why somebody of a plan moves and how she was picked; of a plan without them, its reasons alone.
pub fn move_reasons(doc: &Plan, one: &MoveDoc, who: impl Into<Phrase>) -> Vec<Phrase> {
    let Some(loss) = &one.loss else {
        return one.reasons.iter().map(|one| one.text().into()).collect();
    };
    let mut said = why(&told(doc, one, who), &one.reasons, loss);
    said.extend(how_picked(one));
    said
}
