//! How many may ask one host at once, and which hosts nobody need ask any more.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use url::Url;

/// The places at every host asked so far.
pub(super) struct Hosts {
    per_host: usize,
    by_name: Mutex<BTreeMap<String, Arc<Places>>>,
    silent: Mutex<BTreeSet<String>>,
    fruitless: Mutex<BTreeSet<String>>,
}

/// The places at one host.
struct Places {
    free: Mutex<usize>,
    freed: Condvar,
}

/// One place at a host; given back when dropped.
pub(super) struct Place(Arc<Places>);

impl Hosts {
    /// At least one may ask, whatever `per_host` says.
    pub(super) fn new(per_host: usize) -> Self {
        Self {
            per_host: per_host.max(1),
            by_name: Mutex::default(),
            silent: Mutex::default(),
            fruitless: Mutex::default(),
        }
    }

    /// Waits for a place at the host of `url`.
    pub(super) fn enter(&self, url: &Url) -> Place {
        let host = host(url);
        let places = {
            let mut by_name = self.by_name.lock().unwrap_or_else(PoisonError::into_inner);
            let new = || Arc::new(Places { free: Mutex::new(self.per_host), freed: Condvar::new() });
            Arc::clone(by_name.entry(host).or_insert_with(new))
        };
        let free = places.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = places.freed.wait_while(free, |free| *free == 0).unwrap_or_else(PoisonError::into_inner);
        *free -= 1;
        drop(free);
        Place(places)
    }

    /// Remembers that nobody at the host of `url` takes connections: an issue may name a hundred pictures there, and
    /// waiting for each in turn would take many minutes.
    pub(super) fn give_up(&self, url: &Url) {
        self.silent.lock().unwrap_or_else(PoisonError::into_inner).insert(host(url));
    }

    /// True if the host of `url` was given up.
    pub(super) fn is_given_up(&self, url: &Url) -> bool {
        self.silent.lock().unwrap_or_else(PoisonError::into_inner).contains(&host(url))
    }

    /// Remembers that a guess at the host of `url` was paid for with waiting, and that no other is worth it. What a page
    /// names there is asked for all the same.
    pub(super) fn guess_no_more(&self, url: &Url) {
        self.fruitless.lock().unwrap_or_else(PoisonError::into_inner).insert(host(url));
    }

    /// True if nothing is to be guessed at the host of `url`.
    pub(super) fn skips_guesses(&self, url: &Url) -> bool {
        self.fruitless.lock().unwrap_or_else(PoisonError::into_inner).contains(&host(url))
    }
}

/// Name and port.
fn host(url: &Url) -> String {
    format!("{}:{}", url.host_str().unwrap_or_default(), url.port_or_known_default().unwrap_or_default())
}

impl Drop for Place {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_host_is_given_up_and_no_other() {
        let url = |address: &str| Url::parse(address).unwrap();
        let hosts = Hosts::new(1);
        hosts.give_up(&url("https://pictures.example/a.jpg"));
        assert!(hosts.is_given_up(&url("https://pictures.example:443/b.jpg")));
        assert!(!hosts.is_given_up(&url("http://pictures.example/a.jpg")));
        assert!(!hosts.is_given_up(&url("https://example/a.jpg")));
    }
}
