//! A region: a city or province as a list of counties, each a scenario of its own.

use super::codes;
use super::documents::{ReadFault, above, file_of, nearest_beside, path_of, text_of};
use super::loading::load_after;
use super::manifest::{County, Region, read_region};
use crate::blanks;
use crate::domain::Stage;
use crate::finding::{Finding, Findings};
use crate::policy::nearest_hint;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Name of the file that makes a folder a region.
const FILE: &str = "region.toml";

/// Loads a region: a `region.toml`, or a folder with one.
pub fn load_region(path: &Path) -> Result<Region, ReadFault> {
    let file = file_of(path, FILE);
    let text = text_of(&file)?;
    let mut findings = Findings::default();
    let (mut region, said) = read_region(&path_of(&file), &text, &mut findings);
    let mut counties: Vec<County> = Vec::new();
    let mut read: Vec<PathBuf> = Vec::new();
    for one in said {
        let same = |known: &County| known.key.to_lowercase() == one.key.to_lowercase();
        if counties.iter().any(same) {
            let twice = Finding::new(&codes::COUNTY_TWICE, blanks! { county: one.key });
            findings.push(twice.at(one.key_place));
            continue;
        }
        let whole = above(&file).join(&one.folder);
        let here = fs::canonicalize(&whole).unwrap_or_else(|_| whole.clone());
        if let Some(no) = read.iter().position(|known| *known == here) {
            let blanks = blanks! { county: one.key, other: counties[no].key, folder: one.folder };
            findings.push(Finding::new(&codes::FOLDER_TWICE, blanks).at(one.folder_place));
            continue;
        }
        let documents = match load_after(std::slice::from_ref(&whole), &[]) {
            Ok(documents) => Some(documents),
            Err(ReadFault::NoScenario { .. }) => {
                let nearest = nearest_beside(&whole);
                let facts = blanks! { county: one.key, folder: one.folder, nearest: nearest };
                findings.push(Finding::new(&codes::NO_COUNTY, facts).at(one.folder_place));
                None
            }
            Err(fault) => return Err(fault),
        };
        read.push(here);
        counties.push(County {
            key: one.key,
            folder: one.folder,
            path: whole.display().to_string(),
            favoured: one.favoured,
            documents,
        });
    }
    region.counties = counties;
    region.findings = findings;
    region.check_help();
    Ok(region)
}

/// The schools of a county, by id, with their names.
pub type SchoolNames = BTreeMap<String, String>;

impl Region {
    /// Counties that are not among those of the region, and schools that would help themselves.
    fn check_help(&mut self) {
        for pair in &self.help {
            for one in [&pair.helper, &pair.helped] {
                let keys = self.counties.iter().map(|known| known.key.as_str());
                if !keys.clone().any(|key| key == one.county) {
                    let nearest = nearest_hint(&one.county, keys);
                    let facts = blanks! { county: one.county, nearest: nearest };
                    let unknown = Finding::new(&codes::UNKNOWN_COUNTY, facts);
                    self.findings.push(unknown.at(one.place.clone()));
                }
            }
            let (helper, helped) = (&pair.helper, &pair.helped);
            if (&helper.county, &helper.school) == (&helped.county, &helped.school) {
                let itself = Finding::new(&codes::HELPS_ITSELF, blanks! { school: helped.school });
                self.findings.push(itself.at(helped.place.clone()));
            }
        }
    }

    /// Schools that are not in the tables of their county, as far as these could be read.
    pub fn unknown_schools(&self, known: &BTreeMap<&str, &SchoolNames>) -> Findings {
        let pairs = self.help.iter();
        let schools = pairs.flat_map(|pair| [&pair.helper, &pair.helped]);
        let told = schools.filter_map(|one| {
            let schools = known.get(one.county.as_str())?;
            if schools.contains_key(&one.school) {
                return None;
            }
            let known = schools.keys().map(String::as_str);
            let blanks = blanks! { county: one.county, school: one.school,
            nearest: nearest_hint(&one.school, known) };
            Some(Finding::new(&codes::UNKNOWN_HELP_SCHOOL, blanks).at(one.place.clone()))
        });
        Findings(told.collect())
    }

    /// What there is to say when the totals of the counties add up to so many heads.
    pub fn over(&self, stage: Stage, sum: i64) -> Option<Finding> {
        let (total, place) = self.quota.get(&stage)?;
        let over = sum - total;
        let blanks = blanks! { stage: stage.text(), sum: sum, total: total, over: over };
        (over > 0).then(|| Finding::new(&codes::REGION_OVER, blanks).at(place.clone()))
    }

    /// A county that has schools of a stage and states no total for it.
    pub fn without_total(&self, stage: Stage, county: &str) -> Option<Finding> {
        let (_, place) = self.quota.get(&stage)?;
        let blanks = blanks! { county: county, stage: stage.text() };
        Some(Finding::new(&codes::NO_COUNTY_TOTAL, blanks).at(place.clone()))
    }
}
