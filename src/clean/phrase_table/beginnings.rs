//! The order of words by their beginnings, in which few are found that a line may begin with.

use std::ops::Range;

/// Where those of the words in order stand that begin alike.
pub(crate) struct Beginnings {
    /// Where the words of each kind begin, and at last where all end.
    starts: [u16; KINDS + 1],
}

/// Words are of one kind that have five bits of their first two bytes in common: those that tell small letters apart.
const KINDS: usize = 1 << 10;

impl Beginnings {
    /// The order of the first `count` of `words`, none of which is shorter than two bytes; those that begin alike keep
    /// theirs.
    pub const fn of<const MOST: usize>(words: &[&str; MOST], count: usize) -> (Self, [usize; MOST]) {
        let mut starts = [0; KINDS + 1];
        let mut at = 0;
        while at < count {
            starts[kind_of(words[at]) + 1] += 1;
            at += 1;
        }
        let mut kind = 0;
        while kind < KINDS {
            starts[kind + 1] += starts[kind];
            kind += 1;
        }
        let (mut order, mut next) = ([0; MOST], starts);
        at = 0;
        while at < count {
            let kind = kind_of(words[at]);
            order[next[kind] as usize] = at;
            next[kind] += 1;
            at += 1;
        }
        (Self { starts }, order)
    }

    /// Where those words stand that `line` may begin with.
    pub fn alike(&self, line: &str) -> Range<usize> {
        if line.len() < 2 {
            return 0..0;
        }
        let kind = kind_of(line);
        usize::from(self.starts[kind])..usize::from(self.starts[kind + 1])
    }

    /// Where the words end.
    pub fn end(&self) -> usize {
        usize::from(self.starts[KINDS])
    }
}

const fn kind_of(word: &str) -> usize {
    let bytes = word.as_bytes();
    ((bytes[0] & 31) as usize) << 5 | (bytes[1] & 31) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_begin_alike_stand_together_in_their_own_order() {
        let words = ["lock", "weir", "look", "été", "log", ""];
        let (beginnings, order) = Beginnings::of(&words, 5);
        let alike = |line| order[beginnings.alike(line)].iter().map(|at| words[*at]).collect::<Vec<_>>();
        assert_eq!(alike("locked"), ["lock", "look", "log"]);
        assert_eq!(alike("été"), ["été"]);
        assert_eq!((alike("l"), alike("mill"), beginnings.end()), (vec![], vec![], 5));
    }
}
