//! Who would sit where at one school if one person more or one fewer were there: the seats change hands so
//! that least stays uncovered as the policy weighs it. Everybody else stays at the school where the plan
//! has her.

use crate::domain::{SchoolNo, Subject, TeacherNo, whole};
use crate::facts::values::teaching_posts;
use crate::facts::{Facts, Placement, PostNo, worthy};
use crate::rules::teaching_posts::weight;
use crate::rules::{Flows, NextYear, OwnPosts};
use std::collections::BTreeMap;

/// Somebody leaves a seat, takes one, or both; no post: without one.
pub(super) type Step = (TeacherNo, Option<PostNo>, Option<PostNo>);

/// What some steps at a school change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Change {
    /// Covered periods as the policy weighs them, crowded schools included.
    pub weighted: i64,
    /// Covered periods.
    pub periods: i64,
    /// Posts that are closed.
    pub posts: i64,
    /// The steps, hers first.
    pub steps: Vec<Step>,
}

/// People and posts of a plan, by school.
pub(super) struct Seats<'a> {
    facts: &'a Facts<'a>,
    /// Where everybody works, by teacher.
    at: Vec<Option<SchoolNo>>,
    /// The post that everybody fills, by teacher.
    on: Vec<Option<PostNo>>,
    /// Whether she is moved, from a school that goes on, by teacher.
    moved: Vec<bool>,
    /// People of each school.
    people: BTreeMap<SchoolNo, Vec<TeacherNo>>,
    /// Posts of each kind that stay empty.
    empty: Vec<i64>,
    /// The same with those whose holder closes nothing.
    open: Vec<i64>,
    /// Own people of every school and subject, the schools as the plan has them, and who of each subject is off its
    /// posts there.
    own: OwnPosts,
    next: Vec<(NextYear, Flows)>,
    /// As R07 weighs a period of each post.
    weights: Vec<i64>,
    /// From how many open posts on a school is crowded, and what each further one weighs.
    crowd: (i64, i64),
}

impl<'a> Seats<'a> {
    pub(super) fn new(facts: &'a Facts<'a>, plan: &Placement) -> Self {
        let all = facts.roster.teachers.len();
        let own = OwnPosts::of(facts);
        let next = NextYear::of(facts, plan).into_iter();
        let weighed = |next: NextYear| {
            let flows = own.flows(facts, &next);
            (next, flows)
        };
        let mut seats = Self {
            facts,
            next: next.map(weighed).collect(),
            own,
            weights: facts.post_nos().map(|no| weight(facts, no)).collect(),
            crowd: (
                facts.book.get(teaching_posts::CROWD_FROM),
                facts.book.get(teaching_posts::CROWD_WEIGHT),
            ),
            at: plan.next(facts),
            on: vec![None; all],
            moved: vec![false; all],
            people: BTreeMap::new(),
            empty: Vec::new(),
            open: Vec::new(),
        };
        for one in &plan.moves {
            seats.moved[one.teacher.0] = !facts.must_leave(one.teacher);
        }
        let mut hired = vec![0; facts.posts.len()];
        for hire in &plan.hires {
            hired[hire.post.0] += i64::from(hire.number);
        }
        for (no, people) in facts.post_nos().zip(&plan.fills) {
            for who in people {
                seats.on[who.0] = Some(no);
            }
            let closes = |who: &&TeacherNo| !seats.moved[who.0] || seats.is_worth(**who, no);
            let closed = whole(people.iter().filter(closes).count());
            let number = i64::from(facts.post(no).number) - hired[no.0];
            seats.empty.push((number - whole(people.len())).max(0));
            seats.open.push((number - closed).max(0));
        }
        for who in facts.roster.teacher_nos() {
            if let Some(at) = seats.at[who.0] {
                seats.people.entry(at).or_default().push(who);
            }
        }
        seats
    }

    /// Whether the post of somebody has a part in a subject.
    pub(super) fn holds(&self, who: TeacherNo, subject: Subject) -> bool {
        let post = self.on[who.0].map(|no| self.facts.post(no));
        post.is_some_and(|post| post.has(subject))
    }

    /// Whether somebody who is moved closes the post that she is moved to.
    fn is_worth(&self, who: TeacherNo, post: PostNo) -> bool {
        worthy(self.facts, self.facts.stands(who).profile, post)
    }

    /// Weekly periods that somebody covers of a post; none: she does not fill it.
    pub(super) fn covers(&self, who: TeacherNo, post: PostNo) -> Option<i64> {
        let profile = self.facts.profile(self.facts.stands(who).profile);
        let fit = profile.fit(self.facts.post(post));
        fit.fills().then_some(fit.covered())
    }

    /// What she brings on a post, sent there or not: weighed periods, periods, posts.
    fn brings(&self, who: TeacherNo, sent: bool, post: Option<PostNo>) -> (i64, i64, i64) {
        let Some((no, covered)) = post.and_then(|no| Some((no, self.covers(who, no)?))) else {
            return (0, 0, 0);
        };
        if !sent || self.is_worth(who, no) {
            (self.weights[no.0] * covered, covered, 1)
        } else {
            (0, covered, 0)
        }
    }

    /// What steps at a school change, all together; whoever belongs there is not sent there.
    fn change(&self, school: SchoolNo, steps: Vec<Step>) -> Change {
        let mut all = Change::default();
        for (who, from, to) in &steps {
            let base = self.facts.stands(*who).base;
            let sent = base != Some(school) && !self.facts.must_leave(*who);
            let (was, is) = (self.brings(*who, sent, *from), self.brings(*who, sent, *to));
            all.weighted += is.0 - was.0;
            all.periods += is.1 - was.1;
            all.posts += is.2 - was.2;
        }
        let (from, each) = self.crowd;
        let crowd = |open: i64| each * (open - from).max(0);
        let open = self.facts.posts_of(school).map(|no| self.open[no.0]);
        let open: i64 = open.sum();
        all.weighted += crowd(open) - crowd(open - all.posts);
        all.weighted -= self.pulled_away(school, &steps);
        all.steps = steps;
        all
    }

    /// By how much more it weighs that own people are pulled away from their subject. Who came and is left without a post
    /// does not come; who left and is there again does not leave.
    fn pulled_away(&self, school: SchoolNo, steps: &[Step]) -> i64 {
        let (next, flows) = &self.next[school.0];
        let to: Vec<_> = steps.iter().map(|(who, _, to)| (*who, *to)).collect();
        self.own.change(self.facts, (next, flows), &to)
    }

    /// Whether somebody could take over another's post, if the other has one.
    pub(super) fn may_take_over(&self, who: TeacherNo, other: TeacherNo) -> bool {
        self.on[other.0].is_none_or(|no| self.covers(who, no).is_some())
    }

    /// At a school one comes for another, onto her post.
    pub(super) fn taken_over(&self, school: SchoolNo, out: TeacherNo, back: TeacherNo) -> Change {
        let seat = self.on[out.0];
        self.change(school, vec![(out, seat, None), (back, None, seat)])
    }

    fn others(&self, school: SchoolNo) -> &[TeacherNo] {
        self.people.get(&school).map_or(&[][..], Vec::as_slice)
    }

    /// Without her at a school: her seat stays empty, or somebody there takes it, whose own seat stays empty
    /// or is taken in turn, until one who has none takes the last.
    pub(super) fn without(&self, school: SchoolNo, her: TeacherNo) -> Change {
        let Some(seat) = self.on[her.0] else {
            return self.change(school, vec![(her, None, None)]);
        };
        let mut best = self.change(school, vec![(her, Some(seat), None)]);
        // The best way to leave each kind of post with a seat free.
        let mut free = BTreeMap::from([(seat, best.clone())]);
        for _ in 0..DEEPEST {
            let mut next: BTreeMap<PostNo, Change> = BTreeMap::new();
            for (seat, so_far) in &free {
                for one in self.others(school) {
                    let from = self.on[one.0];
                    let fits = from != Some(*seat) && self.covers(*one, *seat).is_some();
                    if !fits || so_far.has(*one) {
                        continue;
                    }
                    let way = self.change(school, so_far.then((*one, from, Some(*seat))));
                    if way.key() > best.key() {
                        best = way.clone();
                    }
                    if let Some(left) = from {
                        keep(&mut next, left, way);
                    }
                }
            }
            free = next;
        }
        best
    }

    /// With her at a school: without a post, on one that stays empty, or on that of somebody who takes an
    /// empty one, or somebody else's in turn, or, if she was not sent there, goes without.
    pub(super) fn with(&self, school: SchoolNo, her: TeacherNo) -> Change {
        let mut best = self.change(school, vec![(her, None, None)]);
        // The best way to leave each person without a seat, with the seat that she had.
        let mut without = BTreeMap::from([(her, (None, Vec::new()))]);
        for _ in 0..DEEPEST {
            let mut next: BTreeMap<TeacherNo, Change> = BTreeMap::new();
            for (who, (had, steps)) in &without {
                let to = |no| [steps.clone(), vec![(*who, *had, Some(no))]].concat();
                let fits = |no: &PostNo| *had != Some(*no) && self.covers(*who, *no).is_some();
                for no in self.facts.posts_of(school).filter(fits) {
                    let way = self.change(school, to(no));
                    if self.empty[no.0] > 0 && way.key() > best.key() {
                        best = way.clone();
                    }
                    let there = self.others(school).iter();
                    for one in there.filter(|one| self.on[one.0] == Some(no)) {
                        if *one != her && !way.has(*one) {
                            let out = self.change(school, way.then((*one, Some(no), None)));
                            if !self.moved[one.0] && out.key() > best.key() {
                                best = out.clone();
                            }
                            keep(&mut next, *one, out);
                        }
                    }
                }
            }
            let seated = next.into_iter().filter_map(|(who, mut change)| {
                let (_, had, _) = change.steps.pop()?;
                Some((who, (had, change.steps)))
            });
            without = seated.collect();
        }
        best
    }
}

/// Seats that may change hands after hers.
const DEEPEST: usize = 6;

/// Keeps the best way to something.
fn keep<K: Ord>(all: &mut BTreeMap<K, Change>, to: K, way: Change) {
    if all.get(&to).is_none_or(|known| way.key() > known.key()) {
        all.insert(to, way);
    }
}

impl Change {
    /// The better the greater; of equal ones that with fewest steps.
    fn key(&self) -> (i64, i64, i64) {
        (self.weighted, self.periods, -whole(self.steps.len()))
    }

    /// Whether somebody takes part.
    fn has(&self, who: TeacherNo) -> bool {
        self.steps.iter().any(|step| step.0 == who)
    }

    /// With one step more.
    fn then(&self, step: Step) -> Vec<Step> {
        [self.steps.as_slice(), &[step]].concat()
    }
}
