//! What plans leave undone, on the six scenarios and the twenty made-up counties, reckoned from the tables: posts that stay
//! empty, weekly periods that nobody teaches, and apart from them what colleagues share.

use crate::by_hand::{County, SHIPPED, list, stage, teaches, text};
use crate::read_by_eye_properties::ALL;
use lungang::domain::{Subject, whole};

/// What a plan leaves undone: posts and weekly periods, of all, and what people are too few for.
#[derive(Debug)]
struct Undone {
    posts: i64,
    empty: i64,
    /// Posts beyond everybody who may hold one, recruits among them.
    beyond_hands: i64,
    periods: i64,
    open: i64,
    /// Of these, subjects of which the school has less than half a load: nobody can be hired for them.
    scraps: i64,
    /// Weekly periods that people of the school share, go to another school for, or teach from afar.
    shared: i64,
    /// Weekly periods beyond what everybody can teach.
    beyond_loads: i64,
}

fn undone(county: &County) -> Undone {
    let (mut posts, mut empty, mut hands) = (0, 0, 0);
    for (_, post) in county.posts() {
        let number = post["number"].as_i64().unwrap();
        let hired = post["recruits"].as_i64().unwrap_or(0);
        posts += number;
        hands += hired;
        empty += number - hired - whole(list(post, "filled_by").len());
    }
    let here = county
        .teachers
        .iter()
        .filter(|(who, one)| county.base(who).is_some() && !county.leads(who) && teaches(one));
    hands += whole(here.count());
    let gaps = list(&county.plan["periods"], "gaps");
    let sum = |key: &str| -> i64 { gaps.iter().map(|gap| gap[key].as_i64().unwrap()).sum() };
    let scraps = gaps.iter().filter(|gap| {
        let subject = Subject::find(text(gap, "subject")).unwrap().text().zh;
        let stage = stage(gap);
        let weekly = county.asked(Some((text(gap, "school"), stage)), Some(subject));
        2 * weekly < county.load(stage, subject)
    });
    let periods = county.asked(None, None);
    Undone {
        posts,
        empty,
        beyond_hands: (posts - hands).max(0),
        periods,
        open: sum("open"),
        scraps: scraps.map(|gap| gap["open"].as_i64().unwrap()).sum(),
        shared: sum("inside") + sum("itinerant") + sum("remote"),
        beyond_loads: (periods - county.supply()).max(0),
    }
}

/// A figure of the plan.
fn told(county: &County, key: &str) -> i64 {
    let mut figures = list(&county.plan, "figures").iter();
    let one = figures.find(|one| text(one, "key") == key);
    one.unwrap()["value"].as_i64().unwrap()
}

#[test]
fn where_hands_suffice_under_five_per_cent_of_the_posts_stay_empty() {
    let mut enough = 0;
    for county in ALL.iter() {
        let found = undone(county);
        enough += i64::from(found.beyond_hands == 0);
        // People may be too few for the posts, or for the periods, of which a post has eighteen at most.
        let beyond = found.beyond_hands.max(found.beyond_loads.div_euclid(18));
        // Where people are too few, no more posts are empty than that and five per cent.
        let more = found.empty - beyond;
        assert!(100 * more < 5 * found.posts, "{}: {found:?}", county.name);
        assert_eq!(told(county, "posts_empty"), found.empty, "{}", county.name);
        assert_eq!(told(county, "posts"), found.posts, "{}", county.name);
    }
    assert!(enough >= 15, "hands suffice in {enough} counties only");
}

#[test]
fn under_three_per_cent_of_the_periods_stay_open_but_scraps_and_what_loads_do_not_reach() {
    for county in ALL.iter() {
        let found = undone(county);
        let rest = found.open - found.scraps - found.beyond_loads;
        assert!(100 * rest < 3 * found.periods, "{}: {found:?}", county.name);
        // What colleagues share stands apart, and is told so.
        assert_eq!(told(county, "periods_open"), found.open, "{}", county.name);
        let shared = ["periods_inside", "periods_itinerant", "periods_remote"];
        let shared: i64 = shared.iter().map(|key| told(county, key)).sum();
        assert_eq!(shared, found.shared, "{}", county.name);
    }
    // In the shipped ones scraps are not counted on top of what people are too few for.
    for county in SHIPPED.values() {
        let found = undone(county);
        let rest = found.open - found.scraps.max(found.beyond_loads);
        assert!(100 * rest < 3 * found.periods, "{}: {found:?}", county.name);
    }
}
