//! The order of words by their beginnings, in which few are found that a line may begin with.

use super::letters::{KINDS, kind_of};
use std::ops::Range;

/// Where those words of a list stand that begin alike.
pub(crate) struct Beginnings {
    /// Where the words of each kind begin, and at last where all end.
    pub(super) starts: [u16; KINDS + 1],
}

impl Beginnings {
    /// Where those words stand that `line` may begin with.
    pub(super) fn alike(&self, line: &str) -> Range<usize> {
        if line.len() < 2 {
            return 0..0;
        }
        let kind = kind_of(line.as_bytes());
        usize::from(self.starts[kind])..usize::from(self.starts[kind + 1])
    }

    /// Where all words stand.
    pub(super) fn all(&self) -> Range<usize> {
        usize::from(self.starts[0])..usize::from(self.starts[KINDS])
    }
}
