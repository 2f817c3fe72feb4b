//! I2.., I3.., I5.., I6..: what rows of schools, classes, service and the other tables must hold.

crate::finding::codes! { pub(in crate::input),
    DOUBLE_SCHOOL "I201" error
        ["学校代码“{id}”重复，第{row}行已有。", "The school id \"{id}\" stands already in row {row}."]
        ["一所学校只留一行；如是两所学校，改正代码。", "Keep one row for each school; if there are two schools, correct the id."];
    SAME_NAME "I202" warning
        ["学校名称“{name}”与第{row}行相同。", "The school name \"{name}\" is the same as in row {row}."]
        ["核对是否为同一所学校；不是的，请写全称以便区分。", "Check whether it is the same school; if not, use the full names."];
    SWAPPED "I203" error
        ["经度{lon}、纬度{lat}像是填反了。", "Longitude {lon} and latitude {lat} look swapped."]
        ["把两列的数对调。", "Swap the two numbers."];
    HALF_PLACE "I204" error
        ["“{column}”空白，只有一个坐标不能定位。", "\"{column}\" is blank: one coordinate alone is no place."]
        ["经度、纬度都填，或都不填。", "Fill in both longitude and latitude, or neither."];
    OFF_EARTH "I205" error
        ["“{column}”应在-{most}到{most}之间，填的是{found}。", "\"{column}\" should be from -{most} to {most}; found {found}."]
        ["核对小数点的位置。", "Check the decimal point."];
    TOTALS_DISAGREE "I304" error
        ["各班学生数合计{sum}人、{listed}个班，与另填的学生总数{total}人、{classes}个班不符。",
         "The classes add up to {sum} pupils in {listed} classes, but {total} pupils in {classes} classes are stated."]
        ["核对后改正，或只填其中一种。", "Correct it, or give only one of the two."];
    OWN_CENTRAL "I206" error
        ["{school}的中心校填的是本校自己。", "{school} is named as its own central school."]
        ["填所属乡镇中心校的代码；本校就是中心校的，此列空白。", "Name its township central school; leave it blank for a central school."];
    OWN_PARTNER "I207" error
        ["{school}的结对校填的是本校自己。", "{school} is named as its own partner."]
        ["填结对帮扶的另一所学校，没有的空白。", "Name the other school, or leave it blank."];
    CENTRAL_UNFIT "I208" error
        ["{school}的中心校“{central}”是教学点，或在新学年前撤并。", "{central}, the central school of {school}, is a teaching point or is closing."]
        ["改填实际承担中心校职责的学校。", "Name the school that really acts as its central school."];
    ONE_SIDED_PARTNER "I209" note
        ["{school}填结对校为{partner}，对方填的却是{third}；两对都按结对处理。", "{school} names {partner} as its partner, which itself names {third}; both pairs count."]
        ["结对属实的无需处理，否则删去。", "Nothing to do if it is so; otherwise delete it."];
    QUALITY_AND_WEAK "I210" warning
        ["{school}同时列为优质学校和薄弱学校。", "{school} is listed both as a quality school and as a weak one."]
        ["核对两份名单，只保留一项。", "Check both lists and keep one."];
    PERMANENT_AND_CLOSING "I211" error
        ["{school}列为永久性保留学校，又填新学年前撤并。", "{school} is to be kept permanently and yet to close."]
        ["核对撤并方案，改正其中一项。", "Check the closing plan and correct one of the two."];
    BEDS_CLOSING "I212" warning
        ["{school}新学年前撤并，仍填有{beds}张床位，不会使用。", "{school} is closing but offers {beds} beds; they will not be used."]
        ["床位改填 0。", "Set the beds to 0."];
    EMPTY_CLASS "I301" error
        ["{school}{grade}年级有一个班的学生数是 0。", "A class of grade {grade} at {school} has no pupils."]
        ["填入学生数；没有这个班的，删去。", "Fill in the pupils, or delete the class."];
    GRADE_NOT_TAUGHT "I302" error
        ["{school}是{kind}，不应有{grade}年级。", "{school} is a {kind} and should have no grade {grade}."]
        ["改正年级，或改正学校表中的学校类型。", "Correct the grade, or the kind of school."];
    DOUBLE_GRADE "I303" error
        ["{school}{grade}年级已在第{row}行填过。", "Grade {grade} of {school} stands already in row {row}."]
        ["同一年级的班合并到一行。", "Put all classes of a grade into one row."];
    BOARDERS "I306" error
        ["{school}寄宿生{boarders}人，多于在校生{pupils}人。", "{school} has {boarders} boarders but only {pupils} pupils."]
        ["核对寄宿生数和班级表中的学生数。", "Check the boarders and the pupils in the table of classes."];
    ENDS_BEFORE "I501" error
        ["{teacher}这段经历{from}开始、{to}结束，结束早于开始。", "This spell of {teacher} begins in {from} but ends in {to}."]
        ["核对两个年月是否填反。", "Check whether the two months are swapped."];
    OVERLAP "I502" error
        ["{teacher}这段经历与第{row}行在时间上重叠，合计占全职{share}%。", "This spell of {teacher} overlaps with row {row}; together {share}% of full time."]
        ["写清前一段的结束年月；两处兼任的，写明各占全职的比例。", "Give the end of the earlier spell; for work at two schools give the share of each."];
    FUTURE_SPELL "I503" error
        ["{teacher}这段经历{from}才开始，晚于核算日期{date}。", "This spell of {teacher} begins in {from}, after the reckoning date {date}."]
        ["只填已经开始的经历；新学年的安排写入 scenario.toml 的 [[pins]]。", "List only spells that have begun; write decisions for next year as [[pins]] in scenario.toml."];
    CHILD_SPELL "I504" error
        ["{teacher}这段经历开始时不满16周岁（{birth}出生）。", "{teacher}, born in {birth}, was under 16 when this spell began."]
        ["核对开始年月和出生年月。", "Check the month and the month of birth."];
    WORKS_ELSEWHERE "I505" warning
        ["{teacher}这段经历还在{school}继续，教师表中现任教学校却是{work}。", "This spell of {teacher} still runs at {school}, but the table of teachers says {work}."]
        ["已经结束的补填结束年月，否则改正现任教学校。", "Give its end, or correct the work school."];
    NO_FORM "I506" warning
        ["{teacher}现在{school}任教，编制在别校，这段经历没有写形式，不计入正在进行的交流。", "{teacher} works at {school} away from the quota school, but no form is given; it does not count as a running rotation."]
        ["补填交流、支教、走教等形式。", "Give the form, such as exchange, support or itinerant."];
    NO_GRID "I601" error
        ["{grade}年级有班，但课程计划表中没有这个年级的课时。", "There are classes of grade {grade}, but the grid has no periods for it."]
        ["在课程计划表中补上该年级各学科的周课时。", "Add the weekly periods of that grade to the grid."];
    NO_LOAD "I602" error
        ["{stage}“{subject}”有课时，但没有标准课时量，算不出岗位数。", "{subject} is taught at the {stage} stage but has no standard load, so no posts can be reckoned."]
        ["在标准课时量表中补上该学段、学科的标准周课时。", "Add its standard weekly periods to the table of loads."];
    DOUBLE_LINE "I603" error
        ["“{table}”表中{what}已在第{row}行填过。", "{what} stands already in row {row} of the table \"{table}\"."]
        ["只保留一行。", "Keep one row."];
    OVERFILLED "I604" warning
        ["{school}{title}岗位核定{approved}个，已聘{filled}个，超出核定数。", "{school} has {approved} approved posts of {title}, but {filled} are filled."]
        ["核对两个数；确属超岗聘用的保留原数。", "Check both numbers; keep them where posts really are overfilled."];
    QUOTA_OVER_COUNTY "I605" error
        ["各校核定编制合计{sum}人，多于全县编制总量{total}人。", "The quotas of the schools add up to {sum}, more than the county total of {total}."]
        ["核对学校表的核定编制和编制总量表。", "Check the quotas of the schools and the county totals."];
    NO_COUNTY_QUOTA "I606" error
        ["{stage}有班级，但编制总量表中没有{stage}。", "There are classes of the {stage} stage, but no county quota for it."]
        ["补上该学段的编制总量。", "Add the quota of that stage."];
    TRAVEL_TO_ITSELF "I607" warning
        ["起点和终点都是{school}，该行不起作用。", "From and to are both {school}; the row does nothing."]
        ["改正其中一所学校，或删去该行。", "Correct one of the schools, or delete the row."];
    POST_STAGE "I608" error
        ["{school}是{kind}，没有{stage}，不能设该学段的岗位。", "{school} is a {kind} and has no {stage} stage, so it can have no such post."]
        ["改正学段或学校代码。", "Correct the stage or the school."];
    FORECAST_GRADE "I621" error
        ["{school}是{kind}，{grade}年级不是它的起始年级，不能填招生预测。", "{school} is a {kind}; grade {grade} is no entry grade of it, so no intake can be expected there."]
        ["起始年级填 1（小学）、7（初中）或 10（高中），并核对学校。", "Write 1 (primary), 7 (junior secondary) or 10 (senior secondary), and check the school."];
    FORECAST_IDLE "I622" warning
        ["{school}{year}年的招生预测不起作用：本次编制的是{planned}年开始的学年，该学年的学生以班级表为准。", "The intake of {school} for {year} has no effect: the year planned begins in {planned}, and its pupils stand in the table of classes."]
        ["删去该行，或改正年份。", "Delete the row, or correct the year."];
    FORECAST_CLASSES "I623" error
        ["{school}预计招生{pupils}人，不能编成{classes}个班。", "{school} expects {pupils} pupils, which cannot make {classes} classes."]
        ["改正人数或班数；班数可以空白，按班额上限计算。", "Correct the pupils or the classes; classes may stay blank and are then reckoned from the limit of class sizes."];
}
