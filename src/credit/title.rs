//! Titles of pictures in their credits: "“The Lock, at Dawn” by Ines Okafor".

use crate::lexicon;

/// The marks that open a title, each with those that close it.
const QUOTES: [(char, &[char]); 5] =
    [('"', &['"']), ('“', &['”', '"']), ('„', &['“', '”', '"']), ('«', &['»']), ('‘', &['’'])];

/// Whether a title may begin with `mark`.
pub(crate) fn opens(mark: char) -> bool {
    QUOTES.iter().any(|(open, _)| *open == mark)
}

/// What follows the title at the head of `text`, if there is one.
pub(crate) fn after(text: &str) -> Option<&str> {
    let open = text.chars().next()?;
    let (_, closing) = QUOTES.iter().find(|(opening, _)| *opening == open)?;
    // An apostrophe goes on with a letter.
    let (at, close) = text
        .char_indices()
        .skip(2)
        .find(|(at, c)| closing.contains(c) && !text[at + c.len_utf8()..].starts_with(char::is_alphanumeric))?;
    Some(text[at + close.len_utf8()..].trim_start())
}

/// The name after "by" or the like at the head of `text`.
pub(crate) fn after_by(text: &str) -> Option<&str> {
    let (word, name) = text.split_once(char::is_whitespace)?;
    lexicon::CREDIT_BY_AFTER_TITLE.contains_in_any_case(word).then(|| name.trim_start())
}

/// A credit without the titles that stand before their authors.
pub(super) fn without_titles(credit: &str) -> String {
    let mut kept = String::with_capacity(credit.len());
    let mut rest = credit;
    while let Some(at) = rest.find(|c: char| opens(c)) {
        kept.push_str(&rest[..at]);
        match after(&rest[at..]).and_then(after_by) {
            Some(name) => rest = name,
            None => {
                let next = rest[at..].chars().next().map_or(rest.len(), |c| at + c.len_utf8());
                kept.push_str(&rest[at..next]);
                rest = &rest[next..];
            }
        }
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_left_out_before_its_author_alone() {
        for (credit, without) in [
            ("“The Lock, at Dawn” by Ines Okafor", "Ines Okafor"),
            ("Photo: \"The Lock / Dawn\" by Ines Okafor, CC BY", "Photo: Ines Okafor, CC BY"),
            ("« L’écluse » par Inès Okafor", "Inès Okafor"),
            ("„Die Schleuse“ von Ines Okafor", "Ines Okafor"),
            ("Ines “Spark” Okafor", "Ines “Spark” Okafor"),
            ("“Unclosed by Ines", "“Unclosed by Ines"),
        ] {
            assert_eq!(without_titles(credit), without);
        }
    }
}
