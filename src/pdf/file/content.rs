//! The marks of a page as the operators of its content stream.

use super::operators::{Operators, ShownGlyph};
use super::subset::FaceInFile;
use crate::pdf::faces::FaceId;
use crate::pdf::faces::shape::Glyph;
use crate::pdf::layout::colours::{Colour, Palette};
use crate::pdf::layout::frame::Page;
use crate::pdf::layout::paper::Pt;
use crate::pdf::mark::{Mark, MarkKind};
use crate::pdf::setting::line::Run;
use crate::pdf::structure::Role;
use crate::pdf::structure::{ElementId, Tree};
use crate::pictures::Rendition;
use printpdf::XObjectId;
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
    /// The content stream, not compressed.
    pub stream: Vec<u8>,
    /// The elements of the structure that the page's stretches of marked content belong to, by their numbers.
    pub content: Vec<ElementId>,
}

/// Draws `page`: first what lies behind the words, then the rest in its order, so that the words of one element
/// are as few stretches of content as can be.
pub(in crate::pdf) fn draw(page: &Page, resources: &Resources<'_>) -> Drawn {
    let mut writer = Writer {
        resources,
        operators: Operators::default(),
        content: Vec::new(),
        in_text: false,
        role: None,
        font: None,
        colour: None,
    };
    let (behind, rest): (Vec<&Mark>, Vec<&Mark>) = page.marks.iter().partition(|mark| lies_behind(mark));
    for mark in behind.into_iter().chain(rest) {
        writer.mark(mark);
    }
    writer.end();
    Drawn { stream: writer.operators.into_bytes(), content: writer.content }
}

/// Rules and panels.
fn lies_behind(mark: &Mark) -> bool {
    mark.role == Role::Furniture && matches!(mark.kind, MarkKind::Block { .. } | MarkKind::Frame { .. })
}

struct Writer<'a> {
    resources: &'a Resources<'a>,
    operators: Operators,
    content: Vec<ElementId>,
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
        match role {
            Role::Furniture => self.operators.begin_artifact(),
            Role::RunningHead => self.operators.begin_pagination("Header"),
            Role::Folio => self.operators.begin_pagination("Footer"),
            Role::Element(id) => {
                self.operators.begin_content(id.of(self.resources.trees).kind.name(), self.content.len());
                self.content.push(id);
            }
        }
    }

    fn end(&mut self) {
        self.leave_text();
        if self.role.take().is_some() {
            self.operators.end_content();
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
                self.operators.filled_rectangle(mark.x, y - height, *width, *height);
            }
            MarkKind::Frame { width, height, colour } => {
                self.leave_text();
                self.operators.line_colour(colour.red, colour.green, colour.blue);
                self.operators.line_width(FRAME);
                self.operators.framed_rectangle(mark.x, y - height, *width, *height);
            }
            MarkKind::Picture { rendition, width, height } => {
                let Some(id) = (self.resources.pictures)(rendition) else { return };
                self.leave_text();
                self.operators.picture(&id, mark.x, y - height, *width, *height);
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
            self.operators.filled_rectangle(x, y + run.size * 0.26, run.width(), run.size * 0.055);
        }
        self.fill(colour);
        if !self.in_text {
            self.operators.begin_text();
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
            self.operators.text_at(at_x, at_y, run.widened);
            self.operators.show(shown_glyphs(shown, face, run.widened));
            pen += shown.iter().map(|glyph| glyph.advance).sum::<f32>() * run.size;
            rest = after;
        }
    }

    fn set_font(&mut self, run: &Run, face: &FaceInFile, font: usize) {
        if self.font == Some((run.face, font, run.size)) {
            return;
        }
        if let Some(id) = face.fonts.get(font) {
            self.operators.font(id, run.size);
        }
        self.font = Some((run.face, font, run.size));
    }

    fn leave_text(&mut self) {
        if self.in_text {
            self.operators.end_text();
            self.in_text = false;
        }
    }

    fn fill(&mut self, colour: Colour) {
        if self.colour != Some(colour) {
            self.operators.fill_colour(colour.red, colour.green, colour.blue);
            self.colour = Some(colour);
        }
    }
}

/// How wide the lines of frames are.
const FRAME: Pt = 0.6;

/// The glyphs with the numbers that correct the pen: what kerning and justification ask for beyond the widths
/// that the file states. What is lost by rounding is carried on, so that it never adds up.
fn shown_glyphs<'g>(
    glyphs: &'g [Glyph],
    face: &'g FaceInFile,
    widened: f32,
) -> impl Iterator<Item = ShownGlyph> + use<'g> {
    let (mut wanted, mut pen) = (0.0_f32, 0.0_f32);
    glyphs.iter().filter_map(move |glyph| {
        let known = face.glyph(glyph)?;
        wanted += glyph.advance / widened * 1000.0;
        pen += known.width as f32;
        // To the nearest whole number; the sum never comes near the ends of its type.
        let correction = (pen - wanted + if pen < wanted { -0.5 } else { 0.5 }) as i32;
        pen -= correction as f32;
        Some(ShownGlyph { id: known.id, correction })
    })
}

fn is_placed(glyph: &Glyph) -> bool {
    glyph.dx != 0.0 || glyph.dy != 0.0
}
