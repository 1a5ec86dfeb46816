//! IPTC-IIM: the fields that wire services have sent with their pictures since 1991, in the "image resources" that
//! Photoshop puts around them (IPTC-NAA Information Interchange Model, version 4.2; Adobe Photoshop File Formats,
//! "Image Resource Blocks").

use super::Note;
use encoding_rs::WINDOWS_1252;

/// Reads the image resources of a file, or the bare fields.
pub(super) fn read(resources: &[u8]) -> Option<Note> {
    let fields = if resources.starts_with(b"8BIM") { resource(resources, IPTC_NAA)? } else { resources };
    let mut note = Note::default();
    let mut rest = fields;
    while let Some((record, field, value, after)) = next_field(rest) {
        rest = after;
        let text = || decoded(value);
        match (record, field) {
            (2, 80) => note.makers.extend(text()),
            (2, 110) => note.credit = note.credit.or_else(text),
            (2, 115) => note.source = note.source.or_else(text),
            (2, 116) => note.copyright = note.copyright.or_else(text),
            _ => {}
        }
    }
    (note != Note::default()).then_some(note)
}

/// The resource that holds the fields.
const IPTC_NAA: u16 = 0x0404;

/// The data of the image resource called `id`: signature, number, a name padded to an even length, length, data.
fn resource(mut rest: &[u8], id: u16) -> Option<&[u8]> {
    while let Some(after) = rest.strip_prefix(b"8BIM") {
        let (number, after) = after.split_first_chunk::<2>()?;
        let name = (usize::from(*after.first()?) + 1).next_multiple_of(2);
        let (length, after) = after.get(name..)?.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        if u16::from_be_bytes(*number) == id {
            return after.get(..length);
        }
        rest = after.get(length.checked_next_multiple_of(2)?..)?;
    }
    None
}

/// The first field: its record and number, its value, and what follows it.
fn next_field(fields: &[u8]) -> Option<(u8, u8, &[u8], &[u8])> {
    let &[0x1c, record, field, high, low, ref rest @ ..] = fields else { return None };
    let length = usize::from(u16::from_be_bytes([high, low]));
    // The highest bit marks a longer length; no name has one.
    let (value, after) = rest.split_at_checked(length)?;
    Some((record, field, value, after))
}

/// UTF-8 if it is that, whatever the envelope says; older programs wrote in the code page of Windows.
fn decoded(value: &[u8]) -> Option<String> {
    let text = match std::str::from_utf8(value) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(value).0.into_owned(),
    };
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(number: u8, value: &[u8]) -> Vec<u8> {
        let length = (value.len() as u16).to_be_bytes();
        [&[0x1c, 2, number, length[0], length[1]], value].concat()
    }

    fn resources(fields: &[u8]) -> Vec<u8> {
        let length = (fields.len() as u32).to_be_bytes();
        // A resource with a name and an odd length stands before.
        [b"8BIM\x03\xed\x03abc\0\0\0\x01x\0", &b"8BIM\x04\x04\0\0"[..], &length, fields].concat()
    }

    #[test]
    fn the_fields_of_a_wire_picture_are_read() {
        let fields =
            [field(80, "Inès Okafor".as_bytes()), field(110, b"AP"), field(116, b"\xa9 Sarn"), field(120, b"x")]
                .concat();
        let note = read(&resources(&fields)).unwrap();
        assert_eq!(note.makers, ["Inès Okafor"]);
        assert_eq!((note.credit.as_deref(), note.copyright.as_deref()), (Some("AP"), Some("© Sarn")));
        assert_eq!(read(&fields), Some(note));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200), fields: bool) {
            read(&bytes);
            read(&if fields { resources(&bytes) } else { [b"8BIM", &bytes[..]].concat() });
            read(&[&[0x1c, 2, 80][..], &bytes].concat());
        }
    }
}
