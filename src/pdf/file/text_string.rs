//! Text that a viewer shows: titles, names, alternatives (ISO 32000-1, 7.9.2.2).

use lopdf::{Object, StringFormat};

/// Text as PDF strings hold it: ASCII as it is, else UTF-16 with its mark (ISO 32000-1, 7.9.2.2).
pub(in crate::pdf) fn text_string(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}
