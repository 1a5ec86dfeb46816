//! The same once more, by krilla.

use crate::drawn::Drawn;
use krilla::geom::{Point, Size, Transform};
use krilla::image::Image;
use krilla::page::PageSettings;
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Data, Document};

/// Draws all of it, and returns the file.
pub(crate) fn write(drawn: &Drawn) -> Vec<u8> {
    let data = |bytes: &Vec<u8>| Data::from(bytes.clone());
    let fonts: Vec<Font> = drawn.faces.iter().map(|face| Font::new(data(face), 0).expect("a face")).collect();
    let picture = |bytes: &Vec<u8>| Image::from_jpeg(data(bytes), true).expect("a picture");
    let pictures: Vec<Image> = drawn.pictures.iter().map(picture).collect();
    let mut document = Document::new();
    let mut tree = TagTree::new();
    for drawn_page in &drawn.pages {
        let settings = PageSettings::from_wh(drawn.width, drawn.height).expect("a size of paper");
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for runs in drawn_page.runs.chunk_by(|one, next| one.stretch == next.stretch) {
            let is_said = runs[0].stretch.is_some();
            if is_said {
                let mut paragraph = TagGroup::new(Tag::P);
                paragraph.push(surface.start_tagged(ContentTag::Other));
                tree.push(paragraph);
            }
            for run in runs {
                let glyphs: Vec<KrillaGlyph> = run
                    .glyphs
                    .iter()
                    .map(|glyph| KrillaGlyph {
                        glyph_id: GlyphId::new(glyph.id),
                        text_range: glyph.text.clone(),
                        x_advance: glyph.advance,
                        x_offset: 0.0,
                        y_offset: 0.0,
                        y_advance: 0.0,
                        location: None,
                    })
                    .collect();
                let start = Point::from_xy(run.x, drawn.height - run.y);
                surface.draw_glyphs(start, &glyphs, fonts[run.face].clone(), &run.text, run.size, false);
            }
            if is_said {
                surface.end_tagged();
            }
        }
        for shown in &drawn_page.pictures {
            let mut figure = TagGroup::new(Tag::P);
            figure.push(surface.start_tagged(ContentTag::Other));
            tree.push(figure);
            surface.push_transform(&Transform::from_translate(shown.x, drawn.height - shown.y - shown.height));
            let size = Size::from_wh(shown.width, shown.height).expect("a picture has a size");
            surface.draw_image(pictures[shown.picture].clone(), size);
            surface.pop();
            surface.end_tagged();
        }
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree);
    document.finish().expect("krilla writes a file")
}
