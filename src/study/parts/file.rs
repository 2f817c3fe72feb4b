//! The file of a part: what was asked, of what it was made, and what was found; sealed by a digest.

use super::codes::NOT_A_PART;
use super::inputs::Inputs;
use super::kept::{KeptFigures, KeptFindings, KeptPoint, KeptScenario};
use super::number::{BaseKey, PartOf};
use super::regional::{KeptCounty, KeptRegion};
use crate::blanks;
use crate::disk::{NotJson, json_value, sha256};
use crate::finding::Finding;
use crate::text::{Lang, OwnedText, Text};
use serde::{Deserialize, Serialize};

/// The layout of the file.
const SCHEMA: &str = "lungang-part/1";
/// Any layout of it.
const FAMILY: &str = "lungang-part/";

/// The program that made a part: of another one the words or the order of goals might be others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tool {
    pub(super) version: String,
    pub(super) solver: String,
    /// SHA-256 of the program itself.
    pub(super) digest: String,
}

/// What was asked, as far as it decides what comes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// The language of the documents.
    pub lang: Lang,
    /// The accepted gap.
    pub gap: String,
    /// Values that are varied, as typed.
    pub vary: Vec<String>,
    /// With the equally good plan that differs most.
    pub alternatives: bool,
}

/// What one part has found.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Part {
    pub(super) tool: Tool,
    pub(super) wanted: Wanted,
    pub(super) inputs: Inputs,
    #[serde(flatten)]
    pub(super) number: PartOf,
    /// Jobs of the whole study.
    pub(super) jobs: usize,
    /// The command without its part, as it was typed.
    pub(super) command: Vec<String>,
    /// Something was left undone because the time was up.
    pub(super) out_of_time: bool,
    pub(super) work: Work,
}

/// The jobs of a part, by the kind of the study.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Work {
    /// Scenarios beside a base.
    Whatif {
        title: [String; 2],
        findings: KeptFindings,
        base: Box<KeptScenario>,
        key: BaseKey,
        /// The base could not be planned, and nothing beside it was tried.
        no_base: bool,
        solved: Vec<KeptScenario>,
    },
    /// Points of a curve.
    Frontier {
        findings: KeptFindings,
        base: Option<Box<KeptFigures>>,
        key: BaseKey,
        solved: Vec<KeptPoint>,
    },
    /// Counties.
    Region {
        region: Box<KeptRegion>,
        solved: Vec<KeptCounty>,
    },
}

impl Work {
    /// What kind of study it is.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Whatif { .. } => "whatif",
            Self::Frontier { .. } => "frontier",
            Self::Region { .. } => "region",
        }
    }

    /// How many jobs it holds, and how many of them have their answer.
    fn tally(&self) -> (usize, usize) {
        match self {
            Self::Whatif { solved, .. } => {
                let settled = solved.iter().filter(|one| one.is_settled());
                (solved.len(), settled.count())
            }
            Self::Frontier { solved, .. } => {
                let settled = solved.iter().filter(|one| one.is_settled());
                (solved.len(), settled.count())
            }
            Self::Region { solved, .. } => {
                let settled = solved.iter().filter(|one| one.is_settled());
                (solved.len(), settled.count())
            }
        }
    }
}

/// The file: its digest is that of the part as compact JSON.
#[derive(Debug, Serialize, Deserialize)]
struct Sealed<P> {
    schema: String,
    digest: String,
    part: P,
}

/// The layout that a file says of itself.
#[derive(Debug, Deserialize)]
struct Says {
    schema: String,
}

const NO_JSON: Text = Text::new("不是这种文件", "it is no such file");
const OTHER_SCHEMA: Text = Text::new(
    "由其他版本的程序写出",
    "another version of the program wrote it",
);
/// That a key stands twice in one object of a file.
fn twice(path: &str) -> OwnedText {
    let of = |lang: Lang| TWICE.fill(lang, &blanks! { path: path });
    OwnedText::new(of(Lang::Zh), of(Lang::En))
}

const TWICE: Text = Text::new("“{path}”一项出现两次", "{path} stands twice in it");
const BROKEN: Text = Text::new("内容不完整或被改动过", "it is not complete, or was changed");

impl Part {
    /// Which part it is.
    pub fn number(&self) -> PartOf {
        self.number
    }

    /// Its own jobs, and those of them that have their answer.
    pub fn tally(&self) -> (usize, usize) {
        self.work.tally()
    }

    /// The command that makes this part, or another one of the same study.
    pub(super) fn command(&self, part: PartOf) -> String {
        let quoted = |word: &String| {
            if word.contains(char::is_whitespace) {
                format!("\"{word}\"")
            } else {
                word.clone()
            }
        };
        let mut words: Vec<String> = self.command.iter().map(quoted).collect();
        words.push(format!("--part {part}"));
        words.join(" ")
    }

    /// The bytes of its file.
    pub fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let sealed = Sealed {
            schema: SCHEMA.into(),
            digest: self.digest()?,
            part: self,
        };
        let mut bytes = serde_json::to_vec(&sealed)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// By what its answers are known, however the command was typed that found them.
    pub(super) fn answers(&self) -> Option<String> {
        let found = serde_json::to_vec(&(self.out_of_time, &self.work));
        found.ok().map(|bytes| sha256(&bytes))
    }

    /// By what the whole file is known.
    fn digest(&self) -> Result<String, serde_json::Error> {
        Ok(sha256(&serde_json::to_vec(self)?))
    }

    /// The part that a file holds, or what is wrong with the file.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, Box<Finding>> {
        let wrong = |why: Text| {
            let finding = Finding::new(&NOT_A_PART, blanks! { file: file, why: why });
            Box::new(finding)
        };
        if let Err(NotJson::Twice(path)) = json_value(bytes) {
            let finding = Finding::new(&NOT_A_PART, blanks! { file: file, why: twice(&path) });
            return Err(Box::new(finding));
        }
        let says: Says = serde_json::from_slice(bytes).map_err(|_| wrong(NO_JSON))?;
        if says.schema != SCHEMA {
            let ours = says.schema.starts_with(FAMILY);
            return Err(wrong(if ours { OTHER_SCHEMA } else { NO_JSON }));
        }
        let sealed: Sealed<Self> = serde_json::from_slice(bytes).map_err(|_| wrong(BROKEN))?;
        let part = sealed.part;
        let number = part.number;
        let is_sound = PartOf::new(number.part, number.of) == Some(number)
            && part.digest().is_ok_and(|digest| digest == sealed.digest);
        is_sound.then_some(part).ok_or_else(|| wrong(BROKEN))
    }
}
