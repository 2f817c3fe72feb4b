//! What the policy says for R35 Mentors of village backbone teachers (名师结对).

use crate::domain::{Backbone, Class};
use crate::policy::values;

values! {
    "mentor_pairs"
    FROM_SCHOOLS: Vec<Class> = "from_schools" "导师所在学校类别" "classes of school of the mentors";
    TO_SCHOOLS: Vec<Class> = "to_schools"
        "结对教师所在学校类别" "classes of school of those who are guided";
    MENTOR_LEVEL: Backbone = "mentor_level"
        "导师的最低骨干级别" "lowest backbone grade of a mentor";
    VILLAGE_LEVEL: Backbone = "village_level"
        "村校骨干教师的最低级别" "lowest backbone grade of those who are guided";
    PER_MENTOR_AT_MOST: i64 = "per_mentor_at_most"
        "每位导师结对人数上限" "village teachers of one mentor at most";
}
