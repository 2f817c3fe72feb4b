//! What is about no scenario, what is wrongly asked, and what is wrong with tables.

use super::group::{Files, Group, expected, scenario, with};

const VERBS: [&str; 17] = [
    "check", "plan", "audit", "whatif", "frontier", "horizon", "region", "merge", "explain",
    "replan", "rules", "generate", "export", "roster", "template", "schema", "selftest",
];

/// Runs every other command.
pub(super) fn all() {
    let mut group = Group::new("rest");
    helps(&mut group);
    misuses(&mut group);
    documents(&mut group);
    made_up(&mut group);
    wrong_tables(&mut group);
    group.done();
}

fn helps(group: &mut Group) {
    let none = Files::new();
    group.both(&none, "--help");
    group.both(&none, "-h");
    group.both(&none, "--version");
    for verb in VERBS {
        group.both(&none, &format!("{verb} --help"));
    }
}

fn misuses(group: &mut Group) {
    let none = Files::new();
    // Without a locale the words are Chinese.
    group.run(&none, "");
    group.run(&none, "chekc");
    for verb in VERBS {
        // These two need nothing more; a template is written below.
        if verb != "selftest" && verb != "rules" {
            group.both(&none, verb);
        }
    }
    for words in [
        "check none",
        "plan none",
        "audit none plan.json",
        "explain none plan.json --prices",
        "replan none --from plan.json",
        "horizon none",
        "frontier none --vary rules.rotation_share.at_least=10%..20%/2",
        "rules none",
        "export none --xlsx a.xlsx",
        "roster diff none none",
        "generate --place moon --out out",
        "generate --on none.csv --out out",
        "schema polcy",
        "rules --coverage none",
        "check none --colour",
        "frontier none --vary rules.rotation_share.at_least=10%",
    ] {
        group.three(&none, words);
    }
    let files = scenario("township");
    let planned = with(&files, "plan.json", expected("township"));
    for words in [
        "audit scenarios/township none.json",
        "explain scenarios/township none.json --prices",
        "replan scenarios/township --from none.xlsx",
        "explain scenarios/township plan.json",
        "explain scenarios/township plan.json --school S001 --prices",
        "replan scenarios/township --from plan.json --redact",
    ] {
        group.three(&planned, words);
    }
}

fn documents(group: &mut Group) {
    let none = Files::new();
    group.four(&none, "selftest");
    group.both(&none, "schema plan");
    group.four(&none, "rules");
    group.four(&none, "rules --coverage");
    group.run(&none, "template folder --json");
    group.run(&none, "template folder --quiet --lang en");
    for (lang, file) in [
        ("zh", "教师交流轮岗模板.xlsx"),
        ("en", "rotation-template.xlsx"),
    ] {
        let written = group.run(&none, &format!("template folder --lang {lang}"));
        let bytes = written[&format!("folder/{file}")].clone();
        let given = with(&none, "template.xlsx", bytes);
        group.run(
            &given,
            &format!("check template.xlsx --out copies --lang {lang}"),
        );
    }
}

/// Schools with our own heads, as a bureau may give them.
const SCHOOLS: &str = "学校代码,学校名称,学校类型,城乡类型,中心校,片区,经度,纬度,专任教师数,周转宿舍床位\n\
    A1,东城小学,小学,城区,,第一片区,110.1,30.1,24,0\nA2,北乡中心小学,小学,镇区,,第一片区,110.2,30.2,12,4\n\
    A3,北乡南村小学,小学,乡村,A2,第一片区,110.3,30.2,6,2\nA4,北乡初级中学,初级中学,镇区,,第一片区,110.2,30.3,18,6\n";

const CLASSES: &str = "学校代码,年级,各班学生数\nA1,1,42;40\nA1,2,45;44\nA1,3,40;40\nA1,4,41\nA1,5,44\nA1,6,45\n\
    A2,1,30\nA2,2,31\nA2,3,33\nA2,4,28\nA2,5,30\nA2,6,35\nA3,1,8\nA3,2,9\nA3,3,7\nA4,7,45;43\nA4,8,40;41\nA4,9,42\n";

/// A school of the ministry's table of the other side of the strait, whose heads are read too.
const FOREIGN: &str = "學年度,縣市名稱,鄉鎮市區,學校代碼,學校名稱,1年級班級數,2年級班級數,3年級班級數,4年級班級數,\
    5年級班級數,6年級班級數,1年級男學生數,1年級女學生數,2年級男學生數,2年級女學生數,3年級男學生數,3年級女學生數,\
    4年級男學生數,4年級女學生數,5年級男學生數,5年級女學生數,6年級男學生數,6年級女學生數,男專任教師,女專任教師,\
    男職員,女職員,地區屬性,經度,緯度\n\
    113,某縣,甲鄉,080001,甲國小,1,1,1,1,1,1,9,8,7,9,10,8,9,9,7,8,9,6,4,8,1,2,偏遠,120.6,23.8\n\
    113,某縣,乙鎮,080002,乙國小,2,2,2,2,2,2,22,25,24,23,26,25,24,22,25,26,23,24,9,17,1,2,一般,120.7,23.9\n\
    113,某縣,丙鄉,080003,丙國小,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,特偏,120.8,23.9\n";

fn made_up(group: &mut Group) {
    let none = Files::new();
    for place in ["national", "anshan", "zhangye", "alar", "township", "dehua"] {
        group.both(&none, &format!("generate --place {place} --out out"));
    }
    let words = "generate --teachers 90 --schools 9 --seed 7 --out county";
    let county = group.three(&none, words);
    group.three(&county, "plan county --out out");
    let based = "generate --place anshan --base ../national --out scenarios/county --lang zh";
    let county = group.run(&none, based);
    let files = scenario("anshan");
    let policy = files["scenarios/anshan/policy.toml"].clone();
    let mut files = with(&files, "scenarios/county/policy.toml", policy);
    files.extend(county);
    group.three(&files, "check scenarios/county");
    let schools = with(&none, "schools.csv", SCHOOLS);
    let both = with(&schools, "classes.csv", CLASSES);
    group.three(&schools, "generate --on schools.csv --out out");
    group.three(
        &both,
        "generate --on schools.csv --classes classes.csv --seed 3 --out out",
    );
    let foreign = with(&none, "foreign.csv", FOREIGN);
    group.three(&foreign, "generate --on foreign.csv --out out");
    let wrong = SCHOOLS.replace("乡村", "村里").replace("24,0", "廿四,0");
    group.three(
        &with(&none, "wrong.csv", wrong),
        "generate --on wrong.csv --out out",
    );
}

/// Cells of the township that are wrong or doubtful: file, what stands there, what is put there.
const SLIPS: [(&str, &str, &str); 9] = [
    ("teachers.csv", "T00002,袁娟华,女", "T00001,袁娟华,女士"),
    ("teachers.csv", "1975-09", "1975年9月"),
    ("teachers.csv", "2003-09", "1987.1"),
    ("teachers.csv", "出生年月", "出生日期（必填）"),
    ("schools.csv", "镇区", "镇里"),
    ("classes.csv", "28;28", "二十八;28"),
    ("service.csv", "T00001,S001", "T00001,S010"),
    ("quota.csv", "小学", "小 学"),
    ("policy.toml", "at_least", "at_lest"),
];

fn wrong_tables(group: &mut Group) {
    let mut files = scenario("township");
    for (file, was, is) in SLIPS {
        let bytes = files
            .get_mut(&format!("scenarios/township/{file}"))
            .unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(was), "{file} has no {was}");
        *bytes = text.replacen(was, is, 1).into_bytes();
    }
    let planned = with(&files, "plan.json", expected("township"));
    group.four(&files, "check scenarios/township --out copies");
    for words in [
        "plan scenarios/township --out out",
        "audit scenarios/township plan.json",
        "explain scenarios/township plan.json --prices",
        "replan scenarios/township --from plan.json",
        "horizon scenarios/township",
        "frontier scenarios/township --vary rules.rotation_share.at_least=10%..20%/2",
        "rules scenarios/township",
        "export scenarios/township --xlsx a.xlsx",
        "export scenarios/township --mps a.mps",
        "roster diff scenarios/township scenarios/national",
        "roster diff scenarios/national scenarios/township",
    ] {
        group.three(&planned, words);
    }
}
