//! Pages to look at: `report.html` of a plan, and the pages of studies. Each is one file that fetches
//! nothing, in both languages, with pictures drawn here, and readable without any script.

mod arrow;
mod bars;
mod cards;
mod compliance;
mod districts;
mod frame;
mod heat;
mod map;
mod plan;
mod seen;
mod spread;
mod summary;
mod svg;
mod teachers;
mod words;

pub use plan::page;
