//! Studies: what if, how far, why, at what price, in later years, in a whole region.

mod explain;
mod extra_duties;
mod frontier;
mod horizon;
mod parts;
mod prices;
mod region;
mod steps;
mod vary;
mod whatif;
mod who_else;

pub use explain::{
    Because, Candidate, Choice, RuleAnswer, SchoolAnswer, TeacherAnswer, Vacancy, explain_rule,
    explain_school, explain_teacher,
};
pub use extra_duties::{Application, Errand, Fuller, Taught, Week};
pub use frontier::{Frontier, Point, frontier, frontier_part};
pub use horizon::{
    Horizon, Kept, StageStock, Stock, SubjectChange, Undecided, YEARS, Year, horizon, next_year,
};
pub use parts::{
    BaseKey, Merged, Order, PART_CODES, Part, PartOf, Together, Wanted, known_codes, merge,
    part_of_curve, part_of_region, part_of_study, tool,
};
pub use prices::{Price, Priced, prices};
pub use region::{
    BalanceResult, CountyFigures, CountyQuota, CountyResult, HelpLine, HelpSchool, RegionSummary,
    RegionTotals, Rotation, SolvedCounty, StaffGoals, StageQuota, StageTotals, check_region,
    region_summary, solve_counties, solve_region,
};
pub use steps::{Prices, Step, all_prices};
pub use vary::{NotAVary, Vary};
pub use whatif::{Compared, Comparison, StudyWatch, compare_part, compare_study};
pub use who_else::{Alternative, Reserve, reserves};
