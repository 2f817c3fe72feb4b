//! The card of R33 and the words of what it finds.

use crate::facts::values::itinerant_teaching;
use crate::policy::{Card, GoalId, Mark};
use crate::text::Text;

crate::finding::codes! { pub(super),
    OVER_LOAD "R33" error
        ["{teacher}每周任课连同路途折算{actual}课时（其中路途{road}课时），超过上限{most}课时。", "{teacher} teaches and travels {actual} periods a week ({road} of them on the road); the limit is {most}."]
        ["减少兼课、走教课时。", "Give her fewer lessons besides her post."];
    OVER_WEEK "R33b" error
        ["{teacher}每周走教{actual}个半天，超过上限{most}个。", "{teacher} is away for {actual} half-days a week; the limit is {most}."]
        ["减少走教半天数。", "Let her be away less."];
    OVER_SCHOOLS "R33c" error
        ["{teacher}走教{actual}所学校，超过上限{most}所。", "{teacher} teaches at {actual} other schools; the limit is {most}."]
        ["减少走教学校。", "Let her go to fewer schools."];
    OVER_HALF_DAY "R33d" error
        ["{teacher}到{school}走教{actual}课时，安排的半天只够{most}课时。", "{teacher} gives {actual} periods at {school}; her half-days there hold {most}."]
        ["增加半天或减少课时。", "Add a half-day or take lessons away."];
    TOO_FAR "R33e" error
        ["{teacher}不能到{school}走教：超过单程时间上限、不在同一片区、路程不详或即本校。", "{teacher} cannot teach at {school} too: it is too far, in another district, the way is not known, or it is her own."]
        ["改由附近学校的教师走教。", "Let somebody from nearer go."];
    NOT_QUALIFIED "R33f" error
        ["{teacher}没有{stage}{subject}的任教资格，不能兼课。", "{teacher} may not teach {subject} at {stage}."]
        ["改由有资格的教师承担。", "Give the lessons to somebody who may."];
    NOT_FREE "R33g" error
        ["{teacher}是校级领导、受保护人员或不任课，不能另外安排课时。", "{teacher} is a school leader, is protected or does not teach, and can be given no more lessons."]
        ["改由其他教师承担。", "Give the lessons to somebody else."];
    OVER_GAP "R33h" error
        ["{school}{stage}{subject}缺{need}课时，方案安排兼课、走教、远程共{actual}课时。", "{school} lacks {need} periods of {subject} at {stage}; {actual} are given."]
        ["按实缺课时安排。", "Give no more than is lacking."];
    NOT_REMOTE "R33i" error
        ["{school}{stage}{subject}安排远程课程{actual}课时，政策不允许该校该学科远程授课。", "{school} is given {actual} remote periods of {subject} at {stage}, which the policy allows for other subjects or schools only."]
        ["改为走教，或修改允许远程的学科。", "Send somebody, or change the subjects that may be remote."];
}

pub(in crate::rules) static CARD: Card = Card {
    code: "R33",
    id: itinerant_teaching::RULE,
    title: Text::new("走教兼课", "Itinerant teaching"),
    asks: Text::new(
        "岗位之外的缺口由有余力的教师兼课、走教承担，路途折算课时；仍缺的可用远程课程补充。",
        "What posts leave open is covered by people with periods to spare, at their own school or another, the way counting as work; remote lessons may add to it.",
    ),
    formula: "c + Σ l + Σ w·d ≤ L;  Σ l at s ≤ P·d;  Σ d ≤ D;  Σ l + r ≤ n",
    unit: Text::new("处", "places"),
    goal: GoalId::EmptyPosts,
    mend: None,
    params: itinerant_teaching::PARAMS,
    marks: &[Mark::JudgedOnly],
    suspected: 0,
    breaches: CODES,
};
