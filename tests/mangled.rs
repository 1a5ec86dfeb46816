//! Pages torn, doubled, mixed up and misspelt: whatever became of them, cleaning ends, gives the same twice, and what
//! it gives is an article.

#[path = "support/sound.rs"]
mod sound;

use bindery::clean::clean;
use bindery::source::{Declared, Origin, Page};
use proptest::prelude::*;

/// The pages that are mangled: invented, of several kinds, with all that bodies, heads and figures have in them.
const PAGES: [&str; 6] = [
    include_str!("../examples/articles/The clock that counts thirteen.html"),
    include_str!("../examples/articles/a-tide-predictor-in-twenty-lines.html"),
    include_str!("../examples/articles/the-sea-wall-that-was-let-go.html"),
    include_str!("fixtures/saved/Harbour lights.html"),
    include_str!("fixtures/broken.html"),
    include_str!("fixtures/not-an-article.html"),
];

/// What is put where it does not belong.
const INTRUDERS: [&str; 40] = [
    "<",
    ">",
    "\"",
    "'",
    "=",
    "&",
    "&#0;",
    "&#x1F;",
    "&#xD800;",
    "&#x110000;",
    "&notin",
    "&nbsp;",
    "\0",
    "\u{1b}",
    "\u{202e}",
    "\u{fffd}",
    "<!--",
    "-->",
    "<![CDATA[",
    "</p>",
    "<p>",
    "<b><i>",
    "</i></b>",
    "<a href='",
    "<a href=//[>",
    "<table>",
    "<td>",
    "</table>",
    "<figure><img src=",
    "<img srcset=', 1w,,2x'>",
    "<figcaption>Photo: ",
    "<template>",
    "<svg><title>",
    "<math>",
    "<script>",
    "</script>",
    "<plaintext>",
    "<select><option>",
    "<frameset>",
    "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":[{",
];

/// One thing done to a page, at places that are parts of its length in 65,536ths.
#[derive(Debug, Clone)]
enum Harm {
    Cut(u16, u16),
    Duplicate(u16, u16),
    Swap(u16, u16, u16),
    Nest(u16, u16, usize),
    Intrude(u16, usize),
    Byte(u16, u8),
    Splice(u16, usize, u16, u16),
}

fn harm() -> impl Strategy<Value = Harm> {
    let place = any::<u16>;
    let length = || 0_u16..4_000;
    prop_oneof![
        (place(), length()).prop_map(|(at, length)| Harm::Cut(at, length)),
        (place(), length()).prop_map(|(at, length)| Harm::Duplicate(at, length)),
        (place(), place(), length()).prop_map(|(one, other, length)| Harm::Swap(one, other, length)),
        (place(), length(), 0..INTRUDERS.len()).prop_map(|(at, length, what)| Harm::Nest(at, length, what)),
        (place(), 0..INTRUDERS.len()).prop_map(|(at, what)| Harm::Intrude(at, what)),
        (place(), any::<u8>()).prop_map(|(at, byte)| Harm::Byte(at, byte)),
        (place(), 0..PAGES.len(), place(), length())
            .prop_map(|(at, page, from, length)| Harm::Splice(at, page, from, length)),
    ]
}

impl Harm {
    fn done_to(&self, page: &mut Vec<u8>) {
        let place = |page: &[u8], at: u16| page.len() * usize::from(at) / 65_536;
        let range = |page: &[u8], at, length: u16| {
            let start = place(page, at);
            start..page.len().min(start + page.len() * usize::from(length) / 65_536)
        };
        match *self {
            Harm::Cut(at, length) => drop(page.drain(range(page, at, length))),
            Harm::Duplicate(at, length) => {
                let range = range(page, at, length);
                let copy = page[range.clone()].to_vec();
                page.splice(range.end..range.end, copy);
            }
            Harm::Swap(one, other, length) => {
                let part: Vec<u8> = page.drain(range(page, one, length)).collect();
                let to = place(page, other);
                page.splice(to..to, part);
            }
            Harm::Nest(at, length, what) => {
                let range = range(page, at, length);
                page.splice(range.end..range.end, INTRUDERS[what].bytes());
                page.splice(range.start..range.start, INTRUDERS[what].bytes());
            }
            Harm::Intrude(at, what) => {
                let at = place(page, at);
                page.splice(at..at, INTRUDERS[what].bytes());
            }
            Harm::Byte(at, byte) => {
                let at = place(page, at);
                if let Some(place) = page.get_mut(at) {
                    *place = byte;
                }
            }
            Harm::Splice(at, other, from, length) => {
                let other = PAGES[other].as_bytes();
                let part = other[range(other, from, length)].to_vec();
                let at = place(page, at);
                page.splice(at..at, part);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mangled_page_gives_a_sound_article_or_a_reason(page in 0..PAGES.len(), harms in prop::collection::vec(harm(), 1..24)) {
        let mut bytes = PAGES[page].as_bytes().to_vec();
        harms.iter().for_each(|harm| harm.done_to(&mut bytes));
        let html = String::from_utf8_lossy(&bytes).into_owned();
        let url = Some("https://courier.example/2026/11/story".parse().unwrap());
        let page = Page { origin: Origin::StandardInput, html, url, saved: None, declared: Declared::default() };
        let article = clean(&page);
        prop_assert_eq!(&article, &clean(&page));
        if let Ok(article) = article {
            sound::check(&article);
        }
    }
}
