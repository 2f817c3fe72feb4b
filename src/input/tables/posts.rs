//! The tables of title posts, of teaching posts that are stated, and of recruits at hand.

use crate::domain::{GivenPost, Pool, TitlePost};
use crate::input::fields::{ColumnOf, column, spec};
use crate::input::records::RecordTable;
use crate::input::values::Redact::{Follow, Id, Keep};

const TITLE_POSTS_FIELDS: &[ColumnOf<TitlePost>] = &[
    column!(TitlePost.school, "学校代码", "School", Follow)
        .must()
        .also(&["学校", "校名"]),
    column!(TitlePost.grade, "职称", "Title", Keep)
        .must()
        .also(&["岗位等级"])
        .spelt(&[
            ("full_senior", &["正高级"]),
            ("senior", &["高级"]),
            ("first", &["一级"]),
            ("second", &["二级"]),
            ("third", &["三级"]),
        ]),
    column!(TitlePost.approved, "核定岗位数", "Approved", Keep)
        .must()
        .within(0, 2000)
        .unit("个", "posts")
        .says("核定的岗位数", "approved posts"),
    column!(TitlePost.filled, "已聘岗位数", "Filled", Keep)
        .must()
        .within(0, 2000)
        .unit("个", "posts")
        .says("已聘用的岗位数", "filled posts"),
    column!(
        TitlePost.reserve_filled,
        "其中统筹岗位",
        "From the reserve",
        Keep
    )
    .within(0, 2000)
    .unit("个", "posts")
    .says(
        "已聘岗位中使用县（市）统筹岗位的个数",
        "filled posts that came from the reserve for rotated teachers",
    ),
];

/// The table of title posts (职称岗位表); optional.
pub static TITLE_POSTS: RecordTable<TitlePost> = RecordTable {
    spec: spec!("title_posts", "职称岗位", "title posts", TITLE_POSTS_FIELDS)
        .optional()
        .named_by(&["school", "grade"])
        .holds(
            "各校各级职称的核定岗位数和已聘岗位数",
            "approved and filled title posts of each school",
        )
        .example(
            "\
school,grade,approved,filled
S1,senior,2,1
S2,first,2,2",
        ),
    fields: TITLE_POSTS_FIELDS,
    blank: TitlePost::default,
    rows: |roster| &roster.title_posts,
};

const TEACHING_POSTS_FIELDS: &[ColumnOf<GivenPost>] = &[
    column!(GivenPost.school, "学校代码", "School", Follow)
        .must()
        .also(&["学校", "校名"]),
    column!(GivenPost.stage, "学段", "Stage", Keep).must(),
    column!(
        GivenPost.parts,
        "学科及周课时",
        "Subjects and periods",
        Keep
    )
    .must()
    .unit("节/周", "periods a week")
    .also(&["subjects"])
    .says(
        "一个岗位承担的学科和周课时，如 音乐:8;美术:8",
        "subjects of one post with weekly periods, such as music:8;art:8",
    ),
    column!(GivenPost.number, "岗位数", "Number", Keep)
        .must()
        .within(1, 500)
        .unit("个", "posts")
        .says("同样的岗位有几个", "how many such posts"),
    column!(GivenPost.must_open, "必须开齐", "Must open", Keep).says(
        "该学科必须开齐开足；空白为否",
        "the subject must be opened; blank: no",
    ),
];

/// The table of teaching posts stated by the officer (学科岗位表); optional.
pub static TEACHING_POSTS: RecordTable<GivenPost> = RecordTable {
    spec: spec!(
        "teaching_posts",
        "学科岗位",
        "teaching posts",
        TEACHING_POSTS_FIELDS
    )
    .optional()
    .named_by(&["school", "stage", "parts"])
    .holds(
        "需要单独指定的学科岗位；未列的学校按课程计划推算",
        "teaching posts that you state yourself; otherwise they follow from the curriculum",
    )
    .example(
        "\
school,stage,parts,number,must_open
S3,primary,chinese:8;maths:4;music:2,1,yes",
    ),
    fields: TEACHING_POSTS_FIELDS,
    blank: GivenPost::default,
    rows: |roster| &roster.given_posts,
};

const RECRUITS_FIELDS: &[ColumnOf<Pool>] = &[
    column!(Pool.id, "编号", "Id", Id)
        .must()
        .id()
        .also(&["岗位编号", "岗位代码"]),
    column!(Pool.employment, "用人形式", "Employment", Keep)
        .must()
        .spelt(&[("contract", &["编外"]), ("special_post", &["特岗教师"])]),
    column!(Pool.stage, "学段", "Stage", Keep).must(),
    column!(Pool.subjects, "可教学科", "Subjects", Keep)
        .must()
        .also(&["学科"])
        .says(
            "可教学科，主教学科在前",
            "subjects they can teach, main subject first",
        ),
    column!(Pool.number, "人数", "Number", Keep)
        .must()
        .within(0, 2000)
        .unit("人", "persons")
        .also(&["招聘人数"])
        .says("可招聘人数", "how many"),
    column!(Pool.title, "职称", "Title", Keep).says(
        "引进时即聘任的职称；空白为未取得",
        "title to which they are appointed on arrival; blank for none",
    ),
    column!(Pool.source, "来源", "Source", Keep).says(
        "新招或外县调回；空白为新招",
        "newly recruited or transferred in; blank: newly recruited",
    ),
];

/// The table of recruits at hand (拟招聘表); optional.
pub static RECRUITS: RecordTable<Pool> = RecordTable {
    spec: spec!("recruits", "拟招聘", "recruits", RECRUITS_FIELDS)
        .optional()
        .named_by(&["id"])
        .holds(
            "拟新招聘的教师，每类一行",
            "teachers to be recruited, one row a kind",
        )
        .example(
            "\
id,employment,stage,subjects,number
P1,on_quota,primary,music;art,2",
        ),
    fields: RECRUITS_FIELDS,
    blank: Pool::default,
    rows: |roster| &roster.pools,
};
