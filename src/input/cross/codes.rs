//! What can be wrong between rows and tables, each right by itself: I1.. codes, I2.. schools, I3.. classes,
//! I4.. teachers, I5.. service, I6.. other tables, I7.. all together.

crate::finding::codes! { pub(in crate::input),
    EXAMPLE_LEFT "I148" error
        ["模板中的示例行没有删除：{found}。", "An example row of the template has been left: {found}."]
        ["删去整行。", "Delete the whole row."];
    LOST_CHARACTER "I167" warning
        ["{teacher}的姓名中“{found}”不像汉字，可能是生僻字没有显示出来。", "The name {teacher} holds \"{found}\", perhaps in the place of a rare character that was lost."]
        ["对照身份证件补正；生僻字请用能显示该字的输入法重新输入。", "Correct it from the papers, with an input method that knows the character."];
    SHORT_CODE "I169" warning
        ["代码“{found}”比其他的少{number}位（多数为{usual}位），可能丢了开头的 0。", "The code \"{found}\" is {number} shorter than the others (most have {usual} figures); perhaps its leading noughts were lost."]
        ["对照原始资料核对；该列先设为文本格式，再补上开头的 0。", "Check it from the original; format the column as text, then put the noughts back."];
    DOUBLE_SCHOOL "I201" error
        ["学校代码“{id}”重复，第{row}行已有。", "The school id \"{id}\" stands already in row {row}."]
        ["一所学校只留一行；如是两所学校，改正代码。", "Keep one row for each school; if there are two schools, correct the id."];
    SAME_NAME "I202" warning
        ["学校名称“{name}”与第{row}行相同。", "The school name \"{name}\" is the same as in row {row}."]
        ["核对是否为同一所学校；不是的，请写全称以便区分。", "Check whether it is the same school; if not, use the full names."];
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
        ["{school}新学年前撤并，仍填有{beds}张床位，不会使用。", "{school} is closing; its {beds} beds will not be used."]
        ["床位改填 0。", "Set the beds to 0."];
    CODE_AND_AREA "I213" error
        ["{school}的城乡分类代码是{code}，属{of}，城乡类型却填{area}。", "{school} has the urban-rural code {code}, which is a {of}, but its area is {area}."]
        ["对照统计部门的城乡分类改正其中一项；城乡类型空白时按代码。", "Correct one of the two by the statistical office's list; a blank area follows the code."];
    NO_RECEIVER "I218" warning
        ["{school}新学年前撤并，{pupils}名学生去哪里？", "{school} is closing: who takes in its {pupils} pupils?"]
        ["请在学校表中填“撤并后接收学校”；不填的，这些学生不计入任何学校。", "Name the receiving school in the table of schools; without it these pupils are counted nowhere."];
    SEAT_IN_VILLAGE "I219" error
        ["{school}是乡村学校，却填在县城。", "{school} is a village school and yet said to lie in the county seat."]
        ["改正城乡类型，或把“在县城”改为否。", "Correct the area, or say that it does not lie in the county seat."];
    RECEIVER_UNFIT "I220" error
        ["{school}撤并后的接收学校填的是{receiver}，该校就是本校，或新学年前也撤并。", "{school} names {receiver} as the school that takes its pupils in, which is itself or is closing too."]
        ["填学生最后去的、不撤并的学校。", "Name the school where its pupils will be, which stays open."];
    RECEIVER_STAGE "I221" warning
        ["{school}撤并，接收学校{receiver}不设{grades}年级，{pupils}名学生不计入任何学校。", "{school} is closing; {receiver}, which takes its pupils in, does not teach grade {grades}: {pupils} pupils are counted nowhere."]
        ["该年级的学生，请直接计入实际接收学校的班级。", "Count these pupils in the classes of the school where they go."];
    RECEIVER_IDLE "I222" note
        ["{school}不撤并，却填了撤并后接收学校{receiver}；不起作用。", "{school} does not close, yet names {receiver} to take its pupils in; that has no effect."]
        ["要撤并的，填“新学年前撤并”；不撤并的，此列空白。", "Say that it closes, or leave the receiving school blank."];
    QUOTA_OUT "I225" warning
        ["{school}核定编制填的是{quota}，在编{people}人、学生{pupils}人，照其他学校的比例应在{usual}上下。是否为{probable}？", "The quota of {school} is {quota}, with {people} people on it and {pupils} pupils; at the rates of the other schools it would be about {usual}. Is {probable} meant?"]
        ["核对编制文件；确为此数的不用处理。", "Check the staffing office's paper; nothing to do if it is right."];
    TITLES_OUT "I625" warning
        ["{school}{title}岗位核定{approved}个，而该校在编和聘用只有{people}人。是否为{probable}？", "{school} has {approved} approved posts of {title} and only {people} people. Is {probable} meant?"]
        ["核对岗位核定文件；确为此数的不用处理。", "Check the paper of approval; nothing to do if it is right."];
    EMPTY_CLASS "I301" error
        ["{school}{grade}年级有一个班的学生数是 0。", "A class of grade {grade} at {school} has no pupils."]
        ["填入学生数；没有这个班的，删去。", "Fill in the pupils, or delete the class."];
    GRADE_NOT_TAUGHT "I302" error
        ["{school}是{kind}，不应有{grade}年级。", "{school} is a {kind} and should have no grade {grade}."]
        ["改正年级，或改正学校表中的学校类型。", "Correct the grade, or the kind of school."];
    DOUBLE_GRADE "I303" error
        ["{school}{grade}年级已在第{row}行填过。", "Grade {grade} of {school} stands already in row {row}."]
        ["同一年级的班合并到一行；一班一行的，加一列“班级”写明各班。", "Put all classes of a grade into one row, or add a column 班级 that names each class."];
    CLASSES_OUT "I308" warning
        ["{school}{grade}年级读作{number}个班，人数为{pupils}：相差悬殊。标点、数字是否有误？", "Grade {grade} of {school} is read as {number} classes with {pupils} pupils, far apart. Is there a slip in a mark or a digit?"]
        ["各班人数之间用分号隔开，一班一个数；确是如此的不用处理。", "One number a class, split by semicolons; nothing to do if it is so."];
    BOARDERS "I306" error
        ["{school}寄宿生{boarders}人，多于在校生{pupils}人。", "{school} has {boarders} boarders but only {pupils} pupils."]
        ["核对寄宿生数和班级表中的学生数。", "Check the boarders and the pupils in the table of classes."];
    DOUBLE_TEACHER "I401" error
        ["工号“{id}”重复，第{row}行已有。", "The staff id \"{id}\" stands already in row {row}."]
        ["一人只留一行；如是两人，改正工号。", "Keep one row for each person; if there are two persons, correct the id."];
    TWO_QUOTA_SCHOOLS "I402" error
        ["{teacher}（工号{id}）编制同时在两所学校：{one}、{other}（第{row}行）。", "{teacher} (id {id}) has a quota place at two schools: {one} and {other} (row {row})."]
        ["向编制部门核实后只保留一行；在别校任教的，填“现任教学校”。", "Ask the staffing office and keep one row; where she works belongs under \"work school\"."];
    SAME_PERSON "I403" warning
        ["{teacher}与第{row}行（工号{id}）姓名、出生年月都相同，可能是同一人。", "{teacher} has the same name and month of birth as row {row} (id {id}); perhaps the same person."]
        ["核对身份证件；是同一人的，只保留一行。", "Check the papers; keep one row if it is one person."];
    FAR_SCHOOL "I427" warning
        ["{school}的坐标离全县学校的中心约{far}公里，半数学校在{half}公里以内：经纬度可能填错。", "By its coordinates {school} lies {far} km from the middle of the county's schools, half of which lie within {half} km: a slip in longitude or latitude?"]
        ["核对经纬度（是否错位、少位、两格对调）；确在那里的不用处理，坐标不详的留空。", "Check longitude and latitude (digits that slipped or are missing, cells changed about); nothing to do if it is there, leave it blank if not known."];
    FAR_HOME "I428" warning
        ["{teacher}的住址坐标离全县学校的中心约{far}公里，半数学校在{half}公里以内：经纬度可能填错。", "By its coordinates the home of {teacher} lies {far} km from the middle of the county's schools, half of which lie within {half} km: a slip in longitude or latitude?"]
        ["核对住址经纬度；确在那里的不用处理，不详的留空。", "Check the longitude and latitude of the home; nothing to do if it is there, leave it blank if not known."];
    NO_NAME "I426" error
        ["姓名“{found}”不是人名：空缺、待招的岗位不是教师。", "\"{found}\" is nobody's name: a vacancy is no teacher."]
        ["空缺的从教师表删去，要招聘的写入“拟招聘”表；确有其人的，填写姓名。", "Take vacancies out of the table of teachers, and enter recruits in theirs; if there is such a person, give the name."];
    TOO_YOUNG "I404" error
        ["{teacher}出生于{birth}，核算时不满18周岁。", "{teacher}, born in {birth}, is under 18 on the reckoning date."]
        ["核对出生年月。", "Check the month of birth."];
    TOO_OLD "I405" error
        ["{teacher}出生于{birth}，核算时已超过65周岁，应已退休。", "{teacher}, born in {birth}, is over 65 on the reckoning date and should have retired."]
        ["核对出生年月；已退休的，从教师表中删去。", "Check the month of birth; delete those who have retired."];
    CHILD_AT_WORK "I406" error
        ["{teacher}的“{column}”是{found}，当时不满16周岁（{birth}出生）。", "{teacher}, born in {birth}, was under 16 in {found} (\"{column}\")."]
        ["核对该年月和出生年月。", "Check that month and the month of birth."];
    FUTURE "I407" error
        ["{teacher}的“{column}”是{found}，晚于核算日期{date}。", "{teacher}: \"{column}\" is {found}, after the reckoning date {date}."]
        ["核对年月，或核对 scenario.toml 的核算日期。", "Check the month, or the reckoning date in scenario.toml."];
    SCHOOL_BEFORE_CAREER "I408" warning
        ["{teacher}{found}进入本校，早于从教起始年月{career}。", "{teacher} came to the school in {found}, before teaching since {career}."]
        ["核对两个年月；确系先在本校任其他工作的无需处理。", "Check both months; nothing to do if other work at the school came first."];
    ABSENT_BUT_TEACHING "I410" error
        ["{teacher}{status}，却填了周课时{periods}节，会被误算为在教人员。", "{teacher} is {status} but has {periods} weekly periods and would be counted as teaching."]
        ["不在岗的，周课时填 0 或空白；已返岗的，改在岗状态。", "Leave the periods blank, or correct the status if she has come back."];
    STAGE_NOT_TAUGHT "I411" warning
        ["{teacher}任教学段是{stage}，但{school}是{kind}，没有这个学段。", "{teacher} teaches the {stage} stage, but {school} is a {kind} without it."]
        ["核对任教学段和现任教学校。", "Check the stage and the work school."];
    NOT_A_RISE "I413" error
        ["{teacher}拟申报{applies}，不高于现聘职称{title}。", "{teacher} applies for {applies}, which is not above the title held ({title})."]
        ["改填更高一级的职称，不申报的空白。", "Name the higher title, or leave it blank."];
    DATE_WITHOUT_TITLE "I414" warning
        ["{teacher}填了现聘职称起始年月，却没有职称。", "{teacher} has a date of title but no title."]
        ["补填现聘职称，或删去年月。", "Add the title, or delete the date."];
    TERMS_WITHOUT_OFFICE "I415" warning
        ["{teacher}填了任满{terms}届，却没有职务。", "{teacher} has served {terms} terms but holds no office."]
        ["补填职务，或把届数改为 0。", "Add the office, or set the terms to 0."];
    WISH_CLOSING "I416" warning
        ["{teacher}的志愿学校{school}新学年前撤并，该志愿无效。", "{teacher} wishes for {school}, which is closing; the wish has no effect."]
        ["请本人改填志愿。", "Ask the person to choose again."];
    WISH_OWN "I417" warning
        ["{teacher}的志愿学校{school}就是现任教学校。", "{teacher} wishes for {school}, where she already works."]
        ["不愿交流的，志愿空白即可。", "Leave the wishes blank for someone who does not wish to move."];
    SEX_AND_PROTECTION "I418" error
        ["{teacher}性别为男，保护情形却填了{protection}。", "{teacher} is male but protected as {protection}."]
        ["改正性别或保护情形。", "Correct the sex or the protection."];
    SPOUSE_UNKNOWN "I419" warning
        ["{teacher}的配偶工号{found}不在教师表中，不作安排。", "{teacher} names {found} as spouse, who is not in the table of teachers; nothing is done about it."]
        ["核对工号；配偶不在本县任教的，空白即可。", "Check the staff id; leave it blank where the spouse does not teach in the county."];
    SPOUSE_ONE_SIDED "I420" note
        ["{teacher}填了配偶{other}，{other}没有填；按夫妻处理。", "{teacher} names {other} as spouse, who names nobody; they are taken for a couple."]
        ["请核对；属实的，两人都填上配偶工号。", "Check, and enter it for both."];
    SPOUSE_OTHER "I421" error
        ["{teacher}的配偶工号填的是{other}，而{other}填的是另一人，或就是本人。", "{teacher} names {other} as spouse, who names somebody else or is the same person."]
        ["核对两人的配偶工号。", "Check the entries of both."];
    SENT_ELSEWHERE "I422" error
        ["{teacher}为援派，编制不在本县，“编制所在学校”应填受援学校，即现任教学校。", "{teacher} is sent from outside and holds no quota place here; the quota school must be the school where she teaches."]
        ["把“编制所在学校”改为现任教学校；编制在本县的，改正用人形式。", "Give the work school as the quota school, or correct the employment."];
    SENT_NO_END "I423" note
        ["{teacher}为援派，没有填服务期截止年月，按新学年仍在校计。", "{teacher} is sent from outside and no end of the term is given; she is taken to stay for the year."]
        ["期满不再留任的，填服务期截止年月。", "Give the end of the term where she will not stay."];
    PART_OF_NOTHING "I424" warning
        ["{teacher}在岗状态为{status}，任教份额{duty}%不起作用。", "{teacher} is not at work ({status}); the share of {duty}% has no effect."]
        ["整学年不任课的，删去任教份额；任一部分课的，在岗状态改为在岗。", "Delete the share of whoever does not teach all year; whoever teaches a part is on post."];
    SENT_RECRUIT "I425" error
        ["招聘计划{pool}的用人形式为援派；援派人员由派出地选派，不在本县招聘。", "Line {pool} recruits people sent from outside; they are chosen where they come from."]
        ["已确定到校的，列入教师表；否则删去该行。", "Enter those who are sure to come in the table of teachers, or delete the line."];
    DOUBTFUL_NAME "I429" warning
        ["姓名“{found}”中的“{part}”不像人名的一部分：夹有备注，还是两个人的名字？照此使用，公示名单上也会这样写。", "\"{part}\" in the name \"{found}\" is hardly part of one: a remark, or two persons? It is used and posted as it stands."]
        ["姓名格只填姓名；备注写到备注列，已退休的从教师表删去，同名的靠工号区分。", "Leave nothing but the name there; put remarks into their own column, delete those who have retired, and tell namesakes apart by their ids."];
    POINTS_OUT "I430" warning
        ["{teacher}的积分是{found}，全县四分之三的人不超过{most}：可能多填了一位。", "{teacher} has {found} points, while three quarters of all have at most {most}: a digit too many?"]
        ["核对积分；属实的不用处理。", "Check the points; nothing to do if they are right."];
    BOND_FAR "I431" warning
        ["{teacher}的服务期截止年月是{found}，距核算日期超过10年：可能填错。", "The service bond of {teacher} ends in {found}, more than ten years after the reckoning date: a slip?"]
        ["核对年月；不是服务期的空白。", "Check the month; leave it blank where there is no bond."];
    SINCE_AGAINST_SERVICE "I432" warning
        ["{teacher}的进入本校年月是{found}，而任教经历表中到{school}的年月是{came}，两处不一致。", "{teacher} came to the school in {found} by the table of teachers, but to {school} in {came} by the service on file."]
        ["核对后改正其中一处：满年限与否按此判断。", "Check and correct one of them: who has been there long enough is judged by it."];
    AWAY_UNSAID "I433" warning
        ["{teacher}编制在{quota}、现在{work}任教，任教经历表中没有正在进行的经历，看不出是交流、支教还是借用。", "{teacher} has a quota place at {quota} and works at {work}, but no present service on file says whether that is an exchange, support or a loan."]
        ["在任教经历表中补一行，写明开始年月和形式；已经返回的，改正现任教学校。", "Add a row to the table of service with its start and form; correct the work school of those who are back."];
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
    LONG_SPELL "I507" warning
        ["{teacher}这段经历{from}开始、{to}结束，长达{years}年：结束年月可能填错。", "This spell of {teacher} runs from {from} to {to}, {years} years: a slip in its end?"]
        ["核对结束年月；没有定期限的空白。", "Check the end; leave it blank where none is fixed."];
    MOST_WITHOUT_SERVICE "I508" warning
        ["教师{all}人中有{number}人没有任何任教经历，其余的有：任教经历表可能只填了一部分。", "Of {all} teachers {number} have no service on file, and the others have: part of the table is probably missing."]
        ["补全任教经历；没有的，曾否交流一律按没有计算。", "Complete the table of service; whoever has none is taken never to have been on rotation."];
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
    TEACHERS_WITHOUT_CLASSES "I703" warning
        ["{school}没有班级，却有教师{number}人。", "{school} has no classes but {number} teachers."]
        ["补填班级；新学年撤并的，在学校表中注明。", "Add its classes; if it is closing, say so in the table of schools."];
    LEFT_OUT "I704" warning
        ["{school}既没有学生也没有教师，不参与本次方案。", "{school} has neither pupils nor teachers and is left out of the plan."]
        ["确已停办的，从学校表中删去；否则补填班级和教师。", "Delete it if it no longer exists; otherwise add its classes and teachers."];
    PIN_PROTECTED "I721" error
        ["决定{teacher}去{school}，但此人属于保护情形：{protections}。", "{teacher} is pinned to {school} but protected: {protections}."]
        ["撤销这条决定；保护情形已经消失的，更新教师表。", "Withdraw the pin; if the protection has ended, update the table of teachers."];
    TWO_PINS "I722" error
        ["{teacher}有两条去向决定：{one}、{other}。", "{teacher} has two pins: {one} and {other}."]
        ["只保留一条；decisions.toml 中的决定以日期在后的为准，同一天的无从判断。", "Keep one of them; of the decisions in decisions.toml the later date holds, and of one day nobody can say."];
    PIN_CLOSED "I723" error
        ["决定{teacher}去{school}，但该校新学年前撤并。", "{teacher} is pinned to {school}, which is closing."]
        ["改定其他学校。", "Choose another school."];
    PIN_AND_BAN "I724" error
        ["既决定{teacher}去{school}，又不准去。", "{teacher} is both pinned to {school} and banned from it."]
        ["两条决定只能保留一条；decisions.toml 中的决定以日期在后的为准，同一天的无从判断。", "Only one of the two can stand; of the decisions in decisions.toml the later date holds, and of one day nobody can say."];
    DOUBLE_BAN "I725" warning
        ["对{teacher}的同一条限制写了两次。", "The same ban on {teacher} is written twice."]
        ["删去重复的一条。", "Delete one of them."];
    TRAPPED "I726" error
        ["对{teacher}的限制合在一起，既不能留在{school}，也不能去任何学校。", "Together the bans on {teacher} forbid both staying at {school} and going anywhere else."]
        ["撤销其中一条限制。", "Withdraw one of the bans."];
    NOBODY_LEFT "I727" error
        ["{school}要开“{subject}”，但全县能教该学科的教师都被限制到该校任教（共{number}人）。", "{school} must teach {subject}, but everyone in the county who can teach it ({number} in all) is banned from the school."]
        ["至少放开其中一人。", "Lift the ban for at least one of them."];
    PIN_UNFIT "I739" error
        ["决定{teacher}去{school}，但教师表中此人不能安排任课（“师德合格”或“国家通用语言”为否）。", "{teacher} is pinned to {school}, but by the table of teachers cannot be given lessons (ethics or language: no)."]
        ["撤销这条决定；教师表填写有误的，更正后再定。", "Withdraw the pin; if the table of teachers is wrong, mend it first."];
    VOID_REASON "I740" warning
        ["对{teacher}的这条决定，理由中写有“{word}”（“{found}”）：是否已不算数？现仍照此执行。", "The reason of this decision about {teacher} says \"{word}\" (\"{found}\"): does it hold any more? It is still followed."]
        ["已经作废的，删去这条决定；仍然有效的，改写理由。", "Delete the decision where it is void; otherwise put the reason in other words."];
    PIN_NOT_TEACHING "I728" error
        ["决定{teacher}去{school}，但此人现在{status}。", "{teacher} is pinned to {school}, but is {status}."]
        ["待本人返岗后再定，或更新在岗状态。", "Wait for the return, or update the status."];
}
