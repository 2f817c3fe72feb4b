//! Findings as a person reads them: what is wrong, where, what stands there, what to do.

use crate::blanks;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::input::{SETTINGS, in_order};
use crate::print::COLON;
use crate::text::{Lang, Text};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::collections::BTreeMap;
use std::path::Path;

/// At most this many findings of one kind are shown; the rest are counted.
pub const SHOWN: usize = 10;

const ERROR: Text = Text::new("错误", "error");
const WARNING: Text = Text::new("提示", "warning");
const NOTE: Text = Text::new("说明", "note");
const HELP: Text = Text::new("办法", "help");
const MORE: Text = Text::new(
    "另有{n}处同类情况，加 --json 可看全部",
    "{n} more of this kind; --json shows them all",
);
const TALLY: Text = Text::new(
    "共{errors}处错误、{warnings}处提示、{notes}条说明。",
    "{errors} errors, {warnings} warnings, {notes} notes.",
);
const CLEAN: Text = Text::new("没有发现问题。", "Nothing found wrong.");

/// Every finding in words, at most [`SHOWN`] of a kind: what must be mended or looked at by place, then the notes
/// by place; empty when there is none.
pub fn findings(list: &Findings, lang: Lang, colour: bool) -> String {
    let mut list = in_order(list.clone()).0;
    list.sort_by_key(|one| one.severity == Severity::Note);
    let mut totals: BTreeMap<&str, usize> = BTreeMap::new();
    let counted = list.iter().map(|one| {
        let nth = totals.entry(one.code.id).or_default();
        *nth += 1;
        (one, *nth)
    });
    let shown: Vec<(&Finding, usize)> = counted.filter(|(_, nth)| *nth <= SHOWN).collect();
    for one in &list {
        if let Some(total) = totals.get_mut(one.code.id) {
            *total += one.more;
        }
    }
    let mut text = String::new();
    for (no, (one, nth)) in shown.iter().enumerate() {
        let last = *nth == SHOWN;
        let left = if last { totals[one.code.id] - SHOWN } else { 0 };
        // Neighbours of one kind with the same remedy show it once, under the last.
        let joined = shown.get(no + 1).is_some_and(|(next, _)| {
            one.place.is_none() && next.code == one.code && next.help(lang) == one.help(lang)
        });
        text.push_str(&finding(one, left, joined, lang, colour));
        text.push_str(if joined { "\n" } else { "\n\n" });
    }
    text
}

/// How many there are of each weight, in one line.
pub fn tally(list: &Findings, lang: Lang) -> String {
    if list.0.is_empty() {
        return format!("{}\n", CLEAN.get(lang));
    }
    let count = |severity| {
        let all = list.0.iter().filter(|one| one.severity == severity);
        all.map(|one| 1 + one.more).sum::<usize>()
    };
    let blanks = blanks! {
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        notes: count(Severity::Note),
    };
    format!("{}\n", TALLY.fill(lang, &blanks))
}

/// One finding; `left` more of its kind are not shown, and `joined` leaves the remedy to the next.
fn finding(one: &Finding, left: usize, joined: bool, lang: Lang, colour: bool) -> String {
    let (level, name) = match one.severity {
        Severity::Error => (Level::ERROR, ERROR),
        Severity::Warning => (Level::WARNING, WARNING),
        Severity::Note => (Level::NOTE, NOTE),
    };
    let title = level
        .with_name(name.get(lang))
        .primary_title(one.says(lang))
        .id(one.code.id);
    let mut group = Group::with_title(title);
    if let Some(place) = &one.place {
        group = at(group, place, lang);
    }
    if !joined {
        let help = Level::HELP.with_name(HELP.get(lang));
        group = group.element(help.message(one.help(lang)));
    }
    if left > 0 {
        let more = MORE.fill(lang, &blanks! { n: left });
        group = group.element(Level::NOTE.no_name().message(more));
    }
    let [styled, plain] = [Renderer::styled(), Renderer::plain()];
    let text = if colour { styled } else { plain }.render(&[group]);
    // Between a place and a line without one the renderer sets a mark of its own.
    let lines = text.lines();
    let lines = lines.filter(|line| line.contains('|') || !line.contains(":::"));
    lines.collect::<Vec<_>>().join("\n")
}

/// What the column is called: as it is written in a table; of a settings file, where it is a key, with its meaning.
fn head(place: &Place, lang: Lang) -> String {
    let head = place.column.clone().unwrap_or_default();
    let mut columns = SETTINGS.iter().flat_map(|spec| spec.columns);
    let column = columns.find(|one| one.key == head && is_settings(&place.file));
    match (column, lang) {
        (Some(column), Lang::Zh) => format!("{}（{head}）", column.head.zh),
        _ => head,
    }
}

/// Whether a file holds settings, whose heads are keys.
fn is_settings(file: &str) -> bool {
    let end = Path::new(file).extension();
    end.is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// The cell as it stands in the officer's file, written anew from what is known of it.
fn at<'a>(group: Group<'a>, place: &Place, lang: Lang) -> Group<'a> {
    let sheet = place.sheet.as_ref();
    let sheet = sheet.map_or_else(String::new, |sheet| format!("〔{sheet}〕"));
    let gap = if sheet.is_empty() { " " } else { "" };
    let cell = place.cell.as_ref();
    let cell = cell.map_or_else(String::new, |cell| format!("{gap}{cell}"));
    let path = format!("{}{sheet}{cell}", place.file);
    let Some(row) = place.row else {
        return group.element(Origin::path(path));
    };
    let head = head(place, lang);
    let head = head.as_str();
    let found = place.found.as_deref().unwrap_or_default();
    if head.is_empty() && found.is_empty() {
        return group.element(Origin::path(path).line(row));
    }
    let mut words = vec![head, found];
    words.retain(|one| !one.is_empty());
    // A line break inside a cell would make two rows of one.
    let line = words.join(COLON.get(lang)).replace(['\r', '\n'], " ");
    // What was found is marked, or the head where nothing was.
    let marked = words.last().map_or(0, |one| one.len());
    let span = line.len() - marked..line.len();
    let snippet = Snippet::source(line)
        .line_start(row)
        .annotation(AnnotationKind::Primary.span(span));
    // A cell is found by its name; its column among the characters would only confuse.
    if place.cell.is_some() {
        return group.element(Origin::path(path)).element(snippet);
    }
    group.element(snippet.path(path))
}
