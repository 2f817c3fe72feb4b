//! The register of figures (指标登记): every number that a plan states of a county or a school, once, with
//! its name, what exactly is counted, in what, and of what it is a part. Whoever prints a number of a plan
//! takes it from here by its key; how it is reckoned stands in `decide::register`.

use crate::domain::labelled_enum;
use crate::facts::people::State;
use crate::text::{OwnedText, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// In what a figure is counted.
mod unit {
    use crate::text::Text;

    pub(super) const PERSONS: Text = Text::new("人", "persons");
    pub(super) const POSTS: Text = Text::new("个岗位", "posts");
    pub(super) const PERIODS: Text = Text::new("课时/周", "periods a week");
    pub(super) const SUBJECTS: Text = Text::new("门", "subjects");
    pub(super) const SCHOOLS: Text = Text::new("所", "schools");
    pub(super) const PLACES: Text = Text::new("名编制", "quota places");
    pub(super) const MINUTES: Text = Text::new("分钟", "minutes");
    pub(super) const TIMES: Text = Text::new("次/学期", "times a term");
    pub(super) const HALF_DAYS: Text = Text::new("半天/周", "half-days a week");
    pub(super) const YUAN: Text = Text::new("元/年", "yuan a year");
    pub(super) const PAIRS: Text = Text::new("对", "pairs");
}

/// Declares the figures: name, unit, definition in both languages, and whose part it is.
macro_rules! figures {
    ($($variant:ident = $key:literal $zh:literal $en:literal, $unit:ident $(of $of:ident)?,
       $says_zh:literal $says_en:literal;)+) => {
        labelled_enum! {
            /// 指标。A figure of the register.
            FigureId { $($variant = $key $zh $en),+ }
        }

        /// Unit, definition and denominator of each, in the order of the declaration.
        const REGISTER: &[(Text, Text, &[FigureId])] = &[$(
            (unit::$unit, Text::new($says_zh, $says_en), &[$(FigureId::$of)?])
        ),+];
    };
}

impl FigureId {
    /// In what it is counted.
    pub const fn unit(self) -> Text {
        REGISTER[self as usize].0
    }

    /// What exactly is counted.
    pub const fn says(self) -> Text {
        REGISTER[self as usize].1
    }

    /// The figure of which it is a part: its denominator.
    pub fn of(self) -> Option<Self> {
        REGISTER[self as usize].2.first().copied()
    }
}

figures! {
    Rotating = "rotating" "交流轮岗教师" "teachers who rotate", PERSONS of Eligible,
        "本学年由本方案新派到另一所学校、按政策所列形式计入交流的教师；不含撤并学校安置、校长和副校长交流、往年派出仍在期内的。"
        "Teachers whom this plan newly sends to another school under a form that the policy counts; without those placed from closing schools, exchanged leaders, and postings that began in earlier years.";
    RotatingVolunteers = "rotating_volunteers" "自愿报名的交流轮岗教师" "volunteers who rotate", PERSONS of Rotating,
        "交流轮岗教师中自愿报名、并派往其志愿学校的；未填志愿学校的，派往哪所学校都计。"
        "Those of the teachers who rotate who volunteered and go to a school that they named, or named none.";
    RotatingDirected = "rotating_directed" "新派城乡定向交流教师" "teachers newly sent in the set direction", PERSONS of Rotating,
        "交流轮岗教师中，从政策所列派出类学校（城镇、优质）到接收类学校（乡村、薄弱）的。"
        "Those of the teachers who rotate who go from a school of the sending kinds (town, good) to one of the receiving kinds (village, weak).";
    RotatingBackbone = "rotating_backbone" "交流轮岗的骨干教师" "backbone teachers who rotate", PERSONS of Rotating,
        "交流轮岗教师中县级及以上骨干教师。"
        "Those of the teachers who rotate who are backbone teachers of county grade or above.";
    Running = "running" "往年交流仍在期内的教师" "teachers on a posting of earlier years", PERSONS,
        "往年派出、本学年仍在交流期内、依政策本学年再计一次的教师；不在本方案派出人员之内。"
        "Teachers on a posting that began earlier, goes on this school year and counts once more by the policy; not among those whom this plan sends.";
    InShare = "in_share" "计入交流比例的教师" "teachers counted in the rotation share", PERSONS of ShareBase,
        "按“交流轮岗比例”规定考核口径（方向、形式、是否符合条件、在期内的是否再计）计入分子的教师。"
        "Teachers on top of the rotation share, counted as that rule counts: direction, form, conditions, running postings.";
    ShareBase = "share_base" "交流比例的基数" "base of the rotation share", PERSONS,
        "“交流轮岗比例”规定的分母：按考核口径应计的教师。"
        "The denominator of the rotation share, as that rule counts it.";
    ShareNeed = "share_need" "按比例应交流的教师" "teachers that the share asks for", PERSONS of ShareBase,
        "交流比例的基数乘以最低比例，不足一人的进为一人；按人月考核的不列。"
        "The base of the share times the smallest share, rounded up to a whole person; not stated where months are counted.";
    Eligible = "eligible" "符合交流条件的教师" "teachers who meet the rotation conditions", PERSONS,
        "达到任教年限、年龄等条件，并扣除免交流、保护人员之后的教师；政策规定计入的，含任期届满的校长、副校长。"
        "Teachers who meet years and ages, after all who are exempt or protected are taken off; with leaders whose terms are over where the policy counts them.";
    Due = "due" "达到交流年限的教师" "teachers who are due", PERSONS,
        "达到任教年限、年龄等条件的教师，未扣除免交流、保护人员；政策规定计入的，含任期届满的校长、副校长。"
        "Teachers who meet years and ages, before those who are exempt or protected are taken off; with leaders whose terms are over where the policy counts them.";
    PlacedClosing = "placed_closing" "撤并学校安置教师" "teachers placed from closing schools", PERSONS of Moved,
        "原校撤并、由本方案安排到另一所学校的教师；不计为交流轮岗。"
        "Teachers whose school closes and whom the plan sends to another; they do not count as rotating.";
    PlacedIdle = "placed_idle" "撤并安置后没有学科岗位的教师" "teachers placed without a post", PERSONS of PlacedClosing,
        "撤并学校安置教师中，新学校没有学科岗位、由该校另行安排工作的；列入富余人员名册，不计入无岗（富余）人员。"
        "Those placed from closing schools for whom the new school has no teaching post and finds other work; on the list of people without a post, not among its count.";
    MovedOtherwise = "moved_otherwise" "其他调整的教师" "teachers moved otherwise", PERSONS of Moved,
        "调整到另一所学校，但其形式依政策不计入交流的教师。"
        "Teachers sent to another school under a form that the policy does not count.";
    Moved = "moved" "调整人员" "people moved", PERSONS,
        "本方案安排到另一所学校任教的教师：交流轮岗、撤并学校安置、其他调整三项之和；不含校长、副校长交流。按学校列时为派出的。"
        "Teachers whom the plan sends to another school: those who rotate, those placed from closing schools, those moved otherwise; without exchanged leaders. Of a school: those it sends.";
    Came = "came" "接收人员" "people received", PERSONS,
        "按学校列：本方案安排到该校任教的教师；全县合计即调整人员。"
        "Of a school: teachers whom the plan sends there; in the county as many as are moved.";
    CameBackbone = "came_backbone" "接收的骨干教师" "backbone teachers received", PERSONS of Came,
        "接收人员中以交流轮岗到校的县级及以上骨干教师。"
        "Those received by rotation who are backbone teachers of county grade or above.";
    People = "people" "教师表人员" "people on the roster", PERSONS,
        "教师表所列的全部人员，每人在人员去向中只列一项。"
        "Everybody of the roster; each has one state in the list of people.";
    Leaving = "leaving" "退休离校人员" "people who retire or leave", PERSONS of People,
        "新学年开始前退休的人员。"
        "Those who retire before the school year.";
    Away = "away" "不在岗人员" "people not at work", PERSONS of People,
        "离岗、借调、脱产培训的人员，不论是否在编；退休离校的不计。"
        "Those on leave, seconded or in full-time training, on quota or not; without those who retire.";
    Posted = "posted" "往年派出在外任教的教师" "teachers out on postings of earlier years", PERSONS of People,
        "往年以计入交流的形式派出、本学年仍在他校任教的教师，不论政策是否再计。"
        "Teachers whom earlier years sent out under a form that counts and who go on at the other school, whether or not the policy counts them again.";
    Leading = "leading" "任校内职务的人员" "people who lead a school", PERSONS of People,
        "校长、副校长（含交流的），和没有学科岗位的中层干部；另有学科岗位的中层干部计入任学科岗的教师。"
        "Principals and vice-principals, exchanged ones included, and middle managers without a teaching post; those with one count as teachers on a post.";
    OnPost = "on_post" "任学科岗的教师" "teachers on a post of their school", PERSONS of People,
        "在原校任学科岗的教师，调整人员和校长、副校长另计。"
        "Teachers on a teaching post of their own school; people moved and principals count elsewhere.";
    WithoutPost = "without_post" "无岗（富余）人员" "people without a post", PERSONS of People,
        "在岗而没有学科岗位的教师，不含任校内职务的和撤并安置的。"
        "Teachers at work who have no teaching post; without those who lead a school or are placed from one that closes.";
    LeadersExchanged = "leaders_exchanged" "校长、副校长交流" "school leaders exchanged", PERSONS,
        "任期届满、由本方案安排到另一所学校任职的校长、副校长；不计为交流轮岗教师。"
        "Principals and vice-principals whose terms are over and who go on to another school; not among the teachers who rotate.";
    Posts = "posts" "学科岗位" "teaching posts", POSTS,
        "按课程计划和课时标准核算的学科岗位，含组合岗和包班岗。"
        "Teaching posts reckoned from curriculum and standard loads, combined and class posts included.";
    PostsEmpty = "posts_empty" "空岗" "empty posts", POSTS of Posts,
        "没有教师任岗、也没有招聘人员任岗的学科岗位。"
        "Teaching posts that neither a teacher nor a recruit fills.";
    PostsNobody = "posts_nobody" "全县无人可任的空岗" "empty posts that nobody could take", POSTS of PostsEmpty,
        "空岗中，全县在岗教师没有一人能任，拟招聘人员也没有适合的或已经用完的。"
        "Empty posts that nobody at work in the county could take, and for which no recruits fit or all are used.";
    PostsNotReleased = "posts_not_released" "可任人员不能调出的空岗" "empty posts whose able people are not released", POSTS of PostsEmpty,
        "空岗中，有人能任，但能任的人都已任岗而本校无人可接，或本年不能调动。"
        "Empty posts that somebody could take, but all who could hold a post that nobody at their school could take over, or may not be moved this year.";
    PostsTooFar = "posts_too_far" "路程过远的空岗" "empty posts too far away", POSTS of PostsEmpty,
        "空岗中，有能派出的人员能任（无岗的，或其岗位可由本校无岗教师接任的），但路程超过通勤上限而该校没有床位，或超过这类调动的路程上限。"
        "Empty posts that people who could be spared could take (without a post, or with one that a colleague without a post could take over), but beyond the travel limit, and the school has no bed, or beyond what such a move may be long.";
    PostsNotWorth = "posts_not_worth" "不值得专门调人的空岗" "empty posts that are not worth a move", POSTS of PostsEmpty,
        "空岗中，有无岗人员能任，但能承担的课时过少或只有不设专岗的课程，不值得专门调人。"
        "Empty posts that people without a post could take in so small a part, or of which all subjects need no post of their own, that nobody is moved for it.";
    PostsBound = "posts_bound" "受其他规定限制的空岗" "empty posts kept so by other rules", POSTS of PostsEmpty,
        "空岗中，有人能任也能到，但受派出上限、编制、设岗范围等其他规定或调动应增课时的要求限制的。"
        "Empty posts that somebody could take and reach, but for a limit on leavers, quota, another rule, or what a move has to gain.";
    SchoolsWithEmpty = "schools_with_empty" "有空岗的学校" "schools with an empty post", SCHOOLS,
        "至少有一个空岗的学校。"
        "Schools with at least one empty post.";
    PeriodsLacking = "periods_lacking" "兼课前缺的课时" "periods lacking before shared lessons", PERIODS,
        "空岗、任岗教师不能承担的部分（两项即学科岗位内缺的课时）和未设岗的零星课时合计，尚未安排兼课、走教、远程授课。"
        "Periods of empty posts and of what holders may not teach (both are what lacks on posts), and of what is in no post, before lessons besides the posts are given out.";
    PeriodsInside = "periods_inside" "同校兼任的课时" "periods covered at the own school", PERIODS of PeriodsLacking,
        "由本校教师在岗位之外兼任的课时（非专任）。"
        "Periods that teachers of the school take besides their posts.";
    PeriodsItinerant = "periods_itinerant" "走教承担的课时" "periods covered by itinerants", PERIODS of PeriodsLacking,
        "由他校教师走教承担的课时。"
        "Periods that teachers of other schools come for.";
    PeriodsRemote = "periods_remote" "远程授课的课时" "remote periods", PERIODS of PeriodsLacking,
        "由远程授课承担的课时。"
        "Periods taught from afar.";
    PeriodsOpen = "periods_open" "兼课后仍无人承担的课时" "periods that nobody covers after shared lessons", PERIODS of PeriodsLacking,
        "安排兼课、走教、远程授课之后仍没有人承担的课时。"
        "Periods that still nobody covers after lessons besides the posts are given out.";
    Itinerants = "itinerants" "走教教师" "itinerant teachers", PERSONS,
        "本学年每周到另一所学校走教的教师。"
        "Teachers who teach at another school too, every week.";
    HalfDays = "half_days" "每周走教半天数" "itinerant half-days a week", HALF_DAYS,
        "走教教师每周到另一所学校任教的半天数合计；按学校列时为到该校的。"
        "Half-days a week that itinerant teachers teach at another school; of a school: those that come to it.";
    SubjectsUnopened = "subjects_unopened" "未开齐的学科" "subjects not opened", SUBJECTS,
        "“开齐课程”规定的差额：按学校、学段、学科逐门计，没有合格教师任教的一门计一门。"
        "What the rule on opened subjects falls short by: one for each subject at a stage of a school that no qualified teacher teaches.";
    RecruitsPlanned = "recruits_planned" "招聘计划" "recruiting plan", PERSONS,
        "拟招聘人员表所列人数。"
        "People whom the recruits table allows.";
    RecruitsUsed = "recruits_used" "招聘补充" "recruits", PERSONS of RecruitsPlanned,
        "本方案安排到岗位上的招聘人员。"
        "Recruits whom the plan puts on a post.";
    RecruitsLeft = "recruits_left" "未用的招聘计划" "recruiting plan left over", PERSONS of RecruitsPlanned,
        "拟招聘人员表所列人数减去本方案使用的。"
        "People whom the recruits table allows, less those whom the plan uses.";
    RecruitsOnQuota = "recruits_on_quota" "占编招聘" "recruits who take a place of the quota", PERSONS of RecruitsUsed,
        "招聘补充中占用编制的：在编招聘，以及政策规定占编的特岗。"
        "Those of the recruits who take a place of the quota: on quota, and on special posts where the policy says so.";
    Apprentices = "recruits_learning" "先见习的新招教师" "recruits who learn first", PERSONS of RecruitsUsed,
        "到岗前先到他校见习的招聘人员。"
        "Recruits who learn at another school before they come to their post.";
    TitleApplicants = "year_applicants" "申报须有任教年限职称的教师" "applicants who need the year", PERSONS,
        "所在学校教师申报该职称须有乡村、薄弱学校任教年限的申报人。"
        "Applicants for a title that asks for the year at a village or weak school, at the schools whose teachers are asked for it.";
    YearHeld = "year_held" "已满任教年限" "have the year", PERSONS of TitleApplicants,
        "方案之前已满任教年限的申报人。"
        "Applicants who have the year before the plan.";
    YearGained = "year_gained" "由本方案补足年限" "get the year by this plan", PERSONS of TitleApplicants,
        "原缺任教年限、按本方案新学年在可计年限的学校任教、可满年限的申报人。"
        "Applicants who lack the year and whom the plan keeps at, or sends to, a school that gives it for long enough.";
    YearLacking = "year_lacking" "仍缺任教年限" "still lack the year", PERSONS of TitleApplicants,
        "方案之后仍缺任教年限的申报人。"
        "Applicants who lack the year after the plan too.";
    PostApplicants = "post_applicants" "申报职称岗位" "applicants for title posts", PERSONS,
        "申报职称岗位的教师。"
        "Teachers who apply for a title post.";
    PostApplicantsFit = "post_applicants_fit" "符合申报条件" "fit applicants for title posts", PERSONS of PostApplicants,
        "申报职称岗位、符合申报条件并排入名次的教师。"
        "Applicants for a title post who fit and have a place in the order.";
    Appointed = "appointed" "聘任职称岗位" "appointed to title posts", PERSONS of PostApplicantsFit,
        "本方案聘任到职称岗位的申报人。"
        "Applicants whom the plan appoints.";
    FitWaiting = "fit_waiting" "符合条件未聘" "fit applicants without a title post", PERSONS of PostApplicantsFit,
        "符合申报条件、本方案没有聘任的申报人。"
        "Fit applicants whom the plan does not appoint.";
    AppointedReserve = "appointed_reserve" "使用统筹岗位聘任" "appointed from the reserve", PERSONS of Appointed,
        "聘任中使用县级统筹岗位的。"
        "Those appointed who take a post of the reserve.";
    AppointedOutside = "appointed_outside" "不占岗位聘任" "appointed outside the posts", PERSONS of Appointed,
        "聘任中依政策不占岗位数的。"
        "Those appointed who by the policy need no post.";
    VisitTimes = "visit_times" "送教、巡回授课" "visits", TIMES,
        "每学期到乡村学校送教、巡回授课的次数。"
        "Visits to village schools in a term.";
    VisitSchools = "visit_schools" "送教到达的学校" "schools visited", SCHOOLS,
        "有送教、巡回授课安排的学校。"
        "Schools that are visited.";
    MentorPairs = "mentors_paired" "名师结对" "mentor pairs", PAIRS,
        "乡村骨干教师与名师结成的对子。"
        "Village backbone teachers with their mentors.";
    Conversions = "conversions" "编外教师入编" "contract teachers taken onto the quota", PERSONS,
        "本方案转入编制的编外合同教师。"
        "Contract teachers whom the plan takes onto the quota.";
    PlacesMoved = "places_moved" "编制随转" "quota places that go along", PERSONS of Moved,
        "调整人员中编制随人转到新学校的；按学校列时为转出的。"
        "Those moved whose quota place goes along; of a school: places that go.";
    PlacesCame = "places_came" "编制转入" "quota places that come", PERSONS of Came,
        "按学校列：随人转入该校的编制；全县合计即编制随转。"
        "Of a school: quota places that come with people; in the county as many as go along.";
    QuotaGiven = "quota_given" "核定编制" "quota given", PLACES,
        "本次核定到各校的编制合计。"
        "Quota places given to the schools.";
    QuotaChanged = "quota_changed" "编制有变动的学校" "schools whose quota changes", SCHOOLS,
        "本次核定编制与原核定编制不同的学校；未填原核定编制的不计。"
        "Schools that are given another quota than was in force; those for which none was stated do not count.";
    SchoolsClosing = "schools_closing" "撤并的学校" "schools that close", SCHOOLS,
        "新学年撤并的学校。"
        "Schools that close before the school year.";
    TravelMinutes = "travel_minutes" "调整人员单程分钟合计" "minutes one way of those moved", MINUTES,
        "调整人员从住处（不明时从现学校）到新学校的单程分钟合计；路程不明的不计。"
        "Minutes one way from home, or from the present school, to the new one, summed over those moved; unknown ways do not count.";
    TravelUnknown = "travel_unknown" "路程不明的调整人员" "people moved with an unknown way", PERSONS of Moved,
        "调整人员中既无经纬度又无路程表、算不出路程的。"
        "Those moved whose way neither coordinates nor the travel table tell.";
    AgainstWish = "against_wish" "未按志愿安排的人员" "people moved against their wishes", PERSONS of Moved,
        "调整人员中填有志愿学校、但新学校不在其中的。"
        "Those moved who named schools, none of which is the new one.";
    OutsideDistrict = "outside_district" "跨片区的调整人员" "people moved out of their district", PERSONS of Moved,
        "调整人员中原校、新校都填有片区且不是同一片区的。"
        "Those moved between two schools of different districts.";
    SubsidyPeople = "subsidy_people" "派往有补贴学校的人员" "people sent to schools with a subsidy", PERSONS of Moved,
        "调整人员中派到填有月补贴的学校的。"
        "Those moved to a school that states a monthly subsidy.";
    SubsidyYuan = "subsidy_yuan" "到岗补贴" "subsidies", YUAN,
        "派往有补贴学校的人员每学年补贴合计：月补贴乘以十二。"
        "What those sent to schools with a subsidy are paid in a school year: twelve monthly subsidies each.";
}

/// 一项指标的数值。One figure of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FigureDoc {
    /// 指标的键。Its key.
    #[schemars(with = "String")]
    pub key: FigureId,
    /// 名称，中文和英文。Its name, in Chinese and English.
    pub name: OwnedText,
    /// 定义，中文和英文。What exactly is counted, in Chinese and English.
    pub says: OwnedText,
    /// 单位，中文和英文。Its unit, in Chinese and English.
    pub unit: OwnedText,
    /// 所属的指标，即分母。The figure of which it is a part: its denominator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub of: Option<FigureId>,
    /// 数值。Its value.
    pub value: i64,
    /// 不作任何安排时的数值，有可比数的才列。Its value when nothing is decided, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<i64>,
}

impl FigureDoc {
    /// A figure with its words from the register.
    pub fn new(key: FigureId, value: i64, before: Option<i64>) -> Self {
        Self {
            key,
            name: key.text().into(),
            says: key.says().into(),
            unit: key.unit().into(),
            of: key.of(),
            value,
            before,
        }
    }
}

/// 一所学校的一项指标，名称和定义同全县。One figure of a school, named and defined as for the county.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SchoolFigureDoc {
    /// 指标的键。Its key.
    #[schemars(with = "String")]
    pub key: FigureId,
    /// 数值。Its value.
    pub value: i64,
}

/// The figure of each state: together they are everybody of the roster.
pub const STATES: [(State, FigureId); 9] = [
    (State::Leaving, FigureId::Leaving),
    (State::Away, FigureId::Away),
    (State::Rotating, FigureId::Rotating),
    (State::Posted, FigureId::Posted),
    (State::Placed, FigureId::PlacedClosing),
    (State::Moved, FigureId::MovedOtherwise),
    (State::Leading, FigureId::Leading),
    (State::OnPost, FigureId::OnPost),
    (State::NoPost, FigureId::WithoutPost),
];
