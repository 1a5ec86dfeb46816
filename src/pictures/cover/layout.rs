//! Where everything on a cover stands.

use super::lines::{Broken, Measured};
use super::type_case::{Face, TypeCase};
use super::{CoverError, CoverWords, HEIGHT, WIDTH};
use crate::pictures::Px;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, context};
use serde::Serialize;
use sha2::{Digest, Sha256};
use unicode_bidi::Direction;
use unicode_segmentation::UnicodeSegmentation;

/// Shelves cut a little off the edges; type keeps well away from them.
const MARGIN: f32 = 120.0;
const MEASURE: f32 = WIDTH as f32 - 2.0 * MARGIN;

/// How high the lead picture is: most are 3 to 2 and lose little of their sides, and 2 thirds are left for thumbnails
/// to know it by.
pub(super) const LEAD_HEIGHT: Px = 1330;

/// The sizes a title may have, each with the most lines it may take: a short title shouts, a long one speaks. Below
/// the last, a thumbnail could not be read.
const TITLE_SIZES: [(f32, usize); 9] =
    [(420.0, 1), (330.0, 1), (260.0, 2), (220.0, 2), (180.0, 3), (150.0, 3), (126.0, 4), (108.0, 5), (92.0, 6)];

/// The same where a picture leaves less room.
const TITLE_SIZES_BELOW_LEAD: [(f32, usize); 8] =
    [(300.0, 1), (240.0, 1), (190.0, 2), (160.0, 2), (132.0, 3), (112.0, 3), (96.0, 4), (84.0, 5)];

/// The distance of lines, in sizes.
const TITLE_LEADING: f32 = 1.06;

const DATE_SIZE: f32 = 66.0;
const FOOT_SIZE: f32 = 46.0;
const HEADLINE_SIZE: f32 = 54.0;
const HEADLINE_LEADING: f32 = 66.0;
const BETWEEN_HEADLINES: f32 = 34.0;
/// Beyond that a cover is a list.
const MAX_HEADLINES: usize = 6;

/// The kind of cover and its colours. All are dark enough to be told from paper on a screen without colours
/// (contrast with the paper above 7 to 1, WCAG 2.2, 1.4.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Design {
    pub has_lead: bool,
    pub accent: [u8; 3],
}

/// The colours of the ground: one issue is told from the next on the shelf.
const ACCENTS: [[u8; 3]; 8] = [
    [0x1f, 0x3a, 0x4d], // deep water
    [0x5c, 0x24, 0x2e], // wine
    [0x28, 0x44, 0x34], // fir
    [0x3d, 0x30, 0x58], // aubergine
    [0x16, 0x4a, 0x4c], // petrol
    [0x6a, 0x30, 0x18], // rust
    [0x2b, 0x2e, 0x38], // slate
    [0x4c, 0x3d, 0x1c], // bronze
];

pub(super) const PAPER: [u8; 3] = [0xf7, 0xf3, 0xea];
const INK: [u8; 3] = [0x1c, 0x1a, 0x17];

impl Design {
    /// Picks a colour by title and date, so that the same issue always has the same.
    pub(super) fn of(words: &CoverWords, has_lead: bool) -> Self {
        let hash = Sha256::new().chain_update(&words.title).chain_update(&words.date).finalize();
        Self { has_lead, accent: ACCENTS[usize::from(hash[0]) % ACCENTS.len()] }
    }

    /// The colour that shows where nothing is drawn.
    pub(super) fn ground(self) -> [u8; 3] {
        if self.has_lead { PAPER } else { self.accent }
    }
}

/// One line of lettering; `y` is its baseline.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Line {
    y: f32,
    size: f32,
    runs: Vec<Run>,
}

/// A part of a line that is set in one font; `x` is the place of its start, or of its end on a cover that is read to the
/// left.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Run {
    x: f32,
    words: String,
}

/// Sets lines in the fonts of the cover, at the edge where its title begins.
struct Lettering<'c> {
    case: &'c TypeCase<'c>,
    is_right_to_left: bool,
}

impl Lettering<'_> {
    fn line(&self, y: f32, size: f32, words: &str, face: Face) -> Line {
        let runs =
            if self.is_right_to_left { Self::run_to_the_left(words, face) } else { self.runs(words, size, face) };
        Line { y, size, runs }
    }

    /// The runs of a line, one after the other. In one text with other words, their ligatures would keep the renderer
    /// from taking another font for a sign.
    fn runs(&self, words: &str, size: f32, face: Face) -> Vec<Run> {
        let mut parts: Vec<(Option<usize>, String)> = Vec::new();
        for cluster in words.graphemes(true) {
            let font = face.font_of(cluster);
            // A space at the edge of a text would be lost.
            let cluster = cluster.replace(' ', "\u{a0}");
            match parts.last_mut() {
                Some((last, part)) if *last == font => part.push_str(&cluster),
                _ => parts.push((font, cluster)),
            }
        }
        // Where the last run ends is not asked.
        let before_last: Vec<&str> = parts.iter().rev().skip(1).rev().map(|(_, part)| part.as_str()).collect();
        let widths = if before_last.is_empty() { Vec::new() } else { self.case.widths(face, &before_last) };
        let mut x = MARGIN;
        let mut starts = vec![x];
        for width in widths {
            x += width * size;
            starts.push(x);
        }
        parts.into_iter().zip(starts).map(|((_, words), x)| Run { x, words }).collect()
    }

    /// A line of a cover that is read to the left is one run, without the signs of other fonts; figures in it stand in the
    /// order of its words (right-to-left embedding, UAX #9, section 2.1).
    fn run_to_the_left(words: &str, face: Face) -> Vec<Run> {
        let is_sign = |cluster: &&str| face.font_of(cluster).is_some_and(|font| font > 0);
        let kept: String = words.graphemes(true).filter(|cluster| !is_sign(cluster)).collect();
        let is_right_to_left = unicode_bidi::get_base_direction(words) == Direction::Rtl;
        let words = if is_right_to_left { format!("\u{202b}{kept}\u{202c}") } else { kept };
        vec![Run { x: WIDTH as f32 - MARGIN, words }]
    }
}

/// The cover as SVG.
pub(super) fn lay_out(words: &CoverWords, design: Design, case: &TypeCase<'_>) -> Result<String, CoverError> {
    let (name, date) = (words.title.as_str(), words.date.as_str());
    let (top, sizes) = if design.has_lead {
        (LEAD_HEIGHT as f32 + 80.0, &TITLE_SIZES_BELOW_LEAD[..])
    } else {
        (150.0, &TITLE_SIZES[..])
    };
    let foot = HEIGHT as f32 - MARGIN;

    let is_right_to_left = unicode_bidi::get_base_direction(words.title.as_str()) == Direction::Rtl;
    let lettering = Lettering { case, is_right_to_left };
    let title = set_title(name, top, sizes, &lettering);
    let below_title = title.last().map_or(top, |line| line.y + line.size * 0.27);
    let date_baseline = below_title + DATE_SIZE * 1.35;
    let end_of_head = if date.is_empty() { below_title } else { date_baseline };
    let rule = end_of_head + 64.0;
    let headlines_end = if words.publisher.is_empty() { foot } else { foot - FOOT_SIZE * 2.6 };
    let headlines = set_headlines(&words.headlines, rule + 40.0, headlines_end, &lettering);
    let publisher = fit(&words.publisher, FOOT_SIZE, 1, case).lines;

    let (ink, soft) = if design.has_lead { (INK, design.accent) } else { (PAPER, mixed(design.accent, PAPER, 0.78)) };
    let words = context! {
        width => WIDTH,
        height => HEIGHT,
        margin => MARGIN,
        has_lead => design.has_lead,
        lead_height => LEAD_HEIGHT,
        anchor => if is_right_to_left { "end" } else { "start" },
        ground => hex(design.ground()),
        accent => hex(design.accent),
        ink => hex(ink),
        soft => hex(soft),
        shade => hex(mixed(design.accent, PAPER, 0.07)),
        initial => initial(name),
        title => Serde(title),
        date => (!date.is_empty()).then(|| Serde(lettering.line(date_baseline, DATE_SIZE, date, Face::Text))),
        rule => (!headlines.is_empty()).then_some(rule),
        headlines => Serde(headlines),
        publisher => publisher.first().map(|words| Serde(lettering.line(foot, FOOT_SIZE, words, Face::Text))),
    };
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    Ok(environment.render_str(include_str!("../../../templates/epub/cover.svg"), words)?)
}

/// The letter that decorates a cover without a picture; only the display face has the shapes for that.
fn initial(name: &str) -> Option<String> {
    let first = name.chars().find(|letter| letter.is_alphanumeric())?;
    (Face::Display.font_of(&first.to_string()) == Some(0)).then(|| first.to_uppercase().to_string())
}

/// The title at the largest size at which it is whole; at the smallest, cut, if it is whole at none.
fn set_title(name: &str, top: f32, sizes: &[(f32, usize)], lettering: &Lettering<'_>) -> Vec<Line> {
    let measured = Measured::of(name, |pieces| lettering.case.widths(Face::Display, pieces));
    let tried = sizes.iter().map(|&(size, most)| (size, measured.break_into(MEASURE / size, most)));
    let mut set = Vec::new();
    for (size, Broken { lines, is_whole }) in tried {
        let place = |(at, words): (usize, String)| {
            lettering.line(top + size * (0.86 + TITLE_LEADING * at as f32), size, &words, Face::Display)
        };
        set = lines.into_iter().enumerate().map(place).collect();
        if is_whole {
            break;
        }
    }
    set
}

/// As many headlines, of at most two lines each, as fit between `top` and `end`.
fn set_headlines(headlines: &[String], top: f32, end: f32, lettering: &Lettering<'_>) -> Vec<Line> {
    let mut set = Vec::new();
    let mut y = top;
    for headline in headlines.iter().take(MAX_HEADLINES) {
        let lines = fit(headline, HEADLINE_SIZE, 2, lettering.case).lines;
        if y + HEADLINE_LEADING * lines.len() as f32 > end {
            // A shorter one may still fit.
            continue;
        }
        for words in lines {
            y += HEADLINE_LEADING;
            set.push(lettering.line(y, HEADLINE_SIZE, &words, Face::Text));
        }
        y += BETWEEN_HEADLINES;
    }
    set
}

fn fit(words: &str, size: f32, most: usize, case: &TypeCase<'_>) -> Broken {
    Measured::of(words, |pieces| case.widths(Face::Text, pieces)).break_into(MEASURE / size, most)
}

/// `share` of `other` in `colour`, from 0 to 1.
fn mixed(colour: [u8; 3], other: [u8; 3], share: f32) -> [u8; 3] {
    std::array::from_fn(|at| (f32::from(colour[at]) * (1.0 - share) + f32::from(other[at]) * share).round() as u8)
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Language;
    use crate::fonts::Fonts;

    #[test]
    fn a_short_title_is_set_larger_than_a_long_one() {
        let (english, fonts) = (Language::english(), Fonts::default());
        let case = TypeCase::new(&english, &fonts);
        let lettering = Lettering { case: &case, is_right_to_left: false };
        let size = |title: &str| set_title(title, 0.0, &TITLE_SIZES, &lettering)[0].size;
        assert!(size("Rivers") > size("Rivers, Bridges and Tolls"));
        assert!(size("Rivers, Bridges and Tolls") > size(&"Rivers, Bridges and Tolls ".repeat(4)));
    }

    #[test]
    fn every_colour_is_dark_enough_to_read_paper_coloured_type_on() {
        // Relative luminance and contrast as WCAG 2.2 defines them.
        let linear = |sample: u8| {
            let sample = f64::from(sample) / 255.0;
            if sample <= 0.04045 { sample / 12.92 } else { ((sample + 0.055) / 1.055).powf(2.4) }
        };
        let luminance =
            |[red, green, blue]: [u8; 3]| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        for accent in ACCENTS {
            let contrast = (luminance(PAPER) + 0.05) / (luminance(accent) + 0.05);
            assert!(contrast > 7.0, "{accent:?} has a contrast of {contrast:.1}");
        }
    }
}
