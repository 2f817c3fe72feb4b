//! The staffing program: who goes where and who fills which teaching post.
//!
//! Sets: `τ` types of movable teachers, `s` schools, `π` profiles, `p` kinds of post, `c` pools of
//! recruits. Columns, all whole heads: `stay[τ]`, `leave[τ]`, `move[τ,s]`, `fill[s,π,p]`,
//! `idle[s,π]` (at the school, on no post; none where nobody of the profile is there today),
//! `lodged[s,π,p]` (arrivals on posts outside `W`, those worth a move),
//! `empty[p]`, `hire[c,p]`. Rows that always hold:
//! - people: `stay[τ] + leave[τ] = |τ|`
//! - ways: `Σ_s move[τ,s] = leave[τ]`
//! - hands: `Σ_τ∈π stay + Σ_τ∈π move[·,s] + fixed[s,π] = Σ_p fill[s,π,p] + idle[s,π]`
//! - `mover_on_post`:
//!   `idle[s,π] + Σ_{p∉W} (fill[s,π,p] − lodged[s,π,p]) ≤ Σ stay + Σ_{τ∈C} move[τ,s] + fixed[s,π]`:
//!   whoever arrives holds a post that is worth the move, or is lodged on another; `C`
//!   those whose school closes, who are placed without one where none is left
//! - lodged: `lodged[s,π,p] ≤ fill[s,π,p]`
//! - posts: `Σ_π fill[·,·,p] + Σ_c hire[c,p] + empty[p] = number[p]`
//! - pool: `Σ_p hire[c,p] ≤ number[c]`
//!
//! Everything else is said by the rules.

use super::types::types;
use super::{Lp, Sense, Terms, Type, Var};
use crate::domain::{Employment, SchoolNo, Teacher, TeacherNo};
use crate::facts::values::{move_worth, school_quota};
use crate::facts::{Facts, PostNo, ProfileNo, worthy};
use crate::policy::Force;
use std::collections::{BTreeMap, BTreeSet};

/// A possible move of a type to a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arc {
    /// Place of the type in [`Staffing::types`].
    pub ty: usize,
    /// Destination.
    pub to: SchoolNo,
    /// How many go.
    pub var: Var,
}

/// People of one profile at a school who fill posts of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FillVar {
    /// Their profile.
    pub profile: ProfileNo,
    /// The kind of post.
    pub post: PostNo,
    /// How many.
    pub var: Var,
}

/// Recruits of one pool for posts of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HireVar {
    /// Place of the pool in the roster.
    pub pool: usize,
    /// The kind of post.
    pub post: PostNo,
    /// How many.
    pub var: Var,
}

/// Whether an applicant is appointed, or a contract teacher taken onto the quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AppointVar {
    /// Who.
    pub teacher: TeacherNo,
    /// Ranking points of hers.
    pub points: i64,
    /// 1 when she is.
    pub var: Var,
    /// 1 when she is not.
    pub waits: Var,
}

/// The program with everything a rule needs to find its columns again.
#[derive(Debug, Clone)]
pub struct Staffing<'a> {
    /// What is known before anything is decided.
    pub facts: &'a Facts<'a>,
    /// Columns, rows, goals.
    pub lp: Lp,
    /// Types of movable teachers.
    pub types: Vec<Type>,
    /// Members of each type who stay.
    pub stays: Vec<Var>,
    /// Members of each type who leave.
    pub leaves: Vec<Var>,
    /// Possible moves, by type and destination.
    pub arcs: Vec<Arc>,
    /// People at their school's posts.
    pub fills: Vec<FillVar>,
    /// Posts left empty, by [`PostNo`].
    pub empties: Vec<Var>,
    /// Recruits.
    pub hires: Vec<HireVar>,
    /// Appointments to title posts.
    pub appoints: Vec<AppointVar>,
    /// Contract teachers who are taken onto the quota.
    pub converts: Vec<AppointVar>,
    /// Immovable teachers by school and profile.
    pub fixed: BTreeMap<(SchoolNo, ProfileNo), Vec<TeacherNo>>,
    /// Those on posts of a kind who have just arrived, where they are told apart from who was there.
    pub arriving: BTreeMap<(ProfileNo, PostNo), Var>,
    /// Arrivals on posts that are not worth their move.
    pub lodged: Vec<FillVar>,
    /// Must-rules may be fallen short of, at the price of [`crate::policy::GoalId::Shortfall`].
    pub elastic: bool,
}

/// What the rules say about columns before there are any.
pub struct Shape<'s> {
    /// Whether a teacher may work at a school next year (her base included).
    pub allows: &'s dyn Fn(TeacherNo, SchoolNo) -> bool,
    /// Everything the rules see of a teacher beyond base and profile.
    pub sees: &'s dyn Fn(TeacherNo) -> Vec<i64>,
    /// What of it is only a wish.
    pub wills: &'s dyn Fn(TeacherNo) -> Vec<i64>,
    /// Whether recruits of a pool may fill a post.
    pub may_hire: &'s dyn Fn(usize, PostNo) -> bool,
}

impl<'a> Staffing<'a> {
    /// Columns and the rows that always hold.
    pub fn new(facts: &'a Facts<'a>, shape: &Shape<'_>, elastic: bool) -> Self {
        let types = types(facts, shape.sees, shape.wills);
        let mut fixed: BTreeMap<_, Vec<TeacherNo>> = BTreeMap::new();
        for teacher in facts.roster.teacher_nos() {
            let stand = facts.stands(teacher);
            if let (Some(base), false) = (stand.base, stand.movable) {
                let here = fixed.entry((base, stand.profile)).or_default();
                here.push(teacher);
            }
        }
        let mut program = Self {
            facts,
            lp: Lp::default(),
            types,
            stays: Vec::new(),
            leaves: Vec::new(),
            arcs: Vec::new(),
            fills: Vec::new(),
            empties: Vec::new(),
            hires: Vec::new(),
            appoints: Vec::new(),
            converts: Vec::new(),
            fixed,
            arriving: BTreeMap::new(),
            lodged: Vec::new(),
            elastic,
        };
        program.add_people(shape);
        program.add_posts(shape);
        program
    }

    fn add_people(&mut self, shape: &Shape<'_>) {
        let useful = self.useful_destinations();
        for (ty, one) in self.types.iter().enumerate() {
            let (sample, size) = (one.sample(), one.size());
            let may_stay = (shape.allows)(sample, one.base);
            let most = if may_stay { size } else { 0 };
            let name = one.name.clone();
            let stay = self.lp.column(format!("stay[{name}]"), 0, most);
            let leave = self.lp.column(format!("leave[{name}]"), 0, size);
            self.stays.push(stay);
            self.leaves.push(leave);
            let mut ways = vec![(leave, -1)];
            // Whoever must leave a closing school is placed even without a post.
            let facts = self.facts;
            let placed = facts.must_leave(sample);
            let open = |to: &SchoolNo| !facts.roster.school(*to).closing;
            let schools: Vec<SchoolNo> = if placed {
                facts.roster.school_nos().filter(open).collect()
            } else {
                useful.get(&one.profile).cloned().unwrap_or_default()
            };
            for to in schools {
                if to != one.base && (shape.allows)(sample, to) {
                    let label = format!("move[{name},{}]", self.facts.roster.school(to).id);
                    let var = self.lp.column(label, 0, size);
                    ways.push((var, 1));
                    self.arcs.push(Arc { ty, to, var });
                }
            }
            let people = vec![(stay, 1), (leave, 1)];
            let lp = &mut self.lp;
            lp.row("people", name.clone(), people, Sense::Exactly, size);
            lp.row("ways", name, ways, Sense::Exactly, 0);
        }
    }

    /// Whether people may arrive on posts that are not worth their move.
    pub(super) fn may_lodge(&self) -> bool {
        let waived = self
            .facts
            .waivers()
            .any(|one| one.rule == move_worth::RULE.key());
        match self.facts.book.force(move_worth::RULE) {
            Force::Off => false,
            Force::Goal => true,
            Force::Must => self.elastic || waived,
        }
    }

    /// Schools with a post that is worth a move of a profile, or on which it may be lodged, for each
    /// profile of a type.
    fn useful_destinations(&self) -> BTreeMap<ProfileNo, Vec<SchoolNo>> {
        let (facts, lodge) = (self.facts, self.may_lodge());
        let profiles: BTreeSet<ProfileNo> = self.types.iter().map(|one| one.profile).collect();
        let of = |no: ProfileNo| {
            let fits = |post| {
                worthy(facts, no, post)
                    || (lodge && facts.profile(no).fit(facts.post(post)).fills())
            };
            let schools = facts.roster.school_nos();
            let open = schools.filter(|at| !facts.roster.school(*at).closing);
            let useful = open.filter(|at| facts.posts_of(*at).any(fits));
            (no, useful.collect())
        };
        profiles.into_iter().map(of).collect()
    }

    /// How many of a type work at schools of a kind, her own among them.
    pub fn against(&self, ty: usize, holds: impl Fn(SchoolNo) -> bool) -> Terms {
        let ways = self.arcs_of(ty).iter().filter(|arc| holds(arc.to));
        let mut terms: Terms = ways.map(|arc| (arc.var, 1)).collect();
        if holds(self.types[ty].base) {
            terms.push((self.stays[ty], 1));
        }
        terms
    }

    /// Possible moves of a type.
    pub fn arcs_of(&self, ty: usize) -> &[Arc] {
        let from = self.arcs.partition_point(|arc| arc.ty < ty);
        let to = self.arcs.partition_point(|arc| arc.ty <= ty);
        &self.arcs[from..to]
    }

    /// By what the possible moves of types are drawn that only wishes tell apart: by their class, so that
    /// one more wish draws no tie anew.
    pub fn of_classes(&self) -> BTreeMap<Var, String> {
        let apart = |arc: &&Arc| self.types[arc.ty].name != self.types[arc.ty].class;
        let by = |arc: &Arc| {
            let to = self.facts.roster.school(arc.to);
            (
                arc.var,
                format!("move[{},{}]", self.types[arc.ty].class, to.id),
            )
        };
        self.arcs.iter().filter(apart).map(by).collect()
    }

    /// The member who stands for the type of a possible move.
    pub fn mover(&self, arc: &Arc) -> TeacherNo {
        self.types[arc.ty].sample()
    }

    /// Where a possible move starts.
    pub fn from(&self, arc: &Arc) -> SchoolNo {
        self.types[arc.ty].base
    }

    /// Where members of each type may work next year: one of them, the school, how many.
    pub fn places(&self) -> impl Iterator<Item = (TeacherNo, SchoolNo, Var)> {
        let stays = self.types.iter().zip(&self.stays);
        let stays = stays.map(|(one, stay)| (one.sample(), one.base, *stay));
        let arcs = self.arcs.iter();
        stays.chain(arcs.map(|arc| (self.mover(arc), arc.to, arc.var)))
    }

    /// People and recruits who may be on teaching posts: their profile, the kind of post, how many.
    pub fn on_posts(&self) -> impl Iterator<Item = (ProfileNo, PostNo, Var)> {
        let fills = self.fills.iter();
        let fills = fills.map(|one| (one.profile, one.post, one.var));
        let hires = self.hires.iter();
        fills.chain(hires.map(|one| (self.facts.pool_profile[one.pool], one.post, one.var)))
    }

    /// Schools that gain or lose a quota place of this kind with a possible move: whose place, which
    /// move, one more or one fewer. Whoever comes from a school that closes brings the place along.
    pub fn quota_moves(
        &self,
        holds_place: impl Fn(Employment) -> bool,
    ) -> impl Iterator<Item = (SchoolNo, &'a Teacher, Var, i64)> {
        let facts = self.facts;
        let goes = facts.book.get(school_quota::QUOTA_GOES);
        let arcs = self.arcs.iter().filter(move |_| goes);
        let with = arcs.map(move |arc| (facts.roster.teacher(self.mover(arc)), arc));
        let with = with.filter(move |(who, arc)| {
            let brings = facts.roster.school(who.quota_school).closing;
            holds_place(who.employment) && who.quota_school != arc.to && !brings
        });
        with.flat_map(|(who, arc)| {
            [
                (arc.to, who, arc.var, 1),
                (who.quota_school, who, arc.var, -1),
            ]
        })
    }

    /// Columns that are nought as long as nothing is decided.
    pub fn changes(&self) -> impl Iterator<Item = Var> {
        let arcs = self.arcs.iter().map(|arc| arc.var);
        let hires = self.hires.iter().map(|hire| hire.var);
        let lodged = self.lodged.iter().map(|one| one.var);
        let hires = hires.chain(lodged);
        let people = self.appoints.iter().chain(&self.converts);
        arcs.chain(hires).chain(people.map(|one| one.var))
    }

    /// Possible moves that obey a condition, each counted as often as `weight` says of its type. Of
    /// a type most of whose moves obey it, all who leave are counted without those whose move does
    /// not: the same number from fewer columns.
    pub fn moves_where(
        &self,
        weight: impl Fn(usize) -> i64,
        holds: impl Fn(&Arc) -> bool,
    ) -> Terms {
        let mut terms = Terms::new();
        for of_type in self.arcs.chunk_by(|one, next| one.ty == next.ty) {
            let ty = of_type[0].ty;
            let weight = weight(ty);
            let (yes, no): (Vec<&Arc>, Vec<&Arc>) = of_type.iter().partition(|arc| holds(arc));
            if yes.len() <= no.len() {
                terms.extend(yes.iter().map(|arc| (arc.var, weight)));
            } else {
                terms.push((self.leaves[ty], weight));
                terms.extend(no.iter().map(|arc| (arc.var, -weight)));
            }
        }
        terms.retain(|(_, weight)| *weight != 0);
        terms
    }
}
