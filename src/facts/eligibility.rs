//! Where each teacher stands before anything is decided: where she will be, whether she meets the
//! rotation conditions (符合交流条件), and what protects her.

use super::clock::{YEAR, retirement};
use super::conditions::Conditions;
use super::leaders::terms_are_over;
use super::running::{base, running};
use super::title_year::{Service, lacks};
use super::values::eligibility::{self, SoleTeacher, WhoMayMove};
use super::values::{counting_forms, family_ties, last_teacher, protected_teachers, title_year};
use super::{Exemption, Facts, Ongoing, Post, Profile, ProfileNo};
use crate::domain::{Employment, Month, Pin, Roster, SchoolNo, Teacher, TeacherNo};
use crate::policy::{Force, RuleBook};
use std::collections::{BTreeMap, BTreeSet};

/// Where one teacher stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eligibility {
    /// Where she works next year when nothing is decided; `None`: she does not teach.
    pub base: Option<SchoolNo>,
    /// Her qualification profile.
    pub profile: ProfileNo,
    /// Meets years and ages: in the denominator before exemptions.
    pub due: bool,
    /// Meets the rotation conditions after exemptions: in the denominator E.
    pub eligible: bool,
    /// A leader whose terms are over and who is protected by nothing: the policy counts her with the eligible,
    /// while she is exchanged apart.
    pub leader_due: bool,
    /// The plan may move her.
    pub movable: bool,
    /// She may be moved only because the officer named her for another school: no condition of the policy lets her go.
    pub by_pin: bool,
    /// She may be moved only because she volunteered: to the schools of her wish and nowhere else.
    pub by_wish: bool,
    /// Why she is not eligible, or may not be moved; empty for eligible teachers.
    pub exemptions: Vec<Exemption>,
    /// A posting that is already running.
    pub ongoing: Option<Ongoing>,
    /// Fewer years of teaching than the policy's bound for novices.
    pub novice: bool,
    /// Whole months of full-time equivalent service at schools that give the title year.
    pub title_months: i32,
    /// Applies for a title that asks for the year and has fewer months than it asks.
    pub lacks_title_year: bool,
    /// Retires in this month, by the policy's retirement table.
    pub retires: Month,
}

impl Eligibility {
    /// Whether she counts in the denominator E: those who meet the conditions, and leaders whose terms are over
    /// where the policy counts them.
    pub const fn counts(&self) -> bool {
        self.eligible || self.leader_due
    }

    /// Whether she counts in the denominator before exemptions.
    pub const fn counts_before(&self) -> bool {
        self.due || self.leader_due
    }

    /// Whether any of these reasons applies.
    pub fn has_any(&self, reasons: &[Exemption]) -> bool {
        self.exemptions.iter().any(|one| reasons.contains(one))
    }
}

/// Whoever fails nothing but these is not protected: she is merely not due this year, or goes only
/// when she is replaced.
const UNPROTECTED: &[Exemption] = &[
    Exemption::NotOnQuota,
    Exemption::TooFewYears,
    Exemption::OverAge,
    Exemption::RecentlyRotated,
    Exemption::SoleTeacher,
];

/// Without these she would be in the denominator before exemptions.
const NOT_DUE: &[Exemption] = &[
    Exemption::NotTeaching,
    Exemption::NotOnQuota,
    Exemption::TooFewYears,
    Exemption::OverAge,
    Exemption::SchoolLeader,
    Exemption::Leaving,
];

/// Where everybody stands.
pub(super) fn everybody(
    conditions: &Conditions<'_>,
    profile: &[ProfileNo],
    pins: &[&Pin],
) -> Vec<Eligibility> {
    let (roster, book, clock) = (conditions.roster, conditions.book, conditions.clock);
    let novice_months = book.get(eligibility::NOVICE_YEARS) * YEAR;
    let service = Service::read(book);
    let pins: BTreeMap<_, _> = pins.iter().map(|pin| (pin.teacher, pin.school)).collect();
    let stand = |(no, profile): (TeacherNo, &ProfileNo)| {
        let teacher = roster.teacher(no);
        let retires = leaves_in(book, teacher);
        let ongoing = running(conditions, no);
        let goes_on = ongoing.as_ref().is_some_and(|one| one.goes_on);
        let exemptions = conditions.exemptions(no, goes_on, retires);
        let leaves = exemptions.contains(&Exemption::Leaving);
        let base = base(conditions, no, ongoing.as_ref(), leaves);
        let title_months = service.months(roster, no, clock);
        let may = may_move(conditions, teacher, &exemptions);
        let goes = base.filter(|base| pins.get(&no).is_some_and(|to| to != base));
        let movable = base.is_some_and(|base| {
            let pinned = goes.is_some();
            // Whoever is at a school that closes must be placed, exempt or not; and a pin is the
            // officer's own decision, which other rules then judge.
            roster.school(base).closing || pinned || may
        });
        let by_pin = goes.is_some_and(|base| !roster.school(base).closing && !may);
        let by_wish = movable
            && !base.is_some_and(|base| roster.school(base).closing || pins.contains_key(&no))
            && !may_draft(conditions, &exemptions);
        Eligibility {
            base,
            profile: *profile,
            due: !exemptions.iter().any(|one| NOT_DUE.contains(one)),
            eligible: exemptions.is_empty(),
            leader_due: exemptions == [Exemption::SchoolLeader]
                && book.get(eligibility::LEADERS_DUE_COUNT)
                && terms_are_over(roster, book, teacher),
            movable,
            by_pin,
            by_wish,
            exemptions,
            ongoing,
            novice: clock.taught(teacher) < novice_months,
            title_months,
            lacks_title_year: lacks(roster, book, teacher, title_months),
            retires,
        }
    };
    roster.teacher_nos().zip(profile).map(stand).collect()
}

/// The month in which somebody leaves: that of retirement; of those sent from outside also the end of their
/// term, where it is entered.
fn leaves_in(book: &RuleBook, teacher: &Teacher) -> Month {
    let retires = retirement(book, teacher);
    let sent = teacher.employment == Employment::Support;
    let term = teacher.bond_until.filter(|_| sent);
    term.map_or(retires, |end| end.min(retires))
}

/// Whether the policy's conditions let the plan move her.
fn may_move(conditions: &Conditions<'_>, teacher: &Teacher, exemptions: &[Exemption]) -> bool {
    let book = conditions.book;
    let away = [Exemption::OnRotation, Exemption::NotTeaching];
    let holds = |one: &Exemption| conditions.locks.contains(one) || away.contains(one);
    // People sent from outside stay where they were sent, and so their team stays together.
    if exemptions.iter().any(holds) || teacher.employment == Employment::Support {
        return false;
    }
    let on_quota = teacher.employment == Employment::OnQuota
        || book.get(eligibility::WHO_MAY_MOVE) == WhoMayMove::AnyoneUnprotected;
    may_draft(conditions, exemptions) || (on_quota && released(book, teacher))
}

/// Whether somebody who need not go may go because she volunteered and said where to.
fn released(book: &RuleBook, teacher: &Teacher) -> bool {
    let asked = teacher.volunteer && !teacher.wishes.is_empty();
    asked && book.get(protected_teachers::RELEASE_VOLUNTEERS)
}

/// Whether the policy's conditions let the plan move her without her asking for it.
fn may_draft(conditions: &Conditions<'_>, exemptions: &[Exemption]) -> bool {
    let book = conditions.book;
    // Where the policy only wants to spare families, they may be sent at a price.
    let soft = book.force(family_ties::RULE) == Force::Goal;
    let binding = |one: &&Exemption| !(soft && one.is_of_family());
    let mut binding = exemptions.iter().filter(binding);
    if book.get(eligibility::WHO_MAY_MOVE) == WhoMayMove::AnyoneUnprotected {
        binding.all(|one| UNPROTECTED.contains(one))
    } else {
        binding.next().is_none()
    }
}

/// Whether a list or an answer may call somebody movable: whoever may be put on no post at all is moved only
/// from a school that closes.
pub fn shown_movable(facts: &Facts<'_>, who: TeacherNo) -> bool {
    let fit = facts.roster.teacher(who).is_fit_to_teach();
    facts.stands(who).movable && (fit || facts.must_leave(who))
}

/// Whether somebody wants to go to a school: one of her wishes, any when she volunteers and names
/// none; by the policy's switch also one that gives the title year which she applies for and lacks.
pub fn willing(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    let teacher = facts.roster.teacher(who);
    let wished = if teacher.wishes.is_empty() {
        teacher.volunteer
    } else {
        teacher.wishes.contains(&to)
    };
    let applies = facts.book.get(title_year::APPLYING_IS_WILLING);
    let gives = facts.book.get(title_year::DESTINATIONS);
    wished
        || (applies && facts.stands(who).lacks_title_year && facts.roster.school(to).is_any(&gives))
}

/// Whether the policy lets somebody go who may be moved only because she volunteered: to a school of
/// her wish, and for a posting that ends before she retires.
pub fn may_go_by_wish(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    let months = facts.book.get(counting_forms::LENGTH_MONTHS);
    let last = i32::try_from(months).unwrap_or(12) - 1;
    goes_by_wish(facts, who, to, facts.year_start.plus(last))
}

/// Whether somebody wished to go to a school, and a posting until that month ends before she retires.
pub fn goes_by_wish(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo, last: Month) -> bool {
    facts.roster.teacher(who).wishes.contains(&to) && last < facts.stands(who).retires
}

/// People who volunteered and need not go, and who have not said where to: they stay, and the officer
/// should ask them. Of those who may not go at all nothing is asked.
pub fn without_a_wish(facts: &Facts<'_>) -> Vec<TeacherNo> {
    let book = facts.book;
    let any = book.get(eligibility::WHO_MAY_MOVE) == WhoMayMove::AnyoneUnprotected;
    let asks = |who: &TeacherNo| {
        let (teacher, stand) = (facts.roster.teacher(*who), facts.stands(*who));
        let away = [Exemption::OnRotation, Exemption::NotTeaching];
        teacher.volunteer
            && teacher.wishes.is_empty()
            && stand.base.is_some()
            && !stand.movable
            && !stand.has_any(&away)
            && !facts.is_locked(*who)
            && (any || teacher.employment == Employment::OnQuota)
            && teacher.employment != Employment::Support
    };
    let released = book.get(protected_teachers::RELEASE_VOLUNTEERS);
    let all = facts.roster.teacher_nos();
    all.filter(|_| released).filter(asks).collect()
}

/// Marks the only teacher whose own subject her school must teach, where the policy exempts her: she
/// stays, unless she is placed by a pin or goes to a school of her wish. Where it does not, she is one of the eligible and
/// goes only when the same plan replaces her, which `last_teacher` sees to; without that rule nobody is
/// marked.
pub(super) fn mark_sole_teachers(
    (roster, book): (&Roster, &RuleBook),
    pins: &[&Pin],
    posts: &[Post],
    profiles: &[Profile],
    standing: &mut [Eligibility],
) {
    let exempt = book.get(eligibility::SOLE_TEACHER) == SoleTeacher::Exempt;
    if !book.is_on(last_teacher::RULE) || !exempt {
        return;
    }
    let taught: BTreeSet<_> = posts.iter().flat_map(Post::places).collect();
    let mut holders: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (no, stand) in standing.iter().enumerate() {
        let profile = &profiles[stand.profile.0];
        if let (Some(base), true) = (stand.base, profile.may_teach(profile.stage, profile.own)) {
            let key = (base, profile.stage, profile.own);
            holders.entry(key).or_default().push(no);
        }
    }
    for (key, who) in holders {
        if let ([sole], true) = (who.as_slice(), taught.contains(&key)) {
            let teacher = &roster.teachers[*sole];
            let pinned = pins.iter().any(|pin| pin.teacher == TeacherNo(*sole));
            let placed = pinned || roster.school(key.0).closing;
            let stand = &mut standing[*sole];
            stand.eligible = false;
            stand.movable &= placed || released(book, teacher);
            stand.by_wish |= stand.movable && !placed;
            let closes = roster.school(key.0).closing;
            stand.by_pin |= pinned && !closes && !released(book, teacher);
            stand.exemptions.push(Exemption::SoleTeacher);
            stand.exemptions.sort_unstable();
        }
    }
}
