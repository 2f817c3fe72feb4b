//! Pseudonyms (代号). Teachers become `P0001`, schools `X001` and so on, in the order of the SHA-256 of a key
//! and the real id. The key is the SHA-256 of all real ids and names, so the same roster gives the same
//! pseudonyms, and nobody who has only a list of ids can work them out.

use crate::domain::{Roster, School, SchoolNo, TeacherNo};
use crate::finding::About;
use crate::input::{Pseudonyms, Redact, sha256};
use crate::text::Text;
use serde_json::Value;
use std::collections::BTreeMap;

/// In the place of the title, which names the county.
pub(super) const TITLE: Text = Text::new(
    "某县（市、区）〔姓名和编号已替换〕",
    "A county [names and ids replaced]",
);

/// What is said of somebody or something that is not in the roster, and in the place of free words.
pub(super) const WITHHELD: &str = "略";

/// What one of them is called instead.
#[derive(Debug, Clone)]
pub(super) struct Mask {
    /// Its place among all, which are sorted by id.
    no: usize,
    /// Its id.
    pub(super) id: String,
    /// Its name.
    pub(super) name: String,
}

/// What everybody and every school of a roster is called instead.
#[derive(Debug)]
pub(super) struct Masks<'a> {
    /// The roster with the real names.
    pub(super) roster: &'a Roster,
    /// What each teacher is called instead.
    pub(super) teachers: Vec<Mask>,
    /// What each school is called instead.
    pub(super) schools: Vec<Mask>,
    /// What each line of recruits is called instead.
    pub(super) pools: Vec<Mask>,
    areas: BTreeMap<&'a str, String>,
    groups: BTreeMap<&'a str, String>,
    owners: BTreeMap<&'a str, String>,
}

impl<'a> Masks<'a> {
    /// Pseudonyms for a roster.
    pub(super) fn new(roster: &'a Roster) -> Self {
        let teachers = roster.teachers.iter().map(|one| (&*one.id, &*one.name));
        let schools = roster.schools.iter().map(|one| (&*one.id, &*one.name));
        let all: Vec<(&str, &str)> = teachers.chain(schools).collect();
        let key = sha256(&serde_json::to_vec(&all).unwrap_or_default());
        let masks = |of: &[(&str, &str)], letter: &str, word: &str, digits: usize| {
            masks(of, &key, (&prefix(letter, &all), word, digits))
        };
        let (teachers, schools) = all.split_at(roster.teachers.len());
        let schools = masks(schools, "X", "学校", 3);
        // Lines keep their order, in which the tables have them.
        let ids: Vec<(&str, &str)> = roster.pools.iter().map(|one| (&*one.id, "")).collect();
        let letter = prefix("R", &ids);
        let pool = |no: usize| Mask {
            no,
            id: format!("{letter}{:03}", no + 1),
            name: String::new(),
        };
        let pools = (0..roster.pools.len()).map(pool).collect();
        let mut order: Vec<(&Mask, &School)> = schools.iter().zip(&roster.schools).collect();
        order.sort_by_key(|(mask, _)| mask.no);
        // Counted in the new order: that of the names would give them away.
        let words = |of: fn(&'a School) -> [&'a Option<String>; 2], word| {
            let named = order.iter().flat_map(|(_, school)| of(school));
            words(named.flatten().map(String::as_str), word)
        };
        Self {
            roster,
            teachers: masks(teachers, "P", "教师", 4),
            // A school without a district counts to its township: both are one kind of area.
            areas: words(|one| [&one.district, &one.township], "片区"),
            groups: words(|one| [&one.group, &None], "集团"),
            owners: words(|one| [&one.legal_entity, &None], "法人单位"),
            schools,
            pools,
        }
    }

    /// The new number of a teacher.
    pub(super) fn teacher_no(&self, no: TeacherNo) -> TeacherNo {
        TeacherNo(self.teachers[no.0].no)
    }

    /// The new number of a school.
    pub(super) fn school_no(&self, no: SchoolNo) -> SchoolNo {
        SchoolNo(self.schools[no.0].no)
    }

    /// Puts the pseudonym in the place of a staff id.
    pub(super) fn teacher(&self, id: &mut String) {
        let found = self.roster.find_teacher(id);
        *id = found.map_or(WITHHELD, |no| &self.teachers[no.0].id).into();
    }

    /// The same for id and name of a person.
    pub(super) fn person(&self, id: &mut String, name: &mut String) {
        let found = self.roster.find_teacher(id).map(|no| &self.teachers[no.0]);
        *name = found.map_or(WITHHELD, |mask| &mask.name).into();
        self.teacher(id);
    }

    /// Puts the pseudonym in the place of the id of a school.
    pub(super) fn school(&self, id: &mut String) {
        let found = self.roster.find_school(id);
        *id = found.map_or(WITHHELD, |no| &self.schools[no.0].id).into();
    }

    /// The same for id and name of a school.
    pub(super) fn campus(&self, id: &mut String, name: &mut String) {
        let found = self.roster.find_school(id);
        *name = found.map_or(WITHHELD, |no| &self.schools[no.0].name).into();
        self.school(id);
    }

    /// The same for a line of recruits.
    pub(super) fn pool(&self, id: &mut String) {
        *id = self.pool_of(id).unwrap_or(WITHHELD).to_owned();
    }

    fn pool_of(&self, id: &str) -> Option<&str> {
        let no = self.roster.pools.iter().position(|one| one.id == id)?;
        Some(&self.pools[no].id)
    }

    /// Whom a finding of the document is about.
    pub(super) fn about(&self, about: &Value) -> Option<About> {
        let id = |kind: &str| Some(about.get(kind)?.as_str()?.to_owned());
        if let Some(mut id) = id("school") {
            self.school(&mut id);
            return Some(About::School(id));
        }
        if let Some(mut id) = id("teacher") {
            self.teacher(&mut id);
            return Some(About::Teacher(id));
        }
        about.is_string().then_some(About::County)
    }

    /// A place as special approvals name it: `county`, a part of the county, a school, a teacher, or one of
    /// them with more words.
    pub(super) fn site(&self, site: &str) -> String {
        let (head, rest) = site.split_once(',').unzip();
        let head = head.unwrap_or(site);
        let school = self.roster.find_school(head).map(|no| &self.schools[no.0]);
        let teacher = self.roster.find_teacher(head);
        let mask = school.or(teacher.map(|no| &self.teachers[no.0]));
        let mut bytes = head.bytes();
        let head = match mask {
            Some(mask) => &mask.id,
            None if bytes.all(|one| one.is_ascii_lowercase() || one == b'_') => head,
            None => WITHHELD,
        };
        let rest = rest.map(|rest| self.pool_of(rest).unwrap_or(rest));
        rest.map_or_else(|| head.to_owned(), |rest| format!("{head},{rest}"))
    }
}

/// What is put in the place of the cells of one row.
pub(super) struct RowMasks<'m> {
    /// All pseudonyms.
    pub(super) masks: &'m Masks<'m>,
    /// That of the school or teacher whose row it is.
    pub(super) own: Option<&'m Mask>,
}

impl Pseudonyms for RowMasks<'_> {
    fn school(&self, no: SchoolNo) -> SchoolNo {
        self.masks.school_no(no)
    }

    fn teacher(&self, no: TeacherNo) -> TeacherNo {
        self.masks.teacher_no(no)
    }

    fn word(&self, how: Redact, word: &str) -> String {
        let known = match how {
            Redact::Id => self.own.map(|own| &own.id),
            Redact::Name => self.own.map(|own| &own.name),
            Redact::Area => self.masks.areas.get(word),
            Redact::Group => self.masks.groups.get(word),
            Redact::Owner => self.masks.owners.get(word),
            Redact::Keep | Redact::Drop | Redact::Follow => None,
        };
        known.map_or(WITHHELD, String::as_str).to_owned()
    }
}

/// Pseudonyms of all these, which are sorted by id: what stands before the digits of the id and of the name,
/// and the fewest digits.
fn masks(of: &[(&str, &str)], key: &str, (before, word, digits): (&str, &str, usize)) -> Vec<Mask> {
    let mut order: Vec<usize> = (0..of.len()).collect();
    order.sort_by_cached_key(|at| sha256(format!("{key}:{}", of[*at].0).as_bytes()));
    let digits = digits.max(of.len().to_string().len());
    let mut masks = vec![None; of.len()];
    for (no, at) in order.into_iter().enumerate() {
        let number = format!("{:0digits$}", no + 1);
        masks[at] = Some(Mask {
            no,
            id: format!("{before}{number}"),
            name: format!("{word}{number}"),
        });
    }
    masks.into_iter().flatten().collect()
}

/// A letter, repeated until no real id reads like a pseudonym.
fn prefix(letter: &str, all: &[(&str, &str)]) -> String {
    let mut prefix = letter.to_owned();
    let like = |id: &str, prefix: &str| {
        let rest = id.strip_prefix(prefix);
        rest.is_some_and(|rest| rest.bytes().all(|one| one.is_ascii_digit()))
    };
    while all.iter().any(|(id, _)| like(id, &prefix)) {
        prefix.push_str(letter);
    }
    prefix
}

/// A word and a number for each name, in the order in which they come.
fn words<'a>(names: impl Iterator<Item = &'a str>, word: &str) -> BTreeMap<&'a str, String> {
    let mut words = BTreeMap::new();
    for name in names {
        let number = words.len() + 1;
        let pseudonym = || format!("{word}{number}");
        words.entry(name).or_insert_with(pseudonym);
    }
    words
}
