//! What the policy says for R18 Recruits (招聘与空编).

use crate::domain::{Class, Stage};
use crate::policy::values;

values! {
    "recruits"
    SPECIAL_POST_SCHOOLS: Vec<Class> = "special_post_schools"
        "可设特岗的学校类别" "classes of school at which special posts are allowed";
    SPECIAL_POST_STAGES: Vec<Stage> = "special_post_stages"
        "可设特岗的学段" "stages at which special posts are allowed";
    CONTRACT_ALLOWED: bool = "contract_allowed"
        "是否允许招聘编外教师、购买服务"
        "whether contract and purchased-service teachers may be recruited";
    FILL_VACANCIES: bool = "fill_vacancies"
        "有编不补时是否提示"
        "whether a vacancy that is kept while a fitting recruit is at hand is reported";
    OWN_STAFF_FIRST: bool = "own_staff_first"
        "本校同学科教师够用时不招聘"
        "whether nobody is recruited for a subject of which the school has people enough";
}
