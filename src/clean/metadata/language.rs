//! Language: the language of the text, stated by the page or told from the text itself.

use super::article_data::ArticleData;
use super::meta_tags;
use super::scan::MetadataScan;
use crate::article::Language;
use crate::source::Declared;

/// How much text is looked at, in bytes.
const SAMPLE: usize = 600;

/// The language that the page states, unless its text is plainly in another.
pub(super) fn read(scan: &MetadataScan, data: &ArticleData, declared: &Declared) -> Option<Language> {
    if let Some(language) = declared.language.as_deref().and_then(Language::parse) {
        return Some(language);
    }
    let stated = (scan.claims.lang.and_then(Language::parse))
        .or_else(|| data.text(&["inLanguage"]).as_deref().and_then(Language::parse))
        .or_else(|| meta_tags::each(scan, meta_tags::LANGUAGE).find_map(|tag| Language::parse(&tag)));
    let sample = sample(scan);
    if stated.as_ref().is_some_and(|stated| is_said_in(stated.primary(), &sample)) {
        return stated;
    }
    match (stated, heard(&sample)) {
        (Some(stated), Some(heard)) if stated.primary() != heard.primary() => Some(heard),
        (Some(stated), _) => Some(stated),
        (None, heard) => heard,
    }
}

/// The beginning of the page's running text.
fn sample(scan: &MetadataScan) -> String {
    let mut sample = String::new();
    for line in
        scan.lines.iter().filter(|line| !line.in_furniture && line.text.len() > 80 && line.linked * 2 < line.text.len())
    {
        if sample.len() > SAMPLE {
            break;
        }
        sample.extend(line.text.chars().take(SAMPLE));
        sample.push(' ');
    }
    sample
}

/// Articles, conjunctions and the like: about every sixth word of a text in the language, and hardly one of a text in
/// another. Languages that share such words with a neighbour, as Spanish does with Catalan, are not told by them.
const COMMON: [(&str, &[&str]); 2] =
    [("en", &["the", "of", "and", "to", "that", "is"]), ("de", &["der", "die", "und", "den", "das", "ist"])];

/// Whether the words of `sample` leave no doubt that it is in `language`: to count a few of them costs nothing beside
/// weighing all languages.
fn is_said_in(language: &str, sample: &str) -> bool {
    let Some((_, common)) = COMMON.iter().find(|(known, _)| *known == language) else { return false };
    let words = sample.split_ascii_whitespace();
    let (words, hits) = words.fold((0, 0), |(words, hits), word| {
        (words + 1, hits + usize::from(common.iter().any(|common| word.eq_ignore_ascii_case(common))))
    });
    // A text in Chinese or Thai has few spaces, and a quotation in it most of the words.
    let is_latin = sample.bytes().filter(u8::is_ascii).count() * 10 >= sample.len() * 9;
    words >= FEW_WORDS && hits * 8 >= words && is_latin
}

/// So few words may be a list of names.
const FEW_WORDS: usize = 30;

/// The language of a text, if it is beyond doubt.
fn heard(sample: &str) -> Option<Language> {
    let info = whatlang::detect(sample)?;
    if !info.is_reliable() || sample.len() < 200 {
        return None;
    }
    Language::of_iso_639_3(info.lang().code())
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    const GERMAN: &str = "<p>Am Montagmorgen blickte der Hafenmeister aus dem Fenster seines Hauses, und er sah, dass das Wasser bis an
        die Stufen der alten Kirche gestiegen war. Niemand hatte damit gerechnet, dass die Flut so hoch werden würde.</p>
        <p>Die Fischer hatten ihre Boote noch in der Nacht an Land gezogen, weil der Wind sich gedreht hatte und immer stärker wurde.</p>";

    fn language(html: &str) -> Option<String> {
        read(html).language.map(|language| language.to_string())
    }

    #[test]
    fn the_stated_language_is_kept_with_its_region() {
        assert_eq!(language(&format!("<html lang=de_AT>{GERMAN}")).as_deref(), Some("de-AT"));
        assert_eq!(language("<meta property=og:locale content=pt_BR><p>Oi.</p>").as_deref(), Some("pt-BR"));
    }

    #[test]
    fn the_text_is_believed_before_a_template_that_was_never_translated() {
        assert_eq!(language(&format!("<html lang=en>{GERMAN}")).as_deref(), Some("de"));
        assert_eq!(language(GERMAN).as_deref(), Some("de"));
    }

    #[test]
    fn a_text_is_not_taken_for_one_in_the_language_of_its_template() {
        const QUOTED: &str = "The harbour master looked out of the window and saw that the water had risen to the steps of \
                              the old church, and the fishers said that the wind is to blame and not the tide of the sea.";
        let chinese =
            "潮水在夜里涌来，港口的水位上升到教堂的台阶。渔民在夜里把船拖到岸上，因为风向变了，而且越来越大。"
                .repeat(8);
        let texts = [
            ("de", GERMAN.to_owned()),
            ("en", format!("<p>{QUOTED} {QUOTED}</p>")),
            ("zh", format!("<p>{QUOTED}</p><p>{chinese}</p>")),
            ("ca", "<p>El capità del port va mirar per la finestra i va veure que el mar havia pujat fins als graons de l'església. \
                    El vent que bufava del nord havia tret una barca de l'aigua, i el vell pescador deia que el temps canviaria \
                    aviat. Ningú no recordava que el port hagués estat mai tan ple.</p>".to_owned()),
        ];
        for (said, text) in &texts {
            for stated in ["en", "de", "es", said] {
                assert_eq!(language(&format!("<html lang={stated}>{text}")).as_deref(), Some(*said), "{stated}");
            }
        }
    }

    #[test]
    fn too_little_text_tells_no_language() {
        assert_eq!(language("<p>Hallo.</p>"), None);
    }
}
