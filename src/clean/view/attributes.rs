//! Reads an element's attributes by their names.

use html5ever::ns;
use scraper::node::Element;

/// An element has a handful of attributes: to look at each is several times faster than scraper's own `attr`, which
/// makes an interned string of the name that it is asked for.
pub(crate) trait Attributes {
    /// The value of the attribute with this name, which is in lower case; `None` where there is none.
    fn attribute(&self, name: &str) -> Option<&str>;
}

impl Attributes for Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        // One of a namespace (`xlink:href` in SVG) is another.
        let named = self.attrs.iter().find(|(own, _)| *own.local == *name && own.ns == ns!() && own.prefix.is_none());
        named.map(|(_, value)| &**value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    #[test]
    fn an_attribute_is_found_by_its_name_and_one_of_a_namespace_is_another() {
        let html = Html::parse_fragment("<svg><a CLASS=big xlink:href=/there></a><a href=/here></a></svg>");
        let links: Vec<_> = html.tree.nodes().filter_map(|node| node.value().as_element()).collect();
        let links: Vec<_> = links.into_iter().filter(|element| element.name() == "a").collect();
        assert_eq!(links[0].attribute("class"), Some("big"));
        assert_eq!(links[0].attribute("href"), None);
        assert_eq!(links[1].attribute("href"), Some("/here"));
        for (element, name) in links.iter().flat_map(|link| ["class", "href", "id"].map(|name| (link, name))) {
            assert_eq!(element.attribute(name), element.attr(name));
        }
    }
}
