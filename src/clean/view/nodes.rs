//! Places of nodes: where an element or a text stands in page order, and what is known of each.

use std::iter::FusedIterator;
use std::ops::{Bound, Index, IndexMut, RangeBounds};

/// Where a node stands in page order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeIdx(u32);

impl NodeIdx {
    /// The element that holds all others.
    pub(crate) const ROOT: Self = Self(0);

    /// The place after `count` nodes. A page has fewer nodes than a `u32` can count; the parser sees to it.
    pub(crate) fn after(count: usize) -> Self {
        Self(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// The place right after this one: that of the first node inside, or behind.
    pub(crate) fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    fn index(self) -> usize {
        self.0 as usize
    }
}

/// The places from `start` to before `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NodeRange {
    pub start: NodeIdx,
    pub end: NodeIdx,
}

impl NodeRange {
    pub(crate) fn new(start: NodeIdx, end: NodeIdx) -> Self {
        Self { start, end }
    }

    pub(crate) fn contains(self, node: NodeIdx) -> bool {
        self.start <= node && node < self.end
    }

    pub(crate) fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

impl RangeBounds<NodeIdx> for NodeRange {
    fn start_bound(&self) -> Bound<&NodeIdx> {
        Bound::Included(&self.start)
    }

    fn end_bound(&self) -> Bound<&NodeIdx> {
        Bound::Excluded(&self.end)
    }
}

impl Iterator for NodeRange {
    type Item = NodeIdx;

    fn next(&mut self) -> Option<NodeIdx> {
        (self.start < self.end).then(|| {
            let node = self.start;
            self.start = node.next();
            node
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let length = self.end.0.saturating_sub(self.start.0) as usize;
        (length, Some(length))
    }
}

impl DoubleEndedIterator for NodeRange {
    fn next_back(&mut self) -> Option<NodeIdx> {
        (self.start < self.end).then(|| {
            self.end = NodeIdx(self.end.0 - 1);
            self.end
        })
    }
}

impl ExactSizeIterator for NodeRange {}
impl FusedIterator for NodeRange {}

/// What is known of each node of a page.
#[derive(Debug, Clone)]
pub(crate) struct PerNode<T>(Vec<T>);

impl<T> PerNode<T> {
    pub(crate) fn with_capacity(nodes: usize) -> Self {
        Self(Vec::with_capacity(nodes))
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds what is known of the next node.
    pub(crate) fn push(&mut self, known: T) {
        self.0.push(known);
    }

    /// All places of which something is known.
    pub(crate) fn nodes(&self) -> NodeRange {
        NodeRange::new(NodeIdx::ROOT, NodeIdx::after(self.0.len()))
    }
}

impl<T: Clone> PerNode<T> {
    /// The same of each of so many nodes.
    pub(crate) fn of(known: T, nodes: usize) -> Self {
        Self(vec![known; nodes])
    }
}

impl<T> FromIterator<T> for PerNode<T> {
    fn from_iter<I: IntoIterator<Item = T>>(known: I) -> Self {
        Self(Vec::from_iter(known))
    }
}

impl<T> Index<NodeIdx> for PerNode<T> {
    type Output = T;

    fn index(&self, node: NodeIdx) -> &T {
        &self.0[node.index()]
    }
}

impl<T> IndexMut<NodeIdx> for PerNode<T> {
    fn index_mut(&mut self, node: NodeIdx) -> &mut T {
        &mut self.0[node.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_walked_from_both_ends() {
        let range = NodeRange::new(NodeIdx::after(2), NodeIdx::after(5));
        assert_eq!(range.len(), 3);
        assert!(range.contains(NodeIdx::after(4)) && !range.contains(NodeIdx::after(5)));
        assert!(range.rev().eq([4, 3, 2].map(NodeIdx::after)));
        assert!(NodeRange::new(NodeIdx::after(5), NodeIdx::after(2)).next().is_none());
    }
}
