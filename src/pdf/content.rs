//! The marks of a page as the operators of its content stream.

use super::faces::FaceId;
use super::frame::Page;
use super::lines::Run;
use super::mark::{Mark, MarkKind, Role};
use super::paper::Pt;
use super::shape::{Glyph, GlyphText};
use super::subset::FontInFile;
use super::theme::{Colour, Palette};
use crate::pictures::Rendition;
use printpdf::{
    Codepoint, Color, DictItem, Op, PdfFontHandle, Pt as PdfPt, Rgb, TextItem, TextMatrix, XObjectId, XObjectTransform,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the operators refer to.
pub(super) struct Resources<'a> {
    pub fonts: &'a BTreeMap<FaceId, FontInFile>,
    /// The names of the pictures that are in the file.
    pub pictures: &'a dyn Fn(&Arc<Rendition>) -> Option<XObjectId>,
    pub palette: &'a Palette,
    pub height: Pt,
}

/// The operators that draw `page`.
pub(super) fn operators(page: &Page, resources: &Resources<'_>) -> Vec<Op> {
    let mut writer =
        Writer { resources, ops: Vec::new(), in_text: false, in_furniture: false, font: None, colour: None };
    for mark in &page.marks {
        writer.begin(mark.role);
        writer.mark(mark);
    }
    writer.end();
    writer.ops
}

struct Writer<'a> {
    resources: &'a Resources<'a>,
    ops: Vec<Op>,
    in_text: bool,
    in_furniture: bool,
    font: Option<(FaceId, Pt)>,
    colour: Option<Colour>,
}

impl Writer<'_> {
    /// Tells what is furniture from what is the text (ISO 32000-1, 14.8.2.2).
    fn begin(&mut self, role: Role) {
        let is_furniture = role == Role::Furniture;
        if is_furniture != self.in_furniture {
            self.end();
            if is_furniture {
                self.ops.push(Op::BeginMarkedContent { tag: "Artifact".into() });
            }
            self.in_furniture = is_furniture;
        }
    }

    fn end(&mut self) {
        self.leave_text();
        if self.in_furniture {
            self.ops.push(Op::EndMarkedContent);
            self.in_furniture = false;
        }
    }

    fn mark(&mut self, mark: &Mark) {
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
                self.ops.push(Op::SetOutlineColor { col: rgb(*colour) });
                self.ops.push(Op::SetOutlineThickness { pt: PdfPt(0.6) });
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
                self.ops.push(Op::UseXobject { id, transform });
            }
            // Links and anchors are no part of what is drawn.
            MarkKind::Link { .. } | MarkKind::Anchor(_) => {}
        }
    }

    fn run(&mut self, run: &Run, x: Pt, y: Pt) {
        let resources = self.resources;
        let Some(font) = resources.fonts.get(&run.face) else { return };
        let colour = resources.palette.get(run.colour);
        if run.struck_out {
            self.leave_text();
            self.fill(colour);
            self.rectangle(x, y + run.size * 0.26, run.width(), run.size * 0.055);
            self.operator("f", &[]);
        }
        self.fill(colour);
        if !self.in_text {
            self.ops.push(Op::StartTextSection);
            self.in_text = true;
        }
        if self.font != Some((run.face, run.size)) {
            let font = PdfFontHandle::External(font.id.clone());
            self.ops.push(Op::SetFont { font, size: PdfPt(run.size) });
            self.font = Some((run.face, run.size));
        }
        let mut pen = x;
        let mut rest = run.glyphs.as_slice();
        while let Some(first) = rest.first() {
            // Marks that stand beside the pen, and hyphens that are no part of the word, are shown by themselves.
            let alone = |glyph: &Glyph| is_placed(glyph) || is_soft_hyphen(glyph);
            let count = if alone(first) { 1 } else { rest.iter().take_while(|glyph| !alone(glyph)).count() };
            let (shown, after) = rest.split_at(count);
            let hyphen = is_soft_hyphen(first);
            if hyphen {
                self.ops.push(soft_hyphen());
            }
            // What is not placed beside the pen stands at it.
            let (at_x, at_y) = (pen + first.dx * run.widened * run.size, y + first.dy * run.size);
            let matrix = match run.widened == 1.0 {
                true => TextMatrix::Translate(PdfPt(at_x), PdfPt(at_y)),
                false => TextMatrix::Raw([run.widened, 0.0, 0.0, 1.0, at_x, at_y]),
            };
            self.ops.push(Op::SetTextMatrix { matrix });
            self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(codepoints(shown, font, run.widened))] });
            if hyphen {
                self.ops.push(Op::EndMarkedContent);
            }
            pen += shown.iter().map(|glyph| glyph.advance).sum::<f32>() * run.size;
            rest = after;
        }
    }

    fn leave_text(&mut self) {
        if self.in_text {
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
    }

    fn fill(&mut self, colour: Colour) {
        if self.colour != Some(colour) {
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
            self.colour = Some(colour);
        }
    }

    fn rectangle(&mut self, x: Pt, y: Pt, width: Pt, height: Pt) {
        self.operator("re", &[x, y, width, height]);
    }

    fn operator(&mut self, key: &str, numbers: &[f32]) {
        let value = numbers.iter().map(|number| DictItem::Real(*number)).collect();
        self.ops.push(Op::Unknown { key: key.to_owned(), value });
    }
}

/// The glyphs with the numbers that correct the pen: what kerning and justification ask for beyond the widths
/// that the file states. What is lost by rounding is carried on, so that it never adds up.
fn codepoints(glyphs: &[Glyph], font: &FontInFile, widened: f32) -> Vec<Codepoint> {
    let mut wanted = 0.0_f32;
    let mut pen = 0.0_f32;
    let mut points = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        let Some(known) = font.glyph(glyph.id) else { continue };
        wanted += glyph.advance / widened * 1000.0;
        pen += known.width as f32;
        // TJ numbers move the pen back.
        let correction = (pen - wanted).round();
        pen -= correction;
        points.push(Codepoint { gid: known.id, offset: correction, cid: Some(known.text.clone()) });
    }
    if let Some(last) = points.last_mut() {
        last.offset = 0.0;
    }
    points
}

fn is_placed(glyph: &Glyph) -> bool {
    glyph.dx != 0.0 || glyph.dy != 0.0
}

fn is_soft_hyphen(glyph: &Glyph) -> bool {
    glyph.text == GlyphText::One('\u{ad}')
}

/// Says that the hyphen which follows is none of the word's own (ISO 32000-1, 14.8.2.2.3).
fn soft_hyphen() -> Op {
    let actual_text = DictItem::String { data: vec![0xfe, 0xff, 0x00, 0xad], literal: false };
    let map = BTreeMap::from([("ActualText".to_owned(), actual_text)]);
    Op::BeginMarkedContentWithProperties { tag: "Span".into(), properties: DictItem::Dict { map } }
}

fn rgb(colour: Colour) -> Color {
    Color::Rgb(Rgb { r: colour.red, g: colour.green, b: colour.blue, icc_profile: None })
}
