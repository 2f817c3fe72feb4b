//! I9..: files of a region: its counties, its totals, who helps whom.

crate::finding::codes! { pub(in crate::input),
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
