//! A scenario as pages of one workbook: its tables cell by cell, its settings, pins, bans and the
//! texts of its policies. What is written so reads back as the same scenario.

use super::change::policy_documents;
use super::documents::Documents;
use super::manifest::Decision;
use super::scenario::{Opened, open};
use super::settings::Page;
use super::tables::TABLES;
use super::tables::settings::{BANS, ITEMS, PINS, POLICIES, SCENARIO, WAIVERS};
use crate::domain::Label;
use crate::finding::Findings;
use crate::policy;

/// The pages, in the order of the template; tables that the scenario does not have are left out.
pub fn pages(documents: &Documents) -> (Vec<Page>, Findings) {
    let mut findings = Findings::default();
    let mut opened = open(documents, &mut findings);
    keep_edits(&mut opened);
    let page = |spec, rows| Page { spec, rows };
    let decided = |spec, all: &[Decision]| {
        let rows = all.iter().map(|one| one.cells(spec));
        page(spec, rows.collect())
    };
    let mut pages = vec![
        page(&SCENARIO, settings(&opened)),
        decided(&PINS, &opened.manifest.pins),
        decided(&BANS, &opened.manifest.bans),
        decided(&WAIVERS, &opened.manifest.waivers),
        page(&POLICIES, policies(&opened)),
    ];
    pages.retain(|page| !page.rows.is_empty());
    for spec in TABLES {
        if let Some(sheet) = opened.sheets.get(spec.key) {
            let rows = sheet.table.rows.iter().map(|row| sheet.cells(row));
            pages.push(page(spec, rows.collect()));
        }
    }
    (pages, findings)
}

/// Changes of rules become a policy of their own on top of the others.
fn keep_edits(opened: &mut Opened) {
    let (Some(date), false) = (opened.manifest.date, opened.edits.is_empty()) else {
        return;
    };
    for (no, doc) in (1..).zip(policy_documents(&opened.edits, date)) {
        let path = format!("changes-{no}.toml");
        let below = opened.manifest.policy.replace(path.clone());
        let text = match below {
            Some(below) => format!("extends = \"{below}\"\n{}", doc.text),
            None => doc.text,
        };
        opened.policies.push((path, text));
    }
}

fn settings(opened: &Opened) -> Vec<Vec<String>> {
    let (manifest, date) = (&opened.manifest, opened.manifest.date);
    let value = |key: &str| match key {
        "title_zh" => manifest.title_zh.clone(),
        "title_en" => manifest.title_en.clone(),
        "made_up" => if manifest.made_up { "是" } else { "否" }.to_owned(),
        "reckoning_date" => date.map(|date| date.to_string()).unwrap_or_default(),
        "lottery_seed" => manifest.lottery_seed.clone().unwrap_or_default(),
        _ => manifest.policy.clone().unwrap_or_default(),
    };
    let row = |item: &Label| vec![item.text.zh.to_owned(), value(item.key)];
    ITEMS.iter().map(row).collect()
}

fn policies(opened: &Opened) -> Vec<Vec<String>> {
    let policies = opened.policies.iter().rev();
    let own = policies.filter(|(path, _)| policy::shipped(path).is_none());
    let rows = own.flat_map(|(path, text)| {
        let lines = text.lines();
        lines.map(|line| vec![path.clone(), line.to_owned()])
    });
    rows.collect()
}
