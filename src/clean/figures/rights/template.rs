//! Licences in attributes and classes that are written for programs, in no language of its own.
//!
//! MediaWiki's templates for licences tell them in hidden elements of known classes (commons.wikimedia.org,
//! "Commons:Machine-readable data"); galleries and content systems keep them in `data-license` beside `data-credit`.

use super::Statement;
use crate::clean::view::tree::{NodeIdx, Tree, classes};

/// What an element says, if it is of one of these kinds.
pub(super) fn statement(element: NodeIdx, tree: &Tree) -> Option<Statement> {
    let is_one = tree.element(element)?.attrs().any(|(name, value)| is_told(name, value));
    is_one.then(|| of_attributes(element, tree).or_else(|| of_classes(element, tree))).flatten()
}

/// Whether the attribute `name` with this value tells that an element may be of one of these kinds.
pub(super) fn is_told(name: &str, value: &str) -> bool {
    match name {
        "class" => value.contains(TEMPLATE),
        name => name.starts_with("data-licen"),
    }
}

/// The class of MediaWiki's templates.
const TEMPLATE: &str = "licensetpl";

/// Attributes for the name or the address of a licence, for names, and for the picture's own page.
const LICENCES: &[&str] =
    &["data-license", "data-licence", "data-license-url", "data-license-link", "data-licence-url", "data-license-name"];
const AUTHORS: &[&str] = &["data-author", "data-creator", "data-artist", "data-photographer"];
const SOURCES: &[&str] = &["data-source-url", "data-source", "data-attribution-url", "data-origin"];

fn of_attributes(element: NodeIdx, tree: &Tree) -> Option<Statement> {
    let all = |names: &[&str]| -> Vec<String> {
        let values = names.iter().filter_map(|name| tree.attribute(element, name));
        values.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
    };
    let licences = all(LICENCES);
    if licences.is_empty() {
        return None;
    }
    let (licence, licence_name) = (licences.iter().find(is_address), licences.iter().find(|value| !is_address(value)));
    Some(Statement {
        pictures: match addresses(element, tree) {
            own if own.is_empty() => pictures_in(element, element, tree),
            own => own,
        },
        authors: all(AUTHORS).into_iter().map(|name| (name, None)).collect(),
        licence: licence.cloned(),
        licence_name: licence_name.cloned(),
        source: all(SOURCES).into_iter().find(|value| is_address(&value)),
        ..Statement::default()
    })
}

fn of_classes(element: NodeIdx, tree: &Tree) -> Option<Statement> {
    let has_class =
        |node: NodeIdx, class: &str| tree.element(node).is_some_and(|node| classes(node).any(|one| one == class));
    if !has_class(element, TEMPLATE) {
        return None;
    }
    let told = |class: &str| {
        let part = tree.inside(element).take(MOST_PARTS).find(|part| has_class(*part, class))?;
        let words = tree.texts(part).collect::<String>();
        Some(words.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|words| !words.is_empty())
    };
    // The template stands below the picture that it speaks of, in the figure or on the page of the file.
    let mut around = tree.ancestors(element).take(HIGHEST).map(|around| pictures_in(around, element, tree));
    let pictures = around.find(|pictures| !pictures.is_empty())?;
    Some(Statement {
        pictures,
        line: told("licensetpl_attr"),
        licence: told("licensetpl_link")
            .map(|link| if link.starts_with("//") { format!("https:{link}") } else { link }),
        licence_name: told("licensetpl_short"),
        ..Statement::default()
    })
}

/// How many elements up the picture of a template may be.
const HIGHEST: usize = 8;
/// No template has more elements and texts.
const MOST_PARTS: usize = 200;

fn is_address(value: &&String) -> bool {
    value.starts_with("http://") || value.starts_with("https://") || value.starts_with("//")
}

fn addresses(element: NodeIdx, tree: &Tree) -> Vec<String> {
    ["src", "data-src"].iter().filter_map(|key| tree.attribute(element, key)).map(str::to_owned).collect()
}

/// The one picture in an element that does not stand in `beside`; none where there are several to choose from.
fn pictures_in(element: NodeIdx, beside: NodeIdx, tree: &Tree) -> Vec<String> {
    let mut pictures = Vec::new();
    let mut open = vec![element];
    let mut looked_at = 0;
    while let Some(node) = open.pop() {
        looked_at += 1;
        if looked_at > MOST_PARTS || pictures.len() > 1 {
            return Vec::new();
        }
        if tree.name(node) == "img" {
            pictures.push(addresses(node, tree));
        }
        if node != beside || node == element {
            open.extend(tree.children(node).filter(|child| tree.is_element(*child)));
        }
    }
    pictures.pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::credits;
    use crate::article::Credit;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";
    const TEMPLATE: &str = "<table class=licensetpl hidden><tr><td><img src=/cc.png width=88 height=31>\
         <span class=licensetpl_short>CC BY-SA 4.0</span><span class=licensetpl_long>Creative Commons Attribution-Share Alike 4.0</span>\
         <span class=licensetpl_link_req>true</span><span class=licensetpl_link>https://creativecommons.org/licenses/by-sa/4.0</span>\
         <span class=licensetpl_attr_req>true</span><span class=licensetpl_attr>Ines Okafor</span></td></tr></table>";

    fn credit(markup: &str) -> Option<Credit> {
        credits(&format!("<main>{TEXT}{markup}{TEXT}</main>")).remove(0)
    }

    #[test]
    fn a_template_for_licences_tells_author_and_licence() {
        let picture = "<img src=/ferry-in-march.jpg width=800 height=600>";
        for markup in [format!("<figure>{picture}{TEMPLATE}</figure>"), format!("<div>{picture}</div>{TEXT}{TEMPLATE}")]
        {
            let credit = credit(&markup).unwrap();
            assert_eq!(credit.text, "Ines Okafor");
            assert_eq!(credit.licence.unwrap().name, "CC BY-SA 4.0");
        }
    }

    #[test]
    fn a_template_below_several_pictures_speaks_of_none_of_them() {
        let pictures =
            "<img src=/ferry-in-march.jpg width=800 height=600><img src=/harbour-in-june.jpg width=800 height=600>";
        assert_eq!(credit(&format!("<div>{pictures}</div>{TEMPLATE}")), None);
    }

    #[test]
    fn attributes_for_the_licence_add_to_the_credit() {
        let figure = "<figure data-credit='Ines Okafor' data-license='CC BY 4.0' data-source='https://photos.example/ferry'>\
                      <img src=/ferry-in-march.jpg><figcaption>The ferry</figcaption></figure>";
        let found = credit(figure).unwrap();
        assert_eq!(found.text, "Ines Okafor");
        assert_eq!(found.licence.unwrap().name, "CC BY 4.0");
        assert_eq!(found.source.unwrap().as_str(), "https://photos.example/ferry");
        let picture = "<img src=/ferry-in-march.jpg width=800 height=600 data-author='Ines Okafor' \
                       data-license-url='https://creativecommons.org/licenses/by/2.0/'>";
        let found = credit(picture).unwrap();
        assert_eq!((found.text.as_str(), found.licence.unwrap().name.as_str()), ("Ines Okafor", "CC BY 2.0"));
    }

    #[test]
    fn an_author_without_a_licence_may_be_whose_article_it_is() {
        assert_eq!(credit("<img src=/ferry-in-march.jpg width=800 height=600 data-author='Ines Okafor'>"), None);
    }
}
