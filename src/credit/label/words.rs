//! The words that labels are made of, in the languages that pages are written in; all in small letters.
//!
//! A text is asked for hundreds of them at each of its words, and begins with one of a handful at most. So they are kept by
//! the first byte, whatever the order in which they are listed.

use crate::article::Part;

/// Those of `words`, kept by the first byte, that have the first letter of `text`, whatever its case.
pub(super) fn with_first_of<'w>(text: &str, words: &'w [&'static str]) -> &'w [&'static str] {
    let Some(first) = text.chars().next().and_then(|first| first.to_lowercase().next()) else { return &[] };
    let first = first.encode_utf8(&mut [0; 4]).bytes().next();
    let start = words.partition_point(|word| word.bytes().next() < first);
    let end = start + words[start..].iter().take_while(|word| word.bytes().next() == first).count();
    &words[start..end]
}

/// The same words in the order of their first bytes.
const fn by_first_byte<const N: usize>(mut words: [&'static str; N]) -> [&'static str; N] {
    let mut sorted = 1;
    while sorted < N {
        let mut at = sorted;
        while at > 0 && words[at].as_bytes()[0] < words[at - 1].as_bytes()[0] {
            words.swap(at, at - 1);
            at -= 1;
        }
        sorted += 1;
    }
    words
}

/// Words that may stand before the others: "Featured image credit".
pub(super) const PLACES: &[&str] = &by_first_byte([
    "featured",
    "feature",
    "hero",
    "lead",
    "cover",
    "header",
    "top",
    "main",
    "banner",
    "thumbnail",
    "title",
    "stock",
    "inline",
]);

/// What the picture is called, by language.
pub(super) const PICTURES: &[&str] = &by_first_byte([
    // English
    "photograph",
    "photographs",
    "photography",
    "photographer",
    "photographers",
    "photos",
    "photo",
    "images",
    "image",
    "pictures",
    "picture",
    "pics",
    "pic",
    "screenshot",
    "file photo",
    "file",
    "graphic",
    "video",
    // German
    "fotos",
    "foto",
    "fotografie",
    "fotograf",
    "fotografin",
    "bilder",
    "bild",
    "titelbild",
    "beitragsbild",
    "symbolbild",
    "symbolfoto",
    "archivbild",
    "archivfoto",
    "archiv-bild",
    "archiv-foto",
    "themenbild",
    "themenfoto",
    "agenturfoto",
    "repro",
    "text/foto",
    "text und foto",
    "text und fotos",
    "aufnahme",
    "aufnahmen",
    "grafik",
    "abbildung",
    // French; "photo" is above
    "photographie",
    "photographe",
    "visuel",
    // Spanish, Portuguese, Italian, Catalan
    "fotografía",
    "fotografia",
    "fotógrafo",
    "imagen",
    "imagem",
    "imágenes",
    "immagine",
    "fotos",
    // Of a photograph, "autor" is who took it; of anything else it needs a colon and a name, as the others do
    "autor",
    "autora",
    "autoría",
    "autoria",
    // Dutch, Nordic, Polish: "foto" is above
    "beeld",
    "kuva",
    "bilde",
    "arkivfoto",
    "arkivbild",
    "genrebild",
    "ljósmynd",
    "mynd",
    "fot.",
    "zdjęcie",
    "zdjęcia",
    // Hungarian, Turkish, Greek, Ukrainian
    "fotó",
    "fotoğraf",
    "φωτογραφία",
    "φωτ.",
    "світлина",
]);

/// What may stand between those and a colon, and says that the picture is an old one or any one:
/// "Foto de archivo: EFE".
pub(super) const QUALIFIERS: &[&str] = &by_first_byte([
    "de archivo",
    "de arquivo",
    "archivo",
    "ilustrativa",
    "referencial",
    "d'archives",
    "d’archives",
    "d'illustration",
    "d’illustration",
    "archives",
    "d'archivio",
    "d’archivio",
    "di repertorio",
    "archief",
    "archiv",
    "(archiv)",
    "(archivo)",
    "(symbolbild)",
]);

/// What opens a credit without naming the picture, by language.
pub(super) const OPENINGS: &[&str] = &by_first_byte([
    "courtesy of",
    "courtesy:",
    "courtesy",
    "image via",
    "photo via",
    "cortesía de",
    "cortesía:",
    "cortesía",
    "cortesia de",
    "cortesia:",
    "cortesia",
    "gentileza de",
    "gentileza:",
    "gentileza",
]);

/// The words for a credit itself, by language.
pub(super) const CREDITS: &[&str] = &by_first_byte([
    // English; "courtesy" and "via" only count together with what follows or goes before, see `by`.
    "credits",
    "credit",
    "copyright",
    "sources",
    "source",
    "attribution",
    "rights",
    // German
    "bildnachweise",
    "bildnachweis",
    "bildquellen",
    "bildquelle",
    "bildrechte",
    "bildcredits",
    "bildcredit",
    "fotocredits",
    "fotocredit",
    "fotoquelle",
    "fotonachweis",
    "quellen",
    "quelle",
    "urheber",
    "copyrights",
    // French
    "crédits",
    "crédit",
    "credits photos",
    "crédits photos",
    "crédits photo",
    "crédit photo",
    "droits",
    // Spanish, Portuguese, Italian
    "créditos",
    "crédito",
    "fuente",
    "fonte",
    "crediti",
    "credito",
    "reprodução",
    "divulgação",
    // Dutch, Nordic, Polish
    "bron",
    "kilde",
    "källa",
    "lähde",
    "źródło",
    "bildkälla",
    // Czech, Hungarian, Romanian, Turkish
    "zdroj",
    "forrás",
    "sursa foto",
    "kaynak",
    // Russian, Chinese, Japanese, Korean
    "фото",
    "снимок",
    "источник",
    "джерело",
    "图片来源",
    "圖片來源",
    "图源",
    "图",
    "圖",
    "摄影",
    "攝影",
    "写真",
    "写真提供",
    "画像",
    "撮影",
    "出典",
    "사진",
    "사진 제공",
    // Arabic, Hebrew
    "صورة",
    "الصورة",
    "تصوير",
    "צילום",
]);

/// Words for what was made, where it is no photograph, by language, and the part that its maker had.
pub(super) const MADE: &[(&str, Part)] = &[
    ("photo illustrations", Part::PhotoIllustration),
    ("photo illustration", Part::PhotoIllustration),
    ("photoillustration", Part::PhotoIllustration),
    ("fotoillustration", Part::PhotoIllustration),
    ("photo montage", Part::Montage),
    ("photo collage", Part::Montage),
    ("photo composite", Part::Montage),
    ("fotomontage", Part::Montage),
    ("photomontage", Part::Montage),
    ("fotomontaje", Part::Montage),
    // English, some of them French and German too
    ("illustrations", Part::Illustration),
    ("illustration", Part::Illustration),
    ("illustrated", Part::Illustration),
    ("art", Part::Illustration),
    ("artwork", Part::Illustration),
    ("montage", Part::Montage),
    ("collage", Part::Montage),
    ("composite", Part::Montage),
    ("drawings", Part::Drawing),
    ("drawing", Part::Drawing),
    ("sketch", Part::Drawing),
    ("painting", Part::Painting),
    ("cartoon", Part::Drawing),
    ("graphic", Part::Graphic),
    ("graphics", Part::Graphic),
    ("diagrams", Part::Graphic),
    ("diagram", Part::Graphic),
    ("chart", Part::Graphic),
    ("charts", Part::Graphic),
    ("maps", Part::Map),
    ("map", Part::Map),
    ("rendering", Part::Graphic),
    // German
    ("zeichnung", Part::Drawing),
    ("karte", Part::Map),
    ("skizze", Part::Drawing),
    ("karikatur", Part::Drawing),
    ("visualisierung", Part::Graphic),
    ("diagramm", Part::Graphic),
    // French
    ("dessin", Part::Drawing),
    ("carte", Part::Map),
    ("infographie", Part::Graphic),
    ("schéma", Part::Graphic),
    // Spanish, Portuguese, Italian, Dutch
    ("ilustración", Part::Illustration),
    ("ilustração", Part::Illustration),
    ("illustrazione", Part::Illustration),
    ("illustratie", Part::Illustration),
    ("dibujo", Part::Drawing),
    ("desenho", Part::Drawing),
    ("disegno", Part::Drawing),
    ("mapa", Part::Map),
    ("infografía", Part::Graphic),
    ("kaart", Part::Map),
    ("tekening", Part::Drawing),
    // Russian
    ("иллюстрация", Part::Illustration),
    ("рисунок", Part::Drawing),
];

/// The words between label and name, by language. "of" and "from" only follow "courtesy".
pub(super) const BY: &[&str] = &by_first_byte([
    "courtesy of",
    "courtesy",
    "provided by",
    "supplied by",
    "taken by",
    "by",
    "via",
    "vía",
    "von",
    "par",
    "por",
    "door",
    "av",
    "af",
    "di",
    "de",
]);

/// What the names of [`MADE`] are, kept by the first byte.
pub(super) const MADE_NAMES: &[&str] = &by_first_byte({
    let mut names = [""; MADE.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = MADE[at].0;
        at += 1;
    }
    names
});

/// What may lead from the word for a credit to the picture: "Créditos da imagem".
pub(super) const LINKING: &[&str] = &by_first_byte(["da", "de la", "of the", "des", "del", "der"]);

/// Words of [`BY`] that also say what a picture shows.
pub(super) const OF_OR_BY: &[&str] = &by_first_byte(["von", "de", "di", "av", "af", "van"]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_small_and_found_by_their_first_letter_in_any_case() {
        for words in [PLACES, PICTURES, QUALIFIERS, OPENINGS, CREDITS, MADE_NAMES, BY, LINKING, OF_OR_BY] {
            for word in words {
                assert_eq!(word.to_lowercase(), **word);
                assert!(with_first_of(word, words).contains(word), "{word}");
                assert!(with_first_of(&word.to_uppercase(), words).contains(word), "{word}");
            }
            assert!(with_first_of("", words).is_empty() && with_first_of("1", words).is_empty());
        }
    }
}
