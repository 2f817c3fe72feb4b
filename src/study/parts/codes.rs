//! Kinds of finding about the files of parts.

use crate::finding::Code;

crate::finding::codes! { pub(super),
    NOT_A_PART "C301" error
        ["{file}不能作为一份结果合并：{why}。", "{file} cannot be merged as a part: {why}."]
        ["给出用 --part 写出的文件（part-…-of-….json）；损坏的，重新运行那一份。", "Give files that --part wrote (part-…-of-….json); where one is damaged, run that part again."];
    OTHER_INPUT "C302" error
        ["{file}与{first}依据的数据不同：{names}。", "{file} and {first} were made from different files: {names}."]
        ["各份都要用同一批数据；数据改动之后，各份都重新运行。", "All parts take the same files; when something was changed, run all of them again."];
    OTHER_ASKED "C303" error
        ["{file}与{first}不是同一次计算：{what}前者为{found}，后者为{expected}。", "{file} and {first} belong to different runs: {what} is {found} in the one and {expected} in the other."]
        ["只合并同一次计算的各份；参数、份数、程序都要相同。", "Merge parts of one run only: the options, the number of parts and the program must be the same."];
    LOST "C304" error
        ["缺第{part}份，其中有{jobs}项。", "Part {part} is missing; jobs in it: {jobs}."]
        ["运行这一份，再合并：{command}", "Run it, then merge: {command}"];
    TWICE "C305" error
        ["第{part}份有两个文件，内容不同：{first}、{file}。", "There are two files of part {part}, and they differ: {first}, {file}."]
        ["只给出其中一个（通常是没有到时限的那个）。", "Give one of them, usually the one that was not stopped by a limit."];
    OTHER_BASE "C306" error
        ["{file}与{first}的基础情景求解结果不同，各项无从比较。", "{file} and {first} have different plans of the base, so that their jobs cannot be compared."]
        ["多是时限不够：加大 --time-limit 或不设时限，重新运行有关各份。", "Most often a limit cut the base short: give more time, or none, and run those parts again."];
    SO_FAR "C307" note
        ["已有{have}份（共{of}份），算完{done}项（共{jobs}项）。", "Parts there: {have} of {of}; jobs done: {done} of {jobs}."]
        ["补齐所缺各份后再合并。", "Merge again when those that are missing are there."];
}

/// Every kind of finding about parts.
pub const PART_CODES: &[&Code] = CODES;
