//! Date labels: what a page says of a date beside it, in the languages of the pages.

use crate::lexicon::{self, WordList};

/// What is said of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Published,
    Changed,
    /// Nothing is said of it.
    Bare,
}

impl Label {
    /// What `text`, which stands before a date, says of it: the last word counts.
    pub(super) fn of(text: &str) -> Self {
        let lower = text.to_lowercase();
        // To look whether there is one is far quicker than to look where.
        let last = |words: &WordList| words.within(&lower).filter_map(|word| lower.rfind(word)).max();
        match (last(&lexicon::DATES_PUBLISHED), last(&lexicon::DATES_CHANGED)) {
            (None, None) => Self::Bare,
            (published, changed) if published > changed => Self::Published,
            _ => Self::Changed,
        }
    }

    /// What `text`, which stands behind a date, says of it, as in East Asia: "2020/07/12 09:15 更新". A word that a colon
    /// follows speaks of the next date.
    pub(super) fn behind(text: &str) -> Self {
        let is_of_time = |c: char| c.is_whitespace() || c.is_numeric() || matches!(c, ':' | '時' | '时' | '分');
        let text = text.trim_start_matches(is_of_time);
        let end = text.find(|c: char| c.is_whitespace() || !c.is_alphanumeric()).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        let is_east_asian = word.chars().all(|c| c >= '\u{2e80}') && word.chars().count() <= 4;
        if is_east_asian && !rest.trim_start().starts_with([':', '：']) { Self::of(word) } else { Self::Bare }
    }
}

#[cfg(test)]
mod tests {
    use super::Label;

    #[test]
    fn the_last_word_before_a_date_tells_what_it_is() {
        assert_eq!(Label::of("Published July 9, 2020, last updated on"), Label::Changed);
        assert_eq!(Label::of("Updated July 12, 2020; first published"), Label::Published);
        assert_eq!(Label::of("Ada Roe,"), Label::Bare);
    }

    #[test]
    fn in_east_asia_the_word_may_stand_behind_the_date() {
        assert_eq!(Label::behind(" 09:15 更新）"), Label::Changed);
        assert_eq!(Label::behind(" 公開"), Label::Published);
        for of_the_next in [" 更新：2020/07/12", " 수정 : 2020.07.12", ", updated", ""] {
            assert_eq!(Label::behind(of_the_next), Label::Bare, "{of_the_next}");
        }
    }

    #[test]
    fn labels_are_known_in_many_languages() {
        for (published, changed) in [
            ("Veröffentlicht am", "Zuletzt aktualisiert:"),
            ("Publié le", "Mis à jour le"),
            ("Publicado el", "Actualizado:"),
            ("Data publikacji:", "Aktualizacja:"),
            ("Опубликовано", "Обновлено"),
            ("تاريخ النشر", "آخر تحديث"),
            ("Data dodania:", "Zmodyfikowano:"),
            ("Fecha de publicación:", "Última modificación:"),
            ("Data de publicação:", "Última modificação:"),
            ("Data di pubblicazione", "Ultima modifica"),
            ("Gepubliceerd:", "Laatste update:"),
            ("发布时间：", "更新时间："),
            ("입력", "수정"),
        ] {
            assert_eq!(Label::of(published), Label::Published, "{published}");
            assert_eq!(Label::of(changed), Label::Changed, "{changed}");
        }
    }
}
