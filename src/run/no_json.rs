//! Why a file is no plan, in words of the officer.

use crate::disk::NotJson;
use crate::record::label;
use crate::text::Lang;
use serde_json::{Value, json};

/// Why a text is no plan: where it stops to be JSON, or which part is missing or wrong.
pub(super) fn in_words(why: &NotJson) -> Value {
    let why = match why {
        NotJson::Broken(why) => why,
        NotJson::Twice(path) => return twice(path),
    };
    let said = why.to_string();
    let part = said.split('`').nth(1).unwrap_or_default();
    let name = label(part);
    let name = match name.get(Lang::Zh) {
        "" => String::new(),
        name => format!("（{name}）"),
    };
    let zh = if !why.is_data() {
        format!("第{}行第{}列起不是 JSON", why.line(), why.column())
    } else if said.starts_with(MISSING) {
        format!("缺少“{part}”{name}一项")
    } else if said.starts_with(UNKNOWN) {
        format!("其中“{part}”不是可填的内容")
    } else {
        "有的内容与方案格式不符（如应为数字而写成文字）".to_owned()
    };
    json!({ "zh": zh, "en": said })
}

/// How it is told, by whoever reads JSON, that a part is missing, or a word is none of those there are.
const MISSING: &str = "missing field";
const UNKNOWN: &str = "unknown variant";

/// That a key stands twice: its name, where it stands and what it is.
fn twice(path: &str) -> Value {
    let key = path.rsplit('.').next().unwrap_or(path);
    let name = label(path);
    let (zh, en) = (name.get(Lang::Zh), name.get(Lang::En));
    let of = |name: &str, begin: &str, end: &str| {
        if name.is_empty() {
            String::new()
        } else {
            format!("{begin}{name}{end}")
        }
    };
    json!({
        "zh": format!("“{key}”{}在同一处出现两次（{path}），以哪一个为准无从判断", of(zh, "（", "）")),
        "en": format!("the key {key}{} stands twice in one place ({path}), so which of the two holds cannot be told", of(en, " (", ")")),
    })
}
