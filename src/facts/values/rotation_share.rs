//! What the policy says for R03 Rotation share (交流轮岗比例).

use crate::domain::{Class, labelled_enum};
use crate::policy::{Share, values};

labelled_enum! {
    /// Which moves bind.
    Direction {
        Directional = "directional" "城镇、优质学校到乡村、薄弱学校" "directional",
        Any = "any" "县域内任意方向" "any",
    }
}

labelled_enum! {
    /// What rotation is counted in.
    CountedIn {
        Heads = "heads" "人数" "heads",
        FullTimeMonths = "full_time_months" "全时人月" "full time months",
    }
}

labelled_enum! {
    /// Whom the share is of.
    Denominator {
        AfterExemptions = "after_exemptions" "扣除免交流人员" "after exemptions",
        BeforeExemptions = "before_exemptions" "不扣除" "before exemptions",
    }
}

labelled_enum! {
    /// On which side of the directional share a school stands.
    Side {
        Sender = "sender" "派出学校" "sender",
        Receiver = "receiver" "接收学校" "receiver",
        Neither = "neither" "两边都不算" "neither",
    }
}

values! {
    "rotation_share"
    AT_LEAST: Share = "at_least" "最低比例" "smallest share";
    AT_MOST: Option<Share> = "at_most"
        "最高比例（不填表示不设上限）" "largest share, none when left out";
    DIRECTION: Direction = "direction"
        "以哪个口径考核："
        "which figure binds: directional (town or good to village or weak) or any direction";
    MEASURE: CountedIn = "measure" "计量单位：" "counted in heads or in full-time months";
    DENOMINATOR: Denominator = "denominator" "分母：" "denominator after or before exemptions";
    SENDERS: Vec<Class> = "senders" "派出学校类别" "classes of sending school";
    RECEIVERS: Vec<Class> = "receivers" "接收学校类别" "classes of receiving school";
    TOWN_AND_WEAK: Side = "town_and_weak"
        "城镇薄弱学校算作：" "on which side a weak town school stands";
    VILLAGE_AND_QUALITY: Side = "village_and_quality"
        "乡村优质学校算作：" "on which side a good village school stands";
    ONGOING_COUNTS: bool = "ongoing_counts"
        "往年开始、仍在交流期内的教师本学年是否计入"
        "whether rotations that began in earlier years count once more";
}
