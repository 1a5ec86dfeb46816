//! What is drawn on the pages of a PDF that Bindery wrote: its runs of glyphs, and its pictures.
//!
//! The faces in the file hold the glyphs in use under new numbers. Of each glyph the file says its words, and by these it
//! is found again in the whole face; for a ligature its first letter stands in.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(crate) struct Drawn {
    pub width: f32,
    pub height: f32,
    /// The whole faces.
    pub faces: Vec<Vec<u8>>,
    /// JPEG files.
    pub pictures: Vec<Vec<u8>>,
    pub pages: Vec<Page>,
}

#[derive(Default)]
pub(crate) struct Page {
    pub runs: Vec<Run>,
    pub pictures: Vec<Shown>,
}

/// Glyphs of one face in one line.
pub(crate) struct Run {
    pub x: f32,
    pub y: f32,
    pub face: usize,
    pub size: f32,
    /// Which of the page's stretches of marked content it is a part of; none for what is furniture of the page.
    pub stretch: Option<usize>,
    pub text: String,
    pub glyphs: Vec<Glyph>,
}

pub(crate) struct Glyph {
    pub id: u32,
    /// In ems.
    pub advance: f32,
    pub text: std::ops::Range<usize>,
}

pub(crate) struct Shown {
    pub picture: usize,
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Drawn {
    pub(crate) fn pictures_shown(&self) -> usize {
        self.pages.iter().map(|page| page.pictures.len()).sum()
    }
}

/// A font of the file: its face, and for each glyph its number in the whole face, its width in ems and its words.
struct Font {
    face: usize,
    glyphs: BTreeMap<u16, (u32, f32, String)>,
}

/// Reads a file that Bindery wrote.
pub(crate) fn read(pdf: &[u8]) -> Drawn {
    let file = Document::load_mem(pdf).expect("the file can be read");
    let mut reader =
        Reader { file: &file, faces: Vec::new(), names: Vec::new(), fonts: BTreeMap::new(), pictures: BTreeMap::new() };
    let mut drawn = Drawn { width: 0.0, height: 0.0, faces: Vec::new(), pictures: Vec::new(), pages: Vec::new() };
    let mut bytes = Vec::new();
    for page in file.get_pages().into_values() {
        let dictionary = file.get_dictionary(page).expect("a page is a dictionary");
        let corners = dictionary.get(b"MediaBox").and_then(Object::as_array).expect("a page has a size");
        (drawn.width, drawn.height) = (number(&corners[2]), number(&corners[3]));
        drawn.pages.push(reader.page(page, &mut bytes));
    }
    drawn.faces = reader.faces;
    drawn.pictures = bytes;
    drawn
}

struct Reader<'a> {
    file: &'a Document,
    faces: Vec<Vec<u8>>,
    /// The names of the faces.
    names: Vec<String>,
    fonts: BTreeMap<ObjectId, Font>,
    pictures: BTreeMap<ObjectId, usize>,
}

impl Reader<'_> {
    fn page(&mut self, id: ObjectId, pictures: &mut Vec<Vec<u8>>) -> Page {
        let content = self.file.get_page_content(id);
        let content = Content::decode(&content).expect("a page can be read");
        let resources = self.resources(id);
        let mut page = Page::default();
        let (mut font, mut size, mut at, mut stretch) = (None, 0.0, [0.0; 6], None);
        let mut place = [0.0; 6];
        for operation in content.operations {
            let operands = operation.operands.as_slice();
            match operation.operator.as_str() {
                "BDC" => {
                    let known = operands[1].as_dict().ok().and_then(|found| found.get(b"MCID").ok()).map(number);
                    stretch = known.map(|known| known as usize);
                }
                "EMC" => stretch = None,
                "Tf" => {
                    font = Some(self.named(&resources, b"Font", &operands[0]));
                    size = number(&operands[1]);
                }
                "Tm" => at = std::array::from_fn(|place| number(&operands[place])),
                "cm" => place = std::array::from_fn(|place| number(&operands[place])),
                "TJ" => {
                    let font = self.font(font.expect("a font is chosen first"));
                    let (text, glyphs) = run(font, operands[0].as_array().expect("glyphs"), at[0]);
                    let face = font.face;
                    page.runs.push(Run { x: at[4], y: at[5], face, size, stretch, text, glyphs });
                }
                "Do" => {
                    let id = self.named(&resources, b"XObject", &operands[0]);
                    let picture = *self.pictures.entry(id).or_insert_with(|| {
                        let stream = self.file.get_object(id).and_then(Object::as_stream).expect("a picture");
                        pictures.push(stream.content.clone());
                        pictures.len() - 1
                    });
                    let [width, _, _, height, x, y] = place;
                    page.pictures.push(Shown { picture, x, y, width, height });
                }
                _ => {}
            }
        }
        page
    }

    fn resources(&self, page: ObjectId) -> Dictionary {
        let page = self.file.get_dictionary(page).expect("a page is a dictionary");
        self.dictionary(page.get(b"Resources").expect("a page has resources")).clone()
    }

    fn dictionary<'b>(&'b self, object: &'b Object) -> &'b Dictionary {
        self.file.dereference(object).and_then(|(_, object)| object.as_dict()).expect("a dictionary")
    }

    fn named(&self, resources: &Dictionary, kind: &[u8], name: &Object) -> ObjectId {
        let known = self.dictionary(resources.get(kind).expect("there are resources of this kind"));
        known.get(name.as_name().expect("a name")).and_then(Object::as_reference).expect("a resource has its place")
    }

    fn font(&mut self, id: ObjectId) -> &Font {
        if !self.fonts.contains_key(&id) {
            let font = self.read_font(id);
            self.fonts.insert(id, font);
        }
        &self.fonts[&id]
    }

    fn read_font(&mut self, id: ObjectId) -> Font {
        let font = self.file.get_dictionary(id).expect("a font is a dictionary");
        let name = font.get(b"BaseFont").and_then(Object::as_name).expect("a font has a name");
        let name = String::from_utf8_lossy(name);
        let name = name.split_once('+').map_or(&*name, |(_, name)| name).to_owned();
        let face = self.names.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.faces.push(std::fs::read(face_file(&name)).expect("the face can be read"));
            self.names.push(name);
            self.faces.len() - 1
        });
        let bytes = &self.faces[face];
        let whole = FontRef::new(bytes).expect("the face can be read");
        let em = f32::from(whole.head().expect("a face has a head").units_per_em());
        let metrics = whole.glyph_metrics(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default());
        let words = font.get(b"ToUnicode").and_then(Object::as_reference).expect("a font tells its words");
        let words = self.file.get_object(words).and_then(Object::as_stream).expect("a stream");
        let words = words.decompressed_content().unwrap_or_else(|_| words.content.clone());
        let glyphs = told(&String::from_utf8_lossy(&words)).into_iter().map(|(number, text)| {
            let id = text.chars().next().and_then(|letter| whole.charmap().map(letter)).unwrap_or_default();
            let width = metrics.advance_width(id).unwrap_or_default() / em;
            (number, (id.to_u32(), width, text))
        });
        Font { face, glyphs: glyphs.collect() }
    }
}

/// The words of the glyphs, from the lines `<0014> <0041>` of their table.
fn told(table: &str) -> Vec<(u16, String)> {
    let mut found = Vec::new();
    for line in table.lines() {
        let codes: Vec<&str> = line
            .split(['<', '>'])
            .filter(|code| code.len() >= 4 && code.chars().all(|c| c.is_ascii_hexdigit()))
            .collect();
        let utf16 = |code: &str| {
            let units = (0..code.len() / 4).filter_map(|at| u16::from_str_radix(&code[4 * at..4 * at + 4], 16).ok());
            String::from_utf16_lossy(&units.collect::<Vec<u16>>())
        };
        if let [glyph, words] = codes[..]
            && let Ok(glyph) = u16::from_str_radix(glyph, 16)
        {
            found.push((glyph, utf16(words)));
        }
    }
    found
}

fn run(font: &Font, shown: &[Object], widened: f32) -> (String, Vec<Glyph>) {
    let (mut text, mut glyphs) = (String::new(), Vec::<Glyph>::new());
    for part in shown {
        if let Object::String(codes, _) = part {
            for code in codes.chunks_exact(2) {
                let Some((id, width, words)) = font.glyphs.get(&u16::from_be_bytes([code[0], code[1]])) else {
                    continue;
                };
                let start = text.len();
                text.push_str(words);
                glyphs.push(Glyph { id: *id, advance: width * widened, text: start..text.len() });
            }
        } else if let Some(last) = glyphs.last_mut() {
            last.advance -= number(part) / 1000.0 * widened;
        }
    }
    (text, glyphs)
}

fn number(object: &Object) -> f32 {
    object.as_float().unwrap_or_else(|_| object.as_i64().unwrap_or_default() as f32)
}

/// The file of a face that travels with the program, which stands in for those of the system, too.
fn face_file(name: &str) -> PathBuf {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let folders = fonts.read_dir().expect("there are faces").flatten();
    let file = folders.map(|folder| folder.path().join(format!("{name}.otf"))).find(|file| file.exists());
    file.unwrap_or_else(|| fonts.join("source-serif/SourceSerif4-Regular.otf"))
}
