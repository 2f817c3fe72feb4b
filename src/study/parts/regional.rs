//! A region and its counties as the file of a part keeps them.

use super::kept::KeptFindings;
use crate::disk::{DocumentSet, Kind, Named};
use crate::domain::Stage;
use crate::finding::Place;
use crate::input::{Balance, County, HelpPair, Region, SchoolOf};
use crate::plan::Ended;
use crate::policy::Share;
use crate::study::SolvedCounty;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

/// What a region says, without the files of its counties.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct KeptRegion {
    title: [String; 2],
    counties: Vec<(String, String, bool)>,
    quota: Vec<(Stage, i64, Place)>,
    balance: Option<KeptBalance>,
    help: Vec<[(String, String, Place); 2]>,
    findings: KeptFindings,
}

/// The share of counties in quality balance, exact.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct KeptBalance {
    share: (i64, i64),
    since: Option<String>,
    source: Option<String>,
}

impl KeptRegion {
    pub(super) fn of(region: &Region) -> Self {
        let counties = region.counties.iter();
        let counties = counties.map(|one| (one.key.clone(), one.folder.clone(), one.favoured));
        let quota = region.quota.iter();
        let quota = quota.map(|(stage, (heads, place))| (*stage, *heads, place.clone()));
        let school = |one: &SchoolOf| (one.county.clone(), one.school.clone(), one.place.clone());
        let help = region.help.iter();
        let help = help.map(|pair| [school(&pair.helper), school(&pair.helped)]);
        Self {
            title: [region.title_zh.clone(), region.title_en.clone()],
            counties: counties.collect(),
            quota: quota.collect(),
            balance: region.balance.as_ref().map(|one| KeptBalance {
                share: (one.share.numer(), one.share.denom()),
                since: one.since.clone(),
                source: one.source.clone(),
            }),
            help: help.collect(),
            findings: KeptFindings::of(&region.findings),
        }
    }

    /// What it asks for, wherever its file lies.
    pub(super) fn said(&self) -> Vec<u8> {
        let mut bare = self.clone();
        bare.findings = KeptFindings::default();
        let places = bare.quota.iter_mut().map(|one| &mut one.2);
        let schools = bare.help.iter_mut().flatten().map(|one| &mut one.2);
        for place in places.chain(schools) {
            *place = Place::default();
        }
        // Words and lists always become JSON.
        serde_json::to_vec(&bare).unwrap_or_default()
    }

    pub(super) fn restored(self) -> Region {
        let counties = self.counties.into_iter();
        let counties = counties.map(|(key, folder, favoured)| County {
            key,
            folder,
            path: String::new(),
            favoured,
            documents: None,
        });
        let quota = self.quota.into_iter();
        let quota = quota.map(|(stage, heads, place)| (stage, (heads, place)));
        let school = |(county, school, place)| SchoolOf {
            county,
            school,
            place,
        };
        let help = self.help.into_iter().map(|[helper, helped]| HelpPair {
            helper: school(helper),
            helped: school(helped),
        });
        let [title_zh, title_en] = self.title;
        Region {
            title_zh,
            title_en,
            counties: counties.collect(),
            quota: quota.collect(),
            balance: self.balance.map(|one| Balance {
                share: Share::new(one.share.0, one.share.1),
                since: one.since,
                source: one.source,
            }),
            help: help.collect(),
            findings: self.findings.restored(),
        }
    }
}

/// A county with the documents of its plan.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct KeptCounty {
    county: SolvedCounty,
    path: String,
    documents: Option<KeptSet>,
}

/// Documents that belong together.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct KeptSet {
    kind: Kind,
    digest: String,
    files: Vec<KeptFile>,
}

/// A document by name: text as it is, and whatever is no text in letters.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum KeptFile {
    Text { name: String, text: String },
    Bytes { name: String, base64: String },
}

impl KeptCounty {
    pub(super) fn of(county: &SolvedCounty, documents: Option<DocumentSet>) -> Self {
        Self {
            county: county.clone(),
            path: county.result.path.clone(),
            documents: documents.map(|set| KeptSet {
                kind: set.kind,
                digest: set.digest,
                files: set.files.into_iter().map(kept_file).collect(),
            }),
        }
    }

    /// The county again, and its documents; nothing where these are not what was written.
    pub(super) fn restored(self) -> Option<(SolvedCounty, Option<DocumentSet>)> {
        let mut county = self.county;
        county.result.path = self.path;
        let Some(set) = self.documents else {
            return Some((county, None));
        };
        let files: Option<Vec<Named>> = set.files.into_iter().map(file).collect();
        let set = DocumentSet {
            kind: set.kind,
            digest: set.digest,
            files: files?,
        };
        Some((county, Some(set)))
    }

    pub(super) fn is_settled(&self) -> bool {
        self.county.result.ended.is_some_and(Ended::is_settled)
    }
}

fn kept_file(file: Named) -> KeptFile {
    let name = file.name;
    match String::from_utf8(file.bytes) {
        Ok(text) => KeptFile::Text { name, text },
        Err(bytes) => KeptFile::Bytes {
            name,
            base64: STANDARD.encode(bytes.into_bytes()),
        },
    }
}

fn file(kept: KeptFile) -> Option<Named> {
    match kept {
        KeptFile::Text { name, text } => Some(Named::new(name, text.into_bytes())),
        KeptFile::Bytes { name, base64 } => Some(Named::new(name, STANDARD.decode(base64).ok()?)),
    }
}
