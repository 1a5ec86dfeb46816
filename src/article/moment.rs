//! A date as a page states it, with the precision that it has.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A day, and the time of that day where it is known.
///
/// The day is the one that readers of the page saw, on the clock of its author, and is never moved into another time
/// zone: an article of the 9th stays one of the 9th. The page may state the same moment to programs on another clock,
/// "2020-07-10T01:30:00Z"; that is kept beside the day, just as it was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Moment {
    date: Date,
    stated: Option<Stated>,
}

/// A time as a page states it to programs, on a clock that need not be its author's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stated {
    at: DateTime,
    offset: Option<Offset>,
}

impl Moment {
    /// A day of which no time is known.
    pub fn day(date: Date) -> Self {
        Self { date, stated: None }
    }

    /// A time of day; `offset` is its distance from UTC where the page tells it.
    pub fn at(date: Date, time: Time, offset: Option<Offset>) -> Self {
        Self { date, stated: Some(Stated { at: date.to_datetime(time), offset }) }
    }

    /// The day for readers, and for the order of articles.
    pub fn date(self) -> Date {
        self.date
    }

    /// Whether a time is known beside the day. Midnight is what systems write that know none.
    pub fn has_time(self) -> bool {
        self.stated.is_some_and(|stated| stated.at.time() != Time::midnight())
    }

    /// This moment as it was on the clock of an author for whom it was `day`; `None` if it was that day nowhere on earth,
    /// or no time is known that another clock could show.
    pub fn on(self, day: Date) -> Option<Self> {
        let seen = Self { date: day, ..self };
        let is_somewhere = || self.has_time() && self.stated.is_some_and(|stated| stated.is_somewhere(day));
        (self.date == day || is_somewhere()).then_some(seen)
    }

    /// This moment on the day of `other`, which was another than stated, and so tells something of the clock of the
    /// author of both; `None` unless it was that day by every clock by which `other` was.
    pub fn on_day_of(self, other: Self) -> Option<Self> {
        let is_on_it = |moment: Self, clock| moment.stated.and_then(|stated| stated.day_by(clock)) == Some(other.date);
        let is_moved = other.stated.is_some_and(|stated| stated.at.date() != other.date);
        let is_sure = || clocks().filter(|clock| is_on_it(other, *clock)).all(|clock| is_on_it(self, clock));
        if is_moved && is_sure() { self.on(other.date) } else { None }
    }
}

/// The clocks on earth, from that of Baker Island to that of the Line Islands; some differ by a quarter of an hour.
fn clocks() -> impl Iterator<Item = Offset> {
    (-12 * 4..=14 * 4).filter_map(|quarters| Offset::from_seconds(quarters * 15 * 60).ok())
}

impl Stated {
    /// True if there is a clock that shows `day` at this time.
    fn is_somewhere(self, day: Date) -> bool {
        clocks().any(|clock| self.day_by(clock) == Some(day))
    }

    /// The time as it was stated, fractions of a second and all: "2025-01-06T07:30:00.25+01:00".
    fn written(self) -> String {
        format!("{}{}", self.at, distance(self.offset))
    }

    /// What [`written`](Self::written) has written.
    fn read(written: &str) -> Result<Self, jiff::Error> {
        let pieces = Pieces::parse(written)?;
        let at = pieces.date().to_datetime(pieces.time().unwrap_or_default());
        let offset = pieces.offset().map(|offset| match offset {
            PiecesOffset::Numeric(offset) => offset.offset(),
            _ => Offset::UTC,
        });
        Ok(Self { at, offset })
    }

    /// The day that `clock` shows at this time, if that is known.
    fn day_by(self, clock: Offset) -> Option<Date> {
        let instant = self.offset?.to_timestamp(self.at).ok()?;
        Some(clock.to_datetime(instant).date())
    }
}

/// How a [`Moment`] is written for programs.
#[derive(Serialize, Deserialize)]
struct Written {
    day: Date,
    /// ISO 8601, as the page states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stated: Option<String>,
}

impl From<Moment> for Written {
    fn from(moment: Moment) -> Self {
        Self { day: moment.date, stated: moment.stated.map(Stated::written) }
    }
}

impl TryFrom<Written> for Moment {
    type Error = jiff::Error;

    fn try_from(written: Written) -> Result<Self, jiff::Error> {
        Ok(Self { date: written.day, stated: written.stated.as_deref().map(Stated::read).transpose()? })
    }
}

impl fmt::Display for Moment {
    /// For programs, as it was stated, in ISO 8601: "2020-07-09", "2025-01-06T07:30:00", "2025-01-06T07:30:00+01:00".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.stated {
            None => self.date.fmt(f),
            Some(stated) => stated.fmt(f),
        }
    }
}

impl fmt::Display for Stated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, offset } = self;
        let (date, hour, minute, second) = (at.date(), at.hour(), at.minute(), at.second());
        write!(f, "{date}T{hour:02}:{minute:02}:{second:02}{}", distance(*offset))
    }
}

/// The distance of a clock from UTC: "Z", "+01:00", and nothing where it is not known.
fn distance(offset: Option<Offset>) -> String {
    match offset.map(Offset::seconds) {
        None => String::new(),
        Some(0) => "Z".to_owned(),
        Some(seconds) => {
            let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
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

    #[test]
    fn a_moment_keeps_the_day_of_its_author_and_the_time_that_was_stated() {
        let stated = Moment::at(civil::date(2025, 1, 7), civil::time(3, 30, 0, 0), Some(tz::offset(0)));
        let seen = stated.on(civil::date(2025, 1, 6)).unwrap();
        assert_eq!((seen.date(), seen.to_string().as_str()), (civil::date(2025, 1, 6), "2025-01-07T03:30:00Z"));
    }

    #[test]
    fn a_moment_is_on_the_day_of_another_where_every_clock_that_showed_it_agrees() {
        let day = |day| civil::date(2025, 1, day);
        let at = |date, hour, minute| Moment::at(date, civil::time(hour, minute, 0, 0), Some(tz::offset(0)));
        let seen_before = at(day(7), 1, 30).on(day(6)).unwrap();
        assert!(at(day(7), 1, 40).on_day_of(seen_before).is_some());
        assert_eq!(at(day(7), 2, 10).on_day_of(seen_before), None);
        let seen_after = at(day(7), 23, 0).on(day(8)).unwrap();
        assert!(at(day(7), 23, 30).on_day_of(seen_after).is_some());
        assert_eq!(at(day(7), 22, 30).on_day_of(seen_after), None);
        assert_eq!(at(day(7), 23, 30).on_day_of(at(day(7), 23, 0)), None);
    }

    #[test]
    fn a_moment_is_read_again_as_it_was_written_for_programs() {
        let seen = Moment::at(civil::date(2025, 1, 7), civil::time(3, 30, 0, 250_000_000), Some(tz::offset(1)));
        for moment in [seen, seen.on(civil::date(2025, 1, 6)).unwrap(), Moment::day(civil::date(2025, 1, 6))] {
            let json = serde_json::to_string(&moment).unwrap();
            assert_eq!(serde_json::from_str::<Moment>(&json).unwrap(), moment, "{json}");
        }
        assert!(serde_json::from_str::<Moment>(r#"{"day":"2025-01-06","stated":"noon"}"#).is_err());
    }

    #[test]
    fn midnight_is_no_time() {
        let at = |hour| Moment::at(civil::date(2025, 1, 7), civil::time(hour, 0, 0, 0), Some(tz::offset(0)));
        assert!(at(3).has_time() && !at(0).has_time() && !Moment::day(civil::date(2025, 1, 7)).has_time());
    }

    #[test]
    fn a_moment_is_on_no_day_that_no_clock_on_earth_shows() {
        let stated = Moment::at(civil::date(2025, 1, 7), civil::time(13, 0, 0, 0), Some(tz::offset(0)));
        assert!(stated.on(civil::date(2025, 1, 8)).is_some());
        assert_eq!(stated.on(civil::date(2025, 1, 6)), None);
        let on_its_own_clock = Moment::at(civil::date(2025, 1, 7), civil::time(3, 30, 0, 0), None);
        assert_eq!(on_its_own_clock.on(civil::date(2025, 1, 6)), None);
        let day = Moment::day(civil::date(2025, 1, 7));
        assert_eq!((day.on(day.date()), day.on(civil::date(2025, 1, 6))), (Some(day), None));
        let midnight = Moment::at(civil::date(2025, 1, 7), civil::Time::midnight(), Some(tz::offset(0)));
        assert_eq!((midnight.on(midnight.date()), midnight.on(civil::date(2025, 1, 6))), (Some(midnight), None));
    }
}
