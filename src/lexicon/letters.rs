//! How words are told apart by their letters: what the lists are laid out by, and looked up by.

/// Words are of one kind that have five bits of their first two bytes in common: those that tell small letters apart, and
/// not the small one from the capital.
pub(crate) const KINDS: usize = 1 << 10;

/// The kind of a word of two bytes at least.
pub(crate) const fn kind_of(word: &[u8]) -> usize {
    ((word[0] & 31) as usize) << 5 | (word[1] & 31) as usize
}

/// As many first bytes are told apart.
pub(crate) const FIRST_BYTES: usize = 32;

/// What is told of the first byte of a word that is not empty.
pub(crate) fn first_byte(word: &str) -> usize {
    usize::from(word.as_bytes()[0]) % FIRST_BYTES
}

/// The bit that stands for the length of `word`; the last is that of all long ones.
pub(crate) fn length_bit(word: &str) -> u32 {
    1 << word.len().min(31)
}

/// The last byte with which a letter begins in UTF-8 of the scripts up to Armenian, which all have two cases.
pub(crate) const LAST_OF_CASES: u8 = 0xD5;

/// The bit of a tag that says of a word that it is the beginning of longer ones.
pub(crate) const STEM: u8 = 0x80;
