//! Remainders of several subjects bundled into combined posts (兼课岗).
