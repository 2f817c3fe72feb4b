//! One integration binary, so that the solver is linked once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a case that cannot go on has failed"
)]

#[cfg(feature = "solver")]
mod accounted;
mod agreement;
mod alike;
mod annex;
mod annex_names;
#[cfg(feature = "solver")]
mod balance;
#[cfg(feature = "solver")]
mod beyond;
mod book;
#[cfg(feature = "solver")]
mod bounds;
mod browser;
#[cfg(feature = "solver")]
mod by_decision;
#[cfg(feature = "solver")]
mod by_hand;
mod by_name;
#[cfg(feature = "solver")]
mod by_roll;
#[cfg(feature = "solver")]
mod carried;
mod case_plans;
mod cells_told;
mod chinese;
mod circles;
#[cfg(feature = "solver")]
mod claims;
#[cfg(feature = "solver")]
mod closing;
mod codes;
mod columns;
mod commented;
#[cfg(feature = "solver")]
mod conflicts;
mod conservation;
mod coverage;
#[cfg(feature = "solver")]
mod decided;
mod decision_sheets;
#[cfg(feature = "solver")]
mod edited;
mod edited_book;
#[cfg(feature = "solver")]
mod encodings;
mod ends_in_year;
#[cfg(feature = "solver")]
mod every_value;
#[cfg(feature = "solver")]
mod explained;
#[cfg(feature = "solver")]
mod explained_files;
#[cfg(feature = "solver")]
mod explained_prices;
mod facts;
#[cfg(feature = "solver")]
mod family;
#[cfg(feature = "solver")]
mod frontier;
#[cfg(all(feature = "solver", target_os = "linux"))]
mod frozen;
mod generate;
mod generate_kinds;
mod generate_on;
#[cfg(feature = "solver")]
mod given_twice;
mod granted;
#[cfg(feature = "solver")]
mod hand_roll;
#[cfg(feature = "solver")]
mod held;
#[cfg(feature = "solver")]
mod horizon;
mod house;
#[cfg(feature = "solver")]
mod in_parts;
mod input;
#[cfg(feature = "solver")]
mod keeps_faith;
#[cfg(feature = "solver")]
mod last_word;
#[cfg(feature = "solver")]
mod leaders_teach;
#[cfg(feature = "solver")]
mod left_out;
#[cfg(feature = "solver")]
mod lessons;
#[cfg(feature = "solver")]
mod lies;
#[cfg(feature = "solver")]
mod limits;
mod long_sheets;
#[cfg(feature = "solver")]
mod losses;
#[cfg(feature = "solver")]
mod lottery;
#[cfg(feature = "solver")]
mod masked;
#[cfg(feature = "solver")]
mod mutations;
mod nasty;
mod near_names;
mod night;
#[cfg(feature = "solver")]
mod not_concerned;
#[cfg(feature = "solver")]
mod not_kept;
#[cfg(feature = "solver")]
mod notices;
#[cfg(feature = "solver")]
mod old_plans;
#[cfg(feature = "solver")]
mod one_clause;
#[cfg(feature = "solver")]
mod one_name;
#[cfg(feature = "solver")]
mod one_number;
#[cfg(feature = "solver")]
mod oracle;
mod other_documents;
mod page;
#[cfg(feature = "microlp")]
mod page_curve;
#[cfg(feature = "solver")]
mod page_files;
mod page_names;
#[cfg(feature = "solver")]
mod part_year;
mod parts;
mod patched;
mod places;
#[cfg(feature = "solver")]
mod plan;
#[cfg(feature = "solver")]
mod plan_again;
mod policy;
#[cfg(feature = "solver")]
mod priced_rules;
#[cfg(feature = "solver")]
mod proofs;
mod published;
mod read_by_eye;
#[cfg(feature = "solver")]
mod read_by_eye_demand;
#[cfg(feature = "solver")]
mod read_by_eye_idle;
#[cfg(feature = "solver")]
mod read_by_eye_properties;
mod readme;
#[cfg(feature = "solver")]
mod real;
mod redact;
mod region;
#[cfg(feature = "solver")]
mod relocate;
#[cfg(feature = "solver")]
mod road;
#[cfg(feature = "solver")]
mod roll_parts;
#[cfg(feature = "microlp")]
mod rolled;
mod roster;
#[cfg(feature = "microlp")]
mod rule_rows;
mod rules;
#[cfg(feature = "solver")]
mod said;
#[cfg(feature = "solver")]
mod same_bytes;
mod scale;
mod schema;
#[cfg(target_os = "linux")]
mod sense;
mod sets;
mod setup;
#[cfg(feature = "solver")]
mod shares_by_hand;
#[cfg(feature = "solver")]
mod sheet_places;
#[cfg(feature = "solver")]
mod since;
#[cfg(feature = "solver")]
mod sizes;
mod slips;
#[cfg(feature = "microlp")]
mod solve;
mod splits;
#[cfg(feature = "solver")]
mod stops;
mod study;
mod study_slips;
#[cfg(feature = "solver")]
mod table_slips;
#[cfg(feature = "solver")]
mod teaches;
mod tiny;
#[cfg(feature = "solver")]
mod title_posts;
#[cfg(feature = "solver")]
mod told_alike;
#[cfg(feature = "solver")]
mod told_as_is;
#[cfg(feature = "solver")]
mod told_beside;
#[cfg(feature = "solver")]
mod told_by_hand;
#[cfg(feature = "solver")]
mod told_once;
#[cfg(feature = "solver")]
mod unsaid;
#[cfg(feature = "solver")]
mod vanished;
#[cfg(feature = "solver")]
mod visits;
#[cfg(feature = "solver")]
mod void_letters;
#[cfg(feature = "solver")]
mod volunteers;
#[cfg(feature = "solver")]
mod words_beside;
mod words_of_rosters;
mod workbook;
