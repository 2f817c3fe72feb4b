//! The frame of every page: head, style, language switch, script. One file, nothing from outside.

use crate::print::html::{plain, t};
use crate::print::{Phrase, known_by};
use crate::text::{Lang, Text};
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// Said before anything is drawn: there are scripts, so long tables may be folded.
const EARLY: &str = "document.documentElement.className='js';";
/// Nothing is fetched, whatever a page holds.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

const SKIP: Text = Text::new("跳到正文", "Skip to the text");
const CONTENTS: Text = Text::new("目录", "Contents");

/// A part of a page: anchor, title, content.
pub(super) type Part = (&'static str, Text, Markup);

/// What a page is called.
pub(super) struct Head<'a> {
    /// Title in Chinese and English, as the officer typed it.
    pub(super) title: (&'a str, &'a str),
    /// What kind of page it is.
    pub(super) kind: Text,
    /// The line below the title.
    pub(super) sub: Markup,
    /// The small print at the end.
    pub(super) foot: Markup,
    /// By what the document is known on paper, at the foot of every page that is printed.
    pub(super) digest: String,
}

/// What stands at the foot of every page that is printed: letters and digits of a digest alone.
fn printed(digest: &str) -> String {
    let plain: String = digest.chars().filter(char::is_ascii_alphanumeric).collect();
    let words = known_by(&plain, Lang::Zh);
    format!("@page {{ @bottom-right {{ content: \"{words}\"; font-size: 8pt; }} }}")
}

/// A whole page.
pub(super) fn frame(head: &Head<'_>, parts: &[Part]) -> String {
    let (zh, en) = head.title;
    let title = |lang: Lang| lang.pick(zh, if en.is_empty() { zh } else { en });
    let page = html! {
        (DOCTYPE)
        html lang="zh-CN" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (plain(zh, en)) " — " (head.kind.zh) }
                style { (PreEscaped(STYLE)) (PreEscaped(printed(&head.digest))) }
                script { (PreEscaped(EARLY)) }
            }
            body {
                a.skip href="#main" { (plain(SKIP.zh, SKIP.en)) }
                input #zh type="radio" name="lang" checked;
                label for="zh" lang="zh-CN" { "中文" }
                input #en type="radio" name="lang";
                label for="en" lang="en" { "English" }
                header {
                    h1 { (t(Phrase::of(|lang| title(lang).to_owned()))) }
                    (head.sub)
                }
                nav aria-label=(plain(CONTENTS.zh, CONTENTS.en)) {
                    ul { @for (id, title, _) in parts { li { a href=(format!("#{id}")) { (t(*title)) } } } }
                }
                main #main tabindex="-1" {
                    @for (id, title, inside) in parts {
                        @let own = format!("{id}-h");
                        section id=(id) aria-labelledby=(own) {
                            h2 id=(own) { (t(*title)) }
                            (inside)
                        }
                    }
                }
                footer { (head.foot) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}
