//! Studies: what if, how far, why, at what price, in later years, in a whole region.

mod explain;
mod extra_duties;
mod frontier;
mod horizon;
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
pub use frontier::{Frontier, Point, frontier};
pub use horizon::{
    Horizon, Kept, StageStock, Stock, SubjectChange, Undecided, YEARS, Year, horizon, next_year,
};
pub use prices::{Price, Priced, prices};
pub use region::{
    BalanceResult, CountyFigures, CountyQuota, CountyResult, HelpLine, HelpSchool, RegionSummary,
    RegionTotals, Rotation, StaffGoals, StageTotals, check_region, solve_region,
};
pub use steps::{Prices, Step, all_prices};
pub use vary::{NotAVary, Vary};
pub use whatif::{Compared, Comparison, StudyWatch, compare_study};
pub use who_else::{Alternative, Reserve, reserves};
