//! Reading: bytes become tables with places, tables become typed rows, rows become a roster. No
//! reader stops at the first error: each goes on to the last row and hands back findings.

mod apart;
mod beside_table;
mod book;
mod by_default;
mod cells;
mod change;
mod characters;
mod codes;
mod columns;
mod counted;
mod counts;
mod cross;
mod decided;
mod decision_sheets;
mod ditto;
mod documents;
mod draft;
mod fields;
mod find;
mod found;
mod gone;
mod grade_heads;
mod heads;
mod identity;
mod idle_rows;
mod ids;
mod kept;
mod last_word;
mod lists;
mod loading;
mod manifest;
mod mapping;
mod meanings;
mod named_sheets;
mod near_names;
mod other_decisions;
mod ours;
mod pages;
mod paths;
mod pencil;
mod people_shown;
mod plan_people;
pub mod plan_sheets;
mod post_cells;
mod records;
mod region;
mod roll_heads;
mod roll_parts;
mod roll_rows;
mod roll_sheets;
mod roots;
mod rulings;
mod scenario;
mod settings;
mod sheet;
mod sheet_words;
mod shown;
mod shown_marks;
mod spell_heads;
mod spelling;
mod spells;
mod study;
mod table;
pub mod tables;
mod teacher_cells;
mod values;
mod whom;
mod wide;

pub use crate::disk::sha256;
pub(crate) use book::is_workbook;
pub use book::{PlainSheets, is_reading, plain_sheets};
pub use cells::Cells;
pub use change::{Edit, Layer, NotAnEdit, SET, What, idle_edits, policy_documents};
pub use columns::{CellKind, Column, TableSpec};
pub use decided::is_decided;
pub use documents::{Documents, ReadFault, in_utf8};
pub use fields::ColumnOf;
pub use heads::plain as plain_head;
pub use last_word::{Ruled, Stance, stance};
pub use loading::load_documents;
pub use manifest::{Balance, County, HelpPair, Region, SchoolOf};
pub use named_sheets::{AGAIN, Places};
pub(crate) use named_sheets::{NamedSheets, records};
pub use ours::{
    COMPARISON_BOOK, CURVE_BOOK, FILING_BOOK, PLAN_BOOK, SCHOOL_SHEET, SCHOOLS_BOOK,
    TRANSFERS_SHEET, is_no_plan,
};
pub use pages::pages;
pub use plan_people::{Named, is_same_name, plain_name};
pub use plan_sheets::{PLAN_SHEETS, SCHOOL_NAME};
pub use post_cells::post_key;
pub use records::{KNOWN_BY, RecordTable, Records};
pub use region::{SchoolNames, load_region};
pub use roots::in_order;
pub use scenario::{Recognised, Scenario, read_documents, read_scenario, recognise};
pub use settings::Page;
pub use shown::{is_mark, shown_marks};
pub use spelling::day as day_of;
pub use study::{Study, Variant, load_study};
pub use tables::settings::ITEMS;
pub use tables::{SETTINGS, TABLES};
pub use teacher_cells::{TeacherCells, teacher_cells};
pub use values::{Names, Pseudonyms, Redact};
pub use whom::{Whom, listed, person, school};

use crate::text::Text;

/// How the rows of a plan's inputs begin that say which decisions it was made under: pins.
pub const PINNED: &str = "pin";
/// The same of bans.
pub const BARRED: &str = "ban";
/// The same of special approvals.
pub const APPROVED: &str = "approval";

// What we write and must know again when it comes back: it holds no data of the county.

/// The sheet in front of the template that says how to fill it in.
pub const GUIDE: Text = Text::new("填表说明", "guide");
/// The last sheet, with the allowed values of every column that has a list.
pub const LISTS: Text = Text::new("可选值", "allowed values");
/// The sheet of findings in front of a commented copy.
pub const FINDINGS: Text = Text::new("查出的问题", "Findings");
/// How the ids of example rows begin.
pub const EXAMPLE_IDS: Text = Text::new("示例", "EX-");
/// Who writes the comments of a commented copy.
pub const COMMENTS_BY: &str = env!("CARGO_PKG_NAME");
/// What the name of a commented copy has behind that of the original.
pub const COPY: Text = Text::new("（批注）", " (comments)");

/// Every kind of finding that reading a scenario, a study or a region can give.
pub fn input_codes() -> Vec<&'static crate::finding::Code> {
    [
        codes::CODES,
        cross::codes::CODES,
        beside_table::BESIDE_CODES,
        named_sheets::SHEET_CODES,
        roll_rows::ROLL_CODES,
        roll_parts::PART_CODES,
        roll_sheets::WHICH_CODES,
        roll_heads::LOOK_CODES,
        pencil::PENCIL_CODES,
        near_names::NEAR_CODES,
        decision_sheets::DECISION_CODES,
        rulings::RULING_CODES,
        shown::SHOWN_CODES,
        sheet_words::WORD_CODES,
    ]
    .concat()
}
