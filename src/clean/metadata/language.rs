//! Language: the language of the text, stated by the page or told from the text itself.

use super::article_data::ArticleData;
use super::meta_tags;
use super::survey::Survey;
use crate::article::Language;
use crate::source::Declared;

/// How much text is looked at, in bytes.
const SAMPLE: usize = 600;

/// The language that the page states, unless its text is plainly in another.
pub(super) fn read(survey: &Survey, data: &ArticleData, declared: &Declared) -> Option<Language> {
    if let Some(language) = declared.language.as_deref().and_then(Language::parse) {
        return Some(language);
    }
    let stated = (survey.lang.and_then(Language::parse))
        .or_else(|| data.text(&["inLanguage"]).as_deref().and_then(Language::parse))
        .or_else(|| meta_tags::each(survey, meta_tags::LANGUAGE).find_map(|tag| Language::parse(&tag)));
    match (stated, heard(survey)) {
        (Some(stated), Some(heard)) if stated.primary() != heard.primary() => Some(heard),
        (Some(stated), _) => Some(stated),
        (None, heard) => heard,
    }
}

/// The language of the page's running text, if it is beyond doubt.
fn heard(survey: &Survey) -> Option<Language> {
    let mut sample = String::new();
    for line in survey
        .lines
        .iter()
        .filter(|line| !line.in_furniture && line.text.len() > 80 && line.linked * 2 < line.text.len())
    {
        if sample.len() > SAMPLE {
            break;
        }
        sample.extend(line.text.chars().take(SAMPLE));
        sample.push(' ');
    }
    let info = whatlang::detect(&sample)?;
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
    fn too_little_text_tells_no_language() {
        assert_eq!(language("<p>Hallo.</p>"), None);
    }
}
