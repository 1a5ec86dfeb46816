//! NoBreaks: spaces at which no line should end, because what stands on both sides is read as one.
//!
//! Authors write most of them as plain spaces. The rules are those of the handbooks: figures stay with their units and
//! signs, initials and titles with their names, and a dash or a sign of French punctuation with what it follows
//! (Bringhurst, "The Elements of Typographic Style", 2.4.6 and 5.2; "Lexique des règles typographiques en usage à
//! l'Imprimerie nationale"; in Polish, Czech and Slovak a word of one letter stays with the next).

use crate::article::Language;

/// What stands after a figure and means nothing without it.
const UNITS: [&str; 61] = [
    // Lengths, areas, volumes
    "mm", "cm", "m", "km", "mm²", "cm²", "m²", "km²", "cm³", "m³", "ml", "mL", "cl", "l", "L", "hl", "ft",
    "yd", // Weights
    "mg", "g", "kg", "t", "lb", "lbs", "oz", // Time and speed
    "s", "ms", "min", "h", "km/h", "mph", "kn", // Power, frequency, temperature, pressure, light
    "W", "kW", "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh", "TWh", "V", "Hz", "kHz", "MHz", "GHz", "°", "°C", "°F",
    "K", "hPa", "dB", // Memory
    "kB", "MB", "GB", "TB", "px", "pt", // Shares
    "%", "‰",
];
/// Signs of money, before a figure or after it.
const MONEY: [&str; 14] = ["€", "$", "£", "¥", "₽", "₹", "zł", "Kč", "kr", "kr.", "EUR", "USD", "GBP", "CHF"];
/// What stands before the figure that it counts.
const BEFORE_NUMBER: [&str; 26] = [
    "No.", "no.", "Nos.", "Nr.", "nr.", "n°", "N°", "nº", "№", "§", "§§", "p.", "pp.", "S.", "vol.", "Vol.", "Bd.",
    "Fig.", "fig.", "Abb.", "Tab.", "art.", "Art.", "ch.", "ca.", "c.",
];
/// Titles that stand before a name.
const TITLES: [&str; 17] = [
    "Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Dr.", "Dr", "Prof.", "St.", "Mme", "Mlle", "Sr.", "Sra.", "Dña.", "Sig.",
    "Dott.",
];

/// The places of `words` after the spaces that hold what stands around them together.
pub(in crate::pdf) fn no_breaks<'w>(words: &'w str, language: &Language) -> impl Iterator<Item = usize> + 'w {
    let custom = Custom::of(language);
    let spaces = words.match_indices(' ').map(|(at, _)| at);
    let holds = move |at: &usize| {
        let before = words[..*at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let after = words[at + 1..].split(char::is_whitespace).next().unwrap_or_default();
        let is_number = || is_group(before, after) && groups_around(words, *at) <= MAX_GROUPS;
        !before.is_empty() && !after.is_empty() && (custom.holds(before, after) || is_number())
    };
    spaces.filter(holds).map(|at| at + 1)
}

/// What a language adds to the rules that hold for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Custom {
    None,
    /// French sets spaces inside its quotation marks and before its high signs.
    French,
    /// No line ends in a word of one letter.
    OneLetter,
}

impl Custom {
    fn of(language: &Language) -> Self {
        match language.primary() {
            "fr" => Custom::French,
            "pl" | "cs" | "sk" => Custom::OneLetter,
            _ => Custom::None,
        }
    }

    /// Whether a space between these two words holds them together.
    fn holds(self, before: &str, after: &str) -> bool {
        if before.is_ascii() && after.is_ascii() && self == Custom::None && !may_hold(before, after) {
            return false;
        }
        let opened = before.trim_start_matches(['(', '[', '“', '„', '«', '‹', '‘', '‚', '"', '\'', '¿', '¡']);
        let ends_in_figure = before.ends_with(|c: char| c.is_ascii_digit());
        let begins_with_figure = after.starts_with(|c: char| c.is_ascii_digit());
        let unit = after.trim_end_matches([',', '.', ';', ':', ')', '!', '?', '”', '“', '»', '’']);
        let by_figures = ends_in_figure && (UNITS.contains(&unit) || MONEY.contains(&unit))
            || begins_with_figure && (MONEY.contains(&opened) || BEFORE_NUMBER.contains(&opened));
        let is_name = after.starts_with(char::is_uppercase);
        let by_names = is_name && (is_initial(opened) || TITLES.contains(&opened));
        let by_signs = matches!(after, "–" | "—" | "…" | "...");
        let by_custom = match self {
            Custom::None => false,
            Custom::French => after.starts_with([';', ':', '!', '?', '»', '›', '%']) || before.ends_with(['«', '‹']),
            Custom::OneLetter => opened.chars().count() == 1 && opened.chars().all(char::is_alphabetic),
        };
        by_figures || by_names || by_signs || by_custom
    }
}

/// Whether one of the rules could ask for two plain words: nearly all are done with here.
fn may_hold(before: &str, after: &str) -> bool {
    let digit = |c: Option<u8>| c.is_some_and(|c| c.is_ascii_digit());
    digit(before.bytes().last())
        || digit(after.bytes().next())
        || before.ends_with(['.', 'r', 's', 'e'])
        || after == "..."
}

/// "J.", of a name.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    matches!((letters.next(), letters.next(), letters.next()), (Some(first), Some('.'), None) if first.is_uppercase())
}

/// More groups of three figures than these are a row of numbers.
const MAX_GROUPS: usize = 4;

/// Whether two words are groups of figures, as a large number has them that is written with spaces: "10 000".
fn is_group(before: &str, after: &str) -> bool {
    let figures = after.bytes().take_while(u8::is_ascii_digit).count();
    let goes_on = after[figures..].starts_with(|c: char| c.is_alphanumeric());
    figures == 3 && !goes_on && is_figures(before.trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// How many groups of figures stand in a row around the space at `at`; of a row of numbers no more are counted than tell
/// that it is one.
fn groups_around(words: &str, at: usize) -> usize {
    let in_a_row = |words: &mut dyn Iterator<Item = &str>| {
        words.take(MAX_GROUPS + 1).take_while(|word| is_figures(word)).count().max(1)
    };
    in_a_row(&mut words[..at].rsplit(' ')) + in_a_row(&mut words[at + 1..].split(' '))
}

/// One to three figures.
fn is_figures(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words with `_` for each space that holds.
    fn bound(words: &str, language: &str) -> String {
        let mut shown = words.to_owned();
        for after in no_breaks(words, &Language::parse(language).unwrap()) {
            shown.replace_range(after - 1..after, "_");
        }
        shown
    }

    #[test]
    fn figures_stay_with_their_units_and_signs() {
        assert_eq!(bound("A weight of 120 kg, hung 3.5 m deep.", "en"), "A weight of 120_kg, hung 3.5_m deep.");
        assert_eq!(bound("für 10 000 € im Jahr", "de"), "für 10_000_€ im Jahr");
        assert_eq!(bound("see p. 12 and No. 7 (§ 3)", "en"), "see p._12 and No._7 (§_3)");
        assert_eq!(bound("in 1926 a clock, 24 hours, 3 ferries", "en"), "in 1926 a clock, 24 hours, 3 ferries");
        assert_eq!(bound("in 1926 1000 people", "en"), "in 1926 1000 people");
        assert_eq!(bound("in 1926 300 people, 1 000 000 then", "en"), "in 1926 300 people, 1_000_000 then");
        assert_eq!(bound("lots 101 102 103 104 105", "en"), "lots 101 102 103 104 105");
    }

    #[test]
    fn initials_and_titles_stay_with_their_names() {
        assert_eq!(bound("by J. R. Roe and Dr. Moe", "en"), "by J._R._Roe and Dr._Moe");
        assert_eq!(bound("“Mrs. Roe said so. They left.", "en"), "“Mrs._Roe said so. They left.");
        for title in TITLES {
            assert_eq!(bound(&format!("with {title} Roe"), "en"), format!("with {title}_Roe"));
        }
    }

    #[test]
    fn a_dash_stays_with_what_it_follows() {
        assert_eq!(bound("the ferry – late again – came …", "en"), "the ferry_– late again_– came_…");
    }

    #[test]
    fn french_signs_stay_with_their_words_and_slavic_prepositions_with_theirs() {
        assert_eq!(bound("« Partir ? Jamais ! » dit-il : non.", "fr"), "«_Partir_? Jamais_!_» dit-il_: non.");
        assert_eq!(bound("w porcie i na morzu", "pl"), "w_porcie i_na morzu");
        assert_eq!(bound("I am a ferry", "en"), "I am a ferry");
    }

    #[test]
    fn spaces_at_the_ends_hold_nothing() {
        assert_eq!(bound(" 12  kg ", "en"), " 12  kg ");
        assert_eq!(bound("", "en"), "");
    }
}
