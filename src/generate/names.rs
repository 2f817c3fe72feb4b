//! Made-up names of people, townships and villages.

use super::draw::Draw;
use crate::domain::{Sex, length};

/// Surnames, the commonest first; the earlier half is drawn more often.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段";
const FEMALE: &str =
    "芳娜敏静秀丽燕玲红霞梅兰英华慧娟莉萍艳琴云洁雪琳颖婷玉珍淑惠倩蓉菊春瑶佳欣怡雯晓彩凤";
const MALE: &str =
    "伟强磊军勇涛明超刚平辉杰鹏斌波文峰建国志宏海龙林浩宇亮东晓永新成学武胜阳俊飞凯松";
/// Townships and villages are put together from one mark of each list.
const PLACE_FIRST: &str = "青白清石红黄柳桃松竹梅杏桂槐榆杨沙龙凤鹤双长永安兴和福太云银";
const PLACE_LAST: &str = "河溪山岭塘坪坝湾桥店庄屯源泉岗沟川原林田";

fn one(draw: &mut Draw, from: &str) -> char {
    let marks: Vec<char> = from.chars().collect();
    draw.pick(&marks).unwrap_or('文')
}

/// A person's name.
pub(super) fn person(draw: &mut Draw, sex: Sex) -> String {
    let all: Vec<char> = SURNAMES.chars().collect();
    let few = length(all.len()).div_ceil(3);
    let reach = if draw.per_mille(650) { few } else { few * 3 };
    let at = draw.below(reach) as usize;
    let mut name = String::from(all.get(at).copied().unwrap_or('王'));
    let given = if sex == Sex::Female { FEMALE } else { MALE };
    name.push(one(draw, given));
    if draw.per_mille(780) {
        name.push(one(draw, given));
    }
    name
}

/// Names of townships or villages, each another one.
pub(super) struct PlaceNames(Vec<String>);

impl PlaceNames {
    /// All of them, in an order drawn by lot.
    pub(super) fn new(draw: &mut Draw) -> Self {
        let with = |first| PLACE_LAST.chars().map(move |last| format!("{first}{last}"));
        let mut all: Vec<String> = PLACE_FIRST.chars().flat_map(with).collect();
        draw.shuffle(&mut all);
        Self(all)
    }

    /// The next one; a number follows when the list is used up.
    pub(super) fn next(&self, number: usize) -> String {
        let name = &self.0[number % self.0.len()];
        match number.div_euclid(self.0.len()) {
            0 => name.clone(),
            round => format!("{name}{}", round + 1),
        }
    }
}
