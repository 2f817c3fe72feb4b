//! Which jobs belong to which part.

use super::{ends, folder};
use lungang::study::PartOf;
use std::collections::BTreeSet;

#[test]
fn every_job_belongs_to_one_part_and_parts_are_even() {
    for jobs in 0..=45 {
        let all: Vec<usize> = (1..=jobs).collect();
        for of in 1..=50 {
            let parts: Vec<PartOf> = (1..=of).map(|k| PartOf::new(k, of).unwrap()).collect();
            assert!(parts[0].all().eq(parts.iter().copied()));
            let mut seen = BTreeSet::new();
            for part in &parts {
                let own: Vec<usize> = part.of_all(&all).copied().collect();
                assert_eq!(part.share(jobs), own.len());
                assert!(own.iter().all(|job| job % of == part.part % of), "{part}");
                assert!(own.iter().all(|job| seen.insert(*job)), "{part}");
            }
            assert_eq!(seen.len(), jobs);
            let shares = || parts.iter().map(|part| part.share(jobs));
            assert!(shares().max().unwrap() - shares().min().unwrap() <= 1);
        }
    }
}

#[test]
fn counting_from_nought_gives_the_same_parts() {
    let of = 40;
    let from_one: BTreeSet<_> = (1..=of).map(|k| PartOf::new(k, of)).collect();
    let from_nought: BTreeSet<_> = (0..of).map(|k| PartOf::new(k, of)).collect();
    assert_eq!(from_one, from_nought);
    assert_eq!(PartOf::new(0, of), PartOf::new(of, of));
    assert!(
        [(41, 40), (0, 0), (1, 0), (1, 1_000_000)]
            .iter()
            .all(|(k, n)| PartOf::new(*k, *n).is_none())
    );
}

#[test]
fn a_part_that_is_none_is_wrong_usage() {
    let here = folder("usage", &[]);
    for word in ["3", "41/40", "0/0", "x/4", "4/x", "-1/4", "1/2/3", "/", ""] {
        for (lang, expected) in [("zh", "40/40"), ("en", "3/40")] {
            let words = format!("region r.toml --out o --lang {lang} --part={word}");
            let told = ends(&here, &words, 2);
            assert!(word.is_empty() || told.contains(expected), "{word}: {told}");
        }
    }
    // A part is written to a file, so a folder must be given.
    ends(&here, "region r.toml --part 1/2", 2);
    ends(&here, "merge", 2);
    ends(&here, "merge no-such-file.json --out o", 5);
    ends(&here, "merge . --out o", 5);
}
