//! Pictures as they go into the file: JPEG as it is, PNG by its compressed rows, nothing decoded.

use crate::pictures::{Colour, Format, Rendition};
use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject};
use std::collections::BTreeMap;

/// The picture as an image of the file (ISO 32000-1, 8.9.5), still without its [`content`]: printpdf would copy it.
///
/// # Errors
/// What is wrong with the rendition, as a sentence.
pub(in crate::pdf) fn image(rendition: &Rendition) -> Result<XObject, String> {
    check(rendition)?;
    let (space, colours) = if rendition.colour == Colour::Grey { ("DeviceGray", 1) } else { ("DeviceRGB", 3) };
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(rendition.width.into())),
        ("Height".to_owned(), DictItem::Int(rendition.height.into())),
        ("ColorSpace".to_owned(), name(space)),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ]);
    match rendition.format {
        Format::Jpeg => {
            dict.insert("Filter".to_owned(), name("DCTDecode"));
        }
        Format::Png => {
            dict.insert("Filter".to_owned(), name("FlateDecode"));
            let parameters = BTreeMap::from([
                // Each row of a PNG says its own filter (ISO 32000-1, 7.4.4.4).
                ("Predictor".to_owned(), DictItem::Int(15)),
                ("Colors".to_owned(), DictItem::Int(colours)),
                ("BitsPerComponent".to_owned(), DictItem::Int(8)),
                ("Columns".to_owned(), DictItem::Int(rendition.width.into())),
            ]);
            dict.insert("DecodeParms".to_owned(), DictItem::Dict { map: parameters });
        }
    }
    let stream = ExternalStream { dict, content: Vec::new(), compress: false };
    Ok(XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None }))
}

/// The bytes of the picture as the file holds them; of one that is no [`image`] nothing.
pub(in crate::pdf) fn content(rendition: &Rendition) -> Vec<u8> {
    match rendition.format {
        Format::Jpeg => rendition.bytes.clone(),
        Format::Png => rows(&rendition.bytes).map(|rows| rows.concat()).unwrap_or_default(),
    }
}

/// Whether the picture can stand in a PDF as it is.
///
/// # Errors
/// Why it cannot, as a sentence.
pub(in crate::pdf) fn check(rendition: &Rendition) -> Result<(), String> {
    if rendition.width == 0 || rendition.height == 0 {
        return Err("a picture for print has no size".into());
    }
    match (rendition.colour, rendition.format) {
        (Colour::Rgba, _) => Err("a picture for print has transparency".into()),
        (_, Format::Png) => rows(&rendition.bytes).map(drop),
        (_, Format::Jpeg) if !rendition.bytes.starts_with(b"\xff\xd8") => Err("a picture for print is no JPEG".into()),
        (_, Format::Jpeg) => Ok(()),
    }
}

/// The data of each `IDAT` chunk of a PNG; one after the other they are the compressed rows (PNG specification,
/// 5.3 and 11.2.4).
fn rows(png: &[u8]) -> Result<Vec<&[u8]>, String> {
    const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
    let broken = || "a picture for print is no whole PNG".to_owned();
    let mut rest = png.strip_prefix(SIGNATURE).ok_or_else(broken)?;
    let mut rows = Vec::new();
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let data = after.get(..length).ok_or_else(broken)?;
        match &head[4..] {
            b"IHDR" if data.get(8) != Some(&8) || data.get(12) != Some(&0) => {
                return Err("a picture for print is a PNG that is not of 8 bits a sample or is interlaced".into());
            }
            b"IDAT" => rows.push(data),
            b"IEND" => break,
            _ => {}
        }
        rest = after.get(length.saturating_add(4)..).ok_or_else(broken)?;
    }
    if rows.is_empty() { Err(broken()) } else { Ok(rows) }
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn what_is_no_png_is_told_and_does_not_end_the_program() {
        assert!(rows(b"GIF89a").is_err());
        assert!(rows(b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIDAT").is_err());
    }
}
