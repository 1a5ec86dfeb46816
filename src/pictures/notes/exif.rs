//! Exif: what the camera writes, and here and there a photographer (JEITA CP-3451, tags Artist and Copyright).

use super::Note;
use exif::{Field, In, Reader, Tag, Value};

/// Reads a block of Exif, or a whole TIFF file, which is built in the same way.
pub(super) fn read(block: Vec<u8>) -> Option<Note> {
    // JPEG puts a name before it.
    let block = block.strip_prefix(b"Exif\0\0").map(<[u8]>::to_vec).unwrap_or(block);
    let exif = Reader::new().read_raw(block).ok()?;
    let text = |tag| exif.get_field(tag, In::PRIMARY).and_then(first_text);
    let note =
        Note { makers: text(Tag::Artist).into_iter().collect(), copyright: text(Tag::Copyright), ..Note::default() };
    (note != Note::default()).then_some(note)
}

/// The first of the texts of a field: Copyright may hold the photographer's and the editor's.
fn first_text(field: &Field) -> Option<String> {
    let Value::Ascii(texts) = &field.value else { return None };
    let texts = texts.iter().map(|text| String::from_utf8_lossy(text).trim().to_owned());
    { texts }.find(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            read(bytes.clone());
            read([&b"II*\0\x08\0\0\0"[..], &bytes].concat());
            read([&b"MM\0*\0\0\0\x08"[..], &bytes].concat());
        }
    }
}
