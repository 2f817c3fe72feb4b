//! Pages to look at: `report.html` of a plan, and the pages of studies. Each is one file that fetches
//! nothing, in both languages, with pictures drawn here, and readable without any script.

mod balance;
mod bars;
mod cards;
mod compliance;
#[cfg(feature = "microlp")]
mod curve;
mod districts;
mod frame;
mod heat;
mod map;
mod plan;
mod seen;
mod spread;
#[cfg(feature = "microlp")]
mod study;
mod summary;
mod svg;
mod teachers;

#[cfg(feature = "microlp")]
pub use curve::frontier_page;
pub use plan::page;
#[cfg(feature = "microlp")]
pub use study::comparison_page;
