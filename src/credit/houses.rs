//! The houses that pictures are credited to: agencies, image banks, libraries, and how other houses are called.

/// Whether one of the agencies, image banks and libraries is named in `text`.
pub(crate) fn names_an_agency(text: &str) -> bool {
    let mut padded = String::with_capacity(text.len() + 2);
    padded.push(' ');
    let mut previous_is_space = true;
    for character in text.chars() {
        if character.is_alphanumeric() {
            padded.push(character);
            previous_is_space = false;
        } else if !previous_is_space {
            padded.push(' ');
            previous_is_space = true;
        }
    }
    if !previous_is_space {
        padded.push(' ');
    }
    // The short ones are words in other languages when written small.
    holds_one_of(SHORT_AGENCIES, &padded) || holds_one_of(AGENCIES, &padded.to_lowercase())
}

/// Whether one of `names` is among the words of `padded`, which have a space before and behind each.
fn holds_one_of(names: &[&str], padded: &str) -> bool {
    padded.match_indices(' ').map(|(at, _)| &padded[at + 1..]).any(|rest| {
        // Nearly all begin with another letter.
        let mut fitting = names.iter().filter(|name| name.bytes().next() == rest.bytes().next());
        fitting.any(|name| rest.strip_prefix(name).is_some_and(|after| after.starts_with(' ')))
    })
}

/// Whether `text` is the name of an agency and nothing more.
pub(crate) fn is_agency(text: &str) -> bool {
    SHORT_AGENCIES.contains(&text) || AGENCIES.contains(&text.to_lowercase().as_str())
}

/// Whether `name` is that of a house rather than of a person.
pub(super) fn is_house(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_address = !name.contains(char::is_whitespace) && name.trim_end_matches('.').contains('.');
    let first = lower.split_whitespace().next().unwrap_or_default();
    let has_article = ARTICLES.contains(&first) && name.contains(' ');
    is_address
        || has_article
        || names_an_agency(name)
        || is_initials(name)
        || begins_with_initials(name)
        || words.any(|word| HOUSE_WORDS.contains(&word))
        || HOUSE_SYLLABLES.iter().any(|part| lower.contains(part))
}

/// "NASA", "JPL", "AFP": two to five capitals.
fn is_initials(name: &str) -> bool {
    (2..=5).contains(&name.chars().count()) && name.chars().all(|c| c.is_uppercase() && !is_ideograph(c))
}

/// "SDSU Athletics"; but "INES OKAFOR".
fn begins_with_initials(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    (3..=5).contains(&first.chars().count())
        && is_initials(first)
        && words.any(|word| word.chars().any(char::is_lowercase))
}

pub(super) fn is_ideograph(c: char) -> bool {
    ('\u{2e80}'..='\u{d7ff}').contains(&c)
}

/// Agencies known by their initials, or by what is a word in other languages when written small: as they are written here.
const SHORT_AGENCIES: &[&str] = &[
    "AP", "AFP", "EPA", "EFE", "DPA", "dpa", "PA", "ANSA", "TASS", "RIA", "CNS", "UPI", "TNS", "ANP", "NTB", "TT",
    "APA", "MTI", "PAP", "CP", "AAP", "SIPA", "LUSA", "Lusa", "Belga", "BELGA", "Abaca", "ABACA", "ČTK", "NASA", "ESA",
    "CC BY", "CC0",
];

/// Agencies, image banks, libraries and public collections, in lower case.
const AGENCIES: &[&str] = &[
    // News agencies
    "associated press",
    "reuters",
    "agence france presse",
    "press association",
    "ap photo",
    "xinhua",
    "usa today sports",
    "usatsi",
    "imagn",
    "bloomberg",
    "zuma press",
    "zumapress",
    "europa press",
    "canadian press",
    "kyodo",
    "yonhap",
    "anadolu",
    "action images",
    "picture alliance",
    "picture-alliance",
    "keystone",
    "ritzau",
    "scanpix",
    "imago",
    "imago images",
    "nurphoto",
    "icon sportswire",
    "invision",
    "hans lucas",
    "magnum photos",
    "panos pictures",
    "redux",
    "polaris",
    "afp",
    "ansa",
    "efe",
    "télam",
    "telam",
    "notimex",
    "cuartoscuro",
    "colprensa",
    "agencia uno",
    "aton chile",
    "noticias argentinas",
    "agência brasil",
    "agencia brasil",
    "folhapress",
    "estadão conteúdo",
    "global imagens",
    "lapresse",
    "imagoeconomica",
    "contactophoto",
    "cordon press",
    "europapress",
    "gtres",
    "agerpres",
    "inquam photos",
    "lehtikuva",
    "maxppp",
    "photopqr",
    "abacapress",
    "ullstein bild",
    "mauritius images",
    "laif",
    "dpa bildfunk",
    "ukrinform",
    "укрінформ",
    "риа новости",
    "тасс",
    "рейтер",
    "新华社",
    "新華社",
    "中新社",
    "中央社",
    "视觉中国",
    "共同通信",
    "共同通信社",
    "時事通信",
    "연합뉴스",
    "뉴시스",
    "رويترز",
    // Image banks
    "getty",
    "getty images",
    "gettyimages",
    "shutterstock",
    "rex shutterstock",
    "istock",
    "istockphoto",
    "adobe stock",
    "adobestock",
    "fotolia",
    "alamy",
    "alamy stock photo",
    "dreamstime",
    "depositphotos",
    "123rf",
    "bigstock",
    "stocksy",
    "thinkstock",
    "corbis",
    "wireimage",
    "filmmagic",
    "photoshot",
    "science photo library",
    "fotostock",
    // Free collections
    "unsplash",
    "pexels",
    "pixabay",
    "flickr",
    "wikimedia",
    "wikimedia commons",
    "wikipedia",
    "creative commons",
    "public domain",
    "freepik",
    // Libraries and archives
    "bridgeman images",
    "library of congress",
    "national archives",
    "mary evans",
    "akg images",
];

/// How the names of newspapers begin, and those of no person.
const ARTICLES: &[&str] = &["the", "la", "le", "les", "el", "los", "il", "die", "der", "das", "het"];

/// Words that stand in the names of houses and in no person's, by kind and language.
const HOUSE_WORDS: &[&str] = &[
    // Press
    "agency",
    "agence",
    "agentur",
    "agencia",
    "agência",
    "agenzia",
    "news",
    "press",
    "presse",
    "prensa",
    "imprensa",
    "times",
    "post",
    "courier",
    "kurier",
    "gazette",
    "gaceta",
    "gazzetta",
    "herald",
    "tribune",
    "journal",
    "guardian",
    "daily",
    "zeitung",
    "wire",
    "radio",
    "tv",
    "television",
    "broadcasting",
    "magazine",
    "media",
    "newspaper",
    "newspapers",
    // Pictures
    "images",
    "image",
    "photos",
    "photo",
    "photography",
    "photographie",
    "fotografie",
    "fotografía",
    "pictures",
    "picture",
    "stock",
    "studio",
    "studios",
    "films",
    "productions",
    "pool",
    "design",
    // Keepers
    "archive",
    "archives",
    "archiv",
    "archivo",
    "arquivo",
    "archivio",
    "library",
    "bibliothek",
    "bibliothèque",
    "biblioteca",
    "collection",
    "collections",
    "sammlung",
    "museum",
    "musée",
    "museo",
    "museu",
    "gallery",
    "galerie",
    "galería",
    "galleria",
    "foundation",
    "stiftung",
    "fondation",
    "fundación",
    "estate",
    "institute",
    "institut",
    "instituto",
    "institution",
    "university",
    "université",
    "universität",
    "universidad",
    "universidade",
    "college",
    "school",
    "society",
    "trust",
    // Public bodies
    "department",
    "ministry",
    "ministère",
    "ministerium",
    "ministerio",
    "government",
    "police",
    "polizei",
    "army",
    "navy",
    "force",
    "service",
    "office",
    "court",
    "council",
    "parliament",
    "city",
    "county",
    "bundeswehr",
    "observatory",
    "administration",
    "nations",
    "commission",
    "committee",
    "association",
    "federation",
    "union",
    "board",
    "athletics",
    "energy",
    "architecture",
    "rental",
    "creators",
    "projects",
    "partners",
    "desk",
    "party",
    // Trade
    "inc",
    "ltd",
    "llc",
    "gmbh",
    "ag",
    "company",
    "corporation",
    "corp",
    "group",
    "entertainment",
    "sports",
    "brewing",
    // Whole sites
    "facebook",
    "instagram",
    "twitter",
    "youtube",
    "google",
    "telegram",
    "linkedin",
    "tiktok",
    "flickr",
    "commons",
];

/// Parts of the names of houses in scripts that part no words, or that join them.
const HOUSE_SYLLABLES: &[&str] = &[
    "社",
    "新闻",
    "新聞",
    "通信",
    "网",
    "报",
    "報",
    "电视",
    "뉴스",
    "신문",
    "연합",
    "방송",
    "وكالة",
    "رويترز",
    "الأناضول",
    "агентство",
    "новости",
    "тасс",
    "рейтер",
    "zeitung",
    "archiv",
    "stadtmuseum",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_whose_name_is_a_word_is_known_by_its_capitals() {
        for text in ["Ines Okafor / Belga", "LUSA", "Abaca/Ines Okafor"] {
            assert!(names_an_agency(text), "{text}");
        }
        assert!(is_agency("Lusa"));
        for text in ["El barco belga", "A cultura lusa", "Las hojas de abaca"] {
            assert!(!names_an_agency(text), "{text}");
        }
    }
}
