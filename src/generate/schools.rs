//! The schools of a made-up county: a seat, townships around it, villages around those.

use super::draw::{Draw, evenly};
use super::grid::Curriculum;
use super::names::PlaceNames;
use super::places::Style;
use super::seat::{Seat, Tier};
use super::{Options, classes};
use crate::domain::{Area, School, SchoolKind, SchoolNo, Stage, UrbanCode};
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
    let turn = draw.index(12);
    let centres: Vec<_> = (0..townships(&sites))
        .map(|township| away(&mut draw, style.centre, turn + township * 5, style.town_km))
        .collect();
    let seat = |(no, site): (usize, &Site)| {
        let mut school = blank(&format!("S{:03}", no + 1), "", site.kind);
        name(&mut school, site, style, &names);
        lie(&mut draw, &mut school, site, style, &centres);
        Seat {
            school,
            tier: site.tier,
            classes: BTreeMap::new(),
            heads: 0,
        }
    };
    let mut seats: Vec<Seat> = sites.iter().enumerate().map(seat).collect();
    relate(&mut seats, &sites);
    classes::fill(&mut seats, plan, options);
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
    let seat = |number| Site {
        kind: match number % 3 {
            1 => SchoolKind::Junior,
            _ => SchoolKind::Primary,
        },
        tier: Tier::Core,
        township: None,
        number,
    };
    let mut all: Vec<Site> = (0..core as usize).map(seat).collect();
    for (township, count) in evenly(rest, townships).into_iter().enumerate() {
        let nine_year = count == 1 || (count > 2 && township % 3 == 2);
        for number in 0..count as usize {
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

/// How many townships there are.
fn townships(sites: &[Site]) -> usize {
    let last = sites.iter().filter_map(|site| site.township).max();
    last.map_or(0, |last| last + 1)
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

/// A number below one thousand as it stands in the name of a school.
fn numeral(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, one) = (number.div_euclid(10) % 10, DIGITS[number % 10]);
    let ten = match (number, tens) {
        (..10, _) => String::new(),
        (10..20, _) => "十".to_owned(),
        (_, 0) if one.is_empty() => String::new(),
        (_, 0) => "零".to_owned(),
        _ => format!("{}十", DIGITS[tens]),
    };
    let hundred = match number.div_euclid(100) {
        0 => String::new(),
        hundreds => format!("{}百", DIGITS[hundreds % 10]),
    };
    format!("{hundred}{ten}{one}")
}

fn name(school: &mut School, site: &Site, style: &Style, names: &PlaceNames) {
    let city = style.core == Area::City;
    school.area = site
        .tier
        .of_three((style.core, style.central, Area::Village));
    lie_by_code(school, site.tier);
    let Some(township) = site.township else {
        let seat = if city { "市" } else { "县" };
        let among = site.number.div_ceil(3);
        school.name = match site.kind {
            SchoolKind::Junior => format!("{seat}第{}初级中学", numeral(among)),
            _ if site.number == 0 => format!("{seat}实验小学"),
            _ => format!("{seat}第{}小学", numeral(site.number - among)),
        };
        let street = if city { "城区街道" } else { "城关镇" };
        school.township = Some(street.to_owned());
        return;
    };
    let (town, village) = if style.regiments {
        let (regiment, company) = (901 + township, site.number * 2 + 1);
        (format!("{regiment}团"), format!("{company}连"))
    } else {
        let village = names.next(200 + township * 12 + site.number);
        (
            format!("{}镇", names.next(township)),
            format!("{village}村"),
        )
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

/// Where it lies by the statistical code, and whether that is the county seat: a city has none, and a
/// village school needs not say so.
fn lie_by_code(school: &mut School, tier: Tier) {
    school.code = Some(match (school.area, tier) {
        (Area::City, _) => UrbanCode::C111,
        (Area::Town, _) => UrbanCode::C121,
        (Area::Village, Tier::Village) => UrbanCode::C220,
        (Area::Village, _) => UrbanCode::C210,
    });
    school.county_seat = (school.area == Area::Town).then_some(tier == Tier::Core);
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

fn lie(draw: &mut Draw, school: &mut School, site: &Site, style: &Style, centres: &[(i64, i64)]) {
    let direction = draw.index(12);
    let from = site
        .township
        .map_or(style.centre, |township| centres[township]);
    let km = site.tier.of_three(((0, 3), (0, 1), style.village_km));
    let (east, north) = away(draw, from, direction, km);
    school.place = Some((degrees(east), degrees(north)));
}

/// Groups of schools, each led by a school of the seat.
const GROUPS: [&str; 2] = ["实验教育集团", "第一教育集团"];

/// Degrees from millionths of a degree.
fn degrees(micro: i64) -> f64 {
    // Below 2^53, so exact before the division, which is rounded the same way everywhere.
    #[allow(clippy::cast_precision_loss, reason = "at most 180 million")]
    let whole = micro as f64;
    whole / 1_000_000.0
}

/// Districts, groups, partners and central schools. A district takes in schools of the seat and whole
/// townships; where there is one township only, every other school of it. The first two schools of the
/// seat lead a group each, with the centre of a township.
fn relate(seats: &mut [Seat], sites: &[Site]) {
    let towns = townships(sites);
    let core = |site: &Site| site.tier == Tier::Core;
    let has_core = sites.iter().any(core);
    let districts = if towns > 1 {
        towns.div_ceil(3).max(3).min(towns)
    } else {
        2
    };
    for (site, seat) in sites.iter().zip(seats) {
        let school = &mut seat.school;
        let turn = site.township.filter(|_| towns > 1);
        let ring = turn.unwrap_or(site.number) % districts;
        school.district = Some(format!("第{}片区", numeral(ring + 1)));
        school.quality = core(site) && (site.number < 2 || site.number % 5 == 4);
        let leads = if core(site) {
            Some(site.number)
        } else {
            site.township.filter(|_| site.number == 0)
        };
        let group = leads.filter(|_| has_core).and_then(|no| GROUPS.get(no));
        school.group = group.map(|name| (*name).to_owned());
        if site.tier == Tier::Village {
            let centre = |one: &Site| one.township == site.township && one.number == 0;
            school.central_school = sites.iter().position(centre).map(SchoolNo);
        }
        if !core(site) && site.kind != SchoolKind::Point {
            let alike = |no: &usize| core(&sites[*no]) && sites[*no].kind == site.kind;
            let same: Vec<_> = (0..sites.len()).filter(alike).map(SchoolNo).collect();
            let turn = site.township.unwrap_or_default() + site.number;
            school.partner = same.get(turn % same.len().max(1)).copied();
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
