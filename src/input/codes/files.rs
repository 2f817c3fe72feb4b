//! I1..: files and whole tables.

crate::finding::codes! { pub(in crate::input),
    MISSING_FILE "I101" error
        ["没有找到“{table}”表：没有文件 {file}，也没有能认作该表的工作表。", "The table \"{table}\" was not found: there is no file {file}, nor a sheet that could be it."]
        ["按模板补充该表，工作表取名“{table}”；文件在别处的，在 scenario.toml 的 [tables] 中写明路径。",
         "Add the table from the template and call its sheet \"{table}\", or give its path under [tables] in scenario.toml."];
    NOT_UTF8 "I129" error
        ["文件不是 UTF-8 编码（第 {byte} 个字节起无法读出）。", "The file is not UTF-8 (unreadable from byte {byte} on)."]
        ["用记事本打开，另存为 UTF-8 编码。", "Save it again in the encoding UTF-8."];
    NOTES_ROW "I120" note
        ["本行是说明文字或重复的表头（“{word}”），未计入。", "This row is a note or a repeated head (\"{word}\"); it was not counted."]
        ["无需处理；如确为一条记录，请补全各列。", "Nothing to do; if it is a record, fill in its cells."];
    MISSING_COLUMN "I104" error
        ["“{table}”表缺少必填列“{column}”（{key}）。", "The table \"{table}\" lacks the required column \"{column}\" ({key})."]
        ["补上该列；列名写法不同的，改为“{column}”，或在 columns.toml 中写明 {key} 是哪一列。", "Add it; if it has another head, rename it to \"{column}\", or say in columns.toml which head {key} is."];
    DOUBLE_HEAD "I105" error
        ["“{one}”和“{other}”两列都可作“{column}”，无法判断以哪一列为准。", "\"{one}\" and \"{other}\" may both be \"{column}\"; it is not clear which one counts."]
        ["把作准的一列改名为“{column}”，或在 columns.toml 的 [{table}.columns] 中写明 {key} = \"列名\"。", "Rename the one that counts to \"{column}\", or write {key} = \"its head\" under [{table}.columns] in columns.toml."];
    UNKNOWN_COLUMN "I106" note
        ["“{table}”表有{number}列用不到，未读取：{heads}。", "{number} columns of the table \"{table}\" are not used and were not read: {heads}."]
        ["可以保留；本该读取的，请改为模板中的列名。", "They may stay; if one should have been read, give it its head from the template."];
    LONG_ROW "I107" error
        ["本行有{cells}格，表头只有{heads}列，多出的内容无处可放。", "This row has {cells} cells, the head row only {heads}."]
        ["检查本行是否多了逗号；内容中含逗号的，用英文双引号括起来。", "Look for a comma too many; put a cell that holds a comma in double quotes."];
    SHORT_ROW "I108" warning
        ["本行只有{cells}格，表头有{heads}列，缺的按空白处理。", "This row has only {cells} cells of {heads}; the rest count as blank."]
        ["检查本行是否漏填或错位。", "Check whether cells were left out or have slipped."];
    TOTALS_ROW "I109" note
        ["本行是“{word}”行，未计入。", "This is a totals row (\"{word}\"); it was not counted."]
        ["无需处理；如确为一条记录，请改写第一格。", "Nothing to do; if it is a record, change its first cell."];
    NO_ROWS "I111" error
        ["“{table}”表只有表头，没有记录。", "The table \"{table}\" has heads but no rows."]
        ["填入记录后重新提交。", "Fill in the rows."];
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
        ["找不到政策文件 {file}。", "The policy file {file} was not found."]
        ["核对 policy 或 extends 中的路径，路径从写它的文件所在文件夹算起。",
         "Check the path in policy or extends; it starts from the folder of the file that names it."];
    POLICY_CIRCLE "I126" error
        ["政策文件互相引用成了圈：{chain}。", "The policies extend one another in a circle: {chain}."]
        ["删去其中一个 extends。", "Remove one of the extends."];
    ABSOLUTE_PATH "I127" error
        ["路径“{path}”是本机的绝对路径，换一台电脑就读不到。", "\"{path}\" is an absolute path; it will not be found on another computer."]
        ["改为相对于方案文件夹的路径，例如 ../national/grid.csv。", "Write it relative to the scenario folder, such as ../national/grid.csv."];
    UNKNOWN_TABLE "I128" error
        ["没有名为“{key}”的表。可用：{allowed}。", "There is no table \"{key}\"; the tables are: {allowed}."]
        ["改正 [tables] 中的表名。", "Correct the name under [tables]."];
}
