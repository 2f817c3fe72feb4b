//! A run is killed at any moment: the old set is there or the new one, and what was kept is whole too.

use super::{files, is_tidy, put, room, set, whole};
use crate::night::by_night;
use lungang::disk::{DocumentSet, EARLIER, Kind};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Where the process that is killed puts its sets.
const FOLDER: &str = "LUNGANG_TEST_SETS";
/// So many times, spread over the time in which both sets are put in place once.
const KILLS: [u32; 2] = [8, 400];

/// Documents of many sizes, so that it takes a while to write them.
fn big(digest: &str) -> DocumentSet {
    let names: Vec<String> = (0..9).map(|no| format!("{no}/{no}.xlsx")).collect();
    let names: Vec<&str> = names
        .iter()
        .map(String::as_str)
        .chain(["plan.json"])
        .collect();
    let mut set = set(Kind::Plan, digest, &names);
    for (no, one) in set.files.iter_mut().enumerate() {
        one.bytes = one.bytes.repeat(1 + no * 300);
    }
    set
}

/// What the process does that is killed; nothing when it is run among the other cases.
#[test]
fn sets_are_put_in_turn_until_somebody_stops_it() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    for _ in 0..10_000 {
        put(&folder, &big("one"));
        put(&folder, &big("two"));
    }
}

fn started(folder: &Path) -> Child {
    let own = "sets::killed::sets_are_put_in_turn_until_somebody_stops_it";
    Command::new(env::current_exe().unwrap())
        .args(["--exact", own])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// When a run is killed.
enum Moment {
    /// As soon as so many files of the new folder are written.
    Written(usize),
    /// So long after it began.
    After(Duration),
}

/// How many files lie in the folder in which a set is being made.
fn written(room: &Path) -> usize {
    let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten();
    let is_new = |one: &fs::DirEntry| {
        one.file_name()
            .to_string_lossy()
            .starts_with(".out.lungang-")
    };
    let mut folders: Vec<PathBuf> = entries(room).filter(is_new).map(|one| one.path()).collect();
    let mut number = 0;
    while let Some(folder) = folders.pop() {
        for one in entries(&folder) {
            match one.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(one.path()),
                _ => number += 1,
            }
        }
    }
    number
}

/// Waits for the moment; a number of files that never comes is waited for no longer than it takes to write many sets.
fn wait(room: &Path, moment: &Moment) {
    match moment {
        Moment::After(time) => sleep(*time),
        Moment::Written(least) => {
            for _ in 0..3000 {
                if written(room) >= *least {
                    return;
                }
            }
        }
    }
}

/// The folder holds a whole set, and whole ones are what was kept.
fn is_sound(out: &Path) {
    whole(out);
    for (name, words) in files(out) {
        let kept = name.strip_prefix(&format!("{EARLIER}/"));
        let Some((digest, name)) = kept.and_then(|name| name.split_once('/')) else {
            continue;
        };
        let meant = big(digest);
        let meant = meant.files.iter().find(|one| one.name == name).unwrap();
        assert_eq!(words.as_bytes(), meant.bytes, "{name} of {digest}");
    }
    let kept = files(&out.join(EARLIER));
    assert_eq!(kept.len() % big("one").files.len(), 0, "{:?}", kept.keys());
}

#[test]
fn a_run_that_is_killed_leaves_the_old_set_or_the_new_one() {
    let room = room("killed");
    let out = room.join("out");
    put(&out, &big("one"));
    let begun = Instant::now();
    put(&out, &big("two"));
    put(&out, &big("one"));
    let span = begun.elapsed();
    // At every write: the files of the set, what it says of itself, and all that was kept.
    let most = 3 * big("one").files.len() + 1;
    let kills = by_night(KILLS[0], KILLS[1]);
    let moments = (0..kills).map(|no| Moment::After(span * no / kills));
    for moment in (0..=most).map(Moment::Written).chain(moments) {
        let mut child = started(&out);
        // Until it is at work: then its lock is beside the folder.
        let lock = room.join(".out.lungang-lock");
        while !lock.exists() {
            assert_eq!(child.try_wait().unwrap(), None, "it ended by itself");
        }
        wait(&room, &moment);
        child.kill().unwrap();
        child.wait().unwrap();
        is_sound(&out);
        let _ = fs::remove_file(&lock);
    }
    put(&out, &big("two"));
    assert_eq!(whole(&out), "two");
    is_tidy(&room);
}
