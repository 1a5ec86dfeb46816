//! Names: the persons in a line such as "By Ada Roe, Senior Editor, and Ben Moe | July 9, 2020".

use super::super::dates::text::{DayOrder, find};
use crate::lexicon;

/// The names in `text`, a visible byline; its lines are parted by line breaks.
pub(super) fn names_in(text: &str) -> Vec<String> {
    let mut names = Names::default();
    let mut others_work = false;
    for line in text.split(['\n', '|', '•', '·', '●', '–', '—', ';', '\t', '→']).flat_map(|part| part.split(" - "))
    {
        let line = line.trim();
        // "Reviewed by" may have a line of its own; the name that follows belongs to it.
        let skipped = std::mem::replace(&mut others_work, false);
        match without_label(line) {
            Label::OthersWork { alone } => others_work = alone,
            Label::Author(_) | Label::None if skipped => {}
            Label::Author(rest) => names.add(names_in_line(rest)),
            Label::None => names.add(names_in_line(line)),
        }
    }
    names.0
}

/// The names in a field that holds nothing else: there, a body and a name with a digit are names too.
pub(super) fn names_in_field(text: &str) -> Vec<String> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let is_short = (2..=7).contains(&words.len()) && !text.contains([',', '@', '/', ':', '{']);
    if is_short && words.iter().any(|word| lexicon::ORGANISATIONS_BODIES.contains(word)) {
        return vec![text.trim().to_owned()];
    }
    let names = names_in(text);
    if !names.is_empty() {
        return names;
    }
    let has_letters = text.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    let is_name = is_short
        && words.len() <= 5
        && has_letters
        && !is_log_in(text.trim())
        && !words.iter().any(|word| lexicon::BYLINE_NO_NAME.contains(word));
    if is_name { vec![text.trim().to_owned()] } else { Vec::new() }
}

#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    fn add(&mut self, names: Vec<String>) {
        for name in names {
            if self.0.iter().all(|known| known.to_lowercase() != name.to_lowercase()) {
                self.0.push(name);
            }
        }
    }
}

fn is_placeholder(name: &str) -> bool {
    lexicon::BYLINE_PLACEHOLDERS.contains(&name.trim().to_lowercase())
}

pub(super) fn names_in_line(line: &str) -> Vec<String> {
    let line = match find(line, DayOrder::MonthFirst) {
        // "July 9, 2020 Ada Roe"
        Some((_, range)) if range.start == 0 => line[range.end..].trim_start_matches(|c: char| !c.is_alphanumeric()),
        Some((_, range)) => before_date(&line[..range.start]),
        None => line,
    };
    let line = without_parentheses(line);
    // "Harbour Desk By Harbour Desk"
    let line = line.split_once(" By ").map_or(line.as_str(), |(first, _)| first).to_owned();
    if is_desk(&line) {
        return vec![line];
    }
    let mut pieces = vec![line.as_str()];
    // The signs come last: in "Tide & I and Ben Moe" a word parts the names.
    let ands = lexicon::NAMES_AND.iter().chain(lexicon::BYLINE_AND.iter()).chain([" & ", " / "]);
    for and in ands {
        // "Tide & I" is one name.
        let parts = pieces.iter().flat_map(|piece| piece.split(and)).collect::<Vec<&str>>();
        if !parts.iter().any(|part| part.trim().chars().count() == 1) {
            pieces = parts;
        }
    }
    let is_one_word = |name: &str| !name.contains(' ') && !is_east_asian(name);
    let is_whole = |name: &String| name.contains(' ');
    let mut names: Vec<String> = Vec::new();
    // "Head of Harbours and Open Waters": the job goes on behind the word, unless a comma ends it.
    let mut goes_on = false;
    for whole in pieces {
        if std::mem::take(&mut goes_on) {
            continue;
        }
        for (at, piece) in whole.split([',', '、', '，', '،']).enumerate() {
            let piece = piece.trim().trim_start_matches("and ").trim_start_matches("und ");
            match name_in(piece) {
                Some(name) if at > 0 && is_degree(&name) => {}
                // "Ada Roe, do Jornal de Osk": where she works.
                Some(name) if at > 0 && name.starts_with(char::is_lowercase) && !is_agency(&name) => break,
                // "Ada Roe, Berlin": where it was written.
                Some(name) if at > 0 && is_one_word(&name) && !is_agency(&name) && names.iter().any(is_whole) => {}
                Some(name) => names.push(name),
                // What follows a job title belongs to it: "Ada Roe, Editor, The Courier".
                None if at > 0 => {
                    goes_on = piece.contains(" of ") && whole.ends_with(piece);
                    break;
                }
                None => {}
            }
        }
    }
    names
}

/// `line`, which a date follows, without the marks and the word before that: "Ada Roe am" of "Ada Roe am 9. Juli".
fn before_date(line: &str) -> &str {
    let line = line.trim_end_matches(|c: char| !c.is_alphabetic() && c != '.');
    match line.rsplit_once(' ') {
        Some((names, word)) if lexicon::BYLINE_BEFORE_DATES.contains(word) => names,
        _ if lexicon::BYLINE_BEFORE_DATES.contains(line) => "",
        _ => line,
    }
}

fn without_parentheses(line: &str) -> String {
    let mut depth = 0_usize;
    let kept = line.chars().filter(|c| match c {
        '(' | '[' => {
            depth += 1;
            false
        }
        ')' | ']' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands at the head of a line.
pub(super) enum Label<'a> {
    /// The line is a byline, of which this is the rest.
    Author(&'a str),
    /// The line tells of somebody who did something else, or only announces that the next one does.
    OthersWork {
        alone: bool,
    },
    None,
}

pub(super) fn without_label(line: &str) -> Label<'_> {
    let mut rest = line;
    loop {
        let lower = rest.to_lowercase();
        if let Some(label) = lexicon::BYLINE_OTHER_WORK.opening(&lower).next() {
            return Label::OthersWork { alone: lower.trim_end_matches(':').trim_end() == label };
        }
        // "ByAda Roe": the style parts them. "DiMarco" is a name.
        let is_glued = |label: &str| {
            let ends_small = rest.get(..label.len()).is_some_and(|label| label.ends_with('y'));
            label.ends_with("by") && ends_small && rest[label.len()..].starts_with(char::is_uppercase)
        };
        let ends_word = |label: &str, rest: &str| {
            !label.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphanumeric) || is_glued(label)
        };
        let is_label = |label: &&str| ends_word(label, &lower[label.len()..]);
        let label = lexicon::BYLINE_LABELS.opening(&lower).find(is_label);
        // Lower case may differ in length; a label that does not end on a boundary is none.
        let Some(after) = label.and_then(|label| rest.get(label.len()..)) else {
            return if rest.len() == line.len() { Label::None } else { Label::Author(rest) };
        };
        rest = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | ',' | '-'));
    }
}

/// The name that `piece` is, cleaned; `None` if it is something else.
fn name_in(piece: &str) -> Option<String> {
    // The space stands for the date that was cut off behind "on".
    let piece = format!("{piece} ");
    let ends = lexicon::BYLINE_WORKPLACES.iter().chain([" @"]);
    let piece = ends.fold(piece.as_str(), |piece, word| piece.split(word).next().unwrap_or(piece));
    let name = piece.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '\'' | '’'));
    let ends_sentence = name.ends_with('.') && name.split(' ').next_back().is_some_and(|word| word.len() > 4);
    let name = if ends_sentence { name.trim_end_matches('.') } else { name };
    let name = lexicon::BYLINE_AFTER_NAMES
        .iter()
        .fold(name, |name, after| name.strip_suffix(after).unwrap_or(name))
        .trim_end();
    let words: Vec<&str> = name.split_whitespace().collect();
    let lower = name.to_lowercase();
    // "le", "am": a word from between two others.
    let is_fragment = name.chars().count() <= 3 && name.chars().all(char::is_lowercase);
    let is_none = words.is_empty()
        || is_log_in(name)
        || (is_fragment && !is_agency(name))
        || words.len() > 6
        || name.chars().count() < 2
        || name.chars().count() > 60
        || name.contains(['@', ':', '?', '!', '{', '}', '=', '#', '"', '“', '/', '<', '>', '+'])
        || name.chars().any(|c| c.is_ascii_digit())
        || is_placeholder(name)
        || lower.split_whitespace().any(|word| lexicon::BYLINE_NO_NAME.contains(word));
    (!is_none).then(|| name.to_owned())
}

/// "ben-osk2", "ada-harbour": the name with which somebody logs in, made for an address.
fn is_log_in(name: &str) -> bool {
    name.contains('-') && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// "Courier Staff", "The Courier Team", "Our Editors": several people under one name.
pub(super) fn is_desk(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_desk = |word: &&str| lexicon::BYLINE_DESKS.contains(&word.to_lowercase());
    (2..=5).contains(&words.len())
        && (words.last().is_some_and(is_desk) || words[0] == "Team")
        && (words[0] == "the" || words[0].chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric()))
        && !name.contains([',', ':', '@'])
}

/// "dpa", "Reuters"
pub(super) fn is_agency(name: &str) -> bool {
    lexicon::ORGANISATIONS_AGENCIES_IN_BYLINES.contains(&name.to_lowercase())
}

/// "Senior Editor", "Licensed Dietitian": what somebody does. A job within a line, and in a sentence, is one
/// that is told of.
pub(super) fn is_job(text: &str) -> bool {
    const LONGEST: usize = 60;
    let is_at_an_end = |piece: &str| {
        let mut words = piece.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
        let ends = [words.next(), words.next_back()];
        ends.into_iter().flatten().any(|word| lexicon::BYLINE_JOBS.contains(&word.to_lowercase()))
    };
    text.len() < LONGEST && !text.ends_with(['.', '?', ':']) && text.split(',').any(is_at_an_end)
}

/// "MD", "Ph.D.", "RDN": letters after a name.
fn is_degree(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let upper = name.chars().filter(|c| c.is_uppercase()).count();
    letters <= 6 && !name.contains(' ') && upper * 2 >= letters
}

/// True for a name that a person could have, as far as a machine can tell: two to five words that begin with
/// capitals, or a few characters of East Asia.
pub(super) fn looks_personal(name: &str) -> bool {
    // "d’Aubigné", "al-Hashimi"
    let begins_well = |word: &str| word.chars().next().is_some_and(|c| !c.is_lowercase());
    let is_part = |word: &&str| {
        let bare = lexicon::NAMES_PREFIXES.opening(word).next().map_or(*word, |prefix| &word[prefix.len()..]);
        begins_well(bare) || lexicon::NAMES_PARTICLES.contains(word)
    };
    let is_body = |word: &&str| {
        let word = word.to_lowercase();
        lexicon::ORGANISATIONS_IN_NAMES_OF_BODIES.contains(&word) || lexicon::ORGANISATIONS_BODIES.contains(&word)
    };
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_named = (2..=5).contains(&words.len()) && words.iter().all(is_part);
    (is_named || is_east_asian(name)) && !is_desk(name) && !words.iter().any(is_body)
}

/// Two to eight characters of the scripts of China, Japan and Korea, and nothing else.
pub(super) fn is_east_asian(name: &str) -> bool {
    let is_one = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
    (2..=8).contains(&name.chars().count()) && name.chars().all(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_titles_degrees_and_dates_are_no_names() {
        let cases: &[(&str, &[&str])] = &[
            ("By Ada Roe and Ben Moe", &["Ada Roe", "Ben Moe"]),
            ("Words by Ada Roe, Ben Moe & Cem Öz", &["Ada Roe", "Ben Moe", "Cem Öz"]),
            ("Ada Roe, Senior Editor, The Courier | July 9, 2020", &["Ada Roe"]),
            ("Ada Roe, MD, Ben Moe, Ph.D.", &["Ada Roe", "Ben Moe"]),
            ("Von Ada Roe und Ben Moe, 9. Juli 2020", &["Ada Roe", "Ben Moe"]),
            ("Medically reviewed by Ben Moe", &[]),
            ("https://example.org/ada", &[]),
            ("ada@example.org", &[]),
            ("Ada Roe\nReviewed by\nBen Moe", &["Ada Roe"]),
            ("By\nAda Roe\nStaff Writer\n5 min read", &["Ada Roe"]),
            ("admin", &[]),
            ("Harbour Desk By Harbour Desk", &["Harbour Desk"]),
            ("Super User", &[]),
            ("ada-harbour", &[]),
            ("Von Markus Moe, Berlin", &["Markus Moe"]),
            ("Florence Roe, le 9 juillet 2020", &["Florence Roe"]),
            ("Ada Roe am 9. Juli 2020", &["Ada Roe"]),
            ("Ada Roe, Thursday, July 9, 2020", &["Ada Roe"]),
            ("Celeste Roe, Licensed Grader", &["Celeste Roe"]),
            ("ByAda Roe", &["Ada Roe"]),
            ("Marco DiMarco", &["Marco DiMarco"]),
            ("Tide & I", &["Tide & I"]),
        ];
        for (line, names) in cases {
            assert_eq!(names_in(line), *names, "{line}");
        }
    }

    #[test]
    fn a_desk_is_no_person() {
        for name in ["Ludwig van der Meer", "Hélène d’Aubigné", "山田太郎", "김민준", "أحمد الهاشمي"]
        {
            assert!(looks_personal(name), "{name}");
        }
        assert!(!looks_personal("Courier Staff"));
        assert!(!looks_personal("The Courier"));
    }
}
