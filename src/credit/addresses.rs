//! Web addresses that are printed in a credit: they are for following, not for reading.

use url::Url;

/// The credit without the addresses that stand in angle brackets or at its end, and where these lead; a credit that
/// would have no words without them keeps them.
///
/// "Ines Okafor, CC BY-SA 4.0 <https://creativecommons.org/licenses/by-sa/4.0>, via Wikimedia Commons" is what Wikimedia
/// Commons asks for; "Ines Okafor - Own work, CC BY-SA 4.0, https://commons.wikimedia.org/w/index.php?curid=1" is what
/// it asked for before.
pub(super) fn without_addresses(text: &str) -> (String, Vec<Url>) {
    let mut words = text.to_owned();
    let mut addresses = Vec::new();
    while let Some(open) = words.find('<') {
        let Some(length) = words[open..].find('>') else { break };
        let Some(address) = read(&words[open + 1..open + length]) else { break };
        addresses.push(address);
        let before = words[..open].trim_end().len();
        words.replace_range(before..open + length + 1, "");
    }
    let bare = words.trim_end_matches([' ', ')', ']', '.']);
    let last = bare.rsplit([' ', '(', '[']).next().unwrap_or_default();
    if let Some(address) = read(last) {
        let before = bare[..bare.len() - last.len()].trim_end_matches([' ', ',', ';', ':', '(', '[', '-', '–', '|']);
        // "Source: https://…": what leads to the address is no name.
        if before.split_whitespace().count() >= 2 {
            addresses.push(address);
            words.truncate(before.len());
        }
    }
    match words.chars().any(char::is_alphabetic) {
        true => (words, addresses),
        false => (text.to_owned(), Vec::new()),
    }
}

fn read(address: &str) -> Option<Url> {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    Url::parse(address).ok().filter(|_| is_web)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str) -> (String, Vec<String>) {
        let (words, addresses) = without_addresses(text);
        (words, addresses.iter().map(Url::to_string).collect())
    }

    #[test]
    fn addresses_are_told_from_words() {
        let (words, addresses) =
            parted("Ines Okafor, CC BY 4.0 <https://creativecommons.org/licenses/by/4.0>, via Wikimedia Commons");
        assert_eq!(words, "Ines Okafor, CC BY 4.0, via Wikimedia Commons");
        assert_eq!(addresses, ["https://creativecommons.org/licenses/by/4.0"]);
        let (words, addresses) =
            parted("Ines Okafor - Own work, CC BY-SA 4.0, https://photos.example/w/index.php?curid=1");
        assert_eq!(words, "Ines Okafor - Own work, CC BY-SA 4.0");
        assert_eq!(addresses, ["https://photos.example/w/index.php?curid=1"]);
    }

    #[test]
    fn words_that_are_no_address_and_an_address_alone_stay() {
        for text in [
            "https://photos.example/ines",
            "Source: https://photos.example/ines",
            "Ines Okafor <ines@photos.example>",
            "Ines Okafor < Sarn",
            "Sarn. See: https://photos.example/3, Figure 2",
            "sarn.example/Ines Okafor",
        ] {
            assert_eq!(parted(text), (text.to_owned(), Vec::new()));
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[\\PC<>(), https:/.e]{0,60}") {
            without_addresses(&text);
        }
    }
}
