//! The rights in a page's attributes: microdata, RDFa, and what is pasted in to embed a picture.

use super::super::address;
use super::super::agency;
use super::{Statement, template};
use crate::clean::view::attributes::Attributes;
use crate::clean::view::tree::{NodeIdx, Tree};
use url::Url;

/// What the markup says of pictures.
pub(super) fn statements(tree: &Tree) -> Vec<Statement> {
    tree.nodes().filter_map(|node| of_element(node, tree)).take(MOST).collect()
}

/// No page has more pictures of one article.
const MOST: usize = 200;

fn of_element(element: NodeIdx, tree: &Tree) -> Option<Statement> {
    let value = tree.element(element)?;
    // One look at the attributes spares most elements of a page the others.
    let may_tell =
        |(name, value): (&str, &str)| matches!(name, "itemtype" | "typeof" | "about") || template::is_told(name, value);
    if value.name() != "a" && !value.attrs().any(may_tell) {
        return None;
    }
    let kind = value.attribute("itemtype").or_else(|| value.attribute("typeof"));
    let is_picture = |kind: &str| {
        KINDS.iter().any(|picture| kind.ends_with(picture)) || kind.split_whitespace().any(|kind| KINDS.contains(&kind))
    };
    if kind.is_some_and(is_picture) {
        return Some(described(element, tree, None));
    }
    if let Some(about) = value.attribute("about").filter(|about| address::names_a_picture(about)) {
        return Some(described(element, tree, Some(about)));
    }
    let embedded = (value.name() == "a").then(|| embedded(element, tree)).flatten();
    embedded.or_else(|| template::statement(element, tree))
}

/// Types of pictures: of schema.org, of the Dublin Core, of Media Ontology.
const KINDS: &[&str] = &["ImageObject", "Photograph", "schema:ImageObject", "dctype:StillImage", "dcmitype:StillImage"];

/// What the properties inside of an element say: microdata (HTML Standard, 5) or RDFa 1.1.
fn described(element: NodeIdx, tree: &Tree, about: Option<&str>) -> Statement {
    let resource = || tree.attribute(element, "resource").filter(|named| address::names_a_picture(named));
    let named = about.or_else(resource);
    let mut said = Statement { pictures: named.map(str::to_owned).into_iter().collect(), ..Statement::default() };
    let mut open: Vec<NodeIdx> = vec![element];
    let mut looked_at = 0;
    while let Some(part) = open.pop() {
        looked_at += 1;
        if looked_at > 400 {
            break;
        }
        let is_root = part == element;
        let Some(value) = tree.element(part) else { continue };
        // What a thing with a type is called says what it is to another.
        let keys = ["itemprop", "property", "rel"].iter().filter(|_| !is_root || about.is_some());
        let properties = keys.filter_map(|key| value.attribute(key)).flat_map(str::split_whitespace);
        for property in properties {
            read(&mut said, property, part, tree);
        }
        if value.name() == "img" && about.is_none() {
            said.pictures.extend(["src", "data-src"].iter().filter_map(|key| value.attribute(key)).map(str::to_owned));
        }
        // What is a thing of its own speaks of itself.
        let is_other = ["itemscope", "typeof", "about"].iter().any(|key| value.attribute(key).is_some());
        if is_root || !is_other {
            open.extend(tree.children(part).filter(|child| tree.is_element(*child)));
        }
    }
    said
}

fn read(said: &mut Statement, property: &str, element: NodeIdx, tree: &Tree) {
    let bare = property.rsplit([':', '/', '#']).next().unwrap_or(property);
    let mut addresses = ["content", "href", "src", "resource"].iter().filter_map(|key| tree.attribute(element, key));
    let address = addresses.next().map(str::to_owned);
    let words = || words(element, tree);
    match bare {
        "contentUrl" | "thumbnailUrl" | "thumbnail" => said.pictures.extend(address),
        "url" | "image" => said.pictures.extend(address.filter(|address| address::names_a_picture(address))),
        "creditText" => said.line = said.line.take().or_else(words),
        "creator" | "copyrightHolder" | "attributionName" => {
            let link = address.filter(|address| address.contains("//"));
            said.makers.extend(words().map(|name| (name, link)));
        }
        "author" => said.authors.extend(words().map(|name| (name, None))),
        "copyrightNotice" => said.notice = said.notice.take().or_else(words),
        "license" => said.licence = said.licence.take().or(address),
        "acquireLicensePage" | "morePermissions" => said.terms = said.terms.take().or(address),
        "attributionURL" => said.source = said.source.take().or(address),
        _ => {}
    }
}

/// The words of a property: its `content`, the name of a thing inside, or its text.
fn words(element: NodeIdx, tree: &Tree) -> Option<String> {
    let is_name = |inner: &NodeIdx| {
        ["itemprop", "property"]
            .iter()
            .any(|key| tree.attribute(*inner, key).is_some_and(|name| name.ends_with("name")))
    };
    let element = tree.inside(element).take(40).find(is_name).unwrap_or(element);
    let text = match tree.attribute(element, "content") {
        Some(content) => content.to_owned(),
        None => tree.texts(element).collect::<Vec<_>>().join(" "),
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty() && text.chars().count() < 400).then_some(text)
}

/// A picture that links to where it was had from: the link is its source, and what Flickr writes into the title of its
/// embeddings names the maker: "The lock at dawn by Ines Okafor, on Flickr".
fn embedded(link: NodeIdx, tree: &Tree) -> Option<Statement> {
    // Most links hold none, and their addresses need not be read.
    let picture = tree.inside(link).take(12).find(|inner| tree.name(*inner) == "img")?;
    let target = Url::parse(tree.attribute(link, "href")?.trim()).ok()?;
    if !agency::is_picture_house(&target) {
        return None;
    }
    let pictures = ["src", "data-src"].iter().filter_map(|key| tree.attribute(picture, key)).map(str::to_owned);
    let titles = [tree.attribute(link, "title"), tree.attribute(picture, "alt")];
    let maker = titles.into_iter().flatten().find_map(|title| {
        let (_, name) = title.strip_suffix(" on Flickr")?.trim_end_matches(',').rsplit_once(" by ")?;
        Some(format!("{name}, on Flickr"))
    });
    Some(Statement { pictures: pictures.collect(), line: maker, source: Some(target.into()), ..Statement::default() })
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::credits;
    use crate::article::{Credit, Found};

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    fn credit(markup: &str) -> Option<Credit> {
        credits(&format!("<main>{TEXT}{markup}{TEXT}</main>")).remove(0)
    }

    #[test]
    fn microdata_tell_maker_and_licence() {
        let credit = credit(
            "<div itemscope itemtype='https://schema.org/ImageObject'><img src=/ferry-in-march.jpg itemprop=contentUrl>\
             <meta itemprop=creditText content='Ines Okafor / Sarn'><link itemprop=license href='https://creativecommons.org/licenses/by-sa/3.0/'>\
             <span itemprop=creator itemscope itemtype='https://schema.org/Person'><meta itemprop=name content='Ines Okafor'></span></div>",
        );
        let credit = credit.unwrap();
        assert_eq!((credit.text.as_str(), credit.found), ("Ines Okafor / Sarn", Found::Markup));
        assert_eq!(credit.licence.unwrap().name, "CC BY-SA 3.0");
    }

    #[test]
    fn an_attribution_in_rdfa_is_read() {
        let credit = credit(
            "<img src=/ferry-in-march.jpg width=800 height=600><div hidden about='/ferry-in-march.jpg'>\
             <a property='cc:attributionName' rel='cc:attributionURL' href='https://photos.example/ferry'>Ines Okafor</a>\
             <a rel=license href='https://creativecommons.org/licenses/by/2.0/'>some rights reserved</a></div>",
        );
        let credit = credit.unwrap();
        assert_eq!(credit.text, "Ines Okafor");
        assert_eq!(credit.source.unwrap().as_str(), "https://photos.example/ferry");
        assert_eq!(credit.licence.unwrap().name, "CC BY 2.0");
    }

    #[test]
    fn an_embedding_of_flickr_names_its_maker() {
        let credit = credit(
            "<a data-flickr-embed=true href='https://www.flickr.com/photos/ines/123/' title='The ferry by Ines Okafor, on Flickr'>\
             <img src='https://live.staticflickr.example/65535/ferry-123_abc_b.jpg' width=1024 height=683 alt='The ferry'></a>",
        );
        let credit = credit.unwrap();
        assert_eq!(credit.text, "Ines Okafor, on Flickr");
        assert_eq!(credit.source.unwrap().as_str(), "https://www.flickr.com/photos/ines/123/");
    }
}
