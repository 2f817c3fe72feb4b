//! The same input gives the same bytes: whatever the order of rows, the number of threads, the run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn scenarios() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

/// The plan of a scenario folder, made by the program itself with so many threads.
fn plan(folder: &Path, out: &str, threads: &str) -> Vec<u8> {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(out);
    let done = Command::new(env!("CARGO_BIN_EXE_lungang"))
        .arg("plan")
        .arg(folder)
        .arg("--out")
        .arg(&out)
        .arg("--quiet")
        .env("RAYON_NUM_THREADS", threads)
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    fs::read(out.join("plan.json")).unwrap()
}

/// All scenarios copied, the rows of every table turned about by this many places and reversed.
fn turned(by: usize) -> PathBuf {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("turned-{by}"));
    for folder in fs::read_dir(scenarios()).unwrap() {
        let folder = folder.unwrap();
        if !folder.path().is_dir() {
            continue;
        }
        let copy = to.join(folder.file_name());
        fs::create_dir_all(&copy).unwrap();
        for file in fs::read_dir(folder.path()).unwrap() {
            let file = file.unwrap().path();
            if file.is_dir() {
                continue;
            }
            let mut text = fs::read_to_string(&file).unwrap();
            if file.extension().is_some_and(|end| end == "csv") {
                let (head, rows) = text.split_once('\n').unwrap();
                let mut rows: Vec<&str> = rows.lines().collect();
                let places = by % rows.len().max(1);
                rows.rotate_left(places);
                rows.reverse();
                text = format!("{head}\n{}\n", rows.join("\n"));
            }
            fs::write(copy.join(file.file_name().unwrap()), text).unwrap();
        }
    }
    to
}

#[test]
fn neither_row_order_nor_threads_nor_the_run_changes_a_byte() {
    let turned = turned(17);
    for name in ["national", "anshan", "township", "dehua"] {
        let given = plan(&scenarios().join(name), &format!("{name}-1"), "1");
        let again = plan(&scenarios().join(name), &format!("{name}-2"), "2");
        let other = plan(&turned.join(name), &format!("{name}-turned"), "2");
        assert!(given == again, "{name}: one thread or two");
        assert!(given == other, "{name}: rows in another order");
    }
}

#[test]
fn the_digest_of_a_plan_is_that_of_its_bytes_without_it() {
    let bytes = plan(&scenarios().join("township"), "digest", "1");
    let text = String::from_utf8(bytes).unwrap();
    let start = text.rfind("\"digest\": \"").unwrap() + "\"digest\": \"".len();
    let (head, rest) = text.split_at(start);
    let (said, tail) = rest.split_at(64);
    let reckoned = lungang::input::sha256(format!("{head}{tail}").as_bytes());
    assert_eq!(said, reckoned);
}
