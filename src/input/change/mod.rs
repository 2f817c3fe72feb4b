//! Scenarios as small changes: edits of the cells of a scenario before they are read, so that what is
//! changed is read, checked and shown like everything else.

mod apply;
mod edit;
mod meaning;
mod policy;
mod twice;

pub(super) use apply::apply;
pub use edit::{Edit, Layer, NotAnEdit, SET, What};
pub(super) use meaning::meaning;
pub use policy::{idle_edits, policy_documents};
