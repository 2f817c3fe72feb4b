//! The looks of cells: each old look once more with the colour of a weight, and those of our list.

use super::xml::{Broken, Kind, Tags, add_inside};
use crate::finding::Severity;
use std::collections::BTreeMap;

/// How a cell of the list of findings looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    Title,
    Line,
    Head,
    Body,
    Link,
    Weight(Severity),
}

/// The colour of a weight: light red, amber, blue.
const fn colour(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "FFF8CBCB",
        Severity::Warning => "FFFFE699",
        Severity::Note => "FFDDEBF7",
    }
}

/// The styles of a workbook, with what is added to them.
pub(super) struct Styles {
    xml: String,
    prefix: String,
    /// Every cell format as it stands.
    formats: Vec<String>,
    sizes: BTreeMap<&'static str, usize>,
    added: BTreeMap<&'static str, Vec<String>>,
    filled: BTreeMap<(usize, Severity), usize>,
    looks: BTreeMap<Look, usize>,
}

/// The least style sheet, for workbooks that have none.
pub(super) const LEAST: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"1\"><xf xfId=\"0\"/></cellXfs></styleSheet>";
/// What a style sheet is called among the parts.
pub(super) const CONTENT: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/// The lists of a style sheet, each with the name of its members, in their order.
const LISTS: [(&str, &str); 4] = [
    ("fonts", "font"),
    ("fills", "fill"),
    ("borders", "border"),
    ("cellXfs", "xf"),
];

impl Styles {
    /// Reads the style sheet.
    pub(super) fn read(xml: String) -> Result<Self, Broken> {
        let mut tags = Tags::new(&xml);
        let root = tags.find("styleSheet")?.ok_or(Broken("styles"))?;
        let prefix = root.prefix().to_owned();
        let mut sizes = BTreeMap::new();
        let mut formats = Vec::new();
        let mut within: Option<(&str, &str)> = None;
        let mut open: Option<usize> = None;
        while let Some(tag) = tags.next()? {
            let list = LISTS.iter().find(|(list, _)| *list == tag.name());
            if let Some(list) = list {
                within = (tag.kind == Kind::Open).then_some(*list);
                let _ = sizes.entry(list.0).or_insert(0);
            } else if let Some((list, member)) = within
                && tag.name() == member
            {
                if tag.kind != Kind::Close {
                    *sizes.entry(list).or_insert(0) += 1;
                    open = Some(tag.span.start);
                }
                if list == "cellXfs" && tag.kind != Kind::Open {
                    let whole = open.and_then(|from| xml.get(from..tag.span.end));
                    formats.extend(whole.map(str::to_owned));
                }
            }
        }
        if sizes.len() < LISTS.len() || formats.is_empty() {
            return Err(Broken("styles"));
        }
        Ok(Self {
            prefix,
            formats,
            sizes,
            added: BTreeMap::new(),
            filled: BTreeMap::new(),
            looks: BTreeMap::new(),
            xml,
        })
    }

    /// Adds a member to a list, unless an equal one was added before; hands back its number.
    fn add(&mut self, list: &'static str, text: String) -> usize {
        let before = self.sizes.get(list).copied().unwrap_or(0);
        let added = self.added.entry(list).or_default();
        let known = added.iter().position(|one| *one == text);
        if known.is_none() {
            added.push(text);
        }
        before + known.unwrap_or(added.len() - 1)
    }

    fn fill_of(&mut self, rgb: &str) -> usize {
        let p = &self.prefix;
        let fill = format!(
            "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"{rgb}\"/><{p}bgColor indexed=\"64\"/></{p}patternFill></{p}fill>"
        );
        self.add("fills", fill)
    }

    /// The format of a cell once more, filled with the colour of a weight.
    pub(super) fn filled(&mut self, own: usize, severity: Severity) -> Result<usize, Broken> {
        if let Some(known) = self.filled.get(&(own, severity)) {
            return Ok(*known);
        }
        let fill = self.fill_of(colour(severity)).to_string();
        let old = self.formats.get(own).or_else(|| self.formats.first());
        let old = old.cloned().unwrap_or_default();
        let tag = Tags::new(&old).next()?.ok_or(Broken("styles"))?;
        let head = tag.with(&[("fillId", Some(&fill)), ("applyFill", Some("1"))])?;
        let rest = old.get(tag.span.end..).unwrap_or_default();
        let number = self.add("cellXfs", format!("{head}{rest}"));
        self.filled.insert((own, severity), number);
        Ok(number)
    }

    /// The format of a cell of our list.
    pub(super) fn look(&mut self, look: Look) -> usize {
        if let Some(known) = self.looks.get(&look) {
            return *known;
        }
        let p = self.prefix.clone();
        let (bold, under) = (format!("<{p}b/>"), format!("<{p}u/>"));
        let (stressed, size, colour_of) = match look {
            Look::Title => (&*bold, 16, "FF1F2A44"),
            Look::Head => (&*bold, 11, "FF1F2A44"),
            Look::Link => (&*under, 11, "FF0563C1"),
            Look::Line | Look::Body | Look::Weight(_) => ("", 11, "FF000000"),
        };
        let font = self.add(
            "fonts",
            format!(
                "<{p}font>{stressed}<{p}sz val=\"{size}\"/><{p}color rgb=\"{colour_of}\"/><{p}name val=\"Calibri\"/><{p}family val=\"2\"/></{p}font>"
            ),
        );
        let fill = match look {
            Look::Head => self.fill_of("FFBDD7EE"),
            Look::Weight(severity) => self.fill_of(colour(severity)),
            _ => 0,
        };
        let boxed = !matches!(look, Look::Title | Look::Line);
        let border = if boxed { self.border() } else { 0 };
        let middle = matches!(look, Look::Title | Look::Head);
        let upright = if middle { "center" } else { "top" };
        // 49 is the format of text.
        let number = self.add(
            "cellXfs",
            format!(
                "<{p}xf numFmtId=\"49\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><{p}alignment vertical=\"{upright}\" wrapText=\"{}\"/></{p}xf>",
                u8::from(look != Look::Title)
            ),
        );
        self.looks.insert(look, number);
        number
    }

    fn border(&mut self) -> usize {
        let p = self.prefix.clone();
        let side = |name: &str| {
            format!("<{p}{name} style=\"thin\"><{p}color rgb=\"FFBFBFBF\"/></{p}{name}>")
        };
        let sides = ["left", "right", "top", "bottom"].map(side).concat();
        self.add(
            "borders",
            format!("<{p}border>{sides}<{p}diagonal/></{p}border>"),
        )
    }

    /// The style sheet with what was added.
    pub(super) fn write(self) -> Result<String, Broken> {
        let mut xml = self.xml;
        for (list, members) in &self.added {
            xml = add_inside(&xml, list, (false, &members.concat()), members.len())?;
        }
        Ok(xml)
    }
}
