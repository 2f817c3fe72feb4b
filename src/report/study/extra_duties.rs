//! What a teacher does besides her post and what becomes of her application, in words.

use crate::blanks;
use crate::domain::Subject;
use crate::facts::Reckoning;
use crate::plan::PostSource;
use crate::print::Phrase;
use crate::print::terminal::Lines;
use crate::study::{Application, Fuller, TeacherAnswer, Week};
use crate::text::{Lang, Text};

const WEEK: Text = Text::new(
    "每周课时：最多{most}，本岗{on_post}，岗位之外{besides}，路上{road}。",
    "Periods a week: {most} at most, {on_post} on her post, {besides} besides it, {road} on the road.",
);
const FULL_WEEK: Text = Text::new(
    "每周课时：本岗{on_post}，多于一般可任的{most}（{why}），岗位之外{besides}，路上{road}。",
    "Periods a week: {on_post} on her post, more than the usual {most} ({why}), {besides} besides it, {road} on the road.",
);
const CLASS_POST: Text = Text::new(
    "包班岗，一个班的课程由一人承担",
    "a class post: one person takes a whole class",
);
const GIVEN_POST: Text = Text::new(
    "该岗课时由本地填报",
    "the officer stated the periods of the post",
);
const ROUNDED: Text = Text::new(
    "本校{subject}这类岗位共{posts}个、每周{periods}课时，岗位取整后每岗略多",
    "{subject} at the school: {periods} periods among {posts} such posts, and posts are whole",
);
const OTHER_LOAD: Text = Text::new(
    "该岗按{subject}标准课时{load}设置，其本人原学科的标准课时较少",
    "the post is of a full load of {subject}, {load}; that of her own subject is less",
);
const NO_SUBJECT: Text = Text::new("不设专岗学科", "subjects without posts of their own");
const LESSON: Text = Text::new(
    "  {school}（{stage}）{subject}：每周{periods}课时",
    "  {school} ({stage}), {subject}: {periods} a week",
);
const TRIP: Text = Text::new(
    "  走教{school}：每周{half_days}个半天{way}",
    "  goes to {school}, half-days a week: {half_days}{way}",
);
const ONE_WAY: Text = Text::new("，单程{minutes}分钟", ", {minutes} minutes one way");
const APPLIES: Text = Text::new(
    "申报{title}岗位（{school}）：符合条件的{of}人中排第{place}；{site}空余岗位{free}个；{outcome}。",
    "Applies for {title} ({school}): place {place} of {of} fit applicants; posts free {site}: {free}; {outcome}.",
);
const UNFIT: Text = Text::new(
    "申报{title}岗位（{school}）：不符合条件，不列入排名；欠缺：{lacks}。",
    "Applies for {title} ({school}): not fit, so has no place; lacks: {lacks}.",
);
const COUNTY: Text = Text::new("全县", "in the county");
const SCHOOL: Text = Text::new("本校", "at the school");
const NOT_APPOINTED: Text = Text::new("本方案未聘任", "not appointed by this plan");

/// The lines of what there is.
pub(super) fn extra_duties(one: &TeacherAnswer, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    if let Some(week) = &one.week {
        week_lines(&mut lines, week);
    }
    if let Some(application) = &one.application {
        application_line(&mut lines, application);
    }
    lines.done()
}

/// Why a post has more periods than its holder may teach otherwise.
fn fuller(one: &Fuller) -> Phrase {
    let subject = one.subject.map_or(NO_SUBJECT, Subject::text);
    let load = one.load.unwrap_or(0);
    let words = blanks! { subject: subject, periods: one.periods, posts: one.posts, load: load };
    match one.how {
        Reckoning::Class => CLASS_POST.into(),
        Reckoning::Given => GIVEN_POST.into(),
        _ if load > 0 => Phrase::fill(OTHER_LOAD, &words),
        _ => Phrase::fill(ROUNDED, &words),
    }
}

fn week_lines(lines: &mut Lines, week: &Week) {
    let why = week.fuller.as_ref().map(fuller);
    let text = if why.is_some() { FULL_WEEK } else { WEEK };
    let blanks = blanks! { most: week.most, on_post: week.on_post, besides: week.besides,
    road: week.on_the_road, why: why };
    lines.fill(0, text, &blanks);
    for one in &week.lessons {
        let blanks = blanks! { school: one.name, stage: one.stage.text(),
        subject: one.subject.text(), periods: one.periods };
        lines.fill(0, LESSON, &blanks);
    }
    for one in &week.trips {
        let minutes = one.travel_minutes;
        let way = minutes.map(|minutes| blanks! { minutes: minutes });
        let way = way.map_or("".into(), |way| Phrase::fill(ONE_WAY, &way));
        let blanks = blanks! { school: one.name, half_days: one.half_days, way: way };
        lines.fill(0, TRIP, &blanks);
    }
}

fn application_line(lines: &mut Lines, one: &Application) {
    let outcome = match one.post.filter(|_| one.appointed) {
        Some(PostSource::General) => Text::new("本方案聘任", "appointed by this plan"),
        Some(PostSource::Reserve) => Text::new(
            "本方案聘任，使用统筹岗位",
            "appointed by this plan to a post set apart for rotated teachers",
        ),
        Some(PostSource::Outside) => Text::new(
            "本方案聘任，不占岗位",
            "appointed by this plan, needing no post",
        ),
        None => NOT_APPOINTED,
    };
    let blanks = blanks! { title: one.title.text(), school: one.name, of: one.of, place: one.place,
    free: one.free, site: if one.pooled { COUNTY } else { SCHOOL }, outcome: outcome, lacks: one.lacks };
    let fit = one.place.is_some();
    lines.fill(0, if fit { APPLIES } else { UNFIT }, &blanks);
}
