//! What the policy says for R41 Class splits (大班额化解).

use crate::domain::Class;
use crate::policy::values;

values! {
    "class_splits"
    SCHOOLS: Vec<Class> = "schools"
        "拆分班级的学校类别" "classes of school where classes are split";
    SPLIT_FROM: Option<i64> = "split_from"
        "最大的班达到多少人才拆分；空缺为超过班额上限即拆分"
        "pupils of the largest class from which a grade is split; without it any class beyond the limit";
    NEW_CLASSES_AT_MOST: Option<i64> = "new_classes_at_most"
        "全县当年最多增设的班级数；空缺为只受教室限制"
        "classes opened in the county this year at most; without it only rooms limit them";
}
