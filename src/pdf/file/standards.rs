//! What the standards ask for that the file be kept and heard: its metadata in XMP, which say that it is PDF/A-2
//! (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), and the colours that its numbers mean.

use crate::issue::Issue;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use moxcms::ColorProfile;

/// The program as it names itself in a file.
pub(in crate::pdf) const PROGRAM: &str = concat!("Bindery ", env!("CARGO_PKG_VERSION"));

/// The metadata of the file (ISO 19005-2, 6.6.2). PDF/UA's own mark is none that PDF/A knows, and so is described with
/// it.
pub(in crate::pdf) fn metadata(issue: &Issue) -> Stream {
    let title = escaped(&issue.title);
    let publisher = escaped(&issue.publisher);
    let language = escaped(&issue.language.to_string());
    let date = format!("{}T00:00:00Z", issue.date);
    // What the first line holds between its quotes is a byte order mark (XMP specification, part 1, 7.3.2).
    let packet = format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{publisher}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>
<pdf:Producer>{PROGRAM}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        mark = '\u{feff}',
    );
    Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet.into_bytes())
}

/// What the numbers of the file's colours mean: sRGB (ISO 19005-2, 6.2.3).
pub(in crate::pdf) fn output_intent(file: &mut Document) -> lopdf::Result<Dictionary> {
    const NAME: &str = "sRGB IEC61966-2.1";
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, srgb()?));
    Ok(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal(NAME),
        "Info" => Object::string_literal(NAME),
        "DestOutputProfile" => profile,
    })
}

/// The colour profile, the same at any time of day.
fn srgb() -> lopdf::Result<Vec<u8>> {
    // The tag that names the space by number came with version 4.4 of the format, after PDF 1.7.
    let mut profile = ColorProfile::new_srgb();
    profile.cicp = None;
    // Colours are seen under the white of the print standards (ICC.1:2010, 9.2.36).
    profile.media_white_point = Some(profile.white_point);
    let mut bytes = profile.encode().map_err(std::io::Error::other)?;
    // When the profile was made (ICC.1:2010, 7.2.1): the day of the standard, 18 October 1999, not the day of the run.
    const MADE: [u16; 6] = [1999, 10, 18, 0, 0, 0];
    let made = MADE.map(u16::to_be_bytes);
    if let Some(date) = bytes.get_mut(24..36) {
        date.copy_from_slice(made.as_flattened());
    }
    Ok(bytes)
}

/// Text as XML holds it; characters that XML has no way to hold are left out (XML 1.0, 2.2).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            character if character < ' ' => {}
            character => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colour_profile_is_one_and_does_not_tell_the_time() {
        let profile = srgb().unwrap();
        assert_eq!(&profile[36..40], b"acsp");
        assert!(profile[8] <= 4 && profile[9] <= 0x40, "version {:x}.{:x}", profile[8], profile[9]);
        assert_eq!(&profile[24..30], [0x07, 0xcf, 0, 10, 0, 18]);
    }

    #[test]
    fn a_title_is_text_and_no_markup() {
        assert_eq!(escaped("Tides & <Quays>\u{1}"), "Tides &amp; &lt;Quays&gt;");
    }
}
