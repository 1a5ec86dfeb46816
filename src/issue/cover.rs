//! What stands on the front of an issue.

use super::{Issue, date_in_words};
use crate::article::{Article, Figure, PictureSource};
use crate::pictures::cover::CoverWords;
use crate::pictures::{Rendition, Target};

/// Below this, in pixels across and down, a picture would be enlarged on a cover until it looks it.
const SMALLEST_LEAD: (u32, u32) = (600, 400);

/// Beyond this ratio of the longer side to the shorter, a picture is a strip and no front for anything.
const LONGEST_LEAD: f32 = 2.4;

impl Issue {
    /// The picture for the front; see [`lead_figure`](Self::lead_figure).
    pub fn lead_picture(&self) -> Option<&PictureSource> {
        self.lead_figure().map(|figure| &figure.picture)
    }

    /// The figure for the front: the first of the issue whose picture was got and is large enough.
    pub fn lead_figure(&self) -> Option<&Figure> {
        let mut figures = self.articles.iter().flat_map(Article::figures);
        figures.find(|figure| {
            let rendition = |target| self.pictures.rendition(&figure.picture, target);
            rendition(Target::Print).or_else(|| rendition(Target::Screen)).is_some_and(|picture| can_lead(picture))
        })
    }

    /// The title without the date that it ends with: "Digest" of "Digest, 23 November 2026". Where the two stand
    /// together, the name is large and the date small.
    pub fn name(&self) -> &str {
        without_date(&self.title, &date_in_words(self.date, &self.language))
    }

    /// The words for the front.
    pub fn cover_words(&self) -> CoverWords {
        CoverWords {
            title: self.name().to_owned(),
            date: date_in_words(self.date, &self.language),
            publisher: self.publisher.clone(),
            headlines: self.articles.iter().map(|article| article.headline.clone()).collect(),
        }
    }
}

fn can_lead(picture: &Rendition) -> bool {
    let (long, short) = (picture.width.max(picture.height), picture.width.min(picture.height));
    picture.width >= SMALLEST_LEAD.0 && picture.height >= SMALLEST_LEAD.1 && long as f32 <= short as f32 * LONGEST_LEAD
}

fn without_date<'a>(title: &'a str, date: &str) -> &'a str {
    let marks = [',', ';', ':', '–', '—', '-', '·', '|', '،', '、', '，', ' ', '('];
    let name = title.strip_suffix(date).map(|rest| rest.trim_end_matches(marks));
    name.filter(|name| !name.is_empty() && !date.is_empty()).unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::{can_lead, without_date};
    use crate::pictures::{Colour, Format, Rendition};

    #[test]
    fn neither_a_thumbnail_nor_a_strip_leads_an_issue() {
        let picture =
            |width, height| Rendition { format: Format::Jpeg, colour: Colour::Rgb, width, height, bytes: vec![] };
        assert!(can_lead(&picture(600, 400)) && can_lead(&picture(800, 1200)));
        assert!(!can_lead(&picture(599, 400)) && !can_lead(&picture(5000, 1)) && !can_lead(&picture(2000, 800)));
    }

    #[test]
    fn the_date_at_the_end_of_a_title_is_no_part_of_its_name() {
        assert_eq!(without_date("Digest, 23 November 2026", "23 November 2026"), "Digest");
        assert_eq!(without_date("23 November 2026", "23 November 2026"), "23 November 2026");
        assert_eq!(without_date("Rivers", "23 November 2026"), "Rivers");
        assert_eq!(without_date("Rivers", ""), "Rivers");
    }
}
