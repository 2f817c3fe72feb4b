//! I2.., I3.., I5.., I6..: what rows of schools, classes, service and the other tables must hold.

super::codes! {
    SWAPPED "I203" Error
        ["经度{lon}、纬度{lat}像是填反了。", "Longitude {lon} and latitude {lat} look swapped."]
        ["把两列的数对调。", "Swap the two numbers."];
    HALF_PLACE "I204" Error
        ["“{column}”空白，只有一个坐标不能定位。", "\"{column}\" is blank: one coordinate alone is no place."]
        ["经度、纬度都填，或都不填。", "Fill in both longitude and latitude, or neither."];
    OFF_EARTH "I205" Error
        ["“{column}”应在-{most}到{most}之间，填的是{found}。", "\"{column}\" should be from -{most} to {most}; found {found}."]
        ["核对小数点的位置。", "Check the decimal point."];
    TOTALS_DISAGREE "I304" Error
        ["各班学生数合计{sum}人、{listed}个班，与另填的学生总数{total}人、{classes}个班不符。",
         "The classes add up to {sum} pupils in {listed} classes, but {total} pupils in {classes} classes are stated."]
        ["核对后改正，或只填其中一种。", "Correct it, or give only one of the two."];
}
