//! A word that may be missing, written as an empty one.

use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes the word, or nothing between the quotes.
#[allow(clippy::ref_option, reason = "serde hands over the field itself")]
pub(super) fn serialize<T: Serialize, S: Serializer>(
    word: &Option<T>,
    to: S,
) -> Result<S::Ok, S::Error> {
    match word {
        Some(word) => word.serialize(to),
        None => to.serialize_str(""),
    }
}

/// Reads it back.
pub(super) fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    let word = String::deserialize(from)?;
    let word = (!word.is_empty()).then_some(word);
    word.map(|word| T::deserialize(word.into_deserializer()))
        .transpose()
}
