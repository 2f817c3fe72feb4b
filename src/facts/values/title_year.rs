//! What the policy says for R13 Title year (申报职称的基层任教年限).

use crate::domain::{Class, Title};
use crate::policy::values;

values! {
    "title_year"
    APPLYING_IS_WILLING: bool = "applying_is_willing"
        "申报职称而缺任教年限的，是否视为自愿到可补足年限的学校"
        "whether applying for a title without the year counts as willing to go where it is given";
    TITLES: Vec<Title> = "titles" "要求基层任教年限的职称" "titles that ask for the time";
    MIN_MONTHS: i64 = "min_months" "基层任教年限（月）" "time that is asked for, months";
    POPULATION: Vec<Class> = "population"
        "哪些学校的申报人须有此经历" "classes of school whose applicants are asked";
    DESTINATIONS: Vec<Class> = "destinations"
        "在哪些学校任教计入年限" "classes of school at which the time counts";
    CONTINUOUS: bool = "continuous" "是否须连续计算" "whether the months must be unbroken";
    MIN_SHARE: i64 = "min_share"
        "计入年限的最低工作量（占全职的百分比）"
        "smallest share of full time that counts, per cent";
}
