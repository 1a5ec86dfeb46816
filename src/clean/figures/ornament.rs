//! Pictures that are no content whatever part of the page they stand in: icons, badges, buttons, adverts, portraits, pixels.

use super::address::before_query;
use super::candidates::{ImageCandidate, declared};
use super::names::Words;
use crate::clean::view::attributes::Attributes;
use crate::lexicon::{self, WordList};
use scraper::node::Element;
use serde::Serialize;
use std::fmt;

/// What makes a picture one that is no content, by what is known of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ornament {
    /// The page says that it is for looks only, and calls it an icon.
    Presentation,
    /// It is shown too small to be looked at, or is a line.
    Small,
    /// It is low and leads elsewhere: a badge, a partner's logo, the button of a shop.
    Badge,
    /// It has the size of an advert and leads to another site.
    Advert,
    /// It is shown round, without a caption.
    Round,
    /// A word in the names of its element: "avatar".
    Word(&'static str),
    /// A word in the name of its file: "logo".
    File(&'static str),
    /// The name of its file is made of words for buttons: "share".
    Button(&'static str),
    /// A part of its address that counts readers or belongs to adverts, themes and comment systems.
    Address(&'static str),
}

/// What is known of a picture from around it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    pub in_figure: bool,
    /// Whether it leads to a page.
    pub is_linked: bool,
    /// Whether that is one of another site.
    pub leads_off_site: bool,
    /// Whether a box around it cuts it round.
    pub is_round: bool,
}

/// What makes a picture that `value` shows an ornament.
pub(super) fn ornament(value: &Element, offers: &[ImageCandidate], setting: Setting) -> Option<Ornament> {
    if value.attribute("role") == Some("presentation")
        && !setting.in_figure
        && declared(value, "width").is_none_or(|w| w < SMALLEST)
    {
        return Words::of(value).iter().any(|word| word == "icon").then_some(Ornament::Presentation);
    }
    if is_small(value, offers) {
        return Some(Ornament::Small);
    }
    if let (Some(width), Some(height)) = (shown(value, "width"), shown(value, "height")) {
        if setting.leads_off_site && ADVERTS.contains(&(width as u32, height as u32)) {
            return Some(Ornament::Advert);
        }
        if setting.is_linked && height < LOWEST_LINKED {
            return Some(Ornament::Badge);
        }
    }
    if setting.is_round {
        return Some(Ornament::Round);
    }
    let by_word = Words::of(value).one_of(&lexicon::FIGURES_ORNAMENTS).map(Ornament::Word);
    by_word.or_else(|| {
        let mut by_address = offers.iter().map(|offer| by_address(&offer.address, setting));
        let first = by_address.next()??;
        by_address.all(|other| other.is_some()).then_some(first)
    })
}

impl fmt::Display for Ornament {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Presentation => f.write_str("it is an icon that the page calls mere presentation"),
            Self::Small => f.write_str("it is too small to be looked at: an icon, a portrait, a line"),
            Self::Badge => f.write_str("it is low and leads elsewhere: a badge, a logo, a button"),
            Self::Advert => f.write_str("it has the size of an advert and leads to another site"),
            Self::Round => f.write_str("it is shown round and has no caption: a portrait or a badge"),
            Self::Word(word) => write!(f, "it is called \"{word}\""),
            Self::File(word) => write!(f, "the name of its file says \"{word}\""),
            Self::Button(word) => write!(f, "its file is named as that of a button is: \"{word}\""),
            Self::Address(part) => {
                write!(f, "its address has \"{part}\" in it, as those of counters, adverts and themes have")
            }
        }
    }
}

fn is_small(value: &Element, offers: &[ImageCandidate]) -> bool {
    let (width, height) = (shown(value, "width"), shown(value, "height"));
    let is_shown_small = match (width, height) {
        (Some(width), Some(height)) => width.max(height) < SMALLEST || width.min(height) < THINNEST,
        (Some(side), None) | (None, Some(side)) => side < SMALLEST / 2.0,
        (None, None) => false,
    };
    let widest = offers.iter().filter_map(|offer| offer.width).fold(0.0, f64::max);
    let all_tell = offers.iter().all(|offer| offer.width.is_some());
    is_shown_small || (all_tell && widest > 0.0 && widest < SMALLEST)
}

/// The size at which the page shows an element, in CSS pixels: that of its style, or the one that is declared.
fn shown(value: &Element, side: &str) -> Option<f64> {
    let of_style = value.attribute("style").and_then(|style| {
        let rules = style.split(';').filter_map(|rule| rule.split_once(':'));
        let (_, length) = { rules }.find(|(name, _)| name.trim().eq_ignore_ascii_case(side))?;
        length.trim().strip_suffix("px")?.trim().parse::<f64>().ok().filter(|length| *length > 0.0)
    });
    of_style.or_else(|| declared(value, side))
}

/// In CSS pixels: what is shown smaller than this both ways is an icon or a portrait.
const SMALLEST: f64 = 100.0;
/// In CSS pixels: what is thinner is a line.
const THINNEST: f64 = 20.0;
/// In CSS pixels: the highest of badges and partners' logos.
const LOWEST_LINKED: f64 = 100.0;

/// The sizes that adverts are sold in (Interactive Advertising Bureau, fixed size ad units).
const ADVERTS: &[(u32, u32)] = &[
    (728, 90),
    (970, 90),
    (970, 250),
    (468, 60),
    (234, 60),
    (300, 250),
    (336, 280),
    (300, 600),
    (160, 600),
    (120, 600),
    (320, 100),
];

fn by_address(address: &str, setting: Setting) -> Option<Ornament> {
    let end = address.char_indices().nth(LONGEST).map_or(address.len(), |(at, _)| at);
    let lower = address[..end].to_ascii_lowercase();
    let tracker = counter(&lower).or_else(|| TRACKERS.iter().find(|tracker| lower.contains(**tracker)).copied());
    if let Some(part) = tracker {
        return Some(Ornament::Address(part));
    }
    let name = before_query(&lower).rsplit('/').next().unwrap_or_default();
    // What is linked and called a button is one, whatever it shows; and of a drawing that is called after a network there
    // is only the network's sign.
    let named = |list: &WordList| Words::in_name(name).one_of(list);
    let called = setting.is_linked.then(|| named(&lexicon::FIGURES_CALLS)).flatten();
    let drawn = || name.ends_with(".svg").then(|| named(&lexicon::ORGANISATIONS_NETWORKS)).flatten();
    if let Some(word) = called.or_else(drawn) {
        return Some(Ornament::Button(word));
    }
    let stem = name.split('.').next().unwrap_or_default();
    let words = Words::in_name(stem);
    // A figure with "logo" in its file name may well show the logo that the article is about; but of a face that is called
    // "avatar-96x96" nothing is told.
    if setting.in_figure {
        let mut faces = words.iter().map(|word| lexicon::FIGURES_FACES.find(word));
        let first = faces.next()??;
        return faces.all(|face| face.is_some()).then_some(Ornament::File(first));
    }
    let is_photograph = name.ends_with(".jpg") || name.ends_with(".jpeg");
    let control = |word: &str| {
        let named = lexicon::FIGURES_BUTTONS.find(word).or_else(|| lexicon::ORGANISATIONS_NETWORKS.find(word));
        named.or_else(|| lexicon::FIGURES_SIGNS.find(word).filter(|_| !is_photograph))
    };
    let button = || {
        let mut controls = words.iter().map(control);
        let first = controls.next()??;
        (controls.all(|word| word.is_some()) && stem.bytes().all(|b| !b.is_ascii_digit())).then_some(first)
    };
    words.one_of(&lexicon::FIGURES_ORNAMENTS).map(Ornament::File).or_else(|| button().map(Ornament::Button))
}

/// In characters; what counts and what is a button says so near the beginning.
const LONGEST: usize = 600;

/// The name of a host that only counts readers: "counter.example.org".
fn counter(address: &str) -> Option<&'static str> {
    let host = address.split_once("//").map_or("", |(_, rest)| rest).split('/').next().unwrap_or_default();
    let first = host.split('.').next()?;
    lexicon::FIGURES_COUNTERS.find(first)
}

/// Parts of addresses that count readers or belong to adverts and comment systems.
const TRACKERS: &[&str] = &[
    "doubleclick.net",
    "scorecardresearch.com",
    "facebook.com/tr",
    "googlesyndication",
    "google-analytics",
    "quantserve.com",
    // Content systems keep copies that are named after the whole address: "secure.gravatar.com_avatar_1f".
    "gravatar.com",
    "/smileys/",
    "/emoji/",
    "s.w.org/images/core",
    "statcounter",
    "feedburner",
    "adserver",
    "/sites/all/themes/",
    "/wp-content/themes/",
    "/wp-content/plugins/",
    "/icons/",
    "pixel.gif",
    "vgwort.de",
    "/beacon",
    "chartbeat",
    // Networks that pay for sales serve the banners which their links are pasted with.
    "impactradius-go.com/display-ad",
    "awin1.com/cshow",
    "shareasale.com/image",
    "anrdoezrs.net/image",
    "tqlkg.com/image",
    "ftjcfx.com/image",
    "lduhtrp.net/image",
    "banners.webmasterplan.com",
    "belboon.com/img",
];

#[cfg(test)]
mod tests {
    use super::super::tests::figures;
    use super::*;
    use crate::clean::figures::candidates::offers;
    use scraper::{Html, Selector};

    fn ornament(html: &str) -> bool {
        let document = Html::parse_fragment(html);
        let selector = Selector::parse("img").unwrap();
        let image = document.select(&selector).next().unwrap();
        super::ornament(image.value(), &offers(image.value()), Setting::default()).is_some()
    }

    /// How many figures a page has with this in its body.
    fn count(html: &str) -> usize {
        let text = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";
        figures(&format!("<main>{text}{html}{text}</main>")).len()
    }

    #[test]
    fn icons_logos_portraits_and_pixels_are_no_content() {
        assert!(ornament("<img src=/a.jpg width=48 height=48>"));
        assert!(ornament("<img src=/site-logo.png>"));
        assert!(ornament("<img class=avatar src=/jane.jpg>"));
        assert!(ornament("<img src=https://b.scorecardresearch.com/p?c1=2>"));
        assert!(ornament("<img src=https://counter.example.org/content/91/count.gif>"));
        assert!(!ornament("<img src=https://example.org/counter/harbour.jpg>"));
        assert!(ornament("<img src=/rule.png width=464 height=2>"));
        assert!(!ornament("<img src=/harbour.jpg width=640 height=90>"));
        assert!(!ornament("<img src=/iconic-harbour.jpg>"));
    }

    #[test]
    fn what_the_style_shows_small_is_small_whatever_is_declared() {
        assert!(ornament("<img src=/harbour.png width=400 height=400 style='width: 16px; height: 20px'>"));
        assert!(!ornament("<img src=/harbour.png width=400 height=400 style='width:100%;height:auto'>"));
    }

    #[test]
    fn the_signs_of_buttons_and_networks_are_no_content() {
        assert!(ornament("<img src=/img/btn_print.gif>"));
        assert!(ornament("<img src=/uploads/footer-linkedin-2.svg>"));
        assert!(ornament("<img src=/lock.png>"));
        assert!(!ornament("<img src=/lock.jpg>"), "a photograph of one");
        assert!(!ornament("<img src=/linkedin-profile-page.png>"), "a shot of a page");
        assert!(!ornament("<img src=/map-800x600.svg>"));
    }

    #[test]
    fn what_asks_to_be_clicked_is_no_content() {
        assert_eq!(
            count("<a href=https://example.org/demo><img src=/book-a-demo-button.png width=640 height=200></a>"),
            0
        );
        assert_eq!(count("<figure><a href=/ebook><img src=/cta-43.webp width=970 height=400></a></figure>"), 0);
        assert_eq!(count("<img src=/power-button-of-the-lock.png width=640 height=200>"), 1);
    }

    #[test]
    fn a_figure_whose_file_is_called_an_avatar_and_nothing_else_shows_a_face() {
        let copy = "https___secure.gravatar.com_avatar_1f_s_150?w=150";
        for (file, shown) in [("avatar-480x480.jpg", 0), ("gravatar_12.png", 0), (copy, 0), ("avatar-poster.jpg", 1)] {
            let figure = format!("<figure><img src=/{file}><figcaption>The film of the year</figcaption></figure>");
            assert_eq!(count(&figure), shown, "{file}");
        }
    }

    #[test]
    fn badges_and_adverts_are_low_or_of_a_known_size_and_lead_elsewhere() {
        let partner = "<figure><a href=https://tides.example/><img src=/tide-tables-2015.png width=200 height=67></a>\
                       <figcaption>This story also appeared in Tide Tables</figcaption></figure>";
        assert_eq!(count(partner), 0);
        assert_eq!(count("<a href=https://shop.example/a><img src=/boots-in-march.jpg width=728 height=90></a>"), 0);
        assert_eq!(count("<a href=https://shop.example/a><img src=/boots-in-march.jpg width=300 height=250></a>"), 0);
        assert_eq!(count("<a href=https://shop.example/a><img src=/boots-in-march.jpg width=640 height=480></a>"), 1);
        assert_eq!(count("<img src=/boots-in-march.jpg width=300 height=250>"), 1);
    }

    #[test]
    fn a_round_picture_is_a_portrait_unless_it_has_a_caption() {
        let round = |inside: &str| format!("<figure class=is-style-rounded><img src=/liz-2022.jpg>{inside}</figure>");
        assert_eq!(count(&round("")), 0);
        assert_eq!(count(&round("<figcaption>Liz Willem at the lock</figcaption>")), 1);
        assert_eq!(count("<img src=/liz-2022.jpg style='border-radius: 50%; width: 160px'>"), 0);
        assert_eq!(count("<img src=/liz-2022.jpg style='border-radius: 8px'>"), 1);
    }
}
