//! Names: the persons in a line such as "By Ada Roe, Senior Editor, and Ben Moe | July 9, 2020".

use super::date_text::{DayOrder, find};

/// The names in `text`, as a byline or a field of data has them; lines are parted by line breaks.
pub(super) fn names_in(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in text.split(['\n', '|', '•', '·', '●', '–', '—', ';', '\t', '→']) {
        for part in part.split(" - ") {
            for name in names_in_part(part) {
                let is_new = names.iter().all(|known| known.to_lowercase() != name.to_lowercase());
                if is_new {
                    names.push(name);
                }
            }
        }
    }
    names
}

/// What stands before names, in the languages of the pages. In lower case; longer ones first where one begins another.
const LABELS: [&str; 46] = [
    "article written by",
    "article by",
    "written and photographed by",
    "written by:",
    "written by",
    "words by",
    "words:",
    "story by",
    "text by",
    "posted by",
    "published by",
    "post author:",
    "post author",
    "blog author:",
    "created by",
    "contributed by",
    "guest post by",
    "author:",
    "authors:",
    "authored by",
    "by line:",
    "byline:",
    "by:",
    "by",
    "from:",
    "autor:",
    "autorin:",
    "von:",
    "von",
    "geschrieben von",
    "par",
    "écrit par",
    "auteur",
    "por:",
    "por",
    "escrito por",
    "di",
    "a cura di",
    "door",
    "geschreven door",
    "av",
    "af",
    "autor",
    "автор:",
    "автор",
    "بقلم",
];

/// Labels of people who did other things than write.
const OTHER_WORK: [&str; 24] = [
    "reviewed by",
    "medically reviewed",
    "edited by",
    "fact checked",
    "fact-checked",
    "photo by",
    "photos by",
    "photographs by",
    "photography by",
    "illustration by",
    "illustrations by",
    "translated by",
    "video by",
    "updated by",
    "checked by",
    "expert reviewed",
    "sponsored by",
    "posted in",
    "filed under",
    "share",
    "follow",
    "image by",
    "tested by",
    "narrated by",
];

/// Words between names.
const AND: [&str; 15] = [
    " and ", " & ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " i ", " и ", " with ", " And ", " AND ",
    " / ",
];

/// Words of job titles and of other lines that stand under a name.
const NO_NAME: [&str; 108] = [
    "editor",
    "editors",
    "editorial",
    "writer",
    "reporter",
    "correspondent",
    "contributor",
    "contributors",
    "columnist",
    "journalist",
    "producer",
    "director",
    "manager",
    "officer",
    "ceo",
    "cto",
    "cmo",
    "cfo",
    "coo",
    "founder",
    "co-founder",
    "cofounder",
    "president",
    "dietitian",
    "dietician",
    "nutritionist",
    "specialist",
    "analyst",
    "author",
    "authors",
    "published",
    "updated",
    "posted",
    "read",
    "min",
    "mins",
    "minutes",
    "minute",
    "comments",
    "comment",
    "photo",
    "photograph",
    "photographer",
    "getty",
    "image",
    "images",
    "redakteur",
    "redaktion",
    "rédaction",
    "redacción",
    "journaliste",
    "chief",
    "head",
    "lead",
    "assistant",
    "associate",
    "freelance",
    "chef",
    "professor",
    "researcher",
    "engineer",
    "engineering",
    "marketing",
    "manager,",
    "consultant",
    "attorney",
    "lawyer",
    "strategist",
    "coordinator",
    "executive",
    "owner",
    "partner",
    "profile",
    "view",
    "views",
    "more",
    "about",
    "bio",
    "biography",
    "share",
    "follow",
    "subscribe",
    "contact",
    "email",
    "e-mail",
    "twitter",
    "facebook",
    "linkedin",
    "instagram",
    "website",
    "http",
    "https",
    "www",
    "last",
    "written",
    "reviewed",
    "edited",
    "category",
    "categories",
    "tags",
    "articles",
    "posts",
    "article",
    "blog",
    "unknown",
    "undefined",
    "null",
    "anonymous",
];

/// Names that systems give to whoever writes.
const PLACEHOLDERS: [&str; 14] = [
    "admin",
    "administrator",
    "webmaster",
    "root",
    "user",
    "editor",
    "staff",
    "guest",
    "n/a",
    "none",
    "default",
    "author",
    "wpadmin",
    "siteadmin",
];

fn names_in_part(part: &str) -> Vec<String> {
    let Some(part) = without_label(part.trim()) else { return Vec::new() };
    let part = match find(part, DayOrder::MonthFirst) {
        Some((_, range)) => part[..range.start].trim_end_matches(|c: char| !c.is_alphabetic() && c != '.'),
        None => part,
    };
    let mut pieces = vec![part];
    for and in AND {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(and)).collect();
    }
    let mut names = Vec::new();
    for piece in pieces {
        for (at, piece) in piece.split(',').enumerate() {
            let piece = piece.trim().trim_start_matches("and ").trim_start_matches("und ");
            let Some(name) = name_in(piece) else {
                // What follows a job title belongs to it: "Ada Roe, Editor, The Courier".
                if at > 0 { break } else { continue }
            };
            if at > 0 && is_degree(&name) {
                continue;
            }
            names.push(name);
        }
    }
    names
}

/// The text after its label; `None` if the label says that somebody did something else.
fn without_label(mut text: &str) -> Option<&str> {
    loop {
        let lower = text.to_lowercase();
        if OTHER_WORK.iter().any(|label| lower.starts_with(label)) {
            return None;
        }
        let label = LABELS.iter().find(|label| {
            lower
                .strip_prefix(**label)
                .is_some_and(|rest| label.ends_with(':') || !rest.starts_with(|c: char| c.is_alphanumeric()))
        });
        // Lower case may differ in length; a label that does not lie on a boundary is none.
        let Some(rest) = label.and_then(|label| text.get(label.len()..)) else { return Some(text) };
        text = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ':' || c == ',' || c == '-');
    }
}

/// The name that `piece` is, cleaned; `None` if it is something else.
fn name_in(piece: &str) -> Option<String> {
    let piece = piece.split(['(', '[', '<']).next()?.trim();
    let piece = [" for ", " in ", " at ", " via ", " from "]
        .iter()
        .fold(piece, |piece, word| piece.split(word).next().unwrap_or(piece));
    let name = piece.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '\'' | '’'));
    let name = if name.ends_with('.') && name.split(' ').next_back().is_some_and(|word| word.len() > 4) {
        name.trim_end_matches('.')
    } else {
        name
    };
    let words: Vec<&str> = name.split_whitespace().collect();
    let lower = name.to_lowercase();
    let is_none = words.is_empty()
        || words.len() > 6
        || name.chars().count() < 2
        || name.chars().count() > 60
        || name.contains(['@', ':', '?', '!', '{', '}', '=', '#', '"', '“'])
        || name.contains("//")
        || name.chars().any(|c| c.is_ascii_digit())
        || PLACEHOLDERS.contains(&lower.as_str())
        || lower.split_whitespace().any(|word| NO_NAME.contains(&word));
    (!is_none).then(|| name.to_owned())
}

/// "MD", "Ph.D.", "RDN": letters after a name.
fn is_degree(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let upper = name.chars().filter(|c| c.is_uppercase()).count();
    letters <= 6 && !name.contains(' ') && upper * 2 >= letters
}

/// True for a name that a person could have, as far as a machine can tell: two to five words that begin with capitals.
pub(super) fn looks_personal(name: &str) -> bool {
    const PARTICLES: [&str; 16] =
        ["de", "van", "von", "der", "den", "la", "le", "del", "da", "di", "bin", "al", "el", "du", "dos", "ter"];
    const BODIES: [&str; 22] = [
        "team",
        "staff",
        "news",
        "desk",
        "inc",
        "inc.",
        "llc",
        "ltd",
        "group",
        "agency",
        "company",
        "magazine",
        "times",
        "media",
        "press",
        "reuters",
        "services",
        "solutions",
        "university",
        "institute",
        "health",
        "the",
    ];
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &&str| word.chars().next().is_some_and(|c| !c.is_lowercase()) || PARTICLES.contains(word);
    (2..=5).contains(&words.len())
        && words.iter().all(|word| capital(&word))
        && !words.iter().any(|word| BODIES.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_titles_degrees_and_dates_are_no_names() {
        let cases: [(&str, &[&str]); 10] = [
            ("By Ada Roe and Ben Moe", &["Ada Roe", "Ben Moe"]),
            ("Words by Ada Roe, Ben Moe & Cem Öz", &["Ada Roe", "Ben Moe", "Cem Öz"]),
            ("Ada Roe, Senior Editor, The Courier | July 9, 2020", &["Ada Roe"]),
            ("Ada Roe, MD, Ben Moe, Ph.D.", &["Ada Roe", "Ben Moe"]),
            ("Von Ada Roe und Ben Moe, 9. Juli 2020", &["Ada Roe", "Ben Moe"]),
            ("Medically reviewed by Ben Moe", &[]),
            ("https://example.org/ada", &[]),
            ("ada@example.org", &[]),
            ("By\nAda Roe\nStaff Writer\n5 min read", &["Ada Roe"]),
            ("admin", &[]),
        ];
        for (line, names) in cases {
            assert_eq!(names_in(line), names, "{line}");
        }
    }

    #[test]
    fn a_desk_is_no_person() {
        assert!(looks_personal("Ludwig van der Meer"));
        assert!(!looks_personal("Courier Staff"));
        assert!(!looks_personal("The Courier"));
    }
}
