//! Devices, pipes and links: none is read for ever, overwritten or followed to where it leads.

use super::{files, room, set};
use lungang::disk::{self, DiskFault, Home, Kind};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn lungang(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lungang"))
        .args(args)
        .args(["--lang", "zh"])
        .current_dir(folder)
        .output()
        .unwrap()
}

#[cfg(unix)]
fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[cfg(unix)]
#[test]
fn devices_and_pipes_are_refused_wherever_a_file_is_meant() {
    let room = room("pipes");
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township");
    let scenario = scenario.display().to_string();
    let zero = "/dev/zero";
    pipe(&room.join("pipe"));
    pipe(&room.join("pipe.csv"));
    for name in [
        "scenario.toml",
        "teachers.csv",
        "decisions.toml",
        "columns.toml",
    ] {
        let folder = room.join(name.replace('.', "_"));
        fs::create_dir_all(&folder).unwrap();
        for (file, text) in [
            ("schools.csv", "id,name\n"),
            ("scenario.toml", "title = \"x\"\n"),
        ] {
            fs::write(folder.join(file), text).unwrap();
        }
        let _ = fs::remove_file(folder.join(name));
        pipe(&folder.join(name));
    }
    let audited = [
        format!("check {zero}"),
        "check pipe.csv".into(),
        "check scenario_toml".into(),
        "check teachers_csv".into(),
        "check decisions_toml".into(),
        "check columns_toml".into(),
        format!("audit {scenario} pipe"),
        format!("audit {scenario} {zero}"),
        "generate --on pipe --out made".into(),
        format!("export {scenario} --mps pipe"),
        format!("export {scenario} --xlsx {zero}"),
        format!("roster diff {scenario} pipe.csv"),
    ];
    // What only the program with a solver does.
    let solved = ["region pipe".into(), "whatif pipe".into()];
    let solved = if cfg!(feature = "solver") {
        &solved[..]
    } else {
        &[]
    };
    for words in audited.iter().chain(solved) {
        let words: Vec<&str> = words.split(' ').collect();
        let done = lungang(&words, &room);
        let said = String::from_utf8_lossy(&done.stderr) + String::from_utf8_lossy(&done.stdout);
        assert_eq!(done.status.code(), Some(5), "{words:?}: {said}");
        assert!(said.contains("不是普通文件"), "{words:?}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_one_that_is_laid_in_the_way_is_not_followed() {
    use std::os::unix::fs::symlink;
    let room = room("links");
    let elsewhere = room.join("elsewhere");
    let out = room.join("out");
    symlink(&elsewhere, room.join(".out.lungang-lock")).unwrap();
    let laid = Home::claim(&out)
        .unwrap()
        .stage(&set(Kind::Plan, "one", &["plan.json"]));
    assert!(matches!(laid, Err(DiskFault::File { .. })));
    assert!(!elsewhere.exists() && !out.exists());
    fs::remove_file(room.join(".out.lungang-lock")).unwrap();
    // A file and a folder behind links are written where they are.
    fs::write(room.join("real.txt"), "old").unwrap();
    symlink(room.join("real.txt"), room.join("link.txt")).unwrap();
    disk::write(&room.join("link.txt"), b"new").unwrap();
    assert_eq!(fs::read_to_string(room.join("real.txt")).unwrap(), "new");
    fs::create_dir(room.join("real")).unwrap();
    symlink(room.join("real"), room.join("link")).unwrap();
    super::put(&room.join("link"), &set(Kind::Plan, "one", &["plan.json"]));
    assert!(
        fs::symlink_metadata(room.join("link"))
            .unwrap()
            .is_symlink()
    );
    assert!(room.join("real/plan.json").exists());
    // A link to nowhere is no place to write to.
    symlink(room.join("nowhere"), room.join("broken")).unwrap();
    assert!(Home::claim(&room.join("broken")).is_err());
    assert!(disk::write(&room.join("broken"), b"x").is_err());
    assert!(!room.join("nowhere").exists());
    // A document that somebody made a link goes to the others of its plan, as a link.
    fs::remove_file(room.join("real/plan.json")).unwrap();
    symlink(room.join("real.txt"), room.join("real/plan.json")).unwrap();
    super::put(&room.join("real"), &set(Kind::Plan, "two", &["plan.json"]));
    assert_eq!(fs::read_to_string(room.join("real.txt")).unwrap(), "new");
    let kept = room.join("real/earlier/one/plan.json");
    assert!(fs::symlink_metadata(kept).unwrap().is_symlink());
}

#[test]
fn one_file_by_itself_is_kept_where_another_takes_its_place() {
    let room = room("single");
    let file = room.join("template.xlsx");
    assert_eq!(disk::put(&file, b"empty").unwrap(), None);
    assert_eq!(disk::put(&file, b"empty").unwrap(), None);
    fs::write(&file, "filled in").unwrap();
    let kept = disk::put(&file, b"empty").unwrap().unwrap();
    assert_eq!(fs::read_to_string(kept).unwrap(), "filled in");
    assert_eq!(files(&room).len(), 2);
    // A whole county is not written over another.
    let words = "generate --teachers 30 --schools 4 --out county";
    let words: Vec<&str> = words.split(' ').collect();
    assert_eq!(lungang(&words, &room).status.code(), Some(0));
    assert_eq!(lungang(&words, &room).status.code(), Some(0));
    let table = room.join("county/teachers.csv");
    let own = fs::read_to_string(&table).unwrap() + "\n";
    fs::write(&table, &own).unwrap();
    assert_eq!(lungang(&words, &room).status.code(), Some(5));
    assert_eq!(fs::read_to_string(&table).unwrap(), own);
}
