//! What follows from roster and rule book before anything is decided, case by case.

mod fit;
mod merging;
mod offices;
mod part;
mod posts;
mod quota;
mod quota_split;
mod standing;
mod subjects;
mod travel;
