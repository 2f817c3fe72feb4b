//! The policies that come with the program: the national text and five local ones below it.

/// First part of their paths.
const FOLDER: &str = "built-in/";
/// The path of the national text.
pub(super) const NATIONAL: &str = "built-in/national/policy.toml";

macro_rules! text_of {
    ($place:literal) => {
        include_str!(concat!("../../scenarios/", $place, "/policy.toml"))
    };
}

const TEXTS: &[(&str, &str, &str)] = &[
    ("national", "国家", text_of!("national")),
    ("anshan", "鞍山", text_of!("anshan")),
    ("zhangye", "张掖", text_of!("zhangye")),
    ("alar", "阿拉尔", text_of!("alar")),
    ("township", "乡镇", text_of!("township")),
    ("dehua", "德化", text_of!("dehua")),
];

/// The text at a path, such as `built-in/anshan/policy.toml`.
pub fn shipped(path: &str) -> Option<&'static str> {
    let name = path.strip_prefix(FOLDER)?.strip_suffix("/policy.toml")?;
    TEXTS.iter().find(|one| one.0 == name).map(|one| one.2)
}

/// The path of the policy that is called so.
pub fn shipped_path(word: &str) -> Option<String> {
    let mut all = TEXTS.iter();
    let word = word.trim();
    let word = if word == "全国" { "national" } else { word };
    let (name, ..) = all.find(|one| one.0.eq_ignore_ascii_case(word) || one.1 == word)?;
    Some(format!("{FOLDER}{name}/policy.toml"))
}

/// The path of the policy of ours that lies in a folder of the same name as this one, such as `../national/policy.toml`.
pub(crate) fn of_the_same_name(path: &str) -> Option<String> {
    let folder = path.strip_suffix("/policy.toml")?;
    let name = folder.rsplit('/').next()?;
    let known = TEXTS.iter().any(|one| one.0 == name) && !path.starts_with(FOLDER);
    known.then(|| format!("{FOLDER}{name}/policy.toml"))
}

/// What the policies are called that come with the program, in Chinese and as a key.
pub fn shipped_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXTS.iter().map(|(key, name, _)| (*name, *key))
}
