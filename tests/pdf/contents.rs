//! Finding one's way on paper: contents, folios, the pages of the credits.

use crate::inside::page_labels;
use crate::made::*;
use crate::read::*;
use bindery::article::*;
use bindery::issue::PictureCredit;
use bindery::pdf::{Paper, PdfSettings};
use bindery::pictures::{Format, Missing, Rendition};

/// The last line of a page: its folio.
fn folio(page: &str) -> Option<&str> {
    page.trim_end().lines().last().map(str::trim)
}

#[test]
fn every_number_in_the_contents_is_the_folio_of_the_page_on_which_that_headline_stands() {
    for count in [5, 120] {
        let headline = |n: usize| format!("Story{n} from the quay");
        let story = |n: usize| {
            let mut story = article(&headline(n), 0);
            story.body = (0..n % 9 + 3).map(|paragraph| marked(paragraph, 60)).collect();
            story
        };
        let pdf = printed(&issue((1..=count).map(story).collect()), &PdfSettings::default());
        let Some(text) = text_of_pages(&pdf) else { return };
        let lines = |page: usize| text[page].lines().map(str::trim);
        for n in 1..=count {
            let headline = headline(n);
            let opens = (0..text.len()).filter(|page| lines(*page).any(|line| line == headline)).collect::<Vec<_>>();
            // In running heads and on the cover the headline stands, too; it is alone in its line over its article.
            let opens = opens.into_iter().find(|page| *page > 0).unwrap_or_else(|| panic!("no page has {headline}"));
            let entry = (1..opens).flat_map(&lines).find(|line| line.ends_with(&headline) && *line != headline);
            let entry = entry.unwrap_or_else(|| panic!("{headline} is not in the contents"));
            let number = entry.split_whitespace().next();
            assert_eq!(number, folio(&text[opens]), "the contents send the reader of {headline} elsewhere");
        }
    }
}

#[test]
fn what_comes_before_the_articles_has_roman_folios_and_the_first_article_opens_on_page_1_at_the_right() {
    for (count, front) in [(6, 2), (24, 4), (60, 6)] {
        let pdf =
            printed(&issue((1..=count).map(|n| article(&format!("Story{n}"), 6)).collect()), &PdfSettings::default());
        let Some(text) = text_of_pages(&pdf) else { return };
        let opens = text.iter().position(|page| page.contains(SENTENCE_START)).unwrap();
        assert_eq!(opens, front, "{count} articles");
        assert_eq!(opens % 2, 0, "the first article opens on a left-hand page");
        let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"];
        assert!(text[0].lines().all(|line| !roman.contains(&line.trim())), "the cover has a folio: {}", text[0]);
        for (place, page) in text.iter().enumerate().skip(1).filter(|(_, page)| !page.trim().is_empty()) {
            let wanted = if place < front { roman[place].to_owned() } else { (place - front + 1).to_string() };
            assert_eq!(folio(page), Some(wanted.as_str()));
        }
        assert_eq!(page_labels(&pdf), [(0, "r".to_owned()), (front as i64, "D".to_owned())]);
    }
}

#[test]
fn pictures_are_credited_with_the_page_they_are_on() {
    let mut issue = issue(vec![article("One", 30), article("Two", 30)]);
    insert(&mut issue.pictures, source("quay"), Rendition::clone(&picture(Format::Jpeg, 600, 400)));
    issue.articles[1].body.insert(25, figure(source("quay"), "A quay in winter.", "Marit Solheim"));
    // By the same maker, earlier in the article, not to be had, and so not credited.
    issue.pictures.insert(source("gone"), Err(Missing { why: "404 Not Found".into() }));
    issue.articles[1].body.insert(1, figure(source("gone"), "A quay in summer.", "Marit Solheim"));
    issue.credits.push(PictureCredit {
        article: 1,
        figure: 1,
        caption: "A quay in winter.".into(),
        credit: Credit::new("Marit Solheim"),
    });
    let (pdf, _) = bound(&issue, Paper::A4);
    let Some(all) = text_of_pages(&pdf) else { return };
    let (last, before) = all.split_last().unwrap();
    let shown = |caption: &str| before.iter().position(|page| page.contains(caption)).unwrap();
    assert!(shown("A quay in summer.") < shown("A quay in winter."));
    let shown = folio(&before[shown("A quay in winter.")]).unwrap();
    assert!(last.contains(&format!("page {shown}")), "the picture is on page {shown}, but:\n{last}");
    let (headline, credit) = (last.find("Two").expect("the article is not named"), last.find("Marit Solheim").unwrap());
    assert!(headline < credit, "{last}");
}
