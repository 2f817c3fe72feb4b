//! What stands on a sheet otherwise than in its cells, and cells that point to others.

use super::Case;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "rows-struck-through",
        shows: "issue 16: who has left is struck through in the roster and believed to be out of it",
        finds: &[("I188", "A4")],
        spoil: |mut county| {
            county.sheet("teachers").struck = vec![3, 6];
            county
        },
    },
    Case {
        name: "comments-on-cells",
        shows: "issue 16: a comment on a cell says what the cell should, and nobody reads it",
        finds: &[("I189", "B3")],
        spoil: |mut county| {
            let notes = [(0, 1, "与身份证一致"), (2, 1, "已调出"), (4, 3, "孕期")];
            county.sheet("teachers").notes = notes.to_vec();
            county
        },
    },
    Case {
        name: "ditto-marks",
        shows: "issue 16: 同上 as a district became a district of that name",
        finds: &[("I190", "E3")],
        spoil: |mut county| {
            let sheet = county.sheet("schools");
            for (row, word) in sheet.rows.iter_mut().zip(["片区", "东片", "同上", "〃"]) {
                row.insert(4, word.into());
            }
            county
        },
    },
];
