//! The same county with other names: whatever the officer calls people, schools, places and lines of recruits, and
//! whatever she gives as a reason, is replaced by words that nobody uses. The documents of its plan show what the program
//! says by itself: a name that is a word of theirs as well (体育, 高中), or an id that looks like a figure, is told by
//! it from a slip of ours.

use crate::audit::audit;
use crate::domain::{Ban, County, Pin, Question, Roster};
use crate::facts::Facts;
use crate::plan::{Plan, placement, undecided};
use crate::record::{Claims, late, record};
use std::collections::BTreeMap;

/// How all those words begin.
const MARK: &str = "ZQXJ";

/// Whether a text says any of those words.
pub(super) fn is_said(text: &str) -> bool {
    text.contains(MARK)
}

/// What is called otherwise.
#[derive(Debug, Default)]
struct Aliases {
    number: usize,
    ids: BTreeMap<String, String>,
    places: BTreeMap<String, String>,
}

impl Aliases {
    /// The next word; later ones sort behind it.
    fn next(&mut self) -> String {
        self.number += 1;
        format!("{MARK}{:08}", self.number)
    }

    fn id(&mut self, id: &mut String) {
        let alias = self.next();
        self.ids.insert(std::mem::replace(id, alias.clone()), alias);
    }

    /// Like with like: schools of one district stay schools of one district.
    fn place(&mut self, place: &mut Option<String>) {
        if let Some(place) = place {
            let alias = match self.places.get(place.as_str()) {
                Some(alias) => alias.clone(),
                None => self.next(),
            };
            self.places
                .insert(std::mem::replace(place, alias.clone()), alias);
        }
    }

    /// A place as special approvals name it, or what else may be an id.
    fn site(&self, site: &mut String) {
        let alias = |part: &str| self.ids.get(part).cloned();
        let parts = site.split(',');
        let parts = parts.map(|part| alias(part).unwrap_or_else(|| part.to_owned()));
        *site = parts.collect::<Vec<String>>().join(",");
    }
}

/// The plan of the county with other names, made anew from its decisions: no word of the document goes into it.
pub(super) fn planned<T>(
    facts: &Facts<'_>,
    doc: &Plan,
    then: impl FnOnce(&Facts<'_>, &Plan) -> T,
) -> T {
    let (roster, aliases) = called_otherwise(facts.roster);
    let question = asked_otherwise(facts.question, &aliases);
    let other = Facts::asked(&roster, facts.book, &question);
    let (decided, before) = (placement(facts, doc).0, undecided(facts, doc));
    let (judged, late) = (audit(&other, &decided), late(facts, doc));
    let plans = [&decided, &before];
    let plan = record(&other, plans, &judged, &Claims::default(), &[], &|who| {
        late.contains(&who)
    });
    then(&other, &plan)
}

/// The roster; everybody keeps her place among all.
fn called_otherwise(roster: &Roster) -> (Roster, Aliases) {
    let (mut roster, mut aliases) = (roster.clone(), Aliases::default());
    for one in &mut roster.teachers {
        aliases.id(&mut one.id);
        one.name = aliases.next();
    }
    for one in &mut roster.schools {
        aliases.id(&mut one.id);
        one.name = aliases.next();
        let places = [
            &mut one.district,
            &mut one.township,
            &mut one.group,
            &mut one.legal_entity,
        ];
        for place in places {
            aliases.place(place);
        }
    }
    for one in &mut roster.pools {
        aliases.id(&mut one.id);
    }
    for one in &mut roster.teachers {
        aliases.site(&mut one.spouse);
    }
    for one in &mut roster.waivers {
        aliases.site(&mut one.about);
        (one.reason, one.author) = (aliases.next(), aliases.next());
    }
    roster.pins.iter_mut().for_each(unsigned_pin);
    roster.bans.iter_mut().for_each(unsigned_ban);
    roster.county = County {
        title_zh: aliases.next(),
        title_en: aliases.next(),
        ..roster.county
    };
    (roster, aliases)
}

/// What is asked, with other reasons.
fn asked_otherwise(question: &Question, aliases: &Aliases) -> Question {
    let mut question = question.clone();
    question.pins.iter_mut().for_each(unsigned_pin);
    question.bans.iter_mut().for_each(unsigned_ban);
    for one in &mut question.waivers {
        aliases.site(&mut one.about);
        (one.reason, one.author) = (MARK.to_owned(), MARK.to_owned());
    }
    question
}

fn unsigned_pin(one: &mut Pin) {
    (one.reason, one.author) = (MARK.to_owned(), MARK.to_owned());
}

fn unsigned_ban(one: &mut Ban) {
    (one.reason, one.author) = (MARK.to_owned(), MARK.to_owned());
}
