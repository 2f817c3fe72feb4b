//! The policies that come with the program: the national text and five local ones below it.

/// First part of their paths.
const FOLDER: &str = "built-in/";

const TEXTS: &[(&str, &str, &str)] = &[
    (
        "national",
        "国家",
        include_str!("../../scenarios/national/policy.toml"),
    ),
    (
        "anshan",
        "鞍山",
        include_str!("../../scenarios/anshan/policy.toml"),
    ),
    (
        "zhangye",
        "张掖",
        include_str!("../../scenarios/zhangye/policy.toml"),
    ),
    (
        "alar",
        "阿拉尔",
        include_str!("../../scenarios/alar/policy.toml"),
    ),
    (
        "township",
        "乡镇",
        include_str!("../../scenarios/township/policy.toml"),
    ),
    (
        "dehua",
        "德化",
        include_str!("../../scenarios/dehua/policy.toml"),
    ),
];

/// The text at a path, such as `built-in/anshan/policy.toml`.
pub fn shipped(path: &str) -> Option<&'static str> {
    let name = path.strip_prefix(FOLDER)?.strip_suffix("/policy.toml")?;
    TEXTS.iter().find(|one| one.0 == name).map(|one| one.2)
}

/// The path of the policy that is called so.
pub fn shipped_path(word: &str) -> Option<String> {
    let found = TEXTS
        .iter()
        .find(|one| one.0.eq_ignore_ascii_case(word) || one.1 == word)?;
    Some(format!("{FOLDER}{}/policy.toml", found.0))
}
