//! What the policy says for R34 Visiting lessons (送教下乡与巡回授课).

use crate::domain::{Backbone, Class, Subject};
use crate::policy::values;

crate::domain::labelled_enum! {
    /// 巡回授课按校还是按人核对。Whether circuits are asked of schools or of people.
    CountBy {
        School = "school" "逐校" "each school is to be visited",
        Person = "person" "逐人" "each backbone teacher is to go",
    }
}

values! {
    "visiting_lessons"
    FROM_SCHOOLS: Vec<Class> = "from_schools"
        "派出教师的学校类别" "classes of school that send people";
    TO_SCHOOLS: Vec<Class> = "to_schools" "接受送教的学校类别" "classes of school that are visited";
    LEVEL: Backbone = "level"
        "巡回授课教师的最低骨干级别" "lowest backbone grade of those who go on circuit";
    CIRCUITS_PER_TERM: i64 = "circuits_per_term"
        "每学期骨干教师巡回授课次数，逐校或逐人；0为不要求"
        "circuits a term at each school, or of each person; 0 asks for none";
    COUNT_BY: CountBy = "count_by"
        "巡回授课次数按校还是按人要求：" "whether circuits are asked of schools or of people";
    GROUPS: Vec<Vec<Subject>> = "groups"
        "无人任教时须送教的学科，同组学科有一位教师即可"
        "subjects that are visited for where nobody teaches any of the group";
    VISITS_PER_TERM: i64 = "visits_per_term"
        "每组学科每学期送教次数；0为不要求" "visits a term for each group; 0 asks for none";
    PER_PERSON_AT_MOST: i64 = "per_person_at_most"
        "每人每学期送教次数上限" "visits a term of one person at most";
    MINUTES_AT_MOST: i64 = "minutes_at_most" "送教单程时间上限（分钟）" "minutes one way at most";
}
