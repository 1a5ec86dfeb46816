//! Date tokens: a line of text cut into the pieces that a date is made of, in the scripts of the pages.

use std::ops::Range;

/// A run of digits, a word, or a single mark; white space parts them and is none.
#[derive(Debug)]
pub(super) struct Token<'a> {
    pub text: &'a str,
    pub kind: Kind,
    /// Where in the line it stands, in bytes.
    pub range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// A run of digits: its value, or -1 if that is too great to belong to a date, and its length in characters.
    Number(i16, usize),
    Word,
    Mark(char),
}

/// The tokens of a line.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let same: Option<fn(char) -> bool> = if digit(c).is_some() {
            Some(|c| digit(c).is_some())
        } else if c.is_alphabetic() {
            Some(|c| (c.is_alphabetic() || is_sign(c)) && digit(c).is_none())
        } else {
            None
        };
        while let (Some(same), Some((at, next))) = (same, chars.peek().copied()) {
            if !same(next) {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        let run = &text[start..end];
        let kind = if digit(c).is_some() {
            let value =
                run.chars().filter_map(digit).try_fold(0_i16, |value, digit| value.checked_mul(10)?.checked_add(digit));
            Kind::Number(value.unwrap_or(-1), run.chars().count())
        } else if c.is_alphabetic() {
            Kind::Word
        } else {
            Kind::Mark(c)
        };
        tokens.push(Token { text: run, kind, range: start..end });
    }
    tokens
}

/// A vowel sign or a mark that is written over, under or beside the letters of the scripts of India and Thailand.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{963}' | '\u{e31}'..='\u{e4e}')
}

/// The value of a decimal digit: European, Arabic-Indic, Persian, Devanagari, Thai, full width.
pub(super) fn digit(c: char) -> Option<i16> {
    const ZEROS: [char; 5] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{e50}', '\u{ff10}'];
    if c.is_ascii() {
        return c.to_digit(10).and_then(|value| i16::try_from(value).ok());
    }
    let value = ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|value| *value < 10))?;
    i16::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_every_script_are_numbers_and_vowel_signs_part_no_word() {
        let kinds = |text: &str| tokens(text).iter().map(|token| token.kind).collect::<Vec<Kind>>();
        let july = [Kind::Number(9, 1), Kind::Word, Kind::Number(2020, 4)];
        for text in ["9 July 2020", "٩ يوليو ٢٠٢٠", "९ जुलाई २०२०", "๙ กรกฎาคม ๒๐๒๐", "９ 月 ２０２０"]
        {
            assert_eq!(kinds(text), july, "{text}");
        }
        assert_eq!(kinds("9.7"), [Kind::Number(9, 1), Kind::Mark('.'), Kind::Number(7, 1)]);
        assert_eq!(kinds("99999999"), [Kind::Number(-1, 8)]);
    }
}
