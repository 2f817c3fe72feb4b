//! I1..: files and whole tables.

super::codes! {
    MISSING_FILE "I101" Error
        ["缺少“{table}”表，应有文件 {file}。", "The table \"{table}\" is missing: there is no file {file}."]
        ["按模板补充该表；文件在别处的，在 scenario.toml 的 [tables] 中写明路径。",
         "Add the table from the template, or give its path under [tables] in scenario.toml."];
    NOT_UTF8 "I102" Error
        ["文件不是 UTF-8 编码，无法读出汉字（第 {byte} 个字节起）。", "The file is not UTF-8 (from byte {byte} on)."]
        ["在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”格式后重新提交。", "Save it again as \"CSV UTF-8 (comma delimited)\"."];
    NO_HEAD "I103" Error
        ["“{table}”表是空的，没有表头。", "The table \"{table}\" is empty: it has no head row."]
        ["第一行填列名，可先用 template 命令生成空表。", "Put the column heads into the first row; the template command writes an empty table."];
    MISSING_COLUMN "I104" Error
        ["“{table}”表缺少必填列“{column}”（{key}）。", "The table \"{table}\" lacks the required column \"{column}\" ({key})."]
        ["补上该列；列名写法不同的，改为“{column}”或 {key}。", "Add it; if it has another head, rename it to \"{column}\" or {key}."];
    DOUBLE_HEAD "I105" Error
        ["有两列都是“{column}”，无法判断以哪一列为准。", "Two columns are both \"{column}\"; it is not clear which one counts."]
        ["只保留一列，其余删除或改名。", "Keep one, delete or rename the other."];
    UNKNOWN_COLUMN "I106" Note
        ["“{table}”表不使用列“{head}”，该列未读取。", "The table \"{table}\" does not use the column \"{head}\"; it was not read."]
        ["如属备注可以保留；如属拼写有误，请改为模板中的列名。", "Keep it if it is a remark; if it is misspelt, use the head from the template."];
    LONG_ROW "I107" Error
        ["本行有{cells}格，表头只有{heads}列，多出的内容无处可放。", "This row has {cells} cells, the head row only {heads}."]
        ["检查本行是否多了逗号；内容中含逗号的，用英文双引号括起来。", "Look for a comma too many; put a cell that holds a comma in double quotes."];
    SHORT_ROW "I108" Warning
        ["本行只有{cells}格，表头有{heads}列，缺的按空白处理。", "This row has only {cells} cells of {heads}; the rest count as blank."]
        ["检查本行是否漏填或错位。", "Check whether cells were left out or have slipped."];
    TOTALS_ROW "I109" Note
        ["本行是“{word}”行，未计入。", "This is a totals row (\"{word}\"); it was not counted."]
        ["无需处理；如确为一条记录，请改写第一格。", "Nothing to do; if it is a record, change its first cell."];
    OPEN_QUOTE "I110" Error
        ["本行有一格跨了{lines}行，很可能是双引号没有成对。", "A cell of this row runs over {lines} lines: a double quote was probably never closed."]
        ["补上缺少的双引号，或删除单个双引号。", "Close the quote, or delete the single one."];
    NO_ROWS "I111" Error
        ["“{table}”表只有表头，没有记录。", "The table \"{table}\" has heads but no rows."]
        ["填入记录后重新提交。", "Fill in the rows."];
    BAD_TOML "I121" Error
        ["文件格式有误，从此处起无法识别：{problem}", "The file cannot be understood from here on: {problem}"]
        ["检查引号、方括号和等号是否成对，文字是否加了英文双引号。", "Check quotes, brackets and equals signs; words stand in double quotes."];
    UNKNOWN_KEY "I122" Error
        ["不认识的项“{key}”。本处可用：{allowed}。", "Unknown key \"{key}\"; known here: {allowed}."]
        ["改正拼写，或删除该项。", "Correct the spelling, or delete it."];
    MISSING_KEY "I123" Error
        ["缺少必填项“{key}”。", "The key \"{key}\" is missing."]
        ["在 scenario.toml 中补上，例如：{example}", "Add it to scenario.toml, for example: {example}"];
    WRONG_KIND "I124" Error
        ["“{key}”应填{expected}。", "\"{key}\" should be {expected}."]
        ["照此改正，例如：{example}", "Correct it, for example: {example}"];
    NO_POLICY "I125" Error
        ["找不到政策文件 {file}。", "The policy file {file} was not found."]
        ["核对 policy 或 extends 中的路径，路径从写它的文件所在文件夹算起。",
         "Check the path in policy or extends; it starts from the folder of the file that names it."];
    POLICY_CIRCLE "I126" Error
        ["政策文件互相引用成了圈：{chain}。", "The policies extend one another in a circle: {chain}."]
        ["删去其中一个 extends。", "Remove one of the extends."];
    ABSOLUTE_PATH "I127" Error
        ["路径“{path}”是本机的绝对路径，换一台电脑就读不到。", "\"{path}\" is an absolute path; it will not be found on another computer."]
        ["改为相对于方案文件夹的路径，例如 ../national/grid.csv。", "Write it relative to the scenario folder, such as ../national/grid.csv."];
    UNKNOWN_TABLE "I128" Error
        ["没有名为“{key}”的表。可用：{allowed}。", "There is no table \"{key}\"; the tables are: {allowed}."]
        ["改正 [tables] 中的表名。", "Correct the name under [tables]."];
}
