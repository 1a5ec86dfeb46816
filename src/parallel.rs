//! Work that mostly waits, done by a bounded number of threads.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Calls `work` on each of `items`, on up to `threads` at once; the results come in the order of the items.
///
/// For work that waits on the network or the disk; work that computes belongs to rayon.
pub(crate) fn waiting<T: Sync, R: Send>(items: &[T], threads: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::with_capacity(items.len()));
    let worker = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { break };
            let result = work(item);
            results.lock().unwrap_or_else(PoisonError::into_inner).push((at, result));
        }
    };
    thread::scope(|scope| {
        // This thread works too; where the system gives fewer threads, fewer do the work.
        for _ in 1..threads.min(items.len()) {
            let _ = thread::Builder::new().spawn_scoped(scope, worker);
        }
        worker();
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
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
