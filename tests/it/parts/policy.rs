//! Values of a policy: exact numbers, how each kind is read, the word that a mistyped one stands for.

use jiff::civil::date;
use lungang::domain::Class;
use lungang::finding::Severity;
use lungang::policy::{
    Card, GoalId, Key, PolicyDoc, PolicyValue, RuleId, Share, Value, load_book, nearest_hint,
};
use lungang::text::Text;

/// The words of a hint say this word, in both languages; nothing is said where nothing is near.
fn offers(word: &str, known: &[&str], best: Option<&str>) {
    let hint = nearest_hint(word, known.iter().copied());
    let expected = best.map(|best| {
        serde_json::json!({
            "zh": format!("（是否为“{best}”？）"),
            "en": format!(" (did you mean \"{best}\"?)"),
        })
    });
    assert_eq!(hint, expected.unwrap_or_else(|| "".into()), "{word}");
}

#[test]
fn only_near_words_are_offered() {
    let known = ["at_least", "at_most", "force"];
    offers("at_leats", &known, Some("at_least"));
    offers("froce", &known, Some("force"));
    offers("编制", &known, None);
    // From `kitten` to `sitting` three letters change. At most a third may: three of nine, not of eight.
    offers("kitten123", &["sitting123"], Some("sitting123"));
    offers("kitten12", &["sitting12"], None);
}

#[test]
fn percentages_are_exact_where_doubles_are_not() {
    // In doubles 100 * 0.07 is a little above 7 and its ceiling is 8.
    let share: Share = "7%".parse().unwrap();
    assert_eq!(share.ceil_of(100), 7);
    let share: Share = "28%".parse().unwrap();
    assert_eq!((share.ceil_of(25), share.ceil_of(26)), (7, 8));
    let ratio: Share = "13.5".parse().unwrap();
    assert_eq!((ratio.numer(), ratio.denom()), (27, 2));
    assert_eq!("1/3".parse::<Share>().unwrap().floor_of(10), 3);
    for wrong in ["", "%", "1.", "a", "1/0", "10%%", "1e2"] {
        assert!(wrong.parse::<Share>().is_err(), "{wrong}");
    }
}

/// A policy of one rule that needs one value of this type.
fn read<T: PolicyValue>(text: &str) -> Option<Value> {
    let says = Text::new("参数", "value");
    let param = Key::<T>::new(RuleId::new("rule"), "key", says, "").param;
    let card = Card {
        code: "R99",
        id: RuleId::new("rule"),
        title: says,
        asks: says,
        formula: "",
        unit: says,
        goal: GoalId::Moves,
        mend: None,
        params: Box::leak(Box::new([param])),
        marks: &[],
        suspected: 0,
        breaches: &[],
    };
    let text = format!(
        "title = {{ zh = \"样例\", en = \"Sample\" }}\n[goals]\n\
        order = [\"empty_posts\", \"title_years\", \"gaps\", \"burden\", \"appointments\", \"moves\"]\n\
        [rules.rule]\nforce = \"must\"\nclauses = [\"A34\"]\nsource = \"样例文件\"\nverified = \"seed\"\n\
        [rules.rule.values]\nkey = \"{text}\"\n"
    );
    let file = "policy.toml".to_owned();
    let cards: [&'static Card; 1] = [Box::leak(Box::new(card))];
    let (book, findings) = load_book(&[PolicyDoc { file, text }], &cards, date(2026, 8, 31));
    let errors = findings.0.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    let errors: Vec<_> = errors.map(|one| one.code.id).collect();
    let value = book.and_then(|book| book.value("rule", "key").cloned());
    let wrong_kind = errors.contains(&"P205");
    assert_eq!(value.is_none(), wrong_kind, "{:?}", findings.0);
    value
}

#[test]
fn each_kind_reads_its_own_texts_and_no_others() {
    let words = |list: &[&str]| Value::Words(list.iter().map(|&w| w.to_owned()).collect());
    assert_eq!(read::<i64>("12"), Some(Value::Count(12)));
    assert_eq!(read::<i64>("-1"), None);
    assert_eq!(read::<i64>("1.5"), None);
    assert_eq!(read::<Share>("-5%"), None);
    assert_eq!(read::<Share>("10%"), Some(Value::Share(Share::new(1, 10))));
    assert_eq!(read::<bool>("是"), Some(Value::Flag(true)));
    assert_eq!(read::<bool>("true"), None);
    assert_eq!(
        read::<Vec<Class>>("town，city"),
        Some(words(&["town", "city"]))
    );
    assert_eq!(read::<Vec<Class>>("none"), Some(words(&[])));
    assert_eq!(read::<Vec<Class>>("town,town"), None);
    assert_eq!(read::<Vec<Class>>("town,"), None);
    assert_eq!(read::<Vec<Class>>(""), None);
    assert_eq!(read::<Class>("none"), None);
}

#[test]
fn a_value_that_may_be_left_out_can_be_lifted_by_a_local_text() {
    assert_eq!(read::<Option<i64>>("无"), Some(Value::Words(Vec::new())));
}
