//! Address dates: the day that an address carries in its path.

use super::months;
use super::text::{compact, day};
use crate::article::Moment;
use jiff::civil::Date;
use url::Url;

/// The date in the path of an address: "/2020/07/09/", "/2020/jul/09/", "/2020-07-09-", "/20200709/".
pub(super) fn in_address(address: &Url) -> Option<Moment> {
    let path = address.path();
    let numbers: Vec<(usize, &str)> = path
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .map(|run| (run.as_ptr() as usize - path.as_ptr() as usize, run))
        .collect();
    let compact = numbers.iter().filter(|(_, run)| run.len() == 8).find_map(|(_, run)| compact(run));
    let parts = numbers.windows(3).find_map(|three| {
        let together = three.windows(2).all(|two| two[0].0 + two[0].1.len() + 1 == two[1].0);
        let lengths = (three[0].1.len(), three[1].1.len(), three[2].1.len());
        let fits = together && lengths.0 == 4 && (1..=2).contains(&lengths.1) && (1..=2).contains(&lengths.2);
        if !fits {
            return None;
        }
        day(three[0].1.parse().ok()?, three[1].1.parse().ok()?, three[2].1.parse().ok()?)
    });
    parts.or_else(|| in_folders(path)).or(compact).map(Moment::day)
}

/// The date in three folders of which the second is named after a month.
fn in_folders(path: &str) -> Option<Date> {
    let folders: Vec<&str> = path.split('/').collect();
    folders.windows(3).find_map(|three| {
        let [year, month, number] = three else { return None };
        let is_year = year.len() == 4 && (1..=2).contains(&number.len());
        let month = is_year.then(|| months::number(&month.to_lowercase()))??;
        day(year.parse().ok()?, month, number.parse().ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_carry_the_day() {
        let read = |address: &str| in_address(&Url::parse(address).unwrap()).map(|moment| moment.to_string());
        assert_eq!(read("https://example.org/2020/07/09/tide").as_deref(), Some("2020-07-09"));
        assert_eq!(read("https://example.org/a/2020-07-09-tide.html").as_deref(), Some("2020-07-09"));
        assert_eq!(read("https://example.org/20200709-tide").as_deref(), Some("2020-07-09"));
        assert_eq!(read("https://example.org/2020/jul/09/tide").as_deref(), Some("2020-07-09"));
        assert_eq!(read("https://example.org/news/2020/July/9/").as_deref(), Some("2020-07-09"));
        assert_eq!(read("https://example.org/2020/07/tide-12345678"), None);
        assert_eq!(read("https://example.org/2020/may/10-tides-to-see"), None);
    }
}
