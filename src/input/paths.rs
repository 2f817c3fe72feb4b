//! Paths inside a scenario: always relative, with `/`, seen from the scenario's folder.

/// Whether a path names a place on this computer only.
pub(super) fn is_absolute(path: &str) -> bool {
    let path = path.replace('\\', "/");
    let first = path.split('/').next().unwrap_or_default();
    path.starts_with('/') || first.ends_with(':')
}

/// `path` as written in the file `from`, seen from the scenario's folder.
pub(super) fn join(from: &str, path: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let whole = format!("{folder}/{}", path.replace('\\', "/"));
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    parts.join("/")
}

/// A path as shown to the officer: without the way up.
pub(super) fn shown(path: &str) -> &str {
    let mut rest = path;
    while let Some(shorter) = rest.strip_prefix("../") {
        rest = shorter;
    }
    rest
}

/// The policy that this policy extends. A text that cannot be understood is told by `law`.
pub(super) fn extends(path: &str, text: &str) -> Option<String> {
    let document: toml::Table = text.parse().ok()?;
    let other = document.get("extends")?.as_str()?;
    Some(join(path, other))
}
