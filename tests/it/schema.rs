//! The published layout of `plan.json` is that of the program.

use std::fs;
use std::path::Path;

#[test]
fn the_published_schema_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/plan.schema.json");
    let mut now = serde_json::to_string_pretty(&lungang::report::plan_schema()).unwrap();
    now.push('\n');
    let kept = fs::read_to_string(&file).unwrap_or_default();
    if kept != now && std::env::var("SNAPSHOTS").as_deref() == Ok("overwrite") {
        fs::write(&file, &now).unwrap();
        return;
    }
    assert!(
        kept == now,
        "src/report/plan.schema.json is out of date; mend it with\n  \
         SNAPSHOTS=overwrite cargo test --release schema"
    );
}
