//! Our own faults: a panic becomes a message that names the place in the source and nothing of the
//! county, and exit code 70.

use crate::blanks;
use crate::input;
use crate::text::{Lang, Text};
use std::io::Write;
use std::panic::{self, PanicHookInfo};

const FAULT: Text = Text::new(
    "程序自身出现故障，未写出任何不完整的文件。请把下面一行和所用命令（不含人员数据）发给维护人员：\n  lungang {version} {place}\n",
    "This is a fault of the program itself; no half-written file is left. Please send us the line below and the command (no personal data):\n  lungang {version} {place}\n",
);

/// From now on a panic says what to send us, unless a damaged workbook made its reader panic: that
/// is told as a finding. Its own message is left out: it might hold a name.
pub(super) fn install(lang: Lang) {
    panic::set_hook(Box::new(move |info| {
        if input::is_reading() {
            return;
        }
        let blanks = blanks! { version: env!("CARGO_PKG_VERSION"), place: place(info) };
        let text = FAULT.fill(lang, &blanks);
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }));
}

/// File and line in the source, without the folders of the machine on which it was built.
fn place(info: &PanicHookInfo<'_>) -> String {
    let Some(place) = info.location() else {
        return "?".into();
    };
    let file = place.file().replace('\\', "/");
    let short = file.rsplit("src/").next().unwrap_or(&file);
    format!("{short}:{}", place.line())
}
