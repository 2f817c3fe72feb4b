//! The command line program; everything it does stands in the library.

fn main() -> std::process::ExitCode {
    lungang::cli::main()
}
