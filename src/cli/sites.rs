//! The option about single sites, the same for every command that finds articles.

use super::wrong_use;
use crate::clean::sites::Sites;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct SiteArguments {
    /// A folder of rules for single sites, HOST.toml each: selectors for the body, captions, credits and more
    #[arg(long, value_name = "FOLDER", help_heading = "Choosing")]
    sites: Option<PathBuf>,
}

impl SiteArguments {
    /// The rules in the folder, if one is named; ends the program where they cannot be used.
    pub(super) fn read(&self, command: &str) -> Sites {
        let sites = self.sites.as_deref().map(Sites::in_folder);
        sites.unwrap_or_else(|| Ok(Sites::default())).unwrap_or_else(|error| wrong_use(command, &error.to_string()))
    }
}
