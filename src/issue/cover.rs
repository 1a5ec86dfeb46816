//! What stands on the front of an issue.

use super::{Issue, date_in_words};
use crate::article::{Article, Figure, PictureSource};
use crate::pictures::Target;
use crate::pictures::cover::CoverWords;

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
            rendition(Target::Print).or_else(|| rendition(Target::Screen)).is_some_and(|picture| picture.can_lead())
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

fn without_date<'a>(title: &'a str, date: &str) -> &'a str {
    let marks = [',', ';', ':', '–', '—', '-', '·', '|', '،', '、', '，', ' ', '('];
    let name = title.strip_suffix(date).map(|rest| rest.trim_end_matches(marks));
    name.filter(|name| !name.is_empty() && !date.is_empty()).unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::without_date;

    #[test]
    fn the_date_at_the_end_of_a_title_is_no_part_of_its_name() {
        assert_eq!(without_date("Digest, 23 November 2026", "23 November 2026"), "Digest");
        assert_eq!(without_date("23 November 2026", "23 November 2026"), "23 November 2026");
        assert_eq!(without_date("Rivers", "23 November 2026"), "Rivers");
        assert_eq!(without_date("Rivers", ""), "Rivers");
    }
}
