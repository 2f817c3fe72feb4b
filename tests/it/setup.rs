//! `.ci/setup` on machines made of stand-ins: what it installs, as whom, and what it says otherwise.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const TOOLS: [&str; 6] = ["cc", "ld", "cmake", "make", "g++", "chromium"];
/// Writes down how it was called; `install` puts a tool there for each package.
const APT: &str = r#"echo "apt-get $*" >>"$LOG"
case $* in *install*) for one; do printf '#!/bin/sh\n' >"$BIN/$one"; chmod 755 "$BIN/$one"; done ;; esac"#;

struct Machine(PathBuf);

impl Machine {
    /// A machine with these commands besides the tools that every system has.
    fn new(name: &str, user: &str, commands: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("setup")
            .join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("bin")).unwrap();
        fs::write(folder.join("libclang.so"), "a library").unwrap();
        let machine = Self(folder);
        let plain = "sh dirname sed cut sort head grep env find flock nm ldd chmod true";
        for tool in plain.split_whitespace() {
            let real = ["/usr/bin", "/bin"].map(|folder| Path::new(folder).join(tool));
            let real = real.iter().find(|real| real.exists());
            symlink(
                real.expect("every Linux has it"),
                machine.0.join("bin").join(tool),
            )
            .unwrap();
        }
        machine.add("id", &format!("echo {user}"));
        machine.add("cargo", "echo cargo 99.0.0");
        for command in commands {
            let body = match *command {
                "apt-get" => APT,
                "dpkg" => r#"echo "dpkg $*" >>"$LOG""#,
                "sudo" => r#"echo sudo >>"$LOG"; exec "$@""#,
                _ => "",
            };
            machine.add(command, body);
        }
        machine
    }

    fn add(&self, command: &str, body: &str) {
        let path = self.0.join("bin").join(command);
        fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// What the script says, how it ends, and what was called.
    fn setup(&self) -> (String, bool, String) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let Output { status, stderr, .. } = Command::new(root.join(".ci/setup"))
            .arg("--tests")
            .env_clear()
            .env("PATH", self.0.join("bin"))
            .env("BIN", self.0.join("bin"))
            .env("LOG", self.0.join("log"))
            .env("LIBCLANG_PATH", &self.0)
            .env("SSL_CERT_FILE", root.join("Cargo.toml"))
            .env("CARGO_TARGET_DIR", self.0.join("target"))
            .output()
            .unwrap();
        let log = fs::read_to_string(self.0.join("log")).unwrap_or_default();
        let said = String::from_utf8(stderr).unwrap();
        (said, status.success(), log)
    }
}

#[test]
fn where_nothing_is_missing_nobody_is_asked() {
    let commands = [&TOOLS[..], &["apt-get", "dpkg", "sudo"]].concat();
    let (said, well, log) = Machine::new("whole", "1000", &commands).setup();
    assert!(well && said.is_empty() && log.is_empty(), "{said}\n{log}");
}

#[test]
fn root_needs_no_sudo_and_gets_what_is_missing_after_new_lists() {
    let machine = Machine::new("root", "0", &["cc", "ld", "make", "apt-get", "dpkg"]);
    let (said, well, log) = machine.setup();
    assert!(well, "{said}\n{log}");
    let calls: Vec<&str> = log.lines().collect();
    assert_eq!(calls.len(), 3, "{log}");
    assert!(calls[0].ends_with(" update"), "{log}");
    assert!(calls[1].ends_with(" --configure -a"), "{log}");
    assert!(
        calls[2].ends_with("--no-install-recommends cmake g++ chromium"),
        "{log}"
    );
    let (said, well, after) = machine.setup();
    assert!(
        well && after == log,
        "the second time there is nothing to do: {said}\n{after}"
    );
}

#[test]
fn a_user_installs_by_sudo() {
    let commands = [
        "cc", "ld", "cmake", "make", "g++", "apt-get", "dpkg", "sudo",
    ];
    let (said, well, log) = Machine::new("user", "1000", &commands).setup();
    assert!(well, "{said}\n{log}");
    assert_eq!(log.matches("sudo").count(), 4, "{log}");
}

#[test]
fn who_cannot_install_is_told_what_to_ask_for() {
    let plain = Machine::new("neither", "1000", &["cc", "ld", "g++", "make", "apt-get"]);
    let other = Machine::new("other", "0", &["cc", "ld", "g++", "make"]);
    for (machine, words) in [
        (plain, ["管理员", "ask for"]),
        (other, ["本系统", "no apt-get"]),
    ] {
        let (said, well, log) = machine.setup();
        assert!(!well && log.is_empty(), "{said}\n{log}");
        for word in words.into_iter().chain(["cmake chromium"]) {
            assert!(said.contains(word), "{word} is not in: {said}");
        }
    }
}

#[test]
fn what_cannot_be_taken_away_from_this_machine_is_looked_for_too() {
    let script = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/setup"));
    let script = script.unwrap();
    for package in ["libclang-dev", "ca-certificates"] {
        let line = format!("  need {package} ");
        assert!(script.contains(&line), "no line `{line}`");
    }
}
