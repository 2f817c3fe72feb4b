//! Words in both languages.

use lungang::blanks;
use lungang::text::{Lang, Text};

#[test]
fn both_languages_fill_the_same_blanks() {
    let text = Text::new("应有{need}人：{who}", "{need} needed: {who}");
    let blanks = blanks! { need: 3, who: ["甲", "乙"] };
    assert_eq!(text.fill(Lang::Zh, &blanks), "应有3人：甲、乙");
    assert_eq!(text.fill(Lang::En, &blanks), "3 needed: 甲, 乙");
}
