//! Credits: reads what is printed of who made a picture, and on what terms it may be used.
//!
//! A page prints a credit as a line: "Ines Okafor/Reuters, CC BY 2.0, via Wikimedia Commons". [`Credit::printed`] reads
//! it: [`pieces`] parts it, [`makers`] says whom each piece names and what part they had, with the words of [`label`] and
//! the names in [`houses`], and passes over the picture's [`title`], printed
//! [`addresses`] and [`fillers`], and [`stand_ins`] for a maker; [`licence`] knows the licences that anybody may use pictures under.

mod addresses;
pub(crate) mod fillers;
pub(crate) mod houses;
pub(crate) mod label;
mod licence;
mod makers;
mod pieces;
pub(crate) mod stand_ins;
pub(crate) mod title;

use crate::article::{Credit, Found, Licence, Maker, Trust};
use crate::lexicon;
use url::Url;

impl Credit {
    /// A credit that a page prints under a label.
    pub fn new(text: impl Into<String>) -> Self {
        Self::printed(text, Found::Page, Trust::Named)
    }

    /// Reads a credit as it is printed, without its label.
    pub fn printed(text: impl Into<String>, found: Found, trust: Trust) -> Self {
        let (text, addresses) = addresses::without_addresses(&text.into());
        let licence = licence::find(&text);
        let without_licence = match &licence {
            Some((place, _)) => format!("{} | {}", &text[..place.start], &text[place.end..]),
            None => text.clone(),
        };
        let mut credit = Self {
            makers: makers::read(&without_licence),
            licence: licence.map(|(_, licence)| Box::new(licence)),
            source: None,
            terms: None,
            found,
            trust,
            text,
        };
        for address in addresses {
            credit.lead("link", &address);
        }
        credit
    }

    /// Takes in where `words` of the printed credit lead to: to a licence, to a maker, to the picture's own page.
    pub fn lead(&mut self, words: &str, target: &Url) {
        let words = words.trim();
        if let Some(licence) = Licence::at(target) {
            match &mut self.licence {
                // What is printed has the name; the address is often surer of the version.
                Some(named) if named.is_of_family(&licence) => **named = licence,
                Some(_) => {}
                None => self.licence = Some(Box::new(licence)),
            }
            return;
        }
        if lexicon::CREDIT_POINTERS.contains(words.to_lowercase().trim_matches(|c: char| !c.is_alphabetic())) {
            self.source = self.source.take().or_else(|| Some(Box::new(target.clone())));
            return;
        }
        if words.is_empty() || !self.text.contains(words) {
            return;
        }
        let maker = self.makers.iter_mut().find(|maker| maker.name == words || words.starts_with(&maker.name));
        match maker {
            Some(maker) if maker.address.is_none() => maker.address = Some(target.clone()),
            Some(_) => {}
            None => self.source = self.source.take().or_else(|| Some(Box::new(target.clone()))),
        }
    }

    /// Whether both may be of one picture: one holds the other's words, or both name the same maker.
    pub fn agrees_with(&self, other: &Credit) -> bool {
        let (one, two) = (folded(&self.text), folded(&other.text));
        let share = |maker: &Maker| other.makers.iter().any(|known| folded(&known.name) == folded(&maker.name));
        one.contains(&two) || two.contains(&one) || self.makers.iter().any(share)
    }

    /// Fills in what `other`, which speaks of the same picture, knows besides; what is printed stays.
    pub fn complete_from(&mut self, other: &Credit) {
        if self.licence.is_none() {
            self.licence.clone_from(&other.licence);
        }
        self.source = self.source.take().or_else(|| other.source.clone());
        self.terms = self.terms.take().or_else(|| other.terms.clone());
        for maker in self.makers.iter_mut().filter(|maker| maker.address.is_none()) {
            let same = other.makers.iter().find(|known| known.name == maker.name);
            maker.address = same.and_then(|known| known.address.clone());
        }
    }

    /// The printed words in pieces, each with where it leads: the name of the licence to the licence, the rest to the
    /// picture's own page or, where only that is known, to its maker's. A licence that the words do not name follows.
    pub fn pieces(&self) -> Vec<(&str, Option<&Url>)> {
        let has_address = self.licence.as_ref().is_some_and(|licence| licence.address.is_some());
        let named = licence::find(&self.text).filter(|_| has_address);
        let place = named.map_or(self.text.len()..self.text.len(), |(place, _)| place);
        let of_maker = || self.makers.iter().find_map(|maker| maker.address.as_ref());
        let source = self.source.as_deref().or_else(of_maker);
        let licence = self.licence.as_ref().and_then(|licence| licence.address.as_ref());
        let (before, after) = (&self.text[..place.start], &self.text[place.end..]);
        let words = before.trim_end_matches(BETWEEN);
        let pieces = [
            (words, source),
            (&before[words.len()..], None),
            (&self.text[place.clone()], licence),
            (after, source.filter(|_| words.is_empty())),
        ];
        let unprinted = self.licence.as_ref().filter(|_| licence::find(&self.text).is_none());
        let unprinted = unprinted.map(|licence| [(", ", None), (licence.name.as_str(), licence.address.as_ref())]);
        let pieces = pieces.into_iter().chain(unprinted.into_iter().flatten());
        pieces.filter(|(words, _)| !words.is_empty()).collect()
    }
}

/// A text by its letters and digits alone, in lower case.
pub(crate) fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What stands between the makers and the licence, and leads nowhere.
const BETWEEN: [char; 8] = [' ', ',', ';', '/', '|', '(', '[', '\u{a0}'];

#[cfg(test)]
mod tests {
    use super::*;

    fn url(address: &str) -> Url {
        Url::parse(address).unwrap()
    }

    #[test]
    fn the_links_of_a_credit_lead_to_its_maker_its_licence_and_its_page() {
        let mut credit = Credit::new("“The Lock at Dawn” by Ines Okafor, CC BY-SA");
        credit.lead("Ines Okafor", &url("https://photos.example/ines"));
        credit.lead("The Lock at Dawn", &url("https://photos.example/ines/lock"));
        credit.lead("CC BY-SA", &url("https://creativecommons.org/licenses/by-sa/2.0/"));
        assert_eq!(credit.makers[0].address, Some(url("https://photos.example/ines")));
        assert_eq!(credit.source.as_deref(), Some(&url("https://photos.example/ines/lock")));
        assert_eq!(credit.licence.as_ref().unwrap().name, "CC BY-SA 2.0");
        credit.lead("elsewhere", &url("https://example.org/"));
        assert_eq!(credit.source.as_deref(), Some(&url("https://photos.example/ines/lock")));
    }

    #[test]
    fn what_is_printed_stays_and_the_rest_is_filled_in() {
        let mut printed = Credit::new("Ines Okafor");
        let mut stated = Credit::printed("I. Okafor, CC BY 4.0", Found::LinkedData, Trust::Stated);
        stated.terms = Some(Box::new(url("https://photos.example/terms")));
        printed.complete_from(&stated);
        assert_eq!((printed.text.as_str(), printed.found), ("Ines Okafor", Found::Page));
        assert_eq!(printed.licence.as_ref().unwrap().name, "CC BY 4.0");
        assert!(printed.terms.is_some());
    }

    #[test]
    fn the_pieces_are_the_printed_words() {
        let mut credit = Credit::new("Ines Okafor, CC BY 2.0, via Flickr");
        credit.lead("Ines Okafor", &url("https://photos.example/ines"));
        let pieces = credit.pieces();
        assert_eq!(pieces.iter().map(|(words, _)| *words).collect::<String>(), credit.text);
        let linked: Vec<_> = pieces.iter().filter_map(|(words, to)| Some((*words, to.as_ref()?.as_str()))).collect();
        assert_eq!(
            linked,
            [
                ("Ines Okafor", "https://photos.example/ines"),
                ("CC BY 2.0", "https://creativecommons.org/licenses/by/2.0/")
            ]
        );
        assert_eq!(Credit::new("CC BY").pieces(), [("CC BY", None)]);
        let licence = url("https://creativecommons.org/licenses/by/4.0/");
        let mut silent = Credit::new("Ines Okafor");
        silent.lead("some rights", &licence);
        assert_eq!(silent.pieces(), [("Ines Okafor", None), (", ", None), ("CC BY 4.0", Some(&licence))]);
    }
}
