//! Title posts of a made-up county: whoever holds a title fills a post, and some posts are empty.

use super::draw::Draw;
use super::options::Options;
use super::people::Staff;
use super::seat::Seat;
use crate::domain::{Employment, SchoolNo, Title, TitlePost};

/// Posts of the senior and the first grade by school; of each grade the last number drawn from is how
/// many more than are filled can be approved.
pub(super) fn title_posts(seats: &[Seat], staff: &Staff, options: &Options) -> Vec<TitlePost> {
    const GRADES: &[(Title, u32)] = &[(Title::Senior, 2), (Title::First, 3)];
    let mut lot = Draw::new(options.seed, 6);
    let mut posts = Vec::new();
    for no in 0..seats.len() {
        for (grade, empty) in GRADES {
            let holders = staff.teachers.iter().filter(|one| {
                one.quota_school.0 == no
                    && one.title == *grade
                    && one.employment == Employment::OnQuota
            });
            let filled = u32::try_from(holders.count()).unwrap_or_default();
            let approved = filled + lot.below(*empty);
            if approved > 0 {
                posts.push(TitlePost {
                    school: SchoolNo(no),
                    grade: *grade,
                    approved,
                    filled,
                    ..TitlePost::default()
                });
            }
        }
    }
    posts
}
