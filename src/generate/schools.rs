//! The schools of a made-up county: a seat, townships around it, villages around those.

use super::classes;
use super::draw::{Draw, apportion};
use super::grid::Curriculum;
use super::names::PlaceNames;
use super::options::Options;
use super::places::Style;
use super::seat::{Seat, Tier};
use crate::domain::{Area, School, SchoolKind, SchoolNo, Stage};
use std::collections::BTreeMap;

/// What a school is to be, before it has a place and classes.
struct Site {
    kind: SchoolKind,
    tier: Tier,
    /// Number of the township; none in the seat of the county.
    township: Option<usize>,
    /// Number among those of its township or of the seat.
    number: usize,
}

/// Every school with its classes and its head count.
pub(super) fn make(options: &Options, plan: &Curriculum) -> Vec<Seat> {
    let style = options.place.style();
    let mut draw = Draw::new(options.seed, 1);
    let names = PlaceNames::new(&mut draw);
    let sites = sites(style, options.schools);
    let centres = township_centres(&mut draw, style, &sites);
    let mut seats: Vec<Seat> = sites
        .iter()
        .enumerate()
        .map(|(no, site)| {
            let mut school = blank(&format!("S{:03}", no + 1), "", site.kind);
            name(&mut school, site, style, &names);
            lie(&mut draw, &mut school, site, style, &centres);
            Seat {
                school,
                tier: site.tier,
                classes: BTreeMap::new(),
                heads: 0,
            }
        })
        .collect();
    relate(&mut seats, &sites);
    classes::fill(&mut draw, &mut seats, plan, options);
    furnish(&mut draw, &mut seats);
    seats
}

/// Which schools there are: first those of the seat, then township by township.
fn sites(style: &Style, schools: u32) -> Vec<Site> {
    let core = match style.core_share {
        0 => 0,
        share => (schools * share).div_ceil(1000).clamp(1, schools),
    };
    let rest = schools - core;
    let townships = rest.div_ceil(style.per_township);
    let mut all: Vec<Site> = (0..usize::try_from(core).unwrap_or_default())
        .map(|number| Site {
            kind: if number % 3 == 1 {
                SchoolKind::Junior
            } else {
                SchoolKind::Primary
            },
            tier: Tier::Core,
            township: None,
            number,
        })
        .collect();
    let even = vec![1; usize::try_from(townships).unwrap_or_default()];
    for (township, count) in apportion(rest, &even).into_iter().enumerate() {
        let nine_year = count == 1 || (count > 2 && township % 3 == 2);
        for number in 0..usize::try_from(count).unwrap_or_default() {
            let kind = match number + usize::from(nine_year && number > 0) {
                0 if nine_year => SchoolKind::NineYear,
                1 => SchoolKind::Junior,
                4 | 7 | 10 => SchoolKind::Point,
                _ => SchoolKind::Primary,
            };
            let centre = number == 0 || kind == SchoolKind::Junior;
            all.push(Site {
                kind,
                tier: if centre { Tier::Town } else { Tier::Village },
                township: Some(township),
                number,
            });
        }
    }
    all
}

/// A school of which only code, name and kind are known yet.
pub(super) fn blank(id: &str, name: &str, kind: SchoolKind) -> School {
    School {
        id: id.to_owned(),
        name: name.to_owned(),
        kind,
        area: Area::Village,
        ..School::default()
    }
}

/// A number below one hundred as it stands in the name of a school.
fn numeral(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let tens = number.checked_div(10).unwrap_or_default();
    let ten = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        _ => format!("{}十", DIGITS.get(tens).copied().unwrap_or("九")),
    };
    format!("{ten}{}", DIGITS[number % 10])
}

fn name(school: &mut School, site: &Site, style: &Style, names: &PlaceNames) {
    let seat = if style.core == Area::City {
        "市"
    } else {
        "县"
    };
    let Some(township) = site.township else {
        school.area = style.core;
        let among = site.number.div_ceil(3);
        school.name = match site.kind {
            SchoolKind::Junior => format!("{seat}第{}初级中学", numeral(among)),
            _ if site.number == 0 => format!("{seat}实验小学"),
            _ => format!("{seat}第{}小学", numeral(site.number - among)),
        };
        school.township = Some(
            if style.core == Area::City {
                "城区街道"
            } else {
                "城关镇"
            }
            .to_owned(),
        );
        return;
    };
    let town = if style.regiments {
        format!("{}团", 901 + township)
    } else {
        format!("{}镇", names.next(township))
    };
    school.area = if site.tier == Tier::Town {
        style.central
    } else {
        Area::Village
    };
    let village = if style.regiments {
        format!("{}连", site.number * 2 + 1)
    } else {
        format!("{}村", names.next(200 + township * 12 + site.number))
    };
    school.name = match (site.kind, site.tier) {
        (SchoolKind::NineYear, _) => format!("{town}九年一贯制学校"),
        (SchoolKind::Junior, _) => format!("{town}初级中学"),
        (SchoolKind::Point, _) => format!("{town}{village}教学点"),
        (_, Tier::Village) => format!("{town}{village}小学"),
        _ => format!("{town}中心小学"),
    };
    school.township = Some(town);
}

/// Twelve directions, thousandths of a kilometre east and north for a kilometre.
const DIRECTIONS: [(i64, i64); 12] = [
    (1000, 0),
    (866, 500),
    (500, 866),
    (0, 1000),
    (-500, 866),
    (-866, 500),
    (-1000, 0),
    (-866, -500),
    (-500, -866),
    (0, -1000),
    (500, -866),
    (866, -500),
];

/// A point so many kilometres away in that direction, with a little scatter. A kilometre is taken
/// for 9,000 millionths of a degree north and 10,800 east, as at 34 degrees of latitude.
fn away(draw: &mut Draw, from: (i64, i64), direction: usize, km: (u32, u32)) -> (i64, i64) {
    let metres = i64::from(draw.range(km.0 * 1000, km.1 * 1000));
    let (east, north) = DIRECTIONS[direction % DIRECTIONS.len()];
    let mut scatter = || i64::from(draw.signed(-6_000, 6_000));
    (
        from.0 + (metres * east * 108).div_euclid(10_000) + scatter(),
        from.1 + (metres * north * 9).div_euclid(1_000) + scatter(),
    )
}

fn township_centres(draw: &mut Draw, style: &Style, sites: &[Site]) -> Vec<(i64, i64)> {
    let townships = sites.iter().filter_map(|site| site.township).max();
    let turn = usize::try_from(draw.below(12)).unwrap_or_default();
    (0..townships.map_or(0, |last| last + 1))
        .map(|township| away(draw, style.centre, turn + township * 5, style.town_km))
        .collect()
}

fn lie(draw: &mut Draw, school: &mut School, site: &Site, style: &Style, centres: &[(i64, i64)]) {
    let direction = usize::try_from(draw.below(12)).unwrap_or_default();
    let at = match (site.township, site.tier) {
        (Some(township), Tier::Village) => {
            away(draw, centres[township], direction, style.village_km)
        }
        (Some(township), _) => away(draw, centres[township], direction, (0, 1)),
        (None, _) => away(draw, style.centre, direction, (0, 3)),
    };
    school.place = Some((super::rows::degrees(at.0), super::rows::degrees(at.1)));
}

/// Districts, groups, partners and central schools.
fn relate(seats: &mut [Seat], sites: &[Site]) {
    let townships = sites.iter().filter_map(|site| site.township).max();
    let districts = townships.map_or(1, |last| (last + 1).div_ceil(3));
    let core: Vec<usize> = (0..sites.len())
        .filter(|no| sites[*no].tier == Tier::Core)
        .collect();
    let centre_of = |township: Option<usize>| {
        sites
            .iter()
            .position(|site| site.township == township && site.number == 0)
    };
    for (no, site) in sites.iter().enumerate() {
        let school = &mut seats[no].school;
        let ring = site.township.unwrap_or(site.number) % districts;
        school.district = Some(format!("第{}片区", numeral(ring + 1)));
        match site.tier {
            Tier::Core => {
                school.quality = site.number < 2 || site.number % 5 == 4;
                school.group = (site.number == 0).then(|| "实验教育集团".to_owned());
            }
            Tier::Town => {
                school.group = (site.township == Some(0) && site.number == 0 && !core.is_empty())
                    .then(|| "实验教育集团".to_owned());
            }
            Tier::Village => {
                school.central_school = centre_of(site.township).map(SchoolNo);
            }
        }
        let same: Vec<usize> = core
            .iter()
            .copied()
            .filter(|at| sites[*at].kind == site.kind)
            .collect();
        if site.tier != Tier::Core && site.kind != SchoolKind::Point {
            let turn = site.township.unwrap_or_default() + site.number;
            school.partner = same.get(turn % same.len().max(1)).copied().map(SchoolNo);
        }
    }
}

/// Hardship, beds, boarders and the lists on which a school stands.
fn furnish(draw: &mut Draw, seats: &mut [Seat]) {
    let alone = seats.iter().all(|seat| seat.tier != Tier::Core);
    for seat in seats {
        let point = seat.school.kind == SchoolKind::Point;
        let junior = seat.school.teaches(Stage::Junior);
        let pupils = seat.pupils();
        let school = &mut seat.school;
        school.hardship =
            seat.tier.of_three((0, draw.below(2), draw.range(1, 2))) + u32::from(point);
        school.weak = seat
            .tier
            .of_three((false, draw.per_mille(200), draw.per_mille(500)));
        school.permanent = seat.tier == Tier::Village && (point || draw.per_mille(450));
        school.base_point = alone && seat.tier == Tier::Village;
        school.beds = match (seat.tier, junior) {
            (Tier::Core, _) => 0,
            (Tier::Town, true) => draw.range(5, 10),
            (Tier::Town, false) => draw.range(3, 8),
            (Tier::Village, _) if point => draw.below(2),
            (Tier::Village, _) => draw.range(1, 4),
        };
        let share = match (seat.tier, junior) {
            (Tier::Town, true) => draw.range(350, 600),
            (Tier::Town, false) => draw.below(150),
            _ => 0,
        };
        school.boarders = (pupils * share).div_ceil(1000);
    }
}
