//! XMP: a packet of RDF with what programs know of a picture (ISO 16684-1; IPTC Photo Metadata Standard 2023; PLUS;
//! ccREL).

use super::Note;
use roxmltree::{Document, Node, ParsingOptions};

/// Reads a packet.
pub(super) fn read(packet: &[u8]) -> Option<Note> {
    let text = String::from_utf8_lossy(packet);
    // Packets are padded with what is no XML, and sometimes end with a nought.
    let start = text.find('<')?;
    let end = text.rfind('>')?;
    let options = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text.get(start..=end)?, options).ok()?;
    let mut note = Note::default();
    for description in document.descendants().filter(|node| node.has_tag_name((RDF, "Description"))) {
        for attribute in description.attributes() {
            note.take(attribute.namespace(), attribute.name(), attribute.value());
        }
    }
    for property in document.descendants().filter(Node::is_element) {
        let name = property.tag_name();
        if !WANTED.contains(&(name.namespace().unwrap_or_default(), name.name())) {
            continue;
        }
        if let Some(resource) = property.attribute((RDF, "resource")) {
            note.take(name.namespace(), name.name(), resource);
        }
        let items: Vec<Node> = property.descendants().filter(|inner| inner.has_tag_name((RDF, "li"))).collect();
        match items.as_slice() {
            [] => note.take(name.namespace(), name.name(), property.text().unwrap_or_default()),
            items => {
                items.iter().for_each(|item| note.take(name.namespace(), name.name(), item.text().unwrap_or_default()))
            }
        }
    }
    (note != Note::default()).then_some(note)
}

/// A packet of a page of words has some hundreds.
const MAX_NODES: u32 = 50_000;

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DC: &str = "http://purl.org/dc/elements/1.1/";
const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
const RIGHTS: &str = "http://ns.adobe.com/xap/1.0/rights/";
const CC: &str = "http://creativecommons.org/ns#";
const PLUS: &str = "http://ns.useplus.org/ldf/xmp/1.0/";

const WANTED: &[(&str, &str)] = &[
    (DC, "creator"),
    (DC, "rights"),
    (PHOTOSHOP, "Credit"),
    (PHOTOSHOP, "Source"),
    (RIGHTS, "UsageTerms"),
    (RIGHTS, "WebStatement"),
    (CC, "license"),
    (CC, "attributionName"),
    (CC, "attributionURL"),
    (PLUS, "LicensorURL"),
];

impl Note {
    /// Takes in the value of a property.
    fn take(&mut self, namespace: Option<&str>, name: &str, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let fill = |place: &mut Option<String>| *place = place.take().or_else(|| Some(value.to_owned()));
        match (namespace.unwrap_or_default(), name) {
            (DC, "creator") | (CC, "attributionName") if !self.makers.iter().any(|maker| maker == value) => {
                self.makers.push(value.to_owned());
            }
            (DC, "rights") => fill(&mut self.copyright),
            (PHOTOSHOP, "Credit") => fill(&mut self.credit),
            (PHOTOSHOP, "Source") => fill(&mut self.source),
            (RIGHTS, "UsageTerms") => fill(&mut self.terms),
            (CC, "license") => self.addresses.insert(0, value.to_owned()),
            (RIGHTS, "WebStatement") | (PLUS, "LicensorURL") => self.addresses.push(value.to_owned()),
            (CC, "attributionURL") => fill(&mut self.page),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_read_as_elements_and_as_attributes() {
        let packet = format!(
            "<?xpacket begin='\u{feff}'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='{RDF}'>\
             <rdf:Description xmlns:dc='{DC}' xmlns:photoshop='{PHOTOSHOP}' xmlns:r='{RIGHTS}' xmlns:cc='{CC}' xmlns:plus='{PLUS}'\
             photoshop:Credit='Sarn Pictures' r:WebStatement='https://sarn.example/terms'>\
             <dc:creator><rdf:Seq><rdf:li>Ines Okafor</rdf:li><rdf:li>Piet Oorde</rdf:li></rdf:Seq></dc:creator>\
             <dc:rights><rdf:Alt><rdf:li xml:lang='x-default'>© Sarn</rdf:li></rdf:Alt></dc:rights>\
             <cc:license rdf:resource='http://creativecommons.org/licenses/by/4.0/'/>\
             <plus:Licensor><rdf:Seq><rdf:li rdf:parseType='Resource'><plus:LicensorURL>https://sarn.example/buy</plus:LicensorURL>\
             </rdf:li></rdf:Seq></plus:Licensor></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>\0"
        )
        .replace("plus='http://ns.useplus.org/ldf/xmp/1.0/'photoshop", "plus='http://ns.useplus.org/ldf/xmp/1.0/' photoshop");
        let note = read(packet.as_bytes()).unwrap();
        assert_eq!(note.makers, ["Ines Okafor", "Piet Oorde"]);
        assert_eq!((note.credit.as_deref(), note.copyright.as_deref()), (Some("Sarn Pictures"), Some("© Sarn")));
        assert_eq!(
            note.addresses,
            ["http://creativecommons.org/licenses/by/4.0/", "https://sarn.example/terms", "https://sarn.example/buy"]
        );
    }

    proptest::proptest! {
        #[test]
        fn no_packet_makes_it_panic(pieces in proptest::collection::vec(0..PIECES.len(), 0..30), text in "\\PC{0,20}") {
            let packet: String = pieces.into_iter().map(|at| PIECES[at].replace("TEXT", &text)).collect();
            read(packet.as_bytes());
            read(format!("<a xmlns:rdf='{RDF}' xmlns:dc='{DC}'>{packet}</a>").as_bytes());
        }
    }

    const PIECES: &[&str] = &[
        "<rdf:Description dc:creator='TEXT'>",
        "</rdf:Description>",
        "<dc:creator>",
        "</dc:creator>",
        "<rdf:li>TEXT</rdf:li>",
        "TEXT",
        "<!DOCTYPE a [<!ENTITY b 'TEXT'>]>",
        "&b;",
        "\0",
    ];
}
