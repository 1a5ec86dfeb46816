//! Date labels: what a page says of a date beside it, in the languages of the pages.

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
    pub fn of(text: &str) -> Self {
        let lower = text.to_lowercase();
        // To look whether there is one is far quicker than to look where.
        let last = |words: &[&str]| {
            words.iter().filter(|word| lower.contains(**word)).filter_map(|word| lower.rfind(word)).max()
        };
        match (last(PUBLISHED), last(CHANGED)) {
            (None, None) => Self::Bare,
            (published, changed) if published > changed => Self::Published,
            _ => Self::Changed,
        }
    }

    /// What `text`, which stands behind a date, says of it, as in East Asia: "2020/07/12 09:15 更新". A word that a colon
    /// follows speaks of the next date.
    pub fn behind(text: &str) -> Self {
        let is_of_time = |c: char| c.is_whitespace() || c.is_numeric() || matches!(c, ':' | '時' | '时' | '分');
        let text = text.trim_start_matches(is_of_time);
        let end = text.find(|c: char| c.is_whitespace() || !c.is_alphanumeric()).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        let is_east_asian = word.chars().all(|c| c >= '\u{2e80}') && word.chars().count() <= 4;
        if is_east_asian && !rest.trim_start().starts_with([':', '：']) { Self::of(word) } else { Self::Bare }
    }
}

/// Words that say that a date is that of the publication.
const PUBLISHED: &[&str] = &[
    // English
    "published",
    "posted",
    "publication date",
    "publish date",
    // German
    "veröffentlicht",
    "veröffentlichung",
    "erschienen",
    "erstellt",
    "online seit",
    // French
    "publié",
    "de publication",
    "parution",
    "paru le",
    "mis en ligne",
    // Spanish, Portuguese, Italian, Romanian, Catalan
    "publicad",
    "publicat",
    "publicaci",
    "publicaç",
    "pubblicat",
    "pubblicazione",
    // Dutch
    "gepubliceerd",
    "geplaatst",
    // Danish, Norwegian, Swedish
    "publicer",
    "publiser",
    "offentliggjort",
    // Finnish
    "julkaistu",
    // Polish, Czech, Slovak
    "opublikowan",
    "data publikacji",
    "data dodania",
    "publikován",
    "vydáno",
    "zveřejněn",
    // Hungarian
    "közzétéve",
    "megjelent",
    // Greek
    "δημοσιε",
    // Turkish
    "yayınlan",
    "yayımlan",
    // Russian, Ukrainian, Bulgarian
    "опублик",
    "публикац",
    "публикув",
    "опублік",
    // Arabic, Persian, Hebrew
    "نشر",
    "انتشار",
    "פורסם",
    // Hindi
    "प्रकाशित",
    // Indonesian, Vietnamese
    "diterbitkan",
    "dipublikasikan",
    "ngày đăng",
    // Chinese, Japanese, Korean
    "发布",
    "發布",
    "發佈",
    "发表",
    "公開",
    "掲載",
    "投稿日",
    "입력",
    "등록",
    "작성",
];

/// Words that say that a date is that of a change.
const CHANGED: &[&str] = &[
    // English
    "updated",
    "modified",
    "last update",
    "update:",
    "reviewed",
    "revised",
    "edited",
    // German
    "aktualisier",
    "geändert",
    "letzte änderung",
    "bearbeitet",
    "stand:",
    // French
    "mis à jour",
    "mise à jour",
    "modifié",
    "actualisé",
    // Spanish, Portuguese, Italian, Romanian, Catalan
    "actualiza",
    "actualitza",
    "modifica",
    "atualiza",
    "aggiorna",
    // Dutch
    "bijgewerkt",
    "gewijzigd",
    "laatste update",
    // Danish, Norwegian, Swedish
    "opdater",
    "oppdater",
    "uppdater",
    "ændret",
    "endret",
    "ändrad",
    // Finnish
    "päivitetty",
    "muokattu",
    // Polish, Czech, Slovak
    "aktualiz",
    "upraven",
    "zmodyfikowan",
    // Hungarian
    "frissít",
    // Greek
    "ενημέρωση",
    "ενημερώθηκε",
    // Turkish
    "güncelle",
    // Russian, Ukrainian, Bulgarian
    "обновл",
    "изменен",
    "изменён",
    "оновлен",
    "змінен",
    // Arabic, Persian, Hebrew
    "تحديث",
    "تعديل",
    "روزرسانی",
    "עודכן",
    "עדכון",
    // Hindi
    "अपडेट",
    // Indonesian, Vietnamese
    "diperbarui",
    "cập nhật",
    // Chinese, Japanese, Korean
    "更新",
    "修改",
    "修订",
    "改訂",
    "수정",
    "업데이트",
];

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
