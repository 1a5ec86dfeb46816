//! The one door to the network: limits, retries, cache and address checks live here and nowhere else.
//!
//! [`Fetcher::get`] takes an address and gives the body behind it, or a sentence why there is none:
//!
//! 1. only http and https pass, and each redirect is followed by hand, so that every hop meets the same rules;
//! 2. what the disk keeps and is still fresh is answered without a request (`cache`); what is stale is asked for
//!    with the validators it came with, and a "304 Not Modified" makes it fresh again (RFC 9111);
//! 3. a host is asked by so many at once and no more (`host`);
//! 4. the address is checked where the connection is made, on the very answer of the name server that is then
//!    connected to (`address`), so that no name can point elsewhere between the check and the use;
//! 5. what may pass is tried again, what will not is not (`retry`); a body that is cut short never gets through.
//!
//! [`Fetcher::try_get`] asks for what may well not be there, once and with little patience, and blames nobody.

mod address;
mod cache;
mod error;
mod host;
mod retry;
mod wire;

pub use error::FetchError;

use cache::{Cache, Kept};
use error::Fault;
use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};
use host::Hosts;
use http_cache_semantics::{AfterResponse, BeforeRequest};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use url::Url;
use wire::{Answer, Wire};

/// How many redirects are followed; browsers follow 20, and no honest picture needs half of that.
const MAX_REDIRECTS: usize = 10;

/// How the door behaves.
#[derive(Debug, Clone)]
pub struct FetchRules {
    /// Answer from the cache alone.
    pub offline: bool,
    /// Let through addresses in private, loopback and link-local ranges.
    pub allow_private: bool,
    /// The folder of the cache; `None` keeps nothing.
    pub cache: Option<PathBuf>,
    /// How many requests may be under way to one host at once.
    pub per_host: usize,
    /// How long to wait for a connection, and for each further sign of life.
    pub timeout: Duration,
    /// How often a request is made at most, the first time included.
    pub tries: u32,
}

impl Default for FetchRules {
    fn default() -> Self {
        Self {
            offline: false,
            allow_private: false,
            cache: None,
            per_host: 6,
            timeout: Duration::from_secs(10),
            tries: 3,
        }
    }
}

/// The folder where this user's programs keep what can be fetched again, for [`FetchRules::cache`];
/// `None` where the system names no such folder.
pub fn default_cache_folder() -> Option<PathBuf> {
    Some(choose_native_strategy().ok()?.cache_dir().join("bindery").join("web"))
}

/// The door. Shared by all threads.
pub struct Fetcher {
    rules: FetchRules,
    cache: Option<Cache>,
    hosts: Hosts,
    wire: Wire,
}

/// How much is done for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effort {
    /// What a page or a person names.
    Full,
    /// What may well not be there.
    BestEffort,
}

/// What came through the door.
#[derive(Debug, Clone)]
pub struct Fetched {
    /// The content, decoded from what it was compressed with on its way.
    pub body: Vec<u8>,
    /// The Content-Type header as sent.
    pub content_type: Option<String>,
    /// The address after all redirects.
    pub url: Url,
}

impl Fetcher {
    /// A door that keeps to these rules.
    pub fn new(rules: FetchRules) -> Self {
        Self {
            cache: rules.cache.clone().map(Cache::new),
            hosts: Hosts::new(rules.per_host),
            wire: Wire::new(&rules),
            rules,
        }
    }

    /// Gets `url` with a body of at most `limit` bytes, counted after decompression.
    ///
    /// Blocks until the body is whole; made to be called from many threads at once.
    ///
    /// # Errors
    /// When the address is refused, nothing answers in time, the answer is no success, the body is too large or
    /// stays incomplete, or, offline, the cache has nothing.
    pub fn get(&self, url: &Url, limit: u64) -> Result<Fetched, FetchError> {
        self.follow(url, limit, Effort::Full)
    }

    /// The same for an address that nobody has named: it is asked for once, and where nothing comes, that is no fault of
    /// the host. A host at which such a question cost a wait is not asked another.
    pub fn try_get(&self, url: &Url, limit: u64) -> Option<Fetched> {
        self.follow(url, limit, Effort::BestEffort).ok()
    }

    fn follow(&self, url: &Url, limit: u64, effort: Effort) -> Result<Fetched, FetchError> {
        let mut trail = vec![bare(url)];
        loop {
            let here = &trail[trail.len() - 1];
            let answer = self.step(here, limit, effort).map_err(|fault| FetchError::new(&trail[0], here, fault))?;
            let Some(location) = answer.redirect() else {
                return Ok(Fetched { body: answer.body, content_type: answer.content_type, url: here.clone() });
            };
            let next = here.join(location).map(|next| bare(&next));
            let next = match next {
                Err(_) => Err(Fault::RedirectUnreadable(location.to_owned())),
                Ok(next) if trail.contains(&next) => Err(Fault::RedirectLoop),
                Ok(_) if trail.len() > MAX_REDIRECTS => Err(Fault::TooManyRedirects(MAX_REDIRECTS)),
                Ok(next) => Ok(next),
            };
            trail.push(next.map_err(|fault| FetchError::new(&trail[0], here, fault))?);
        }
    }

    /// The answer to one address, a redirect included, from the cache or from its host.
    fn step(&self, url: &Url, limit: u64, effort: Effort) -> Result<Answer, Fault> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Fault::NotWeb(url.scheme().to_owned()));
        }
        let kept = self.cache.as_ref().and_then(|cache| cache.load(url));
        let answer = match kept {
            Some(kept) if self.rules.offline => kept.answer,
            None if self.rules.offline => return Err(Fault::NotKept),
            Some(kept) => self.revalidate(url, kept, limit, effort)?,
            None => self.ask_afresh(url, limit, effort)?,
        };
        if answer.body.len() as u64 > limit {
            return Err(Fault::TooLarge(limit));
        }
        Ok(answer)
    }

    /// The kept answer where it is fresh or its host says that it still holds, else a new one.
    fn revalidate(&self, url: &Url, kept: Kept, limit: u64, effort: Effort) -> Result<Answer, Fault> {
        let request = match kept.policy.before_request(&wire::request(url)?, SystemTime::now()) {
            BeforeRequest::Fresh(_) => return Ok(kept.answer),
            BeforeRequest::Stale { request, .. } => request,
        };
        let response = self.ask(url, &request, limit, effort)?;
        match kept.policy.after_response(&request, &response.head, SystemTime::now()) {
            AfterResponse::NotModified(policy, _) => {
                let refreshed = Kept { policy, answer: kept.answer };
                self.keep(url, &refreshed);
                Ok(refreshed.answer)
            }
            // The host confirms something that is not what was kept: only a plain question helps.
            AfterResponse::Modified(..) if response.head.status == http::StatusCode::NOT_MODIFIED => {
                self.ask_afresh(url, limit, effort)
            }
            AfterResponse::Modified(..) => self.accept(url, response),
        }
    }

    fn ask_afresh(&self, url: &Url, limit: u64, effort: Effort) -> Result<Answer, Fault> {
        let response = self.ask(url, &wire::request(url)?, limit, effort)?;
        self.accept(url, response)
    }

    /// One request, repeated as the rules allow; a place at the host is held only while it is under way.
    fn ask(
        &self,
        url: &Url,
        request: &http::request::Parts,
        limit: u64,
        effort: Effort,
    ) -> Result<wire::Response, Fault> {
        let given_up =
            || match self.hosts.is_given_up(url) || (effort == Effort::BestEffort && self.hosts.skips_guesses(url)) {
                true => Err(Fault::Unreachable(self.rules.timeout)),
                false => Ok(()),
            };
        given_up()?;
        let (tries, patience) = match effort {
            Effort::Full => (self.rules.tries, wire::PATIENCE),
            Effort::BestEffort => (1, wire::LITTLE_PATIENCE),
        };
        let response = retry::with_retries(tries, || {
            let _place = self.hosts.enter(url);
            // Others may have found out in the meantime.
            given_up()?;
            let response = self.wire.ask(request, limit, patience);
            // Before the place is given to the next one who guesses.
            if effort == Effort::BestEffort && response.as_ref().err().is_some_and(Fault::is_of_host) {
                self.hosts.guess_no_more(url);
            }
            response
        });
        if effort == Effort::Full && matches!(response, Err(Fault::Unreachable(_))) {
            self.hosts.give_up(url);
        }
        response
    }

    /// Keeps a new answer if it is of use, and refuses it if it is not.
    fn accept(&self, url: &Url, response: wire::Response) -> Result<Answer, Fault> {
        let policy = cache::policy(&wire::request(url)?, &response.head);
        let may_be_kept = cache::may_be_kept(&policy, &response.head);
        let answer = response.into_answer()?;
        let kept = Kept { policy, answer };
        if may_be_kept {
            self.keep(url, &kept);
        }
        Ok(kept.answer)
    }

    fn keep(&self, url: &Url, kept: &Kept) {
        if let Some(cache) = &self.cache {
            // A cache that cannot be written costs the next run a request, and this one nothing.
            let _ = cache.store(url, kept);
        }
    }
}

/// The address as it is asked for: a fragment never leaves the browser (RFC 9110, section 4.2.5), and a name and
/// password, which are not sent, have no place in the cache and in messages either.
fn bare(url: &Url) -> Url {
    let mut url = url.clone();
    url.set_fragment(None);
    // Fails only for addresses that have no host and so no name and password.
    let _ = url.set_username("").and_then(|()| url.set_password(None));
    url
}
