//! Headline: the article's title as the page shows it.

use super::date_text::{DayOrder, find};
use super::json_ld::LinkedData;
use super::meta_tags;
use super::signs::Sign;
use super::survey::{Mark, Survey};
use super::tidy::{folded, likeness, tidy};
use super::words::words_of;

/// A headline and where on the page it stands, if it stands there.
#[derive(Debug, Clone, Default)]
pub(super) struct Headline<'a> {
    pub text: Option<String>,
    pub mark: Option<Mark<'a>>,
}

/// What the page's head calls the article, the site's name taken off, the most trusted first.
pub(super) fn titles(survey: &Survey, data: &LinkedData, own_names: &[String]) -> Vec<String> {
    let titles = meta_tags::each(survey, meta_tags::HEADLINE);
    let titles = titles.chain(data.text(&["headline", "name"])).chain(survey.title.as_deref().and_then(tidy));
    titles.map(|title| without_site(&title, own_names)).filter(|title| !title.is_empty()).collect()
}

/// The visible heading that agrees best with the `titles`; or else the only `h1`; or else the first of the titles.
pub(super) fn read<'a>(survey: &Survey<'a>, titles: &[String], own_names: &[String]) -> Headline<'a> {
    // What follows a separator may be the name of a section, or words for search engines.
    let parts =
        titles.iter().flat_map(|title| SEPARATORS.iter().find_map(|separator| Some(title.split_once(separator)?.0)));
    let parts: Vec<String> = parts.map(folded).collect();
    let folded_titles: Vec<String> = titles.iter().map(|title| folded(title)).chain(parts).collect();
    let is_heading = |mark: &&Mark| matches!(mark.sign, Sign::Headline | Sign::Heading);
    let headings = survey.marks.iter().filter(is_heading).filter_map(|mark| {
        let text = without_site(&tidy(&words_of(mark.element))?, own_names);
        let words = folded(&text);
        let is_own = own_names.contains(&words.replace(' ', ""));
        (!words.is_empty() && text.len() <= LONGEST && !is_own).then_some(Heading { mark: *mark, text, words })
    });
    let headings: Vec<Heading> = headings.collect();

    let mut best: Option<(f32, &Heading)> = None;
    for heading in &headings {
        let score = heading.score(&folded_titles);
        if score >= heading.enough() && best.is_none_or(|(other, _)| score > other) {
            best = Some((score, heading));
        }
    }
    match best.map(|(_, heading)| heading).or_else(|| lone_h1(&headings)) {
        Some(heading) => Headline { text: Some(heading.shortened(&headings, titles)), mark: Some(heading.mark) },
        None => Headline { text: titles.first().cloned(), mark: None },
    }
}

/// The length of the longest text that can be a headline, in bytes.
const LONGEST: usize = 300;

/// A visible heading that may be the headline.
struct Heading<'a> {
    mark: Mark<'a>,
    text: String,
    /// The text, folded.
    words: String,
}

impl Heading<'_> {
    /// How well it agrees with the best of the titles, and how much it stands as a headline does.
    fn score(&self, titles: &[String]) -> f32 {
        let agreement = titles.iter().map(|title| agreement(title, &self.words)).fold(0.0, f32::max);
        let stands_as_one = if self.is_h1() { 0.4 } else { 0.0 };
        let stands_aside = if self.mark.in_furniture { 0.2 } else { 0.0 };
        agreement + stands_as_one - stands_aside
    }

    /// The score from which it is believed: a lower heading has to agree almost to the word.
    fn enough(&self) -> f32 {
        if self.is_h1() { 0.6 } else { 0.75 }
    }

    fn is_h1(&self) -> bool {
        self.mark.sign == Sign::Headline
    }

    /// The text without what else stands in the element (a date, the names of sections), where a title or
    /// another heading has just the rest.
    fn shortened(&self, headings: &[Heading], titles: &[String]) -> String {
        let is_heading = |part: &str| headings.iter().any(|other| other.words == folded(part));
        let first = SEPARATORS.iter().find_map(|separator| Some(self.text.split_once(separator)?.0));
        if let Some(first) = first.filter(|first| is_heading(first)) {
            return first.to_owned();
        }
        let is_dated = find(&self.text, DayOrder::DayFirst).is_some();
        let title = titles.iter().find(|title| is_dated && title.len() > 10 && self.text.contains(title.as_str()));
        title.unwrap_or(&self.text).clone()
    }
}

/// The only `h1` of the page that has the length of a headline.
fn lone_h1<'h, 'a>(headings: &'h [Heading<'a>]) -> Option<&'h Heading<'a>> {
    let mut h1s = headings.iter().filter(|heading| heading.is_h1() && !heading.mark.in_furniture);
    let first = h1s.next().filter(|heading| heading.words.split(' ').count() > 2)?;
    h1s.next().is_none().then_some(first)
}

/// How far two folded titles are the same, 0 to 1: shared words, less where one is much longer.
fn agreement(a: &str, b: &str) -> f32 {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    likeness(a, b) * (0.3 + 0.7 * short.len() as f32 / long.len().max(1) as f32)
}

/// Marks with which sites part the headline from their name.
const SEPARATORS: [&str; 12] = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " ~ ", " / ", " « ", " › "];

/// `title` without the name of the site before or after it.
fn without_site(title: &str, own_names: &[String]) -> String {
    let mut title = title;
    loop {
        let cut = SEPARATORS.iter().find_map(|separator| {
            let (head, tail) = title.rsplit_once(separator)?;
            let (first, rest) = title.split_once(separator)?;
            if is_site(tail, own_names) {
                Some(head)
            } else if is_site(first, own_names) {
                Some(rest)
            } else {
                None
            }
        });
        match cut {
            Some(cut) => title = cut,
            None => return title.trim().to_owned(),
        }
    }
}

/// True for a name of the site, for a part of one, and for one with a few words more ("Courier News").
fn is_site(part: &str, own_names: &[String]) -> bool {
    let words = part.split_whitespace().count();
    let part = folded(part).replace(' ', "");
    own_names.iter().any(|own| {
        part == *own || (part.len() >= 4 && own.contains(&part)) || (own.len() >= 4 && part.contains(own) && words <= 5)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::read_at;

    fn headline(html: &str) -> String {
        read_at("https://www.courier.example/2020/tide", html).headline.unwrap_or_default()
    }

    #[test]
    fn the_headline_is_the_one_on_the_page_and_not_the_one_for_search_engines() {
        let page =
            "<title>Tide: 7 things you must know (2020) - Courier</title><h1>The tide, and what to know of it</h1>";
        assert_eq!(headline(page), "The tide, and what to know of it");
    }

    #[test]
    fn a_logo_in_an_h1_is_not_the_headline() {
        let page = "<title>The tide comes in</title><h1><a href=/>Harbour Notes</a></h1><h2 class=entry-title>The tide comes in</h2>";
        assert_eq!(headline(page), "The tide comes in");
        let page = "<title>The tide comes in</title><h1>Courier</h1><p>Text.</p>";
        assert_eq!(headline(page), "The tide comes in");
    }

    #[test]
    fn of_several_h1_the_one_that_the_head_knows_is_taken() {
        let page = "<meta property=og:title content='The tide comes in'><h1>Our best offers of the year</h1>
            <h1>The tide comes in</h1><h1>Where it came from</h1>";
        assert_eq!(headline(page), "The tide comes in");
    }

    #[test]
    fn a_date_inside_the_heading_is_not_part_of_the_headline() {
        let page =
            "<title>Preparing for the tide</title><h1><time>Dec 18 2025</time> <a>Preparing for the tide</a></h1>";
        assert_eq!(headline(page), "Preparing for the tide");
    }

    #[test]
    fn entities_that_were_escaped_twice_are_resolved() {
        assert_eq!(
            headline("<meta property=og:title content='The tide&amp;#8217;s turn'><p>Text.</p>"),
            "The tide’s turn"
        );
    }
}
