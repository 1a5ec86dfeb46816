//! How many may ask one host at once.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use url::Url;

/// The places at every host asked so far.
pub(super) struct Hosts {
    per_host: usize,
    by_name: Mutex<BTreeMap<String, Arc<Places>>>,
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
        Self { per_host: per_host.max(1), by_name: Mutex::default() }
    }

    /// Waits for a place at the host of `url`.
    pub(super) fn enter(&self, url: &Url) -> Place {
        let host = url.host_str().unwrap_or_default().to_owned();
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
}

impl Drop for Place {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.freed.notify_one();
    }
}
