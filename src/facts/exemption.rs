//! Why somebody is not among those who meet the rotation conditions, or may not be moved (免交流情形).

use crate::domain::labelled_enum;
use crate::text::Text;

labelled_enum! {
    /// Why a teacher is not among those who meet the rotation conditions, or may not be moved.
    Exemption {
        NotTeaching = "not_teaching" "不在教学岗位" "does not teach at present",
        NotOnQuota = "not_on_quota" "非在编教师" "not on quota",
        TooFewYears = "too_few_years" "在现校任教年限未满" "too few years at the school",
        OverAge = "over_age" "超过年龄上限" "over the age limit",
        NearRetirement = "near_retirement" "临近退休" "near retirement",
        Pregnant = "pregnant" "孕期" "pregnant",
        Nursing = "nursing" "哺乳期" "nursing",
        Illness = "illness" "重大疾病" "serious illness",
        Hardship = "hardship" "特殊困难" "family hardship",
        Couple = "couple" "同校夫妻" "couple at one school",
        SoleCarer = "sole_carer" "独自照料" "sole carer",
        CourseLead = "course_lead" "特色课程负责人" "lead of a special course",
        Bonded = "bonded" "服务期未满" "in a service bond",
        DirectedTitle = "directed_title" "定向职称" "directed title",
        RecentlyRotated = "recently_rotated" "近年已交流" "rotated recently",
        OnRotation = "on_rotation" "正在交流期内" "on a running rotation",
        SoleTeacher = "sole_teacher" "本校该学科唯一教师" "sole teacher of a subject",
        SchoolLeader = "school_leader" "校级领导（另行交流）" "school leader, rotated separately",
        Leaving = "leaving" "在新学年前退休或离开" "retires or leaves before the year",
    }
}

/// What is said of a reason in somebody's own life.
pub const PERSONAL_WORDS: Text = Text::new("个人情形", "personal reasons");

impl Exemption {
    /// Whether it protects her: she is moved only where she asked to go, by a decision, or from a school that
    /// closes. Of the others she is merely not due, away, or exchanged apart.
    pub const fn protects(self) -> bool {
        self.is_personal()
            || matches!(
                self,
                Self::NearRetirement | Self::CourseLead | Self::Bonded | Self::DirectedTitle
            )
    }

    /// A reason in somebody's own life, of which a plan that is handed on says no more than that.
    pub const fn is_personal(self) -> bool {
        matches!(
            self,
            Self::Pregnant | Self::Nursing | Self::Illness | Self::Hardship
        ) || self.is_of_family()
    }

    /// What concerns another person too: no document at all says which it is.
    pub const fn is_of_family(self) -> bool {
        matches!(self, Self::Couple | Self::SoleCarer)
    }

    /// Its words in a plan, a finding or an answer.
    pub const fn told(self) -> Text {
        if self.is_of_family() {
            PERSONAL_WORDS
        } else {
            self.text()
        }
    }
}
