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
    "erschienen",
    "erstellt",
    "online seit",
    // French
    "publié",
    "paru le",
    "mis en ligne",
    // Spanish, Portuguese, Italian, Romanian, Catalan
    "publicad",
    "publicat",
    "pubblicat",
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
    "reviewed",
    "revised",
    "edited",
    // German
    "aktualisier",
    "geändert",
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
    "modificad",
    "atualiza",
    "aggiorna",
    "modificat",
    // Dutch
    "bijgewerkt",
    "gewijzigd",
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
    fn labels_are_known_in_many_languages() {
        for (published, changed) in [
            ("Veröffentlicht am", "Zuletzt aktualisiert:"),
            ("Publié le", "Mis à jour le"),
            ("Publicado el", "Actualizado:"),
            ("Data publikacji:", "Aktualizacja:"),
            ("Опубликовано", "Обновлено"),
            ("تاريخ النشر", "آخر تحديث"),
            ("发布时间：", "更新时间："),
            ("입력", "수정"),
        ] {
            assert_eq!(Label::of(published), Label::Published, "{published}");
            assert_eq!(Label::of(changed), Label::Changed, "{changed}");
        }
    }
}
