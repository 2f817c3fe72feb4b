//! A set of documents is one thing: the old set or the new one is there, never some of each; what belongs to another
//! plan or was edited by hand is kept.

mod killed;
#[cfg(feature = "solver")]
mod known;
mod special;
#[cfg(feature = "solver")]
mod together;

use lungang::disk::{
    DiskFault, DocumentSet, EARLIER, Home, Kind, MANIFEST, Manifest, Moved, Named,
};
use lungang::disk::{sha256, short};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Files by their path below a folder, with their words.
type Files = BTreeMap<String, String>;

/// A folder of its own for a case, with nothing in it.
fn room(name: &str) -> PathBuf {
    let room = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("sets")
        .join(name);
    let _ = fs::remove_dir_all(&room);
    fs::create_dir_all(&room).unwrap();
    room
}

/// Documents of a plan with this digest; each says its name and the digest.
fn set(kind: Kind, digest: &str, names: &[&str]) -> DocumentSet {
    let file = |name: &&str| Named::new(*name, format!("{name} of {digest}").into_bytes());
    DocumentSet {
        kind,
        digest: digest.into(),
        files: names.iter().map(file).collect(),
    }
}

fn put(folder: &Path, set: &DocumentSet) -> Vec<Moved> {
    let home = Home::claim(folder).unwrap();
    home.stage(set).unwrap().place().unwrap()
}

/// Everything below a folder but what a set says of itself.
fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path
                .strip_prefix(folder)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if name.rsplit('/').next() != Some(MANIFEST) {
                let bytes = fs::read(&path).unwrap();
                files.insert(name, String::from_utf8_lossy(&bytes).into_owned());
            }
        }
    }
    files
}

/// The same, from words.
fn are(all: &[(&str, &str)]) -> Files {
    let all = all
        .iter()
        .map(|(name, words)| ((*name).to_owned(), (*words).to_owned()));
    all.collect()
}

/// Whether a folder holds one whole set, as it says of itself, and of which plan it is.
fn whole(folder: &Path) -> String {
    let said = Manifest::read(folder).unwrap();
    for one in &said.files {
        let bytes = fs::read(folder.join(&one.name)).unwrap();
        assert_eq!(sha256(&bytes), one.sha256, "{}", one.name);
        assert_eq!(Some(&one.digest), said.digest.as_ref(), "{}", one.name);
    }
    let there = files(folder).into_keys();
    let there = there.filter(|name| !name.starts_with(EARLIER) && !name.ends_with(MANIFEST));
    let named = said.files.iter().map(|one| one.name.clone());
    let named = named.filter(|name| !name.ends_with(MANIFEST));
    assert_eq!(there.collect::<Vec<_>>(), named.collect::<Vec<_>>());
    said.digest.unwrap()
}

/// Nothing of a run is left beside its folder.
fn is_tidy(room: &Path) {
    let entries = fs::read_dir(room).unwrap();
    let names = entries.map(|one| one.unwrap().file_name().to_string_lossy().into_owned());
    let left: Vec<String> = names.filter(|name| name.starts_with('.')).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn what_belongs_to_another_plan_is_kept_in_a_folder_of_its_own() {
    let room = room("another");
    let out = room.join("new/out");
    let names = [
        "plan.json",
        "plan.xlsx",
        "schools.xlsx",
        "redacted/plan.json",
    ];
    assert!(put(&out, &set(Kind::Plan, "one", &names)).is_empty());
    assert_eq!(whole(&out), "one");
    // Letters beside it, and in a folder of their own; and a file of somebody's own.
    put(&out, &set(Kind::Notices, "one", &["T1.docx", "T2.docx"]));
    put(
        &out.join("letters"),
        &set(Kind::Notices, "one", &["T3.docx"]),
    );
    fs::write(out.join("note.txt"), "mine").unwrap();
    let moved = put(&out, &set(Kind::Plan, "two", &["plan.json", "plan.xlsx"]));
    assert_eq!(moved.len(), 1);
    assert_eq!(moved[0].to, "earlier/one");
    let told: Vec<_> = moved[0].names.iter().map(String::as_str).collect();
    let away = [
        "T1.docx",
        "T2.docx",
        "letters",
        "plan.json",
        "plan.xlsx",
        "redacted",
        "schools.xlsx",
    ];
    assert_eq!(told, away);
    let expected = are(&[
        ("earlier/one/T1.docx", "T1.docx of one"),
        ("earlier/one/T2.docx", "T2.docx of one"),
        ("earlier/one/letters/T3.docx", "T3.docx of one"),
        ("earlier/one/plan.json", "plan.json of one"),
        ("earlier/one/plan.xlsx", "plan.xlsx of one"),
        (
            "earlier/one/redacted/plan.json",
            "redacted/plan.json of one",
        ),
        ("earlier/one/schools.xlsx", "schools.xlsx of one"),
        ("note.txt", "mine"),
        ("plan.json", "plan.json of two"),
        ("plan.xlsx", "plan.xlsx of two"),
    ]);
    assert_eq!(files(&out), expected);
    // Back again, and forth: what is kept already is not kept twice.
    put(&out, &set(Kind::Plan, "one", &["plan.json"]));
    put(&out, &set(Kind::Plan, "two", &["plan.json"]));
    let kept = files(&out)
        .into_keys()
        .filter(|name| name.starts_with(EARLIER));
    assert_eq!(kept.count(), 7 + 2);
    is_tidy(&room.join("new"));
}

#[test]
fn what_was_edited_by_hand_is_never_overwritten() {
    let room = room("edited");
    let out = room.join("out");
    let one = set(
        Kind::Plan,
        "one",
        &["plan.json", "plan.xlsx", "filing.xlsx"],
    );
    put(&out, &one);
    // The same plan again: nothing is moved, and a document of its own that this run does not write stays.
    let fewer = set(Kind::Plan, "one", &["plan.json", "plan.xlsx"]);
    assert!(put(&out, &fewer).is_empty());
    assert_eq!(files(&out).len(), 3);
    for words in ["edited", "edited again"] {
        fs::write(out.join("plan.xlsx"), words).unwrap();
        let moved = put(&out, &one);
        assert_eq!(moved[0].names.iter().collect::<Vec<_>>(), ["plan.xlsx"]);
    }
    let kept = |name: &str| files(&out).get(name).cloned();
    assert_eq!(kept("earlier/one/plan.xlsx").as_deref(), Some("edited"));
    let second = "earlier/one/plan (2).xlsx";
    assert_eq!(kept(second).as_deref(), Some("edited again"));
    assert_eq!(kept("plan.xlsx").as_deref(), Some("plan.xlsx of one"));
    // An edited one that this run does not write stays where it is, and counts as edited in every later run.
    fs::write(out.join("filing.xlsx"), "by hand").unwrap();
    put(&out, &fewer);
    assert_eq!(kept("filing.xlsx").as_deref(), Some("by hand"));
    put(&out, &one);
    assert_eq!(kept("earlier/one/filing.xlsx").as_deref(), Some("by hand"));
    // Files of somebody's own that bear the name of a document.
    fs::write(out.join("notes.docx"), "own").unwrap();
    put(&out, &set(Kind::Notices, "one", &["notes.docx"]));
    let place = format!("earlier/{}/notes.docx", short(&sha256(b"own")));
    assert_eq!(kept(&place).as_deref(), Some("own"));
    // A commented copy is worth keeping only when somebody edited it.
    let copies = room.join("copies");
    put(&copies, &set(Kind::Copies, "a", &["x.xlsx", "y.xlsx"]));
    fs::write(copies.join("y.xlsx"), "by hand").unwrap();
    put(&copies, &set(Kind::Copies, "b", &["x.xlsx"]));
    let expected = are(&[("earlier/a/y.xlsx", "by hand"), ("x.xlsx", "x.xlsx of b")]);
    assert_eq!(files(&copies), expected);
}

#[test]
fn sets_of_several_kinds_leave_each_other_alone() {
    let out = room("kinds").join("out");
    put(&out, &set(Kind::Plan, "one", &["plan.json"]));
    put(&out, &set(Kind::Frontier, "f", &["frontier.json"]));
    put(&out, &set(Kind::Comparison, "c", &["comparison.json"]));
    assert!(put(&out, &set(Kind::Frontier, "f", &["frontier.json"])).is_empty());
    let moved = put(&out, &set(Kind::Plan, "two", &["plan.json"]));
    assert_eq!(moved[0].names.iter().collect::<Vec<_>>(), ["plan.json"]);
    let names: Vec<String> = files(&out).into_keys().collect();
    assert_eq!(
        names,
        [
            "comparison.json",
            "earlier/one/plan.json",
            "frontier.json",
            "plan.json"
        ]
    );
    let said = Manifest::read(&out).unwrap();
    assert_eq!((said.digest.as_deref(), said.files.len()), (Some("two"), 3));
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let room = room("foreign");
    let plan = set(Kind::Plan, "one", &["plan.json"]);
    let tree = room.join("tree");
    fs::create_dir_all(tree.join("inner")).unwrap();
    fs::write(tree.join("teachers.csv"), "id").unwrap();
    let refused = Home::claim(&tree);
    assert!(matches!(refused, Err(DiskFault::Refused { .. })));
    // Files of somebody's own stay where they are.
    let flat = room.join("flat");
    fs::create_dir_all(&flat).unwrap();
    fs::write(flat.join("teachers.csv"), "id").unwrap();
    put(&flat, &plan);
    let both = are(&[("plan.json", "plan.json of one"), ("teachers.csv", "id")]);
    assert_eq!(files(&flat), both);
    let standing = std::env::current_dir().unwrap();
    assert!(matches!(
        Home::claim(&standing),
        Err(DiskFault::Refused { .. })
    ));
    let file = Home::claim(&tree.join("teachers.csv"));
    assert!(matches!(file, Err(DiskFault::File { .. })));
    assert_eq!(files(&tree), are(&[("teachers.csv", "id")]));
    // A plan of an older program has no manifest, and is known by its own name and digest.
    let old = room.join("old");
    fs::create_dir_all(old.join("redacted")).unwrap();
    fs::write(old.join("plan.json"), "{\"digest\": \"past\"}").unwrap();
    fs::write(old.join("redacted/plan.json"), "masked").unwrap();
    fs::write(old.join(".DS_Store"), "junk").unwrap();
    put(&old, &plan);
    let expected = are(&[
        (".DS_Store", "junk"),
        ("earlier/past/plan.json", "{\"digest\": \"past\"}"),
        ("earlier/past/redacted/plan.json", "masked"),
        ("plan.json", "plan.json of one"),
    ]);
    assert_eq!(files(&old), expected);
}

#[test]
fn what_comes_while_a_set_is_made_is_kept() {
    let out = room("late").join("out");
    put(&out, &set(Kind::Plan, "one", &["plan.json", "plan.xlsx"]));
    let staged = Home::claim(&out).unwrap();
    let staged = staged
        .stage(&set(Kind::Plan, "two", &["plan.json"]))
        .unwrap();
    fs::write(out.join("note.txt"), "just now").unwrap();
    fs::remove_file(out.join("plan.json")).unwrap();
    fs::write(out.join("plan.json"), "saved by hand just now").unwrap();
    staged.place().unwrap();
    let expected = are(&[
        ("earlier/late/plan.json", "saved by hand just now"),
        ("earlier/one/plan.json", "plan.json of one"),
        ("earlier/one/plan.xlsx", "plan.xlsx of one"),
        ("note.txt", "just now"),
        ("plan.json", "plan.json of two"),
    ]);
    assert_eq!(files(&out), expected);
}
