//! Why nothing came through the door, as sentences that say what to do.

use super::address::Refused;
use http::StatusCode;
use std::time::Duration;
use url::Url;

/// Why nothing came.
#[derive(Debug, thiserror::Error)]
#[error("cannot fetch {what}: {fault}")]
pub struct FetchError {
    what: String,
    fault: Box<Fault>,
}

impl FetchError {
    /// `asked` is the address that was wanted, `at` the one that it had led to when `fault` came up.
    pub(super) fn new(asked: &Url, at: &Url, fault: Fault) -> Self {
        let what = if asked == at { asked.to_string() } else { format!("{asked} (redirected to {at})") };
        Self { what, fault: Box::new(fault) }
    }
}

/// What can go wrong with one address.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    #[error("{0} is not a way to the web; give an http or https address")]
    NotWeb(String),
    #[error("the address cannot be sent in a request; check its spelling")]
    Unsendable,
    #[error("it is not in the cache, and nothing is fetched offline; run once without --offline")]
    NotKept,
    #[error("{0}; if you trust the page, run with --allow-private")]
    Refused(Refused),
    #[error("its host name could not be looked up; check the spelling and the connection")]
    UnknownHost,
    #[error("its host took no connection within {} s; check the address, or try again later", .0.as_secs_f32())]
    Unreachable(Duration),
    #[error("the connection failed ({0}); check the connection, or try again later")]
    NoConnection(String),
    #[error(
        "no secure connection came about ({0}); the site may need a new certificate, or this computer's clock be set"
    )]
    NotSecure(String),
    #[error("nothing came for {} s; try again later", .0.as_secs_f32())]
    Silent(Duration),
    #[error("it was not whole after {} s; try again over a faster connection", .0.as_secs_f32())]
    TooSlow(Duration),
    #[error("it broke off before its end; try again later")]
    CutShort,
    #[error("its host does not speak HTTP as it should ({0}); check that the address is one of a web page or picture")]
    NotHttp(String),
    #[error("it is larger than {} MB, the most that is taken", .0.div_ceil(1_000_000))]
    TooLarge(u64),
    #[error("its host answered {status}; {}", advice(.status))]
    Status { status: StatusCode, retry_after: Option<Duration> },
    #[error("it redirects to {0:?}, which is no address")]
    RedirectUnreadable(String),
    #[error("its redirects go round in a circle")]
    RedirectLoop,
    #[error("it was redirected more than {0} times")]
    TooManyRedirects(usize),
    #[error("{fault} (tried {tries} times)")]
    InTheEnd { fault: Box<Fault>, tries: u32 },
}

impl Fault {
    /// Whether it would meet every question to the same host, and keep whoever asks waiting.
    pub(super) fn is_of_host(&self) -> bool {
        use Fault::*;
        matches!(self, UnknownHost | Unreachable(_) | NoConnection(_) | NotSecure(_) | Silent(_) | TooSlow(_))
    }
}

fn advice(status: &StatusCode) -> &'static str {
    match status.as_u16() {
        401 | 402 | 403 | 407 | 451 => "it is not open to everybody; save the page in a browser instead",
        404 | 410 => "there is nothing at this address; check its spelling",
        408 | 425 | 429 | 500..=599 => "try again later",
        _ => "there is nothing to be had there",
    }
}
