//! `lungang whatif`: many scenarios side by side.

use super::args::WhatifArgs;
use super::watch::Ear;
use super::{Exit, Shell, Trouble};
use crate::annex::comparison_book;
use crate::run::{self};
use crate::study::Compared;
use crate::text::Text;
use crate::{blanks, page, report};

const WROTE: Text = Text::new(
    "比较结果已写入{file}，说明页{page}。",
    "The comparison is in {file}, the page about it in {page}.",
);

pub(super) fn run(shell: &Shell, args: &WhatifArgs) -> Result<Exit, Trouble> {
    let options = super::plan::options(&args.solve)?;
    let study = run::load_study(&args.study)?;
    let ear = Ear::new(*shell).of(study.variants.len() + 1);
    let compared = crate::study::compare_study(&study, &options, &ear);
    ear.done();
    let compared = compared?;
    if shell.json {
        shell.facts(&compared)?;
    } else {
        shell.say(&report::comparison(&compared, shell.lang))?;
    }
    if let Some(out) = &args.out {
        let file = out.join("comparison.json");
        run::write_json(&file, &compared)?;
        super::attach::study(
            out,
            "comparison.xlsx",
            comparison_book(&compared, shell.lang),
        )?;
        let page = out.join("comparison.html");
        run::write_file(&page, page::comparison_page(&compared).as_bytes())?;
        let (file, page) = (file.display().to_string(), page.display().to_string());
        shell.tell(WROTE, &blanks! { file: file, page: page })?;
    }
    let all = || compared.variants.iter().chain([&compared.base]);
    Ok(
        if compared.findings.has_errors() || all().any(Compared::failed) {
            Exit::Errors
        } else if all().all(Compared::is_settled) {
            Exit::Done
        } else {
            Exit::Unproved
        },
    )
}
