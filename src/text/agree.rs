//! English words that agree with a number: one person, two persons. Chinese knows no such thing.

/// What is counted, as sentences name many of it.
const THINGS: &str = "\
    applicants apprentices approvals bans beds boarders cells changes checks children classes clauses \
    coefficients columns conversions counties couples days degrees differences digests directions districts \
    documents errors exchanges families figures files findings gaps goals grades groups half-days heads \
    holders hours households indicators kinds leaders lessons letters lines mentors minutes months moves \
    must-rules names notes notices numbers offices others pairs parts people periods persons pins places \
    points pools postings posts principals problems promotions pupils recruits refusals rooms rounds rows rules \
    scenarios schools seats sheets spellings stages stations steps subjects tables teachers terms things times \
    towns townships trips units vacancies values villages visits volunteers warnings weeks years";

/// What many do, and what one does.
const DOINGS: &str = "\
    are/is were/was have/has do/does go/goes apply/applies ask/asks become/becomes change/changes \
    come/comes count/counts fall/falls give/gives hold/holds lack/lacks fail/fails reach/reaches arrive/arrives get/gets live/lives make/makes stop/stops learn/learns leave/leaves \
    lie/lies lodge/lodges meet/meets move/moves need/needs rotate/rotates serve/serves show/shows \
    stand/stands stay/stays take/takes teach/teaches wish/wishes work/works";

/// Before these words a number is a name: row 1, grade 1.
const NAMES: &[&str] = &[
    "class", "column", "grade", "line", "no.", "row", "step", "term", "year",
];

/// Behind these words a doing has no number: may rotate.
const MAY: &[&str] = &[
    "can", "cannot", "could", "may", "must", "not", "will", "would",
];

/// Behind these words somebody else is spoken of.
const ENDS: &[&str] = &[
    "and", "as", "but", "if", "or", "than", "those", "to", "when", "where", "while",
];

/// The sentence with the words behind each of these ones (a place is the end of a written 1) for one, and
/// “there are” before it.
pub(super) fn agree(mut text: String, ones: &[usize]) -> String {
    for end in ones.iter().rev() {
        let (head, tail) = text.split_at(*end);
        let number = head.len()
            - head
                .chars()
                .rev()
                .take_while(|one| "+-1".contains(*one))
                .count();
        let (head, number) = head.split_at(number);
        let called = head.split_whitespace().next_back().unwrap_or_default();
        if !NAMES.contains(&called.to_lowercase().as_str()) {
            text = before(head) + number + &after(tail);
        }
    }
    text
}

fn doings() -> impl Iterator<Item = (&'static str, &'static str)> {
    DOINGS.split(' ').filter_map(|both| both.split_once('/'))
}

/// “there are ” as “there is ”.
fn before(head: &str) -> String {
    for (many, one) in [("are ", "is "), ("are only ", "is only ")] {
        let stem = head
            .strip_suffix(many)
            .filter(|stem| stem.ends_with("here "));
        if let Some(stem) = stem {
            return format!("{stem}{one}");
        }
    }
    head.to_owned()
}

/// The words behind the number: the first thing that is counted, and the first that is said of it.
fn after(tail: &str) -> String {
    let (mut done, mut thing, mut place) = (String::new(), false, 0);
    let mut words = tail.split_inclusive(' ');
    // What follows without a space, such as a bracket, is no word that is counted.
    match words.next() {
        Some(" ") => done.push(' '),
        _ => return tail.to_owned(),
    }
    let mut rest = tail.len() - 1;
    for word in words {
        rest -= word.len();
        let end = word
            .trim_end_matches(|one: char| !one.is_alphabetic())
            .len();
        let (word, mark) = word.split_at(end);
        let of = matches!(word, "of" | "between" | "among");
        if !thing && THINGS.split(' ').any(|one| one == word) {
            done += &single(word);
            thing = true;
        } else if let Some((_, one)) = doings().find(|(many, _)| *many == word) {
            done = done + one + mark;
            break;
        } else {
            done += word;
            // One of its teachers: they stay many.
            thing |= of;
        }
        done += mark;
        place += 1;
        let told = !mark.ends_with(' ')
            || mark.contains(['.', ',', ';', ':'])
            || [ENDS, MAY].concat().contains(&word)
            || (place > 3 && !thing);
        if told {
            break;
        }
    }
    done + tail.get(tail.len() - rest..).unwrap_or_default()
}

/// One of what is counted.
fn single(many: &str) -> String {
    match many {
        "people" => return "person".to_owned(),
        "children" => return "child".to_owned(),
        _ => {}
    }
    let one = |end: &str, other: &str| Some(many.strip_suffix(end)?.to_owned() + other);
    let one = one("ies", "y")
        .or_else(|| one("sses", "ss"))
        .or_else(|| one("s", ""));
    one.unwrap_or_else(|| many.to_owned())
}
