//! The same workflow on Slurm, which the test starts on this machine: by night, where Slurm and Snakemake with its
//! executor for Slurm are installed (Debian: `slurm-wlm`; `PyPI`: `snakemake`,
//! `snakemake-executor-plugin-slurm`).

use super::province::{runs, workflow};
use super::{are_alike, ends};
use crate::night::whole;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The services of a cluster of one machine; they end with it.
struct Cluster {
    services: Vec<Child>,
    folder: tempfile::TempDir,
}

impl Drop for Cluster {
    fn drop(&mut self) {
        for service in &mut self.services {
            // One that ended by itself needs nothing more.
            let _ = service.kill();
            let _ = service.wait();
        }
    }
}

fn said(program: &str, words: &[&str]) -> String {
    let done = Command::new(program).args(words).output().unwrap();
    String::from_utf8(done.stdout).unwrap().trim().to_owned()
}

impl Cluster {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().display().to_string();
        for name in ["state", "spool"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let (host, user) = (said("hostname", &["-s"]), said("id", &["-un"]));
        let text = format!(
            "ClusterName=one\nSlurmctldHost={host}\nAuthType=auth/munge\nAuthInfo=socket={at}/munge\n\
             ProctrackType=proctrack/pgid\nTaskPlugin=task/none\nSelectType=select/cons_tres\n\
             SelectTypeParameters=CR_Core\nSlurmUser={user}\nSlurmdUser={user}\n\
             StateSaveLocation={at}/state\nSlurmdSpoolDir={at}/spool\nSlurmctldPidFile={at}/ctld.pid\n\
             SlurmdPidFile={at}/d.pid\nSlurmctldPort=26817\nSlurmdPort=26818\nMpiDefault=none\n\
             ReturnToService=2\nNodeName={host} CPUs=2 RealMemory=4000 State=UNKNOWN\n\
             PartitionName=one Nodes={host} Default=YES State=UP\n"
        );
        fs::write(folder.path().join("slurm.conf"), text).unwrap();
        let key: Vec<u8> = (0..=u8::MAX).cycle().take(1024).collect();
        let mut file = private(&folder.path().join("key"));
        file.write_all(&key).unwrap();
        drop(file);
        let option = |name: &str| format!("--{name}={at}/munge.{name}");
        let munged = [
            format!("--key-file={at}/key"),
            format!("--socket={at}/munge"),
            option("log-file"),
            option("pid-file"),
            option("seed-file"),
            "--foreground".to_owned(),
            "--force".to_owned(),
        ];
        let mut cluster = Self {
            services: Vec::new(),
            folder,
        };
        cluster.add("munged", &munged);
        cluster.add("slurmctld", &["-D".to_owned()]);
        cluster.add("slurmd", &["-D".to_owned()]);
        cluster
    }

    fn add(&mut self, program: &str, words: &[String]) {
        let mut service = Command::new(program);
        service.args(words).env("SLURM_CONF", self.conf());
        service.stdout(Stdio::null()).stderr(Stdio::null());
        self.services.push(service.spawn().unwrap());
        std::thread::sleep(Duration::from_secs(2));
    }

    /// A folder with an `srun` that knows this cluster: the executor's own forgets where the settings lie when that is no
    /// system folder.
    fn bin(&self) -> String {
        let bin = self.folder.path().join("bin");
        fs::create_dir(&bin).unwrap();
        let srun = said("which", &["srun"]);
        let script = format!("#!/bin/sh\nSLURM_CONF={} exec {srun} \"$@\"\n", self.conf());
        let file = bin.join("srun");
        fs::write(&file, script).unwrap();
        let runs = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        fs::set_permissions(&file, runs).unwrap();
        let path = std::env::var("PATH").unwrap();
        format!("{}:{path}", bin.display())
    }

    fn conf(&self) -> String {
        let file = self.folder.path().join("slurm.conf");
        file.display().to_string()
    }
}

/// A file that nobody else may read.
fn private(path: &Path) -> fs::File {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).unwrap()
}

#[test]
fn the_workflow_on_slurm_gives_what_one_run_gives() {
    let all = ["snakemake", "munged", "slurmctld", "slurmd"];
    let plugin = || {
        let told = Command::new("snakemake").arg("--help").output().unwrap();
        String::from_utf8_lossy(&told.stdout).contains("--slurm")
    };
    // Slurm has no long option for its version.
    let is_there = |program: &&str| runs(program, "-V") || runs(program, "--version");
    if !whole() || !all.iter().all(is_there) || !plugin() {
        return;
    }
    let cluster = Cluster::start();
    let here = workflow("slurm");
    let program = format!("program={}", env!("CARGO_BIN_EXE_lungang"));
    let mut snakemake = Command::new("snakemake");
    snakemake.args(["--executor", "slurm", "--jobs", "2"]);
    // A cluster that keeps no accounts is asked by squeue.
    snakemake.args(["--slurm-status-command", "squeue"]);
    snakemake.args(["--seconds-between-status-checks", "2"]);
    snakemake.args(["--default-resources", "slurm_partition=one"]);
    snakemake.args(["--config", "generated=4", "parts=3", "lang=en", &program]);
    snakemake.env("SLURM_CONF", cluster.conf());
    snakemake.env("PATH", cluster.bin()).current_dir(&here);
    let done = snakemake.output().unwrap();
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{told}");
    assert_eq!(
        told.matches("has been submitted with SLURM jobid").count(),
        3,
        "{told}"
    );
    ends(
        &here,
        "region out/counties/region.toml --lang en --out whole",
        3,
    );
    are_alike(&here.join("whole"), &here.join("out/merged"));
}
