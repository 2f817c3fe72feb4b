//! What the policy says for R30 Title applicants (职称申报条件).

use crate::domain::labelled_enum;
use crate::policy::{Share, values};

labelled_enum! {
    /// What is looked at in an applicant.
    Condition {
        Training = "training" "培训合格" "training",
        Ethics = "ethics" "师德合格" "ethics",
        Language = "language" "国家通用语言文字" "language",
        FrontLine = "front_line" "在一线任教" "front line",
    }
}

values! {
    "title_applicants"
    CONDITIONS: Vec<Condition> = "conditions"
        "审查的条件："
        "conditions that are looked at: training, ethics, language, teaching at present";
    LOAD_AT_LEAST: Option<Share> = "load_at_least"
        "周课时占标准课时量的最低比例；空缺为不审查"
        "least share of the standard load; not looked at where it is left out";
}
