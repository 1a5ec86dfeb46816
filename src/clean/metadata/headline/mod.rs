//! Headline: the article's title as the page shows it.

mod heading;
mod marks;

use super::article_data::ArticleData;
use super::dates::text::{DayOrder, find};
use super::meta_tags;
use super::scan::signs::Sign;
use super::scan::{Mark, MetadataScan};
use super::tidy::{folded, likeness, tidy};
use heading::text_of;
use marks::{with_lost_marks, with_narrow_marks, without_label};

/// A headline and where on the page it stands, if it stands there.
#[derive(Clone, Default)]
pub(super) struct Headline<'a> {
    pub text: Option<String>,
    pub mark: Option<Mark<'a>>,
}

/// What the page's head calls the article, the site's name taken off, the most trusted first.
pub(super) fn titles(scan: &MetadataScan, data: &ArticleData, own_names: &[String]) -> Vec<String> {
    let titles = meta_tags::each(scan, meta_tags::HEADLINE);
    let titles = titles.chain(data.text(&["headline", "name"])).chain(scan.title.as_deref().and_then(tidy));
    titles
        .filter(|title| !is_template(title))
        .map(|title| without_site(&title, own_names))
        .filter(|title| !title.is_empty())
        .collect()
}

/// The visible heading that agrees best with the `titles`; or else the only `h1`; or else the first of the titles.
pub(super) fn read<'a>(scan: &MetadataScan<'a>, titles: &[String], own_names: &[String]) -> Headline<'a> {
    let known: Vec<Title> = Title::all(titles, own_names);
    let is_heading = |mark: &&Mark| matches!(mark.sign, Sign::Headline | Sign::Heading);
    let marks = scan.marks.iter().filter(is_heading);
    let headings: Vec<Heading> = marks.filter_map(|mark| Heading::of(mark, &known, own_names)).collect();

    let mut best: Option<&Heading> = None;
    for heading in headings.iter().filter(|heading| heading.score >= heading.enough()) {
        if best.is_none_or(|other| heading.score > other.score) {
            best = Some(heading);
        }
    }
    let lone = lone_h1(&headings);
    // A lower heading with the words of a part of the title may be one of the text, and a shorter `h1` with those of
    // its end the name of the site.
    let is_site = |lone: &Heading, best: &Heading| {
        lone.words.len() < best.words.len() && known.iter().any(|title| title.words.ends_with(&lone.words))
    };
    let outdoes = |lone: &Heading, best: &Heading| lone.score >= SAME_TOPIC && !is_site(lone, best);
    let best = best.filter(|best| best.is_h1() || best.is_whole || !lone.is_some_and(|lone| outdoes(lone, best)));
    match best.or(lone) {
        Some(heading) => {
            // The title may come again as a heading of the text: byline and date stand by the `h1` above it.
            let above = lone.filter(|lone| lone.mark.at < heading.mark.at && lone.score >= SAME_TOPIC);
            let mark = above.filter(|_| !heading.is_h1()).unwrap_or(heading).mark;
            Headline { text: Some(printed(&heading.shortened(&headings, titles))), mark: Some(mark) }
        }
        None => Headline { text: titles.first().map(|title| printed(title)), mark: None },
    }
}

/// A headline as it is printed, without a label behind it.
fn printed(text: &str) -> String {
    with_narrow_marks(without_label(text))
}

/// The length of the longest text that can be a headline, in bytes.
pub(super) const LONGEST: usize = 300;

/// The score from which the only `h1` is about the same as a title.
const SAME_TOPIC: f32 = 0.75;

/// "{{ article.title }}": what a script was to fill in.
fn is_template(text: &str) -> bool {
    text.contains("{{") || text.contains("${")
}

/// What the page's head calls the article, or a part of it: what follows a separator may be the name of a section,
/// or words for search engines.
pub(super) struct Title<'t> {
    pub text: &'t str,
    /// The text, folded.
    pub words: String,
    pub is_part: bool,
}

impl<'t> Title<'t> {
    fn all(titles: &'t [String], own_names: &[String]) -> Vec<Self> {
        let wholes = titles.iter().map(|title| (title.as_str(), false));
        let parts = titles.iter().filter_map(|title| first_part(title)).map(|part| (part, true));
        let after_host = titles.iter().filter_map(|title| after_host(title, own_names)).map(|part| (part, true));
        wholes
            .chain(parts)
            .chain(after_host)
            .map(|(text, is_part)| Self { text, words: folded(text), is_part })
            .collect()
    }
}

/// "The tide comes in" of "courier.example The tide comes in": no mark parts the address of the site from the headline.
fn after_host<'t>(title: &'t str, own_names: &[String]) -> Option<&'t str> {
    let (host, rest) = title.split_once(' ')?;
    (host.contains('.') && own_names.contains(&folded(host).replace(' ', ""))).then_some(rest)
}

/// A visible heading that may be the headline.
struct Heading<'a> {
    mark: Mark<'a>,
    text: String,
    /// The text, folded.
    words: String,
    /// How well it agrees with the best of the titles, and how much it stands as a headline does.
    score: f32,
    /// It has the words of a title, and not of a part of one alone.
    is_whole: bool,
}

/// The score from which a lower heading is believed: it has to agree almost to the word.
const ENOUGH_OF_LOWER: f32 = 0.75;

/// The agreement from which two titles are the same but for a word.
const ALMOST_ALL: f32 = 0.95;

impl<'a> Heading<'a> {
    fn of(mark: &Mark<'a>, titles: &[Title], own_names: &[String]) -> Option<Self> {
        let text = text_of(mark.element, mark.tree, titles)?;
        let text = without_site(&text, own_names);
        let words = folded(&text);
        let is_own = own_names.contains(&words.replace(' ', ""));
        if words.is_empty() || text.len() > LONGEST || is_own || is_template(&text) {
            return None;
        }
        // One word of a long title, as an `h1` over a part of the text is.
        let mut wholes = titles.iter().filter(|title| !title.is_part).peekable();
        if wholes.peek().is_some() && wholes.all(|title| words.len() * 4 < title.words.len()) {
            return None;
        }
        let is_h1 = mark.sign == Sign::Headline;
        let (mut most, mut is_whole) = (0.0_f32, false);
        for title in titles {
            let agreement = agreement(&title.words, &words, if is_h1 { 0.0 } else { ENOUGH_OF_LOWER });
            most = most.max(agreement);
            is_whole |= !title.is_part && title.words == words;
        }
        let stands_as_one = if is_h1 { 0.4 } else { 0.0 };
        let stands_aside = if mark.in_furniture { 0.2 } else { 0.0 };
        let score = most + stands_as_one - stands_aside;
        Some(Self { mark: *mark, text, words, score, is_whole })
    }

    /// The score from which it is believed.
    fn enough(&self) -> f32 {
        if self.is_h1() { 0.6 } else { ENOUGH_OF_LOWER }
    }

    fn is_h1(&self) -> bool {
        self.mark.sign == Sign::Headline
    }

    /// The text without what else stands in the element (a date, the names of sections), where a title or
    /// another heading has just the rest; with the marks that were lost, and in small letters, where a title has them.
    fn shortened(&self, headings: &[Heading], titles: &[String]) -> String {
        let is_heading = |part: &str| headings.iter().any(|other| other.words == folded(part));
        if let Some(first) = first_part(&self.text).filter(|first| !titles.contains(&self.text) && is_heading(first)) {
            return first.to_owned();
        }
        let is_dated = find(&self.text, DayOrder::DayFirst).is_some();
        let title = titles.iter().find(|title| is_dated && title.len() > 10 && self.text.contains(title.as_str()));
        let with_marks = || with_lost_marks(&self.text, titles.iter().map(String::as_str));
        let written = title.map(String::as_str).or_else(with_marks).map(str::to_owned);
        written.or_else(|| self.in_small_letters(titles)).unwrap_or_else(|| self.text.clone())
    }

    /// A heading in capitals, in small letters as a title has its words, but for one.
    fn in_small_letters(&self, titles: &[String]) -> Option<String> {
        let has_small = |text: &str| text.chars().any(char::is_lowercase);
        let is_in_capitals = self.text.chars().any(char::is_uppercase) && !has_small(&self.text);
        let is_same = |title: &&str| has_small(title) && agreement(&folded(title), &self.words, 0.0) >= ALMOST_ALL;
        let parts = titles.iter().filter_map(|title| first_part(title));
        let mut candidates = titles.iter().map(String::as_str).chain(parts);
        let title = candidates.find(|title| is_in_capitals && is_same(title))?;
        if folded(title) != self.words {
            return Some(title.to_owned());
        }
        let mut letters = title.chars().filter(|c| c.is_alphanumeric());
        Some(self.text.chars().map(|c| if c.is_alphanumeric() { letters.next().unwrap_or(c) } else { c }).collect())
    }
}

/// The only `h1` of the page that has the length of a headline.
fn lone_h1<'h, 'a>(headings: &'h [Heading<'a>]) -> Option<&'h Heading<'a>> {
    let mut h1s = headings.iter().filter(|heading| heading.is_h1() && !heading.mark.in_furniture);
    let first = h1s.next().filter(|heading| is_long(&heading.words))?;
    h1s.next().is_none().then_some(first)
}

/// Three words, or as many characters of a script without spaces as make three words.
pub(super) fn is_long(words: &str) -> bool {
    words.split(' ').count() > 2 || words.chars().filter(|c| *c >= '\u{e00}').count() >= 6
}

/// How far two folded titles are the same, 0 to 1: shared words, less where one is much longer. Nothing, if it cannot
/// reach `least`.
fn agreement(a: &str, b: &str, least: f32) -> f32 {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let most = 0.3 + 0.7 * short.len() as f32 / long.len().max(1) as f32;
    if most < least { 0.0 } else { likeness(a, b) * most }
}

/// Marks with which sites part the headline from their name.
const SEPARATORS: [&str; 15] = [
    " | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " ~ ", " / ", " « ", " › ", // East Asia
    "｜", "丨", "_",
];

/// Whether there is such a byte in every separator, and in few headlines.
fn may_be_of_separator(byte: u8) -> bool {
    matches!(byte, b'|' | b'-' | b':' | b'~' | b'/' | b'_') || !byte.is_ascii()
}

/// What stands before the first mark that parts a headline from something else.
fn first_part(title: &str) -> Option<&str> {
    SEPARATORS.iter().find_map(|separator| Some(title.split_once(separator)?.0))
}

/// `title` without the name of the site before or after it.
fn without_site(title: &str, own_names: &[String]) -> String {
    let mut title = without_east_asian_site(title, own_names).unwrap_or(title);
    if !title.bytes().any(may_be_of_separator) {
        return title.trim().to_owned();
    }
    loop {
        // To look whether there is one is far quicker than to look where.
        let cut = SEPARATORS.iter().filter(|separator| title.contains(**separator)).find_map(|separator| {
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

/// "潮水在夜里涌来" of "潮水在夜里涌来-海湾日报": a hyphen without spaces, which in other scripts is that of a word.
fn without_east_asian_site<'t>(title: &'t str, own_names: &[String]) -> Option<&'t str> {
    let (head, tail) = title.rsplit_once('-')?;
    let is_east_asian = |text: &str| text.chars().any(|c| c >= '\u{2e80}');
    (is_east_asian(head) && is_east_asian(tail) && own_names.contains(&folded(tail).replace(' ', ""))).then_some(head)
}

/// True for a name of the site, for a part of one, and for one with a few words more ("Courier News"), but for a number of
/// its own ("Courier Letter #18").
fn is_site(part: &str, own_names: &[String]) -> bool {
    let words = part.split_whitespace().count();
    let part = folded(part).replace(' ', "");
    let is_longer = |own: &str| {
        let rest = part.replacen(own, "", 1);
        own.len() >= 4 && rest.len() < part.len() && words <= 5 && !rest.contains(char::is_numeric)
    };
    own_names.iter().any(|own| part == *own || (part.len() >= 4 && own.contains(&part)) || is_longer(own))
}

#[cfg(test)]
mod tests {
    use super::super::tests::read_at;

    fn headline(html: &str) -> String {
        read_at("https://www.courier.example/2020/tide", html).headline.unwrap_or_default()
    }

    #[test]
    fn the_number_of_a_letter_is_no_name_of_the_site() {
        let page = "<meta property=og:site_name content=Courier><title>Courier Letter #18 – The tide comes in</title>
            <h1>Courier Letter #18 – The tide comes in</h1>";
        assert_eq!(headline(page), "Courier Letter #18 – The tide comes in");
    }

    #[test]
    fn the_site_is_taken_off_behind_every_separator() {
        for separator in super::SEPARATORS {
            assert_eq!(
                headline(&format!("<title>The tide comes in{separator}Courier</title>")),
                "The tide comes in",
                "{separator}"
            );
        }
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
    fn a_heading_of_the_text_does_not_outdo_the_only_h1() {
        let page = "<meta property=og:title content='What is a tide? - A short introduction for sailors'>
            <h1>An introduction to tides for sailors and bathers</h1><p>Text.</p><h2>What is a tide?</h2>";
        assert_eq!(headline(page), "An introduction to tides for sailors and bathers");
    }

    #[test]
    fn a_slogan_that_ends_the_title_does_not_outdo_the_headline_below_it() {
        let page =
            "<title>The tide comes in and stays | Osk - Boats . Ropes . Sails</title><h1>Boats . Ropes . Sails</h1>
            <h2>The tide comes in and stays</h2><p>Text.</p>";
        assert_eq!(headline(page), "The tide comes in and stays");
    }

    #[test]
    fn one_word_of_a_long_title_is_a_heading_of_the_text() {
        let page =
            "<title>How the tide, the moon, Osk and a dozen of boats came together</title><h1>Osk</h1><h1>Boats</h1>";
        assert_eq!(headline(page), "How the tide, the moon, Osk and a dozen of boats came together");
    }

    #[test]
    fn a_headline_in_capitals_is_written_as_the_title_writes_it() {
        assert_eq!(headline("<title>The tide comes in</title><h1>THE TIDE COMES IN</h1>"), "The tide comes in");
        assert_eq!(headline("<title>Tides</title><h1>THE TIDE COMES IN</h1>"), "THE TIDE COMES IN");
        let title = "<title>Прилив приходит ночью :: Общество</title>";
        assert_eq!(headline(&format!("{title}<h1>ПРИЛИВ ПРИХОДИТ НОЧЬЮ</h1>")), "Прилив приходит ночью");
        let title = "<title>When does the tide come in: a guide for sailors of Osk</title>";
        assert_eq!(
            headline(&format!("{title}<h1>WHEN DOES THE TIDE COME IN: A GUIDE FOR THE SAILORS OF OSK</h1>")),
            "When does the tide come in: a guide for sailors of Osk"
        );
        assert_eq!(
            headline(&format!("{title}<h1>WHEN DOES THE TIDE COME IN? A GUIDE FOR SAILORS OF OSK</h1>")),
            "When does the tide come in? a guide for sailors of Osk"
        );
    }

    #[test]
    fn a_part_of_the_text_whose_heading_has_a_word_less_than_the_title_is_not_the_article() {
        let page = "<title>7 common kinds of tides in the straits of Osk</title>
            <h1>The kinds of tides in the straits of Osk, with pros and cons</h1><p>Text.</p>
            <h2>Common kinds of tides in the straits of Osk</h2>";
        assert_eq!(headline(page), "The kinds of tides in the straits of Osk, with pros and cons");
    }

    #[test]
    fn the_address_of_the_site_before_the_headline_is_no_part_of_it() {
        let title = "<title>courier.example The tide comes in</title><h1><a href=/>courier.example</a></h1>";
        assert_eq!(headline(&format!("{title}<h3>The tide comes in</h3>")), "The tide comes in");
        let sentence = "courier.example raises its prices";
        assert_eq!(headline(&format!("<title>{sentence}</title><p>Text.</p>")), sentence);
    }

    #[test]
    fn a_template_that_no_script_has_filled_is_no_headline() {
        let page = "<title>The tide comes in</title><h1>{{ article.status === 'new' ? article.title : '' }}</h1>";
        assert_eq!(headline(page), "The tide comes in");
    }

    #[test]
    fn scripts_without_spaces_have_headlines_too() {
        let page = "<meta property=og:site_name content=海湾日报><title>外国专家谈港口合作与海湾贸易_海湾日报</title>";
        assert_eq!(headline(&format!("{page}<p>正文</p>")), "外国专家谈港口合作与海湾贸易");
        assert_eq!(
            headline(&format!("{page}<h1>海湾日报</h1><h2>外国专家谈港口合作与海湾贸易</h2>")),
            "外国专家谈港口合作与海湾贸易"
        );
        let page = "<meta property=og:site_name content=海湾日报><title>外国专家谈港口合作与海湾贸易-海湾日报</title>";
        assert_eq!(headline(page), "外国专家谈港口合作与海湾贸易");
        assert_eq!(
            headline("<title>港口</title><h1>外国专家谈港口合作与海湾贸易</h1>"),
            "外国专家谈港口合作与海湾贸易"
        );
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
