//! What may be changed in a plan without an error: what only the run knows, and what is told otherwise.

/// What may be changed without an error, and why; the kind of place without places in lists, with one kind of lie where
/// no other may be told there.
pub(super) const LEGAL: &[(&str, &str)] = &[
    (
        "tool.version",
        "any version may have written a plan; it is no figure",
    ),
    (
        "tool.solver",
        "only the run knows it: told as claimed (A33)",
    ),
    (
        "outcome.gap",
        "what was asked for, which the plan cannot show: told as claimed (A33)",
    ),
    (
        "outcome.ended",
        "only a solver knows it: told as claimed (A33), unless its bounds speak against it",
    ),
    (
        "outcome.withstand",
        "only a program can try refusals: told as claimed (A33)",
    ),
    (
        "outcome.goals[].bound",
        "only a solver knows it: told as claimed (A33), unless above the value",
    ),
    (
        "periods.ended",
        "only a solver knows it: told as claimed (A33)",
    ),
    (
        "periods.bound",
        "only a solver knows it: told as claimed (A33)",
    ),
    (
        "scenario.inputs[].name",
        "a plan of other tables is told as such (A14) and is not judged by its figures",
    ),
    (
        "scenario.inputs[].sha256",
        "a plan of other tables is told as such (A14) and is not judged by its figures",
    ),
    ("scenario.inputs[].rows", "a lack of earlier programs (A70)"),
    (
        "scenario.inputs",
        "a plan that does not name a table is told to be of others (A14) and is not judged by its figures",
    ),
    (
        "scenario.inputs[]",
        "a plan of other tables is told as such (A14) and is not judged by its figures",
    ),
    (
        "schools[].teaching_posts[].filled_before: left out",
        "one of several seatings of today that are as good, and possible; all that follows from it is reckoned again",
    ),
    ("digest", "it is mended in every case"),
];
