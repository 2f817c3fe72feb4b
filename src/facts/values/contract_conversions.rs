//! What the policy says for R39 Conversions of contract teachers (编外合同教师择优入编).

use crate::policy::values;

values! {
    "contract_conversions"
    MIN_YEARS: i64 = "min_years" "任教满多少年方可入编" "years of teaching that are asked for";
    NUMBER_AT_MOST: Option<i64> = "number_at_most"
        "当年入编名额；空缺为只受空编限制"
        "conversions of the year at most; without it only vacancies limit them";
    OWN_STAFF_FIRST: bool = "own_staff_first"
        "本校同学科在编教师够用时不入编"
        "whether nobody is taken onto the quota for a subject of which the school has people enough on it";
}
