//! What a plan may decide of somebody or something.

use super::labelled_enum;

labelled_enum! {
    /// 方案安排的事项。What a plan decides of somebody or something.
    Made {
        Letter = "letter" "去向" "where to",
        Form = "form" "交流形式" "form",
        Months = "months" "起止年月" "months",
        Share = "share" "工作量占比" "share of full time",
        Quota = "quota" "人事关系是否调动" "quota place goes along",
        Bed = "bed" "周转宿舍" "bed",
        Post = "post" "任教岗位" "teaching post",
        Recruits = "recruits" "招聘" "recruits",
        Appointed = "appointed" "职称聘任" "title appointment",
        Conversion = "conversion" "转入编制" "taken onto the quota",
        Lesson = "lesson" "兼课" "lessons besides the post",
        Trip = "trip" "走教" "itinerant teaching",
        Remote = "remote" "远程课程" "remote lessons",
        Visit = "visit" "送教" "visits",
        Mentor = "mentor" "结对" "mentor",
        Leader = "leader" "校长交流" "exchange of leaders",
        Apprentice = "apprentice" "见习" "apprenticeship",
    }
}

impl Made {
    /// Whether it is decided of a person.
    pub const fn is_of_people(self) -> bool {
        !matches!(self, Self::Recruits | Self::Remote | Self::Apprentice)
    }
}
