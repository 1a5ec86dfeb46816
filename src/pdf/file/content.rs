//! The marks of a page as the operators of its content stream.

use super::subset::FaceInFile;
use crate::pdf::faces::FaceId;
use crate::pdf::faces::shape::Glyph;
use crate::pdf::layout::colours::{Colour, Palette};
use crate::pdf::layout::frame::Page;
use crate::pdf::layout::paper::Pt;
use crate::pdf::mark::{Mark, MarkKind, Role};
use crate::pdf::setting::lines::Run;
use crate::pdf::structure::{ElementId, Tree};
use crate::pictures::Rendition;
use printpdf::{
    Codepoint, Color, DictItem, Op, PdfFontHandle, Pt as PdfPt, Rgb, TextItem, TextMatrix, XObjectId, XObjectTransform,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the operators refer to.
pub(in crate::pdf) struct Resources<'a> {
    pub faces: &'a BTreeMap<FaceId, FaceInFile>,
    /// The names of the pictures that are in the file.
    pub pictures: &'a (dyn Fn(&Arc<Rendition>) -> Option<XObjectId> + Sync),
    pub palette: &'a Palette,
    pub trees: &'a [Tree],
    pub height: Pt,
}

/// A page as it is drawn.
pub(in crate::pdf) struct Drawn {
    pub ops: Vec<Op>,
    /// The elements of the structure that the page's stretches of marked content belong to, by their numbers.
    pub content: Vec<ElementId>,
}

/// Draws `page`: first what lies behind the words, then the rest in its order, so that the words of one element
/// are as few stretches of content as can be.
pub(in crate::pdf) fn draw(page: &Page, resources: &Resources<'_>) -> Drawn {
    let drawn = Drawn { ops: Vec::new(), content: Vec::new() };
    let mut writer = Writer { resources, drawn, in_text: false, role: None, font: None, colour: None };
    let (behind, rest): (Vec<&Mark>, Vec<&Mark>) = page.marks.iter().partition(|mark| lies_behind(mark));
    for mark in behind.into_iter().chain(rest) {
        writer.mark(mark);
    }
    writer.end();
    writer.drawn
}

/// Rules and panels.
fn lies_behind(mark: &Mark) -> bool {
    mark.role == Role::Furniture && matches!(mark.kind, MarkKind::Block { .. } | MarkKind::Frame { .. })
}

struct Writer<'a> {
    resources: &'a Resources<'a>,
    drawn: Drawn,
    in_text: bool,
    /// Whose content is being drawn.
    role: Option<Role>,
    /// The face, the font among those of the face, and the size.
    font: Option<(FaceId, usize, Pt)>,
    colour: Option<Colour>,
}

impl Writer<'_> {
    /// Says whose content comes next: an element's, or nobody's (ISO 32000-1, 14.6 and 14.8.2.2).
    fn begin(&mut self, role: Role) {
        if self.role == Some(role) {
            return;
        }
        self.end();
        self.role = Some(role);
        let artifact = |subtype: &str| {
            let map = [("Type", "Pagination"), ("Subtype", subtype)];
            let map = map.map(|(key, name)| (key.to_owned(), DictItem::Name(name.as_bytes().to_vec())));
            marked("Artifact", BTreeMap::from(map))
        };
        let begin = match role {
            Role::Furniture => Op::BeginMarkedContent { tag: "Artifact".into() },
            Role::RunningHead => artifact("Header"),
            Role::Folio => artifact("Footer"),
            Role::Element(id) => {
                let number = DictItem::Int(self.drawn.content.len() as i64);
                self.drawn.content.push(id);
                marked(id.of(self.resources.trees).kind.name(), BTreeMap::from([("MCID".to_owned(), number)]))
            }
        };
        self.drawn.ops.push(begin);
    }

    fn end(&mut self) {
        self.leave_text();
        if self.role.take().is_some() {
            self.drawn.ops.push(Op::EndMarkedContent);
        }
    }

    fn mark(&mut self, mark: &Mark) {
        // Links and anchors are no part of what is drawn.
        if matches!(mark.kind, MarkKind::Link { .. } | MarkKind::Anchor(_)) {
            return;
        }
        self.begin(mark.role);
        let y = self.resources.height - mark.y;
        match &mark.kind {
            MarkKind::Text(run) => self.run(run, mark.x, y),
            MarkKind::Block { width, height, colour } => {
                self.leave_text();
                self.fill(*colour);
                self.rectangle(mark.x, y - height, *width, *height);
                self.operator("f", &[]);
            }
            MarkKind::Frame { width, height, colour } => {
                self.leave_text();
                self.drawn.ops.push(Op::SetOutlineColor { col: rgb(*colour) });
                self.drawn.ops.push(Op::SetOutlineThickness { pt: PdfPt(0.6) });
                self.rectangle(mark.x, y - height, *width, *height);
                self.operator("S", &[]);
            }
            MarkKind::Picture { rendition, width, height } => {
                let Some(id) = (self.resources.pictures)(rendition) else { return };
                self.leave_text();
                let transform = XObjectTransform {
                    translate_x: Some(PdfPt(mark.x)),
                    translate_y: Some(PdfPt(y - height)),
                    scale_x: Some(*width),
                    scale_y: Some(*height),
                    no_auto_scale: true,
                    ..XObjectTransform::default()
                };
                self.drawn.ops.push(Op::UseXobject { id, transform });
            }
            MarkKind::Link { .. } | MarkKind::Anchor(_) => {}
        }
    }

    fn run(&mut self, run: &Run, x: Pt, y: Pt) {
        let resources = self.resources;
        let Some(face) = resources.faces.get(&run.face) else { return };
        let colour = resources.palette.get(run.colour);
        if run.struck_out {
            self.leave_text();
            self.fill(colour);
            self.rectangle(x, y + run.size * 0.26, run.width(), run.size * 0.055);
            self.operator("f", &[]);
        }
        self.fill(colour);
        if !self.in_text {
            self.drawn.ops.push(Op::StartTextSection);
            self.in_text = true;
        }
        let mut pen = x;
        let mut rest = run.glyphs.as_slice();
        while let Some(first) = rest.first() {
            let Some(known) = face.glyph(first) else {
                rest = &rest[1..];
                continue;
            };
            // Marks that stand beside the pen are shown by themselves.
            let goes_on =
                |glyph: &&Glyph| !is_placed(glyph) && face.glyph(glyph).is_some_and(|other| other.font == known.font);
            let count = if is_placed(first) { 1 } else { rest.iter().take_while(goes_on).count() };
            let (shown, after) = rest.split_at(count);
            self.set_font(run, face, known.font);
            // What is not placed beside the pen stands at it.
            let (at_x, at_y) = (pen + first.dx * run.widened * run.size, y + first.dy * run.size);
            let matrix = match run.widened == 1.0 {
                true => TextMatrix::Translate(PdfPt(at_x), PdfPt(at_y)),
                false => TextMatrix::Raw([run.widened, 0.0, 0.0, 1.0, at_x, at_y]),
            };
            self.drawn.ops.push(Op::SetTextMatrix { matrix });
            let glyphs = codepoints(shown, face, run.widened);
            self.drawn.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] });
            pen += shown.iter().map(|glyph| glyph.advance).sum::<f32>() * run.size;
            rest = after;
        }
    }

    fn set_font(&mut self, run: &Run, face: &FaceInFile, font: usize) {
        if self.font == Some((run.face, font, run.size)) {
            return;
        }
        if let Some(id) = face.fonts.get(font) {
            let font = PdfFontHandle::External(id.clone());
            self.drawn.ops.push(Op::SetFont { font, size: PdfPt(run.size) });
        }
        self.font = Some((run.face, font, run.size));
    }

    fn leave_text(&mut self) {
        if self.in_text {
            self.drawn.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
    }

    fn fill(&mut self, colour: Colour) {
        if self.colour != Some(colour) {
            self.drawn.ops.push(Op::SetFillColor { col: rgb(colour) });
            self.colour = Some(colour);
        }
    }

    fn rectangle(&mut self, x: Pt, y: Pt, width: Pt, height: Pt) {
        self.operator("re", &[x, y, width, height]);
    }

    fn operator(&mut self, key: &str, numbers: &[f32]) {
        let value = numbers.iter().map(|number| DictItem::Real(*number)).collect();
        self.drawn.ops.push(Op::Unknown { key: key.to_owned(), value });
    }
}

/// The glyphs with the numbers that correct the pen: what kerning and justification ask for beyond the widths
/// that the file states. What is lost by rounding is carried on, so that it never adds up.
fn codepoints(glyphs: &[Glyph], face: &FaceInFile, widened: f32) -> Vec<Codepoint> {
    let mut wanted = 0.0_f32;
    let mut pen = 0.0_f32;
    let mut points = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        let Some(known) = face.glyph(glyph) else { continue };
        wanted += glyph.advance / widened * 1000.0;
        pen += known.width as f32;
        // TJ numbers move the pen back.
        let correction = (pen - wanted).round();
        pen -= correction;
        points.push(Codepoint { gid: known.id, offset: correction, cid: Some(known.text()) });
    }
    if let Some(last) = points.last_mut() {
        last.offset = 0.0;
    }
    points
}

fn is_placed(glyph: &Glyph) -> bool {
    glyph.dx != 0.0 || glyph.dy != 0.0
}

fn marked(tag: &str, properties: BTreeMap<String, DictItem>) -> Op {
    Op::BeginMarkedContentWithProperties { tag: tag.into(), properties: DictItem::Dict { map: properties } }
}

fn rgb(colour: Colour) -> Color {
    Color::Rgb(Rgb { r: colour.red, g: colour.green, b: colour.blue, icc_profile: None })
}
