//! One request and its answer on the wire.

use super::address::{CheckedResolver, Refused};
use super::error::Fault;
use super::{FetchRules, Url};
use http::header::{AGE, CONTENT_LENGTH, CONTENT_TYPE, LOCATION, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use jiff::{Timestamp, fmt::rfc2822};
use serde::{Deserialize, Serialize};
use std::io::{self, Read};
use std::time::Duration;
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Timeout};

/// What is taken, the best first. AVIF and JPEG XL are not named, so that a host which chooses by this header sends
/// something that can be read.
const ACCEPT: &str = "text/html,application/xhtml+xml,image/jpeg,image/png,image/webp,image/gif,image/svg+xml,\
                      text/markdown;q=0.9,*/*;q=0.5";

/// How many time-outs a whole answer may take: a host that sends a byte now and then is not waited for without end.
/// With the usual time-out that is two minutes, in which a slow line brings a large picture.
pub(super) const PATIENCE: u32 = 12;

/// The same for what there is something instead of: half a minute, in which a fair line brings it.
pub(super) const LITTLE_PATIENCE: u32 = 3;

/// The connections of one fetcher.
pub(super) struct Wire {
    agent: Agent,
    timeout: Duration,
}

/// What a host answered, its body whole.
pub(super) struct Response {
    pub head: http::response::Parts,
    body: Vec<u8>,
}

/// What is of use in a response, and what the cache keeps of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Answer {
    pub status: u16,
    pub content_type: Option<String>,
    pub location: Option<String>,
    #[serde(skip)]
    pub body: Vec<u8>,
}

/// The question for `url`, without the headers that go with every question.
pub(super) fn request(url: &Url) -> Result<http::request::Parts, Fault> {
    let request = http::Request::get(sendable(url)).body(()).map_err(|_| Fault::Unsendable)?;
    Ok(request.into_parts().0)
}

/// The address with the few characters escaped that the URL standard lets stand but
/// RFC 3986 does not know.
fn sendable(url: &Url) -> String {
    let mut sendable = String::new();
    for character in url.as_str().chars() {
        match character {
            '`' | '^' | '{' | '}' | '|' | '\\' | '"' => sendable.push_str(&format!("%{:02X}", u32::from(character))),
            _ => sendable.push(character),
        }
    }
    sendable
}

impl Wire {
    pub(super) fn new(rules: &FetchRules) -> Self {
        let wait = Some(rules.timeout);
        let config = Agent::config_builder()
            .user_agent(concat!("bindery/", env!("CARGO_PKG_VERSION")))
            .accept(ACCEPT)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            // Behind a proxy nobody here would see which address a name leads to.
            .proxy(None)
            .max_idle_connections_per_host(rules.per_host)
            .timeout_resolve(wait)
            .timeout_connect(wait)
            .timeout_per_read(wait)
            .timeout_per_write(wait)
            .build();
        let resolver = CheckedResolver { allow_private: rules.allow_private, system: DefaultResolver::default() };
        Self { agent: Agent::with_parts(config, DefaultConnector::default(), resolver), timeout: rules.timeout }
    }

    /// Sends one request and reads the whole body, of which at most `limit` bytes are taken, within `patience` time-outs.
    pub(super) fn ask(&self, request: &http::request::Parts, limit: u64, patience: u32) -> Result<Response, Fault> {
        let request = http::Request::from_parts(request.clone(), ());
        let whole = self.timeout.saturating_mul(patience);
        let request = self.agent.configure_request(request).timeout_per_call(Some(whole)).build();
        let fault = |error| self.fault(error, whole);
        let response = self.agent.run(request).map_err(fault)?;
        let (mut head, mut body) = response.into_parts();
        drop_senseless_age(&mut head.headers);
        if head.status.is_client_error() || head.status.is_server_error() {
            return Err(Fault::Status { status: head.status, retry_after: retry_after(&head.headers) });
        }
        let announced = text(&head.headers, CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
        if announced.is_some_and(|length| length > limit) {
            return Err(Fault::TooLarge(limit));
        }
        let mut read = Vec::new();
        let within = body.as_reader().take(limit.saturating_add(1)).read_to_end(&mut read);
        within.map_err(|error| match fault(error.into()) {
            waited @ (Fault::Silent(_) | Fault::TooSlow(_)) => waited,
            // The head was right: whatever happens now, happens to the body on its way.
            _ => Fault::CutShort,
        })?;
        if read.len() as u64 > limit {
            return Err(Fault::TooLarge(limit));
        }
        Ok(Response { head, body: read })
    }

    fn fault(&self, error: ureq::Error, whole: Duration) -> Fault {
        use ureq::Error;
        match error {
            Error::Timeout(Timeout::Resolve | Timeout::Connect) => Fault::Unreachable(self.timeout),
            Error::Timeout(Timeout::PerCall) => Fault::TooSlow(whole),
            Error::Timeout(_) => Fault::Silent(self.timeout),
            Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => Fault::Silent(self.timeout),
            // Rustls reports what is wrong with a certificate as data that is not valid.
            Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => Fault::NotSecure(error.to_string()),
            Error::Io(error) => Fault::NoConnection(error.to_string()),
            Error::HostNotFound => Fault::UnknownHost,
            Error::ConnectionFailed => Fault::NoConnection("nobody answers".to_owned()),
            Error::Other(other) => match other.downcast::<Refused>() {
                Ok(refused) => Fault::Refused(*refused),
                Err(other) => Fault::NoConnection(other.to_string()),
            },
            Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) | Error::TlsRequired => {
                Fault::NotSecure(error.to_string())
            }
            Error::Http(_) | Error::BadUri(_) => Fault::Unsendable,
            other => Fault::NotHttp(other.to_string()),
        }
    }
}

impl Response {
    /// The answer, if it is a success or a redirect.
    pub(super) fn into_answer(self) -> Result<Answer, Fault> {
        let (status, headers) = (self.head.status, &self.head.headers);
        let answer = Answer {
            status: status.as_u16(),
            content_type: text(headers, CONTENT_TYPE),
            location: headers.get(LOCATION).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()),
            body: self.body,
        };
        if status.is_success() || answer.redirect().is_some() {
            Ok(answer)
        } else {
            Err(Fault::Status { status, retry_after: None })
        }
    }
}

impl Answer {
    /// Where else to look, if that is what the answer says.
    pub(super) fn redirect(&self) -> Option<&str> {
        matches!(self.status, 301 | 302 | 303 | 307 | 308).then_some(self.location.as_deref()).flatten()
    }
}

/// True of the redirects that only hold for now.
pub(super) fn is_passing_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 302 | 303 | 307)
}

/// Takes away an age of centuries: the sums that a cache makes with it would overflow.
fn drop_senseless_age(headers: &mut HeaderMap) {
    if text(headers, AGE).is_some_and(|age| age.trim().parse::<u32>().is_err()) {
        headers.remove(AGE);
    }
}

fn text(headers: &HeaderMap, name: http::HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.to_owned())
}

/// How long the host asks to be left alone: seconds or a date (RFC 9110, section 10.2.3).
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = text(headers, RETRY_AFTER)?;
    if let Ok(seconds) = value.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = rfc2822::parse(value.trim()).ok()?.timestamp();
    Some(Duration::try_from(date.duration_since(Timestamp::now())).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_that_browsers_send_can_be_sent() {
        let url = Url::parse("http://example.org/x y|z`.jpg?w={640}&t=\"é\"^").unwrap();
        let request = request(&url).unwrap();
        assert_eq!(request.uri, "http://example.org/x%20y%7Cz%60.jpg?w=%7B640%7D&t=%22%C3%A9%22%5E");
    }

    #[test]
    fn retry_after_is_read_as_seconds_or_as_a_date() {
        let of = |value: &str| retry_after(&HeaderMap::from_iter([(RETRY_AFTER, value.parse().unwrap())]));
        assert_eq!(of("3"), Some(Duration::from_secs(3)));
        assert_eq!(of("Wed, 21 Oct 2015 07:28:00 GMT"), Some(Duration::ZERO));
        assert!(of("Fri, 21 Oct 2095 07:28:00 GMT").is_some_and(|wait| wait > Duration::from_secs(3600)));
        assert_eq!(of("soon"), None);
    }
}
