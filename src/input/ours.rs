//! What we write and must know again when it comes back: it holds no data of the county.

use crate::text::Text;

/// The sheet in front of the template that says how to fill it in.
pub const GUIDE: Text = Text::new("填表说明", "guide");
/// The last sheet, with the allowed values of every column that has a list.
pub const LISTS: Text = Text::new("可选值", "allowed values");
/// The sheet of findings in front of a commented copy.
pub const FINDINGS: Text = Text::new("查出的问题", "Findings");
/// How the ids of example rows begin.
pub const EXAMPLE_IDS: Text = Text::new("示例", "EX-");
/// What the name of a commented copy has behind that of the original.
pub const COPY: Text = Text::new("（批注）", " (comments)");
