//! A plan in the numbers of the roster: who works where, who fills which post, who is recruited.

use super::post::Gap;
use super::values::counting_forms;
use super::{Facts, PostNo, form_of};
use crate::domain::{Form, Month, SchoolNo, TeacherNo, length};
use crate::policy::RuleBook;

/// One decided move.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlannedMove {
    /// Who.
    pub teacher: TeacherNo,
    /// From where: her base.
    pub from: SchoolNo,
    /// To where.
    pub to: SchoolNo,
    /// Under which form; none: she is placed from a school that closes, for good.
    pub form: Option<Form>,
    /// First month.
    pub start: Month,
    /// Last month; none: she is there for good.
    pub end: Option<Month>,
    /// Share of full time at the new school, per cent.
    pub share: u32,
    /// The quota place goes with the person (调动人事关系).
    pub quota_goes: bool,
    /// A bed is set aside for her.
    pub bed: bool,
}

impl PlannedMove {
    /// A move as the policy has moves: full time, from the new school year on, for as long as counts; of whose school
    /// closes, for good.
    pub fn new(facts: &Facts<'_>, who: TeacherNo, from: SchoolNo, to: SchoolNo) -> Self {
        let book = facts.book;
        let months = i32::try_from(book.get(counting_forms::LENGTH_MONTHS)).unwrap_or(12);
        let posted = !facts.must_leave(who);
        Self {
            teacher: who,
            from,
            to,
            form: posted.then(|| form_of(facts, from, to)),
            start: facts.year_start,
            end: posted.then(|| facts.year_start.plus(months - 1)),
            share: 100,
            quota_goes: facts.quota_goes(who),
            bed: facts.needs_bed(who, to),
        }
    }

    /// For how many months she is there. Whoever is placed for good is there as long as a posting at least, and where
    /// months are asked for she counts like one.
    pub fn months(&self, book: &RuleBook) -> i64 {
        self.end.map_or_else(
            || book.get(counting_forms::LENGTH_MONTHS),
            |end| i64::from(end.months_since(self.start)) + 1,
        )
    }

    /// Whether she goes under one of these forms.
    pub fn is_under(&self, forms: &[Form]) -> bool {
        self.form.is_some_and(|form| forms.contains(&form))
    }
}

/// Recruits of one pool for one kind of post.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hire {
    /// Place of the pool in [`crate::domain::Roster::pools`].
    pub pool: usize,
    /// The post.
    pub post: PostNo,
    /// How many.
    pub number: u32,
}

/// Lessons that somebody gives besides her post (兼课).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lesson {
    /// Who.
    pub teacher: TeacherNo,
    /// School, stage and subject.
    pub gap: Gap,
    /// Periods a week.
    pub periods: u32,
}

/// Half-days that somebody teaches at another school than her own (走教).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trip {
    /// Who.
    pub teacher: TeacherNo,
    /// The other school.
    pub school: SchoolNo,
    /// Half-days a week.
    pub half_days: u32,
}

/// Lessons that reach a school from afar (远程课程).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remote {
    /// School, stage and subject.
    pub gap: Gap,
    /// Periods a week.
    pub periods: u32,
}

/// Lessons that somebody gives now and then at another school (送教、巡回授课).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Visit {
    /// Who.
    pub teacher: TeacherNo,
    /// The school that is visited.
    pub school: SchoolNo,
    /// For the lack of a teacher of this group of subjects, by its place in the policy; none for a
    /// backbone teacher's circuit.
    pub group: Option<usize>,
    /// Times a term.
    pub times: u32,
}

/// A village backbone teacher and her mentor (名师结对).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The village backbone teacher.
    pub teacher: TeacherNo,
    /// Her mentor.
    pub mentor: TeacherNo,
}

/// A school leader whose terms are over goes on to another school (校长交流).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeaderMove {
    /// Who.
    pub teacher: TeacherNo,
    /// The school whose office she takes.
    pub to: SchoolNo,
}

/// Recruits who learn at another school before they come to their post (见习).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Apprentice {
    /// Place of the pool in [`crate::domain::Roster::pools`].
    pub pool: usize,
    /// The post that waits for them.
    pub post: PostNo,
    /// Where they learn.
    pub school: SchoolNo,
    /// How many.
    pub number: u32,
}

/// A whole plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Placement {
    /// Moves, by teacher.
    pub moves: Vec<PlannedMove>,
    /// Who fills each post, by [`PostNo`].
    pub fills: Vec<Vec<TeacherNo>>,
    /// Recruits, by pool and post.
    pub hires: Vec<Hire>,
    /// Applicants who are appointed to a title post, sorted.
    pub appointments: Vec<TeacherNo>,
    /// Contract teachers who are taken onto the quota, sorted.
    pub conversions: Vec<TeacherNo>,
    /// Lessons besides the posts, sorted.
    pub lessons: Vec<Lesson>,
    /// Half-days at other schools, sorted.
    pub trips: Vec<Trip>,
    /// Remote lessons, sorted.
    pub remote: Vec<Remote>,
    /// Visits, sorted.
    pub visits: Vec<Visit>,
    /// Mentors, by village teacher.
    pub pairs: Vec<Pair>,
    /// Leaders who go on, by teacher.
    pub leaders: Vec<LeaderMove>,
    /// Recruits who learn first, sorted.
    pub apprentices: Vec<Apprentice>,
}

impl Placement {
    /// Nobody moves, nobody fills anything.
    pub fn empty(facts: &Facts<'_>) -> Self {
        Self {
            fills: vec![Vec::new(); facts.posts.len()],
            ..Self::default()
        }
    }

    /// The move of a teacher, if she moves.
    pub fn move_of(&self, teacher: TeacherNo) -> Option<&PlannedMove> {
        self.moves.iter().find(|one| one.teacher == teacher)
    }

    /// Where each teacher works next year, by [`TeacherNo`]; `None`: she does not teach.
    pub fn next(&self, facts: &Facts<'_>) -> Vec<Option<SchoolNo>> {
        let mut next: Vec<_> = facts.standing.iter().map(|stand| stand.base).collect();
        for one in &self.moves {
            next[one.teacher.0] = Some(one.to);
        }
        next
    }

    /// Puts whoever fills a post in the order of the roster.
    pub fn sort_fills(&mut self) {
        for people in &mut self.fills {
            people.sort_unstable();
        }
    }

    /// Puts in order what is decided beside who goes where.
    pub fn sort_secondary(&mut self) {
        self.lessons.sort_unstable();
        self.trips.sort_unstable();
        self.remote.sort_unstable();
        self.visits.sort_unstable();
        self.pairs.sort_unstable();
        self.leaders.sort_unstable();
        self.apprentices.sort_unstable();
    }

    /// Recruits for a post, all pools together.
    pub fn hired(&self, post: PostNo) -> u32 {
        let here = self.hires.iter().filter(|hire| hire.post == post);
        here.map(|hire| hire.number).sum()
    }

    /// Posts of a kind that nobody fills.
    pub fn empty_of(&self, facts: &Facts<'_>, no: PostNo) -> u32 {
        let filled = length(self.fills[no.0].len());
        let post = facts.post(no);
        post.number
            .saturating_sub(filled)
            .saturating_sub(self.hired(no))
    }

    /// Posts of all schools that nobody fills.
    pub fn empty_posts(&self, facts: &Facts<'_>) -> i64 {
        let posts = facts.post_nos();
        posts.map(|no| i64::from(self.empty_of(facts, no))).sum()
    }
}
