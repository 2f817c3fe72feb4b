//! I11.. to I17..: files of any format, sheets, heads that were recognised, values that were guessed.

crate::finding::codes! { pub(in crate::input),
    NOT_TEXT "I102" error
        ["文件既不是工作簿，也不是可识别的文字编码（第 {byte} 个字节起无法读出）。", "The file is neither a workbook nor text in a known encoding (unreadable from byte {byte} on)."]
        ["用 Excel 或 WPS 打开原文件，另存为 xlsx 工作簿后重新提交。", "Open the original in Excel or WPS and save it again as an xlsx workbook."];
    NO_HEAD_ROW "I103" error
        ["“{table}”表是空的，没有表头。", "The table \"{table}\" is empty: it has no head row."]
        ["第一行填列名，可先用 template 命令生成空表。", "Put the column heads into the first row; the template command writes an empty table."];
    OPEN_QUOTE "I110" error
        ["本行有一格跨了{lines}行，很可能是双引号没有成对。", "A cell of this row runs over {lines} lines: a double quote was probably never closed."]
        ["补上缺少的双引号，或删除单个双引号。", "Close the quote, or delete the single one."];
    MAPPED "I112" note
        ["“{table}”表按此处读取，列名对应：{columns}。", "The table \"{table}\" is read from here; its heads were taken so: {columns}."]
        ["请核对；有误的，在 columns.toml 中改正。", "Please check; correct columns.toml where this is wrong."];
    ENCODING "I113" note
        ["文件是 {encoding} 编码，已按此读取。", "The file is in the encoding {encoding} and was read so."]
        ["核对汉字显示是否正常；有乱码的，用 WPS 或 Excel 另存为 xlsx。", "Check that names look right; otherwise save the file as xlsx."];
    SEPARATOR "I114" note
        ["文件用“{mark}”分隔各列，已按此读取。", "The cells of the file are separated by \"{mark}\" and were read so."]
        ["核对各列是否对齐。", "Check that the columns are right."];
    UNUSED_SHEET "I115" note
        ["没有认出这张表的用途，未读取。", "This sheet was not recognised as any table and was not read."]
        ["确需读取的，按模板改表名或列名，或在 columns.toml 中写明它是哪张表。", "If it is needed, name the sheet or its heads as in the template, or say in columns.toml which table it is."];
    TWO_SHEETS "I116" error
        ["“{one}”和“{other}”都像“{table}”表，无法判断以哪一张为准。", "\"{one}\" and \"{other}\" both look like the table \"{table}\"."]
        ["移走不用的一张，或在 columns.toml 中写明用哪一张，例如：{example}", "Take one away, or say in columns.toml which it is, for example: {example}"];
    TOO_LARGE "I117" error
        ["超出可读取的范围：{what}最多 {most}。", "Too large to be read: {what} at most {most}."]
        ["只保留需要的行、列和工作表，另存后重新提交；空白行列请整行整列删除。", "Keep only the rows, columns and sheets that are needed, and save it again."];
    ENCRYPTED "I118" error
        ["工作簿设有打开密码，无法读取。", "The workbook is protected by a password and cannot be read."]
        ["用 Excel 或 WPS 打开，取消密码后另存，再重新提交。", "Open it in Excel or WPS, remove the password and save it again."];
    BROKEN "I119" error
        ["无法作为工作簿打开：{problem}。", "It cannot be opened as a workbook: {problem}."]
        ["用 Excel 或 WPS 打开核对，另存为 xlsx 工作簿后重新提交。", "Open it in Excel or WPS and save it again as an xlsx workbook."];
    HIDDEN_SHEET "I143" note
        ["这张工作表是隐藏的，照样读取。", "This sheet is hidden; it was read all the same."]
        ["取消隐藏，核对内容；不用的请删除。", "Unhide it and check; delete it if it is not needed."];
    HIDDEN_ROWS "I144" note
        ["有{number}行是隐藏的（首行为第{first}行），照样读取。", "{number} rows are hidden (the first is row {first}); they were read all the same."]
        ["取消隐藏或筛选，核对内容；不应计入的请删除。", "Unhide or unfilter them and check; delete what should not count."];
    HIDDEN_COLUMNS "I145" note
        ["{letter}列是隐藏的，照样读取。", "Column {letter} is hidden; it was read all the same."]
        ["取消隐藏，核对内容。", "Unhide it and check."];
    MERGED "I146" note
        ["合并单元格已向下填充{number}格（首格为{first}），视为各行内容相同。", "{number} cells below merged ones were filled (the first is {first}): each row is taken to hold the same."]
        ["核对；不是同一内容的，取消合并后分别填写。", "Check; unmerge and fill in what differs."];
    NO_SETTINGS "I147" error
        ["缺少核算日期和适用政策：既没有 scenario.toml，工作簿里也没有“情景设定”表。", "The reckoning date and the policy are not known: there is neither scenario.toml nor a sheet \"scenario\"."]
        ["用 template 命令生成模板，把其中的“情景设定”表复制到工作簿里填好。", "Write a template with the template command, copy its sheet \"scenario\" into the workbook and fill it in."];
    EXAMPLE_LEFT "I148" error
        ["模板中的示例行没有删除：{found}。", "An example row of the template has been left: {found}."]
        ["删去整行。", "Delete the whole row."];
    STALE_COLUMN "I149" error
        ["columns.toml 中写明“{column}”列的列名是“{head}”，但表中没有这个列名。", "columns.toml says that \"{column}\" is headed \"{head}\"; there is no such head."]
        ["改正 columns.toml，或把它删去重新识别。", "Correct columns.toml, or delete it to have the heads recognised anew."];
    STALE_KEY "I150" error
        ["columns.toml 的 [{table}] 中不认识的列代号“{key}”。可用：{allowed}。", "Unknown column \"{key}\" under [{table}] in columns.toml; known: {allowed}."]
        ["改正代号，或删去这一行。", "Correct it, or delete the line."];
    SERIAL_DATE "I151" note
        ["“{column}”中有{number}格是电子表格的日期序号，已换成年月，如“{found}”读作{read}。", "{number} cells of \"{column}\" are dates as serial numbers of a spreadsheet and were read as months, such as \"{found}\" as {read}."]
        ["核对；不对的，把该列设为文本后按“1987-03”填写。", "Check; otherwise format the column as text and write 1987-03."];
    STAGE_AND_SUBJECT "I152" note
        ["“{column}”中有{number}格把学段和学科写在一起，已取其学科，如“{found}”读作{read}。", "{number} cells of \"{column}\" name stage and subject together; the subject was taken, such as \"{found}\" as {read}."]
        ["核对；学段以“任教学段”列为准。", "Check; the stage is that of its own column."];
    FROM_IDENTITY "I153" note
        ["“{column}”空白，{number}人按身份证号补出，如第{found}行读作{read}。", "\"{column}\" is blank for {number} persons and was taken from the identity number, such as row {found} as {read}."]
        ["核对；身份证号不会写入方案。", "Check; identity numbers are never written into a plan."];
    TWO_MONTHS "I161" error
        ["“{column}”填的“{found}”有两种读法：{one} 或 {other}（电子表格会去掉末尾的 0）。", "\"{column}\": \"{found}\" may be {one} or {other}, since a spreadsheet drops a nought at the end."]
        ["按“1987-01”或“1987-10”的格式重新填写。", "Write it as 1987-01 or 1987-10."];
    BAD_IDENTITY "I162" error
        ["身份证号“{found}”不对：{problem}。", "The identity number \"{found}\" is wrong: {problem}."]
        ["对照证件改正；该列先设为文本格式，以免末几位变成 0。", "Correct it from the card; format the column as text first."];
    IDENTITY_DISAGREES "I163" error
        ["“{column}”填的是{found}，身份证号表明是{read}。", "\"{column}\" says {found}, the identity number says {read}."]
        ["对照证件和档案改正其中一项。", "Correct one of them from the papers."];
    ZERO_LOST "I164" error
        ["“{column}”填的“{found}”不在表中，但有“{other}”，可能丢了开头的 0。", "\"{column}\": there is no \"{found}\" but \"{other}\"; perhaps its leading noughts were lost."]
        ["是同一个的，改为“{other}”；该列先设为文本格式。", "If it is the same, write \"{other}\"; format the column as text first."];
    CELL_ERROR "I165" error
        ["“{column}”这一格是公式错误“{found}”，没有可用的内容。", "\"{column}\" holds the formula error \"{found}\" and nothing to be read."]
        ["改正公式，或直接填写内容。", "Mend the formula, or fill in the value."];
    AGE_ONLY "I166" error
        ["“{table}”表只有“{head}”，没有“{column}”，由年龄推不出出生年月。", "The table \"{table}\" has \"{head}\" but not \"{column}\"; an age does not give the month of birth."]
        ["补上“{column}”列，或补上身份证号列。", "Add \"{column}\", or the identity number."];
    SHORT_CODE "I169" warning
        ["代码“{found}”比其他的少{number}位（多数为{usual}位），可能丢了开头的 0。", "The code \"{found}\" is {number} shorter than the others (most have {usual} figures); perhaps its leading noughts were lost."]
        ["对照原始资料核对；该列先设为文本格式，再补上开头的 0。", "Check it from the original; format the column as text, then put the noughts back."];
    SAME_HEAD "I168" error
        ["有两列都叫“{head}”，无法判断以哪一列为准。", "Two columns are both called \"{head}\"; it is not clear which one counts."]
        ["删去不作准的一列，或给它改名。", "Delete the one that does not count, or call it otherwise."];
    LOST_CHARACTER "I167" warning
        ["{teacher}的姓名中“{found}”不像汉字，可能是生僻字没有显示出来。", "The name {teacher} holds \"{found}\", perhaps in the place of a rare character that was lost."]
        ["对照身份证件补正；生僻字请用能显示该字的输入法重新输入。", "Correct it from the papers, with an input method that knows the character."];
}
