//! A JPEG file as a row of segments (ISO/IEC 10918-1, annex B), to be passed on without decoding and encoding it again.

use super::{Colour, Format, Px, Rendition};

/// A whole JPEG file, without its notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Jpeg {
    frame: Frame,
    /// How many colours the first scan holds.
    scanned: u8,
    /// What the Adobe segment says of the colours, where there is one: 0 for none, 1 for YCbCr, 2 for YCCK.
    adobe_transform: Option<u8>,
    bytes: Vec<u8>,
}

/// What a frame header says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Frame {
    marker: u8,
    precision: u8,
    width: Px,
    height: Px,
    components: Vec<u8>,
}

impl Jpeg {
    /// Reads the segments up to the end of the picture; `None` if the file breaks off before.
    ///
    /// Left out are the segments that people's cameras and programs write their notes in, the place where the picture
    /// was taken among them (Exif and XMP in APP1, IPTC in APP13), the index of further pictures behind this one
    /// (APP2 "MPF") and everything after the end.
    pub(super) fn read(file: &[u8]) -> Option<Self> {
        let mut rest = file.strip_prefix(&[0xff, SOI])?;
        let mut bytes = vec![0xff, SOI];
        let (mut frame, mut scanned, mut adobe_transform) = (None, None, None);
        loop {
            let marker = next_marker(&mut rest)?;
            match marker {
                EOI => break,
                0x01 | 0xd0..=0xd7 => {
                    bytes.extend([0xff, marker]);
                    continue;
                }
                _ => {}
            }
            let length = usize::from(u16::from_be_bytes([*rest.first()?, *rest.get(1)?]));
            let payload = rest.get(2..length)?;
            if !is_note(marker, payload) {
                bytes.extend([0xff, marker]);
                bytes.extend_from_slice(&rest[..length]);
            }
            rest = &rest[length..];
            match marker {
                SOF0..=0xcf if !matches!(marker, DHT | JPG | DAC) => {
                    frame = frame.or(Some(Frame::read(marker, payload)?))
                }
                APP14 if payload.starts_with(b"Adobe") => adobe_transform = payload.get(11).copied(),
                SOS => {
                    scanned = scanned.or(payload.first().copied());
                    let length = scan_length(rest)?;
                    bytes.extend_from_slice(&rest[..length]);
                    rest = &rest[length..];
                }
                _ => {}
            }
        }
        bytes.extend([0xff, EOI]);
        Some(Self { frame: frame?, scanned: scanned?, adobe_transform, bytes })
    }

    /// True if the colours of a picture that is not progressive come one after the other, each in a scan of its own.
    pub(super) fn is_in_parts(&self) -> bool {
        matches!(self.frame.marker, SOF0 | SOF1) && usize::from(self.scanned) < self.frame.components.len()
    }

    /// True if every reader can show the file: baseline or progressive with Huffman codes, eight bits, grey or YCbCr.
    pub(super) fn is_plain(&self) -> bool {
        let colours = match self.frame.components.as_slice() {
            [_] => true,
            [b'R', b'G', b'B'] => false,
            [_, _, _] => self.adobe_transform != Some(0),
            _ => false,
        };
        (SOF0..=SOF2).contains(&self.frame.marker) && self.frame.precision == 8 && colours && !self.is_in_parts()
    }

    /// The file as it goes into the book; only for a plain one.
    pub(super) fn into_rendition(self) -> Rendition {
        Rendition {
            format: Format::Jpeg,
            colour: if self.frame.components.len() == 1 { Colour::Grey } else { Colour::Rgb },
            width: self.frame.width,
            height: self.frame.height,
            bytes: self.bytes,
        }
    }
}

const SOF0: u8 = 0xc0;
const SOF1: u8 = 0xc1;
const SOF2: u8 = 0xc2;
const DHT: u8 = 0xc4;
const JPG: u8 = 0xc8;
const DAC: u8 = 0xcc;
const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP13: u8 = 0xed;
const APP14: u8 = 0xee;

fn is_note(marker: u8, payload: &[u8]) -> bool {
    matches!(marker, APP1 | APP13) || (marker == APP2 && payload.starts_with(b"MPF\0"))
}

/// Steps over the next marker, and over what fills the space before it.
fn next_marker(rest: &mut &[u8]) -> Option<u8> {
    let marker = rest.strip_prefix(&[0xff])?.iter().position(|byte| *byte != 0xff)? + 1;
    let found = rest[marker];
    *rest = &rest[marker + 1..];
    Some(found)
}

/// The length of the coded data up to the next marker that is not part of it.
fn scan_length(data: &[u8]) -> Option<usize> {
    let ends = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xff | 0xd0..=0xd7);
    data.windows(2).position(ends)
}

impl Frame {
    fn read(marker: u8, payload: &[u8]) -> Option<Self> {
        let &[precision, h1, h0, w1, w0, _, ref components @ ..] = payload else { return None };
        Some(Self {
            marker,
            precision,
            width: u16::from_be_bytes([w1, w0]).into(),
            height: u16::from_be_bytes([h1, h0]).into(),
            components: components.chunks_exact(3).map(|component| component[0]).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jpeg_encoder::{ColorType, Encoder};

    fn photograph(add: impl Fn(&mut Encoder<&mut Vec<u8>>), colour: ColorType) -> Vec<u8> {
        let samples: Vec<u8> = (0..64 * 48 * 4_u32).map(|at| (at * at / 7) as u8).collect();
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 90);
        add(&mut encoder);
        encoder.encode(&samples, 64, 48, colour).unwrap();
        bytes
    }

    #[test]
    fn a_plain_file_stays_as_it_is_to_the_byte() {
        for progressive in [false, true] {
            let file = photograph(|encoder| encoder.set_progressive(progressive), ColorType::Rgb);
            let jpeg = Jpeg::read(&file).unwrap();
            assert!(jpeg.is_plain());
            let rendition = jpeg.into_rendition();
            assert_eq!((rendition.width, rendition.height, rendition.colour), (64, 48, Colour::Rgb));
            assert_eq!(rendition.bytes, file);
        }
    }

    #[test]
    fn notes_and_what_follows_the_end_stay_behind() {
        let plain = photograph(|_| {}, ColorType::Luma);
        let mut noted = photograph(
            |encoder| {
                encoder.add_app_segment(1, b"Exif\0\0GPS 51.5 N".to_vec()).unwrap();
                encoder.add_app_segment(13, b"Photoshop 3.0\0".to_vec()).unwrap();
            },
            ColorType::Luma,
        );
        noted.extend_from_slice(b"a second picture");
        let rendition = Jpeg::read(&noted).unwrap().into_rendition();
        assert_eq!(rendition.colour, Colour::Grey);
        assert_eq!(rendition.bytes, plain);
    }

    #[test]
    fn a_colour_profile_travels_with_its_picture() {
        let file = photograph(|encoder| encoder.add_icc_profile(b"a profile").unwrap(), ColorType::Rgb);
        assert_eq!(Jpeg::read(&file).unwrap().into_rendition().bytes, file);
    }

    #[test]
    fn four_colours_are_not_plain() {
        assert!(!Jpeg::read(&photograph(|_| {}, ColorType::Cmyk)).unwrap().is_plain());
    }

    #[test]
    fn colours_one_after_the_other_are_not_plain() {
        let file = photograph(|encoder| encoder.set_optimized_huffman_tables(true), ColorType::Rgb);
        let jpeg = Jpeg::read(&file).unwrap();
        assert!(jpeg.is_in_parts() && !jpeg.is_plain());
    }

    #[test]
    fn a_file_that_breaks_off_is_not_whole() {
        let file = photograph(|_| {}, ColorType::Rgb);
        for length in 0..file.len() {
            assert_eq!(Jpeg::read(&file[..length]), None, "{length} of {} bytes", file.len());
        }
    }
}
