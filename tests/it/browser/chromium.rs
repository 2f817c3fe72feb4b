//! Chromium of the distribution, driven by its command line only: no crate, no port, no download.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What the browser made of a page.
pub(crate) struct Seen {
    /// The document after its scripts ran.
    pub(crate) dom: String,
    /// What was written to the console.
    pub(crate) console: Vec<String>,
    /// What the page itself asked of any network.
    pub(crate) asked: Vec<String>,
}

/// A fresh folder for a case.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("browser")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn chromium(folder: &Path, more: &[String]) -> Output {
    let mut command = Command::new("chromium");
    command
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-extensions",
            "--disable-sync",
            "--metrics-recording-only",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--window-size=1280,900",
            "--enable-logging=stderr",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.join("profile").display()
        ))
        .args(more)
        .arg(format!("file://{}", folder.join("page.html").display()));
    match command.output() {
        Ok(output) => output,
        Err(error) => panic!(
            "the page is tested in a browser, and `chromium` cannot be run ({error}); \
             install it: .ci/setup --tests"
        ),
    }
}

/// Opens a page, runs a script at its end once it is loaded, and sees what came of it. The script may set
/// `said`, an object that [`said`] reads.
pub(crate) fn open(name: &str, page: &str, script: &str) -> Seen {
    let folder = folder(name);
    let probe = format!(
        "<pre id=\"said\"></pre><script>window.addEventListener('load', function () {{\n\
         var said = {{}};\ntry {{\n{script}\n}} catch (error) {{ said.error = String(error); }}\n\
         document.getElementById('said').textContent = JSON.stringify(said);\n}});</script></body>"
    );
    assert!(page.contains("</body>"));
    fs::write(folder.join("page.html"), page.replace("</body>", &probe)).unwrap();
    let log = folder.join("net.json");
    let output = chromium(
        &folder,
        &[
            "--dump-dom".into(),
            format!("--log-net-log={}", log.display()),
        ],
    );
    let noise = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "chromium ended badly: {noise}");
    let console = noise.lines().filter(|line| line.contains(":CONSOLE"));
    Seen {
        dom: String::from_utf8(output.stdout).unwrap(),
        console: console.map(str::to_owned).collect(),
        asked: asked(&log),
    }
}

/// What the script at the end of the page said.
pub(crate) fn said(seen: &Seen) -> serde_json::Value {
    let (_, rest) = seen.dom.split_once("<pre id=\"said\">").unwrap();
    let text = rest.split_once("</pre>").unwrap().0;
    let plain = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    let said: serde_json::Value = serde_json::from_str(&plain).unwrap();
    assert!(said["error"].is_null(), "{said}");
    said
}

/// Requests that the page is behind. The browser's own (its clock, its updates) have no page as their
/// origin.
fn asked(log: &Path) -> Vec<String> {
    let log: serde_json::Value = serde_json::from_slice(&fs::read(log).unwrap()).unwrap();
    let mut asked = Vec::new();
    for event in log["events"].as_array().unwrap() {
        let (url, by) = (&event["params"]["url"], &event["params"]["initiator"]);
        if let (Some(url), Some(by)) = (url.as_str(), by.as_str()) {
            let outside = ["http:", "https:", "ws:", "wss:"]
                .iter()
                .any(|one| url.starts_with(one));
            if outside && by != "not an origin" {
                asked.push(url.to_owned());
            }
        }
    }
    asked
}

/// The page as it is printed: the bytes of a PDF.
pub(crate) fn printed(name: &str, page: &str) -> Vec<u8> {
    let folder = folder(name);
    fs::write(folder.join("page.html"), page).unwrap();
    let file = folder.join("page.pdf");
    let to = format!("--print-to-pdf={}", file.display());
    let output = chromium(&folder, &[to, "--no-pdf-header-footer".into()]);
    let noise = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "chromium ended badly: {noise}");
    fs::read(file).unwrap()
}
