//! What follows from roster and rule book before anything is decided, case by case.

mod fit;
mod merging;
mod offices;
mod part;
mod posts;
mod quota;
mod standing;
mod subjects;
mod travel;
