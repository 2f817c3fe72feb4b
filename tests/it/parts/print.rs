//! Tables in a terminal.

use lungang::print::Table;
use lungang::print::terminal::text;
use lungang::text::Lang;

#[test]
fn chinese_and_latin_cells_line_up() {
    let table = Table::new("").each([("空缺课时", 7_i64), ("moves", 120)]);
    let table = table.words("目标", |one| one.0).number("n", |one| one.1);
    assert_eq!(
        text(&table.done(), "  ", Lang::Zh),
        "  目标        n\n  空缺课时    7\n  moves     120\n"
    );
}
