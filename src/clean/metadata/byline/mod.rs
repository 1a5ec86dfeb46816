//! Byline: who wrote the article, and which of the page's answers to believe.

pub(super) mod lines;
mod names;

use super::article_data::ArticleData;
use super::dates::text::{DayOrder, find};
use super::meta_tags;
use super::scan::signs::Sign;
use super::scan::{Line, Mark, MetadataScan};
use super::tidy::folded;
use crate::article::Byline;
use crate::lexicon;
use crate::source::Declared;
use lines::{labelled_names, name_before_date, name_before_job, plainly_written_by};
use names::{is_agency, is_desk, is_job, looks_personal, names_in, names_in_field};

/// How far below the headline a visible byline may stand, in bytes of text.
const REACH: usize = 700;

/// The same above it.
const REACH_ABOVE: usize = 200;

/// The authors, from the most trusted place that names a person, or else a desk, or else a body.
///
/// `own_names` are the names of the site itself: nobody is told anything by them.
pub(super) fn read(
    scan: &MetadataScan,
    data: &ArticleData,
    declared: &Declared,
    headline_at: Option<usize>,
    own_names: &[String],
) -> Byline {
    let in_fields = |fields: &[String]| fields.iter().flat_map(|field| names_in_field(field)).collect::<Vec<String>>();
    let declared = in_fields(&declared.authors);
    if !declared.is_empty() {
        return Byline::new(declared);
    }
    let is_own = |name: &str| own_names.contains(&folded(name).replace(' ', ""));
    let is_person = |name: &str| looks_personal(name) || is_first_name(name);
    let authors = data.authors();
    let own =
        |names: Vec<String>| -> Vec<String> { names.into_iter().map(|name| without_site(name, own_names)).collect() };
    let shown = own(visible(scan, headline_at));
    let in_metas = own(in_fields(&meta_tags::authors(scan)));
    let mut answers = vec![own(in_fields(&authors.persons)), shown.clone(), in_metas.clone()];
    if !answers.iter().flatten().any(|name| is_person(name) && !is_own(name)) {
        answers.push(far(scan));
    }
    answers.push(authors.bodies.into_iter().filter(|name| !is_own(name)).collect());
    // A site may bear the name of the one who writes it; but whoever else is named comes first.
    let ranks: [&dyn Fn(&str) -> bool; 5] = [
        &|name| is_person(name) && !is_own(name),
        &|name| is_desk(name) || is_agency(name),
        &|name| looks_personal(name),
        &|name| !is_own(name),
        &|_| true,
    ];
    let best = ranks.iter().find_map(|fits| {
        let names = answers.iter().find(|names| names.iter().any(|name| fits(name)))?;
        let others = names.iter().filter(|name| !is_own(name) || fits(name));
        Some(without_outlets(others.cloned().collect()))
    });
    let best = best.unwrap_or_default();
    // Data often names only the first of several authors, whom the page shows all, or its metas name.
    let fuller = [shown, in_metas].into_iter().map(|names| names.into_iter().filter(|name| !is_own(name)).collect());
    let fuller = fuller.map(without_outlets);
    Byline::new(fuller.into_iter().find(|fuller: &Vec<String>| completes(&best, fuller)).unwrap_or(best))
}

/// "Ada Roe" of "Ada Roe Harbour Courier" on the site of that name.
fn without_site(name: String, own_names: &[String]) -> String {
    let ends = name.match_indices(' ').map(|(at, _)| at);
    let cut = ends
        .into_iter()
        .find(|at| own_names.contains(&folded(&name[*at..]).replace(' ', "")) && looks_personal(&name[..*at]));
    cut.map_or(name.clone(), |at| name[..at].to_owned())
}

/// `names` without the houses that the persons among them work for.
fn without_outlets(mut names: Vec<String>) -> Vec<String> {
    if names.iter().any(|name| looks_personal(name) && !is_outlet(name)) {
        names.retain(|name| !is_outlet(name));
    }
    names
}

/// "OSK TODAY", "The Harbour Newsroom"
fn is_outlet(name: &str) -> bool {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let is_house = words.last().is_some_and(|word| lexicon::ORGANISATIONS_OUTLETS.contains(word));
    words.len() > 1 && is_house
}

/// "Amanda", but not "amanda83" or "AMD".
fn is_first_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(char::is_uppercase) && name.chars().count() > 2 && chars.all(|c| c.is_lowercase())
}

/// True if `longer` names all of `names` and somebody else.
fn completes(names: &[String], longer: &[String]) -> bool {
    longer.len() > names.len()
        && longer.iter().all(|name| looks_personal(name))
        && names.iter().all(|name| has(longer, name))
}

fn has(names: &[String], name: &str) -> bool {
    let words = folded(name);
    names.iter().any(|other| {
        let other = folded(other);
        other.contains(&words) || words.contains(&other)
    })
}

/// The names that the page shows near its headline. What stands in a box for sharing or the like counts only where
/// nothing else does.
fn visible(scan: &MetadataScan, headline_at: Option<usize>) -> Vec<String> {
    let names = visible_in(scan, headline_at, &|in_furniture, _| !in_furniture);
    if names.is_empty() { visible_in(scan, headline_at, &|_, is_apart| !is_apart) } else { names }
}

fn visible_in(scan: &MetadataScan, headline_at: Option<usize>, is_part: &dyn Fn(bool, bool) -> bool) -> Vec<String> {
    let is_near = |at: usize| {
        headline_at
            .is_none_or(|headline| if at >= headline { at - headline < REACH } else { headline - at < REACH_ABOVE })
    };
    let near = |mark: &&Mark| is_part(mark.in_furniture, mark.is_apart()) && is_near(mark.at);
    let properties = scan.with_property(&["author", "creator"]).filter(near);
    let named: Vec<String> = properties.flat_map(|mark| names_in(&mark.lines())).collect();
    if !named.is_empty() {
        return named;
    }
    let lines = labelled(scan, &|line| is_part(line.in_furniture, line.is_apart()) && is_near(line.at));
    let marked = |sign: Sign| {
        scan.marked(sign).filter(near).map(marked_names).find(|names| !names.is_empty()).unwrap_or_default()
    };
    let byline = marked(Sign::Byline);
    if completes(&lines, &byline) {
        return byline;
    }
    let answers = [lines, byline, marked(Sign::AuthorLink), portrayed(scan, headline_at)];
    answers.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
}

/// The name that stands alone in a line between headline and text, and of whom there is a picture, or which the date or
/// a job follows there or in the same line: a byline of which nothing says that it is one. Under a picture, the same
/// words tell whom it shows.
fn portrayed(scan: &MetadataScan, headline_at: Option<usize>) -> Vec<String> {
    /// Longer lines are running text: the article has begun, unless it is the deck below the headline.
    const TEXT: usize = 250;
    /// A portrait stands this near to a name that is a link, in bytes of text: the links of a contents list have
    /// the words of pictures far below.
    const BESIDE: usize = 300;
    let Some(headline) = headline_at else { return Vec::new() };
    let below = scan.lines.iter().skip_while(|line| line.at <= headline).enumerate();
    let above_text: Vec<&Line> = below
        .take_while(|(at, line)| (*at == 0 || line.text.len() < TEXT) && line.at < headline + REACH)
        .map(|(_, line)| line)
        .filter(|line| !line.in_furniture && !line.in_caption)
        .collect();
    let is_portrayed = |line: &Line| {
        let is_near = |place: usize| line.linked == 0 || place.abs_diff(line.at) < BESIDE;
        scan.picture_texts.iter().any(|(place, text)| is_near(*place) && text.contains(&line.text))
    };
    // The entries of a contents list and the headings of the text tell of jobs and days, too: but for the name, such
    // a line is no link.
    let is_plain = |line: &Line, name: &str| line.linked <= name.len() && !line.block.starts_with('h');
    let is_told_by = |next: &Line| {
        let is_dated = || next.text.len() < 60 && find(&next.text, DayOrder::DayFirst).is_some();
        (is_job(&next.text) && is_plain(next, "")) || is_dated()
    };
    let names = above_text.iter().enumerate().filter_map(|(at, line)| {
        let is_name = line.text.len() < 40 && looks_personal(&line.text);
        let is_told = || is_portrayed(line) || above_text.get(at + 1).is_some_and(|next| is_told_by(next));
        let alone =
            || (is_name && is_told() && names_in(&line.text) == [line.text.as_str()]).then(|| line.text.clone());
        let name = name_before_date(&line.text).or_else(|| name_before_job(&line.text)).or_else(alone);
        name.filter(|name| is_plain(line, name))
    });
    names.take(1).collect()
}

/// The names in an element that calls itself a byline.
fn marked_names(mark: &Mark) -> Vec<String> {
    let lines = mark.lines();
    if lines.len() > 200 {
        return Vec::new();
    }
    let mut previous = None;
    for line in lines.lines() {
        let names = labelled_names(line, previous);
        if !names.is_empty() {
            return names;
        }
        previous = Some(line);
    }
    let names = names_in(&lines);
    names.into_iter().filter(|name| looks_personal(name) || is_desk(name)).collect()
}

/// The names in the first line that is a byline by its label.
fn labelled(scan: &MetadataScan, is_near: &dyn Fn(&Line) -> bool) -> Vec<String> {
    let mut previous: Option<&Line> = None;
    for line in scan.lines.iter().filter(|line| is_near(line)) {
        if line.text.len() < 160 {
            let names = labelled_names(&line.text, previous.map(|line| line.text.as_str()));
            if !names.is_empty() {
                return names;
            }
        }
        previous = Some(line);
    }
    Vec::new()
}

/// The name in the box about the author that stands under many articles.
fn far(scan: &MetadataScan) -> Vec<String> {
    let is_name = |mark: &&Mark| {
        let class = mark.attribute("class").unwrap_or_default().to_ascii_lowercase();
        !mark.in_furniture && class.contains("name")
    };
    let boxes = scan.marked(Sign::Byline).filter(is_name).map(marked_names);
    let links = scan.marked(Sign::AuthorLink).filter(|mark| !mark.in_furniture).map(marked_names);
    let lines = || scan.lines.iter().filter(|line| !line.in_furniture).map(|line| line.text.as_str());
    let before = std::iter::once(None).chain(lines().map(Some));
    let lines = lines().zip(before).map(|(line, before)| plainly_written_by(line, before));
    let answers = lines.chain(boxes).chain(links);
    let is_person = |name: &String| looks_personal(name) || is_first_name(name);
    let persons = answers.map(|names| names.into_iter().filter(is_person).collect::<Vec<_>>());
    persons.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    fn authors(html: &str) -> Vec<String> {
        read(html).byline.authors
    }

    const HEADLINE: &str = "<title>The tide comes in</title><h1>The tide comes in</h1>";

    #[test]
    fn two_authors_in_one_line_are_two_authors() {
        let page = format!(
            "{HEADLINE}<p>By <a href='/by/a'><span itemprop=name>Ada Roe</span></a> and <a href='/by/b'><span itemprop=name>Ben Moe</span></a></p>"
        );
        assert_eq!(authors(&page), ["Ada Roe", "Ben Moe"]);
    }

    #[test]
    fn a_person_is_believed_before_the_publication() {
        let data = r#"<script type=application/ld+json>{"@type": "Article", "headline": "The tide comes in",
            "author": {"@type": "Organization", "name": "The Courier"}}</script>"#;
        assert_eq!(authors(&format!("{data}{HEADLINE}<div class=byline>Ada Roe</div>")), ["Ada Roe"]);
        assert_eq!(authors(&format!("{data}{HEADLINE}")), ["The Courier"]);
    }

    #[test]
    fn the_reviewer_is_not_the_author() {
        let page = format!(
            "{HEADLINE}<div class=authors><span>Written by</span><a>Ada Roe</a><div>Reviewed by</div><div>Ben Moe, MD</div></div>"
        );
        assert_eq!(authors(&page), ["Ada Roe"]);
    }

    #[test]
    fn the_page_completes_the_data() {
        let page = format!(
            "<meta name=author content='Ada Roe'>{HEADLINE}<div class=byline>By Ada Roe, Ben Moe and Cem Öz</div>"
        );
        assert_eq!(authors(&page), ["Ada Roe", "Ben Moe", "Cem Öz"]);
    }

    #[test]
    fn the_metas_complete_the_data() {
        let data = r#"<script type=application/ld+json>{"@type": "Article", "author": {"@type": "Person", "name": "Ada Roe"}}</script>"#;
        assert_eq!(
            authors(&format!("<meta name=author content='Ada Roe, Ben Moe'>{data}{HEADLINE}")),
            ["Ada Roe", "Ben Moe"]
        );
    }

    #[test]
    fn the_name_of_the_site_is_no_part_of_a_name_nor_an_author_beside_a_person() {
        let site = "<meta property=og:site_name content='Harbour Courier'>";
        let page = format!("{site}{HEADLINE}<div class=byline>Ada Roe Harbour Courier</div>");
        assert_eq!(authors(&page), ["Ada Roe"]);
        let page = format!(
            "{site}<meta name=author content='Ada Roe'>{HEADLINE}<div class=byline>Ada Roe, Harbour Courier</div>"
        );
        assert_eq!(authors(&page), ["Ada Roe"]);
    }

    #[test]
    fn a_byline_in_a_box_for_sharing_counts_where_there_is_no_other() {
        let share = "<div class=social><p class=author>Ada Roe</p></div>";
        let deck = "<p>A deck that is long enough to keep what follows it from the headline, and the box too, as decks are.</p>";
        assert_eq!(authors(&format!("{HEADLINE}{deck}{share}<p>Text.</p>")), ["Ada Roe"]);
        assert_eq!(authors(&format!("{HEADLINE}{deck}<p class=author>Ben Moe</p>{share}<p>Text.</p>")), ["Ben Moe"]);
    }

    #[test]
    fn an_agency_is_an_author_where_no_person_is() {
        assert_eq!(authors(&format!("{HEADLINE}<p class=byline>Von dpa</p><p>Text.</p>")), ["dpa"]);
    }

    #[test]
    fn the_name_beside_its_portrait_is_a_byline() {
        let page = format!("{HEADLINE}<img alt='Ada Roe'><div>Ada Roe</div><div>5 min read</div><p>Text.</p>");
        assert_eq!(authors(&page), ["Ada Roe"]);
    }

    #[test]
    fn the_name_above_a_job_is_a_byline_below_a_deck_of_any_length() {
        let deck =
            "<p>The tide comes in at night, as every child in Osk knows and few visitors ever believe.</p>".repeat(4);
        let deck = deck.replace("</p><p>", " ");
        let page = format!("{HEADLINE}{deck}<div>Ada Roe</div><div>Co-founder & Harbour Director</div><p>Text.</p>");
        assert_eq!(authors(&page), ["Ada Roe"]);
        let page = format!("{HEADLINE}<p>Анна Роева, корреспондент</p><p>Text.</p>");
        assert_eq!(authors(&page), ["Анна Роева"]);
        let none = [
            "<div>Port Ann</div><div>Boats and ropes</div>",
            "<li><a href=#a>Job Outlook</a></li><li><a href=#b>A harbour engineer at work</a></li>",
            "<div>Port Ann</div><h2>What an engineer does</h2>",
            "<h2>Ben Moe, Harbour Director</h2>",
            "<li><a href=#b>Ben Moe, Harbour Director</a></li>",
            "<div>Ben Moe, whom the president of Osk met</div>",
            "<figure><img src=a.jpg><figcaption><p>Ben Moe, Harbour Director</p></figcaption></figure>",
            "<figure><img src=a.jpg><figcaption>Ben Moe | 9 July 2020</figcaption></figure>",
        ];
        for none in none {
            assert!(authors(&format!("{HEADLINE}{none}<p>Text.</p>")).is_empty(), "{none}");
        }
    }

    #[test]
    fn the_name_below_a_label_under_the_text_is_the_author() {
        let text =
            "<p>The envoys left on Thursday, and nobody spoke of a day on which they would return.</p>".repeat(12);
        for label in ["Author", "Article by", "Written by"] {
            let page = format!("{HEADLINE}{text}<h3>{label}</h3><p>Ada Roe</p><p>Harbour news</p>");
            assert_eq!(authors(&page), ["Ada Roe"], "{label}");
        }
        assert!(authors(&format!("{HEADLINE}{text}<p>By</p><p>Port Ann</p>")).is_empty());
    }

    #[test]
    fn a_contents_list_is_no_byline_though_a_picture_far_below_has_its_words() {
        let text =
            "<p>The envoys left on Thursday, and nobody spoke of a day on which they would return.</p>".repeat(9);
        let list = "<ul><li><a href='#a'>Top Harbours</a></li><li><a href='#b'>Quays & Piers</a></li></ul>";
        let pictures = "<img alt='Top Harbours'><img alt='Quays & Piers'>";
        assert!(authors(&format!("{HEADLINE}{list}{text}{pictures}")).is_empty());
        assert!(authors(&format!("{HEADLINE}<div>Quays & Piers</div>{pictures}<p>Text.</p>")).is_empty());
    }

    #[test]
    fn the_house_that_a_person_works_for_is_no_author_beside_the_person() {
        for house in ["OSK TODAY", "The Harbour Newsroom", "Port Ann School-based Learning Network"] {
            let page = format!("<meta name=author content='Ada Roe, {house}'>{HEADLINE}<p>Text.</p>");
            assert_eq!(authors(&page), ["Ada Roe"], "{house}");
        }
    }

    #[test]
    fn a_first_name_is_a_name_where_it_is_said_to_be_the_writers() {
        let text =
            "<p>The envoys left on Thursday, and nobody spoke of a day on which they would return.</p>".repeat(12);
        let page = format!("{HEADLINE}{text}<div>Posted by Ada at 9 July 2020, 11:15</div>");
        assert_eq!(authors(&page), ["Ada"]);
    }

    #[test]
    fn a_hidden_byline_is_none() {
        let page = format!("{HEADLINE}<div style='display: none' class=author>Ada Roe</div><p>Text.</p>");
        assert!(authors(&page).is_empty());
    }

    #[test]
    fn commenters_and_menus_are_no_authors() {
        let page = format!(
            "{HEADLINE}<p>Text.</p><div class=comments><span class=author>Troll King</span></div><footer>By Web Makers</footer>"
        );
        assert!(authors(&page).is_empty());
    }
}
