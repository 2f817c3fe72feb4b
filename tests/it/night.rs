//! How much is tried: all by night, when nobody waits, and a part of the same cases with every change.

/// Whether everything is tried; `.ci/night` asks for it.
pub(crate) fn whole() -> bool {
    std::env::var_os("LUNGANG_NIGHT").is_some()
}

/// What is tried with every change, and what by night.
pub(crate) fn by_night<T>(day: T, night: T) -> T {
    if whole() { night } else { day }
}
