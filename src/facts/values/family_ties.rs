//! What the policy says for R44 Couples and carers (夫妻与独自照料).

use crate::domain::labelled_enum;
use crate::policy::values;

labelled_enum! {
    /// What is done about couples at one school.
    Couples {
        Off = "off" "不作规定" "nothing is asked",
        Spared = "spared" "不安排交流（本人自愿的除外）" "spared, unless they volunteer",
        Together = "together" "同去同留" "both go to one school, or both stay",
    }
}

labelled_enum! {
    /// What is done about those who care for somebody alone.
    Carers {
        Off = "off" "不作规定" "nothing is asked",
        Spared = "spared" "不安排交流（本人自愿的除外）" "spared, unless they volunteer",
    }
}

values! {
    "family_ties"
    COUPLES: Couples = "couples" "同校任教的夫妻：" "couples who teach at one school";
    CARERS: Carers = "carers" "独自照料家人的教师：" "those who care for somebody alone";
}
