//! What is worth a second try, and when.

use super::error::Fault;
use std::thread;
use std::time::Duration;

/// The pause before the second try; each further pause is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(250);

/// The longest pause that a host may ask for with Retry-After; whoever asks for more is not asked again.
const MAX_PAUSE: Duration = Duration::from_secs(5);

/// Asks up to `tries` times, as long as the answer is a fault that may pass.
pub(super) fn with_retries<T>(tries: u32, ask: impl Fn() -> Result<T, Fault>) -> Result<T, Fault> {
    let mut made = 1;
    loop {
        let fault = match ask() {
            Ok(answer) => return Ok(answer),
            Err(fault) => fault,
        };
        match pause(&fault, made) {
            Some(pause) if made < tries => thread::sleep(pause),
            // Said in the same words of the addresses that are not tried because of it.
            _ if matches!(fault, Fault::Unreachable(_)) => return Err(fault),
            _ if made > 1 => return Err(Fault::InTheEnd { fault: Box::new(fault), tries: made }),
            _ => return Err(fault),
        }
        made += 1;
    }
}

/// How long to wait after the `made`th try has failed; `None` where waiting does not help.
fn pause(fault: &Fault, made: u32) -> Option<Duration> {
    let grown = FIRST_PAUSE * 2_u32.saturating_pow(made - 1);
    let pause = match fault {
        Fault::UnknownHost | Fault::Unreachable(_) | Fault::NoConnection(_) | Fault::Silent(_) | Fault::CutShort => {
            grown
        }
        // 408 Request Timeout, 425 Too Early, 429 Too Many Requests and what is wrong with the host for now; 501 Not
        // Implemented and 505 HTTP Version Not Supported will not change.
        Fault::Status { status, retry_after } => match status.as_u16() {
            408 | 425 | 429 | 500 | 502..=504 | 506..=599 => retry_after.unwrap_or(grown),
            _ => return None,
        },
        _ => return None,
    };
    (pause <= MAX_PAUSE).then_some(pause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::StatusCode;

    fn status(code: u16, retry_after: Option<u64>) -> Fault {
        let status = StatusCode::from_u16(code).unwrap();
        Fault::Status { status, retry_after: retry_after.map(Duration::from_secs) }
    }

    #[test]
    fn what_may_pass_is_tried_again_and_what_will_not_is_not() {
        assert!(pause(&status(503, None), 1).is_some());
        assert!(pause(&status(429, None), 1).is_some());
        assert!(pause(&Fault::CutShort, 2) > pause(&Fault::CutShort, 1));
        for code in [400, 401, 403, 404, 410, 501] {
            assert_eq!(pause(&status(code, None), 1), None, "{code}");
        }
        assert_eq!(pause(&Fault::TooLarge(1), 1), None);
    }

    #[test]
    fn a_host_is_given_the_time_it_asks_for_within_reason() {
        assert_eq!(pause(&status(503, Some(2)), 1), Some(Duration::from_secs(2)));
        assert_eq!(pause(&status(503, Some(3600)), 1), None);
    }
}
