//! The heads under which rosters keep postings: one of a kind for each person.

use super::heads;
use crate::domain::Form;

/// The heads of one kind of posting.
struct Heads {
    form: Form,
    unit: &'static [&'static str],
    from: &'static [&'static str],
    to: &'static [&'static str],
}

const KINDS: [Heads; 2] = [
    Heads {
        form: Form::Exchange,
        unit: &[
            "交流单位",
            "交流单位名称",
            "交流单位全称",
            "交流学校",
            "交流轮岗单位",
            "交流轮岗单位名称",
        ],
        from: &["交流开始时间", "交流开始年月", "交流开始", "交流起始时间"],
        to: &["交流结束时间", "交流结束年月", "交流结束", "交流终止时间"],
    },
    Heads {
        form: Form::Support,
        unit: &["支教单位", "支教单位名称", "支教单位全称", "支教学校"],
        from: &["支教开始时间", "支教开始年月", "支教开始", "支教起始时间"],
        to: &["支教结束时间", "支教结束年月", "支教结束", "支教终止时间"],
    },
];

/// Bare heads of the beginning and of the end.
const FROM: [&str; 6] = ["开始", "开始时间", "开始年月", "起始时间", "起始年月", "起"];
const TO: [&str; 6] = ["结束", "结束时间", "结束年月", "终止时间", "截止时间", "止"];

/// Where the columns of one kind of posting stand, from 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct SpellColumns {
    pub(super) form: Form,
    pub(super) unit: usize,
    pub(super) from: usize,
    pub(super) to: Option<usize>,
}

impl SpellColumns {
    /// Its columns.
    pub(super) fn all(self) -> impl Iterator<Item = usize> {
        [self.unit, self.from].into_iter().chain(self.to)
    }
}

/// The postings of which a roster has columns: the school and the beginning at least.
pub(super) fn columns(head: &[String]) -> Vec<SpellColumns> {
    let find = |words: &[&str]| {
        let mut heads = head.iter();
        heads.position(|head| words.iter().any(|word| heads::same(head, word)))
    };
    let kinds = KINDS.iter().filter_map(|kind| {
        let unit = find(kind.unit)?;
        // Bare heads behind the school are those of the same posting.
        let beside = |at: usize, words: &[&str]| {
            let head = head.get(at)?;
            words
                .iter()
                .any(|word| heads::same(head, word))
                .then_some(at)
        };
        let from = find(kind.from).or_else(|| beside(unit + 1, &FROM))?;
        let to = find(kind.to).or_else(|| beside(from + 1, &TO));
        let form = kind.form;
        Some(SpellColumns {
            form,
            unit,
            from,
            to,
        })
    });
    kinds.collect()
}
