//! Teachers and the words of their files.

use super::{Month, SchoolNo, Stage, Subject, labelled_enum};
use serde::Serialize;

/// A teacher: her place in [`super::Roster::teachers`], which is sorted by id.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct TeacherNo(pub usize);

labelled_enum! {
    /// 性别。Sex.
    Sex { Female = "female" "女" "female", Male = "male" "男" "male" }
}

labelled_enum! {
    /// 学历，由低到高。Highest degree, rising.
    Degree {
        Secondary = "secondary" "中专及以下" "secondary school",
        College = "college" "大学专科" "three-year college",
        Bachelor = "bachelor" "大学本科" "bachelor",
        Master = "master" "硕士研究生" "master",
        Doctor = "doctor" "博士研究生" "doctor",
    }
}

labelled_enum! {
    /// 用人形式。How a person is employed.
    Employment {
        OnQuota = "on_quota" "在编" "on quota",
        Contract = "contract" "编外合同" "contract, off quota",
        SpecialPost = "special_post" "特岗" "state special post",
        Purchased = "purchased" "购买服务" "purchased service",
        Support = "support" "援派" "sent from outside",
    }
}

labelled_enum! {
    /// 职务。Office held in the school.
    Role {
        Teacher = "teacher" "教师" "teacher",
        Middle = "middle" "中层干部" "middle manager",
        VicePrincipal = "vice_principal" "副校长" "vice-principal",
        Principal = "principal" "校长" "principal",
    }
}

labelled_enum! {
    /// 职称，由低到高。Professional title, rising.
    Title {
        None = "none" "未取得职称" "no title",
        Third = "third" "三级教师" "third-grade teacher",
        Second = "second" "二级教师" "second-grade teacher",
        First = "first" "一级教师" "first-grade teacher",
        Senior = "senior" "高级教师" "senior teacher",
        FullSenior = "full_senior" "正高级教师" "full senior teacher",
    }
}

labelled_enum! {
    /// 骨干级别，由低到高。Backbone grade, rising.
    Backbone {
        None = "none" "无" "none",
        School = "school" "校级" "school",
        County = "county" "县级" "county",
        City = "city" "市级" "city",
        Province = "province" "省级" "province",
        Nation = "nation" "国家级" "nation",
    }
}

labelled_enum! {
    /// 在岗状态。Whether the person teaches at present.
    Status {
        Active = "active" "在岗" "on post",
        Leave = "leave" "离岗" "on leave",
        Seconded = "seconded" "借调" "seconded",
        Training = "training" "脱产培训" "full-time training",
    }
}

labelled_enum! {
    /// 保护情形，不列入公示名单。
    /// A reason in the person for not moving her; kept out of posted lists.
    Protection {
        Pregnant = "pregnant" "孕期" "pregnant",
        Nursing = "nursing" "哺乳期" "nursing",
        Illness = "illness" "重大疾病" "serious illness",
        Hardship = "hardship" "特殊困难" "family hardship",
        CourseLead = "course_lead" "特色课程负责人" "lead of a special course",
    }
}

labelled_enum! {
    /// 交流轮岗等在外任教的形式。
    /// The form of a posting: of a rotation, or of another reason to work elsewhere.
    Form {
        Exchange = "exchange" "定期交流" "regular exchange",
        PostFilling = "post_filling" "顶岗交流" "post-filling exchange",
        Support = "support" "支教" "teaching support service",
        Competition = "competition" "跨校竞聘" "cross-school competition",
        District = "district" "学区一体化" "inside a district",
        Group = "group" "集团化办学" "inside an education group",
        Pairing = "pairing" "结对帮扶" "paired support",
        Central = "central" "中心校派任" "central school to its village schools",
        Itinerant = "itinerant" "走教" "itinerant teaching",
        Shadowing = "shadowing" "跟岗学习" "shadowing",
        Apprentice = "apprentice" "见习" "apprenticeship",
        Secondment = "secondment" "借调" "secondment",
        Transfer = "transfer" "调动" "transfer",
    }
}

/// One person of the roster.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Teacher {
    /// Staff number; unique.
    pub id: String,
    /// Name.
    pub name: String,
    /// Sex.
    pub sex: Sex,
    /// Month of birth.
    pub birth: Month,
    /// Highest degree.
    pub degree: Degree,
    /// How employed.
    pub employment: Employment,
    /// Where the quota place is (编制所在学校).
    pub quota_school: SchoolNo,
    /// Where the person works now (现任教学校).
    pub work_school: SchoolNo,
    /// Office held.
    pub role: Role,
    /// Terms served in that office at this school.
    pub terms: u32,
    /// Stage taught now.
    pub stage: Stage,
    /// Stages for which a certificate is held (教师资格学段).
    pub certified_stages: Vec<Stage>,
    /// Subjects for which a certificate is held (教师资格学科).
    pub certified_subjects: Vec<Subject>,
    /// Main subject taught (主教学科).
    pub subject: Subject,
    /// Further subjects taught (兼教学科).
    pub more_subjects: Vec<Subject>,
    /// Weekly periods taught now.
    pub weekly_periods: Option<u32>,
    /// Title held.
    pub title: Title,
    /// Title held since.
    pub title_since: Option<Month>,
    /// The title is valid only in designated rural schools (定向评价、定向使用).
    pub directed_title: bool,
    /// Highest backbone grade.
    pub backbone: Backbone,
    /// At the quota school since (进入本校年月).
    pub at_school_since: Month,
    /// Teaching since (从教起始年月).
    pub teaching_since: Option<Month>,
    /// Whether on post.
    pub status: Status,
    /// Share of a full load that is taught where part of the year is spent elsewhere (任教份额), per cent;
    /// none for all of it.
    pub duty: Option<u32>,
    /// Reasons in the person for not moving her, sorted.
    pub protections: Vec<Protection>,
    /// Asked to be moved (自愿报名).
    pub volunteer: bool,
    /// Schools wished for, dearest first.
    pub wishes: Vec<SchoolNo>,
    /// Staff number of the husband or wife, where both teach in the county; else empty.
    pub spouse: String,
    /// Cares for a child, or for somebody ill, alone (独自照料).
    pub carer: bool,
    /// Priority points (积分): more points, more right to be spared.
    pub points: i64,
    /// Home, longitude and latitude, degrees.
    pub home: Option<(f64, f64)>,
    /// Service bond ends (服务期截止).
    pub bond_until: Option<Month>,
    /// Teaches in the national common language (国家通用语言).
    pub language_ok: bool,
    /// No ethics breach on file (师德).
    pub ethics_ok: bool,
    /// Training passed.
    pub training_ok: bool,
    /// Title applied for in the coming round.
    pub applies_for: Option<Title>,
}

impl Teacher {
    /// A teacher of whom nothing is said: every field as its blank cell means it.
    pub fn blank() -> Self {
        Self {
            language_ok: true,
            ethics_ok: true,
            training_ok: true,
            ..Self::default()
        }
    }

    /// Whether this person volunteered and named that school.
    pub fn volunteers_for(&self, to: SchoolNo) -> bool {
        self.volunteer && self.wishes.contains(&to)
    }

    /// Whether going to that school is what this person volunteered for: it was named, or no school was.
    pub fn goes_willingly(&self, to: SchoolNo) -> bool {
        self.volunteer && (self.wishes.is_empty() || self.wishes.contains(&to))
    }

    /// Whether she counts as a backbone teacher (骨干教师) of this grade: with an ethics breach on file
    /// nobody does.
    pub fn backbone_of(&self, level: Backbone) -> bool {
        self.backbone >= level && self.ethics_ok
    }

    /// Whether she may be put on a post at all: with an ethics breach on file, or without the national
    /// common language, nobody is.
    pub const fn is_fit_to_teach(&self) -> bool {
        self.language_ok && self.ethics_ok
    }

    /// The share of a load that is left to whoever is away for part of the year, per cent.
    pub fn part(&self) -> Option<u32> {
        self.duty.filter(|duty| *duty < 100)
    }

    /// Subjects she may be asked to teach at all: taught or certified, main subject first.
    pub fn subjects(&self) -> Vec<Subject> {
        let mut all = vec![self.subject];
        for subject in self.more_subjects.iter().chain(&self.certified_subjects) {
            if !all.contains(subject) {
                all.push(*subject);
            }
        }
        all
    }
}
