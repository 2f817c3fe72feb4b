//! Counties that were planned to proved, and what the auditor says of their unbroken plans.

use crate::patched::changed;
use lungang::domain::{SchoolNo, TeacherNo};
use lungang::facts::{Facts, Fit, Placement, PlannedMove, PostNo};
use lungang::finding::About;
use lungang::input::Documents;
use lungang::plan::{Plan, placement, to_json};
use lungang::rules::{Judgement, Measure};
use lungang::run::{Audited, Checked, audit_bytes, check, load};
use std::fs;
use std::path::{Path, PathBuf};

/// The national scenario with the changes of `decided` is called this.
pub(super) const DECIDED: &str = "decided";

/// Scenarios as shipped.
pub(super) const SHIPPED: &[&str] = &["national", "anshan", "zhangye", "alar", "township", "dehua"];

/// A scenario that has been read, and its proved plan.
pub(super) struct County {
    pub(super) name: &'static str,
    pub(super) checked: Checked,
    pub(super) plan: Plan,
}

impl County {
    /// A scenario as shipped.
    pub(super) fn shipped(name: &'static str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self::planned(name, &root.join("scenarios").join(name))
    }

    /// The national scenario where a village school closes, the quota place goes with whoever moves
    /// and the officer has decided on some: those who move by the plan without decisions go to
    /// another school than the banned one, and those who stay by it stay, so that a plan exists.
    pub(super) fn decided() -> Self {
        let mut changes = vec![
            "policy.school_quota.quota_goes=yes".to_owned(),
            "policy.title_posts.reserve_share=40%".to_owned(),
            "policy.rotation_share.at_most=80%".to_owned(),
            "policy.apprentices.force=goal".to_owned(),
            "policy.apprentices.of_schools=city,town,village".to_owned(),
            "policy.township_dormitories.force=goal".to_owned(),
            "policy.travel_limit.minutes_at_most=40".to_owned(),
            "policy.recruits.own_staff_first=no".to_owned(),
            "policy.visiting_lessons.force=goal".to_owned(),
            "policy.mentor_pairs.force=goal".to_owned(),
            "policy.district_bounds.force=goal".to_owned(),
            "policy.mentor_pairs.mentor_level=county".to_owned(),
        ];
        let first = Self::planned(DECIDED, &written(&changes));
        let scene = first.scene();
        let id = |no: TeacherNo| &scene.facts.roster.teacher(no).id;
        let school = |no: SchoolNo| &scene.facts.roster.school(no).id;
        let (movers, stayers): (Vec<_>, Vec<_>) = scene
            .people(|who| scene.stands(who).eligible)
            .into_iter()
            .partition(|who| scene.moves(*who));
        for pair in movers.chunks_exact(2).take(4) {
            let [to, other] = [pair[0], pair[1]].map(|who| scene.next[who.0].unwrap());
            changes.push(format!("pins.{}={}", id(pair[0]), school(to)));
            let banned = scene.schools(|no| no != other && !scene.at(pair[1], no));
            changes.push(format!("bans.{}={}", id(pair[1]), school(banned[0])));
        }
        for pair in stayers.chunks_exact(2).take(4) {
            let stays = scene.next[pair[0].0].unwrap();
            changes.push(format!("pins.{}={}", id(pair[0]), school(stays)));
            changes.push(format!("bans.{}=", id(pair[1])));
        }
        Self::planned(DECIDED, &written(&changes))
    }

    fn planned(name: &'static str, folder: &Path) -> Self {
        let documents = load(&[folder.to_owned()]).expect("the scenario is there");
        Self {
            name,
            checked: check(&documents),
            plan: crate::road::planned(&documents, &out(name)).doc,
        }
    }

    /// What is known before anything is broken.
    pub(super) fn scene(&self) -> Scene<'_> {
        let (roster, book) = self.checked.ready().expect("a plan was made of it");
        let facts = Facts::new(roster, book);
        let (placement, wrong) = placement(&facts, &self.plan);
        assert!(wrong.0.is_empty(), "{}: {wrong:?}", self.name);
        let before = audit_bytes(&self.checked, &to_json(&self.plan), "plan.json");
        assert!(before.holds(), "{}: {:?}", self.name, before.findings);
        Scene {
            plan: &self.plan,
            next: placement.next(&facts),
            facts,
            placement,
            before,
        }
    }
}

/// A fresh folder inside the build folder.
fn out(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("mutations")
        .join(name)
}

/// Writes the national scenario with these changes, a village school closing, into a folder.
fn written(changes: &[String]) -> PathBuf {
    let mut documents = changed("scenarios/national", changes);
    close(&mut documents, "S007", "S008");
    bare(&mut documents, "S008");
    let folder = out("national-changed");
    fs::create_dir_all(&folder).unwrap();
    for (path, bytes) in &documents.files {
        fs::write(folder.join(path), bytes).unwrap();
    }
    folder
}

/// Puts a school into a township of its own that has no bed and nobody who needs one.
fn bare(documents: &mut Documents, school: &str) {
    let bytes = documents.files.get_mut("schools.csv").unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let heads: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let at = |head: &str| heads.iter().position(|one| *one == head).unwrap();
    let (township, beds) = (at("乡镇"), at("周转宿舍床位"));
    let lines = text.lines().map(|line| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if cells[0] == school {
            (cells[township], cells[beds]) = ("白河乡", "0");
        }
        cells.join(",")
    });
    *bytes = (lines.collect::<Vec<_>>().join("\n") + "\n").into_bytes();
}

/// Adds the columns that say which school closes and where its pupils go.
fn close(documents: &mut Documents, school: &str, receiver: &str) {
    let bytes = documents.files.get_mut("schools.csv").unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let starts = format!("{school},");
    let lines = text.lines().enumerate().map(|(no, line)| match no {
        0 => format!("{line},新学年前撤并,撤并后接收学校"),
        _ if line.starts_with(&starts) => format!("{line},是,{receiver}"),
        _ => format!("{line},,"),
    });
    *bytes = (lines.collect::<Vec<_>>().join("\n") + "\n").into_bytes();
}

/// A proved plan with everything that a breaker may ask.
pub(super) struct Scene<'a> {
    pub(super) plan: &'a Plan,
    pub(super) facts: Facts<'a>,
    /// The plan in numbers.
    pub(super) placement: Placement,
    /// Where each teacher works next year by the plan.
    pub(super) next: Vec<Option<SchoolNo>>,
    /// What the auditor says of the unbroken plan.
    pub(super) before: Audited,
}

impl Scene<'_> {
    /// Teachers of whom something holds.
    pub(super) fn people(&self, holds: impl Fn(TeacherNo) -> bool) -> Vec<TeacherNo> {
        let all = self.facts.roster.teacher_nos();
        all.filter(|who| holds(*who)).collect()
    }

    /// Whether somebody works today at the school of a post and its main part is her own subject.
    pub(super) fn is_staff_of(&self, who: TeacherNo, no: PostNo) -> bool {
        let post = self.facts.post(no);
        let profile = self.facts.profile(self.stands(who).profile);
        let own = post.main() == Some(profile.own);
        own && self.stands(who).base == Some(post.school)
            && profile.may_teach(post.stage, profile.own)
    }

    /// Posts with the main part of a post at its school and stage, without the people who are there for it.
    pub(super) fn staff_beyond(&self, no: PostNo) -> i64 {
        let post = self.facts.post(no);
        let alike = self.facts.posts.iter().filter(|other| {
            (other.school, other.stage, other.main()) == (post.school, post.stage, post.main())
        });
        let posts: i64 = alike.map(|other| i64::from(other.number)).sum();
        posts - whole(self.people(|who| self.is_staff_of(who, no)).len())
    }

    /// Open schools of which something holds.
    pub(super) fn schools(&self, holds: impl Fn(SchoolNo) -> bool) -> Vec<SchoolNo> {
        let all = self.facts.roster.school_nos();
        all.filter(|no| !self.facts.roster.school(*no).closing && holds(*no))
            .collect()
    }

    /// Posts of which something holds.
    pub(super) fn posts(&self, holds: impl Fn(PostNo) -> bool) -> Vec<PostNo> {
        self.facts.post_nos().filter(|no| holds(*no)).collect()
    }

    pub(super) fn stands(&self, who: TeacherNo) -> &lungang::facts::Eligibility {
        self.facts.stands(who)
    }

    /// The school from which a plan moves her.
    pub(super) fn from(&self, who: TeacherNo) -> SchoolNo {
        let work = self.facts.roster.teacher(who).work_school;
        self.stands(who).base.unwrap_or(work)
    }

    /// Whether she sets out from this school.
    pub(super) fn at(&self, who: TeacherNo, school: SchoolNo) -> bool {
        self.from(who) == school
    }

    /// Whether the unbroken plan moves her.
    pub(super) fn moves(&self, who: TeacherNo) -> bool {
        self.placement.move_of(who).is_some()
    }

    /// Moves of which something holds.
    pub(super) fn moves_where(&self, holds: impl Fn(&PlannedMove) -> bool) -> Vec<&PlannedMove> {
        let all = self.placement.moves.iter();
        all.filter(|one| holds(one)).collect()
    }

    /// The post that she fills by the unbroken plan.
    pub(super) fn post_of(&self, who: TeacherNo) -> Option<PostNo> {
        let mut all = self.facts.post_nos();
        all.find(|no| self.placement.fills[no.0].contains(&who))
    }

    /// People and recruits on posts of a kind.
    pub(super) fn filled(&self, no: PostNo) -> i64 {
        whole(self.placement.fills[no.0].len()) + i64::from(self.placement.hired(no))
    }

    /// How well a teacher fits a post.
    pub(super) fn fit(&self, who: TeacherNo, no: PostNo) -> Fit {
        let profile = self.facts.profile(self.stands(who).profile);
        profile.fit(self.facts.post(no))
    }

    pub(super) fn about_teacher(&self, who: TeacherNo) -> About {
        About::Teacher(self.facts.roster.teacher(who).id.clone())
    }

    pub(super) fn about_school(&self, no: SchoolNo) -> About {
        About::School(self.facts.roster.school(no).id.clone())
    }

    /// The auditor's judgement of a rule on the unbroken plan.
    pub(super) fn judgement(&self, rule: &str) -> Option<&Judgement> {
        let all = &self.before.audit.as_ref()?.rules;
        all.iter().find(|one| one.rule == rule)
    }

    /// The figure of a rule that binds.
    pub(super) fn binding(&self, rule: &str) -> Option<&Measure> {
        let measures = &self.judgement(rule)?.measures;
        measures.iter().find(|one| one.binds)
    }
}

/// A length as a whole number of people or things.
pub(super) fn whole(length: usize) -> i64 {
    i64::try_from(length).unwrap()
}
