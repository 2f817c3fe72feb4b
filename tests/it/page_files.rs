//! The commands write their pages beside their JSON, the same as the library makes them.

use crate::page::{page_of, planned};
use crate::study::root;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn out(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("pages")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn lungang(args: &[&str], out: &Path) {
    let done = Command::new(env!("CARGO_BIN_EXE_lungang"))
        .args(args)
        .arg("--out")
        .arg(out)
        .arg("--quiet")
        .current_dir(root(""))
        .output()
        .unwrap();
    assert!(done.status.success(), "{args:?}: {done:?}");
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn a_plan_and_a_new_plan_have_their_page() {
    let first = out("plan");
    lungang(&["plan", "scenarios/township"], &first);
    assert_eq!(read(&first.join("report.html")), page_of("township"));
    let second = out("replan");
    let (_, _, doc) = planned("township");
    let refuses = doc.moves[0].teacher.as_str();
    let from = first.join("plan.json").display().to_string();
    let copy = crate::keeps_faith::copy("page", "township").join("township");
    let copy = copy.display().to_string();
    lungang(
        &[
            "replan",
            &copy,
            "--from",
            &from,
            "--refuse",
            refuses,
            "--date",
            "2026-08-20",
            "--author",
            "局务会",
            "--reason",
            "因病",
        ],
        &second,
    );
    let page = read(&second.join("report.html"));
    assert!(page.contains("已证明最优") && page != page_of("township"));
}

#[test]
fn a_study_and_a_curve_have_their_page() {
    let folder = out("study");
    fs::create_dir_all(&folder).unwrap();
    let base = root("scenarios/township").display().to_string();
    let study = format!(
        "title = {{ zh = \"招聘与比例\", en = \"Recruits and shares\" }}\nbase = \"{base}\"\n\
         [[scenario]]\nkey = \"more\"\ntitle = {{ zh = \"多招两人\", en = \"Two more\" }}\n\
         [scenario.changes.recruits.Z1]\nnumber = \"+2\"\n\
         [[scenario]]\nkey = \"most\"\ntitle = {{ zh = \"比例过高\", en = \"Too high\" }}\n\
         [scenario.changes.rules.rotation_share]\nat_least = \"90%\"\n"
    );
    let file = folder.join("study.toml");
    fs::write(&file, study).unwrap();
    lungang(&["whatif", &file.display().to_string()], &folder);
    let page = read(&folder.join("comparison.html"));
    for words in [
        "招聘与比例",
        "多招两人",
        "不存在满足全部硬性规定的方案",
        "去向变动的教师",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let folder = out("curve");
    let vary = "rules.rotation_share.at_least=10%..30%/3";
    lungang(&["frontier", "scenarios/national", "--vary", vary], &folder);
    let page = read(&folder.join("frontier.html"));
    assert!(
        page.contains("<svg id=\"curve-picture\"") && page.contains("R03 交流轮岗比例：最低比例")
    );
}

/// The answer that nothing can be done is one that a leader wants on paper.
#[test]
fn a_study_in_which_nothing_has_a_plan_is_written_all_the_same() {
    let base = root("scenarios/township").display().to_string();
    let folder = out("nothing");
    fs::create_dir_all(&folder).unwrap();
    let study = format!(
        "title = \"比例过高\"\nbase = \"{base}\"\n[[scenario]]\nkey = \"most\"\n\
         [scenario.changes.rules.rotation_share]\nat_least = \"90%\"\n"
    );
    let file = folder.join("study.toml").display().to_string();
    fs::write(&file, study).unwrap();
    let vary = "rules.rotation_share.at_least=80%..90%/2";
    let stopped = "rules.rotation_share.at_least=10%..14%/3";
    let cases: [(&str, &[&str]); 3] = [
        ("comparison", &["whatif", &file]),
        ("frontier", &["frontier", &base, "--vary", vary]),
        (
            "frontier",
            &["frontier", &base, "--vary", stopped, "--time-limit", "0"],
        ),
    ];
    for (no, (name, args)) in cases.into_iter().enumerate() {
        let out = folder.join(no.to_string());
        let done = Command::new(env!("CARGO_BIN_EXE_lungang"))
            .args(args)
            .args(["--out", &out.display().to_string(), "--lang", "zh"])
            .output()
            .unwrap();
        for kind in ["json", "html", "xlsx"] {
            let file = out.join(format!("{name}.{kind}"));
            assert!(file.exists(), "{args:?}: {done:?}");
        }
    }
}
