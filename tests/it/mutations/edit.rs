//! What an officer can do to a plan by hand, as edits of the document.

use super::county::Scene;
use crate::by_name::ByName;
use lungang::domain::{SchoolNo, TeacherNo};
use lungang::facts::{PlannedMove, PostNo};
use lungang::finding::About;
use lungang::plan::{MoveDoc, MoveKind, Plan, PostDoc, RecruitDoc, to_json};

/// A plan that breaks a rule on purpose, and whom the finding must be about.
pub(super) struct Broken {
    pub(super) bytes: Vec<u8>,
    /// `None`: whoever it is.
    pub(super) about: Option<About>,
}

/// A copy of the proved plan under the officer's pencil.
pub(super) struct Edit<'s, 'f> {
    scene: &'s Scene<'f>,
    pub(super) plan: Plan,
}

impl<'s, 'f> Edit<'s, 'f> {
    pub(super) fn of(scene: &'s Scene<'f>) -> Self {
        Self {
            scene,
            plan: scene.plan.clone(),
        }
    }

    fn id(&self, who: TeacherNo) -> &'f str {
        &self.scene.facts.roster.teacher(who).id
    }

    fn school(&self, no: SchoolNo) -> &'f str {
        &self.scene.facts.roster.school(no).id
    }

    /// Her move, which the plan has.
    pub(super) fn move_of(&mut self, who: TeacherNo) -> &mut MoveDoc {
        let id = self.id(who);
        let found = self.plan.moves.iter_mut().find(|one| one.teacher == id);
        found.expect("the plan moves her")
    }

    /// Takes her off every post.
    pub(super) fn off_posts(&mut self, who: TeacherNo) {
        let id = self.id(who);
        let posts = self.plan.schools.iter_mut();
        for post in posts.flat_map(|school| &mut school.teaching_posts) {
            post.filled_by.retain(|one| one != id);
        }
    }

    /// She stays where she is, on no post.
    pub(super) fn stays(&mut self, who: TeacherNo) {
        let id = self.id(who);
        self.plan.moves.retain(|one| one.teacher != id);
        self.off_posts(who);
    }

    /// The posts of a kind, in the document.
    pub(super) fn post(&mut self, no: PostNo) -> &mut PostDoc {
        let post = self.scene.facts.post(no);
        let id = self.school(post.school);
        let schools = self.plan.schools.iter_mut().filter(|one| one.id == id);
        let mut posts = schools.flat_map(|school| &mut school.teaching_posts);
        let same = |one: &&mut PostDoc| {
            (one.stage, one.must_open) == (post.stage, post.must_open) && one.parts == post.parts
        };
        posts.find(same).expect("the plan lists every post")
    }

    /// Puts her on a post besides those that she has.
    pub(super) fn on_post(&mut self, no: PostNo, who: TeacherNo) {
        let id = self.id(who).to_owned();
        self.post(no).filled_by.push(id);
    }

    /// Sends her to a school in a regular posting, onto a vacant post that she may teach where there
    /// is one.
    pub(super) fn sends(&mut self, who: TeacherNo, to: SchoolNo) -> &mut MoveDoc {
        self.stays(who);
        let facts = &self.scene.facts;
        let vacant = |no: &PostNo| {
            self.scene.filled(*no) < i64::from(facts.post(*no).number)
                && self.scene.fit(who, *no).fills()
        };
        if let Some(no) = facts.posts_of(to).find(vacant) {
            self.on_post(no, who);
        }
        let from = self.scene.from(who);
        let planned = PlannedMove::new(facts, who, from, to);
        let teacher = facts.roster.teacher(who);
        let place = self.plan.moves.len();
        self.plan.moves.push(MoveDoc {
            teacher: teacher.id.clone(),
            name: teacher.name.clone(),
            from: self.school(from).to_owned(),
            to: self.school(to).to_owned(),
            form: planned.form,
            kind: MoveKind::of(facts, &planned),
            subject: teacher.subject,
            weekly_periods: 0,
            start: facts.year_start,
            end: planned.end,
            share: 100,
            quota_goes: facts.book.flag("school_quota", "quota_goes"),
            bed: facts.needs_bed(who, to),
            travel_minutes: facts.travel.minutes(who, to),
            reasons: Vec::new(),
            why_there: Vec::new(),
            loss: None,
            picked: None,
            unsaid: Vec::new(),
        });
        &mut self.plan.moves[place]
    }

    /// Recruits so many more of a line for a post.
    pub(super) fn hires(&mut self, pool: usize, no: PostNo, number: i64) {
        let facts = &self.scene.facts;
        let (pool, post) = (&facts.roster.pools[pool], facts.post(no));
        self.plan.recruits.push(RecruitDoc {
            pool: pool.id.clone(),
            employment: pool.employment,
            school: self.school(post.school).to_owned(),
            stage: post.stage,
            parts: post.parts.clone(),
            must_open: post.must_open,
            number: u32::try_from(number).unwrap(),
        });
    }

    /// Strikes the recruits of a line, or of all lines, from a post.
    pub(super) fn strikes(&mut self, pool: Option<usize>, no: PostNo) {
        let facts = &self.scene.facts;
        let (post, school) = (facts.post(no), self.school(facts.post(no).school));
        let line = pool.map(|pool| facts.roster.pools[pool].id.as_str());
        self.plan.recruits.retain(|one| {
            let same = (one.stage, one.must_open) == (post.stage, post.must_open)
                && one.parts == post.parts
                && one.school == school;
            !same || line.is_some_and(|line| line != one.pool)
        });
    }

    /// The edited plan, which must be found broken about this teacher, school or county.
    #[allow(
        clippy::unnecessary_wraps,
        reason = "the last word of a breaker, which may have found nothing to break before"
    )]
    pub(super) fn done(self, about: impl Into<Option<About>>) -> Option<Broken> {
        Some(Broken {
            bytes: to_json(&self.plan),
            about: about.into(),
        })
    }
}
