//! The program is linked to stand at a fixed place in memory: its tables are full of addresses, and to set them right at
//! each start would take longer than many a page takes to clean.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
