//! JSON as it is written: whatever stands twice in one object is refused, since readers differ in which of the two they
//! believe, and an eye sees the first.

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::cell::RefCell;
use std::fmt;

/// Why a text is no JSON that is read.
#[derive(Debug)]
pub enum NotJson {
    /// It is no JSON, or not of the kind that is expected.
    Broken(serde_json::Error),
    /// A key stands twice in one object: where that is, the key with it.
    Twice(String),
}

impl fmt::Display for NotJson {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(why) => why.fmt(to),
            Self::Twice(path) => write!(to, "{path} stands twice"),
        }
    }
}

/// The value of a JSON text in which no key stands twice.
pub fn json_value(bytes: &[u8]) -> Result<Value, NotJson> {
    let twice = RefCell::default();
    let mut text = serde_json::Deserializer::from_slice(bytes);
    let root = Once {
        path: String::new(),
        twice: &twice,
    };
    let read = root.deserialize(&mut text);
    let read = read.and_then(|value| text.end().map(|()| value));
    read.map_err(|why| match twice.take() {
        Some(path) => NotJson::Twice(path),
        None => NotJson::Broken(why),
    })
}

/// Reads a value in which no key stands twice.
struct Once<'t> {
    /// Where it stands.
    path: String,
    /// Where a key stood twice.
    twice: &'t RefCell<Option<String>>,
}

impl Once<'_> {
    fn below(&self, path: String) -> Self {
        Self {
            path,
            twice: self.twice,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Once<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Once<'_> {
    type Value = Value;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_bool<E>(self, said: bool) -> Result<Value, E> {
        Ok(Value::Bool(said))
    }

    fn visit_i64<E>(self, said: i64) -> Result<Value, E> {
        Ok(Value::from(said))
    }

    fn visit_u64<E>(self, said: u64) -> Result<Value, E> {
        Ok(Value::from(said))
    }

    fn visit_f64<E>(self, said: f64) -> Result<Value, E> {
        Ok(Number::from_f64(said).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, said: &str) -> Result<Value, E> {
        Ok(Value::from(said))
    }

    fn visit_string<E>(self, said: String) -> Result<Value, E> {
        Ok(Value::String(said))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(one) =
            list.next_element_seed(self.below(format!("{}[{}]", self.path, all.len())))?
        {
            all.push(one);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some(key) = fields.next_key::<String>()? {
            let path = if self.path.is_empty() {
                key.clone()
            } else {
                format!("{}.{key}", self.path)
            };
            if all.contains_key(&key) {
                self.twice.replace(Some(path));
                return Err(A::Error::custom("a key stands twice"));
            }
            let value = fields.next_value_seed(self.below(path))?;
            all.insert(key, value);
        }
        Ok(Value::Object(all))
    }
}
