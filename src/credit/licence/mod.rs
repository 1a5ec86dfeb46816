//! Licences under which anybody may use a picture: how they are called, and where they stand.

mod commons;

use crate::article::Licence;
use crate::lexicon;
use commons::commons;
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;
use url::Url;

impl Licence {
    /// The licence that stands at `address`.
    pub fn at(address: &Url) -> Option<Self> {
        let host = address.host_str()?.trim_start_matches("www.");
        let path: Vec<&str> = address.path_segments()?.filter(|segment| !segment.is_empty()).collect();
        let name = match (host, path.as_slice()) {
            ("creativecommons.org", ["licenses", terms, version, ..]) => {
                format!("CC {} {version}", terms.to_uppercase())
            }
            ("creativecommons.org", ["publicdomain", "zero", version, ..]) => format!("CC0 {version}"),
            ("creativecommons.org", ["publicdomain", "mark", ..]) => "Public domain".to_owned(),
            _ => {
                let is_it = |(_, home, place): &&(&str, &str, &str)| {
                    host == *home && address.path().to_lowercase().starts_with(place)
                };
                HOMES.iter().find(is_it)?.0.to_owned()
            }
        };
        Some(Self { name, address: Some(address.clone()) })
    }

    /// The first licence that `text` names, and the place of its name with what leads to it, in bytes.
    pub(crate) fn place_in(text: &str) -> Option<(Range<usize>, Self)> {
        find(text)
    }

    /// The first licence that `text` names.
    pub fn named_in(text: &str) -> Option<Self> {
        find(text).map(|(_, licence)| licence)
    }

    /// Whether both are the same licence, at least as far as both say: "CC BY" and "CC BY 4.0" are.
    pub(super) fn is_of_family(&self, other: &Self) -> bool {
        let bare =
            |name: &str| name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ')).to_owned();
        bare(&self.name) == bare(&other.name) || self.name == "Creative Commons"
    }

    fn called(name: String) -> Self {
        let address = match name.split(' ').collect::<Vec<_>>().as_slice() {
            ["CC", terms, version] => Some(format!("licenses/{}/{version}", terms.to_lowercase())),
            ["CC0", version] => Some(format!("publicdomain/zero/{version}")),
            _ => None,
        };
        let of_commons = address.map(|path| format!("https://creativecommons.org/{path}/"));
        let of_others =
            || HOMES.iter().find(|(known, ..)| *known == name).map(|(_, home, path)| format!("https://{home}{path}"));
        let address = of_commons.or_else(of_others).and_then(|address| Url::parse(&address).ok());
        Self { name, address }
    }
}

/// Licences that stand at one place: name, host and the beginning of the path, in small letters.
const HOMES: &[(&str, &str, &str)] = &[
    ("Unsplash License", "unsplash.com", "/license"),
    ("Pexels License", "pexels.com", "/license"),
    ("Pixabay Content License", "pixabay.com", "/service/license"),
    ("Pixabay Content License", "pixabay.com", "/service/terms"),
    ("GFDL", "gnu.org", "/licenses/fdl"),
    ("GFDL", "gnu.org", "/copyleft/fdl"),
    ("Free Art License", "artlibre.org", "/licence/lal"),
    ("Open Government Licence", "nationalarchives.gov.uk", "/doc/open-government-licence"),
];

/// The first licence that `text` names, and the place of its name in bytes.
pub(super) fn find(text: &str) -> Option<(Range<usize>, Licence)> {
    // Hardly a caption has such a word at all.
    if !words(text).any(|word| word.may_open()) {
        return None;
    }
    let words: Vec<Word> = words(text).collect();
    let mut openings = (0..words.len()).filter(|at| words[*at].may_open());
    let (from, to, licence) = openings.find_map(|at| {
        let (length, name) = commons(&words[at..]).or_else(|| other(&words[at..]))?;
        Some((at, at + length, Licence::called(name)))
    })?;
    // "licensed under the … licence" goes with the name.
    let before = words[..from].iter().rev().take_while(|word| lexicon::LICENCE_UNDER.contains(&word.text)).count();
    let after = words[to..].iter().take_while(|word| lexicon::LICENCE_AFTER.contains(&word.text)).count();
    let place = words[from - before].place.start..words[to + after - 1].place.end;
    Some((place, licence))
}

/// The first words of all names: hardly a word of a caption is one of them.
static OPENINGS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let names =
        commons::openings().chain(lexicon::LICENCE_PUBLIC_DOMAIN.iter()).chain(OTHERS.iter().map(|(name, _)| *name));
    names.map(|name| name.split(' ').next().unwrap_or(name)).collect()
});

/// A word in small letters with its place; a number keeps its points ("4.0").
struct Word<'t> {
    text: Cow<'t, str>,
    written: &'t str,
    place: Range<usize>,
}

impl<'t> Word<'t> {
    fn at(place: Range<usize>, text: &'t str) -> Self {
        let written = &text[place.clone()];
        let is_small = written.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let text = if is_small { Cow::Borrowed(written) } else { Cow::Owned(written.to_lowercase()) };
        Self { text, written, place }
    }

    fn may_open(&self) -> bool {
        OPENINGS.contains(&*self.text)
    }

    /// Whether it is written in capitals alone.
    fn is_shouted(&self) -> bool {
        !self.written.chars().any(char::is_lowercase)
    }
}

fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut start = None;
    let mut previous = ' ';
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    ends.filter_map(move |(at, c)| {
        // "CC-BY4.0", "CC BY-SA": digits part from letters, but "CC0" is one word.
        let goes_on = c.is_alphanumeric() && (c.is_numeric() == previous.is_numeric() || c == '0');
        let is_point =
            c == '.' && previous.is_ascii_digit() && text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        let after_point = previous == '.' && start.is_some();
        let ended = start.take_if(|_| !goes_on && !is_point && !after_point);
        if start.is_none() && c.is_alphanumeric() {
            start = Some(at);
        }
        previous = c;
        ended.map(|from| Word::at(from..at, text))
    })
}

/// A licence that is no family: its words in the text, and its short name.
fn other(words: &[Word]) -> Option<(usize, String)> {
    let public = lexicon::LICENCE_PUBLIC_DOMAIN.iter().filter_map(|called| heads(words, called)).max();
    let public = public.map(|length| (length, "Public domain".to_owned()));
    public.or_else(|| OTHERS.iter().find_map(|(called, name)| Some((heads(words, called)?, (*name).to_owned()))))
}

const OTHERS: &[(&str, &str)] = &[
    // Licences of single houses count only where they are named: "on Unsplash" names the house.
    ("unsplash license", "Unsplash License"),
    ("unsplash lizenz", "Unsplash License"),
    ("pexels license", "Pexels License"),
    ("pexels lizenz", "Pexels License"),
    ("pixabay license", "Pixabay Content License"),
    ("pixabay lizenz", "Pixabay Content License"),
    ("pixabay content license", "Pixabay Content License"),
    ("gfdl", "GFDL"),
    ("gnu fdl", "GFDL"),
    ("gnu free documentation license", "GFDL"),
    ("free art license", "Free Art License"),
    ("licence art libre", "Free Art License"),
    ("open government licence", "Open Government Licence"),
    ("ogl", "Open Government Licence"),
];

/// How many of `words` are those of `name`, if it stands at their head.
fn heads(words: &[Word], name: &str) -> Option<usize> {
    let mut length = 0;
    for part in name.split(' ') {
        words.get(length).filter(|word| word.text == part)?;
        length += 1;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_licences_of_creative_commons_are_known_in_every_spelling() {
        for (text, name) in [
            ("CC BY 2.0", "CC BY 2.0"),
            ("Ines Okafor, CC-BY-SA-3.0", "CC BY-SA 3.0"),
            ("Ines Okafor (cc by-nc-nd 2.0)", "CC BY-NC-ND 2.0"),
            ("CC BY SA 4", "CC BY-SA 4.0"),
            ("CC-BY", "CC BY"),
            ("CC-BY4.0", "CC BY 4.0"),
            ("flickr / Ines Okafor / CC BY-NC", "CC BY-NC"),
            ("CC0", "CC0 1.0"),
            ("CC0 1.0 Universal", "CC0 1.0"),
            ("Creative Commons Zero", "CC0 1.0"),
            ("Creative Commons", "Creative Commons"),
            ("Creative Commons BY-SA 4.0", "CC BY-SA 4.0"),
            ("Creative Commons Attribution-ShareAlike 4.0 International License", "CC BY-SA 4.0"),
            ("Creative Commons Attribution-NonCommercial-NoDerivs 3.0 Unported", "CC BY-NC-ND 3.0"),
            ("Creative Commons license Attribution 2.0 Generic", "CC BY 2.0"),
            ("Creative Commons Namensnennung - Weitergabe unter gleichen Bedingungen 3.0", "CC BY-SA 3.0"),
            ("Namensnennung 2.0 Deutschland", "CC BY 2.0"),
            ("Creative Commons Paternité – Pas d’utilisation commerciale 2.0", "CC BY-NC 2.0"),
            ("Creative Commons Reconocimiento-NoComercial-CompartirIgual 4.0", "CC BY-NC-SA 4.0"),
            ("Public domain", "Public domain"),
            ("Gemeinfrei", "Public domain"),
            ("GNU Free Documentation License", "GFDL"),
            ("Pixabay License", "Pixabay Content License"),
        ] {
            let found = Licence::named_in(text).unwrap_or_else(|| panic!("no licence in {text}"));
            assert_eq!(found.name, name, "{text}");
        }
    }

    #[test]
    fn the_name_goes_with_the_words_that_lead_to_it() {
        let text = "Ines Okafor, licensed under CC BY-SA 4.0 International, via Wikimedia Commons";
        let (place, licence) = find(text).unwrap();
        assert_eq!(&text[place], "licensed under CC BY-SA 4.0 International");
        assert_eq!(licence.address.unwrap().as_str(), "https://creativecommons.org/licenses/by-sa/4.0/");
    }

    #[test]
    fn a_name_is_no_licence() {
        for text in ["C.C. Okafor", "CC Okafor", "cc", "By Ines Okafor", "Attribution", "Unsplash", "Ada By", "Ogle"] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn the_place_of_a_licence_tells_its_name() {
        for (address, name) in [
            ("https://creativecommons.org/licenses/by-sa/4.0/deed.de", "CC BY-SA 4.0"),
            ("http://www.creativecommons.org/licenses/by-nc/2.0", "CC BY-NC 2.0"),
            ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
            ("https://creativecommons.org/publicdomain/mark/1.0/", "Public domain"),
            ("https://unsplash.com/license", "Unsplash License"),
            ("https://www.gnu.org/licenses/fdl-1.3.html", "GFDL"),
        ] {
            let licence = Licence::at(&Url::parse(address).unwrap()).unwrap_or_else(|| panic!("{address}"));
            assert_eq!(licence.name, name);
        }
        for other in ["https://creativecommons.org/", "https://unsplash.com/@ines", "https://example.org/license"] {
            assert_eq!(Licence::at(&Url::parse(other).unwrap()), None, "{other}");
        }
    }
}
