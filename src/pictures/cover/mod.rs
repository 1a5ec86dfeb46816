//! The cover: the picture by which a reader knows the issue on a shelf of thumbnails.
//!
//! With a lead picture, the picture fills the upper part and the title stands on paper below it; without one, the
//! title stands on a coloured ground. Either way the title is set as large as it fits.
//!
//! - `lines` breaks words into lines of even length.
//! - `type_case` measures words in the fonts that they are set in.
//! - `layout` finds the place of everything; the template `templates/epub/cover.svg` says how it looks.
//! - `print` lays the lettering over the picture and makes a JPEG of it.

mod layout;
mod lines;
mod print;
mod type_case;

use super::{Px, Rendition};
use crate::article::Language;
use crate::fonts::{Fonts, settable};
use std::collections::BTreeSet;

/// The size of a cover: 2 to 3, as shelves expect it, and sharp on the largest of e-readers.
pub const WIDTH: Px = 1600;
/// See [`WIDTH`].
pub const HEIGHT: Px = 2400;

/// What is written on a cover. Anything may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CoverWords {
    /// The title of the issue.
    pub title: String,
    /// The date in words; a title that ends with it is given without.
    pub date: String,
    /// Who binds the issue, or another line for the foot.
    pub publisher: String,
    /// The headlines of the articles, the most important first; as many are shown as fit.
    pub headlines: Vec<String>,
}

/// Why a cover could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum CoverError {
    /// The template cannot be filled.
    #[error("could not make up the cover from its template; check cover.svg")]
    Template(#[from] minijinja::Error),
    /// What the template gives is no drawing.
    #[error("could not read the drawing of the cover; check that cover.svg is well-formed SVG")]
    Drawing(#[from] resvg::usvg::Error),
    /// There is no memory for its pixels.
    #[error("could not make room for a cover of {WIDTH} × {HEIGHT} pixels")]
    Room,
    /// The lead picture cannot be read.
    #[error("could not decode the lead picture for the cover")]
    Lead(#[source] image::ImageError),
    /// The lead picture cannot be made to fit.
    #[error("could not resize the lead picture for the cover")]
    Resizing(#[from] fast_image_resize::ResizeError),
    /// The finished picture cannot be encoded.
    #[error("could not encode the cover")]
    Encoding(#[from] jpeg_encoder::EncodingError),
}

/// A cover that was drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// Of [`WIDTH`] × [`HEIGHT`] pixels, in colour.
    pub picture: Rendition,
    /// The characters that no font has; a sign stands for them.
    pub lacking: BTreeSet<char>,
}

/// Draws a cover as a JPEG; its words are in `language`.
///
/// `lead` is shown if it is large enough and not too long or too tall for it; otherwise the cover is made of type
/// alone. Only for scripts that the built-in fonts lack are those of the machine looked at.
///
/// # Errors
/// When `lead` cannot be decoded, or the template does not give a drawing.
pub fn draw(
    words: &CoverWords,
    language: &Language,
    lead: Option<&Rendition>,
    fonts: &Fonts,
) -> Result<Cover, CoverError> {
    let words = clean(words);
    let lacking = fonts.lacking(&words.all().collect::<String>());
    let words = words.map(|line| settable(line, &lacking).into_owned());
    let lead = lead.filter(|lead| lead.can_lead());
    let case = type_case::TypeCase::new(language, fonts);
    let design = layout::Design::of(&words, lead.is_some());
    let svg = layout::lay_out(&words, design, &case)?;
    let picture = print::print(&svg, &case, lead, design)?;
    Ok(Cover { picture, lacking })
}

impl CoverWords {
    fn all(&self) -> impl Iterator<Item = &str> {
        let headlines = self.headlines.iter();
        [&self.title, &self.date, &self.publisher].into_iter().chain(headlines).map(String::as_str)
    }

    fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self {
            title: change(&self.title),
            date: change(&self.date),
            publisher: change(&self.publisher),
            headlines: self.headlines.iter().map(|headline| change(headline)).collect(),
        }
    }
}

/// The words without what no drawing may hold (XML 1.0, section 2.2) and without breaks of their own.
fn clean(words: &CoverWords) -> CoverWords {
    let line = |text: &str| {
        let allowed = text.chars().map(|c| if c.is_control() { ' ' } else { c });
        let allowed = allowed.filter(|c| u32::from(*c) & 0xFFFE != 0xFFFE);
        allowed.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut words = words.map(line);
    words.headlines.retain(|headline| !headline.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::{Colour, Format};

    fn words(title: &str) -> CoverWords {
        CoverWords {
            title: title.to_owned(),
            date: "23 November 2026".to_owned(),
            publisher: "The Reading Room".to_owned(),
            headlines: vec![
                "The Bridge That Learned to Sing".to_owned(),
                "What the Keeper Heard, and Why She Has Asked the Council Not to Publish It Before the Spring"
                    .to_owned(),
                "Salt & Iron <em>".to_owned(),
                "A Short Notice".to_owned(),
            ],
        }
    }

    fn photograph(width: Px, height: Px) -> Rendition {
        let sky = |x: u32, y: u32| image::Rgb([(y * 200 / height) as u8, (90 + x * 120 / width) as u8, 160]);
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::RgbImage::from_fn(width, height, sky).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        Rendition { format: Format::Png, colour: Colour::Rgb, width, height, bytes: bytes.into_inner() }
    }

    /// Draws a cover in English, with the fonts of this machine.
    fn draw(words: &CoverWords, lead: Option<&Rendition>) -> Result<Cover, CoverError> {
        super::draw(words, &Language::english(), lead, &Fonts::default())
    }

    fn pixels(cover: &Rendition) -> image::RgbImage {
        image::load_from_memory(&cover.bytes).unwrap().to_rgb8()
    }

    /// Draws a cover; `BINDERY_KEEP_COVERS=folder` keeps it for a person to look at.
    fn drawn(name: &str, words: &CoverWords, lead: Option<&Rendition>) -> image::RgbImage {
        let cover = draw(words, lead).unwrap().picture;
        assert_eq!((cover.format, cover.width, cover.height), (Format::Jpeg, WIDTH, HEIGHT));
        if let Some(folder) = std::env::var_os("BINDERY_KEEP_COVERS") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.jpg")), &cover.bytes).unwrap();
        }
        pixels(&cover)
    }

    /// How many pixels of these rows are not of the colour of the ground, as the row's first pixel has it.
    fn inked(cover: &image::RgbImage, rows: std::ops::Range<u32>) -> usize {
        let differs = |a: &image::Rgb<u8>, b: &image::Rgb<u8>| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > 60);
        rows.map(|y| (0..WIDTH).filter(|x| differs(cover.get_pixel(*x, y), cover.get_pixel(0, y))).count()).sum()
    }

    #[test]
    fn a_cover_of_type_alone_shows_its_title() {
        let cover = drawn("type", &words("Digest, 23 November 2026"), None);
        assert!(inked(&cover, 200..700) > 20_000, "the title cannot be seen");
    }

    #[test]
    fn the_lead_picture_fills_the_upper_part() {
        let cover = drawn("lead", &words("Digest, 23 November 2026"), Some(&photograph(900, 600)));
        let corner = cover.get_pixel(0, 0);
        assert!(corner.0[2] > 140 && corner.0[0] < 40, "no sky in the corner: {corner:?}");
        assert!(inked(&cover, 1400..2400) > 20_000, "no words below the picture");
    }

    #[test]
    fn a_lead_that_is_too_small_is_left_out() {
        let words = words("Digest");
        assert_eq!(draw(&words, Some(&photograph(300, 200))).unwrap(), draw(&words, None).unwrap());
    }

    #[test]
    fn titles_of_every_length_and_script_make_a_cover() {
        let lead = photograph(600, 450);
        let long = "An Unusually Long-Winded Title for a Collection of Pieces about Rivers, Bridges, Tolls, Winds, Bells and the People Who Listen to Them, Volume the Twenty-Third";
        for (name, title) in [
            ("empty", ""),
            ("long", long),
            ("one-word", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"),
            ("cyrillic", "Журнал о реках и мостах"),
            ("arabic", "مجلة الأنهار والجسور"),
            ("chinese", "河流与桥梁文摘二〇二六年十一月"),
            ("hostile", "</text><script> & \u{0}\u{FFFE}\u{1B}\" '"),
        ] {
            drawn(name, &words(title), None);
        }
        drawn("long-lead", &words(long), Some(&lead));
    }

    #[test]
    fn the_same_words_give_the_same_bytes() {
        let lead = photograph(600, 450);
        assert!(draw(&words("Digest"), Some(&lead)).unwrap() == draw(&words("Digest"), Some(&lead)).unwrap());
    }

    #[test]
    fn a_lead_that_is_no_picture_is_an_error_and_no_panic() {
        let broken = Rendition { bytes: b"not a picture".to_vec(), ..photograph(600, 450) };
        assert!(matches!(draw(&words("Digest"), Some(&broken)), Err(CoverError::Lead(_))));
    }
}
