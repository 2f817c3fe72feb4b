//! What reading can find wrong: I1.. files, sheets, heads and cells, and one by one the rows of each table;
//! I8.. changes and bases; I9.. regions. What is wrong between rows stands beside its checks.

crate::finding::codes! { pub(in crate::input),
    MISSING_FILE "I101" error
        ["没有找到“{table}”表：没有文件 {file}，也没有能认作该表的工作表。", "The table \"{table}\" was not found: there is no file {file}, nor a sheet that could be it."]
        ["按模板补充该表，工作表取名“{table}”；文件在别处的，在 scenario.toml 的 [tables] 中写明路径。",
         "Add the table from the template and call its sheet \"{table}\", or give its path under [tables] in scenario.toml."];
    NOT_TEXT "I102" error
        ["文件既不是工作簿，也不是可识别的文字编码（第 {byte} 个字节起无法读出）。", "The file is neither a workbook nor text in a known encoding (unreadable from byte {byte} on)."]
        ["用 Excel 或 WPS 打开原文件，另存为 xlsx 工作簿后重新提交。", "Open the original in Excel or WPS and save it again as an xlsx workbook."];
    NO_HEAD_ROW "I103" error
        ["“{table}”表是空的，没有表头。", "The table \"{table}\" is empty: it has no head row."]
        ["第一行填列名，可先用 template 命令生成空表。", "Put the column heads into the first row; the template command writes an empty table."];
    MISSING_COLUMN "I104" error
        ["“{table}”表缺少必填列“{column}”（{key}）。", "The table \"{table}\" lacks the required column \"{column}\" ({key})."]
        ["补上该列；列名写法不同的，改为“{column}”，或在 columns.toml 中写明 {key} 是哪一列。", "Add it; if it has another head, rename it to \"{column}\", or say in columns.toml which head {key} is."];
    DOUBLE_HEAD "I105" error
        ["“{one}”和“{other}”两列都可作“{column}”，无法判断以哪一列为准。", "\"{one}\" and \"{other}\" may both be \"{column}\"; it is not clear which one counts."]
        ["把作准的一列改名为“{column}”，或在 columns.toml 的 [{table}.columns] 中写明 {key} = \"列名\"。", "Rename the one that counts to \"{column}\", or write {key} = \"its head\" under [{table}.columns] in columns.toml."];
    UNKNOWN_COLUMN "I106" note
        ["“{table}”表有{number}列用不到，未读取：{heads}。", "The table \"{table}\" has {number} columns that nothing uses; what stands there was not read: {heads}."]
        ["可以保留；本该读取的，请改为模板中的列名。", "They may stay; if one should have been read, give it its head from the template."];
    NO_PROTECTIONS "I186" warning
        ["教师表没有“保护情形”列：孕期、哺乳期、重病、照料家人等都看不出，没有人因此不予安排。", "The table of teachers has no column of protections: who is pregnant, nursing, ill or bound by family cannot be seen, and nobody is spared for it."]
        ["请加上“保护情形”列并填写；确实没有这类人员的，加上空白的一列。", "Add the column and fill it in; if there really is nobody, add it blank."];
    LONG_ROW "I107" error
        ["本行有{cells}格，表头只有{heads}列，多出的内容无处可放。", "This row has {cells} cells, the head row only {heads}."]
        ["表头右侧多出的内容，移到备注列或删去，或补上表头；文本文件（csv）再检查本行是否多了逗号，内容中含逗号的用英文双引号括起来。", "Move what stands right of the heads into the remarks, take it out, or give it a head; in a text file look for a comma too many, and put a cell that holds a comma in double quotes."];
    SHORT_ROW "I108" warning
        ["本行只有{cells}格，表头有{heads}列，缺的按空白处理。", "This row has only {cells} cells of {heads}; the rest count as blank."]
        ["检查本行是否漏填或错位。", "Check whether cells were left out or have slipped."];
    TOTALS_ROW "I109" note
        ["本行是“{word}”行，未计入。", "This is a totals row (\"{word}\"); it was not counted."]
        ["无需处理；如确为一条记录，请改写第一格。", "Nothing to do; if it is a record, change its first cell."];
    OPEN_QUOTE "I110" error
        ["本行有一格跨了{lines}行，很可能是双引号没有成对。", "A cell of this row runs over {lines} lines: a double quote was probably never closed."]
        ["补上缺少的双引号，或删除单个双引号。", "Close the quote, or delete the single one."];
    NO_ROWS "I111" error
        ["“{table}”表只有表头，没有记录。", "The table \"{table}\" has heads but no rows."]
        ["填入记录后重新提交。", "Fill in the rows."];
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
    LEFT_OUT "I184" warning
        ["这张表没有读取：它像是“{table}”表，而“{table}”已由{other}读取。", "This table was not read: it looks like the table \"{table}\", which is read from {other}."]
        ["其中的行也要用的，并入{other}；以它为准的，在 scenario.toml 的 [tables] 中写明：{example}；不用的移到别的文件夹。", "Join its rows to {other} where they are needed; where it is the right one, say so under [tables] in scenario.toml: {example}; otherwise move it to another folder."];
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
    NOTES_ROW "I120" note
        ["本行是说明文字或重复的表头（“{word}”），未计入。", "This row is a note or a repeated head (\"{word}\"); it was not counted."]
        ["无需处理；如确为一条记录，请补全各列。", "Nothing to do; if it is a record, fill in its cells."];
    BAD_TOML "I121" error
        ["文件格式有误，从此处起无法识别：{problem}", "The file cannot be understood from here on: {problem}"]
        ["检查引号、方括号和等号是否成对，文字是否加了英文双引号。", "Check quotes, brackets and equals signs; words stand in double quotes."];
    UNKNOWN_KEY "I122" error
        ["不认识的项“{key}”。本处可用：{allowed}。", "Unknown key \"{key}\"; known here: {allowed}."]
        ["改正拼写，或删除该项。", "Correct the spelling, or delete it."];
    MISSING_KEY "I123" error
        ["缺少必填项“{key}”。", "The key \"{key}\" is missing."]
        ["在 {file} 中补上，例如：{example}", "Add it to {file}, for example: {example}"];
    WRONG_KIND "I124" error
        ["“{key}”应填{expected}。", "\"{key}\" should be {expected}."]
        ["照此改正，例如：{example}", "Correct it, for example: {example}"];
    NO_POLICY "I125" error
        ["找不到政策文件 {file}{nearest}。", "The policy file {file} was not found{nearest}."]
        ["填内置政策名（{known}），或核对 policy、extends 中的路径，路径从写它的文件所在文件夹算起。",
         "Name a policy that comes with the program ({known}), or check the path in policy or extends; it starts from the folder of the file that names it."];
    POLICY_CIRCLE "I126" error
        ["政策文件互相引用成了圈：{chain}。", "The policies extend one another in a circle: {chain}."]
        ["删去其中一个 extends。", "Remove one of the extends."];
    ABSOLUTE_PATH "I127" error
        ["路径“{path}”是本机的绝对路径，换一台电脑就读不到。", "\"{path}\" is an absolute path; it will not be found on another computer."]
        ["改为相对于方案文件夹的路径，例如 ../national/grid.csv。", "Write it relative to the scenario folder, such as ../national/grid.csv."];
    UNKNOWN_TABLE "I128" error
        ["没有名为“{key}”的表。可用：{allowed}。", "There is no table \"{key}\"; the tables are: {allowed}."]
        ["改正 [tables] 中的表名。", "Correct the name under [tables]."];
    NOT_UTF8 "I129" error
        ["文件不是 UTF-8 编码（第 {byte} 个字节起无法读出）。", "The file is not UTF-8 (unreadable from byte {byte} on)."]
        ["用记事本打开，另存为 UTF-8 编码。", "Save it again in the encoding UTF-8."];
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
        ["“{column}”填的“{found}”不在可选范围内{nearest}。可填：{allowed}。", "\"{column}\": \"{found}\" is not one of the allowed values{nearest}: {allowed}."]
        ["从可选值中选一个填写；是本局惯用的说法，可在 columns.toml 的 [{words}] 下写明它指什么，以后照此读取。", "Choose one of the allowed values; what such a word of yours means can be said under [{words}] in columns.toml and is used from then on."];
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
        ["“{column}”填的“{found}”不是已知学科{nearest}。可填：{allowed}。", "\"{column}\": \"{found}\" is not a known subject{nearest}; known: {allowed}."]
        ["改为课程表中的学科名；学段和学科写在一起的，只填学科。", "Use a subject of the list; leave out the stage."];
    DOUBLE_WORD "I140" warning
        ["“{column}”中“{found}”填了两次，按一次计。", "\"{column}\" names \"{found}\" twice; it counts once."]
        ["删除重复的一个。", "Delete one of them."];
    NOT_PART "I141" error
        ["“{column}”中的“{found}”看不懂，应为“学科:周课时”。", "\"{column}\": \"{found}\" is not \"subject:periods\"."]
        ["按“音乐:8；美术:8”的格式填写。", "Write it as music:8;art:8."];
    HIDDEN_SHEET "I143" note
        ["这张工作表是隐藏的，照样读取。", "This sheet is hidden; it was read all the same."]
        ["取消隐藏，核对内容；不用的请删除。", "Unhide it and check; delete it if it is not needed."];
    HIDDEN_ROWS "I144" note
        ["有{number}行是隐藏的（首行为第{first}行），照样读取。", "{number} rows are hidden (the first is row {first}); what stands there was read all the same."]
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
    SETTING_TWICE "I192" error
        ["“{key}”填了两次，内容不同：{at} 填的是“{first}”，此处填的是“{found}”，无法判断以哪一个为准。", "\"{key}\" stands twice: \"{first}\" in {at}, \"{found}\" here; it is not clear which one counts."]
        ["只保留作准的一行。", "Keep the row that counts."];
    SETTING_REPEATED "I193" note
        ["“{key}”填了两次，与 {at}（“{first}”）相同，此处的“{found}”不再计。", "\"{key}\" stands twice: \"{found}\" says the same as {at} (\"{first}\")."]
        ["删去其中一行。", "Delete one of the rows."];
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
    UNIT_READ "I154" note
        ["“{column}”中有{number}格带单位或写成比例，已取其数，如“{found}”读作{read}。", "{number} cells of \"{column}\" hold a unit or a share of one; the number was taken, such as \"{found}\" as {read}."]
        ["核对；不对的，只填阿拉伯数字。", "Check; otherwise write the number alone."];
    NOUGHT_READ "I155" note
        ["“{column}”中有{number}格用“{found}”表示没有，读作 0。", "{number} cells of \"{column}\" say that there is nothing, such as \"{found}\"; they were read as 0."]
        ["核对；不是 0 的，填入实际数。", "Check; fill in the number where it is not 0."];
    EXTRA_MARK "I156" note
        ["“{column}”中有{number}格夹有不该有的字符（首格为 {found}），已去掉。", "{number} cells of \"{column}\" hold a character that does not belong there (the first: {found}); it was taken out."]
        ["多为从网页或其他系统复制带入；核对后可在原表中清除。", "Mostly copied from a web page or another system; check, and remove it from the table."];
    BAD_CHARACTER "I157" error
        ["“{column}”含有不能使用的字符 {found}（控制符、改变书写方向的符号或乱码）。", "\"{column}\" holds the character {found}, which no cell may hold (a control, a mark of direction, or no character at all)."]
        ["删去该字符，重新输入内容。", "Take it out and type the cell anew."];
    NO_SHEET_THERE "I158" error
        ["“{table}”表指定从 {file} 读取，但该文件里没有能认作这张表的内容。", "The table \"{table}\" is to be read from {file}, but nothing there could be it."]
        ["工作簿有几张工作表的，在 [tables] 中写明用哪一张，例如：{example}；否则按模板补上列名。", "Where it has several sheets, say under [tables] which it is, for example: {example}; otherwise give it the heads of the template."];
    FORMULA "I159" error
        ["“{column}”这一格是“{found}”，以“{mark}”开头：是没有计算结果的公式，或文字前多打了符号。", "\"{column}\" holds \"{found}\", which begins with \"{mark}\": a formula without its value, or words behind a slip of the key."]
        ["是公式的，用 Excel 或 WPS 打开、重新计算后保存，或选择性粘贴为数值；不是的，删去开头的符号。", "Open the file in Excel or WPS, reckon it anew and save it, or paste the values; otherwise take the sign away."];
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
        ["“{column}”填的“{found}”不在表中，表中有“{other}”，两者只差开头的 0。", "\"{column}\": there is no \"{found}\" but \"{other}\": they differ in leading noughts only."]
        ["是同一个的，两处写成一样；先把代码列设为文本格式，开头的 0 才不会丢。", "If it is the same, write it alike in both places; format columns of codes as text first, so that no nought is lost."];
    CELL_ERROR "I165" error
        ["“{column}”这一格是公式错误“{found}”，没有可用的内容。", "\"{column}\" holds the formula error \"{found}\" and nothing to be read."]
        ["改正公式，或直接填写内容。", "Mend the formula, or fill in the value."];
    AGE_ONLY "I166" error
        ["“{table}”表只有“{head}”，没有“{column}”，由年龄推不出出生年月。", "The table \"{table}\" has \"{head}\" but not \"{column}\"; an age does not give the month of birth."]
        ["补上“{column}”列，或补上身份证号列。", "Add \"{column}\", or the identity number."];
    SAME_HEAD "I168" error
        ["有两列都叫“{head}”，无法判断以哪一列为准。", "Two columns are both called \"{head}\"; it is not clear which one counts."]
        ["删去不作准的一列，或给它改名。", "Delete the one that does not count, or call it otherwise."];
    DOUBLED_ROW "I170" warning
        ["本行与第{row}行内容完全相同，只计一次。", "This row says the same as row {row}; it counts once."]
        ["删去重复的一行；确是两条记录的，改正其中一条。", "Delete one of them; if there are two records, correct one."];
    NO_SERVICE "I171" warning
        ["“任教经历”表只有表头，按没有任何经历处理：任教年限从“进入本校年月”算起，没有人交流过。", "The table of service has heads only and is read so: years at a school count from \"at this school since\", and nobody has been posted elsewhere."]
        ["有交流、支教等经历的，补填；确实没有的无需处理。", "Fill in postings where there were any; otherwise nothing to do."];
    GONE "I172" note
        ["“{column}”中有{number}人已不在本县任教（如“{found}”），未计入教师。", "{number} persons under \"{column}\" teach in the county no more (such as \"{found}\"); they were not counted."]
        ["核对；仍在岗的，改正在岗状态。", "Check; correct the status of those who are still there."];
    GONE_ROW "I173" note
        ["“{column}”中有{number}行是已不在本县任教人员的记录（如“{found}”），未计入。", "{number} rows are of persons who teach in the county no more (\"{column}\", such as \"{found}\"); they were not counted."]
        ["无需处理。", "Nothing to do."];
    TWO_SCHOOLS "I174" error
        ["“{column}”填的“{found}”有同名学校：{schools}，无法判断是哪一所。", "\"{column}\": several schools are called \"{found}\": {schools}."]
        ["改填学校代码。", "Write the id of the school."];
    NAME_READ "I175" note
        ["“{column}”中有{number}格填的是姓名，全县只有一人叫这个名字，已按工号读，如“{found}”读作 {read}。", "{number} cells of \"{column}\" hold a name that one person alone bears, which was read as the staff id, such as \"{found}\" as {read}."]
        ["核对；最好改填工号。", "Check; better write the staff id."];
    TWO_PEOPLE "I176" error
        ["“{column}”填的姓名“{found}”有几人：{people}，无法判断是谁。", "\"{column}\": several persons are called \"{found}\": {people}."]
        ["改填工号。", "Write the staff id."];
    WORDS_ASKED "I177" error
        ["“{column}”有{number}格用的说法不在可选范围内：{found}。可选：{allowed}。", "{number} cells of \"{column}\" hold words that are not among the allowed values: {found}; allowed: {allowed}."]
        ["各说法分别指什么，在 columns.toml 中写一次，以后照此读取：[{words}] 下写 {example}；填错的，改正各格。", "Say once in columns.toml what each of them means, which is used from then on: under [{words}] write {example}; correct cells that are wrong."];
    SPELL_READ "I178" note
        ["教师表“{column}”列有{number}人的经历（如“{found}”），已按“{form}”计入任教经历。", "On the roster {number} postings stand under \"{column}\" (such as \"{found}\"), which count in the table of service as {form}."]
        ["核对；形式不同的，改填在“任教经历”表中。", "Check; enter those of another form in the table of service."];
    SPELL_LEFT_OUT "I179" warning
        ["教师表“{column}”列有{number}人的经历没有开始时间，或单位不在学校表中（如“{found}”），未计入任教经历。", "On the roster {number} postings stand under \"{column}\" without a beginning or a school of the table (such as \"{found}\"), which count nowhere."]
        ["是本县学校的，改填学校代码或全称，并补填开始时间；不在本县的无需处理。", "Write the id or full name of a school of the county, and the beginning; nothing to do for those elsewhere."];
    POLICY_BY_DEFAULT "I187" warning
        ["没有找到政策文件{file}，采用随程序的同名政策。", "There is no policy file {file}; the one of the same name that comes with the program was taken."]
        ["情景是单独复制出来的，可以照用；另有自己的政策的，把文件放回原处或改正路径。", "That will do for a scenario that was copied alone; if you have a policy of your own, put the file back or mend the path."];
    BY_DEFAULT "I180" note
        ["没有提供“{table}”表，采用随程序的参考值。", "There is no table \"{table}\"; the one that comes with the program was taken."]
        ["用前与本县执行的标准核对；不同的，按模板填写“{table}”表。", "Check it against what holds in the county before official use; where it differs, fill in the table \"{table}\" of the template."];
    OWN_DOCUMENT "I182" note
        ["是本工具写出的文件，不作为数据读取。", "This is a document of the program itself; it is not read as a table."]
        ["如确有数据要用，请另存到数据表中。", "Where it holds data that are needed, enter them in a table."];
    CLASS_ROWS "I181" note
        ["班级表是一班一行，已按学校和年级合并，并入{number}行。", "The table of classes has a row for each class; {number} rows were joined with others of their school and grade."]
        ["核对各校各年级的班数。", "Check the number of classes of each grade."];
    CLASS_COLUMNS "I183" note
        ["班级表是一个年级一列，已展开为{number}行，每校每年级一行。", "The table of classes has columns for each grade; it was read as {number} rows, one for each grade of a school."]
        ["核对各校各年级的班数和学生数。", "Check classes and pupils of each grade."];
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
    UNKNOWN_SCHOOL "I701" error
        ["“{column}”填的学校“{found}”不在学校表中{nearest}。", "\"{column}\": there is no school \"{found}\" in the table of schools{nearest}."]
        ["核对学校代码；确有此校的，先补入学校表。", "Check the code; if the school exists, add it to the table of schools."];
    UNKNOWN_TEACHER "I702" error
        ["“{column}”填的教师“{found}”不在教师表中{nearest}。", "\"{column}\": there is no teacher \"{found}\" in the table of teachers{nearest}."]
        ["核对工号；确有此人的，先补入教师表。", "Check the staff number; if the person exists, add her to the table of teachers."];
    NOT_SIGNED "I711" error
        ["这条决定没有写{what}。", "This decision has no {what}."]
        ["写明理由（reason）和决定人（author），以备查对。", "Give the reason and the author, so that it can be checked later."];
    OTHER_DECISIONS "I719" error
        ["同一目录有这份人事决定，没有读取：它不属于所读的表格，却有本县的人：{people}。", "These decisions lie in the same folder and were not read: they do not belong to the tables that were, and yet name people of this county: {people}."]
        ["仍然有效的，复制或改名为 {own}；不再有效的，移到别的目录，或另建 {own}，写入仍有效的各项。", "If they hold, copy or rename the file to {own}; if not, move it to another folder, or make {own} with what still holds."];
    LAST_WORD "I718" note
        ["{teacher}有前后不同的决定：{earlier}；{later}。照日期在后的一项执行。", "Decisions about {teacher} differ: {earlier}; {later}. The later one holds."]
        ["不对的，改正日期，或删去不再有效的一项。", "If that is wrong, correct the dates, or delete the one that holds no more."];
    NO_SUCH_DAY "I716" error
        ["决定日期“{found}”不是一个日期。", "The date \"{found}\" is no day of any month."]
        ["按 2026-08-20 的写法填写。", "Write it as 2026-08-20."];
    OTHER_PERSON "I717" error
        ["工号{id}是{name}，这项决定写的姓名是“{found}”。", "Staff id {id} is {name}; the name in this decision is \"{found}\"."]
        ["核对工号和姓名，改正其中之一。", "Check id and name, and mend one of them."];
    NO_TEACHER "I712" error
        ["这条决定没有写教师（teacher）。", "This decision names no teacher."]
        ["写上教师工号。", "Add the staff number."];
    NO_SCHOOL_IN_PIN "I713" error
        ["指定去向的决定没有写学校（school）。", "This pin names no school."]
        ["写上学校代码；要求留任的，写现任教学校。", "Add the school; to keep someone, name the present school."];
    UNKNOWN_TEACHER_RULED "I714" error
        ["决定中的教师“{found}”不在教师表中{nearest}。", "The decision names the teacher \"{found}\", who is not in the table of teachers{nearest}."]
        ["核对工号。", "Check the staff number."];
    UNKNOWN_SCHOOL_RULED "I715" error
        ["决定中的学校“{found}”不在学校表中{nearest}。", "The decision names the school \"{found}\", which is not in the table of schools{nearest}."]
        ["核对学校代码。", "Check the school id."];
    DITTO_READ "I190" note
        ["“{column}”中有{number}格写的是“{found}”一类，已按上一行读，如这一格读作“{read}”。", "In \"{column}\" {number} cells hold a mark such as \"{found}\" and were read as the row above, this one as \"{read}\"."]
        ["排过序的表，“同上”会指到别的行：请核对，或逐格填写。", "After sorting a ditto mark points to another row: check, or fill in every cell."];
    DITTO_REFUSED "I191" error
        ["“{column}”这一格是“{found}”：这一列不能这样填，或上一行没有可照抄的内容。", "The cell \"{column}\" holds \"{found}\": this column does not take it, or there is nothing above to copy."]
        ["写出这一行自己的内容；没有的留空。", "Write what is meant for this row; leave it blank if nothing."];
    UNKNOWN_PATH "I801" error
        ["没有可更改的项“{path}”{nearest}。", "There is nothing to change at \"{path}\"{nearest}."]
        ["第一段应为下列之一：{known}。", "The first part is one of: {known}."];
    SHORT_PATH "I802" error
        ["更改项“{path}”写得不完整。", "The path \"{path}\" is not complete."]
        ["写成 {example} 的样子。", "Write it like {example}."];
    UNKNOWN_ROW "I803" error
        ["“{table}”表中没有“{row}”{nearest}。", "The table \"{table}\" has no row \"{row}\"{nearest}."]
        ["核对代码。", "Check the code."];
    UNKNOWN_PATH_COLUMN "I804" error
        ["“{table}”表没有名为“{column}”的列{nearest}。", "The table \"{table}\" has no column \"{column}\"{nearest}."]
        ["可用的列：{known}。", "Its columns: {known}."];
    NOT_RELATIVE "I805" error
        ["“{column}”一格是“{found}”，不能按“{change}”增减。", "The cell \"{column}\" holds \"{found}\", which cannot change by \"{change}\"."]
        ["直接写出改后的数。", "Write the number that it becomes."];
    GIVEN_TWICE "I807" error
        ["同一项给了两次，以哪一个为准？{first}；{second}。", "One value is given twice; which holds? {first}; {second}."]
        ["只留其中一个；连续增减的，合成一次写。", "Keep one of them; of several steps up or down write the sum."];
    NOTHING_CHANGED "I806" warning
        ["更改“{path}”没有起作用：原来就是“{value}”。", "The change of \"{path}\" changes nothing: it is \"{value}\" already."]
        ["删去这条更改，或核对要改成的值。", "Delete the change, or check the value."];
    BASE_CIRCLE "I811" error
        ["情景互相以对方为基础，成了圈：{chain}。", "The scenarios are based on one another in a circle: {chain}."]
        ["删去其中一个 base。", "Remove one of the bases."];
    NO_BASE "I812" error
        ["没有找到作为基础的情景 {path}{nearest}。", "The base scenario {path} was not found{nearest}."]
        ["核对 base 中的路径，路径从写它的文件所在文件夹算起。", "Check the path in base; it starts from the folder of the file that names it."];
    KEY_TWICE "I813" error
        ["有{number}个情景的简称都是“{key}”。", "{number} scenarios are all called \"{key}\"."]
        ["给每个情景写一个不同的 key（文件或文件夹名）。", "Give each scenario a key (or the name of a file or folder) of its own."];
    WAIVER_NOT_SIGNED "I821" error
        ["这条特批没有写{what}。", "This waiver has no {what}."]
        ["写明规定、涉及对象、数量、理由和决定人。", "Give rule, about, amount, reason and author."];
    SEAT_AS_AREA "I214" note
        ["“县城”按镇区、在县城填报处理。", "\"县城\" (county town) is read as a town school in the county seat."]
        ["按城乡分类代码，县城多为镇中心区（121）；属城区（111、112）的，请填城区。", "By the statistical code a county town is mostly a town (121); write city where it is 111 or 112."];
    NO_COUNTY "I901" error
        ["县区“{county}”的情景 {folder} 没有找到{nearest}。", "The scenario {folder} of the county \"{county}\" was not found{nearest}."]
        ["核对 folder 中的路径，路径从本文件所在文件夹算起。", "Check the path in folder; it starts from the folder of this file."];
    COUNTY_TWICE "I902" error
        ["有两个县区都叫“{county}”。", "Two counties are called \"{county}\"."]
        ["每个县区用一个不同的 key，结果按它分目录存放。", "Give each county a key of its own; results are filed by it."];
    FOLDER_TWICE "I903" error
        ["县区“{county}”与“{other}”用的是同一个情景 {folder}，合计会重复。", "The counties \"{county}\" and \"{other}\" have the same scenario {folder}; totals would count it twice."]
        ["改正其中一个 folder。", "Correct one of the folders."];
    UNKNOWN_COUNTY "I904" error
        ["本区域没有叫“{county}”的县区{nearest}。", "The region has no county \"{county}\"{nearest}."]
        ["填 [[counties]] 中写明的 key。", "Use a key that stands under [[counties]]."];
    UNKNOWN_HELP_SCHOOL "I905" error
        ["县区“{county}”没有学校“{school}”{nearest}。", "The county \"{county}\" has no school \"{school}\"{nearest}."]
        ["填该县区学校表中的学校代码。", "Use an id from the table of schools of that county."];
    HELPS_ITSELF "I906" error
        ["学校“{school}”不能帮扶自己。", "The school \"{school}\" cannot help itself."]
        ["改正帮扶校或受援校。", "Correct the helper or the helped school."];
    REGION_OVER "I907" error
        ["{stage}：各县区编制总量合计{sum}人，超过全区域总量{total}人，超出{over}人。", "{stage}: the quota totals of the counties add up to {sum} heads, above the {total} of the region, by {over}."]
        ["与编制部门核对，调减县区总量，或报请增加区域总量。", "Settle it with the staffing office: lower totals of counties, or a higher one of the region."];
    NO_COUNTY_TOTAL "I908" warning
        ["县区“{county}”有{stage}学校，编制总量表却没有{stage}总量；未计入合计。", "The county \"{county}\" has {stage} schools but states no quota total for that stage; it is not in the sum."]
        ["在该县区的编制总量表中补上。", "Add it to the county's table of quota totals."];
}
