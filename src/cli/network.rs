//! The options about the network, the same for every command that may use it.

use crate::fetch::{FetchRules, default_cache_folder};
use clap::Args;

#[derive(Debug, Args)]
#[command(next_help_heading = "Network")]
pub(super) struct NetworkArguments {
    /// Use the network for nothing; what is in the cache is used
    #[arg(long)]
    offline: bool,
    /// Allow addresses on this machine and in private networks
    #[arg(long)]
    allow_private: bool,
    /// Keep nothing of what is fetched, and use nothing kept before
    #[arg(long, conflicts_with = "offline")]
    no_cache: bool,
}

impl NetworkArguments {
    pub(super) fn rules(&self) -> FetchRules {
        FetchRules {
            offline: self.offline,
            allow_private: self.allow_private,
            cache: if self.no_cache { None } else { default_cache_folder() },
            ..FetchRules::default()
        }
    }
}
