//! Writing a file whole or not at all: beside its place first, then renamed.

use super::RunFault;
use std::io::Write;
use std::path::Path;

/// Writes a file; on any failure the old one is untouched and nothing half-written remains.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), RunFault> {
    let fault = |source| RunFault::File {
        path: path.to_owned(),
        source,
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(fault)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let beside = path.with_file_name(name);
    let written = std::fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written
        .and_then(|()| std::fs::rename(&beside, path))
        .map_err(|source| {
            let _ = std::fs::remove_file(&beside);
            fault(source)
        })
}

/// Writes facts as two-space JSON with a final line feed.
pub fn write_json(path: &Path, facts: &impl serde::Serialize) -> Result<(), RunFault> {
    let fault = |source: serde_json::Error| RunFault::File {
        path: path.to_owned(),
        source: source.into(),
    };
    let mut bytes = serde_json::to_vec_pretty(facts).map_err(fault)?;
    bytes.push(b'\n');
    write_file(path, &bytes)
}
