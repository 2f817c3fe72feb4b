//! What was typed wrongly, in Chinese too: clap knows only English.

use super::Exit;
use crate::input::NotAnEdit;
#[cfg(feature = "microlp")]
use crate::study::NotAVary;
use crate::text::Lang;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;
use std::fmt;
use std::io::{self, Write};
use std::num::ParseIntError;

/// What a value should have been, in both languages; as an error of clap it speaks English.
#[derive(Debug, Clone)]
pub(super) struct Expected {
    pub(super) zh: String,
    pub(super) en: String,
}

impl fmt::Display for Expected {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.en)
    }
}

impl Error for Expected {}

/// Prints help, the version, or what was not understood; a closed pipe is no reason to fail.
pub(super) fn usage(error: &clap::Error, lang: Lang) -> Exit {
    match chinese(error).filter(|_| lang == Lang::Zh) {
        Some(words) => {
            let _ = io::stderr().lock().write_all(words.as_bytes());
        }
        None => {
            let _ = error.print();
        }
    }
    Exit::first_of([(error.use_stderr(), Exit::Usage)])
}

/// What is wrong, in Chinese, with the usage; nothing of help and of what clap may learn to say later.
pub(super) fn chinese(error: &clap::Error) -> Option<String> {
    let arg = listed(error, ContextKind::InvalidArg);
    let value = listed(error, ContextKind::InvalidValue);
    let says = match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = near(error, ContextKind::SuggestedArg);
            format!("没有参数“{arg}”{near}。")
        }
        ErrorKind::InvalidSubcommand => {
            let word = listed(error, ContextKind::InvalidSubcommand);
            let near = near(error, ContextKind::SuggestedSubcommand);
            format!("没有命令“{word}”{near}。")
        }
        ErrorKind::MissingSubcommand => "没有写明命令。".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("缺少参数：{arg}。"),
        ErrorKind::ArgumentConflict => {
            let prior = listed(error, ContextKind::PriorArg);
            match prior.as_str() {
                "" => format!("参数 {arg} 不能同时使用。"),
                prior if prior == arg => format!("参数 {arg} 写了两次。"),
                prior => format!("参数 {arg} 与 {prior} 不能同时使用。"),
            }
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("参数 {arg} 之后没有写取值。"),
        ErrorKind::InvalidValue => {
            let known = listed(error, ContextKind::ValidValue);
            format!("参数 {arg} 的取值“{value}”不合用。可填：{known}。")
        }
        ErrorKind::ValueValidation => {
            let expected = expected(error);
            format!("参数 {arg} 的取值“{value}”不合用。{expected}")
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("参数 {arg} 的取值个数不对。")
        }
        ErrorKind::InvalidUtf8 => "命令中有无法识别的字符。".to_owned(),
        _ => return None,
    };
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => usage.to_string(),
        _ => String::new(),
    };
    let usage = usage.trim().trim_start_matches("Usage:").trim().to_owned();
    let usage = Some(usage).filter(|usage| !usage.is_empty());
    let usage = usage.map_or_else(String::new, |usage| format!("\n用法：{usage}\n"));
    Some(format!("错误: {says}\n{usage}\n各参数的说明见 --help。\n"))
}

/// The words that clap gives for something, one after another.
fn listed(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join("、"),
        _ => String::new(),
    }
}

/// The known word that is most likely meant.
fn near(error: &clap::Error, kind: ContextKind) -> String {
    let near = listed(error, kind);
    let near = Some(near).filter(|near| !near.is_empty());
    near.map_or_else(String::new, |near| format!("（是否为 {near}？）"))
}

/// What a value should have been, where we know it better than clap.
fn expected(error: &clap::Error) -> String {
    let Some(source) = error.source() else {
        return String::new();
    };
    if source.is::<ParseIntError>() {
        return "应填整数。".to_owned();
    }
    if source.is::<NotAnEdit>() {
        return format!("应为{}。", NotAnEdit::EXPECTED.zh);
    }
    #[cfg(feature = "microlp")]
    if source.is::<NotAVary>() {
        return format!("应为{}。", NotAVary::EXPECTED.zh);
    }
    let ours = source.downcast_ref::<Expected>();
    ours.map_or_else(String::new, |one| format!("应填{}。", one.zh))
}
