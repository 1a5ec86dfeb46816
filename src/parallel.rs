//! Work that mostly waits, done by a bounded number of threads.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Calls `work` on each of `items`, on up to `threads` at once; the results come in the order of the items.
///
/// For work that waits on the network or the disk; work that computes belongs to rayon.
pub fn waiting<T: Sync, R: Send>(items: &[T], threads: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads.clamp(1, items.len().max(1)) {
            let (send, next, work) = (send.clone(), &next, &work);
            scope.spawn(move || {
                while let Some((at, item)) = take(items, next) {
                    if send.send((at, work(item))).is_err() {
                        break;
                    }
                }
            });
        }
    });
    drop(send);
    let mut results: Vec<_> = receive.into_iter().collect();
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

fn take<'a, T>(items: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    items.get(at).map(|item| (at, item))
}

#[cfg(test)]
mod tests {
    use super::waiting;
    use std::time::Duration;

    #[test]
    fn results_come_in_the_order_of_the_items_whichever_is_done_first() {
        let items: Vec<u64> = (0..20).rev().collect();
        let results = waiting(&items, 8, |&item| {
            std::thread::sleep(Duration::from_millis(item));
            item
        });
        assert_eq!(results, items);
        assert!(waiting(&[] as &[u8], 4, |&item| item).is_empty());
    }
}
