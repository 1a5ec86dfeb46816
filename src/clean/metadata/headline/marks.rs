//! Headline marks: what a headline's marks tell beside its words: of characters that were lost, of a keyboard of another
//! script, of a label that is no part of the sentence.

/// The signs that stand where a character was lost when the text was converted.
const LOST: [char; 2] = ['?', '\u{fffd}'];

/// The longest that can be lost at one place, in characters: "’s".
const LONGEST_LOST: usize = 3;

/// The one of `titles` that has `text` with the marks that were lost in it: "The tide’s turn" for "The tide?s turn".
pub(super) fn with_lost_marks<'t>(text: &str, mut titles: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let has_lost = text.trim_end_matches(LOST).contains(LOST);
    if has_lost { titles.find(|title| is_whole_of(text, title)) } else { None }
}

/// True if `whole` is `text` but for what stands at the signs of loss, and a word goes on at one of them: a question
/// within a headline is none.
fn is_whole_of(text: &str, whole: &str) -> bool {
    let mut pieces = text.trim().split(LOST).peekable();
    let Some(mut rest) = pieces.next().and_then(|first| whole.trim().strip_prefix(first)) else { return false };
    let mut is_within_word = false;
    while let Some(piece) = pieces.next() {
        let is_last = pieces.peek().is_none();
        let mut gaps = rest.char_indices().map(|(at, _)| at).chain([rest.len()]).take(LONGEST_LOST + 1);
        let fits = |after: &str| if is_last { after == piece } else { after.starts_with(piece) };
        let Some(gap) = gaps.find(|gap| fits(&rest[*gap..])) else { return false };
        is_within_word |= rest[..gap].ends_with(char::is_alphabetic)
            || (gap > 0 && piece.starts_with(char::is_alphabetic) && !rest[..gap].ends_with(' '));
        rest = &rest[gap + piece.len()..];
    }
    is_within_word
}

/// `text` with the wide marks of East Asia as other scripts write them, where no letter in it is East Asian: the author
/// had such a keyboard at hand.
pub(super) fn with_narrow_marks(text: &str) -> String {
    const WIDE: std::ops::RangeInclusive<char> = '\u{ff01}'..='\u{ff5e}';
    const DISTANCE: u32 = 0xfee0;
    let is_east_asian = |c: char| c >= '\u{2e80}' && c.is_alphanumeric();
    if text.chars().any(is_east_asian) {
        return text.to_owned();
    }
    let narrow = |c: char| if WIDE.contains(&c) { char::from_u32(c as u32 - DISTANCE).unwrap_or(c) } else { c };
    text.chars().map(narrow).collect()
}

/// `text` without the label behind its last bar: "The tide comes in at night | Opinion". No sentence has a bar; what
/// follows it is a label or words for search engines, unless it is as good as a headline itself, or counts the parts.
/// Formulas have bars, too, and titles that are quoted.
pub(super) fn without_label(text: &str) -> &str {
    let length = |text: &str| text.chars().count();
    let is_label = |head: &str, label: &str| {
        length(label) * 2 < length(head) && !label.ends_with(char::is_numeric) && has_word(label) && !is_open(head)
    };
    match text.rsplit_once(" | ") {
        Some((head, label)) if is_label(head, label) => head.trim_end(),
        _ => text,
    }
}

fn has_word(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().nth(1).is_some())
}

/// True if a bracket or a quotation that begins in `text` does not end there.
fn is_open(text: &str) -> bool {
    const BRACKETS: [[char; 2]; 4] = [['(', ')'], ['[', ']'], ['{', '}'], ['「', '」']];
    // Languages differ in which of them begins.
    const QUOTES: [&[char]; 2] = [&['"', '“', '”', '„'], &['«', '»']];
    let count = |signs: &[char]| text.matches(signs).count();
    BRACKETS.iter().any(|[begin, end]| count(&[*begin]) > count(&[*end]))
        || QUOTES.iter().any(|signs| count(signs) % 2 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_that_was_lost_is_found_in_the_title() {
        let mended = |text: &str, title: &'static str| with_lost_marks(text, [title].into_iter()).unwrap_or("none");
        assert_eq!(mended("The tide?s turn", "The tide’s turn"), "The tide’s turn");
        assert_eq!(mended("The Tide\u{fffd}s Turn", "The Tide's Turn"), "The Tide's Turn");
        assert_eq!(
            mended("What Is A Tide? Sailor? Guide", "What Is A Tide: Sailor's Guide"),
            "What Is A Tide: Sailor's Guide"
        );
        assert_eq!(mended("Flooded? What to do now", "Flooded: What to do now"), "none");
        assert_eq!(mended("Is it the tide?", "Is it the tide!"), "none");
        assert_eq!(mended("The tide?s turn", "The tide of Osk’s turn"), "none");
    }

    #[test]
    fn wide_marks_stay_in_east_asian_headlines_alone() {
        assert_eq!(with_narrow_marks("Where does the tide go？"), "Where does the tide go?");
        assert_eq!(with_narrow_marks("海水去哪里了？"), "海水去哪里了？");
    }

    #[test]
    fn a_label_behind_a_bar_is_no_part_of_the_headline() {
        assert_eq!(without_label("The tide comes in at night | Opinion"), "The tide comes in at night");
        assert_eq!(without_label("The tide of Osk | Мнение"), "The tide of Osk");
        assert_eq!(without_label("„Die Flut“ kommt (nachts) | Meinung"), "„Die Flut“ kommt (nachts)");
        for whole in [
            "The tide comes in at night | What the sailors of Osk make of it",
            "The tide comes in at night | Part 2",
            "Opinion | The tide comes in at night",
            "How to compute the probability P(A | B)",
            "How the tide tables of Osk define a set {x | x is even}",
            "What a sailor means by “the tide comes in at night | always”",
            "How to compute the norm of a tide | x |",
            "夜に来る潮の話を | Osk sailor",
            "Tides and boats",
        ] {
            assert_eq!(without_label(whole), whole);
        }
    }
}
