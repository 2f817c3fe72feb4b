//! What follows from the roster and the rule book before anything is decided: who may move, which
//! teaching posts there are, how the quota is split, how far it is.
//!
//! Both the auditor and the program build on these facts, so an error here would fool both: every
//! file has cases of its own, each with the clause that it follows.

pub mod applicants;
pub mod apprentices;
mod bundle;
mod class_taught;
mod clock;
mod conditions;
pub mod conversions;
mod direction;
mod eligibility;
mod exemption;
pub mod fillers;
mod fit;
pub mod floors;
pub mod form_teachers;
mod grade;
pub mod leaders;
pub mod ledger;
mod lottery;
pub mod merging;
mod must_open;
pub mod office_lessons;
mod offices;
mod open_periods;
pub mod own_people;
pub mod own_staff;
pub mod people;
pub mod periods;
pub mod placed;
mod placement;
mod post;
mod posts;
mod quota;
mod quota_after;
mod quota_split;
mod rights;
mod running;
mod scraps;
pub mod splits;
mod subjects;
pub mod title_year;
pub mod titles;
mod travel;
pub mod values;
pub mod variation;
pub mod visits;
mod worth;

pub use direction::{counts_as_rotation, form_of, is_directional, relations, side};
pub use eligibility::{
    Eligibility, goes_by_wish, may_go_by_wish, shown_movable, willing, without_a_wish,
};
pub use exemption::{Exemption, PERSONAL_WORDS};
pub use fit::{Fit, Most, Profile, ProfileNo, Taken};
pub use grade::Grade;
pub use lottery::ticket;
pub use offices::capacity;
pub use placement::{
    Apprentice, Hire, LeaderMove, Lesson, Pair, Placement, PlannedMove, Remote, Trip, Visit,
};
pub use post::{Gap, Post, PostNo, Reckoning, largest};
pub use quota::{SchoolQuota, StageQuota, holds_place, place_next, reapproval};
pub use quota_after::{brought, given_after};
pub use quota_split::{Claim, WhyGiven, apportion, split_total};
pub use rights::Rights;
pub use running::{Ongoing, THROUGH_YEAR};
pub use subjects::{balance, stage_fits, taught};
pub use titles::Titles;
pub use travel::{Travel, far, is_farther};
pub use worth::{closes_nothing, least, least_gain, most_away, off_subject, period_weight, worthy};

pub use crate::domain::year_start;
use crate::domain::{
    Ban, Month, NOTHING_MORE, Pin, Question, Roster, SchoolNo, Subject, TeacherNo, Waiver,
};
use crate::policy::{Force, RuleBook, RuleId};
use std::collections::BTreeMap;

/// Everything known before anything is decided.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// What is.
    pub roster: &'a Roster,
    /// What must be.
    pub book: &'a RuleBook,
    /// What is asked.
    pub question: &'a Question,
    /// Pins that count, by teacher and school: those of the tables and those of the question.
    pub pins: Vec<&'a Pin>,
    /// Bans that count, by teacher and school.
    pub bans: Vec<&'a Ban>,
    /// First month of the school year that is planned (September after the reckoning date).
    pub year_start: Month,
    /// Where each teacher stands, by [`TeacherNo`].
    pub standing: Vec<Eligibility>,
    /// Qualification profiles, sorted; [`Eligibility::profile`] and [`Facts::pool_profile`] point here.
    pub profiles: Vec<Profile>,
    /// Profile of each pool of recruits, in the order of [`Roster::pools`].
    pub pool_profile: Vec<ProfileNo>,
    /// Teaching posts of next year, by school, stage and subjects.
    pub posts: Vec<Post>,
    /// Weekly periods of the grid that are in no post, because they are too few for one: left to the
    /// school to share out.
    pub unplanned: Vec<(Gap, u32)>,
    /// Where leaders go whose terms are over, as far as it can be foreseen.
    pub exchange: leaders::Exchange,
    /// Subjects with weekly periods that heads and deputy heads teach beside their office, at [`Facts::leads_at`];
    /// they hold no post.
    pub beside_office: BTreeMap<TeacherNo, Vec<(Subject, u32)>>,
    /// Weekly periods that leading a class takes off the loads of a school, by stage and subject.
    pub led: form_teachers::Led,
    /// What may be taught without the certificate of the subject.
    pub rights: Rights,
    /// Quota by [`SchoolNo`].
    pub quota: Vec<SchoolQuota>,
    /// Title posts and applicants.
    pub titles: Titles,
    /// Contract teachers who may be taken onto the quota.
    pub conversions: Vec<conversions::Candidate>,
    /// Travel times.
    pub travel: Travel,
    spouses: BTreeMap<TeacherNo, TeacherNo>,
    at_base: Vec<Vec<TeacherNo>>,
    /// People and posts of each subject at each school.
    seats: BTreeMap<(SchoolNo, Subject), own_staff::OwnStaff>,
    own: own_people::Known,
}

/// Who is at each school when nothing is decided.
fn at_base(roster: &Roster, standing: &[Eligibility]) -> Vec<Vec<TeacherNo>> {
    let mut at_base = vec![Vec::new(); roster.schools.len()];
    for (no, stand) in roster.teacher_nos().zip(standing) {
        if let Some(base) = stand.base {
            at_base[base.0].push(no);
        }
    }
    at_base
}

impl<'a> Facts<'a> {
    /// Works everything out; nothing more is asked than a plan.
    pub fn new(roster: &'a Roster, book: &'a RuleBook) -> Self {
        Self::asked(roster, book, &NOTHING_MORE)
    }

    /// Works everything out under a question.
    pub fn asked(roster: &'a Roster, book: &'a RuleBook, question: &'a Question) -> Self {
        let year_start = year_start(roster.date);
        let (pins, bans) = (pins(roster, question), bans(roster, question));
        let rights = Rights::new(book);
        let (profiles, teacher_profile, pool_profile) = fit::profiles(roster, book, &rights);
        let conditions = conditions::Conditions::new(roster, book, year_start);
        let standing = eligibility::everybody(&conditions, &teacher_profile, &pins);
        let mut facts = Self {
            roster,
            book,
            question,
            year_start,
            quota: quota::split(roster, book, &standing),
            conversions: Vec::new(),
            titles: Titles::default(),
            profiles,
            pool_profile,
            posts: Vec::new(),
            unplanned: Vec::new(),
            exchange: leaders::Exchange::new(),
            beside_office: BTreeMap::new(),
            led: form_teachers::Led::new(),
            rights,
            travel: Travel::new(roster, book),
            spouses: conditions::spouses(roster),
            at_base: at_base(roster, &standing),
            seats: BTreeMap::new(),
            own: Vec::new(),
            pins,
            bans,
            standing,
        };
        facts.exchange = leaders::foreseen(&facts);
        let demand = facts.demand(book);
        facts.posts = demand.posts;
        facts.unplanned = demand.unplanned;
        facts.beside_office = demand.beside_office;
        facts.led = demand.led;
        let (posts, profiles, standing) = (&facts.posts, &facts.profiles, &mut facts.standing);
        eligibility::mark_sole_teachers((roster, book), &facts.pins, posts, profiles, standing);
        facts.conversions = conversions::candidates(&conditions, &facts.standing);
        facts.titles = Titles::new(&conditions, &facts.standing);
        facts.seats = own_staff::seats(&facts);
        facts.own = own_people::unknown(&facts);
        facts
    }

    /// The same county under the same rules, asked something else.
    pub fn asking<'b>(&self, question: &'b Question) -> Facts<'b>
    where
        'a: 'b,
    {
        Facts::asked(self.roster, self.book, question)
    }

    /// The same facts under another rule book: only what is asked of a plan differs.
    pub fn under<'b>(&self, book: &'b RuleBook) -> Facts<'b>
    where
        'a: 'b,
    {
        Facts {
            book,
            ..self.clone()
        }
    }

    /// Who teaches what next year under a rule book.
    fn demand(&self, book: &RuleBook) -> posts::Demand {
        let people = (&self.standing[..], &self.exchange);
        posts::posts(self.roster, book, &self.rights, people, &self.profiles)
    }

    /// What leading a class takes off the loads when the posts are made under another rule book.
    fn led_under(&self, book: &RuleBook) -> form_teachers::Led {
        self.demand(book).led
    }

    /// Where somebody leads a school next year, as far as an exchange can be foreseen.
    pub fn leads_at(&self, who: TeacherNo) -> SchoolNo {
        let today = self.roster.teacher(who).work_school;
        self.exchange.get(&who).copied().unwrap_or(today)
    }

    /// Where a teacher stands.
    pub fn stands(&self, teacher: TeacherNo) -> &Eligibility {
        &self.standing[teacher.0]
    }

    /// Whether the policy forbids moving a teacher even if she asks for it.
    pub fn is_locked(&self, teacher: TeacherNo) -> bool {
        let locks = self.book.get(values::protected_teachers::LOCKS);
        self.stands(teacher).has_any(&locks)
    }

    /// Her husband or his wife, where both are at one school when nothing is decided.
    pub fn couple_of(&self, teacher: TeacherNo) -> Option<TeacherNo> {
        let other = *self.spouses.get(&teacher)?;
        let base = self.stands(teacher).base?;
        (self.stands(other).base == Some(base)).then_some(other)
    }

    /// Whether the school where she would stay closes: then she is placed elsewhere, on a post or, where none
    /// is left, without one.
    pub fn must_leave(&self, teacher: TeacherNo) -> bool {
        let base = self.stands(teacher).base;
        base.is_some_and(|base| self.roster.school(base).closing)
    }

    /// Whether her quota place, and the title post she holds, come from a school that closes: they go with her
    /// wherever she is placed, and take up nothing of what is approved there.
    pub fn brings_place(&self, teacher: TeacherNo) -> bool {
        let one = self.roster.teacher(teacher);
        self.roster.school(one.quota_school).closing && self.has_place(teacher)
    }

    /// Whether she holds a place of the quota at all: contract teachers have none that could go with them.
    fn has_place(&self, teacher: TeacherNo) -> bool {
        holds_place(self.book, self.roster.teacher(teacher).employment)
    }

    /// Whether her quota place goes with her when she moves: by the policy, or because the school that has it closes.
    pub fn quota_goes(&self, teacher: TeacherNo) -> bool {
        let goes = self.book.get(values::school_quota::QUOTA_GOES);
        (goes && self.has_place(teacher)) || self.brings_place(teacher)
    }

    /// A profile.
    pub fn profile(&self, no: ProfileNo) -> &Profile {
        &self.profiles[no.0]
    }

    /// A teaching post.
    pub fn post(&self, no: PostNo) -> &Post {
        &self.posts[no.0]
    }

    /// A kind of post as special approvals name it: school, stage and subjects, such as
    /// `S07,primary,music+art`. Subjects without a certificate of their own, which only top it up, are
    /// left out: what was approved last year holds however they are shared out.
    pub fn post_site(&self, no: PostNo) -> String {
        let post = self.post(no);
        let open = post.is_open();
        let parts = post.ways().filter(|part| open || part.2 != Grade::Open);
        let subjects: Vec<_> = parts.map(|part| part.0.key()).collect();
        let school = &self.roster.school(post.school).id;
        format!("{school},{},{}", post.stage.key(), subjects.join("+"))
    }

    /// By what least right so many periods of a subject, which nobody on a post covers, may be taught at a school
    /// by those who work there: too few to seek anybody for are shared (兼任) at any school.
    pub fn least_right(&self, gap: &Gap, periods: i64) -> Grade {
        let school = self.roster.school(gap.school);
        let share = self.book.get(values::teaching_posts::PART_TIME_REMAINDER);
        let load = self.roster.standard_load(gap.stage, gap.subject);
        let few = load.is_some_and(|load| periods < share.ceil_of(load.into()));
        let least = self.rights.least(school, gap.stage, gap.subject);
        if few && least == Grade::Certificate && self.rights.is_shared(gap.subject) {
            Grade::PartTime
        } else {
            least
        }
    }

    /// By how much special approvals lift a must-rule at a place, in the unit of the rule.
    pub fn waived(&self, rule: RuleId, about: &str) -> i64 {
        let all = self.waivers().filter(|one| rule == one.rule);
        let here = all.filter(|one| one.about == about);
        let here = here.filter(|_| self.book.force(rule) == Force::Must);
        here.map(|one| one.amount).sum()
    }

    /// Special approvals that count: those of the tables and those of the question.
    pub fn waivers(&self) -> impl Iterator<Item = &'a Waiver> + use<'a> {
        self.roster.waivers.iter().chain(&self.question.waivers)
    }

    /// Beds of a school, with those that a special approval adds.
    pub fn beds(&self, school: SchoolNo) -> i64 {
        let one = self.roster.school(school);
        i64::from(one.beds) + self.waived(values::dormitory_beds::RULE, &one.id)
    }

    /// Every teaching post number.
    pub fn post_nos(&self) -> impl Iterator<Item = PostNo> + use<> {
        (0..self.posts.len()).map(PostNo)
    }

    /// Teaching posts of a school.
    pub fn posts_of(&self, school: SchoolNo) -> impl Iterator<Item = PostNo> {
        let from = self.posts.partition_point(|post| post.school < school);
        let to = self.posts.partition_point(|post| post.school <= school);
        (from..to).map(PostNo)
    }

    /// Teachers who will be at a school next year when nothing is decided.
    pub fn at_base(&self, school: SchoolNo) -> impl Iterator<Item = TeacherNo> {
        self.at_base[school.0].iter().copied()
    }
}

/// Pins of the tables that still count, and those of the question.
fn pins<'a>(roster: &'a Roster, question: &'a Question) -> Vec<&'a Pin> {
    let counts = |pin: &&Pin| !question.unpinned.contains(&pin.teacher);
    let of_tables = roster.pins.iter().filter(counts);
    let mut pins: Vec<_> = of_tables.chain(&question.pins).collect();
    pins.sort_by_key(|pin| (pin.teacher, pin.school));
    pins
}

/// Bans of the tables that still count, and those of the question.
fn bans<'a>(roster: &'a Roster, question: &'a Question) -> Vec<&'a Ban> {
    let counts = |ban: &&Ban| !question.unbanned.contains(&ban.teacher);
    let of_tables = roster.bans.iter().filter(counts);
    let mut bans: Vec<_> = of_tables.chain(&question.bans).collect();
    bans.sort_by_key(|ban| (ban.teacher, ban.school));
    bans
}
