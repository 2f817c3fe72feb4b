//! XML edited by cutting and inserting, so that whatever is not touched stays byte for byte.

use indexmap::IndexMap;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;
use std::str::FromStr;

/// A part that is not as it should be; the copy is then written anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken(pub(super) &'static str);

/// Which kind of tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    Empty,
}

/// A tag with the bytes it stands on.
#[derive(Debug, Clone)]
pub(super) struct Tag<'a> {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
    /// As it stands.
    pub(super) raw: &'a str,
}

impl<'a> Tag<'a> {
    /// The name with its prefix.
    fn full_name(&self) -> &'a str {
        let inside = self.raw.trim_start_matches(['<', '/']);
        let end = inside.find(|one: char| one.is_whitespace() || one == '/' || one == '>');
        inside.get(..end.unwrap_or(inside.len())).unwrap_or("")
    }

    /// The name without its prefix.
    pub(super) fn name(&self) -> &'a str {
        let full = self.full_name();
        full.rsplit_once(':').map_or(full, |(_, name)| name)
    }

    /// The prefix with its colon, or nothing.
    pub(super) fn prefix(&self) -> &'a str {
        self.full_name().strip_suffix(self.name()).unwrap_or("")
    }

    /// Whether it opens the element with this name.
    pub(super) fn opens(&self, name: &str) -> bool {
        self.kind != Kind::Close && self.name() == name
    }

    /// Whether it ends the element with this name.
    pub(super) fn closes(&self, name: &str) -> bool {
        self.kind == Kind::Close && self.name() == name
    }

    fn attributes(&self) -> Result<IndexMap<String, String>, Broken> {
        let inside = self.raw.trim_start_matches('<').trim_end_matches('>');
        let inside = inside.trim_end_matches('/');
        let start = BytesStart::from_content(inside, self.full_name().len());
        let all = start.attributes().map(|one| {
            let one = one.map_err(|_| Broken("attribute"))?;
            Ok((one.key.0.to_owned(), one.value.into_owned()))
        });
        all.collect()
    }

    /// The value of an attribute, its prefix left out of the comparison.
    pub(super) fn attr(&self, name: &str) -> Option<String> {
        let mut all = self.attributes().ok()?.into_iter();
        let (_, raw) = all.find(|(key, _)| key.rsplit(':').next() == Some(name))?;
        let plain = quick_xml::escape::unescape(&raw).ok()?;
        Some(plain.into_owned())
    }

    /// The attribute as a number.
    pub(super) fn number<T: FromStr>(&self, name: &str) -> Option<T> {
        self.attr(name)?.parse().ok()
    }

    /// The same tag with attributes set, or taken away where the value is `None`.
    pub(super) fn with(&self, changes: &[(&str, Option<&str>)]) -> Result<String, Broken> {
        let mut all = self.attributes()?;
        for &(name, value) in changes {
            match value {
                Some(value) => all.insert(name.to_owned(), value.to_owned()),
                None => all.shift_remove(name),
            };
        }
        let mut text = format!("<{}", self.full_name());
        for (key, value) in &all {
            let mark = if value.contains('"') { '\'' } else { '"' };
            text.push_str(&format!(" {key}={mark}{value}{mark}"));
        }
        text.push_str(if self.kind == Kind::Empty { "/>" } else { ">" });
        Ok(text)
    }

    /// This empty element with something inside; `head` is its tag, changed or as it stands.
    pub(super) fn around(&self, head: &str, inside: &str) -> String {
        let open = head.strip_suffix("/>").unwrap_or(head);
        format!("{open}>{inside}</{}>", self.full_name())
    }
}

/// The tags of a document, one after the other.
pub(super) struct Tags<'a> {
    text: &'a str,
    /// Where the reader began.
    start: usize,
    reader: Reader<&'a [u8]>,
}

impl<'a> Tags<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self::behind(text, 0)
    }

    /// The tags behind this byte; elements opened before it may end behind it.
    pub(super) fn behind(text: &'a str, start: usize) -> Self {
        let mut reader = Reader::from_str(text.get(start..).unwrap_or_default());
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        Self {
            text,
            start,
            reader,
        }
    }

    fn at(&self) -> usize {
        let at = usize::try_from(self.reader.buffer_position());
        at.unwrap_or(usize::MAX).saturating_add(self.start)
    }

    /// The next tag; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Tag<'a>>, Broken> {
        loop {
            let from = self.at();
            let event = self.reader.read_event().map_err(|_| Broken("xml"))?;
            let kind = match event {
                Event::Start(_) => Kind::Open,
                Event::End(_) => Kind::Close,
                Event::Empty(_) => Kind::Empty,
                Event::Eof => return Ok(None),
                _ => continue,
            };
            let span = from..self.at();
            let raw = self.text.get(span.clone()).ok_or(Broken("xml"))?;
            return Ok(Some(Tag { kind, span, raw }));
        }
    }

    /// The next tag that opens an element with this name.
    pub(super) fn find(&mut self, name: &str) -> Result<Option<Tag<'a>>, Broken> {
        while let Some(tag) = self.next()? {
            if tag.opens(name) {
                return Ok(Some(tag));
            }
        }
        Ok(None)
    }
}

/// Changes to a text, each with the bytes that it replaces.
#[derive(Debug, Default)]
pub(super) struct Splices(Vec<(Range<usize>, String)>);

impl Splices {
    /// Puts a text in place of these bytes.
    pub(super) fn replace(&mut self, span: Range<usize>, text: String) {
        self.0.push((span, text));
    }

    /// Puts a text before this byte.
    pub(super) fn insert(&mut self, at: usize, text: String) {
        self.replace(at..at, text);
    }

    /// The text with all changes made.
    pub(super) fn apply(mut self, text: &str) -> Result<String, Broken> {
        self.0.sort_by_key(|(span, _)| (span.start, span.end));
        let (mut whole, mut seen) = (String::new(), 0);
        for (span, new) in &self.0 {
            whole.push_str(text.get(seen..span.start).ok_or(Broken("xml"))?);
            whole.push_str(new);
            seen = span.end;
        }
        whole.push_str(text.get(seen..).ok_or(Broken("xml"))?);
        Ok(whole)
    }
}

/// Adds a text as first or last inside the first element with this name; its `count`, if there is
/// one, grows by `more`.
pub(super) fn add_inside(
    xml: &str,
    name: &'static str,
    (first, text): (bool, &str),
    more: usize,
) -> Result<String, Broken> {
    let mut tags = Tags::new(xml);
    let open = tags.find(name)?.ok_or(Broken(name))?;
    let head = match open.number::<usize>("count") {
        Some(count) => open.with(&[("count", Some(&(count + more).to_string()))])?,
        None => open.raw.to_owned(),
    };
    let mut splices = Splices::default();
    if open.kind == Kind::Empty {
        splices.replace(open.span.clone(), open.around(&head, text));
    } else if first {
        splices.replace(open.span, format!("{head}{text}"));
    } else {
        splices.replace(open.span, head);
        let mut depth = 1;
        while let Some(tag) = tags.next()? {
            match tag.kind {
                Kind::Open if tag.name() == name => depth += 1,
                Kind::Close if tag.name() == name => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                splices.insert(tag.span.start, text.to_owned());
                break;
            }
        }
    }
    splices.apply(xml)
}

/// Text as it may stand in XML: marks escaped, what XML cannot hold left out.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(one),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {}
            one => safe.push(one),
        }
    }
    safe
}
