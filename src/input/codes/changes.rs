//! I8..: changes of a scenario, waivers, and the scenario that one is based on.

crate::finding::codes! { pub(in crate::input),
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
    NOTHING_CHANGED "I806" warning
        ["更改“{path}”没有起作用：原来就是“{value}”。", "The change of \"{path}\" changes nothing: it is \"{value}\" already."]
        ["删去这条更改，或核对要改成的值。", "Delete the change, or check the value."];
    BASE_CIRCLE "I811" error
        ["情景互相以对方为基础，成了圈：{chain}。", "The scenarios are based on one another in a circle: {chain}."]
        ["删去其中一个 base。", "Remove one of the bases."];
    NO_BASE "I812" error
        ["没有找到作为基础的情景 {path}{nearest}。", "The base scenario {path} was not found{nearest}."]
        ["核对 base 中的路径，路径从写它的文件所在文件夹算起。", "Check the path in base; it starts from the folder of the file that names it."];
    WAIVER_NOT_SIGNED "I821" error
        ["这条特批没有写{what}。", "This waiver has no {what}."]
        ["写明规定、涉及对象、数量、理由和决定人。", "Give rule, about, amount, reason and author."];
}
