//! What the policy says for R07 Teaching posts (学科岗位).

use crate::domain::{Class, Subject, labelled_enum};
use crate::policy::{Share, values};

labelled_enum! {
    /// 班主任核减课时。What leading a class takes off a load.
    FormTeacher {
        Off = "off" "不核减课时" "off",
        Half = "half" "核减标准课时的一半" "half",
        Own = "own" "按本地核减课时数" "own",
    }
}

values! {
    "teaching_posts"
    REMAINDER_FROM: Share = "remainder_from"
        "零头课时达到标准课时量的多少才设岗"
        "smallest remainder, as a share of a load, that makes a post";
    EVERY_REMAINDER: bool = "every_remainder"
        "本校无人可任、也不足以专门调人的零头课时是否也设岗（否：不设岗，列为待安排课时）"
        "whether remainders that nobody there can take and nobody would come for make posts too; where not they are open periods";
    COMBINED_LOAD: Share = "combined_load"
        "兼课岗课时上限（占标准课时量）" "largest combined post, as a share of a load";
    COMBINED_SUBJECTS: i64 = "combined_subjects"
        "兼课岗最多几个学科" "most subjects of a combined post";
    FAMILIES: Vec<Vec<Subject>> = "families"
        "可优先兼课的学科组" "families of subjects that are combined first";
    CLASS_POSTS: Vec<Class> = "class_posts"
        "实行包班的学校类别" "classes of school with one class post for each class";
    CLASS_POSTS_BELOW: i64 = "class_posts_below"
        "学生数不足几人的小学也包班（人）"
        "primary schools with fewer pupils than this have class posts too";
    OPEN_PRIMARY: Vec<Subject> = "open_primary"
        "小学不设专门资格、由同学段教师兼任的学科" "primary subjects without a certificate of their own: any teacher of the stage takes them";
    OPEN_JUNIOR: Vec<Subject> = "open_junior"
        "初中不设专门资格、由同学段教师兼任的学科" "junior subjects without a certificate of their own: any teacher of the stage takes them";
    OPEN_TOLD: Vec<Subject> = "open_told"
        "其中须逐人说明任教情况的学科" "those of them whose teachers are told one by one";
    ANY_OF_STAGE: Vec<Subject> = "any_of_stage"
        "小学持其中一科或全科资格即可互相任教的学科"
        "primary subjects for each of which the certificate of another of them, or for whole classes, will do";
    PART_TIME: Vec<Subject> = "part_time"
        "可由本校无该学科资格的教师兼任（非专任）的学科"
        "subjects that teachers of the same school may share without the certificate";
    PART_TIME_ANYWHERE: Vec<Subject> = "part_time_anywhere"
        "任何学校都可由本校教师兼任的学科（无该学科资格）"
        "subjects that a teacher of the school without the certificate may share at any school";
    PART_TIME_REMAINDER: Share = "part_time_remainder"
        "岗位之外所缺课时不足标准课时多少的，任何学校都可由本校教师兼任（限可兼任的学科）"
        "share of a load below which what lacks of a subject that may be shared is shared at any school";
    PART_TIME_SCHOOLS: Vec<Class> = "part_time_schools"
        "可以同校兼任的学校类别" "classes of school where they may be shared";
    FILLED_FROM: Share = "filled_from"
        "承担课时达到岗位的多少即算任岗（主要学科已承担的不问）"
        "share of a post's periods from which it counts as filled, its main part covered or not";
    OFFICE_PRINCIPAL_PRIMARY: Share = "office_principal_primary"
        "小学校长任课占标准课时量" "what a primary head teaches, as a share of a load";
    OFFICE_DEPUTY_PRIMARY: Share = "office_deputy_primary"
        "小学副校长任课占标准课时量" "what a primary deputy head teaches, as a share of a load";
    OFFICE_MIDDLE_PRIMARY: Share = "office_middle_primary"
        "小学中层任课占标准课时量" "what a primary head of section teaches, as a share of a load";
    OFFICE_PRINCIPAL_JUNIOR: Share = "office_principal_junior"
        "中学校长任课占标准课时量" "what a secondary head teaches, as a share of a load";
    OFFICE_DEPUTY_JUNIOR: Share = "office_deputy_junior"
        "中学副校长任课占标准课时量" "what a secondary deputy head teaches, as a share of a load";
    OFFICE_MIDDLE_JUNIOR: Share = "office_middle_junior"
        "中学中层任课占标准课时量" "what a secondary head of section teaches, as a share of a load";
    FORM_TEACHER: FormTeacher = "form_teacher"
        "班主任课时核减" "what leading a class takes off a load";
    FORM_TEACHER_PERIODS: i64 = "form_teacher_periods"
        "按本地核减课时数时，每名班主任核减的周课时" "weekly periods that leading a class counts for, where the county states a number";
    VILLAGE_WEIGHT: i64 = "village_weight"
        "乡村、薄弱学校每课时空缺的权重"
        "weight of one uncovered period at a village or weak school";
    MUST_OPEN_WEIGHT: i64 = "must_open_weight"
        "必开学科空缺的权重倍数" "factor for subjects that must be opened";
    OTHER_WEIGHT: i64 = "other_weight"
        "其他学校每课时空缺的权重" "weight of one uncovered period at any other school";
    CROWD_FROM: i64 = "crowd_from"
        "同一学校空岗超过几个后加重（个）"
        "empty posts of one school beyond which each weighs more";
    CROWD_WEIGHT: i64 = "crowd_weight"
        "超出后每个空岗加重的课时数" "periods that each empty post beyond weighs more";
}
