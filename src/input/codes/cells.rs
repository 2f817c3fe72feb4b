//! I13.. to I15..: single cells, whatever the table.

crate::finding::codes! { pub(in crate::input),
    BLANK "I131" error
        ["必填项“{column}”空白。", "\"{column}\" is required but blank."]
        ["补填：{expected}。", "Fill it in: {expected}."];
    NOT_WHOLE "I132" error
        ["“{column}”应填整数，填的是“{found}”。", "\"{column}\" should be a whole number; found \"{found}\"."]
        ["只填阿拉伯数字，不带单位和文字。", "Digits only, without unit or words."];
    OUT_OF_RANGE "I133" error
        ["“{column}”应在{least}到{most}之间，填的是{found}。", "\"{column}\" should be from {least} to {most}; found {found}."]
        ["核对是否多填或少填了一位。", "Check for a digit too many or too few."];
    NOT_FLAG "I134" error
        ["“{column}”应填“是”或“否”，填的是“{found}”。", "\"{column}\" should be yes or no; found \"{found}\"."]
        ["改填“是”或“否”。", "Write yes or no."];
    NOT_A_CHOICE "I135" error
        ["“{column}”填的“{found}”不在可选范围内。可填：{allowed}。", "\"{column}\": \"{found}\" is not one of the allowed values: {allowed}."]
        ["从可选值中选一个填写。", "Choose one of the allowed values."];
    NOT_MONTH "I136" error
        ["“{column}”应填年月，填的是“{found}”。", "\"{column}\" should be a month; found \"{found}\"."]
        ["按“1987-03”的格式填写。", "Write it as 1987-03."];
    RUINED_ID "I137" error
        ["“{column}”填的“{found}”像是被电子表格改成了数字，原来的号码已不完整。",
         "\"{column}\": \"{found}\" looks like a number that a spreadsheet has damaged."]
        ["先把该列设为文本格式，再从原始资料重新填写号码。", "Format the column as text and enter the numbers again from the original."];
    NOT_DECIMAL "I138" error
        ["“{column}”应填小数（度），填的是“{found}”。", "\"{column}\" should be a decimal number of degrees; found \"{found}\"."]
        ["按“119.5012”的格式填写，不用度分秒。", "Write it as 119.5012, not in minutes and seconds."];
    NOT_SUBJECT "I139" error
        ["“{column}”填的“{found}”不是已知学科。可填：{allowed}。", "\"{column}\": \"{found}\" is not a known subject; known: {allowed}."]
        ["改为课程表中的学科名；学段和学科写在一起的，只填学科。", "Use a subject of the list; leave out the stage."];
    DOUBLE_WORD "I140" warning
        ["“{column}”中“{found}”填了两次，按一次计。", "\"{column}\" names \"{found}\" twice; it counts once."]
        ["删除重复的一个。", "Delete one of them."];
    NOT_PART "I141" error
        ["“{column}”中的“{found}”看不懂，应为“学科:周课时”。", "\"{column}\": \"{found}\" is not \"subject:periods\"."]
        ["按“音乐:8；美术:8”的格式填写。", "Write it as music:8;art:8."];
    UNKNOWN_SCHOOL "I701" error
        ["“{column}”填的学校“{found}”不在学校表中。", "\"{column}\": there is no school \"{found}\" in the table of schools."]
        ["核对学校代码；确有此校的，先补入学校表。", "Check the code; if the school exists, add it to the table of schools."];
    UNKNOWN_TEACHER "I702" error
        ["“{column}”填的教师“{found}”不在教师表中。", "\"{column}\": there is no teacher \"{found}\" in the table of teachers."]
        ["核对工号；确有此人的，先补入教师表。", "Check the staff number; if the person exists, add her to the table of teachers."];
}
