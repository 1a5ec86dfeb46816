//! The lettering of drawings in SVG: which font a text is set in.
//!
//! Nothing depends on the machine but what the built-in fonts lack: a family that a drawing names is replaced by the
//! built-in one of its kind, since no two machines have the same.

use crate::article::Language;
use crate::fonts::{Fonts, built_in, has, settable};
use resvg::usvg::roxmltree::{Document, ParsingOptions};
use resvg::usvg::{self, FontFamily, FontResolver, FontStyle, ImageHrefResolver, Options, Tree, fontdb};
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

const SERIF: &str = "Source Serif 4";
const SANS: &str = "Source Sans 3";
const MONO: &str = "Source Code Pro";

static BUILT_IN: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for font in built_in::all() {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(font)));
    }
    Arc::new(fonts)
});

/// A drawing whose lettering is set.
pub(super) struct Lettered {
    pub tree: Tree,
    /// The characters that no font has; a sign stands for them.
    pub lacking: BTreeSet<char>,
}

/// Reads a drawing and sets its lettering in `fonts`, as a text in `language` wants it. Nothing outside the drawing is
/// looked at: neither files nor the web.
///
/// # Errors
/// When it is no SVG that can be drawn.
pub(super) fn read(svg: &str, language: &Language, fonts: &Fonts) -> Result<Lettered, usvg::Error> {
    let parse = |svg| {
        let document = Document::parse_with_options(svg, ParsingOptions { allow_dtd: true, ..Default::default() });
        document.map_err(usvg::Error::ParsingFailed)
    };
    let met = Arc::new(Mutex::new(BTreeSet::new()));
    let options = Options {
        fontdb: Arc::clone(&BUILT_IN),
        font_resolver: FontResolver {
            select_font: Box::new(|font, database| select(font, database)),
            select_fallback: fallback(language.clone(), fonts.clone(), Arc::clone(&met)),
        },
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let document = parse(svg)?;
    // A text is lost from the first character on that no font has, so none of them may come there.
    let words = lettering_of(&document);
    let mut lacking = fonts.lacking(&words);
    let tree = match settable(&words, &lacking) {
        unchanged if unchanged == words => Tree::from_xmltree(&document, &options),
        _ => Tree::from_xmltree(&parse(&settable(svg, &lacking))?, &options),
    };
    lacking.append(&mut met.lock().unwrap_or_else(PoisonError::into_inner));
    tree.map(|tree| Lettered { tree, lacking })
}

/// All words that a drawing shows.
fn lettering_of(document: &Document) -> String {
    let texts = document.descendants().filter(|node| node.is_element() && node.tag_name().name() == "text");
    texts.flat_map(|text| text.descendants()).filter_map(|node| node.text().filter(|_| node.is_text())).collect()
}

/// The built-in font nearest to what a drawing asks for.
fn select(font: &usvg::Font, database: &fontdb::Database) -> Option<fontdb::ID> {
    let family = font.families().first().map_or(SANS, built_in_family);
    database.query(&fontdb::Query {
        families: &[fontdb::Family::Name(family), fontdb::Family::Name(SANS)],
        weight: fontdb::Weight(font.weight()),
        stretch: fontdb::Stretch::Normal,
        style: match font.style() {
            FontStyle::Normal => fontdb::Style::Normal,
            FontStyle::Italic | FontStyle::Oblique => fontdb::Style::Italic,
        },
    })
}

/// "Georgia" is a serif, "Courier New" a mono. What nothing tells of is a sans, as the lettering of charts and maps is.
fn built_in_family(family: &FontFamily) -> &str {
    let name = match family {
        FontFamily::Serif | FontFamily::Cursive | FontFamily::Fantasy => return SERIF,
        FontFamily::SansSerif => return SANS,
        FontFamily::Monospace => return MONO,
        FontFamily::Named(name) => name,
    };
    if BUILT_IN.faces().any(|face| face.families.iter().any(|(family, _)| family == name)) {
        return name;
    }
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match () {
        () if has(&["mono", "courier", "consolas", "menlo", "code"]) => MONO,
        () if has(&["sans"]) => SANS,
        () if has(&["serif", "times", "georgia", "garamond", "palatino", "cambria", "book", "roman"]) => SERIF,
        () => SANS,
    }
}

/// Finds a font for a character that the one asked for lacks: a built-in one, or else one of the machine, which joins
/// the fonts of the drawing. What no font has is noted in `met`.
fn fallback(language: Language, fonts: Fonts, met: Arc<Mutex<BTreeSet<char>>>) -> usvg::FallbackSelectionFn<'static> {
    Box::new(move |character, used, database| {
        let base = database.face(*used.first()?)?;
        let is_bold = base.weight.0 > 500;
        if let Some(known) = untried_with(character, used, database) {
            return Some(known);
        }
        let installed = fonts.installed();
        let mut places = installed.covering(character, is_bold, &language).into_iter();
        let font = places.find_map(|place| installed.font(place).filter(|font| is_unused(font, used, database)));
        match font {
            Some(font) => Some(Arc::make_mut(database).push_face_info(font.clone())),
            None => {
                met.lock().unwrap_or_else(PoisonError::into_inner).insert(character);
                None
            }
        }
    })
}

/// A font that the drawing has already and that was not tried for this text.
fn untried_with(character: char, used: &[fontdb::ID], database: &fontdb::Database) -> Option<fontdb::ID> {
    let has_it = |id| database.with_face_data(id, |bytes, index| has(bytes, index, character)).unwrap_or(false);
    database.faces().map(|face| face.id).find(|id| !used.contains(id) && has_it(*id))
}

/// Whether a font of the machine was not tried yet.
fn is_unused(font: &fontdb::FaceInfo, used: &[fontdb::ID], database: &fontdb::Database) -> bool {
    let mut tried = used.iter().filter_map(|id| database.face(*id));
    tried.all(|tried| tried.post_script_name != font.post_script_name)
}
