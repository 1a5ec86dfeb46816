//! Pagination: an article that goes on at "page 2".
//!
//! The next part is told by its address: it is this page's own but for the number. So neither the site's next story nor
//! the pages of a list that stands on every page can be taken for one.

use crate::article::Parts;
use crate::clean::addresses::Addresses;
use crate::clean::tree::Tree;
use url::Url;

/// No article has more parts; what has is a calendar or an archive.
const MOST_PARTS: u32 = 60;

/// Parameters that number the parts.
const PARAMETERS: &[&str] = &[
    "page",
    "p",
    "pg",
    "seite",
    "pagina",
    "paged",
    "page_no",
    "pagenumber",
    "pagenum",
    "part",
    "_page",
    "sida",
    "side",
    "strona",
];

/// What stands before the number in an address, in a folder of its own or with the number: "/page/2", "seite-2.html".
const PREFIXES: &[&str] = &["page", "seite", "pagina", "part", "teil", "p", "sida", "side", "strona", "s"];

/// The words of links to the next part, folded; numbers and arrows need none.
const NEXT: &[&str] = &[
    "next",
    "next page",
    "continue",
    "continued",
    "weiter",
    "nächste seite",
    "auf der nächsten seite",
    "page suivante",
    "suivant",
    "suite",
    "siguiente",
    "página siguiente",
    "pagina successiva",
    "successiva",
    "avanti",
    "próxima",
    "próxima página",
    "volgende",
    "volgende pagina",
    "nästa",
    "nästa sida",
    "næste",
    "næste side",
    "neste",
    "neste side",
    "seuraava",
    "następna",
    "następna strona",
    "dalej",
    "další",
    "další strana",
    "следующая",
    "следующая страница",
    "далее",
    "наступна",
    "sonraki",
    "sonraki sayfa",
    "επόμενη",
    "التالي",
    "下一页",
    "下一頁",
    "次へ",
    "次のページ",
    "다음",
];

/// Which part of its article this page is, where it is one of several; `own` is its address.
pub(in crate::clean) fn parts(tree: &Tree, addresses: &Addresses, own: &Url) -> Option<Parts> {
    let own = without_fragment(own);
    // The front page of a site has pages of older stories.
    if own.path() == "/" && own.query().is_none() {
        return None;
    }
    let mut found: Vec<Sibling> = Vec::new();
    for at in 0..tree.len() {
        let name = tree.name(at);
        if !matches!(name, "a" | "link") || is_in_comments(tree, at) {
            continue;
        }
        let says_next = tree.attribute(at, "rel").is_some_and(|rel| rel.split_whitespace().any(|word| word == "next"));
        let says_previous = tree
            .attribute(at, "rel")
            .is_some_and(|rel| rel.split_whitespace().any(|word| word == "prev" || word == "previous"));
        if name == "link" && !says_next && !says_previous {
            continue;
        }
        let Some(url) = tree.attribute(at, "href").and_then(|href| addresses.web(href)) else { continue };
        let Some(sibling) = Sibling::of(&own, &without_fragment(&url)) else { continue };
        if says_next || says_previous || reads_as(&tree.text(at, |_| false), sibling.number) {
            found.push(sibling);
        }
    }
    let here = found.first()?.own_number;
    found.retain(|sibling| sibling.own_number == here);
    let next = found.iter().find(|sibling| sibling.number == here + 1).map(|sibling| sibling.url.clone());
    let last = found.iter().map(|sibling| sibling.number).max().unwrap_or(here).max(here);
    let stated = stated_count(tree, here).filter(|count| *count >= last);
    let beginning = found.first()?.beginning.clone();
    // With a lone link to the next part nobody knows how many there are.
    let of = stated.or_else(|| (found.len() > 1 || next.is_none()).then_some(last));
    (next.is_some() || here > 1).then_some(Parts { first: here, last: here, of, next, beginning })
}

/// Another part of the same article.
struct Sibling {
    url: Url,
    number: u32,
    own_number: u32,
    /// Where the article begins.
    beginning: Url,
}

impl Sibling {
    /// What `other` is to the page at `own`, if the two differ in the number of the part alone.
    fn of(own: &Url, other: &Url) -> Option<Self> {
        if own.host() != other.host() || own == other {
            return None;
        }
        let sibling = |number, own_number, beginning| Some(Self { url: other.clone(), number, own_number, beginning });
        for (beginning, number) in numbered(other) {
            if is_same(&beginning, own) && number > 1 {
                return sibling(number, 1, own.clone());
            }
            if let Some((_, here)) =
                numbered(own).into_iter().find(|(mine, here)| is_same(mine, &beginning) && *here != number)
            {
                return sibling(number, here, beginning);
            }
        }
        let (beginning, here) = numbered(own).into_iter().find(|(mine, here)| is_same(mine, other) && *here > 1)?;
        sibling(1, here, beginning)
    }
}

/// The readings of an address as that of a part: where its article begins, and its number.
fn numbered(url: &Url) -> Vec<(Url, u32)> {
    let mut readings = Vec::new();
    for (key, value) in url.query_pairs() {
        if let (true, Some(number)) = (PARAMETERS.contains(&key.to_ascii_lowercase().as_str()), part_number(&value)) {
            let mut beginning = url.clone();
            let others: Vec<(String, String)> = url
                .query_pairs()
                .filter(|(other, _)| *other != key)
                .map(|(key, value)| (key.into_owned(), value.into_owned()))
                .collect();
            beginning.set_query(None);
            if !others.is_empty() {
                beginning.query_pairs_mut().extend_pairs(others);
            }
            readings.push((beginning, number));
        }
    }
    let path = url.path().trim_end_matches('/');
    let with_path = |path: &str| {
        let mut beginning = url.clone();
        beginning.set_path(path);
        beginning
    };
    let Some((folders, name)) = path.rsplit_once('/') else { return readings };
    let (stem, ending) =
        name.rsplit_once('.').map_or((name, String::new()), |(stem, ending)| (stem, format!(".{ending}")));
    // "/story/2", "/story/page/2", "/story/2.html"
    if let Some(number) = part_number(stem) {
        readings.push((with_path(&format!("{folders}{ending}")), number));
        if let Some((before, folder)) = folders.rsplit_once('/')
            && PREFIXES.contains(&folder)
        {
            readings.push((with_path(&format!("{before}{ending}")), number));
        }
    }
    // "/story/page-2", "/story-2.html", "/story,seite-2", "/story_p2.html"
    let digits = stem.len() - stem.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (before, number) = stem.split_at(stem.len() - digits);
    if let Some(number) = part_number(number) {
        let bare = before.trim_end_matches(['-', '_', ',', '.', '=']);
        let word = PREFIXES.iter().find_map(|prefix| bare.strip_suffix(prefix));
        match word {
            Some("") => readings.push((with_path(&format!("{folders}{ending}")), number)),
            Some(rest) if rest.ends_with(['-', '_', ',', '.']) => {
                readings.push((
                    with_path(&format!("{folders}/{}{ending}", rest.trim_end_matches(['-', '_', ',', '.']))),
                    number,
                ));
            }
            _ if bare.len() < before.len() && !bare.is_empty() => {
                readings.push((with_path(&format!("{folders}/{bare}{ending}")), number));
            }
            _ => {}
        }
    }
    readings
}

/// "2" to "60", as parts are numbered: years and articles have more digits.
fn part_number(digits: &str) -> Option<u32> {
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|number| is_number && (1..=MOST_PARTS).contains(number))
}

/// Whether two addresses are one but for a slash at the end and the scheme.
fn is_same(one: &Url, other: &Url) -> bool {
    let query = |url: &Url| url.query().unwrap_or_default().to_owned();
    one.host() == other.host()
        && one.path().trim_end_matches('/') == other.path().trim_end_matches('/')
        && query(one) == query(other)
}

fn without_fragment(url: &Url) -> Url {
    let mut bare = url.clone();
    bare.set_fragment(None);
    bare
}

/// Whether the words of a link lead to the part of this number: "2", "Page 2", "Seite 2", "Next", "›".
fn reads_as(text: &str, number: u32) -> bool {
    let text = text.trim();
    let line = crate::clean::tidy::folded(text);
    let words: Vec<&str> = line.split(' ').collect();
    let says_number = words.len() <= 3 && words.contains(&number.to_string().as_str());
    says_number
        || NEXT.contains(&line.as_str())
        || matches!(text, "›" | "»" | "→" | ">" | ">>" | "▶")
        || (words.len() <= 6 && NEXT.iter().any(|next| line.starts_with(&format!("{next} "))))
}

/// The comments of readers have pages of their own.
fn is_in_comments(tree: &Tree, place: usize) -> bool {
    tree.ancestors(place).any(|around| {
        !matches!(tree.name(around), "body" | "html")
            && ["id", "class"].iter().filter_map(|name| tree.attribute(around, name)).any(|value| {
                let value = value.to_ascii_lowercase();
                value.contains("comment") || value.contains("disqus")
            })
    })
}

/// The number of parts in "Page 1 of 3", "Seite 1 von 3", "1/3", where a short line says it of the part `here`.
fn stated_count(tree: &Tree, here: u32) -> Option<u32> {
    (0..tree.len()).filter(|at| tree.element(*at).is_some() && tree.node(*at).end - at < 12).find_map(|at| {
        let text = tree.text(at, |_| false);
        if text.len() > 40 || !text.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let numbers: Vec<u32> =
            text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
        let [number, count] = numbers[..] else { return None };
        // "Page 1 of 3" and no more.
        let says_of = text.contains('/') || words == 4 || (words == 3 && text.contains(char::is_alphabetic));
        (number == here && says_of && (number.max(2)..=MOST_PARTS).contains(&count)).then_some(count)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::page;
    use scraper::Html;

    fn found(own: &str, html: &str) -> Option<(u32, Option<u32>, Option<String>)> {
        let own = Url::parse(&format!("https://courier.example{own}")).unwrap();
        let mut page = page(html);
        page.url = Some(own.clone());
        let document = Html::parse_document(html);
        let addresses = Addresses::of(&document, &page, None);
        let parts = parts(&Tree::of(&document), &addresses, &own)?;
        Some((parts.first, parts.of, parts.next.map(|url| url[url::Position::BeforePath..].to_owned())))
    }

    #[test]
    fn the_next_part_is_told_by_its_address() {
        for (own, next) in [
            ("/lock", "/lock?page=2"),
            ("/lock/", "/lock/2/"),
            ("/lock", "/lock/page/2"),
            ("/lock.html", "/lock-2.html"),
            ("/lock", "/lock/seite-2"),
            ("/lock.html", "/lock,page2.html"),
            ("/lock?id=7", "/lock?id=7&p=2"),
        ] {
            assert_eq!(
                found(own, &format!("<p>x</p><a href='{next}'>2</a>")),
                Some((1, None, Some(next.to_owned()))),
                "{own} {next}"
            );
        }
        assert_eq!(
            found("/lock", "<head><link rel=next href='/lock?page=2'>"),
            Some((1, None, Some("/lock?page=2".into())))
        );
    }

    #[test]
    fn a_part_in_the_middle_knows_its_number_and_how_many_there_are() {
        let links = "<p>Page 2 of 3</p><a href=/lock>1</a> <b>2</b> <a href='/lock?page=3'>3</a>";
        assert_eq!(found("/lock?page=2", links), Some((2, Some(3), Some("/lock?page=3".into()))));
        assert_eq!(
            found("/lock?page=3", "<a href=/lock>1</a> <a href='/lock?page=2'>2</a> 3"),
            Some((3, Some(3), None))
        );
    }

    #[test]
    fn the_next_story_and_the_pages_of_lists_and_comments_are_no_parts() {
        for (own, html) in [
            ("/news/lock", "<link rel=next href=/news/ferry><a rel=next href=/news/weir>Next</a>"),
            ("/news/lock-1", "<a href=/news/ferry-2>2</a>"),
            ("/2021/03/04/lock", "<a href=/2021/03/05/ferry>Next</a>"),
            ("/news/lock", "<a href=/news/page/2>2</a><a href='/news?page=2'>Next</a>"),
            ("/", "<a href=/page/2>2</a>"),
            ("/lock", "<div id=comments><a href='/lock?page=2'>2</a></div>"),
            ("/lock", "<a href='/lock?page=2'>The ferry that would not go</a>"),
        ] {
            assert_eq!(found(own, html), None, "{own} {html}");
        }
    }
}
