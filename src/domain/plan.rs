//! plan.json.
