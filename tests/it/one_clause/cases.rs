//! What is changed, clause by clause, and what the officer is told of it.

/// A kind of finding, whom it is about, and numbers of its sentence.
pub(super) type Told = (&'static str, &'static str, &'static [(&'static str, i64)]);

/// What is judged after the change.
#[derive(Clone, Copy)]
pub(super) enum After {
    /// The plan made before it.
    TheSamePlan,
    /// A plan made anew.
    NewPlan,
}

/// Row, policy, what is so before and after, change, what is judged, and everything that is said and was
/// not before.
pub(super) type Case = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static str,
    After,
    &'static [Told],
);

pub(super) const CASES: &[Case] = &[
    // A quarter of the large classes each year. Since 2020 none may be left (A13), and none may be over 45
    // or 50 (A14), so that whatever A12 finds, those find too, and of the stock of 2016 all is due to be
    // gone by now. Left to itself, with the quarter taken of last year's stock: of four one must go, and
    // three are left; had there been three, they might be two.
    (
        "A12",
        "anshan",
        &[
            "classes.S001.5.pupils=56",
            "classes.S001.6.pupils=57",
            "classes.S004.3.pupils=58",
            "rules.class_sizes.large_share_at_most=100%",
            "rules.class_sizes.primary_at_most=60",
            "rules.class_sizes.remove_of=remaining",
            "rules.class_sizes.last_large=4",
        ],
        "rules.class_sizes.last_large=3",
        After::TheSamePlan,
        &[("R23d", "county", &[("most", 2), ("number", 3)])],
    ),
    // Arts teachers visit villages: nobody within five minutes of S009 and S012 teaches what they lack.
    (
        "A17",
        "anshan",
        &[],
        "rules.visiting_lessons.minutes_at_most=5",
        After::NewPlan,
        &[
            ("R34", "S009", &[("need", 2), ("actual", 0)]),
            ("R34", "S009", &[("need", 2), ("actual", 0)]),
            ("R34", "S012", &[("need", 2), ("actual", 0)]),
        ],
    ),
    // The teacher of fine art of a township is on leave: the one special post is there, none in a village; were half
    // of them asked for, it would be one.
    (
        "A28",
        "anshan",
        &[
            "quota.primary.heads=124",
            "teachers.T00135.status=leave",
            "teachers.T00135.weekly_periods=0",
            "rules.special_post_share.at_least=0%",
        ],
        "rules.special_post_share.at_least=50%",
        After::TheSamePlan,
        &[("R28", "county", &[("all", 1), ("need", 1), ("actual", 0)])],
    ),
    // The number restored for primary schools, were it 257: a school of 258 is one over.
    (
        "Z3",
        "zhangye",
        &[],
        "rules.school_sizes.primary_at_most=257",
        After::TheSamePlan,
        &[(
            "R24",
            "S004",
            &[("pupils", 258), ("most", 257), ("over", 1)],
        )],
    ),
    // Posts pooled in the county: left to their own posts, S001 and S004 have none for whom they appoint.
    (
        "Z22",
        "zhangye",
        &[],
        "rules.title_posts.pooled=no",
        After::TheSamePlan,
        &[
            ("R31", "S001", &[("free", 0), ("taken", 1)]),
            ("R31", "S004", &[("free", 0), ("taken", 2)]),
        ],
    ),
    // Totals hold for three years; those of 2023 ran out before the school year of 2026.
    (
        "R15",
        "alar",
        &[],
        "rules.school_quota.approved_year=2023",
        After::TheSamePlan,
        &[("R06d", "county", &[])],
    ),
    (
        "R19",
        "alar",
        &[],
        "rules.title_posts.approved_year=2023",
        After::TheSamePlan,
        &[("R31f", "county", &[])],
    ),
    // Five per cent of 26 senior posts is one; ten would be three, of which the rotated use one: two
    // are left for the three others.
    (
        "R21",
        "alar",
        &[],
        "rules.title_posts.reserve_share=10%",
        After::TheSamePlan,
        &[("R31b", "county", &[("free", 2), ("taken", 3)])],
    ),
    // 99.2 % of 88 is 88: one primary teacher below college is one too many.
    (
        "R2",
        "alar",
        &[],
        "teachers.T00097.degree=secondary",
        After::TheSamePlan,
        &[("R27", "county", &[("need", 88), ("actual", 87)])],
    ),
    // Two circuits for each backbone teacher of town and central schools; were one the most, all lack one.
    (
        "T19",
        "township",
        &[],
        "rules.visiting_lessons.per_person_at_most=1",
        After::NewPlan,
        &[
            ("R34d", "T00015", &[("need", 2), ("actual", 1)]),
            ("R34d", "T00021", &[("need", 2), ("actual", 1)]),
            ("R34d", "T00022", &[("need", 2), ("actual", 1)]),
            ("R34d", "T00026", &[("need", 2), ("actual", 1)]),
            ("R34d", "T00030", &[("need", 2), ("actual", 1)]),
            ("R34d", "T00033", &[("need", 2), ("actual", 1)]),
            ("R34d", "T00036", &[("need", 2), ("actual", 1)]),
            ("R34d", "T00038", &[("need", 2), ("actual", 1)]),
        ],
    ),
    // Mentors of the county will do; there are none of the province.
    (
        "T20",
        "township",
        &[],
        "rules.mentor_pairs.mentor_level=province",
        After::NewPlan,
        &[
            ("R35", "T00054", &[]),
            ("R35", "T00058", &[]),
            ("R35", "T00067", &[]),
            ("R35", "T00074", &[]),
            ("R35", "T00079", &[]),
            ("R35", "T00080", &[]),
            ("R35", "T00089", &[]),
        ],
    ),
    // A village school is struck off the list: two letters of two years lead there.
    (
        "D2",
        "dehua",
        &["schools.S012.permanent=yes"],
        "schools.S012.permanent=no",
        After::TheSamePlan,
        &[
            ("R29", "T00033", &[("months", 24)]),
            ("R29", "T00142", &[("months", 24)]),
        ],
    ),
    // 85 % of 100 posts of the first grade is 85, one more than are filled.
    (
        "D24",
        "dehua",
        &[],
        "rules.titles_filled.first_at_least=85%",
        After::TheSamePlan,
        &[("R32", "county", &[("need", 85), ("actual", 84)])],
    ),
    // PE, music, art and calligraphy at every school. A subject that nobody teaches is not opened either
    // (D31 counts the same people on the same posts), so D34 fails alone only where D31 is set aside: chemistry
    // comes to the list, and S007 has nobody for it.
    (
        "D34",
        "dehua",
        &[
            "rules.must_open_subjects.force=off",
            "rules.village_subjects.subjects=music, art",
        ],
        "rules.village_subjects.subjects=chemistry, music, art",
        After::TheSamePlan,
        &[("R09", "S007", &[])],
    ),
];

/// Row, policy, changes that leave no plan, the rules that cannot hold together, and the cheapest
/// approval: rule, where, how much.
pub(super) type Stop = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    (&'static str, &'static str, i64),
);

pub(super) const STOPS: &[Stop] = &[
    // 60 % of 30 is 18; with the most that may leave each school at most 11 come from the town schools.
    (
        "A34",
        "anshan",
        &["rules.rotation_share.at_least=60%"],
        &["leavers_cap", "rotation_share"],
        ("rotation_share", "county", 7),
    ),
    (
        "R2",
        "alar",
        &[
            "rules.degree_shares.force=must",
            "teachers.T00036.degree=secondary",
        ],
        &["degree_shares", "leavers_cap"],
        ("degree_shares", "primary", 1),
    ),
    // An applicant without her year at a village base school who cannot be sent there this year: she is
    // bound to the central school until 2027.
    (
        "T17",
        "township",
        &[
            "rules.title_year.force=must",
            "teachers.T00005.applies_for=first",
        ],
        &["protected_teachers", "title_year"],
        ("title_year", "T00005", 1),
    ),
    (
        "D24",
        "dehua",
        &[
            "rules.titles_filled.force=must",
            "rules.titles_filled.first_at_least=95%",
            "rules.titles_filled.senior_at_least=0%",
        ],
        &["titles_filled"],
        ("titles_filled", "county,first_posts", 6),
    ),
    // A goal beside it, D31 stops nothing; asked for geography at every school and without recruits there is
    // one school too many.
    (
        "D34",
        "dehua",
        &[
            "rules.village_subjects.force=must",
            "rules.village_subjects.subjects=geography",
            "recruits.*.number=0",
        ],
        &["eligibility", "village_subjects"],
        ("village_subjects", "S011,junior,geography", 1),
    ),
];
