//! A county of four schools and a rule book in code, for cases that need no files. A case takes
//! them, changes what it is about, and says what follows.

use indexmap::IndexMap;
use lungang::domain::*;
use lungang::policy::{Force, GoalId, InForce, RuleBook, RuleId, Share, Value, Valued, Verified};

/// Values of every rule: `rule.key`, kind (c count, s share, f flag, w words, g groups), text.
const VALUES: &[(&str, char, &str)] = &[
    ("eligibility.years_at_school", 'c', "6"),
    ("eligibility.age_cap_men", 'c', "50"),
    ("eligibility.age_cap_women", 'c', "45"),
    ("eligibility.near_retirement_years", 'c', "5"),
    ("eligibility.exempt", 'w', "pregnant,nursing,illness"),
    ("eligibility.recent_rotation_years", 'c', "6"),
    ("eligibility.novice_years", 'c', "3"),
    ("eligibility.leaders_apart", 'f', "yes"),
    ("eligibility.leaders_due_count", 'f', "no"),
    ("eligibility.sole_teacher", 'w', "counts"),
    ("eligibility.who_may_move", 'w', "eligible_or_volunteer"),
    ("eligibility.retire_men_months", 'c', "720"),
    ("eligibility.retire_men_step", 'c', "4"),
    ("eligibility.retire_men_extra", 'c', "36"),
    ("eligibility.retire_women_months", 'c', "660"),
    ("eligibility.retire_women_step", 'c', "4"),
    ("eligibility.retire_women_extra", 'c', "36"),
    ("eligibility.retire_reform_start", 'c', "202501"),
    (
        "protected_teachers.locks",
        'w',
        "bonded,directed_title,on_rotation,pregnant",
    ),
    ("protected_teachers.release_volunteers", 'f', "yes"),
    ("rotation_share.at_least", 's', "10%"),
    ("rotation_share.direction", 'w', "directional"),
    ("rotation_share.measure", 'w', "heads"),
    ("rotation_share.denominator", 'w', "after_exemptions"),
    ("rotation_share.senders", 'w', "city,town,quality"),
    ("rotation_share.receivers", 'w', "village,weak"),
    ("rotation_share.ongoing_counts", 'f', "yes"),
    ("counting_forms.forms", 'w', "exchange,support,group"),
    ("counting_forms.length_months", 'c', "24"),
    ("counting_forms.min_months", 'c', "10"),
    ("counting_forms.min_share", 'c', "50"),
    ("counting_forms.same_legal_entity", 'f', "no"),
    ("school_quota.pupils_per_staff_primary", 's', "19"),
    ("school_quota.pupils_per_staff_junior", 's', "13.5"),
    ("school_quota.pupils_per_staff_senior", 's', "12.5"),
    ("school_quota.staff_per_class", 's', "1.5"),
    ("school_quota.small_below", 'c', "100"),
    ("school_quota.combine", 'w', "max_small"),
    ("school_quota.small_as_hundred", 'f', "no"),
    ("school_quota.split", 'w', "by_rule"),
    ("school_quota.quota_goes", 'f', "no"),
    ("teaching_posts.remainder_from", 's', "15%"),
    ("teaching_posts.every_remainder", 'f', "no"),
    ("teaching_posts.part_time_remainder", 's', "0"),
    ("teaching_posts.combined_load", 's', "110%"),
    ("teaching_posts.combined_subjects", 'c', "3"),
    (
        "teaching_posts.families",
        'g',
        "chinese,english,ethics,history;maths,science,it,physics;music,art,psychology;pe,labour;chemistry,biology,geography",
    ),
    (
        "teaching_posts.open_primary",
        'w',
        "labour,practice,local,calligraphy,class_meeting,ethics",
    ),
    (
        "teaching_posts.open_junior",
        'w',
        "labour,practice,local,calligraphy,class_meeting",
    ),
    ("teaching_posts.open_told", 'w', "ethics"),
    ("teaching_posts.any_of_stage", 'w', "chinese,maths"),
    ("teaching_posts.part_time", 'w', "science,pe,music,art,it"),
    ("teaching_posts.part_time_schools", 'w', "village,point"),
    (
        "teaching_posts.part_time_anywhere",
        'w',
        "science,psychology",
    ),
    ("teaching_posts.filled_from", 's', "50%"),
    ("teaching_posts.office_principal_primary", 's', "25%"),
    ("teaching_posts.office_deputy_primary", 's', "60%"),
    ("teaching_posts.office_middle_primary", 's', "80%"),
    ("teaching_posts.office_principal_junior", 's', "15%"),
    ("teaching_posts.office_deputy_junior", 's', "30%"),
    ("teaching_posts.office_middle_junior", 's', "45%"),
    ("move_worth.load_at_least", 's', "50%"),
    ("move_worth.far_minutes", 'c', "60"),
    ("move_worth.far_load_at_least", 's', "75%"),
    ("move_worth.upward_minutes", 'c', "30"),
    ("move_worth.gain_at_least", 's', "0%"),
    ("move_worth.own_staff_first", 'f', "no"),
    ("move_worth.lodger_divisor", 'c', "5"),
    ("teaching_posts.form_teacher", 'w', "off"),
    ("teaching_posts.form_teacher_periods", 'c', "6"),
    ("teaching_posts.class_posts", 'w', "point"),
    ("teaching_posts.class_posts_below", 'c', "0"),
    ("must_open_subjects.subjects", 'w', "all"),
    ("certificates.cross_subject", 'w', "certificate"),
    ("certificates.cross_stage", 'w', "lower_free"),
    ("family_ties.couples", 'w', "spared"),
    ("family_ties.carers", 'w', "spared"),
    ("title_year.applying_is_willing", 'f', "no"),
    ("title_year.titles", 'w', "senior"),
    ("title_year.min_months", 'c', "12"),
    ("title_year.population", 'w', "city,town"),
    ("title_year.destinations", 'w', "village,weak"),
    ("title_year.continuous", 'f', "yes"),
    ("title_year.min_share", 'c', "50"),
    ("last_teacher.", ' ', ""),
    ("running_rotations.return_after_end", 'f', "yes"),
    ("title_posts.pooled", 'f', "yes"),
    ("title_posts.reserve_share", 's', ""),
    ("title_posts.reserve_base", 'w', "county"),
    ("title_posts.reserve_rounding", 'w', "nearest"),
    ("title_posts.special_schools", 'w', "none"),
    ("title_posts.outside_schools", 'w', "village"),
    ("title_posts.order", 'w', "front_line,backbone"),
    ("travel_limit.minutes_at_most", 'c', "60"),
    ("travel_limit.road_factor", 's', "1.4"),
    ("travel_limit.km_per_hour", 'c', "40"),
    ("travel_limit.unknown_is_far", 'f', "yes"),
];

/// The rule book with some values changed: `("rule.key", "value")`; `("rule", "off")` changes the
/// force of a rule and `("rule.key", "")` leaves an optional value out.
pub(crate) fn book(changes: &[(&str, &str)]) -> RuleBook {
    let mut rules: IndexMap<RuleId, InForce> = IndexMap::new();
    for (path, kind, text) in VALUES {
        let (rule, key) = path.split_once('.').unwrap();
        let changed = changes.iter().find(|change| change.0 == *path);
        let text = changed.map_or(*text, |change| change.1);
        let rule = rules.entry(RuleId::new(rule)).or_insert_with(in_force);
        if !text.is_empty() {
            rule.values.insert(key.into(), valued(*kind, text));
        }
    }
    for (path, text) in changes {
        match path.split_once('.') {
            None => rules[*path].force = Force::find(text).unwrap(),
            Some(_) if VALUES.iter().any(|value| value.0 == *path) => {}
            Some((rule, key)) => {
                rules[rule].values.insert(key.into(), valued('c', text));
            }
        }
    }
    RuleBook {
        title_zh: "小县".into(),
        title_en: "Tiny county".into(),
        rules,
        goals: GoalId::ALL.to_vec(),
    }
}

/// Puts further values into a rule book, for rules that few cases are about.
#[cfg(feature = "solver")]
pub(crate) fn add(book: &mut RuleBook, values: &[(&str, char, &str)]) {
    for (path, kind, text) in values {
        let (rule, key) = path.split_once('.').unwrap();
        let rule = lungang::rules::card(rule).unwrap().id;
        let rule = book.rules.entry(rule).or_insert_with(in_force);
        rule.values.insert(key.into(), valued(*kind, text));
    }
}

fn in_force() -> InForce {
    InForce {
        force: Force::Must,
        clauses: Vec::new(),
        source: "case".into(),
        verified: Verified::Local,
        values: IndexMap::new(),
    }
}

fn valued(kind: char, text: &str) -> Valued {
    let words = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
    let value = match kind {
        'c' => Value::Count(text.parse().unwrap()),
        's' => Value::Share(text.parse::<Share>().unwrap()),
        'f' => Value::Flag(text == "yes"),
        'w' => Value::Words(words(text)),
        _ => Value::Groups(text.split(';').map(words).collect()),
    };
    Valued {
        value,
        text: text.into(),
        since: "2020-01-01".into(),
        by: None,
        ahead: false,
        clauses: Vec::new(),
        source: "case".into(),
        verified: Verified::Local,
        file: "tiny".into(),
    }
}

/// Town primary school.
pub(crate) const TOWN: SchoolNo = SchoolNo(0);
/// Village primary school.
pub(crate) const VILLAGE: SchoolNo = SchoolNo(1);
/// Nine-year school in the town.
pub(crate) const NINE: SchoolNo = SchoolNo(2);
/// Teaching point.
pub(crate) const POINT: SchoolNo = SchoolNo(3);

/// Four schools without classes, without people, on 31 August 2026.
pub(crate) fn roster() -> Roster {
    Roster {
        county: County::default(),
        date: "2026-08-31".parse().unwrap(),
        schools: vec![
            school("s1", SchoolKind::Primary, Area::Town),
            school("s2", SchoolKind::Primary, Area::Village),
            school("s3", SchoolKind::NineYear, Area::Town),
            school("s4", SchoolKind::Point, Area::Village),
        ],
        teachers: Vec::new(),
        classes: Vec::new(),
        service: Vec::new(),
        quota: Vec::new(),
        grid: Vec::new(),
        load: Vec::new(),
        travel: Vec::new(),
        title_posts: Vec::new(),
        given_posts: Vec::new(),
        pools: Vec::new(),
        forecast: Vec::new(),
        pins: Vec::new(),
        bans: Vec::new(),
        waivers: Vec::new(),
        lottery_seed: "2026".into(),
        splits: Vec::new(),
        mergers: Vec::new(),
        gone: std::collections::BTreeMap::new(),
        ways: std::collections::BTreeMap::new(),
        foreseen: None,
        ranks: Vec::new(),
    }
}

/// The county with these people.
pub(crate) fn with(teachers: Vec<Teacher>) -> Roster {
    Roster {
        teachers,
        ..roster()
    }
}

/// An ordinary school.
pub(crate) fn school(id: &str, kind: SchoolKind, area: Area) -> School {
    School {
        id: id.into(),
        name: id.into(),
        kind,
        area,
        ..School::default()
    }
}

/// A woman of 36 on quota who has taught at this school since September 2012 and is eligible.
pub(crate) fn teacher(at: SchoolNo, own: &str) -> Teacher {
    Teacher {
        id: "t".into(),
        name: "t".into(),
        sex: Sex::Female,
        birth: month("1990-03"),
        degree: Degree::Bachelor,
        quota_school: at,
        work_school: at,
        stage: Stage::Primary,
        subject: subject(own),
        title: Title::First,
        at_school_since: month("2012-09"),
        teaching_since: Some(month("2012-09")),
        ..Teacher::blank()
    }
}

/// A spell of the first teacher.
pub(crate) fn spell(at: SchoolNo, from: &str, to: &str, form: Option<Form>) -> Spell {
    Spell {
        teacher: TeacherNo(0),
        school: at,
        from: month(from),
        to: (!to.is_empty()).then(|| month(to)),
        share: 100,
        form,
    }
}

/// Classes of a grade.
pub(crate) fn classes(at: SchoolNo, grade: u8, pupils: &[u32]) -> ClassGroup {
    ClassGroup {
        school: at,
        grade,
        pupils: pupils.to_vec(),
    }
}

/// A month.
pub(crate) fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// A subject.
pub(crate) fn subject(key: &str) -> Subject {
    Subject::find(key).unwrap()
}

/// A stream of numbers that is the same everywhere.
#[cfg(feature = "solver")]
pub(crate) struct Lot(u64);

#[cfg(feature = "solver")]
impl Lot {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    /// One of these.
    pub(crate) fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }
}
