//! Rights: what the page tells programs of the makers and licences of its pictures.
//!
//! It is said in JSON-LD ([`linked_data`]) and in attributes of the markup ([`markup`], [`template`]), and goes with a picture by its
//! address. What readers are shown goes before it: it fills in a credit where none is shown, and adds licences and
//! addresses to one that is. Much of it is filled in by content systems without anybody looking, with whoever uploaded
//! the picture or with the site itself; so what could be a default is not believed.

mod linked_data;
mod markup;
mod own_names;
mod template;

use super::caption;
use super::credit::rule::CreditRule;
use super::identity;
use super::wording::rule::Whence;
use super::wording::{Caption, Credited, Wording};
use crate::article::{Credit, Found, MakerKind};
use crate::clean::metadata::Metadata;
use crate::clean::view::addresses::Addresses;
use crate::clean::view::tree::Tree;
use crate::credit::folded;
use own_names::OwnNames;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use url::Url;

/// What is said of one picture, as it is written.
#[derive(Debug, Clone, Default, PartialEq)]
struct Statement {
    /// The addresses of the picture, unresolved.
    pictures: Vec<String>,
    /// What tells it from other pictures where one is told of in several crops; never shown.
    caption: Option<String>,
    /// A whole credit line (`creditText`).
    line: Option<String>,
    /// Names of makers and of holders of rights, each with an address if it is told.
    makers: Vec<(String, Option<String>)>,
    /// Names that may be the uploader's (`author`): they count only where rights are spoken of too.
    authors: Vec<(String, Option<String>)>,
    /// A sentence about the copyright.
    notice: Option<String>,
    /// Addresses of a licence or of terms.
    licence: Option<String>,
    /// The name of a licence: "CC BY 4.0".
    licence_name: Option<String>,
    /// Where a licence can be had.
    terms: Option<String>,
    /// Where the maker shows the picture.
    source: Option<String>,
    /// Whether the picture is the site's logo.
    is_of_emblem: bool,
}

impl Statement {
    fn speaks_of_rights(&self) -> bool {
        let of_licence = self.licence.is_some() || self.licence_name.is_some() || self.terms.is_some();
        self.line.is_some() || self.notice.is_some() || of_licence
    }
}

/// What the page states of its pictures' rights, by which picture it is.
#[derive(Debug, Default)]
pub(super) struct Rights {
    /// What is believed of each; the text of a credit is empty where only a licence is told.
    by_identity: BTreeMap<String, Credit>,
    own: OwnNames,
}

impl Rights {
    /// All that the page states.
    pub(super) fn of(tree: &Tree, linked_data: &[Value], metadata: &Metadata, addresses: &Addresses) -> Self {
        let mut found: Vec<(Statement, Found)> = Vec::new();
        let linked = linked_data::read(linked_data);
        found.extend(linked.statements.into_iter().map(|statement| (statement, Found::LinkedData)));
        found.extend(markup::statements(tree).into_iter().map(|statement| (statement, Found::Markup)));
        let own = OwnNames::of(metadata, &linked.publishers);
        let said = found.into_iter().filter_map(|(statement, found)| {
            let credit = own.credit(&statement, found, addresses)?;
            Some(Said { identities: identities(&statement), caption: statement.caption, credit })
        });
        let said: Vec<Said> = said.filter(|said| !said.identities.is_empty()).collect();
        let defaults = defaults(&said);
        let mut rights = Self::default();
        let mut disputed = BTreeSet::new();
        for Said { identities, credit, .. } in said {
            if defaults.contains(&said_by(&credit)) {
                continue;
            }
            for identity in identities {
                let known = rights.by_identity.entry(identity.clone()).or_insert_with(|| credit.clone());
                if known.text.is_empty() {
                    let licence = std::mem::replace(known, credit.clone());
                    known.complete_from(&licence);
                } else if credit.text.is_empty() || known.agrees_with(&credit) {
                    known.complete_from(&credit);
                } else {
                    disputed.insert(identity);
                }
            }
        }
        // Of two who are both said to have made it, one is wrong.
        rights.by_identity.retain(|identity, _| !disputed.contains(identity));
        rights.own = own;
        rights
    }

    /// The words of the picture that goes by `identities`: those that are shown, with what is stated besides; or with the
    /// credit that is stated, where none is shown.
    pub(super) fn fill(&self, mut shown: Wording, identities: impl Iterator<Item = String>) -> Wording {
        // Most pages state nothing, and need not be told which picture it is.
        let mut identities = { identities }.take_while(|_| !self.by_identity.is_empty());
        let stated = identities.find_map(|identity| self.by_identity.get(&identity));
        match (&mut shown.credit, stated) {
            // What is said of another maker is said of another picture, or is wrong.
            (Some(Credited { credit, .. }), Some(stated)) if stated.text.is_empty() || credit.agrees_with(stated) => {
                credit.complete_from(stated);
            }
            (None, Some(stated)) if !stated.text.is_empty() => shown = with_stated(shown, stated),
            _ => {}
        }
        for maker in shown.credit.iter_mut().flat_map(|credited| &mut credited.credit.makers) {
            if self.own.is_the_site(&maker.name) {
                maker.kind = Some(MakerKind::House);
            }
        }
        shown
    }
}

/// Words without a credit, with the one that is stated. A caption that ends in it without saying that it is one, "The ferry
/// in March. Ines Okafor", shows it.
fn with_stated(shown: Wording, stated: &Credit) -> Wording {
    let words = shown.caption.as_ref().map_or(&[][..], |caption| &caption.words);
    let text = caption::words(words);
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | ']'));
    let length = stated.text.chars().count();
    let start = end.char_indices().rev().nth(length.saturating_sub(1)).map_or(0, |(at, _)| at);
    let (before, tail) = end.split_at(start);
    let is_shown = tail.to_lowercase() == stated.text.to_lowercase() && !before.ends_with(char::is_alphanumeric);
    let Some(shown_caption) = shown.caption.as_ref().filter(|_| is_shown) else {
        let rule = CreditRule::Stated(stated.found);
        let credit = Credited { credit: stated.clone(), rule, whence: Whence::Data };
        return Wording { credit: Some(credit), ..shown };
    };
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || "([|/–—-:,©".contains(c));
    let rule = CreditRule::StatedAndShown;
    let credit = Credit { found: Found::Page, trust: rule.trust(), ..stated.clone() };
    let caption =
        (!before.is_empty()).then(|| Caption { words: caption::cut(words, 0..before.len()), ..shown_caption.clone() });
    Wording { caption, credit: Some(Credited { credit, rule, whence: shown_caption.whence }), ..shown }
}

/// Which pictures a statement speaks of.
fn identities(statement: &Statement) -> Vec<String> {
    let mut identities: Vec<String> = statement.pictures.iter().map(|picture| identity::identity(picture)).collect();
    identities.sort();
    identities.dedup();
    // A logo may be called anything.
    identities.extend(statement.is_of_emblem.then(|| "logo".to_owned()));
    identities
}

/// What tells whether two credits were written by the same hand.
fn said_by(credit: &Credit) -> (String, Option<Url>) {
    let licence = credit.licence.as_ref().and_then(|licence| licence.address.clone());
    (folded(&credit.text), credit.terms.as_deref().cloned().or(licence))
}

/// So many pictures with the same rights and none with others have them from the content system.
const ALL_THE_SAME: usize = 3;

/// The rights that are said of every picture, or of the site's logo.
fn defaults(said: &[Said]) -> BTreeSet<(String, Option<Url>)> {
    let mut pictures: BTreeMap<(String, Option<Url>), Vec<&Said>> = BTreeMap::new();
    let of_rights = |credit: &Credit| !credit.text.is_empty() || credit.licence.is_some() || credit.terms.is_some();
    for one in said.iter().filter(|one| of_rights(&one.credit)) {
        pictures.entry(said_by(&one.credit)).or_default().push(one);
    }
    let is_only_one = pictures.len() == 1;
    let is_default = |said: &[&Said]| {
        let names: BTreeSet<&str> = said.iter().map(|one| one.name()).collect();
        let mut identities = said.iter().flat_map(|one| &one.identities);
        (is_only_one && names.len() >= ALL_THE_SAME) || identities.any(|identity| is_emblem(identity))
    };
    pictures.into_iter().filter(|(_, said)| is_default(said)).map(|(by, _)| by).collect()
}

/// A credit with the pictures that it is said of.
struct Said {
    identities: Vec<String>,
    caption: Option<String>,
    credit: Credit,
}

impl Said {
    /// What the crops of one picture have in common.
    fn name(&self) -> &str {
        self.caption.as_deref().or(self.identities.first().map(String::as_str)).unwrap_or_default()
    }
}

/// Whether a picture is called a logo or the like.
fn is_emblem(identity: &str) -> bool {
    let mut words = identity.split(|c: char| !c.is_alphabetic());
    words.any(|word| ["logo", "logos", "favicon", "avatar", "gravatar", "icon", "placeholder"].contains(&word))
}

#[cfg(test)]
mod tests {
    use super::super::tests::credits;
    use crate::article::{Found, Trust};

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    /// A page with two pictures, of which the first has a caption, and this in its head.
    fn page(head: &str) -> String {
        format!(
            "<head><meta property=og:site_name content='The Courier'>{head}</head><main>{TEXT}<figure>\
             <img src=/ferry-in-march-640x480.jpg><figcaption>The ferry in March</figcaption></figure>{TEXT}\
             <img src=/harbour-in-june.jpg width=800 height=600>{TEXT}</main>"
        )
    }

    fn linked(data: &str) -> String {
        page(&format!("<script type=application/ld+json>{data}</script>"))
    }

    fn first(html: &str) -> Option<String> {
        credits(html)[0].as_ref().map(|credit| credit.text.clone())
    }

    #[test]
    fn the_data_fill_in_what_no_reader_is_shown() {
        let found = credits(&linked(
            r#"{"@graph": [{"@type": "ImageObject", "contentUrl": "https://example.org/ferry-in-march-1200x900.jpg",
            "creditText": "Photo: Ines Okafor / AP", "creator": {"@type": "Person", "name": "Ines Okafor",
            "url": "https://okafor.example/"}, "license": "https://creativecommons.org/licenses/by/4.0/",
            "acquireLicensePage": "/buy"}]}"#,
        ));
        let credit = found[0].as_ref().unwrap();
        assert_eq!(credit.text, "Ines Okafor / AP");
        assert_eq!((credit.found, credit.trust), (Found::LinkedData, Trust::Stated));
        assert_eq!(credit.makers[0].address.as_ref().unwrap().as_str(), "https://okafor.example/");
        assert_eq!(credit.licence.as_ref().unwrap().name, "CC BY 4.0");
        assert_eq!(credit.terms.as_ref().unwrap().as_str(), "https://example.org/buy");
        assert_eq!(found[1], None, "nothing is said of the other picture");
    }

    #[test]
    fn what_is_shown_goes_first_and_the_data_add_to_it() {
        let shown = |data: &str| {
            let page =
                linked(data).replace("The ferry in March</f", "The ferry <span class=credit>Ines Okafor/AP</span></f");
            credits(&page).remove(0).unwrap()
        };
        let credit = shown(
            r#"{"@type": "ImageObject", "url": "/ferry-in-march.jpg", "creator": "Ines Okafor",
            "license": "https://creativecommons.org/licenses/by/4.0/"}"#,
        );
        assert_eq!((credit.text.as_str(), credit.found), ("Ines Okafor/AP", Found::Page));
        assert!(credit.licence.is_some());
        let credit = shown(
            r#"{"@type": "ImageObject", "url": "/ferry-in-march.jpg", "creator": "Piet van Oorde",
            "license": "https://creativecommons.org/licenses/by/4.0/"}"#,
        );
        assert_eq!(credit.licence, None, "the data speak of another's picture");
    }

    #[test]
    fn the_crops_of_one_picture_are_one_picture() {
        let crop = |shape: &str| {
            format!(
                r#"{{"@type": "ImageObject", "url": "/{shape}/ferry-in-march-{shape}.jpg", "caption": "The ferry",
                "creditText": "Ines Okafor"}}"#
            )
        };
        let crops = ["wide", "tall", "even"].map(crop).join(", ");
        let page =
            linked(&format!("[{crops}]")).replace("/ferry-in-march-640x480.jpg", "/wide/ferry-in-march-wide.jpg");
        assert_eq!(first(&page).as_deref(), Some("Ines Okafor"));
    }

    #[test]
    fn what_could_be_a_default_is_not_believed() {
        for data in [
            // The site itself.
            r#"{"@type": "ImageObject", "url": "/ferry-in-march.jpg", "creator": {"@type": "Organization", "name": "The Courier"}}"#,
            // Whoever uploaded it.
            r#"{"@type": "ImageObject", "url": "/ferry-in-march.jpg", "author": {"@type": "Person", "name": "Ines Okafor"}}"#,
            // The logo has the same.
            r#"[{"@type": "ImageObject", "url": "/ferry-in-march.jpg", "creditText": "Sarn Media"},
                {"@type": "ImageObject", "url": "/courier-logo-large.png", "creditText": "Sarn Media"}]"#,
            r#"[{"@type": "ImageObject", "url": "/ferry-in-march.jpg", "creditText": "Sarn Media"}, {"@type": "Organization",
                "logo": {"@type": "ImageObject", "url": "/2019/7d2f.png", "creditText": "Sarn Media"}}]"#,
            // The publisher.
            r#"{"@type": "Article", "publisher": {"@type": "Organization", "name": "Sarn Media"},
                "image": {"@type": "ImageObject", "url": "/ferry-in-march.jpg", "creditText": "Sarn Media"}}"#,
            // All pictures have the same.
            r#"[{"@type": "ImageObject", "url": "/ferry-in-march.jpg", "creditText": "Sarn Media"},
                {"@type": "ImageObject", "url": "/harbour-in-june.jpg", "creditText": "Sarn Media"},
                {"@type": "ImageObject", "url": "/weir-in-august.jpg", "creditText": "Sarn Media"}]"#,
            // Two makers.
            r#"[{"@type": "ImageObject", "url": "/ferry-in-march.jpg", "creditText": "Ines Okafor"},
                {"@type": "ImageObject", "url": "/ferry-in-march.jpg", "creditText": "Piet van Oorde"}]"#,
            r#"{"@type": "ImageObject", "url": "/ferry-in-march.jpg", "creditText": "unknown"}"#,
            r#"{"@type": "ImageObject", "url": "/ferry-in-march.jpg", "caption": "by Ines Okafor"}"#,
        ] {
            assert_eq!(first(&linked(data)), None, "{data}");
        }
    }

    #[test]
    fn a_name_at_the_end_of_a_caption_is_the_credit_where_the_data_say_so() {
        let page = linked(r#"{"@type": "ImageObject", "url": "/ferry-in-march.jpg", "creditText": "Ines Okafor"}"#);
        let page = page.replace("The ferry in March</f", "The ferry in March. Ines Okafor</f");
        let found = super::super::tests::figures(&page);
        assert_eq!(found[0].caption, "The ferry in March.");
        let credit = credits(&page).remove(0).unwrap();
        assert_eq!((credit.found, credit.trust), (Found::Page, Trust::Named));
    }

    #[test]
    fn a_caption_that_no_reader_is_shown_is_no_caption() {
        let found = super::super::tests::figures(&linked(
            r#"{"@type": "ImageObject", "url": "/harbour-in-june.jpg", "caption": "The harbour", "creditText": "Ines Okafor"}"#,
        ));
        assert_eq!((found[1].caption.as_str(), found[1].credit.as_deref()), ("", Some("Ines Okafor")));
    }
}
