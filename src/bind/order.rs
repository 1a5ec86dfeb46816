//! Puts what was read into the order of the issue.

use super::reading::Reading;
use crate::recipe::Order;
use crate::source::{Input, name_ranks};
use jiff::civil::Date;
use std::fs;
use std::time::SystemTime;

/// The inputs with what became of them, in the order of the issue; without an `order` as they were named.
pub(super) fn in_order(order: Option<Order>, inputs: &[Input], readings: Vec<Reading>) -> Vec<(&Input, Reading)> {
    let read = inputs.iter().zip(readings);
    let Some(order) = order else { return read.collect() };
    let mut read: Vec<_> = read.zip(name_ranks(inputs)).collect();
    match order {
        Order::Name => read.sort_by_key(|(_, rank)| *rank),
        Order::Date => read.sort_by_cached_key(|((_, reading), rank)| (unknown_last(published(reading)), *rank)),
        Order::Added => read.sort_by_cached_key(|((input, _), rank)| (unknown_last(saved(input)), *rank)),
    }
    read.into_iter().map(|(read, _)| read).collect()
}

/// The day on which the article was published.
fn published(reading: &Reading) -> Option<Date> {
    Some(reading.article()?.published?.date())
}

/// When the file was saved. What is no file is read just now, and so comes after all files.
fn saved(input: &Input) -> Option<SystemTime> {
    fs::metadata(input.path()?).and_then(|file| file.modified()).ok()
}

/// A key that sorts what is not known behind all that is.
fn unknown_last<T>(key: Option<T>) -> (bool, Option<T>) {
    (key.is_none(), key)
}
