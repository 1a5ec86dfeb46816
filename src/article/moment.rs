//! A date as a page states it, with the precision that it has.

use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use std::fmt;

/// A day, and the time of that day where it is known, on the clock of the page's author.
///
/// The day is never moved into another time zone: an article of the 9th stays one of the 9th.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    date: Date,
    time: Option<(Time, Option<Offset>)>,
}

impl Moment {
    /// A day of which no time is known.
    pub fn day(date: Date) -> Self {
        Self { date, time: None }
    }

    /// A time of day; `offset` is its distance from UTC where the page tells it.
    pub fn at(date: Date, time: Time, offset: Option<Offset>) -> Self {
        Self { date, time: Some((time, offset)) }
    }

    pub fn date(self) -> Date {
        self.date
    }
}

impl fmt::Display for Moment {
    /// ISO 8601: "2020-07-09", "2025-01-06T07:30:00" or "2025-01-06T07:30:00+01:00".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        let Some((time, offset)) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
        match offset.map(Offset::seconds) {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(seconds) => {
                let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;
    use jiff::{civil, tz};

    #[test]
    fn a_moment_prints_just_what_is_known_of_it() {
        let date = civil::date(2025, 1, 6);
        let time = civil::time(7, 30, 0, 0);
        assert_eq!(Moment::day(date).to_string(), "2025-01-06");
        assert_eq!(Moment::at(date, time, None).to_string(), "2025-01-06T07:30:00");
        assert_eq!(Moment::at(date, time, Some(tz::offset(1))).to_string(), "2025-01-06T07:30:00+01:00");
        assert_eq!(Moment::at(date, time, Some(tz::offset(0))).to_string(), "2025-01-06T07:30:00Z");
    }
}
