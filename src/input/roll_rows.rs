//! The rows of a roll of moves as they are told: every row with anything in it is read, or said at its cell not to have
//! been; what stands in remarks beside it counts for nothing, and is asked about where it speaks against the move.

use super::cells::Cells;
use super::columns::CellKind;
use super::spelling;
use crate::blanks;
use crate::finding::{Code, Finding, Place};
use crate::text::{Blanks, Text};
use std::collections::BTreeSet;

/// Where somebody stands in a row of the roll.
pub(super) const WHO: [&str; 2] = ["name", "teacher"];

/// Words beside a move that speak against it, or leave it open.
pub(super) const AGAINST: &[&str] = &[
    "不同意",
    "不愿",
    "不去",
    "不想",
    "不服从",
    "不接受",
    "不安排",
    "不派",
    "不调",
    "不动",
    "不交流",
    "不参加",
    "不适合",
    "不宜",
    "拒绝",
    "放弃",
    "退出",
    "撤回",
    "撤销",
    "取消",
    "作废",
    "删除",
    "删去",
    "免派",
    "停派",
    "改派",
    "待定",
    "未定",
    "另定",
    "待议",
    "再议",
    "再定",
    "待确认",
    "未确认",
    "待核",
    "待商",
    "暂缓",
    "缓派",
    "缓调",
    "暂不",
    "有异议",
    "申诉",
    "怀孕",
    "孕期",
    "产假",
    "哺乳",
    "重病",
    "住院",
    "退休",
    "辞职",
    "调出",
    "调离",
    "去世",
    "病故",
    "refuse",
    "declin",
    "withdr",
    "pending",
    "cancel",
    "tbd",
    "unwilling",
    "disagree",
    "does not agree",
];

/// Heads under which a no speaks against the move.
const CONSENT: [&str; 5] = ["同意", "意愿", "意见", "consent", "agree"];

impl Cells<'_> {
    /// Whether something is written in a cell, whatever it says.
    pub(crate) fn says(&self, key: &str) -> Option<&str> {
        self.is_filled(key).then(|| self.cell(key))
    }

    /// Tells that a row added to a plan of ours says who and nothing more.
    pub(crate) fn say_nothing_but_who(&mut self) {
        let who = ["teacher", "name"].into_iter();
        let filled = who.filter(|key| self.is_filled(key)).collect::<Vec<_>>();
        if let Some(key) = filled.first().filter(|_| self.ids.ours) {
            let found = self.cell(key);
            self.tell(&NOTHING_BUT_WHO, key, blanks! { found: found });
        }
    }

    /// Tells that a row without a form names a school to go to, or months.
    pub(crate) fn say_no_form(&mut self, to: &str) {
        self.tell(&NO_FORM_WRITTEN, "form", blanks! { to: to });
    }

    /// Tells that a row says no form, or that there is none, and yet a school to go to.
    pub(crate) fn say_none_but_goes(&mut self, to: &str) {
        let form = self.cell("form");
        self.tell(&NONE_BUT_GOES, "form", blanks! { form: form, to: to });
    }

    /// Tells that somebody stands in the roll without another school to go to: she is read as one who stays.
    pub(crate) fn say_stays(&mut self) {
        let Some(key) = WHO.into_iter().find(|key| self.is_filled(key)) else {
            return;
        };
        if self.say_is_nobody() {
            return;
        }
        // That the column is missing is told once.
        if self.sheet.has("to") {
            let found = self.cell(key);
            let same = self.says("to").is_some();
            let code: &'static Code = if same { &STAYS } else { &GOES_NOWHERE };
            self.tell(code, "to", blanks! { found: found });
        }
    }

    /// Tells that whoever stands in a row is on no roster, whether she goes anywhere or not; `false` where she is.
    pub(crate) fn say_is_nobody(&mut self) -> bool {
        let cell = self.cell(self.id_or_name("teacher"));
        let known = self.ids.id_then_or_now(cell).is_some() || self.ids.is_gone(cell);
        let unknown = !known && self.ids.people(cell).is_empty();
        if unknown {
            self.teacher("teacher");
        }
        unknown
    }

    /// Tells that a row names a school to go to and nobody who goes there, where that is not told already.
    pub(crate) fn say_nobody(&mut self) {
        if self.told == 0 && !WHO.iter().any(|key| self.is_filled(key)) {
            let to = self.cell("to");
            self.tell(&NOBODY_GOES, "to", blanks! { to: to });
        }
    }

    /// Tells that recruits of a line stand under another employment than that of their line.
    pub(crate) fn say_other_employment(&mut self, is: Text) {
        let (pool, found) = (self.cell("pool"), self.cell("employment"));
        let blanks = blanks! { pool: pool, found: found, is: is };
        self.tell(&OTHER_EMPLOYMENT, "employment", blanks);
    }

    /// Tells of a row that was not read, whatever stands in it, unless something is told of it or it says itself that
    /// nobody moves.
    pub(super) fn say_row_not_read(&mut self, read: bool) {
        if read || self.told > 0 || self.says("form").is_some() || !self.sheet.has("to") {
            return;
        }
        let cells = (0..).zip(&self.row.cells);
        let mut filled = cells.filter(|(_, cell)| !spelling::says_nothing(cell));
        let Some((at, found)) = filled.next() else {
            return;
        };
        // Rows that are numbered beforehand and hold nothing else.
        let bare = spelling::whole(found).is_some() && filled.next().is_none();
        let code: &'static Code = if bare { &ONLY_NUMBERED } else { &ROW_NOT_READ };
        self.tell_at(code, at, blanks! { found: found });
    }

    /// Asks about remarks in the row that speak against the move.
    pub(super) fn say_remarks(&mut self) {
        let mut decided = BTreeSet::new();
        for column in self.sheet.spec.columns {
            let is_remark = matches!(column.kind, CellKind::FreeText) && column.key != "name";
            decided.extend(self.sheet.at(column.key).filter(|_| !is_remark));
        }
        let who = WHO.into_iter().find(|key| self.is_filled(key));
        let who = who.map_or("", |key| self.cell(key));
        let row = self.row;
        for (at, cell) in row.cells.iter().enumerate() {
            let head = self.sheet.table.head.get(at).map_or("", String::as_str);
            if !decided.contains(&at) && speaks_against(head, cell) {
                self.tell_at(&REMARK_AGAINST, at, blanks! { found: cell, who: who });
            }
        }
    }

    /// Tells something about the cell at a place of the row, whatever its column means.
    fn tell_at(&mut self, code: &'static Code, at: usize, blanks: Blanks) {
        let place = Place {
            found: self.row.cells.get(at).cloned(),
            ..self.sheet.table.cell(self.row.number, at)
        };
        self.push(code.id, Finding::new(code, blanks).at(place));
    }
}

/// Whether a remark speaks against a move, or leaves it open: by its words, or as a no to what its head asks.
fn speaks_against(head: &str, cell: &str) -> bool {
    let word = spelling::tight(cell).to_lowercase();
    let head = head.to_lowercase();
    let asked = CONSENT.iter().any(|one| head.contains(one));
    let no = spelling::flag(&word) == Some(false) || word == "不";
    let spaced = cell.to_lowercase();
    let says = |one: &str| word.contains(one) || spaced.contains(one);
    asked && no || AGAINST.iter().any(|one| says(one))
}

crate::finding::codes! { pub(super),
    NO_FORM_WRITTEN "A43" error
        ["这一行写了“{to}”，没有写交流轮岗类型，不知是否调动。", "This row says {to}, but no form: it is not known whether it is a move."]
        ["写明类型；不调动的写“0-无”。", "Fill in the form, or 0-无 where nobody moves."];
    NOTHING_BUT_WHO "A53" error
        ["这一行只写了人（{found}），没有写交流轮岗类型和去向，不知是否调动。", "This row says who ({found}) and neither form nor school: it is not known whether it is a move."]
        ["调动的，填类型、去向和起止年月；不调动的写“0-无”或删去这一行。", "Fill in form, school and months; or 0-无, or delete the row, where nobody moves."];
    NONE_BUT_GOES "A81" warning
        ["这一行的类型是“{form}”，却写了去向“{to}”：按不调动读。", "The form of this row is \"{form}\", and yet it says {to}: it is read as no move."]
        ["要调动的，改写类型；不调动的，删去去向。", "Write the form of a move, or take the school out."];
    GOES_NOWHERE "A82" warning
        ["{found}在花名册中没有写去向，按留在原校读。", "{found} stands in the roll without a school to go to: she is read as one who stays."]
        ["要调动的，写明去向；不调动的，可删去这一行。", "Write where she goes, or take the row out where she stays."];
    STAYS "A83" warning
        ["{found}的去向与原单位相同，按留在原校读。", "{found} goes to the school where she is: she is read as one who stays."]
        ["要调动的，改正去向；不调动的，可删去这一行。", "Correct where she goes, or take the row out where she stays."];
    NOBODY_GOES "A84" error
        ["这一行写了去向“{to}”，没有写人（工号、姓名都是空的）。", "This row says {to} and nobody who goes there: id and name are blank."]
        ["写明工号或姓名；不是一条记录的，删去这一行。", "Write id or name; delete the row if it is no record."];
    ROW_NOT_READ "A85" warning
        ["这一行没有写人和去向，没有读取（“{found}”）。", "This row says neither who nor where; it is not read (\"{found}\")."]
        ["是一条记录的，写明人和去向；只是说明文字的，不用处理。", "Write who and where if it is a record; nothing to do for a remark."];
    ONLY_NUMBERED "A86" note
        ["这一行只有序号“{found}”，按空行读。", "This row holds the number {found} and nothing else; it counts as blank."]
        ["无需处理。", "Nothing to do."];
    OTHER_EMPLOYMENT "A92" warning
        ["计划{pool}的用人形式是“{is}”，这里写的“{found}”不起作用。", "The line {pool} recruits under \"{is}\"; \"{found}\" here does not count."]
        ["用人形式改在拟招聘表中。", "Change the employment in the table of recruits."];
    REMARK_AGAINST "A87" warning
        ["这一行旁边写有“{found}”：备注不起作用，{who}仍按表内所写审核。是否不再调动？", "\"{found}\" stands beside this row: remarks do not count, and {who} is judged as the row has it. Is the move off?"]
        ["不再调动的，删去这一行或用 --refuse 记下；待定的，定下来再写入；仍要调动的，不用处理。", "Delete the row, or record a refusal with --refuse; settle what is open first; nothing to do where the move stands."];
}

/// Every kind of finding about the rows of a roll.
pub(super) const ROLL_CODES: &[&Code] = CODES;
