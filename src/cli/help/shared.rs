//! Words of `--help` that several commands share.

use crate::text::Text;

pub(super) const PLAN: Text = Text::new("方案文件 plan.json", "the plan, a plan.json");
pub(super) const WITHSTAND: Text = Text::new(
    "任意这么多人退出，其余人都不必变动、硬性规定仍全部满足",
    "so many refusals leave every must-rule standing, with no other letter changed",
);
pub(super) const REDACT: Text = Text::new(
    "另在 redacted 目录写一套对外提供的文件，人员、学校的姓名和编号换成代号",
    "also write into redacted/ a set to hand on, with pseudonyms for the names and ids of people and schools",
);
pub(super) const TIME_LIMIT: Text =
    Text::new("最多求解多少秒", "stop solving after this many seconds");
pub(super) const GAP: Text = Text::new(
    "与最优值的差距小到多少即可接受，如 1%；默认 0，即必须最优",
    "accept a plan within this share of the best, such as 1%; 0 by default",
);
pub(super) const SET: Text = Text::new(
    "临时更改，如 rules.rotation_share.at_least=12%、schools.S07.closing=是、recruits.R1.number=+10；可多次使用",
    "a change for this run, such as rules.rotation_share.at_least=12%, schools.S07.closing=yes or recruits.R1.number=+10; may be repeated",
);
pub(super) const SCENARIO: Text = Text::new(
    "情景：目录，或含“情景设定”表的工作簿",
    "scenario: a folder, or a workbook with the sheet \"scenario\"",
);
pub(super) const SOURCES: Text = Text::new(
    "情景：目录、一个工作簿，或多个文件",
    "scenario: a folder, one workbook, or several files",
);
pub(super) const REGION: Text = Text::new(
    "各县区同时编制方案，汇总一表：编制总量、缺编县区、优质均衡、结对帮扶",
    "the counties of a city or province side by side: totals, quota, quality balance, one summary",
);
pub(super) const REGION_FILE: Text = Text::new(
    "区域文件 region.toml，或其所在目录",
    "a region.toml, or the folder that holds it",
);
pub(super) const REGION_OUT: Text = Text::new(
    "写出 region.json 和各县区 plan.json 的目录",
    "folder for region.json and the plan.json of each county",
);
