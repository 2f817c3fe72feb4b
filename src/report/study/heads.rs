//! The words of a study's heads: one name for each, at the terminal, in the workbook and on the page.

use crate::text::Text;

pub(crate) const SCENARIO: Text = Text::new("情景", "scenario");
pub(crate) const ENDED: Text = Text::new("结论", "ended");
pub(crate) const MOVES: Text = Text::new("调整人数", "moves");
pub(crate) const RECRUITS: Text = Text::new("招聘", "recruits");
pub(crate) const EMPTY: Text = Text::new("空岗", "empty posts");
pub(crate) const LETTERS: Text = Text::new("去向变动人数", "letters changed");
pub(crate) const SUBSIDY: Text = Text::new("补贴（元/年）", "subsidy (yuan a year)");
pub(crate) const BASE: Text = Text::new("基础情景", "base");
pub(crate) const OTHER: Text = Text::new(
    "同样好的方案最多可另派人数",
    "letters of the most different equal plan",
);
pub(crate) const MARKS: Text = Text::new("说明", "remark");
