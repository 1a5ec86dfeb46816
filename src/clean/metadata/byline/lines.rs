//! Byline lines: the names in a line of the page that says, or shows by its make, that it is a byline.

use super::super::dates::text::{DayOrder, find};
use super::names::{
    Label, is_agency, is_desk, is_east_asian, is_job, looks_personal, names_in, names_in_line, without_label,
};
use crate::lexicon;

/// The names in a line that says by its label that it is a byline: "By Ada Roe", "Words by …". The label may
/// stand alone on the line before, `previous`.
pub(in super::super) fn labelled_names(line: &str, previous: Option<&str>) -> Vec<String> {
    let line = match find(line, DayOrder::MonthFirst) {
        // "July 9, 2020 by Ada Roe"
        Some((_, range)) if range.start == 0 => line[range.end..].trim_start_matches(|c: char| !c.is_alphanumeric()),
        _ => line,
    };
    let rest = match without_label(line) {
        Label::Author(rest) => rest,
        Label::None if previous.is_some_and(|previous| matches!(without_label(previous), Label::Author(""))) => line,
        Label::None => return names_in_fields(line),
        Label::OthersWork { .. } => return Vec::new(),
    };
    let rest = before_others_work(rest);
    let first = rest.split(['|', '•', '·', '●', '–', '—', '→']).next().unwrap_or(rest);
    let first = first.split(" - ").next().unwrap_or(first);
    let names = names_in_line(first);
    let begins_well = |name: &String| {
        name.split(' ').count() <= 4
            && (looks_personal(name) || !name.contains(' ') || is_desk(name) || is_agency(name))
    };
    if names.iter().all(begins_well) { names } else { Vec::new() }
}

/// The names in an East Asian line of several fields, in which a space stands before the label or the name before its
/// title: "来源：海湾日报　作者：王小明", "김민준 기자". A title that is written close to the name stands before the name where it
/// stands alone, and behind the house: "新华社 记者 王小明".
fn names_in_fields(line: &str) -> Vec<String> {
    let is_of_reporter =
        |title: &&str| lexicon::BYLINE_AFTER_NAMES.iter().any(|after| after.strip_prefix(' ') == Some(title));
    let is_house = |field: &str| is_agency(field) || lexicon::BYLINE_OWN_HOUSE.contains(field);
    let mut fields = line.split_whitespace().peekable();
    if let Some(name) = fields.next_if(|field| is_east_asian(field) && !is_house(field))
        && fields.next_if(is_of_reporter).is_some()
    {
        return vec![name.to_owned()];
    }
    let labelled =
        line.split_whitespace().filter(|field| !field.is_ascii()).find_map(|field| match without_label(field) {
            Label::Author(rest) if is_east_asian(rest) => Some(rest.to_owned()),
            _ => None,
        });
    Vec::from_iter(labelled)
}

/// `names` up to the label of those who did other work: "Ada Roe" of "Ada Roe. Photos: Ben Moe".
fn before_others_work(names: &str) -> &str {
    let lower = names.to_lowercase();
    // A word alone may be a name, and lower case may differ in length.
    let says_work = |label: &&str| !label.ends_with(char::is_alphanumeric) || label.contains(' ');
    let begins_word = |at: &usize| lower[..*at].ends_with(|c: char| !c.is_alphanumeric());
    let labels = lexicon::BYLINE_OTHER_WORK.iter().filter(says_work);
    let places = labels.flat_map(|label| lower.match_indices(label).map(|(at, _)| at).find(begins_word));
    let cut = places.min().filter(|_| lower.len() == names.len()).and_then(|at| names.get(..at));
    cut.map_or(names, |names| names.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | '/')))
}

/// What parts a name from the date that follows it in the same line. A comma does not: it parts a place from its date.
const BETWEEN_NAME_AND_DATE: &[char] = &['|', '/', '·', '•', '–', '—', '-'];

/// The name that stands in a line before the date and nothing else: "Ada Roe | July 9, 2020".
pub(super) fn name_before_date(line: &str) -> Option<String> {
    let (_, range) = find(line, DayOrder::DayFirst)?;
    let before = line[..range.start].trim_end();
    let name = before.strip_suffix(BETWEEN_NAME_AND_DATE).map(str::trim_end);
    let agency = || before.strip_suffix(',').filter(|name| is_agency(name));
    let name = name.filter(|name| looks_personal(name)).or_else(agency)?;
    (names_in(name) == [name]).then(|| name.to_owned())
}

/// The name that stands in a line before a job and nothing else: "Ada Roe, Senior Editor".
pub(super) fn name_before_job(line: &str) -> Option<String> {
    let (name, job) = line.split_once(',')?;
    (looks_personal(name) && is_job(job) && names_in(line) == [name]).then(|| name.to_owned())
}

/// The name in a line that says without doubt who wrote, wherever it stands: "Written by Ada Roe". The label may stand
/// alone on the line before.
pub(super) fn plainly_written_by(line: &str, before: Option<&str>) -> Vec<String> {
    const LONGEST: usize = 120;
    if line.len() >= LONGEST {
        return Vec::new();
    }
    let lower = line.to_lowercase();
    if lexicon::BYLINE_SURE_LABELS.opening(&lower).next().is_some() {
        return labelled_names(line, None);
    }
    let is_label = |before: &str| {
        let before = before.to_lowercase();
        let before = before.trim_end_matches([':', '：', ' ']);
        lexicon::BYLINE_LABELS_ALONE.contains(before) || lexicon::BYLINE_SURE_LABELS.contains(before)
    };
    let is_told = before.is_some_and(|before| before.len() < LONGEST / 3 && is_label(before));
    if is_told && names_in(line) == [line] { vec![line.to_owned()] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_are_known_by_their_labels_in_many_languages() {
        let cases: &[(&str, &[&str])] = &[
            ("Text und Fotos: Ada Roe", &["Ada Roe"]),
            ("Ein Kommentar von Ada Roe", &["Ada Roe"]),
            ("Propos recueillis par Ada Roe et Ben Moe", &["Ada Roe", "Ben Moe"]),
            ("Por Ada Roe y Ben Moe", &["Ada Roe", "Ben Moe"]),
            ("Testo di Ada Roe", &["Ada Roe"]),
            ("Door Ada Roe en Ben Moe", &["Ada Roe", "Ben Moe"]),
            ("Av Ada Roe", &["Ada Roe"]),
            ("Автор: Анна Роева", &["Анна Роева"]),
            ("بقلم أحمد الهاشمي", &["أحمد الهاشمي"]),
            ("文／王小明", &["王小明"]),
            ("作者：王小明", &["王小明"]),
            ("執筆：山田太郎", &["山田太郎"]),
            ("글 김민준 기자", &["김민준"]),
            ("Author(s): Ada Roe", &["Ada Roe"]),
            ("Written by Ada - Sailor", &["Ada"]),
            ("This post was written by Ada Roe, Head of Harbours and Open Waters", &["Ada Roe"]),
            ("By Ada Roe, Head of Harbours, and Ben Moe", &["Ada Roe", "Ben Moe"]),
            ("Von dpa", &["dpa"]),
            ("Rédigé par Ada Roe le 9 juillet 2020", &["Ada Roe"]),
            ("De notre envoyée spéciale Ada Roe", &["Ada Roe"]),
            ("Dal nostro inviato Ben Moe", &["Ben Moe"]),
            ("Por Ada Roe, do Jornal de Osk", &["Ada Roe"]),
            ("Foto e texto: Ada Roe", &["Ada Roe"]),
            ("Tekst i zdjęcia: Ada Roe", &["Ada Roe"]),
            ("Авторы: Анна Роева и Иван Моев", &["Анна Роева", "Иван Моев"]),
            ("الكاتب: أحمد الهاشمي", &["أحمد الهاشمي"]),
            ("ライター：山田太郎", &["山田太郎"]),
            ("文・写真＝山田太郎", &["山田太郎"]),
            ("Fotos: Ben Moe", &[]),
            ("Übersetzt von Ben Moe", &[]),
            ("责任编辑：王小明", &[]),
        ];
        for (line, names) in cases {
            assert_eq!(labelled_names(line, None), *names, "{line}");
        }
    }

    #[test]
    fn who_did_other_work_is_no_author_in_the_same_line() {
        for line in [
            "Texto: Ada Roe. Fotos: Ben Moe",
            "Text: Ada Roe Foto: Ben Moe",
            "Text: Ada Roe / Illustration: Ben Moe",
            "By Ada Roe; photos by Ben Moe",
        ] {
            assert_eq!(labelled_names(line, None), ["Ada Roe"], "{line}");
        }
        assert_eq!(labelled_names("文・山田太郎　写真・鈴木花子", None), ["山田太郎"]);
    }

    #[test]
    fn a_field_of_an_east_asian_line_names_the_writer() {
        let line = "2020年07月09日 14:30　来源：海湾日报　作者：王小明　责任编辑：李大山";
        assert_eq!(labelled_names(line, None), ["王小明"]);
        assert_eq!(labelled_names("김민준 기자 minjun@osk.example", None), ["김민준"]);
        for none in ["오스크 부두", "新华社 记者 王小明", "海湾日报 记者 王小明", "연합뉴스 기자", "本刊 著"]
        {
            assert!(labelled_names(none, None).is_empty(), "{none}");
        }
    }

    #[test]
    fn a_name_before_the_date_is_a_byline_and_a_place_is_none() {
        assert_eq!(name_before_date("Ada Roe | 9 July 2020").as_deref(), Some("Ada Roe"));
        assert_eq!(name_before_date("王小明 / 2020.07.09").as_deref(), Some("王小明"));
        assert_eq!(name_before_date("dpa, 9. Juli 2020").as_deref(), Some("dpa"));
        for line in ["Port Ann, 9 July 2020", "Harbour | 9 July 2020", "9 July 2020", "Last updated | 9 July 2020"] {
            assert_eq!(name_before_date(line), None, "{line}");
        }
    }
}
