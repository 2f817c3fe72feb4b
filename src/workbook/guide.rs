//! The template: all tables with an example, and in front a sheet that says how to fill them in.

use super::{GUIDE, book, dress, example};
use crate::input::Page;
use crate::text::{Lang, Text};
use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};

const TITLE: Text = Text::new(
    "教师交流轮岗数据填报模板",
    "Teacher rotation: the tables to fill in",
);
const HOW: Text = Text::new("填报要求", "How to fill them in");
const STEPS: &[Text] = &[
    Text::new(
        "每张表一页，第一行为表头。表名、表头请勿改动；列的先后次序不限，不用的选填列可以留空。",
        "One sheet a table; the first row holds the heads. Keep the names of sheets and heads; columns may stand in any order, and optional ones may stay blank.",
    ),
    Text::new(
        "表头底色较深、带“＊”的为必填列，其余为选填列。鼠标停在表头上，可以看到该列的含义、单位和可填内容。",
        "Heads with a star on dark ground must be filled, the others may stay blank. Rest the mouse on a head to see what it means, its unit and what may be written.",
    ),
    Text::new(
        "灰色斜体为示例，示例的学校代码、工号均以“示例”开头。填报时请用本县数据覆盖或整行删除，一行不留；示例与实际数据混在一张表中的，不予读入。",
        "Rows in grey italics are examples; their ids begin with EX-. Overwrite or delete all of them: a table that mixes examples and real rows is not read.",
    ),
    Text::new(
        "先填“学校”“教师”两表。其他各表中的学校代码、工号，须与这两张表一致。",
        "Begin with the schools and the teachers; the ids of schools and staff in all other tables must be those of these two.",
    ),
    Text::new(
        "学校代码、工号按文本填写（相应列已设为文本格式），开头的 0 不能丢。从别处复制数据，请用“选择性粘贴—数值”，以保留格式和下拉列表。",
        "Ids are text (their columns are formatted so); leading noughts must stay. Paste copied data as values only, so that formats and lists are kept.",
    ),
    Text::new(
        "单元格有下拉列表的，从列表中选；一格可填多项的，用分号隔开。各列可填内容汇总在最后的“可选值”表。",
        "Choose from the list where a cell has one; several values in one cell are split by semicolons. All allowed values stand on the last sheet.",
    ),
    Text::new(
        "年月按 2026-09 的格式填写。数字列只填数字，不带单位，不写公式，不加合计行。",
        "Months are written as 2026-09. Number columns hold digits only: no units, no formulas, no rows of totals.",
    ),
    Text::new(
        "“情景设定”表中的“虚构数据”，填报实际数据时改为“否”；“核算日期”填计算年龄、任教年限的截止日期。",
        "On the sheet \"scenario\" set \"Made up\" to no when the data are real; the reckoning date is the day on which ages and years of service are counted.",
    ),
    Text::new(
        "用不到的选填表，删去示例行即可，表头保留。",
        "From optional tables that you do not need delete the example rows only.",
    ),
];
const CHECK: Text = Text::new("填好之后", "When it is filled in");
const AFTER: &[Text] = &[
    Text::new(
        "检查：lungang check 文件名.xlsx --out 批注。全部问题一次列出，写明哪张表、哪一格、怎么改；“批注”目录中另有一份标色并加了批注的副本。",
        "Check it: lungang check FILE.xlsx --out COMMENTS lists every problem at once, with sheet, cell and what to do, and writes a copy with comments on the cells.",
    ),
    Text::new(
        "没有错误后编制方案：lungang plan 文件名.xlsx --out 目录。",
        "When there are no errors: lungang plan FILE.xlsx --out FOLDER makes the plan.",
    ),
];
const LIST: Text = Text::new("各表用途", "The sheets");
const HEADS: [Text; 3] = [
    Text::new("表", "Sheet"),
    Text::new("是否必填", "Needed"),
    Text::new("填什么", "What it holds"),
];
const NEEDED: Text = Text::new("必填", "needed");
const OPTIONAL: Text = Text::new("选填", "optional");

/// The template as a workbook.
pub fn template(lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let pages = example::pages(lang);
    let mut workbook = dress::fresh(TITLE.get(lang))?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(GUIDE.get(lang))?;
    write(sheet, &pages, lang)?;
    book::add_pages(&mut workbook, &pages, true, lang)?;
    workbook.save_to_buffer()
}

/// Widths of the three columns of the guide.
const WIDTHS: [usize; 3] = [24, 12, 80];

fn write(sheet: &mut Worksheet, pages: &[Page], lang: Lang) -> Result<(), XlsxError> {
    for (no, width) in WIDTHS.iter().enumerate() {
        sheet.set_column_width(dress::col(no), dress::size(*width))?;
    }
    sheet.set_screen_gridlines(false);
    sheet.write_string_with_format(0, 0, TITLE.get(lang), &dress::title())?;
    sheet.set_row_height(0, 30)?;
    let mut row = steps(sheet, 2, HOW, STEPS, lang)?;
    row = tables(sheet, row + 1, pages, lang)?;
    steps(sheet, row + 1, CHECK, AFTER, lang)?;
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Numbered sentences under a heading; hands back the row below them.
fn steps(
    sheet: &mut Worksheet,
    mut row: u32,
    heading: Text,
    steps: &[Text],
    lang: Lang,
) -> Result<u32, XlsxError> {
    let bold = Format::new().set_bold().set_font_size(12);
    sheet.write_string_with_format(row, 0, heading.get(lang), &bold)?;
    let (prose, room) = (dress::prose(), WIDTHS.iter().sum::<usize>() - 2);
    for (no, step) in steps.iter().enumerate() {
        row += 1;
        let text = format!("{}. {}", no + 1, step.get(lang));
        sheet.merge_range(row, 0, row, 2, &text, &prose)?;
        let lines = dress::lines(&text, room);
        sheet.set_row_height(row, dress::size(lines * 17 + 3))?;
    }
    Ok(row + 1)
}

/// The table of the sheets, each with a link to it; hands back the row below it.
fn tables(
    sheet: &mut Worksheet,
    mut row: u32,
    pages: &[Page],
    lang: Lang,
) -> Result<u32, XlsxError> {
    let bold = Format::new().set_bold().set_font_size(12);
    sheet.write_string_with_format(row, 0, LIST.get(lang), &bold)?;
    row += 1;
    for (no, head) in HEADS.iter().enumerate() {
        let format = dress::head(false).set_bold();
        sheet.write_string_with_format(row, dress::col(no), head.get(lang), &format)?;
    }
    for page in pages {
        row += 1;
        let (spec, name) = (page.spec, page.spec.name.get(lang));
        let needed = spec.key == "scenario" || !spec.optional;
        let word = if needed { NEEDED } else { OPTIONAL }.get(lang);
        let link = Url::new(format!("internal:'{name}'!A1")).set_text(name);
        sheet.write_url_with_format(row, 0, link, &dress::link())?;
        sheet.write_string_with_format(row, 1, word, &dress::lined())?;
        sheet.write_string_with_format(row, 2, spec.holds.get(lang), &dress::lined())?;
    }
    Ok(row + 1)
}
